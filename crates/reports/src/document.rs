//! The report as a tree, before it is written down in any format.

use crate::words::{Language, Words};
use claims::grid::PointsGrid;
use claims::matrix::Matrix;
use claims::words::{Section, StanceValue};

/// A report, laid out: what every format writes down.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The language that the report itself speaks.
    pub(crate) language: Language,
    pub(crate) head: Head,
    pub(crate) parts: Vec<Part>,
    /// Every note, by number - 1.
    pub(crate) notes: Vec<Note>,
    pub(crate) grid: PointsGrid,
    pub(crate) matrices: Vec<Matrix>,
    /// Claims whose ratings are covered for the reader of this copy.
    pub(crate) covered: Vec<claims::ids::ClaimId>,
    /// ClaimReview entries to embed; none where the house has no name and address or the sections leave the claims out.
    pub(crate) claim_reviews: Option<serde_json::Value>,
}

impl Model {
    /// Title of the report.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.head.title
    }

    /// The language that the report itself speaks.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The report's own words.
    pub(crate) fn words(&self) -> &'static Words {
        self.language.words()
    }

    /// Numbers of notes, with the name of what each leads to, in their order.
    pub fn notes(&self) -> impl Iterator<Item = (u32, &str)> {
        self.notes.iter().map(|note| (note.number, note.item.as_str()))
    }
}

/// What stands above the parts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Head {
    pub title: String,
    pub title_lang: Option<String>,
    /// "Verification report 3" or "Verification report, not published".
    pub kind: String,
    pub house: Option<String>,
    pub logo: Option<crate::facts::Logo>,
    /// "The case as it stood on …".
    pub position: Vec<Inline>,
    /// Printed on every page: the case is an example, or the house says so.
    pub warning: Option<String>,
    /// The same, with everything else the house says.
    pub banners: Vec<String>,
    pub standfirst: Option<String>,
    pub standfirst_lang: Option<String>,
    /// Where, when, why: a word and what stands behind it.
    pub facts: Vec<(String, Vec<Inline>)>,
    /// Small print beside the standfirst.
    pub aside: Vec<Vec<Inline>>,
    pub version: String,
}

/// One section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    pub section: Section,
    pub title: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// Level 3 or 4; `label` is the claim's label such as "B1".
    Heading {
        level: u8,
        label: Option<String>,
        text: Vec<Inline>,
        id: Option<String>,
    },
    Paragraph(Vec<Inline>),
    /// Small print in the voice of the apparatus.
    Small(Vec<Inline>),
    List {
        ordered: bool,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    Code(String),
    Table(Table),
    /// Boxes in one row: what it is, and what it says.
    Boxes(Vec<(String, Vec<Inline>)>),
    /// Lists that stand side by side, each with its heading (level 4).
    Columns(Vec<(String, Vec<Block>)>),
    Evidence(Vec<EvidenceEntry>),
    /// Text with the notes that it brings up beside it.
    Beside {
        main: Vec<Block>,
        notes: Vec<u32>,
    },
    /// Notes below a table.
    Notes(Vec<u32>),
    /// A place that can be linked to, and what stands there.
    Anchored {
        id: String,
        blocks: Vec<Block>,
    },
}

/// One piece of evidence in a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EvidenceEntry {
    pub mark: Mark,
    pub name: Vec<Inline>,
    pub note: Option<Inline>,
    /// Small print: the stance in words, relevance, credibility, reliability; what bears on this evidence.
    pub lines: Vec<Vec<Inline>>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub kind: TableKind,
    /// What the table shows, for those who do not see it.
    pub caption: String,
    pub head: Vec<Vec<Inline>>,
    /// Relative widths of the columns, as many as heads.
    pub widths: Vec<f32>,
    /// The first cell of each row heads the row.
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TableKind {
    /// Words in cells, a question at the head of each row.
    Questions,
    /// Marks and numbers.
    Matrix,
    /// Names and facts.
    Plain,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Cell {
    /// Paragraphs of the cell.
    pub lines: Vec<Vec<Inline>>,
    pub align: Align,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Align {
    #[default]
    Start,
    Middle,
    End,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Inline {
    /// The report's own words, or an editor's.
    Text(String),
    /// A text of the record in its own language, without quotation marks.
    Foreign {
        text: String,
        lang: Option<String>,
    },
    /// A name, set apart from the direction of what stands around it.
    Name(String),
    /// Words as printed; quotation marks only for word-for-word quotes.
    Quote {
        text: String,
        lang: Option<String>,
        marks: bool,
    },
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    /// Paler: apparatus.
    Dim(Vec<Inline>),
    Code(String),
    /// Hash: broken anywhere.
    Hash(String),
    Link {
        url: String,
        text: Vec<Inline>,
    },
    /// A place in this report.
    Jump {
        id: String,
        text: Vec<Inline>,
    },
    /// A place that can be linked to.
    Target {
        id: String,
        text: Vec<Inline>,
    },
    Note {
        number: u32,
        nth: u32,
    },
    Break,
    Letter {
        letter: String,
        finding: bool,
    },
    Ladder(Ladder),
    Stance(Mark),
    /// Said to those who hear the page, and written where nothing can be drawn.
    Aside(String),
}

/// A rating drawn: always with its word beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ladder {
    Place {
        place: u32,
        places: u32,
    },
    /// A label that stands outside the order.
    Outside,
    Unrated {
        places: u32,
    },
    /// Takes no rating.
    NotRated,
}

/// A stance drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Value(StanceValue),
    Unrated,
    Unsettled,
    /// No link exists.
    NoLink,
}

/// Words in a copy; in quotation marks only where they were said, or stand, word for word.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quoted {
    pub words: String,
    pub lang: Option<String>,
    pub marks: bool,
}

impl Quoted {
    /// As it stands in a note; words without quotation marks end like a sentence.
    pub(crate) fn inline(&self) -> Inline {
        let mut text = self.words.clone();
        if !self.marks && !text.trim_end().ends_with(['.', '!', '?', '…', '”', '»', '"', '؟', '。']) {
            text.push('.');
        }
        Inline::Quote { text, lang: self.lang.clone(), marks: self.marks }
    }
}

/// A numbered note: where the words stand.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Note {
    pub number: u32,
    /// Who said it, and when, where the note is for a statement.
    pub lead: Option<(String, Option<String>)>,
    /// The words in the copy.
    pub quote: Option<Quoted>,
    /// Their translation, and who made it.
    pub translation: Vec<Inline>,
    /// Name of the item.
    pub item: String,
    /// Page, indirect speech, second-hand, cited not read.
    pub remarks: Vec<String>,
    /// Number in the list of sources, if that is part of the report.
    pub source: Option<u32>,
    /// SHA-256 of the preserved copy.
    pub hash: Option<String>,
    /// What the desk says of that copy, such as "notes, not a copy".
    pub copy: Option<String>,
    /// Whether the hash stands in the integrity annex of this report.
    pub annexed: bool,
    /// How often it is referred to.
    pub references: u32,
}

/// A row with a longer cell (in bytes of its words) may go on over the next page; a shorter one stays whole.
const WHOLE: usize = 450;

/// Whether a row is too tall to be kept on one page.
pub(crate) fn is_tall(row: &[Cell]) -> bool {
    let length =
        |cell: &Cell| cell.lines.iter().map(|line| crate::reference::plain(line).len()).sum::<usize>();
    row.iter().any(|cell| length(cell) > WHOLE)
}
