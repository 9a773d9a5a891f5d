//! RULES: the types of the field and what may be done with them.
//!
//! Pure: no clock, no randomness, no files, no SQL. What needs one of them receives it.
//! The words are those of the glossary; each record is one row of the table of the same name.

mod answers;
pub mod blind;
pub mod case_at;
pub mod cite;
pub mod comparisons;
pub mod date;
mod date_words;
mod date_words_ru;
pub mod dating;
pub mod effort;
pub mod evidence_matrix;
pub mod excerpt;
pub mod fractional;
pub mod grid;
pub mod ids;
mod index;
pub mod known_by;
pub mod language;
pub mod living;
mod maps;
pub mod matrix;
pub mod methods;
pub mod order;
pub mod points;
pub mod publish;
pub mod ratings;
pub mod records;
pub mod review;
pub mod rule_error;
pub mod scales;
pub mod side_by_side;
pub mod text;
pub mod time;
pub mod timeline;
pub mod words;
