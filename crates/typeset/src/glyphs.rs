//! Characters that no embedded font has: found, named, and printed as a mark with their code instead of an empty box.

use crate::fonts::fonts;
use std::collections::BTreeSet;
use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;

/// Characters that the PDF cannot show as they are, in the order of their codes: no embedded font has them.
/// Line breaks, tabs and invisible formatting characters are not among them.
#[must_use]
pub fn missing_glyphs(text: &str) -> Vec<char> {
    let mut known = BTreeSet::new();
    let missing: BTreeSet<char> =
        text.chars().filter(|c| known.insert(*c) && needs_glyph(*c) && !fonts().cover(*c)).collect();
    missing.into_iter().collect()
}

/// The characters of a typeset document that came out without a glyph, or that PDF/UA does not allow in text.
pub(crate) fn missing_in(document: &PagedDocument) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    for page in document.pages() {
        look_through(&page.frame, &mut missing);
    }
    missing
}

/// A rule, on one line, that prints each run of these characters as their codes: `[U+4E2D U+6587]`.
pub(crate) fn marks_for(missing: &BTreeSet<char>) -> String {
    let class: String = missing.iter().map(|c| format!("\\\\x{{{:X}}}", u32::from(*c))).collect();
    format!("#show regex(\"[{class}]+\"): it => {}; ", include_str!("mark.typ").trim().replace('\n', " "))
}

fn look_through(frame: &Frame, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => look_through(&group.frame, missing),
            FrameItem::Text(text) => look_at(text, missing),
            _ => {}
        }
    }
}

fn look_at(item: &TextItem, missing: &mut BTreeSet<char>) {
    missing.extend(item.text.chars().filter(|c| is_forbidden(*c)));
    for glyph in item.glyphs.iter().filter(|glyph| glyph.id == 0) {
        let cluster = item.text.get(glyph.range()).unwrap_or_default();
        let lacking: Vec<char> = cluster.chars().filter(|c| !fonts().cover(*c)).collect();
        // Every character is in some font, but no one font has them all.
        if lacking.is_empty() { missing.extend(cluster.chars()) } else { missing.extend(lacking) }
    }
}

/// U+0000, U+FEFF and U+FFFE must not be what a glyph stands for (ISO 14289-1, 7.21.7).
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0' | '\u{feff}' | '\u{fffe}')
}

/// Whether a character is one to be seen. The others are those that layout acts on or drops.
fn needs_glyph(c: char) -> bool {
    let is_layout = c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    let is_ignorable = matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}');
    !is_layout && !is_ignorable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_fonts_lack_is_named_once_and_in_order() {
        assert_eq!(
            missing_glyphs("Хан-Шейхун, خان شيخون, חאן שייח'ון, Khān Shaykhūn — €5"),
            Vec::<char>::new()
        );
        assert_eq!(missing_glyphs("文 中文 🙂"), ['中', '文', '🙂']);
        assert_eq!(
            missing_glyphs("a\tb\r\nc\u{200f}d\u{ad}e\u{fe0f}"),
            Vec::<char>::new(),
            "what is not to be seen is not missed"
        );
        assert_eq!(missing_glyphs("bell \u{7}"), ['\u{7}'], "a control character is reported");
    }

    #[test]
    fn the_rule_stays_on_one_line() {
        let rule = marks_for(&BTreeSet::from(['中', '\n', '"']));
        assert!(!rule.contains('\n'), "lines of the source must keep their numbers: {rule}");
        assert!(rule.contains(r#"[\\x{A}\\x{22}\\x{4E2D}]+"#), "{rule}");
    }
}
