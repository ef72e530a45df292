-- 08-lists: tables are filtered and sorted by what people ask for; a person and an organization have an owner.
ALTER TABLE people ADD COLUMN owner BLOB;
ALTER TABLE people ADD COLUMN owner_now BLOB;
ALTER TABLE organizations ADD COLUMN owner BLOB;
ALTER TABLE organizations ADD COLUMN owner_now BLOB;

-- One index a noun holds every column a filter may name, so that counting never reads the rows themselves.
CREATE INDEX people_by_filters ON people (owner_now, source, city, grade, kind, deleted_at);
CREATE INDEX organizations_by_filters ON organizations (owner_now, industry, region, grade, deleted_at);
CREATE INDEX deals_by_filters ON deals (holder, product, organization, stage, next_on, deleted_at);

CREATE INDEX people_by_grade ON people (grade, n) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_grade ON organizations (grade, n) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_employees ON organizations (employees, n) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_touches ON organizations (touch_count, n) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_amount ON deals (amount_minor, n) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_stage_at ON deals (stage_at, n) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_next ON deals (next_on, n) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_touches ON deals (touch_count, n) WHERE deleted_at IS NULL;

-- Sort keys keep their syllables apart from now on, and owners are new: both are derived again at the next opening.
INSERT OR IGNORE INTO dirty (projection, subject) SELECT 'people_keys', id FROM people;
INSERT OR IGNORE INTO dirty (projection, subject) SELECT 'organizations_keys', id FROM organizations;
INSERT OR IGNORE INTO dirty (projection, subject) SELECT 'deals_state', id FROM deals;
INSERT OR IGNORE INTO dirty (projection, subject) SELECT 'owners_of_people', id FROM people;
INSERT OR IGNORE INTO dirty (projection, subject) SELECT 'owners_of_organizations', id FROM organizations;
