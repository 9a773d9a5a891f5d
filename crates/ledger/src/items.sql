WITH here AS (SELECT id FROM "case" WHERE uuid = :case),
linked AS (
  SELECT l.id, coalesce(l.from_item_id, (SELECT c.item_id FROM excerpt AS e JOIN capture AS c ON c.id = e.capture_id WHERE e.id = l.from_excerpt_id)) AS item_id
  FROM evidence_link AS l WHERE l.trashed = 0 AND (:case IS NULL OR l.case_id = (SELECT id FROM here))),
links AS (SELECT item_id, count(*) AS n FROM linked WHERE item_id IS NOT NULL GROUP BY item_id),
said AS (
  SELECT a.item_id, count(DISTINCT a.statement_id) AS n FROM appearance AS a JOIN statement AS s ON s.id = a.statement_id
  WHERE a.trashed = 0 AND s.trashed = 0 AND (:case IS NULL OR a.case_id = (SELECT id FROM here)) GROUP BY a.item_id),
ours AS (
  SELECT item_id FROM appearance WHERE case_id = (SELECT id FROM here) AND trashed = 0
  UNION SELECT item_id FROM finding WHERE case_id = (SELECT id FROM here) AND trashed = 0
  UNION SELECT item_id FROM event WHERE case_id = (SELECT id FROM here) AND trashed = 0
  UNION SELECT to_item_id FROM evidence_link WHERE case_id = (SELECT id FROM here) AND trashed = 0
  UNION SELECT item_id FROM linked)
SELECT i.uuid, i.name, i.kind, i.title, p.uuid, p.name, i.date, i.public_date, i.url, i.reading,
  (SELECT json_group_array(json_array(uuid, sha256)) FROM (SELECT c.uuid, c.sha256 FROM capture AS c WHERE c.item_id = i.id AND c.trashed = 0 ORDER BY c.uuid)),
  coalesce(links.n, 0), coalesce(said.n, 0),
  i.date_words, i.symbol, i.container, i.place, i.language, i.note
FROM item AS i
LEFT JOIN actor AS p ON p.id = i.publisher_id
LEFT JOIN links ON links.item_id = i.id
LEFT JOIN said ON said.item_id = i.id
WHERE i.trashed = :trashed AND (:case IS NULL OR i.id IN (SELECT item_id FROM ours))
ORDER BY i.uuid
LIMIT :limit OFFSET :offset
