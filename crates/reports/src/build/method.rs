//! How the desk worked: the words it uses, the formulas behind the numbers, the scales, and how much was done for each side.

use super::{Desk, dim, sentence, text};
use crate::document::{Align, Block, Cell, Inline, Table, TableKind};
use crate::text::one_line;
use crate::words;
use claims::words::{Grade, Likelihood};

impl Desk<'_> {
    pub(super) fn method(&mut self) -> Vec<Block> {
        let mut blocks = vec![Block::Beside {
            main: vec![
                sentence(
                    "Two or more parties give different accounts of one event. Each account is set down in its own words, under the same questions and with the same fields; accounts stand in the order of their first statement. A finding is what a body that is no party concluded: it stands beside the accounts and never makes two of them agree or contradict.",
                ),
                sentence(
                    "Every sentence about what was said leads to a note, and each note to the words in a preserved copy, named by its SHA-256. What the desk cites without having read it is marked “cited, not read”.",
                ),
                sentence(
                    "People rate; the program counts, sorts and explains. Evidence is linked to a claim with a stance of each reader. Where two or more readers agree, that is the desk’s stance; one reader’s is shown as one reader’s; where they differ it is unsettled and adds to no score. A rating becomes a verdict only after a second reader agreed. A judgement is superseded, never edited away.",
                ),
                sentence(
                    "Absence has many kinds: silent means that an editor looked in a named place and found that the account says nothing; not looked at means that nobody did; unrated, not applicable and neutral are different things.",
                ),
            ],
            notes: Vec::new(),
        }];
        blocks.push(heading("The numbers"));
        blocks.push(Block::Table(formulas()));
        blocks.extend(self.effort());
        blocks.extend(self.scales());
        blocks.push(heading("Likelihood and confidence"));
        let bands: Vec<String> = Likelihood::ALL
            .iter()
            .map(|band| words::likelihood(*band).replacen(", ", " (", 1) + ")")
            .collect();
        blocks.push(Block::Small(vec![text(format!("Likelihood says how likely it is that a claim is so, in the bands of ICD 203: {}. Confidence says how good the basis of that is: low, moderate or high. The two are never joined in one phrase.", bands.join("; ")))]));
        blocks.push(heading("Sources and information"));
        let grades: Vec<&str> = Grade::ALL.iter().map(|grade| words::grade(*grade)).collect();
        let credibility: Vec<&str> = (1..=6).map(words::credibility).collect();
        blocks.push(Block::Small(vec![text(format!("Reliability of a source and credibility of a piece of information are rated apart (Admiralty code, STANAG 2511) and never averaged. Reliability: {}. Credibility: {}. F and 6 mean that it cannot be judged, not that it is bad.", grades.join("; "), credibility.join("; ")))]));
        blocks
    }

    /// What was done for each account: the same effort is owed to all.
    fn effort(&self) -> Vec<Block> {
        if self.grid.effort.is_empty() {
            return Vec::new();
        }
        let head = ["Account", "Statements", "Looks for evidence", "Evidence links", "of these rated"]
            .map(|name| vec![text(name)])
            .to_vec();
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
            caption: "What was done for each account".to_owned(),
            head,
            widths: vec![2.0, 1.0, 1.0, 1.0, 1.0],
            rows,
        };
        let mut blocks = vec![heading("Effort for each account"), Block::Table(table)];
        blocks.extend(
            self.grid.effort_warning.as_ref().map(|warning| Block::Small(vec![text(warning.clone())])),
        );
        blocks
    }

    fn scales(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for scale in
            self.case.scales.iter().filter(|scale| {
                self.case.assessments.iter().any(|assessment| assessment.scale_id == scale.uuid)
            })
        {
            blocks.push(heading(&format!(
                "The scale “{}”, version {}",
                one_line(&scale.name),
                scale.version
            )));
            let rows = self
                .labels_of(scale.uuid)
                .into_iter()
                .map(|label| {
                    let name = vec![
                        Inline::Ladder(self.ladder(label.uuid)),
                        text(format!(" {}", one_line(&label.name))),
                    ];
                    let number = label
                        .number
                        .map_or_else(|| vec![dim("no number")], |number| vec![text(number.to_string())]);
                    let meaning = super::given(label.meaning.as_ref())
                        .map_or_else(|| vec![dim("no meaning recorded")], |meaning| vec![text(meaning)]);
                    vec![
                        Cell { lines: vec![name], align: Align::Start },
                        Cell { lines: vec![number], align: Align::Start },
                        Cell { lines: vec![meaning], align: Align::Start },
                    ]
                })
                .collect();
            let head = ["Label", "Number", "Meaning"].map(|name| vec![text(name)]).to_vec();
            blocks.push(Block::Table(Table {
                kind: TableKind::Plain,
                caption: format!("Labels of the scale {}", one_line(&scale.name)),
                head,
                widths: vec![1.2, 0.5, 3.0],
                rows,
            }));
        }
        blocks
    }
}

fn formulas() -> Table {
    let rows = [
        (
            "Contradiction score",
            "For each claim, over its rated links: contradicts 1, strongly contradicts 2, all else 0, times the weight of credibility and of relevance. Credibility 1-2: √2, 3: 1, 4-5: 1/√2, 6 or unrated: 1. Relevance low 1/√2, medium 1, high √2, unset 1. Lower means less contradicted; support does not buy it down.",
            "After Heuer; the weighted inconsistency score of PARC ACH with its sign turned",
        ),
        (
            "Diagnosticity",
            "For each piece of evidence, the population standard deviation of its stances (+2, +1, 0, -1, -2) over the competing claims. Evidence that bears on all alike tells nothing between them. Fewer than two stances: not defined.",
            "After Heuer; Open Synthesis",
        ),
        (
            "Coverage",
            "Cells with a stance, not applicable included, over all cells. Unsettled and unrated cells are counted apart.",
            "This desk’s count",
        ),
        (
            "Leave one out",
            "Each piece of evidence, source and group of dependent sources is dropped in turn; what changes the ranking is named.",
            "Heuer’s sensitivity step",
        ),
        (
            "Agreement",
            "Krippendorff’s alpha, ordinal, over the cells that two or more editors rated. No variation: not defined.",
            "Krippendorff",
        ),
        (
            "Origins",
            "Items or sources that copy, translate or rest on one another count as one origin; both counts are shown.",
            "This desk’s count",
        ),
    ];
    let rows = rows
        .into_iter()
        .map(|(name, what, source)| {
            [name, what, source]
                .map(|words| Cell { lines: vec![vec![text(words)]], align: Align::Start })
                .to_vec()
        })
        .collect();
    let head = ["Number", "What it is", "Source"].map(|name| vec![text(name)]).to_vec();
    Table {
        kind: TableKind::Plain,
        caption: "The numbers of this report and their formulas".to_owned(),
        head,
        widths: vec![0.9, 3.0, 1.1],
        rows,
    }
}

fn heading(name: &str) -> Block {
    Block::Heading { level: 3, label: None, text: vec![text(name)], id: None }
}
