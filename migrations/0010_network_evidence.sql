-- Why: a link of a network (context chart, causal network, code map) is a claim in small: it says that one thing
-- influences, precedes or is part of another. What it rests on is pointed at by guid and never removed with its target,
-- with a fingerprint of what was judged beside it, as the evidence of propositions is: a quotation, a cell of a matrix,
-- a proposition that is gone or says something else must show.

CREATE TABLE display_link_evidence (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  link_id INTEGER NOT NULL REFERENCES display_link (id),
  kind TEXT NOT NULL CHECK (kind IN ('coding', 'cell', 'proposition')),
  target_guid TEXT NOT NULL,
  -- What was judged, as JSON.
  fingerprint TEXT NOT NULL,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  UNIQUE (link_id, target_guid)
) STRICT;

CREATE INDEX display_link_evidence_by_target ON display_link_evidence (target_guid);
