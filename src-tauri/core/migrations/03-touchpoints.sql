-- 03-touchpoints: every contact at its moment, and one stream of events per subject that all views read.
CREATE TABLE touchpoints (
  n            INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  stamp        INTEGER NOT NULL,
  device       INTEGER NOT NULL,
  deleted_at   INTEGER,
  at           INTEGER NOT NULL,
  at_day       INTEGER NOT NULL,
  channel      TEXT NOT NULL,
  direction    TEXT NOT NULL,
  outcome      TEXT,
  minutes      INTEGER,
  sentiment    INTEGER,
  summary      TEXT,
  raw          TEXT,
  who          TEXT,
  member       BLOB,
  person       BLOB,
  organization BLOB,
  deal         BLOB
) STRICT;
CREATE INDEX touchpoints_by_time ON touchpoints (at, n);
CREATE INDEX touchpoints_by_person ON touchpoints (person) WHERE person IS NOT NULL;
CREATE INDEX touchpoints_nobody ON touchpoints (at) WHERE who IS NOT NULL AND person IS NULL AND deleted_at IS NULL;

CREATE TABLE events (
  subject_kind INTEGER NOT NULL,
  subject_n    INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  seq          INTEGER NOT NULL,
  day          INTEGER NOT NULL,
  kind         INTEGER NOT NULL,
  ref_n        INTEGER NOT NULL,
  PRIMARY KEY (subject_kind, subject_n, at, seq, kind, ref_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_ref ON events (ref_n, kind);
