//! The headers of a mail, each as it stands there.

use super::{Found, Origin, is_sensitive};
use crate::{Failure, text};

pub fn read(bytes: &[u8], found: &mut Found) -> Result<(), Failure> {
    let message = text::message(bytes)?;
    for (name, raw) in message.headers_raw() {
        let value = if raw.contains("=?") { text::header_words(raw) } else { raw.trim().to_owned() };
        if is_sensitive(name) {
            found.add_sensitive(Origin::Message, name, value);
        } else {
            found.add(Origin::Message, name, value);
        }
    }
    Ok(())
}
