-- Why: every coding is written durably before it is acknowledged, and what that takes grows with the pages it changes.
-- Two of them only repeated what the history says anyway. The newest group that undo can take back is found from the
-- end of the history, where it is; and every change is one group, so the last group's number counts the changes.

DROP INDEX history_group_done;

DROP TABLE revision;

-- 1 before the first change, and one more after each, undo and redo included.
CREATE VIEW revision AS SELECT coalesce(max(sequence), 0) + 1 AS number FROM history_group;
