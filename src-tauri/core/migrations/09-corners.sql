-- 09-corners: the recycle bin, the action history and This week are asked by time; what this device has reminded of is known here only.
CREATE INDEX people_gone ON people (deleted_at, n) WHERE deleted_at IS NOT NULL;
CREATE INDEX organizations_gone ON organizations (deleted_at, n) WHERE deleted_at IS NOT NULL;
CREATE INDEX deals_gone ON deals (deleted_at, n) WHERE deleted_at IS NOT NULL;
CREATE INDEX touchpoints_gone ON touchpoints (deleted_at, n) WHERE deleted_at IS NOT NULL;
CREATE INDEX followups_gone ON followups (deleted_at, n) WHERE deleted_at IS NOT NULL;
CREATE INDEX actions_by_member ON actions (member, n) WHERE root IS NULL;
CREATE INDEX actions_by_label ON actions (label, n) WHERE root IS NULL;
CREATE INDEX stage_moves_by_time ON stage_moves (at) WHERE at IS NOT NULL;
CREATE INDEX followups_timed ON followups (due_at) WHERE due_at IS NOT NULL AND state = 'open' AND deleted_at IS NULL;
CREATE TABLE reminded (followup BLOB NOT NULL, due_at INTEGER NOT NULL, PRIMARY KEY (followup, due_at)) STRICT, WITHOUT ROWID;
