-- What cases are called: one row for each name and other spelling that can fit. Where the words are plain ASCII, SQLite can tell; else the caller does.
SELECT c.uuid, c.name, 0
FROM "case" AS c
WHERE c.trashed = 0 AND (NOT :plain OR c.name = :words COLLATE NOCASE
  OR substr(c.uuid, 1, length(:words)) = :words COLLATE NOCASE OR substr(c.uuid, -length(:words)) = :words COLLATE NOCASE)
UNION ALL
SELECT c.uuid, n.name, 1
FROM case_name AS n JOIN "case" AS c ON c.id = n.case_id
WHERE n.trashed = 0 AND c.trashed = 0 AND (NOT :plain OR n.name = :words COLLATE NOCASE)
ORDER BY 1 DESC
