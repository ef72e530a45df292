-- 17-next-steps: tables of people and organizations are filtered and sorted by the next step out of an index, as deals are.
ALTER TABLE people ADD COLUMN next_on TEXT;
ALTER TABLE organizations ADD COLUMN next_on TEXT;
UPDATE people SET next_on = (SELECT min(due_on) FROM followups
  WHERE person = people.id AND state = 'open' AND deleted_at IS NULL);
UPDATE organizations SET next_on = (SELECT min(due_on) FROM followups
  WHERE organization = organizations.id AND state = 'open' AND deleted_at IS NULL);

DROP INDEX people_by_filters;
DROP INDEX organizations_by_filters;
CREATE INDEX people_by_filters ON people (owner_now, source, city, grade, kind, last_touch_at, next_on, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_filters ON organizations (owner_now, industry, region, grade, last_touch_at, next_on, deleted_at) WHERE deleted_at IS NULL;
-- Most have none: only those that have one stand in it.
CREATE INDEX people_by_next ON people (next_on) WHERE deleted_at IS NULL AND next_on IS NOT NULL;
CREATE INDEX organizations_by_next ON organizations (next_on) WHERE deleted_at IS NULL AND next_on IS NOT NULL;

-- An index ends with the row number anyway: spelled out, it stood there twice.
DROP INDEX people_by_name;
DROP INDEX people_by_touch;
DROP INDEX people_by_touches;
DROP INDEX people_by_grade;
DROP INDEX organizations_by_name;
DROP INDEX organizations_by_touch;
DROP INDEX organizations_by_touches;
DROP INDEX organizations_by_grade;
DROP INDEX organizations_by_employees;
DROP INDEX deals_by_name;
DROP INDEX deals_by_touch;
DROP INDEX deals_by_touches;
DROP INDEX deals_by_amount;
DROP INDEX deals_by_stage_at;
DROP INDEX deals_by_next;
DROP INDEX deals_by_close;
CREATE INDEX people_by_name ON people (sort_key) WHERE deleted_at IS NULL;
CREATE INDEX people_by_touch ON people (last_touch_at) WHERE deleted_at IS NULL;
CREATE INDEX people_by_touches ON people (touch_count) WHERE deleted_at IS NULL;
CREATE INDEX people_by_grade ON people (grade) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_name ON organizations (sort_key) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_touch ON organizations (last_touch_at) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_touches ON organizations (touch_count) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_grade ON organizations (grade) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_employees ON organizations (employees) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_name ON deals (sort_key) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_touch ON deals (last_touch_at) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_touches ON deals (touch_count) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_amount ON deals (amount_minor) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_stage_at ON deals (stage_at) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_next ON deals (next_on) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_close ON deals (close_on) WHERE deleted_at IS NULL;
-- Replaced by the columns above.
DROP INDEX followups_next_of_person;
DROP INDEX followups_next_of_organization;
