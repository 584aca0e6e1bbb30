-- Why: people cite a quotation by its page. A file with pages of its own (PDF) says where they begin in the text, and
-- these places must follow every later edit of it, as codings do.
--
-- One row a document, not one passage a page: a page has no words of its own to keep, and an edit shifts all places
-- behind it at once.

CREATE TABLE page_map (
  id INTEGER PRIMARY KEY REFERENCES document (id),
  -- JSON: the offset at which each page begins, in order, from the first page on. Pages without text begin where the next does.
  starts TEXT NOT NULL CHECK (json_valid(starts))
) STRICT;
