//! Each script is set in the family meant for it, and nothing is missing.

use super::job;
use crate::world::ClosedWorld;
use crate::{Job, print};
use std::collections::BTreeSet;
use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;

const ENGLISH: &str = "“Overwhelming evidence”, he said: 35 % of 1 000 — no less; naïve café, Khān Shaykhūn.";
const RUSSIAN: &str = "Удар был нанесён по складу боеприпасов — «лаборатория», № 7; Хан-Шейхун, ещё, объём.";
const UKRAINIAN: &str = "Ґанок, їжак, єдність, п’ять.";
const ARABIC: &str =
    "قالت الوزارة: إنّ الهجوم وقع في خان شيخون، لا شكّ، في ٤ نيسان ٢٠١٧؛ الإسلام، لله، اللَّه، مُسْتَشْفًى.";
const PERSIAN: &str = "گفت‌وگو دربارهٔ حملهٔ شیمیایی، پژوهش و چاپ، ۱۳۹۶.";
const HEBREW: &str = "ראש הממשלה אמר: „ח׳אן שיח׳ון”, בְּרֵאשִׁית, 4 באפריל 2017, צה״ל.";

/// Hands every run of text of the document to `each`.
fn each_text(document: &PagedDocument, mut each: impl FnMut(&TextItem)) {
    fn look(frame: &Frame, each: &mut dyn FnMut(&TextItem)) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => look(&group.frame, each),
                FrameItem::Text(text) => each(text),
                _ => {}
            }
        }
    }
    document.pages().iter().for_each(|page| look(&page.frame, &mut each));
}

/// Which family sets which text.
fn families(job: &Job) -> BTreeSet<(String, String)> {
    let world = ClosedWorld::new(job, "").unwrap();
    let document = typst::compile::<PagedDocument>(&world).output.unwrap();
    let mut found = BTreeSet::new();
    each_text(&document, |text| {
        found.insert((text.font.font().info().family.clone(), text.text.to_string()));
    });
    found
}

/// The family that this script is to be set in.
fn is_right(family: &str, c: char) -> bool {
    match c {
        '\u{590}'..='\u{5ff}' => family == "Noto Serif Hebrew",
        '\u{600}'..='\u{6ff}' => family == "Noto Naskh Arabic",
        _ if c.is_alphabetic() => family == "Source Serif 4",
        _ => true,
    }
}

fn is_set_right(body: &str) {
    let job = job(body);
    let printed = print(&job).unwrap();
    assert_eq!((printed.missing, printed.warnings), (Vec::<char>::new(), vec![]), "in {body}");
    for (family, text) in families(&job) {
        let wrong: String = text.chars().filter(|c| !is_right(&family, *c)).collect();
        assert_eq!(wrong, "", "of {text:?}, these fell back to {family}");
    }
}

#[test]
fn latin_and_cyrillic() {
    is_set_right(&format!(
        "{ENGLISH}\n\n#text(lang: \"ru\")[{RUSSIAN}]\n\n#text(lang: \"uk\")[{UKRAINIAN}]\n\n*{RUSSIAN}* _{RUSSIAN}_ *_{ENGLISH}_*"
    ));
}

#[test]
fn arabic_and_persian() {
    is_set_right(&format!(
        "#[#set text(lang: \"ar\")\n{ARABIC}\n\n*{ARABIC}*]\n\n#[#set text(lang: \"fa\")\n{PERSIAN}]"
    ));
}

/// A dot or part of a letter that is a glyph of its own becomes a piece of text of its own in the PDF, and reading aloud falls apart.
#[test]
fn an_unvocalised_arabic_letter_is_one_glyph() {
    let plain =
        "قالت الوزارة إن الهجوم وقع في خان شيخون وقال المتحدث إن شخصا قتلوا وفقا لمنظمة پژوهش چاپ گزارش";
    let world = ClosedWorld::new(&job(&format!("#text(lang: \"ar\")[{plain} *{plain}*]")), "").unwrap();
    let document = typst::compile::<PagedDocument>(&world).output.unwrap();
    let mut glyphs = 0;
    each_text(&document, |text| {
        glyphs += text.glyphs.len();
        assert!(
            text.glyphs.iter().all(|glyph| glyph.y_offset.get() == 0.0),
            "a part of a letter stands apart in {:?}",
            text.text
        );
    });
    assert!(glyphs > 0 && glyphs <= 2 * plain.chars().count() + 1, "{glyphs} glyphs are more than letters");
}

#[test]
fn hebrew() {
    is_set_right(&format!("#[#set text(lang: \"he\")\n{HEBREW}\n\n*{HEBREW}*]"));
}

#[test]
fn all_scripts_in_one_line() {
    is_set_right(&format!("{ENGLISH} {ARABIC} {RUSSIAN} {HEBREW} {PERSIAN}"));
}

#[test]
fn the_families_of_the_documentation_are_there() {
    let all =
        ["Source Serif 4", "Source Sans 3", "Noto Naskh Arabic", "Noto Serif Hebrew", "Source Code Pro"];
    let body: String = all.iter().map(|family| format!("#text(font: \"{family}\")[1]\n")).collect();
    assert_eq!(print(&job(&body)).unwrap().warnings, []);
    let raw = job("#show raw: set text(font: \"Source Code Pro\")\n`0aF1`");
    assert!(families(&raw).contains(&("Source Code Pro".into(), "0aF1".into())));
}
