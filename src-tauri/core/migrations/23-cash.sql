-- 23-cash: what follows the yes of a deal: quotes with their lines and versions, contracts, payment plans, invoices, receipts.
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
