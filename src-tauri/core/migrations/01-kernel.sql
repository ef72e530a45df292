-- 01-kernel: the log everything else is written through, and what one device keeps to itself.
CREATE TABLE workspace (id BLOB NOT NULL, made_at INTEGER NOT NULL) STRICT;

CREATE TABLE clock (only INTEGER PRIMARY KEY CHECK (only = 1), stamp INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT;
INSERT INTO clock VALUES (1, 0, 0);

CREATE TABLE devices (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;

CREATE TABLE actions (
  n            INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  device       INTEGER NOT NULL,
  member       BLOB,
  at           INTEGER NOT NULL,
  label        TEXT NOT NULL,
  subject      TEXT,
  root         INTEGER,
  state        TEXT NOT NULL,
  live         INTEGER NOT NULL,
  first_change INTEGER NOT NULL,
  last_change  INTEGER,
  change_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX actions_by_root ON actions (root) WHERE root IS NOT NULL;

CREATE TABLE changes (
  n      INTEGER PRIMARY KEY,
  device INTEGER NOT NULL,
  seq    INTEGER NOT NULL,
  stamp  INTEGER NOT NULL,
  action INTEGER NOT NULL,
  noun   INTEGER NOT NULL,
  cell   INTEGER NOT NULL,
  row    INTEGER NOT NULL,
  old    BLOB,
  new    BLOB
) STRICT;
CREATE INDEX changes_by_row ON changes (noun, row);

CREATE TABLE cell_stamps (
  noun   INTEGER NOT NULL,
  row    INTEGER NOT NULL,
  cell   INTEGER NOT NULL,
  stamp  INTEGER NOT NULL,
  device INTEGER NOT NULL,
  PRIMARY KEY (noun, row, cell)
) STRICT, WITHOUT ROWID;

CREATE TABLE dirty (projection TEXT NOT NULL, subject BLOB NOT NULL, PRIMARY KEY (projection, subject)) STRICT, WITHOUT ROWID;

CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (place TEXT PRIMARY KEY, body TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  key        TEXT NOT NULL,
  value      TEXT NOT NULL
) STRICT;
CREATE INDEX settings_by_key ON settings (key);
