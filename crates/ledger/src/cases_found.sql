-- Which cases, and in which order; the braces are filled in by the order asked for. Words are only sifted here: the names themselves decide.
WITH ranks AS MATERIALIZED (SELECT key AS id, value AS rank FROM json_each(:ranks))
SELECT r.id, r.name, r.status, {key} AS key
FROM "case" AS r
WHERE r.trashed = :trashed AND (:trashed OR r.archived = :archived) AND (:status IS NULL OR r.status = :status) AND (:after IS NULL OR r.uuid < :after)
  AND (:assignee IS NULL OR r.assignee_id = (SELECT id FROM editor WHERE uuid = :assignee))
  AND (NOT :unassigned OR r.assignee_id IS NULL)
  AND (:tag IS NULL OR EXISTS (SELECT 1 FROM tag AS t WHERE t.case_id = r.id AND t.trashed = 0 AND t.name = :tag))
  AND (:words IS NULL OR EXISTS (SELECT 1 FROM x_doc AS d WHERE d.row_uuid = r.uuid AND d.table_name = 'case'
    AND NOT EXISTS (SELECT 1 FROM json_each(:words) AS w WHERE instr(d.folded, w.value) = 0)))
ORDER BY key IS NULL, key COLLATE NOCASE {turn}, r.uuid {last}
LIMIT :limit OFFSET :offset
