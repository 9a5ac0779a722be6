-- SPDX-FileCopyrightText: Foresell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person sets: undo and redo cover it.
CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
-- What the program keeps for itself: revision, digest_key, is_closed, backed_up_at, cleaning_summary, lines_from (first day
-- whose single lines are taken), is_purge_due, forecast_run (that the forecast is made by; absent: the newest).
CREATE TABLE internal (name TEXT NOT NULL PRIMARY KEY, value ANY NOT NULL) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('sales', 'plan', 'items', 'stock', 'behaviour', 'signals', 'locations', 'structure')),
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  file_digest TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('loading', 'done', 'undone')),
  finished_at INTEGER NOT NULL DEFAULT 0,
  read_rows INTEGER NOT NULL DEFAULT 0,
  imported_rows INTEGER NOT NULL DEFAULT 0,
  rejected_rows INTEGER NOT NULL DEFAULT 0,
  duplicate_rows INTEGER NOT NULL DEFAULT 0,
  updated_rows INTEGER NOT NULL DEFAULT 0,
  erased_rows INTEGER NOT NULL DEFAULT 0,  -- of the imported: taken out again, or summed by day
  details TEXT NOT NULL DEFAULT '{}',
  CHECK (read_rows = imported_rows + rejected_rows + duplicate_rows)
) STRICT;

-- Up to 65,536 sale lines as compressed columns; lines are never changed or deleted by cleaning.
CREATE TABLE sale_chunk (
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import,
  lines INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  contents BLOB NOT NULL,  -- how many lines of each day and item
  contents_checksum INTEGER NOT NULL,
  columns BLOB NOT NULL,
  columns_checksum INTEGER NOT NULL,
  digests BLOB NOT NULL,
  digests_checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX sale_chunk_by_import ON sale_chunk (import);

-- Numbers by day, of the role that their import has.
CREATE TABLE plan_chunk (
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import,
  data BLOB NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE reject (
  import INTEGER NOT NULL REFERENCES import,
  row INTEGER NOT NULL,
  reason TEXT NOT NULL,
  "column" TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX reject_by_import ON reject (import, row);

CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  brand TEXT NOT NULL,
  cost INTEGER,
  price INTEGER,
  attributes TEXT NOT NULL
) STRICT;
CREATE TABLE location (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, attributes TEXT NOT NULL) STRICT;
CREATE TABLE channel (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, attributes TEXT NOT NULL) STRICT;

-- How items belong together: a style and its variants, a bundle and what it contains, an item and its gifts, a new item and
-- the one that it replaces. Of a bundle, an item with gifts, a variant or a replaced item the last import holds.
CREATE TABLE item_link (
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import,
  kind TEXT NOT NULL CHECK (kind IN ('variant', 'bundle', 'gift', 'successor')),
  whole INTEGER NOT NULL REFERENCES item,
  part INTEGER NOT NULL REFERENCES item,
  quantity INTEGER NOT NULL,
  share INTEGER,      -- of the money; null: not said
  size TEXT NOT NULL,
  first_day INTEGER,  -- null: from ever, and for ever
  last_day INTEGER
) STRICT;
CREATE INDEX item_link_by_import ON item_link (import);

-- What cleaning says of each chunk; rebuilt by every cleaning.
CREATE TABLE sale_mark (
  chunk INTEGER PRIMARY KEY REFERENCES sale_chunk ON DELETE CASCADE,
  data BLOB NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
  options TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT '{}',
  data_hash TEXT NOT NULL
) STRICT;
CREATE TABLE model (run INTEGER PRIMARY KEY REFERENCES run, data BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE TABLE history (run INTEGER PRIMARY KEY REFERENCES run, data BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE TABLE forecast (
  run INTEGER NOT NULL REFERENCES run,
  origin INTEGER NOT NULL,
  data BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (run, origin)
) STRICT;

-- Undo and redo: SQLite changesets, newest last.
CREATE TABLE edit (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0,
  changeset BLOB NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
