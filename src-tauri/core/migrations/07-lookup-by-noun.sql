-- Keys are asked for within one noun: with the noun in front a range of keys is one seek, and SQLite has
-- no reason to walk a whole noun by the other index.
CREATE TABLE lookup_new (
  noun INTEGER NOT NULL,
  key  TEXT NOT NULL,
  row  INTEGER NOT NULL,
  PRIMARY KEY (noun, key, row)
) STRICT, WITHOUT ROWID;

INSERT INTO lookup_new (noun, key, row) SELECT noun, key, row FROM lookup ORDER BY noun, key, row;
DROP TABLE lookup;
ALTER TABLE lookup_new RENAME TO lookup;
CREATE INDEX lookup_by_row ON lookup (noun, row);

-- Deals that many keys fit are walked in the order of their last touch, like people and organizations.
CREATE INDEX deals_by_touch ON deals (last_touch_at, n) WHERE deleted_at IS NULL;
