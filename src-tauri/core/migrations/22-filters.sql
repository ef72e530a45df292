-- 22-filters: every column that the tables show is filtered by, out of an index. Where somebody works, the stage of
-- their open deal and how they are reached stand in other tables: what a list asks of them is kept with the row.
ALTER TABLE people ADD COLUMN organization_now BLOB;
ALTER TABLE people ADD COLUMN title_now TEXT;
ALTER TABLE people ADD COLUMN stage_now BLOB;
-- Bits: 1 phone, 2 mail, 4 WeChat, each of them to be used; 8 reachable, 16 do not contact, 32 wrong, each of any;
-- 64 works somewhere, 128 with a title.
ALTER TABLE people ADD COLUMN marks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organizations ADD COLUMN stage_now BLOB;

UPDATE people SET (organization_now, title_now) = (
  SELECT p.organization, nullif(p.title, '') FROM positions p
  WHERE p.person IN (SELECT people.id UNION ALL SELECT same.id FROM people same WHERE same.root = people.id)
    AND p.deleted_at IS NULL AND p.to_on IS NULL
  ORDER BY p.stamp DESC LIMIT 1);
UPDATE people SET marks = coalesce((
  SELECT max(i.kind = 'phone' AND i.free) + 2 * max(i.kind = 'email' AND i.free)
    + 4 * max(i.kind IN ('wechat', 'wecom') AND i.free) + 8 * max(i.state = 'reachable')
    + 16 * max(i.state = 'do_not_contact') + 32 * max(i.state = 'wrong')
  FROM (SELECT person, kind, coalesce(state, '') AS state, coalesce(state, '') NOT IN ('wrong', 'do_not_contact') AS free
        FROM identifiers WHERE deleted_at IS NULL) i
  WHERE i.person IN (SELECT people.id UNION ALL SELECT same.id FROM people same WHERE same.root = people.id)), 0)
  + CASE WHEN organization_now IS NOT NULL THEN 64 ELSE 0 END + CASE WHEN title_now IS NOT NULL THEN 128 ELSE 0 END;
UPDATE people SET stage_now = (
  SELECT d.stage FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
  WHERE d.person IN (SELECT people.id UNION ALL SELECT same.id FROM people same WHERE same.root = people.id)
    AND d.deleted_at IS NULL
  ORDER BY d.stage_at DESC, d.id DESC LIMIT 1);
UPDATE organizations SET stage_now = (
  SELECT d.stage FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
  WHERE d.organization IN (SELECT organizations.id UNION ALL
                           SELECT same.id FROM organizations same WHERE same.root = organizations.id)
    AND d.deleted_at IS NULL
  ORDER BY d.stage_at DESC, d.id DESC LIMIT 1);

DROP INDEX people_by_filters;
DROP INDEX organizations_by_filters;
DROP INDEX deals_by_filters;
CREATE INDEX people_by_filters ON people (owner_now, source, city, grade, kind, last_touch_at, next_on, stage_now,
  marks, birthday_md, touch_count, deleted_at, root) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX organizations_by_filters ON organizations (owner_now, industry, region, grade, last_touch_at, next_on,
  stage_now, employees, founded, touch_count, deleted_at, root) WHERE deleted_at IS NULL AND root IS NULL;
CREATE INDEX deals_by_filters ON deals (holder, product, organization, person, stage, next_on, close_on, last_touch_at,
  stage_at, amount_minor, currency, touch_count, deleted_at) WHERE deleted_at IS NULL;
-- What is asked for by words picks few rows out; `deleted_at` and `root` stand in them so that no row is read.
CREATE INDEX people_by_organization ON people (organization_now, deleted_at, root)
  WHERE deleted_at IS NULL AND root IS NULL AND organization_now IS NOT NULL;
CREATE INDEX people_by_title ON people (title_now, deleted_at, root)
  WHERE deleted_at IS NULL AND root IS NULL AND title_now IS NOT NULL;
CREATE INDEX organizations_by_founded ON organizations (founded) WHERE deleted_at IS NULL AND root IS NULL;
