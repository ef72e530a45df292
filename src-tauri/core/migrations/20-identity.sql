-- 20-identity: two rows that are one person or one firm. The row that was merged says into which
-- (`merged_into`, logged); `root` is the row it stands under, worked out from all of these. Lists show rows
-- that stand for themselves, so their indexes leave the others out.
ALTER TABLE people ADD COLUMN merged_into BLOB;
ALTER TABLE people ADD COLUMN root BLOB;
ALTER TABLE organizations ADD COLUMN merged_into BLOB;
ALTER TABLE organizations ADD COLUMN root BLOB;

CREATE INDEX people_merged_into ON people (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX people_merged ON people (id, root) WHERE root IS NOT NULL;
CREATE INDEX people_under ON people (root, id) WHERE root IS NOT NULL;
CREATE INDEX organizations_merged_into ON organizations (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX organizations_merged ON organizations (id, root) WHERE root IS NOT NULL;
CREATE INDEX organizations_under ON organizations (root, id) WHERE root IS NOT NULL;

DROP INDEX people_by_name;
DROP INDEX people_by_touch;
DROP INDEX people_by_touches;
DROP INDEX people_by_grade;
DROP INDEX people_by_made;
DROP INDEX people_by_next;
DROP INDEX people_by_filters;
CREATE INDEX people_by_name ON people (sort_key) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX people_by_touch ON people (last_touch_at) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX people_by_touches ON people (touch_count) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX people_by_grade ON people (grade) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX people_by_made ON people (stamp) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX people_by_next ON people (next_on) WHERE deleted_at IS NULL AND root IS NULL AND next_on IS NOT NULL;
CREATE INDEX people_by_filters ON people (owner_now, source, city, grade, kind, last_touch_at, next_on, deleted_at, root)
  WHERE deleted_at IS NULL AND root IS NULL;

DROP INDEX organizations_by_name;
DROP INDEX organizations_by_touch;
DROP INDEX organizations_by_touches;
DROP INDEX organizations_by_grade;
DROP INDEX organizations_by_employees;
DROP INDEX organizations_by_made;
DROP INDEX organizations_by_next;
DROP INDEX organizations_by_filters;
CREATE INDEX organizations_by_name ON organizations (sort_key) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX organizations_by_touch ON organizations (last_touch_at) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX organizations_by_touches ON organizations (touch_count) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX organizations_by_grade ON organizations (grade) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX organizations_by_employees ON organizations (employees) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX organizations_by_made ON organizations (stamp) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX organizations_by_next ON organizations (next_on) WHERE deleted_at IS NULL AND root IS NULL AND next_on IS NOT NULL;
CREATE INDEX organizations_by_filters ON organizations (owner_now, industry, region, grade, last_touch_at, next_on, deleted_at, root)
  WHERE deleted_at IS NULL AND root IS NULL;

-- Who shares a number is asked of all numbers at once.
DROP INDEX identifiers_by_value;
CREATE INDEX identifiers_by_value ON identifiers (value, kind, person, deleted_at);

-- Two rows of which somebody said that they are not the same; the id comes from the two.
CREATE TABLE distinct_pairs (
  n          INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stamp      INTEGER NOT NULL,
  device     INTEGER NOT NULL,
  deleted_at INTEGER,
  one        BLOB NOT NULL,
  other      BLOB NOT NULL
) STRICT;
