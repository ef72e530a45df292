-- 13-candidates: outside HR's own record a candidate is a code; `shown` is what every other view reads.
ALTER TABLE people ADD COLUMN shown TEXT GENERATED ALWAYS AS
  (CASE kind WHEN 'candidate' THEN 'C-' || substr(hex(id), -6) ELSE name END) VIRTUAL;
-- A candidate is sorted and found by that code too.
INSERT OR IGNORE INTO dirty (projection, subject) SELECT 'people_keys', id FROM people WHERE kind = 'candidate';
