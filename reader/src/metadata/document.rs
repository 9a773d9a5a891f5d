//! The properties of an office document.

use super::{Found, Origin};
use crate::archive::zip::Packed;
use crate::{Failure, text};

/// The largest part of properties that is read.
const LIMIT: u64 = 4 * 1024 * 1024;

pub fn read(bytes: &[u8], found: &mut Found) -> Result<(), Failure> {
    let mut packed = Packed::open(bytes)?;
    for part in ["docProps/core.xml", "docProps/app.xml"] {
        let Some(content) = packed.part(part, LIMIT)? else { continue };
        found.attempt(Origin::Document, |found| {
            let (xml, _) = text::decode::decode(&content, Some("utf-8"));
            let tree = text::parse_xml(&xml)?;
            for property in tree.root_element().children().filter(roxmltree::Node::is_element) {
                let value = property.text().unwrap_or_default();
                found.add(Origin::Document, property.tag_name().name(), value);
            }
            Ok(())
        });
    }
    Ok(())
}
