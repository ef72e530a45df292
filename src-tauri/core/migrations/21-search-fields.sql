-- 21-search-fields: what rows hold in the team's own fields of words is found, too.
INSERT OR IGNORE INTO search_waiting SELECT 6, n FROM people WHERE id IN (SELECT row FROM field_values);
INSERT OR IGNORE INTO search_waiting SELECT 8, n FROM organizations WHERE id IN (SELECT row FROM field_values);
INSERT OR IGNORE INTO search_waiting SELECT 12, n FROM deals WHERE id IN (SELECT row FROM field_values);
