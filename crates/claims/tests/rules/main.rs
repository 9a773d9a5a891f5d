//! The rules of the field on whole cases, set down row by row with a small builder.

mod build;
mod date_views;
mod excerpts;
mod grid;
mod matrix;
mod rating;
mod review;
mod timeline_and_publish;
mod trash;
