//! docs/commands.md: every command of the table, in the order of the table.

/// The page, whole.
pub fn markdown() -> String {
    String::new()
}
