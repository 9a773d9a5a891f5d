//! Recording changes by themselves: temporary triggers on every table under history, generated from the schema.

use crate::error::Result;
use crate::schema::{Schema, Table, quoted};
use rusqlite::Connection;

/// What the triggers write into; it lives with the connection and may spill to a temporary file.
const PENDING: &str = "CREATE TEMP TABLE IF NOT EXISTS pending (
  seq INTEGER PRIMARY KEY, table_name TEXT NOT NULL, row_uuid TEXT NOT NULL, case_uuid TEXT, before TEXT, after TEXT);";

/// Sets the triggers up, or anew after the schema changed.
pub(crate) fn arm(conn: &Connection, schema: &Schema) -> Result<()> {
    let mut sql = String::from(PENDING);
    for table in &schema.tables {
        sql.push_str(&triggers(table));
    }
    conn.execute_batch(&sql)?;
    Ok(())
}

fn triggers(table: &Table) -> String {
    let name = &table.name;
    let on = quoted(name);
    let (new, old) = (table.image("NEW"), table.image("OLD"));
    let (new_case, old_case) = (table.case("NEW"), table.case("OLD"));
    format!(
        "DROP TRIGGER IF EXISTS temp.\"{name} added\";
DROP TRIGGER IF EXISTS temp.\"{name} changed\";
DROP TRIGGER IF EXISTS temp.\"{name} removed\";
CREATE TEMP TRIGGER \"{name} added\" AFTER INSERT ON main.{on} BEGIN
  INSERT INTO pending (table_name, row_uuid, case_uuid, before, after) VALUES ('{name}', NEW.uuid, {new_case}, NULL, {new});
END;
CREATE TEMP TRIGGER \"{name} changed\" AFTER UPDATE ON main.{on} BEGIN
  INSERT INTO pending (table_name, row_uuid, case_uuid, before, after)
  SELECT '{name}', NEW.uuid, {new_case}, b, a FROM (SELECT {old} AS b, {new} AS a) WHERE b <> a;
END;
CREATE TEMP TRIGGER \"{name} removed\" AFTER DELETE ON main.{on} BEGIN
  INSERT INTO pending (table_name, row_uuid, case_uuid, before, after) VALUES ('{name}', OLD.uuid, {old_case}, {old}, NULL);
END;
"
    )
}
