//! What a page is made of, and what becomes of it: the addresses that it needs, a copy that stands alone, its text.

mod charset;
mod copy;
mod css;
mod needs;
mod srcset;
mod text;
mod tokens;

pub(crate) use charset::decoded;
pub(crate) use copy::{Copy, Kept, Part};
pub(crate) use css::{Use, addresses as needs_of_css};
pub(crate) use needs::{Need, Wanted, absolute, needs_of_page};
pub(crate) use text::read;
pub use text::text_of;
