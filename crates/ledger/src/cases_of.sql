WITH it AS (SELECT id FROM item WHERE uuid = ?1),
parts AS (SELECT e.id FROM excerpt AS e JOIN capture AS c ON c.id = e.capture_id WHERE c.item_id = (SELECT id FROM it)),
found AS (
  SELECT case_id FROM appearance WHERE trashed = 0 AND item_id = (SELECT id FROM it)
  UNION SELECT case_id FROM finding WHERE trashed = 0 AND item_id = (SELECT id FROM it)
  UNION SELECT case_id FROM event WHERE trashed = 0 AND item_id = (SELECT id FROM it)
  UNION SELECT case_id FROM evidence_link WHERE trashed = 0 AND from_item_id = (SELECT id FROM it)
  UNION SELECT case_id FROM evidence_link WHERE trashed = 0 AND to_item_id = (SELECT id FROM it)
  UNION SELECT case_id FROM evidence_link WHERE trashed = 0 AND from_excerpt_id IN (SELECT id FROM parts))
SELECT uuid FROM "case" WHERE trashed = 0 AND id IN (SELECT case_id FROM found) ORDER BY uuid
