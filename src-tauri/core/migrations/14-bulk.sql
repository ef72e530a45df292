-- 14-bulk: the filters' indexes leave deleted rows out, as every list does: half the work when many rows go or come back.
-- `deleted_at` stays in them, always empty: without it SQLite would read the rows to test it.
DROP INDEX people_by_filters;
DROP INDEX organizations_by_filters;
DROP INDEX deals_by_filters;
CREATE INDEX people_by_filters ON people (owner_now, source, city, grade, kind, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_filters ON organizations (owner_now, industry, region, grade, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_filters ON deals (holder, product, organization, stage, next_on, deleted_at) WHERE deleted_at IS NULL;
