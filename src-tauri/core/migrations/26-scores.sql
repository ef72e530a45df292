-- 26-scores: how well a deal fits and how far it takes part, derived from the team's own rules; and the day up to which that was counted.
ALTER TABLE deals ADD COLUMN fit_now TEXT;
ALTER TABLE deals ADD COLUMN fit_points INTEGER;
ALTER TABLE deals ADD COLUMN level_now INTEGER;
ALTER TABLE deals ADD COLUMN level_points INTEGER;
CREATE INDEX deals_by_fit ON deals (fit_points) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_level ON deals (level_points) WHERE deleted_at IS NULL;
CREATE TABLE scored (only INTEGER PRIMARY KEY CHECK (only = 1), day_on TEXT NOT NULL) STRICT;
DROP INDEX deals_by_filters;
CREATE INDEX deals_by_filters ON deals (holder, product, organization, person, stage, next_on, close_on, last_touch_at,
  stage_at, amount_minor, currency, touch_count, source, fit_now, level_now, deleted_at) WHERE deleted_at IS NULL;
