-- 27-holding: why a deal changed hands, pools with members, turnover rules, extensions, locks.
ALTER TABLE holdings ADD COLUMN why TEXT;
ALTER TABLE holdings ADD COLUMN pool BLOB;
ALTER TABLE holdings ADD COLUMN rule BLOB;
ALTER TABLE holdings ADD COLUMN clock TEXT;
ALTER TABLE holdings ADD COLUMN days INTEGER;
CREATE INDEX holdings_turned_over ON holdings (at) WHERE rule IS NOT NULL;

ALTER TABLE deals ADD COLUMN locked_at INTEGER;
ALTER TABLE deals ADD COLUMN locked_why TEXT;
-- Since when the holder's time counts; empty where nobody knows.
ALTER TABLE deals ADD COLUMN clock_at INTEGER;
CREATE INDEX deals_by_held ON deals (held_at) WHERE deleted_at IS NULL;
INSERT OR IGNORE INTO dirty (projection, subject) SELECT 'deals_state', id FROM deals;

CREATE TABLE pools (
  n           INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  stamp       INTEGER NOT NULL,
  device      INTEGER NOT NULL,
  deleted_at  INTEGER,
  name        TEXT NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE pool_members (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  pool       BLOB NOT NULL,
  member     BLOB NOT NULL
) STRICT;
CREATE INDEX pool_members_by_pool ON pool_members (pool);

CREATE TABLE turnover_rules (
  n           INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  stamp       INTEGER NOT NULL,
  device      INTEGER NOT NULL,
  deleted_at  INTEGER,
  name        TEXT NOT NULL,
  held_days   INTEGER,
  silent_days INTEGER,
  pipeline    BLOB,
  stages      TEXT NOT NULL,
  grades      TEXT NOT NULL,
  sources     TEXT NOT NULL,
  warn_days   INTEGER NOT NULL,
  pool        BLOB,
  active      INTEGER NOT NULL,
  since       INTEGER NOT NULL
) STRICT;

CREATE TABLE extensions (
  n             INTEGER PRIMARY KEY,
  id            BLOB NOT NULL UNIQUE,
  stamp         INTEGER NOT NULL,
  device        INTEGER NOT NULL,
  deleted_at    INTEGER,
  deal          BLOB NOT NULL,
  member        BLOB,
  at            INTEGER NOT NULL,
  until_on      TEXT NOT NULL,
  reason        TEXT NOT NULL,
  state         TEXT NOT NULL,
  granted_until TEXT,
  answered_by   BLOB,
  answered_at   INTEGER,
  note          TEXT
) STRICT;
CREATE INDEX extensions_by_deal ON extensions (deal);
CREATE INDEX extensions_by_state ON extensions (state) WHERE deleted_at IS NULL;

-- The last night this device went through; known here only.
CREATE TABLE turnover_through (only INTEGER PRIMARY KEY CHECK (only = 1), night TEXT NOT NULL) STRICT;
