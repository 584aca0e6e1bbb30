-- Why: what an analysis found is kept with the researcher's words and can be held against what it finds today; and
-- the displays of the study (matrices, networks) are the researcher's own work over evidence that is never copied:
-- a display is its definition, the evidence follows from the codings, and only what a person adds is stored here.

-- An analysis worth keeping: which one, what it was asked, and what the researcher says of it.
CREATE TABLE saved_result (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  comment TEXT NOT NULL DEFAULT '',
  -- A job of the contract, and its input as JSON.
  method TEXT NOT NULL,
  input TEXT NOT NULL,
  in_report INTEGER NOT NULL DEFAULT 0 CHECK (in_report IN (0, 1)),
  position INTEGER NOT NULL,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

-- What it answered, each time it was kept: the latest is the present state, the one before it the earlier.
CREATE TABLE result_state (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  result_id INTEGER NOT NULL REFERENCES saved_result (id),
  revision INTEGER NOT NULL,
  computed_at TEXT NOT NULL,
  -- SHA-256 over what went in (the codings and texts in its scope) and over what came out.
  inputs TEXT NOT NULL,
  digest TEXT NOT NULL,
  -- The answer as tables with names, as JSON: readable after the codes and cases it names are gone.
  answer TEXT NOT NULL
) STRICT;

CREATE INDEX result_state_by_result ON result_state (result_id, id);

CREATE TABLE display (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Rows, columns, filter, rule of the cells, sorting; as JSON.
  definition TEXT NOT NULL,
  -- How evidence becomes a cell (decision rule), and the text that goes with the display.
  decision_rule TEXT NOT NULL DEFAULT '',
  commentary TEXT NOT NULL DEFAULT '',
  in_report INTEGER NOT NULL DEFAULT 0 CHECK (in_report IN (0, 1)),
  position INTEGER NOT NULL,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

-- What the researcher condensed into a cell. Its row and column are named by what stands there: the guid of a code,
-- case or document, a value, or a line of the display's own.
CREATE TABLE display_cell (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  display_id INTEGER NOT NULL REFERENCES display (id),
  row_key TEXT NOT NULL,
  column_key TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT '',
  rating TEXT NOT NULL DEFAULT '',
  -- Fingerprint of the evidence that was there when text or rating was written: another one now marks the cell stale.
  evidence TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  UNIQUE (display_id, row_key, column_key)
) STRICT;

-- Something in a network: a code, case or document of the study, an event, or a word of its own.
CREATE TABLE display_node (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  display_id INTEGER NOT NULL REFERENCES display (id),
  kind TEXT NOT NULL CHECK (kind IN ('code', 'case', 'document', 'event', 'free')),
  target_guid TEXT,
  label TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  -- Where it stands, in units of the drawing.
  x INTEGER NOT NULL,
  y INTEGER NOT NULL
) STRICT;

CREATE INDEX display_node_by_display ON display_node (display_id);

-- The first influences, precedes, is part of … the second.
CREATE TABLE display_link (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  display_id INTEGER NOT NULL REFERENCES display (id),
  from_node_id INTEGER NOT NULL REFERENCES display_node (id),
  to_node_id INTEGER NOT NULL REFERENCES display_node (id),
  kind TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX display_link_by_display ON display_link (display_id);
CREATE INDEX display_link_from ON display_link (from_node_id);
CREATE INDEX display_link_to ON display_link (to_node_id);

-- A coding that a person put behind a cell, a node or a link. It stays when the coding goes, so that the gap shows.
CREATE TABLE display_evidence (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  display_id INTEGER NOT NULL REFERENCES display (id),
  -- Of the cell, node or link.
  owner_guid TEXT NOT NULL,
  coding_guid TEXT NOT NULL,
  UNIQUE (owner_guid, coding_guid)
) STRICT;

CREATE INDEX display_evidence_by_display ON display_evidence (display_id);
CREATE INDEX display_evidence_by_coding ON display_evidence (coding_guid);
