-- 16-days: tables are filtered by day (made, next step, expected to close); a number says whether it may be used, and why not.
ALTER TABLE deals ADD COLUMN close_on TEXT;
ALTER TABLE identifiers ADD COLUMN state TEXT;
ALTER TABLE identifiers ADD COLUMN state_why TEXT;
ALTER TABLE identifiers ADD COLUMN state_on TEXT;

-- Rows are made in the order of their stamps, so these grow at their end.
CREATE INDEX people_by_made ON people (stamp, n) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_made ON organizations (stamp, n) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_made ON deals (stamp, n) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_close ON deals (close_on, n) WHERE deleted_at IS NULL;
CREATE INDEX followups_next_of_person ON followups (person, due_on) WHERE state = 'open' AND deleted_at IS NULL AND person IS NOT NULL;
CREATE INDEX followups_next_of_organization ON followups (organization, due_on)
  WHERE state = 'open' AND deleted_at IS NULL AND organization IS NOT NULL;
