-- 12-guides: conversations by guide: versioned questions in several languages, and what was answered.
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
