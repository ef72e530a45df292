-- 10-settings: what the team sets up for itself: how many open deals a member may hold, and what is put away without being deleted.
ALTER TABLE members ADD COLUMN holding_cap INTEGER;
ALTER TABLE pipelines ADD COLUMN archived_at INTEGER;
ALTER TABLE tags ADD COLUMN archived_at INTEGER;
ALTER TABLE sources ADD COLUMN archived_at INTEGER;
-- Changes with every restored backup, so that an open window notices; local, never logged.
ALTER TABLE workspace ADD COLUMN restored BLOB;
