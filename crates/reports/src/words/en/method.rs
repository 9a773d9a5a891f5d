//! The matrix, the method and what stands at the end, in English.

use super::count;
use crate::words::*;

pub(super) const MATRIX: MatrixWords = MatrixWords {
    none: "No point has two competing claims with evidence on one of them.",
    marks: "Columns are pieces of evidence, rows the claims that compete on a point. Marks:\u{2003}",
    lower_is_better: ". A lower contradiction score means less contradicted, not truer; support does not lower it.",
    accounts: "Accounts",
    the_evidence: "The evidence",
    source: |source| format!(", source {source}"),
    reliability: |grade| format!(", reliability {grade}"),
    bears: |name| format!(" Bears on this evidence and changes no number: {name}."),
    coverage: |n, origins| {
        let mut text = format!("{} of {} cells have a stance", n.covered, n.cells);
        if n.unsettled > 0 {
            text.push_str(&format!(", {} are unsettled", n.unsettled));
        }
        if n.unrated > 0 {
            text.push_str(&format!(", {} are unrated", n.unrated));
        }
        format!(
            "Coverage of the whole: {text}. Evidence of {}.",
            count(origins as usize, "origin", "independent origins")
        )
    },
    agreement: |agreement| agreement.words.clone(),
    nothing_changes: "Leaving out any one piece of evidence, source or origin does not change the ranking.",
    hangs_on: "What the ranking hangs on:",
    left_out: |left, _| left.words.clone(),
    claim: "Claim",
    margins: ["Contradiction score", "Rank", "Covered"],
    of: |part, whole| format!("{part} of {whole}"),
    diagnosticity: "Diagnosticity",
    caption: |name| format!("Evidence matrix: {name}"),
    columns: |from, to| format!(", evidence {from} to {to}"),
    range: |low, high| format!(" ({low} to {high})"),
    unweighted: |number| format!("unweighted {number}"),
    not_judged: |n| format!("credibility of {n} not judged"),
};

pub(super) const METHOD: Method = Method {
    paragraphs: [
        "Two or more parties give different accounts of one event. Each account is set down in its own words, under the same questions and with the same fields; accounts stand in the order of their first statement. A finding is what a body that is no party concluded: it stands beside the accounts and never makes two of them agree or contradict.",
        "Every sentence about what was said leads to a note, and each note to the words in a preserved copy, named by its SHA-256. What the desk cites without having read it is marked “cited, not read”.",
        "People rate; the program counts, sorts and explains. Evidence is linked to a claim with a stance of each reader. Where two or more readers agree, that is the desk’s stance; one reader’s is shown as one reader’s; where they differ it is unsettled and adds to no score. A rating becomes a verdict only after a second reader agreed. A judgement is superseded, never edited away.",
        "Absence has many kinds: silent means that an editor looked in a named place and found that the account says nothing; not looked at means that nobody did; unrated, not applicable and neutral are different things.",
    ],
    numbers: "The numbers",
    formulas_caption: "The numbers of this report and their formulas",
    formulas_heads: ["Number", "What it is", "Source"],
    formulas: [
        [
            "Contradiction score",
            "For each claim, over its rated links: contradicts 1, strongly contradicts 2, all else 0, times the weight of credibility and of relevance. Credibility 1-2: √2, 3: 1, 4-5: 1/√2, 6 or unrated: 1. Relevance low 1/√2, medium 1, high √2, unset 1. Lower means less contradicted; support does not buy it down.",
            "After Heuer; the weighted inconsistency score of PARC ACH with its sign turned",
        ],
        [
            "Diagnosticity",
            "For each piece of evidence, the population standard deviation of its stances (+2, +1, 0, -1, -2) over the competing claims. Evidence that bears on all alike tells nothing between them. Fewer than two stances: not defined.",
            "After Heuer; Open Synthesis",
        ],
        [
            "Coverage",
            "Cells with a stance, not applicable included, over all cells. Unsettled and unrated cells are counted apart.",
            "This desk’s count",
        ],
        [
            "Leave one out",
            "Each piece of evidence, source and group of dependent sources is dropped in turn; what changes the ranking is named.",
            "Heuer’s sensitivity step",
        ],
        [
            "Agreement",
            "Krippendorff’s alpha, ordinal, over the cells that two or more editors rated. No variation: not defined.",
            "Krippendorff",
        ],
        [
            "Origins",
            "Items or sources that copy, translate or rest on one another count as one origin; both counts are shown.",
            "This desk’s count",
        ],
    ],
    likelihood: "Likelihood and confidence",
    bands: |bands| {
        let one = |(word, range): &(&str, &str)| format!("{word} ({range})");
        let bands = bands.iter().map(one).collect::<Vec<_>>().join("; ");
        format!(
            "Likelihood says how likely it is that a claim is so, in the bands of ICD 203: {bands}. Confidence says how good the basis of that is: low, moderate or high. The two are never joined in one phrase."
        )
    },
    sources: "Sources and information",
    grades: |grades, credibility| {
        format!(
            "Reliability of a source and credibility of a piece of information are rated apart (Admiralty code, STANAG 2511) and never averaged. Reliability: {grades}. Credibility: {credibility}. F and 6 mean that it cannot be judged, not that it is bad."
        )
    },
    effort: "Effort for each account",
    effort_caption: "What was done for each account",
    effort_heads: ["Account", "Statements", "Looks for evidence", "Evidence links", "of these rated"],
    scale: |name, version| format!("The scale “{name}”, version {version}"),
    scale_caption: |name| format!("Labels of the scale {name}"),
    scale_heads: ["Label", "Number", "Meaning"],
    no_number: "no number",
    no_meaning: "no meaning recorded",
};

pub(super) const REPLY: Reply = Reply {
    none: "No request for a reply is recorded.",
    no_date: "date not recorded",
    by: |day| format!("answer asked for by {day}"),
    no_answer: "no answer recorded",
    no_answer_by: |day| format!("no answer recorded by {day}"),
    heads: ["Party", "Asked", "Answer"],
    caption: "Who was asked for a reply, and what came",
};

pub(super) const CORRECTIONS: Corrections = Corrections {
    verdict: "Verdict corrected. ",
    rating: |label, until| format!("“{label}” (evidence up to {until})"),
    rated: |one| {
        let was = one.was.unwrap_or("a verdict that is not in view");
        format!("The claim “{}” was rated {was}; it is now rated {}.", one.claim, one.is)
    },
    reason: |reason| format!(" Reason: {reason}"),
    report: "Report superseded. ",
    supersedes: |number, old| {
        let old = old.map_or_else(|| "an earlier report".to_owned(), |old| format!("report {old}"));
        format!("Report {number} supersedes {old}.")
    },
    none: "None: no verdict and no report of this case supersedes another.",
    published: |numbers| {
        let numbers: Vec<String> = numbers.iter().map(|number| format!("report {number}")).collect();
        format!("Published so far: {}.", joined(&numbers, "and"))
    },
    how: "How this house corrects: ",
};

pub(super) const INTEGRITY: Integrity = Integrity {
    about: "Each note leads to words in a preserved copy. A copy is a file named by its SHA-256: if one byte of it changes, the name no longer fits. Every change of the case is an operation in a chain of hashes: if one is altered or left out, the hashes after it no longer fit.",
    copies: "Preserved copies",
    no_copy: "No copy is preserved.",
    copies_caption: "Preserved copies with their SHA-256",
    copies_heads: ["Preserved copy", "Captured", "Size", "State", "SHA-256"],
    bytes: |n| format!("{n} bytes"),
    intact: "intact",
    changed: "CHANGED: the file no longer fits its hash",
    missing: "MISSING: the file is not on the shelf",
    size_fits: "there, of the recorded size; hashed when the report is exported",
    not_checked: "not checked",
    excerpts: "Excerpts that are not where they were marked",
    excerpts_caption: "Excerpts that moved or were lost when the text of their copy was read anew",
    excerpts_heads: ["Excerpt", "Preserved copy", "What became of it"],
    moved: |score| match score {
        Some(score) => format!("moved; the place found fits {score:.2} of 1"),
        None => "moved".to_owned(),
    },
    lost: "LOST: its words are not found",
    custody: "Handed out",
    custody_caption: "Preserved copies that were handed out, oldest first",
    custody_heads: ["Preserved copy", "When", "As what", "By whom"],
    in_bag: |name| format!("in the bag {name}"),
    as_copy: |name| format!("opened as the copy {name}"),
    files: "Files of published reports",
    files_caption: "Files of published reports with their SHA-256",
    files_heads: ["Report", "Size", "SHA-256"],
    file: |number, format| format!("Report {number}, {format}"),
    chain: "The chain",
    shown_at: |time| format!("This report shows the case at the operation of {time} with the hash"),
    heads_caption: "Head of each device’s chain",
    heads: ["Device", "Operation", "Time", "Hash"],
    check: "To check it",
    check_copy: "A copy: compare what this prints with the hash above.",
    check_case: "The case, with Python alone and no help of the program: the script goes through the JSON export or the ledger file and prints the heads that it finds.",
    check_workspace: "The whole workspace, with the program. It fails if this head is not in the chain.",
    unseen: "What no one can see from inside: whether the end of a chain was cut off, or the whole file written anew. For that, compare the head with one that was printed or kept elsewhere, such as this one.",
};
