-- One case with what the list counts of it; nothing in the trash is counted.
SELECT
  (SELECT count(*) FROM account AS a WHERE a.case_id = r.id AND a.trashed = 0),
  (SELECT count(*) FROM claim AS c WHERE c.case_id = r.id AND c.trashed = 0),
  (SELECT count(*) FROM claim AS c WHERE c.case_id = r.id AND c.trashed = 0
    AND EXISTS (SELECT 1 FROM assessment AS s WHERE s.claim_id = c.id AND s.trashed = 0)),
  (SELECT count(*) FROM point AS p WHERE p.case_id = r.id AND p.trashed = 0),
  -- A point is open while some account has neither answer nor silence on it.
  (SELECT count(*) FROM point AS p WHERE p.case_id = r.id AND p.trashed = 0 AND EXISTS (
    SELECT 1 FROM account AS a WHERE a.case_id = r.id AND a.trashed = 0
      AND NOT EXISTS (SELECT 1 FROM answer AS w JOIN claim AS c ON c.id = w.claim_id AND c.trashed = 0
        JOIN account_claim AS m ON m.claim_id = w.claim_id AND m.trashed = 0
        WHERE w.point_id = p.id AND w.trashed = 0 AND m.account_id = a.id)
      AND NOT EXISTS (SELECT 1 FROM silence AS s WHERE s.point_id = p.id AND s.account_id = a.id AND s.trashed = 0))),
  (SELECT name FROM editor AS e WHERE e.id = r.assignee_id),
  (SELECT time FROM operation AS o WHERE o.id = (SELECT max(operation_id) FROM change WHERE case_uuid = r.uuid)),
  (SELECT e.name FROM editor AS e WHERE e.uuid = (
    SELECT editor FROM operation AS o WHERE o.id = (SELECT max(operation_id) FROM change WHERE case_uuid = r.uuid))),
  (SELECT json_group_array(name) FROM (SELECT DISTINCT name FROM tag AS t WHERE t.case_id = r.id AND t.trashed = 0 ORDER BY name))
FROM "case" AS r
WHERE r.id = ?1
