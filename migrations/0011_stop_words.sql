-- Why: which words say little differs from study to study: an interviewer's name, a filler, a word of every answer. A
-- study has a list of its own, and says which of the lists that come with the program it uses, so that its word counts
-- are the same on every machine and in the command line.

CREATE TABLE stop_word (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  -- In small letters, as words are counted (U6).
  word TEXT NOT NULL UNIQUE CHECK (word <> ''),
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL
) STRICT;

-- Lists of the program that this study does without: those that are not here are used.
CREATE TABLE stop_list_off (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  list TEXT NOT NULL UNIQUE CHECK (list IN ('id', 'en')),
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL
) STRICT;
