-- Generated from migrations 1 to 27; tests/contract/schema.rs says how. Change a migration, not this.

CREATE TABLE workspace (id BLOB NOT NULL, made_at INTEGER NOT NULL, restored BLOB) STRICT;

CREATE TABLE clock (only INTEGER PRIMARY KEY CHECK (only = 1), stamp INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT;

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
, origin TEXT) STRICT;

CREATE INDEX actions_by_root ON actions (root) WHERE root IS NOT NULL;

CREATE INDEX actions_by_member ON actions (member, n) WHERE root IS NULL;

CREATE INDEX actions_by_label ON actions (label, n) WHERE root IS NULL;

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
, holding_cap INTEGER) STRICT;

CREATE TABLE sources (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  name       TEXT NOT NULL
, archived_at INTEGER) STRICT;

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
, birthday_md TEXT, owner BLOB, owner_now BLOB, shown TEXT GENERATED ALWAYS AS
  (CASE kind WHEN 'candidate' THEN 'C-' || substr(hex(id), -6) ELSE name END) VIRTUAL, next_on TEXT, merged_into BLOB, root BLOB, organization_now BLOB, title_now TEXT, stage_now BLOB, marks INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX people_by_source ON people (source) WHERE source IS NOT NULL;

CREATE INDEX people_gone ON people (deleted_at, n) WHERE deleted_at IS NOT NULL;

CREATE INDEX people_merged_into ON people (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX people_merged ON people (id, root) WHERE root IS NOT NULL;

CREATE INDEX people_under ON people (root, id) WHERE root IS NOT NULL;

CREATE INDEX people_by_name ON people (sort_key) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX people_by_touch ON people (last_touch_at) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX people_by_touches ON people (touch_count) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX people_by_grade ON people (grade) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX people_by_made ON people (stamp) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX people_by_next ON people (next_on) WHERE deleted_at IS NULL AND root IS NULL AND next_on IS NOT NULL;

CREATE INDEX people_by_filters ON people (owner_now, source, city, grade, kind, last_touch_at, next_on, stage_now,
  marks, birthday_md, touch_count, deleted_at, root) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX people_by_organization ON people (organization_now, deleted_at, root)
  WHERE deleted_at IS NULL AND root IS NULL AND organization_now IS NOT NULL;

CREATE INDEX people_by_title ON people (title_now, deleted_at, root)
  WHERE deleted_at IS NULL AND root IS NULL AND title_now IS NOT NULL;

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
, state TEXT, state_why TEXT, state_on TEXT) STRICT;

CREATE INDEX identifiers_by_person ON identifiers (person);

CREATE INDEX identifiers_by_value ON identifiers (value, kind, person, deleted_at);

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
, is_real INTEGER GENERATED ALWAYS AS (CASE
  WHEN direction = 'internal' THEN 0
  WHEN outcome IN ('no_answer', 'busy', 'wrong_number') THEN 0
  WHEN direction = 'inbound' OR outcome IS NOT NULL THEN 1
  WHEN channel IN ('sms', 'email', 'wechat', 'article') THEN sentiment IS NOT NULL
  ELSE 1 END) VIRTUAL) STRICT;

CREATE INDEX touchpoints_by_person ON touchpoints (person) WHERE person IS NOT NULL;

CREATE INDEX touchpoints_nobody ON touchpoints (at) WHERE who IS NOT NULL AND person IS NULL AND deleted_at IS NULL;

CREATE INDEX touchpoints_by_organization ON touchpoints (organization) WHERE organization IS NOT NULL;

CREATE INDEX touchpoints_by_deal ON touchpoints (deal) WHERE deal IS NOT NULL;

CREATE INDEX touchpoints_gone ON touchpoints (deleted_at, n) WHERE deleted_at IS NOT NULL;

CREATE INDEX touchpoints_by_time ON touchpoints (at, n, is_real, deleted_at);

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

CREATE TABLE tags (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  name       TEXT NOT NULL
, archived_at INTEGER) STRICT;

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
, owner BLOB, owner_now BLOB, next_on TEXT, merged_into BLOB, root BLOB, stage_now BLOB) STRICT;

CREATE INDEX organizations_by_parent ON organizations (parent) WHERE parent IS NOT NULL;

CREATE INDEX organizations_gone ON organizations (deleted_at, n) WHERE deleted_at IS NOT NULL;

CREATE INDEX organizations_merged_into ON organizations (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX organizations_merged ON organizations (id, root) WHERE root IS NOT NULL;

CREATE INDEX organizations_under ON organizations (root, id) WHERE root IS NOT NULL;

CREATE INDEX organizations_by_name ON organizations (sort_key) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX organizations_by_touch ON organizations (last_touch_at) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX organizations_by_touches ON organizations (touch_count) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX organizations_by_grade ON organizations (grade) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX organizations_by_employees ON organizations (employees) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX organizations_by_made ON organizations (stamp) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX organizations_by_next ON organizations (next_on) WHERE deleted_at IS NULL AND root IS NULL AND next_on IS NOT NULL;

CREATE INDEX organizations_by_filters ON organizations (owner_now, industry, region, grade, last_touch_at, next_on,
  stage_now, employees, founded, touch_count, deleted_at, root) WHERE deleted_at IS NULL AND root IS NULL;

CREATE INDEX organizations_by_founded ON organizations (founded) WHERE deleted_at IS NULL AND root IS NULL;

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

CREATE INDEX followups_gone ON followups (deleted_at, n) WHERE deleted_at IS NOT NULL;

CREATE INDEX followups_timed ON followups (due_at) WHERE due_at IS NOT NULL AND state = 'open' AND deleted_at IS NULL;

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
, archived_at INTEGER) STRICT;

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
, required TEXT NOT NULL DEFAULT '[]', retired_at INTEGER) STRICT;

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
, close_on TEXT, source BLOB, fit_now TEXT, fit_points INTEGER, level_now INTEGER, level_points INTEGER, locked_at INTEGER, locked_why TEXT, clock_at INTEGER) STRICT;

CREATE INDEX deals_on_board ON deals (stage, stage_at DESC, n DESC) WHERE deleted_at IS NULL;

CREATE INDEX deals_in_sums ON deals (stage, currency, amount_minor, next_on) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_organization ON deals (organization) WHERE organization IS NOT NULL;

CREATE INDEX deals_by_person ON deals (person) WHERE person IS NOT NULL;

CREATE INDEX deals_by_product ON deals (product) WHERE product IS NOT NULL;

CREATE INDEX deals_gone ON deals (deleted_at, n) WHERE deleted_at IS NOT NULL;

CREATE INDEX deals_by_made ON deals (stamp) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_name ON deals (sort_key) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_touch ON deals (last_touch_at) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_touches ON deals (touch_count) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_amount ON deals (amount_minor) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_stage_at ON deals (stage_at) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_next ON deals (next_on) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_close ON deals (close_on) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_source ON deals (source) WHERE source IS NOT NULL;

CREATE INDEX deals_by_fit ON deals (fit_points) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_level ON deals (level_points) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_filters ON deals (holder, product, organization, person, stage, next_on, close_on, last_touch_at,
  stage_at, amount_minor, currency, touch_count, source, fit_now, level_now, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX deals_by_held ON deals (held_at) WHERE deleted_at IS NULL;

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

CREATE INDEX stage_moves_by_time ON stage_moves (at) WHERE at IS NOT NULL;

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
, why TEXT, pool BLOB, rule BLOB, clock TEXT, days INTEGER) STRICT;

CREATE INDEX holdings_by_deal ON holdings (deal);

CREATE INDEX holdings_by_member ON holdings (member) WHERE member IS NOT NULL;

CREATE INDEX holdings_turned_over ON holdings (at) WHERE rule IS NOT NULL;

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

CREATE TABLE "lookup" (
  noun INTEGER NOT NULL,
  key  TEXT NOT NULL,
  row  INTEGER NOT NULL,
  PRIMARY KEY (noun, key, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE reminded (followup BLOB NOT NULL, due_at INTEGER NOT NULL, PRIMARY KEY (followup, due_at)) STRICT, WITHOUT ROWID;

CREATE TABLE guides (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  name       TEXT NOT NULL,
  purpose    TEXT NOT NULL,
  channel    TEXT NOT NULL,
  builtin    TEXT,
  version    INTEGER NOT NULL,
  place      INTEGER NOT NULL
) STRICT;

CREATE TABLE questions (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  guide      BLOB NOT NULL,
  version    INTEGER NOT NULL,
  place      INTEGER NOT NULL,
  origin     BLOB NOT NULL,
  interview  BLOB
) STRICT;

CREATE INDEX questions_by_guide ON questions (guide, version, place);

CREATE INDEX questions_by_interview ON questions (interview) WHERE interview IS NOT NULL;

CREATE INDEX questions_by_origin ON questions (origin);

CREATE TABLE wordings (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  question   BLOB NOT NULL,
  lang       TEXT NOT NULL,
  title      TEXT NOT NULL,
  text       TEXT NOT NULL,
  probe      TEXT
) STRICT;

CREATE INDEX wordings_by_question ON wordings (question);

CREATE TABLE interviews (
  n            INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  stamp        INTEGER NOT NULL,
  device       INTEGER NOT NULL,
  deleted_at   INTEGER,
  touchpoint   BLOB NOT NULL,
  guide        BLOB NOT NULL,
  version      INTEGER NOT NULL,
  lang         TEXT NOT NULL,
  consent      INTEGER,
  consent_on   TEXT,
  retain_until TEXT,
  state        TEXT NOT NULL,
  typed_later  INTEGER NOT NULL,
  thanks       BLOB,
  keeps        BLOB
) STRICT;

CREATE INDEX interviews_by_touchpoint ON interviews (touchpoint);

CREATE INDEX interviews_by_guide ON interviews (guide, version);

CREATE INDEX interviews_unfinished ON interviews (state) WHERE state <> 'done' AND deleted_at IS NULL;

CREATE TABLE answers (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  interview  BLOB NOT NULL,
  question   BLOB NOT NULL,
  state      TEXT NOT NULL,
  text       TEXT,
  verbatim   INTEGER NOT NULL
) STRICT;

CREATE INDEX answers_by_interview ON answers (interview);

CREATE INDEX answers_by_question ON answers (question);

CREATE TABLE fields (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  noun       TEXT NOT NULL,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  choices    TEXT NOT NULL,
  place      INTEGER NOT NULL,
  retired_at INTEGER
) STRICT;

CREATE TABLE field_values (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  row        BLOB NOT NULL,
  field      BLOB NOT NULL,
  value      ANY
) STRICT;

CREATE INDEX field_values_by_value ON field_values (field, value, row) WHERE deleted_at IS NULL AND value IS NOT NULL;

CREATE INDEX field_values_of_row ON field_values (row, field);

CREATE TABLE views (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  list       TEXT NOT NULL,
  name       TEXT NOT NULL,
  state      TEXT NOT NULL,
  owner      BLOB,
  pinned     INTEGER NOT NULL,
  place      INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_names USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');

CREATE TABLE 'search_names_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_names_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'search_names_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_names_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE VIRTUAL TABLE search_talk USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

CREATE TABLE 'search_talk_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_talk_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'search_talk_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_talk_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE VIRTUAL TABLE search_names_held USING fts5vocab (search_names, instance);

CREATE VIRTUAL TABLE search_talk_held USING fts5vocab (search_talk, instance);

CREATE TABLE search_docs (docid INTEGER PRIMARY KEY, noun INTEGER NOT NULL, row INTEGER NOT NULL, print INTEGER NOT NULL) STRICT;

CREATE UNIQUE INDEX search_docs_by_row ON search_docs (noun, row);

CREATE TABLE search_waiting (noun INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (noun, row)) STRICT, WITHOUT ROWID;

CREATE TABLE distinct_pairs (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  one        BLOB NOT NULL,
  other      BLOB NOT NULL
) STRICT;

CREATE TABLE quotes (
  n           INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  stamp       INTEGER NOT NULL,
  device      INTEGER NOT NULL,
  deleted_at  INTEGER,
  deal        BLOB NOT NULL,
  series      BLOB NOT NULL,
  version     INTEGER NOT NULL,
  currency    TEXT NOT NULL,
  state       TEXT NOT NULL,
  sent_on     TEXT,
  answered_on TEXT,
  valid_until TEXT,
  note        TEXT,
  stay        INTEGER NOT NULL
) STRICT;

CREATE INDEX quotes_by_deal ON quotes (deal);

CREATE INDEX quotes_by_series ON quotes (series, version);

CREATE TABLE quote_lines (
  n              INTEGER PRIMARY KEY,
  id             BLOB NOT NULL UNIQUE,
  stamp          INTEGER NOT NULL,
  device         INTEGER NOT NULL,
  deleted_at     INTEGER,
  quote          BLOB NOT NULL,
  place          INTEGER NOT NULL,
  product        BLOB,
  title          TEXT NOT NULL,
  quantity_milli INTEGER NOT NULL,
  unit_minor     INTEGER NOT NULL,
  discount_bp    INTEGER NOT NULL
) STRICT;

CREATE INDEX quote_lines_by_quote ON quote_lines (quote, place);

CREATE INDEX quote_lines_by_product ON quote_lines (product) WHERE product IS NOT NULL;

CREATE TABLE contracts (
  n            INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  stamp        INTEGER NOT NULL,
  device       INTEGER NOT NULL,
  deleted_at   INTEGER,
  deal         BLOB NOT NULL,
  quote        BLOB,
  signed_on    TEXT NOT NULL,
  amount_minor INTEGER,
  currency     TEXT NOT NULL,
  from_on      TEXT,
  to_on        TEXT,
  file         TEXT,
  note         TEXT,
  stay         INTEGER NOT NULL
) STRICT;

CREATE INDEX contracts_by_deal ON contracts (deal);

CREATE INDEX contracts_by_quote ON contracts (quote) WHERE quote IS NOT NULL;

CREATE INDEX contracts_by_end ON contracts (to_on) WHERE deleted_at IS NULL AND to_on IS NOT NULL;

CREATE TABLE plan_items (
  n            INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  stamp        INTEGER NOT NULL,
  device       INTEGER NOT NULL,
  deleted_at   INTEGER,
  contract     BLOB NOT NULL,
  place        INTEGER NOT NULL,
  share_bp     INTEGER,
  amount_minor INTEGER,
  currency     TEXT NOT NULL,
  title        TEXT,
  due_on       TEXT,
  pay_after    TEXT,
  worth_minor  INTEGER,
  paid_minor   INTEGER NOT NULL DEFAULT 0,
  due_now      TEXT,
  settled      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX plan_items_by_contract ON plan_items (contract, place);

CREATE INDEX plan_items_open ON plan_items (due_now, contract, worth_minor, paid_minor) WHERE settled = 0;

CREATE TABLE invoices (
  n            INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  stamp        INTEGER NOT NULL,
  device       INTEGER NOT NULL,
  deleted_at   INTEGER,
  contract     BLOB NOT NULL,
  item         BLOB,
  number       TEXT,
  issued_on    TEXT NOT NULL,
  due_on       TEXT,
  amount_minor INTEGER NOT NULL,
  currency     TEXT NOT NULL,
  note         TEXT
) STRICT;

CREATE INDEX invoices_by_contract ON invoices (contract);

CREATE INDEX invoices_by_item ON invoices (item) WHERE item IS NOT NULL;

CREATE TABLE receipts (
  n            INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  stamp        INTEGER NOT NULL,
  device       INTEGER NOT NULL,
  deleted_at   INTEGER,
  contract     BLOB NOT NULL,
  item         BLOB,
  received_on  TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency     TEXT NOT NULL,
  note         TEXT
) STRICT;

CREATE INDEX receipts_by_contract ON receipts (contract);

CREATE INDEX receipts_by_item ON receipts (item) WHERE item IS NOT NULL;

CREATE TABLE lookup_rows (
  noun INTEGER NOT NULL,
  row  INTEGER NOT NULL,
  keys TEXT NOT NULL, -- a JSON array, in order
  PRIMARY KEY (noun, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE scored (only INTEGER PRIMARY KEY CHECK (only = 1), day_on TEXT NOT NULL) STRICT;

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

CREATE TABLE turnover_through (only INTEGER PRIMARY KEY CHECK (only = 1), night TEXT NOT NULL) STRICT;
