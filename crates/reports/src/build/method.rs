//! How the desk worked: the words it uses, the formulas behind the numbers, the scales, and how much was done for each side.

use super::{Desk, dim, sentence, text};
use crate::document::{Align, Block, Cell, Inline, Table, TableKind};
use crate::text::one_line;
use crate::words::Method;
use claims::words::{Grade, Likelihood};

impl Desk<'_> {
    pub(super) fn method(&mut self) -> Vec<Block> {
        let w = &self.w.method;
        let mut blocks = vec![Block::Beside {
            main: w.paragraphs.iter().map(|words| sentence(*words)).collect(),
            notes: Vec::new(),
        }];
        blocks.push(heading(w.numbers));
        blocks.push(Block::Table(formulas(w)));
        blocks.extend(self.effort());
        blocks.extend(self.scales());
        blocks.push(heading(w.likelihood));
        let bands: Vec<(&str, &str)> =
            Likelihood::ALL.iter().map(|band| (self.w.lists.likelihood)(*band)).collect();
        blocks.push(Block::Small(vec![text((w.bands)(&bands))]));
        blocks.push(heading(w.sources));
        let grades: Vec<&str> = Grade::ALL.iter().map(|grade| (self.w.lists.grade)(*grade)).collect();
        let credibility: Vec<&str> = (1..=6).map(self.w.lists.credibility).collect();
        blocks.push(Block::Small(vec![text((w.grades)(&grades.join("; "), &credibility.join("; ")))]));
        blocks
    }

    /// What was done for each account: the same effort is owed to all.
    fn effort(&self) -> Vec<Block> {
        if self.grid.effort.is_empty() {
            return Vec::new();
        }
        let w = &self.w.method;
        let head = w.effort_heads.map(|name| vec![text(name)]).to_vec();
        let rows = self
            .grid
            .effort
            .iter()
            .map(|effort| {
                let name = self
                    .grid
                    .accounts
                    .iter()
                    .find(|account| account.id == effort.account_id)
                    .map_or_else(String::new, |account| one_line(&account.name));
                let first = vec![
                    Inline::Letter { letter: effort.letter.clone(), finding: false },
                    text(" "),
                    Inline::Name(name),
                ];
                let mut cells = vec![Cell { lines: vec![first], align: Align::Start }];
                cells.extend(
                    [effort.statements, effort.inquiries, effort.links, effort.rated]
                        .map(|count| Cell { lines: vec![vec![text(count.to_string())]], align: Align::End }),
                );
                cells
            })
            .collect();
        let table = Table {
            kind: TableKind::Plain,
            caption: w.effort_caption.to_owned(),
            head,
            widths: vec![2.0, 1.0, 1.0, 1.0, 1.0],
            rows,
        };
        let mut blocks = vec![heading(w.effort), Block::Table(table)];
        let warning = (self.w.summary.effort_warning)(&self.grid.effort);
        blocks.extend(warning.map(|warning| Block::Small(vec![text(warning)])));
        blocks
    }

    fn scales(&self) -> Vec<Block> {
        let w = &self.w.method;
        let mut blocks = Vec::new();
        for scale in
            self.case.scales.iter().filter(|scale| {
                self.case.assessments.iter().any(|assessment| assessment.scale_id == scale.uuid)
            })
        {
            blocks.push(heading(&(w.scale)(&one_line(&scale.name), scale.version)));
            let rows = self
                .labels_of(scale.uuid)
                .into_iter()
                .map(|label| {
                    let name = vec![
                        Inline::Ladder(self.ladder(label.uuid)),
                        text(" "),
                        self.said(one_line(&label.name)),
                    ];
                    let number = label
                        .number
                        .map_or_else(|| vec![dim(w.no_number)], |number| vec![text(number.to_string())]);
                    let meaning = super::given(label.meaning.as_ref())
                        .map_or_else(|| vec![dim(w.no_meaning)], |meaning| vec![self.said(meaning)]);
                    vec![
                        Cell { lines: vec![name], align: Align::Start },
                        Cell { lines: vec![number], align: Align::Start },
                        Cell { lines: vec![meaning], align: Align::Start },
                    ]
                })
                .collect();
            let head = w.scale_heads.map(|name| vec![text(name)]).to_vec();
            blocks.push(Block::Table(Table {
                kind: TableKind::Plain,
                caption: (w.scale_caption)(&one_line(&scale.name)),
                head,
                widths: vec![1.2, 0.5, 3.0],
                rows,
            }));
        }
        blocks
    }
}

fn formulas(w: &Method) -> Table {
    let rows = w
        .formulas
        .into_iter()
        .map(|row| row.map(|words| Cell { lines: vec![vec![text(words)]], align: Align::Start }).to_vec())
        .collect();
    let head = w.formulas_heads.map(|name| vec![text(name)]).to_vec();
    Table {
        kind: TableKind::Plain,
        caption: w.formulas_caption.to_owned(),
        head,
        widths: vec![0.9, 3.0, 1.1],
        rows,
    }
}

fn heading(name: &str) -> Block {
    Block::Heading { level: 3, label: None, text: vec![text(name)], id: None }
}
