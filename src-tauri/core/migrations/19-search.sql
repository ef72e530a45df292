-- 19-search: words of conversations, answers, promises, notes and names are found through a text index.
-- Each word stands behind a letter for its noun. Names know where words stand; what was said does not, and is half as large.
CREATE VIRTUAL TABLE search_names USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE search_talk USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
INSERT INTO search_names (search_names, rank) VALUES ('hashsize', 4194304);
INSERT INTO search_talk (search_talk, rank) VALUES ('hashsize', 4194304);
CREATE VIRTUAL TABLE search_names_held USING fts5vocab (search_names, instance);
CREATE VIRTUAL TABLE search_talk_held USING fts5vocab (search_talk, instance);

-- docid: noun, second of the event, row number; so the latest are met first, noun by noun. print: of the words held.
CREATE TABLE search_docs (docid INTEGER PRIMARY KEY, noun INTEGER NOT NULL, row INTEGER NOT NULL, print INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX search_docs_by_row ON search_docs (noun, row);

-- Rows whose words are yet to be brought up to date.
CREATE TABLE search_waiting (noun INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (noun, row)) STRICT, WITHOUT ROWID;
INSERT INTO search_waiting SELECT 6, n FROM people;
INSERT INTO search_waiting SELECT 8, n FROM organizations;
INSERT INTO search_waiting SELECT 12, n FROM deals;
INSERT INTO search_waiting SELECT 16, n FROM touchpoints;
INSERT INTO search_waiting SELECT 17, n FROM followups;
INSERT INTO search_waiting SELECT 24, n FROM answers;

-- Surnames that sound otherwise than their character does elsewhere.
INSERT OR IGNORE INTO dirty SELECT 'people_keys', id FROM people WHERE instr(
  '尉万萬澹單单曾查解仇蓋盖區区朴員员贠貟繆缪樂乐翟種种秘祕黑折覃繁能祭召隗郇洗薄卜适適佴重都阚闞藏', substr(name, 1, 1)) > 0;
