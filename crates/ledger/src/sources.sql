WITH here AS (SELECT id FROM "case" WHERE uuid = :case),
linked AS (
  SELECT l.id, coalesce(l.from_item_id, (SELECT c.item_id FROM excerpt AS e JOIN capture AS c ON c.id = e.capture_id WHERE e.id = l.from_excerpt_id)) AS item_id
  FROM evidence_link AS l WHERE l.trashed = 0 AND (:case IS NULL OR l.case_id = (SELECT id FROM here))),
shown AS (
  SELECT a.item_id FROM appearance AS a WHERE a.trashed = 0 AND a.case_id = (SELECT id FROM here)
  UNION SELECT item_id FROM linked),
items AS (SELECT i.id, i.publisher_id FROM item AS i WHERE i.trashed = 0 AND (:case IS NULL OR i.id IN (SELECT item_id FROM shown))),
made AS (
  SELECT publisher_id AS actor_id, id AS item_id, 1 AS published FROM items WHERE publisher_id IS NOT NULL
  UNION SELECT w.actor_id, w.item_id, 0 FROM author AS w JOIN items ON items.id = w.item_id WHERE w.trashed = 0 AND w.actor_id IS NOT NULL),
counted AS (SELECT actor_id, sum(published) AS published, sum(published = 0) AS written FROM made GROUP BY actor_id),
links AS (
  SELECT m.actor_id, count(DISTINCT l.id) AS n FROM (SELECT DISTINCT actor_id, item_id FROM made) AS m JOIN linked AS l ON l.item_id = m.item_id GROUP BY m.actor_id),
said AS (
  SELECT speaker_id, count(*) AS n FROM statement WHERE trashed = 0 AND (:case IS NULL OR case_id = (SELECT id FROM here)) GROUP BY speaker_id),
held AS (
  SELECT actor_id, count(*) AS n FROM holder WHERE trashed = 0 AND (:case IS NULL OR case_id = (SELECT id FROM here)) GROUP BY actor_id)
SELECT a.uuid, a.name, a.kind, r.grade, r.reason, coalesce(counted.published, 0), coalesce(counted.written, 0), coalesce(said.n, 0), coalesce(links.n, 0),
  coalesce(held.n, 0), a.description,
  (SELECT json_group_array(name) FROM (SELECT o.name FROM actor_name AS o WHERE o.actor_id = a.id AND o.trashed = 0 ORDER BY o.uuid))
FROM actor AS a
LEFT JOIN counted ON counted.actor_id = a.id
LEFT JOIN said ON said.speaker_id = a.id
LEFT JOIN links ON links.actor_id = a.id
LEFT JOIN held ON held.actor_id = a.id
LEFT JOIN reliability AS r ON r.id = (
  SELECT id FROM reliability AS last WHERE last.actor_id = a.id AND last.trashed = 0
    AND NOT EXISTS (SELECT 1 FROM reliability AS later WHERE later.supersedes_id = last.id AND later.trashed = 0)
  ORDER BY last.uuid DESC LIMIT 1)
WHERE a.trashed = :trashed AND (:every OR counted.actor_id IS NOT NULL OR said.speaker_id IS NOT NULL)
ORDER BY a.uuid
LIMIT :limit OFFSET :offset
