//! RULES: the types of the field and what may be done with them.
//!
//! Pure: no clock, no randomness, no files, no SQL. What needs one of them receives it.
//! The words are those of the glossary; each record is one row of the table of the same name.

pub mod ids;
pub mod words;
pub mod records;
pub mod case_at;
pub mod grid;
pub mod matrix;
