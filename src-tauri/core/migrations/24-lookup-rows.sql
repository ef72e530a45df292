-- The keys of a row stand together in one line, so that a row made costs one line here and not one a key.
CREATE TABLE lookup_rows (
  noun INTEGER NOT NULL,
  row  INTEGER NOT NULL,
  keys TEXT NOT NULL, -- a JSON array, in order
  PRIMARY KEY (noun, row)
) STRICT, WITHOUT ROWID;

INSERT INTO lookup_rows (noun, row, keys)
  SELECT noun, row, json_group_array(key ORDER BY key) FROM lookup GROUP BY noun, row;
DROP INDEX lookup_by_row;
