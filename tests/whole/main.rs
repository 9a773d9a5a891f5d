//! Whole flows through the door, one binary.
#![allow(clippy::unwrap_used)]

mod annotations;
mod bad_files;
mod bad_requests;
mod bad_values;
mod bag;
mod blocking;
mod bulk;
mod case_list;
mod cli;
mod covering;
mod demo;
mod desk;
mod excerpt_library;
mod excerpts;
mod flow;
mod history;
mod items;
mod local;
mod made_of;
mod nouns;
mod old_format;
mod old_format_2;
mod read_files;
mod recipes;
mod reports;
mod sample;
mod sides;
mod support;
mod terminal;
mod two_times;
mod undoing;
mod verify_script;
mod watching;
mod web;
mod workspace;
