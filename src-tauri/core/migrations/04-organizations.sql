-- 04-organizations: firms, who works where, what is promised next, and words to mark things with.
CREATE TABLE tags (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  name       TEXT NOT NULL
) STRICT;

CREATE TABLE taggings (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  tag        BLOB NOT NULL,
  target     BLOB NOT NULL
) STRICT;
CREATE INDEX taggings_by_target ON taggings (target);
CREATE INDEX taggings_by_tag ON taggings (tag);

CREATE TABLE organizations (
  n             INTEGER PRIMARY KEY,
  id            BLOB NOT NULL UNIQUE,
  stamp         INTEGER NOT NULL,
  device        INTEGER NOT NULL,
  deleted_at    INTEGER,
  name          TEXT NOT NULL,
  industry      TEXT,
  region        TEXT,
  grade         TEXT,
  parent        BLOB,
  founded       INTEGER,
  employees     INTEGER,
  note          TEXT,
  sort_key      TEXT NOT NULL DEFAULT '',
  touch_count   INTEGER NOT NULL DEFAULT 0,
  last_touch_at INTEGER
) STRICT;
CREATE INDEX organizations_by_name ON organizations (sort_key, n) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_touch ON organizations (last_touch_at, n) WHERE deleted_at IS NULL;
CREATE INDEX organizations_by_parent ON organizations (parent) WHERE parent IS NOT NULL;

CREATE TABLE positions (
  n            INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  stamp        INTEGER NOT NULL,
  device       INTEGER NOT NULL,
  deleted_at   INTEGER,
  person       BLOB NOT NULL,
  organization BLOB NOT NULL,
  title        TEXT,
  from_on      TEXT,
  to_on        TEXT
) STRICT;
CREATE INDEX positions_by_person ON positions (person);
CREATE INDEX positions_by_organization ON positions (organization);

CREATE TABLE followups (
  n            INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  stamp        INTEGER NOT NULL,
  device       INTEGER NOT NULL,
  deleted_at   INTEGER,
  title        TEXT NOT NULL,
  due_on       TEXT NOT NULL,
  due_at       INTEGER,
  channel      TEXT,
  state        TEXT NOT NULL,
  done_at      INTEGER,
  member       BLOB,
  person       BLOB,
  organization BLOB,
  deal         BLOB,
  touchpoint   BLOB
) STRICT;
CREATE INDEX followups_open ON followups (due_on, due_at, n) WHERE state = 'open' AND deleted_at IS NULL;
CREATE INDEX followups_by_person ON followups (person) WHERE person IS NOT NULL;
CREATE INDEX followups_by_deal ON followups (deal) WHERE deal IS NOT NULL;
CREATE INDEX followups_by_organization ON followups (organization) WHERE organization IS NOT NULL;
CREATE INDEX followups_by_touchpoint ON followups (touchpoint) WHERE touchpoint IS NOT NULL;
CREATE INDEX touchpoints_by_organization ON touchpoints (organization) WHERE organization IS NOT NULL;
