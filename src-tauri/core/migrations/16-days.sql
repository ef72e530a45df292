-- 16-days: tables are filtered by day (made, next step, expected to close); a number says whether it may be used, and why not.
ALTER TABLE deals ADD COLUMN close_on TEXT;
ALTER TABLE identifiers ADD COLUMN state TEXT;
ALTER TABLE identifiers ADD COLUMN state_why TEXT;
ALTER TABLE identifiers ADD COLUMN state_on TEXT;

-- Rows are made in the order of their stamps, so these grow at their end.
CREATE INDEX people_by_made ON people (stamp) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_made ON organizations (stamp) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_made ON deals (stamp) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_close ON deals (close_on, n) WHERE deleted_at IS NULL;
-- Filters by day are asked for together with others.
DROP INDEX people_by_filters;
DROP INDEX organizations_by_filters;
DROP INDEX deals_by_filters;
CREATE INDEX people_by_filters ON people (owner_now, source, city, grade, kind, last_touch_at, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_filters ON organizations (owner_now, industry, region, grade, last_touch_at, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_filters ON deals (holder, product, organization, stage, next_on, close_on, last_touch_at, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX followups_next_of_person ON followups (person, due_on) WHERE state = 'open' AND deleted_at IS NULL AND person IS NOT NULL;
CREATE INDEX followups_next_of_organization ON followups (organization, due_on)
  WHERE state = 'open' AND deleted_at IS NULL AND organization IS NOT NULL;
