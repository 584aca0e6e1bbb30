-- Why: a question asked of the codings is asked again as the coding goes on. What is kept is the question and never
-- its answer, so that it always speaks of the codings as they are.

CREATE TABLE saved_query (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- What is retrieved, and from what, as JSON. Codes, cases, documents, coders and variables stand in the query by
  -- their GUIDs, so that renaming them leaves it what it was.
  settings TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
