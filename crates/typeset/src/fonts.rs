//! The fonts that the house prints with, embedded and loaded once.

use std::sync::OnceLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The name of an embedded file and its bytes.
macro_rules! font {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../fonts/", $name)).as_slice())
    };
}
/// The files, with their names as in `fonts/README.md`.
pub(crate) const FILES: [(&str, &[u8]); 12] = [
    font!("SourceSerif4_400Regular.ttf"),
    font!("SourceSerif4_400Regular_Italic.ttf"),
    font!("SourceSerif4_600SemiBold.ttf"),
    font!("SourceSerif4_600SemiBold_Italic.ttf"),
    font!("SourceSans3_400Regular.ttf"),
    font!("SourceSans3_400Regular_Italic.ttf"),
    font!("SourceSans3_600SemiBold.ttf"),
    font!("NotoNaskhArabic_400Regular.ttf"),
    font!("NotoNaskhArabic_700Bold.ttf"),
    font!("NotoSerifHebrew_400Regular.ttf"),
    font!("NotoSerifHebrew_700Bold.ttf"),
    font!("SourceCodePro_400Regular.ttf"),
];

/// The fonts and what is known of them.
pub(crate) struct Fonts {
    pub(crate) all: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

impl Fonts {
    /// Whether any of them has a glyph for this character.
    pub(crate) fn cover(&self, c: char) -> bool {
        self.all.iter().any(|font| font.info().coverage.contains(c.into()))
    }
}

/// All embedded fonts, read at the first call.
pub(crate) fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let all: Vec<Font> = FILES.iter().flat_map(|(_, bytes)| Font::iter(Bytes::new(*bytes))).collect();
        let book = LazyHash::new(FontBook::from_fonts(&all));
        Fonts { all, book }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_families_have_the_names_that_sources_use() {
        let mut families: Vec<&str> = fonts().book.families().map(|(family, _)| family).collect();
        families.sort_unstable();
        let expected =
            ["Noto Naskh Arabic", "Noto Serif Hebrew", "Source Code Pro", "Source Sans 3", "Source Serif 4"];
        assert_eq!(families, expected);
        assert_eq!(fonts().all.len(), FILES.len(), "every file holds one font");
    }

    #[test]
    fn the_files_are_those_of_the_readme() {
        let readme = include_str!("../fonts/README.md");
        for (name, bytes) in FILES {
            let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            let row = readme.lines().find(|line| line.contains(name));
            assert!(
                row.is_some_and(|row| row.contains(&hash)),
                "{name} is not the file that README.md describes"
            );
        }
    }

    #[test]
    fn the_alphabets_of_the_house_are_covered() {
        for c in "aßœẞĿЖёіҐңαΩ€№—“”«»…•→×÷ابپچژکگیءةىًّאבםףְ₪،؟".chars()
        {
            assert!(fonts().cover(c), "no font has {c:?}");
        }
        assert!(!fonts().cover('中'), "if a font for this is added, the README and the manual must say so");
    }
}
