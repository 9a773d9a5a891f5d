//! What a bag says of itself.

use super::count;
use crate::bag::BagWords;

pub(super) const BAG: BagWords = BagWords {
    report: "The report, as a page",
    case: "The whole case with its history and hashes",
    script: "Script that checks the history, in plain Python",
    readme: "What this is, and how to check it",
    text: "Text that was read out of a preserved copy",
    check: "Result of a check of a picture",
    logo: "Logo of the house",
    terms: "The report may be quoted with its source named. The preserved copies are works of others: they are here to be checked against, and their rights stay with their owners.",
    description: |case| {
        format!(
            "The case “{case}”: competing accounts of one event with their claims, evidence and ratings, the preserved copies behind them, and the history of every change."
        )
    },
    page: |facts| {
        let left_out = match facts.left_out {
            0 => String::new(),
            n => format!(
                "\n{} left out: missing, or no longer as recorded. The report says which.\n",
                count(usize::try_from(n).unwrap_or(usize::MAX), "copy is", "copies are")
            ),
        };
        format!(
            "{}\n\nreport.html        the report; open it in any browser, it needs no network\n\
             case.json          the whole case, with every operation of its history\n\
             files/             {} of sources, each named by its SHA-256\n\
             verify_ledger.py   checks case.json and files/ with Python alone\n\
             ro-crate-metadata.json   what each file is, for programs\n{left_out}\n\
             To check it\n\n\
             1. That nothing in this folder changed since it was packed (the folder above this one is a bag after RFC 8493):\n\
             \x20    sha256sum --check manifest-sha256.txt        in the folder above\n\
             2. That the history is whole, and that the case is what the history makes it:\n\
             \x20    python3 verify_ledger.py case.json --files files\n\
             3. That this is the history that the report was made from. It has to know this operation, of {}:\n\
             \x20    python3 verify_ledger.py case.json --head {}\n\n\
             A note in the report leads to words in a preserved copy, and says the beginning of its SHA-256: that is its folder and name in files/.\n\n\
             Written by Counterclaim {}.\n",
            facts.case,
            count(usize::try_from(facts.copies).unwrap_or(usize::MAX), "preserved copy", "preserved copies"),
            facts.operation_time,
            facts.operation_hash,
            facts.version,
        )
    },
};
