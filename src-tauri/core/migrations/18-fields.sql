-- 18-fields: the team's own fields on people, organizations and deals, and views of tables that are kept under a name.
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
-- Numbers stand before text and among themselves in their order, whole or not.
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
