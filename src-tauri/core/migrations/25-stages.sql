-- 25-stages: a stage is put away without losing its history, asks for what must be known first; a deal says where it came from.
ALTER TABLE stages ADD COLUMN required TEXT NOT NULL DEFAULT '[]';
ALTER TABLE stages ADD COLUMN retired_at INTEGER;
ALTER TABLE deals ADD COLUMN source BLOB;
CREATE INDEX deals_by_source ON deals (source) WHERE source IS NOT NULL;
DROP INDEX deals_by_filters;
CREATE INDEX deals_by_filters ON deals (holder, product, organization, person, stage, next_on, close_on, last_touch_at,
  stage_at, amount_minor, currency, touch_count, source, deleted_at) WHERE deleted_at IS NULL;
