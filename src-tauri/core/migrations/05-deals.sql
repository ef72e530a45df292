-- 05-deals: one record from first contact to cash, its way through the stages, and who holds it.
CREATE TABLE products (
  n           INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  stamp       INTEGER NOT NULL,
  device      INTEGER NOT NULL,
  deleted_at  INTEGER,
  name        TEXT NOT NULL,
  family      TEXT,
  price_minor INTEGER,
  currency    TEXT
) STRICT;

CREATE TABLE pipelines (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  name       TEXT NOT NULL,
  place      INTEGER NOT NULL
) STRICT;

CREATE TABLE stages (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  pipeline   BLOB NOT NULL,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  place      INTEGER NOT NULL,
  win_chance INTEGER,
  limit_days INTEGER
) STRICT;
CREATE INDEX stages_by_pipeline ON stages (pipeline, place);

CREATE TABLE deals (
  n             INTEGER PRIMARY KEY,
  id            BLOB NOT NULL UNIQUE,
  stamp         INTEGER NOT NULL,
  device        INTEGER NOT NULL,
  deleted_at    INTEGER,
  name          TEXT NOT NULL,
  organization  BLOB,
  person        BLOB,
  product       BLOB,
  amount_minor  INTEGER,
  currency      TEXT,
  note          TEXT,
  imported      INTEGER NOT NULL,
  stage         BLOB,
  stage_at      INTEGER,
  stage_day     INTEGER NOT NULL DEFAULT 0,
  holder        BLOB,
  held_at       INTEGER,
  next_on       TEXT,
  sort_key      TEXT NOT NULL DEFAULT '',
  touch_count   INTEGER NOT NULL DEFAULT 0,
  last_touch_at INTEGER
) STRICT;
CREATE INDEX deals_on_board ON deals (stage, stage_at DESC, n DESC) WHERE deleted_at IS NULL;
CREATE INDEX deals_in_sums ON deals (stage, currency, amount_minor, next_on) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_name ON deals (sort_key, n) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_organization ON deals (organization) WHERE organization IS NOT NULL;
CREATE INDEX deals_by_person ON deals (person) WHERE person IS NOT NULL;
CREATE INDEX deals_by_product ON deals (product) WHERE product IS NOT NULL;

CREATE TABLE stage_moves (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  deal       BLOB NOT NULL,
  stage      BLOB NOT NULL,
  at         INTEGER,
  at_day     INTEGER NOT NULL,
  place      INTEGER NOT NULL,
  member     BLOB,
  reason     TEXT
) STRICT;
CREATE INDEX stage_moves_by_deal ON stage_moves (deal);
CREATE INDEX stage_moves_by_stage ON stage_moves (stage);

CREATE TABLE holdings (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  deal       BLOB NOT NULL,
  member     BLOB,
  at         INTEGER NOT NULL,
  at_day     INTEGER NOT NULL,
  reason     TEXT
) STRICT;
CREATE INDEX holdings_by_deal ON holdings (deal);
CREATE INDEX holdings_by_member ON holdings (member) WHERE member IS NOT NULL;

CREATE TABLE deal_roles (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  deal       BLOB NOT NULL,
  person     BLOB NOT NULL,
  role       TEXT NOT NULL
) STRICT;
CREATE INDEX deal_roles_by_deal ON deal_roles (deal);
CREATE INDEX deal_roles_by_person ON deal_roles (person);

CREATE TABLE source_lines (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  target     BLOB NOT NULL,
  source     TEXT NOT NULL,
  line       TEXT NOT NULL
) STRICT;
CREATE INDEX source_lines_by_target ON source_lines (target);
CREATE INDEX touchpoints_by_deal ON touchpoints (deal) WHERE deal IS NOT NULL;
