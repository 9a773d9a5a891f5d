//! Characters without a glyph leave a visible mark, never an empty box and never a refusal.

use super::job;
use crate::world::ClosedWorld;
use crate::{glyphs, print};
use typst_layout::PagedDocument;

#[test]
fn missing_characters_are_reported_and_marked() {
    let printed = print(&job("He wrote 中文 and 🙂, said 中.")).unwrap();
    assert_eq!(printed.missing, ['中', '文', '🙂']);
    assert_eq!(printed.warnings, []);
}

#[test]
fn the_marks_themselves_are_set_without_gaps() {
    let preamble = glyphs::marks_for(&['中', '文'].into());
    let world = ClosedWorld::new(
        &job(&format!("= 中文\n`中` #link(\"https://example.org\")[{}]", "中文".repeat(40))),
        &preamble,
    )
    .unwrap();
    let document = typst::compile::<PagedDocument>(&world).output.unwrap();
    assert_eq!(glyphs::missing_in(&document), [].into());
}

#[test]
fn escapes_in_the_source_do_not_hide_a_missing_character() {
    assert_eq!(
        print(&job(r"A \u{4e2d} here, #str.from-unicode(25991) there.")).unwrap().missing,
        ['中', '文']
    );
}

#[test]
fn what_only_stands_in_a_comment_or_a_title_is_not_missed() {
    let mut job = job("Text. // 中文");
    job.source = job.source.replace("\"Test\"", "\"中文\"");
    assert_eq!(print(&job).unwrap().missing, Vec::<char>::new());
}

#[test]
fn control_and_invisible_characters_do_not_stop_the_report() {
    let hostile = [
        '\u{1}',
        '\u{7}',
        '\u{8}',
        '\u{b}',
        '\u{c}',
        '\u{1b}',
        '\u{7f}',
        '\u{85}',
        '\u{ad}',
        '\u{200b}',
        '\u{200d}',
        '\u{200e}',
        '\u{200f}',
        '\u{202a}',
        '\u{202e}',
        '\u{2028}',
        '\u{2029}',
        '\u{2060}',
        '\u{2066}',
        '\u{2069}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{fffd}',
        '\u{fffe}',
        '\u{ffff}',
        '\u{e000}',
        '\u{e0041}',
        '\u{10ffff}',
        '\u{0}',
    ];
    for c in hostile {
        for text in [
            format!("a{c}b"),
            format!("{c}"),
            format!("خان{c}شيخون"),
            format!("中{c}"),
            format!("e\u{301}{c}"),
        ] {
            let printed = print(&job(&format!("#\"{text}\"\n")));
            assert!(printed.is_ok(), "{text:?} must come out, if only as a mark: {printed:?}");
        }
    }
    let all: String = hostile.iter().collect();
    print(&job(&format!("#\"{all}\"\n\n= #\"{all}\"\n"))).unwrap();
}

#[test]
fn combinations_that_no_single_font_has_are_marked() {
    for text in
        ["ק\u{64b}", "a\u{5b0}", "ж\u{5b0}\u{64b}", "中\u{301}", "🏳\u{fe0f}\u{200d}🌈", "\u{301}", "\u{64b}"]
    {
        let printed = print(&job(&format!("#\"{text}\"\n")));
        assert!(printed.is_ok(), "{text:?}: {printed:?}");
    }
}

#[test]
fn lines_keep_their_numbers_when_marks_are_needed() {
    let printed = print(&job("中\n#text(font: \"No Such Family\")[x]")).unwrap();
    assert_eq!(printed.missing, ['中']);
    assert_eq!(printed.warnings[0].line, Some(4), "{:?}", printed.warnings);
}
