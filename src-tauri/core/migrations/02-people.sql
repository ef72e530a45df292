-- 02-people: who works here and whom we talk to, each found by name, pinyin, initials or last four digits.
CREATE TABLE members (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  seniority  TEXT NOT NULL,
  manager    BLOB,
  region     TEXT,
  active     INTEGER NOT NULL
) STRICT;

CREATE TABLE sources (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  name       TEXT NOT NULL
) STRICT;

CREATE TABLE people (
  n             INTEGER PRIMARY KEY,
  id            BLOB NOT NULL UNIQUE,
  stamp         INTEGER NOT NULL,
  device        INTEGER NOT NULL,
  deleted_at    INTEGER,
  name          TEXT NOT NULL,
  kind          TEXT NOT NULL,
  grade         TEXT,
  city          TEXT,
  note          TEXT,
  source        BLOB,
  sort_key      TEXT NOT NULL DEFAULT '',
  touch_count   INTEGER NOT NULL DEFAULT 0,
  last_touch_at INTEGER
) STRICT;
CREATE INDEX people_by_name ON people (sort_key, n) WHERE deleted_at IS NULL;
CREATE INDEX people_by_touch ON people (last_touch_at, n) WHERE deleted_at IS NULL;
CREATE INDEX people_by_touches ON people (touch_count, n) WHERE deleted_at IS NULL;
CREATE INDEX people_by_source ON people (source) WHERE source IS NOT NULL;

CREATE TABLE identifiers (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  person     BLOB NOT NULL,
  kind       TEXT NOT NULL,
  value      TEXT NOT NULL,
  shown      TEXT
) STRICT;
CREATE INDEX identifiers_by_person ON identifiers (person);
CREATE INDEX identifiers_by_value ON identifiers (value);

CREATE TABLE lookup (
  key  TEXT NOT NULL,
  noun INTEGER NOT NULL,
  row  INTEGER NOT NULL,
  PRIMARY KEY (key, noun, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX lookup_by_row ON lookup (noun, row);
