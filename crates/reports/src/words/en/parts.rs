//! The parts on points, claims, evidence and time in English.

use super::count;
use crate::words::*;
use claims::words::TranslationStatus;

pub(super) const SUMMARY: Summary = Summary {
    counts: |n| {
        let accounts = count(n.accounts, "account", "accounts");
        let points = count(n.points, "point at issue", "points at issue");
        let verb = if n.accounts == 1 { "stands" } else { "stand" };
        let findings = match n.findings {
            0 => "no finding of a third body".to_owned(),
            n => count(n, "finding of a third body", "findings of third bodies"),
        };
        let states: Vec<String> = n
            .states
            .iter()
            .map(|(state, rows)| format!("{} {rows}", (super::EN.lists.state)(*state)))
            .collect();
        let states =
            if states.is_empty() { String::new() } else { format!(" Of the points: {}.", states.join(", ")) };
        format!("{accounts} of the event {verb} side by side on {points}, with {findings} beside.{states}")
    },
    row: |row| row.words.clone(),
    effort_warning: claims::effort::warning,
    one_reader_note: "A rating marked “one reader” is one reader’s assessment: no second reader has agreed to it, so the desk gives no verdict.",
    point: "Point at issue",
    findings: "Findings",
    rating: "Rating",
    caption: "Points at issue with the short answer of each account and finding, and the ratings",
    later_differs: |letter| format!("{letter}: a later statement differs"),
    silent: "– silent",
    no_finding: "no finding",
    nothing_to_rate: "nothing to rate",
    denies: "denies: ",
    denies_plainly: "denies it, with no alternative",
    refuses: "refuses to say",
    scale: |name, version| format!("{name}, version {version}"),
    not_rated: "not rated",
    not_rated_why: ": opinions, predictions and positions are kept as what they are and take no truth rating.",
};

pub(super) const GROUNDS: Grounds =
    Grounds { none: "On no point do two accounts give the same or compatible answers." };

pub(super) const POINTS: Points = Points {
    none: "No point at issue is recorded.",
    findings: "Findings of third bodies",
    caption: "Points at issue, with what each account and finding says to them",
    held_by: |holders| format!(", held by {}", joined(holders, "and")),
    steelman: " In its strongest form: ",
    looked_for: "What was looked for",
    what_for: |account, point| {
        let account = account.map(|letter| format!("account {letter}"));
        let point = point.map(|number| format!("point {number}"));
        let parts: Vec<String> = account.into_iter().chain(point).collect();
        format!(" (for {})", joined(&parts, "and"))
    },
    looked_in: |place, until| format!("looked in {place}, up to {until}"),
    earlier: |date| format!("earlier, {date}: "),
    second_hand: "second-hand: known here only through others",
    for_against: |supports, against| format!(" {supports} for, {against} against"),
    without_stance: |n| format!(", {n} without a settled stance"),
    standard: |standard| format!("; standard of proof: {standard}"),
    findings_note: "Findings stand beside the accounts: they never count in agreed or contradicted.",
};

pub(super) const CLAIMS: Claims = Claims {
    none: "No claim is recorded.",
    no_statement: "No statement is recorded for it.",
    by: " by ",
    part_of: |accounts| format!("; part of {}", joined(accounts, "and")),
    finding_of: |name| {
        name.map_or_else(|| "; finding of ".to_owned(), |name| format!("; {name}, finding of "))
    },
    standard: |standard| format!(", standard of proof: {standard}"),
    earlier: "; an earlier version",
    second_hand: "; second-hand: no statement of a holder of the account asserts it",
    would_change: "What would change this",
    found: "Found",
    not_found: "Not found",
    looked_in: |place| format!("; looked in {place}"),
};

pub(super) const STATEMENT: Statements = Statements {
    translated: |who, status| {
        let who =
            who.map_or_else(|| "translator not recorded".to_owned(), |who| format!("translated by {who}"));
        let status = match status {
            Some(TranslationStatus::Draft) => "; draft, not checked against the original",
            Some(TranslationStatus::Checked) => "; checked against the original",
            None => "",
        };
        format!(" ({who}{status})")
    },
    differs: "Differs from an earlier statement, ",
    on_behalf: |who| format!("on behalf of {who}"),
    in_item: |item, via| {
        let via = via.map(|via| format!(", from {via}")).unwrap_or_default();
        format!("in {item}{via}")
    },
    spoken_in: |language| format!("spoken in “{language}”"),
};

pub(super) const RATING: Rating = Rating {
    verdict: "Verdict",
    assessment: "One reader’s assessment",
    one_reader: " one reader",
    likelihood: "How likely that it is so",
    confidence: "Confidence in the basis",
    provenance: |given| {
        let second = given.second.map_or_else(
            || "; no second reader has agreed, so this is no verdict of the desk.".to_owned(),
            |reader| format!("; read a second time by {reader}, who agreed."),
        );
        format!(
            "Scale: {}. Evidence up to {} was weighed. Rated by {}{second}",
            given.scale, given.until, given.editor
        )
    },
    disagreed: |who, why| format!(" {who} disagreed: {why}"),
    others: "Other readers",
    superseded: "Superseded",
    as_of_by: |until, who| format!(", as of {until}, by {who}"),
    because: |reason| format!("Superseded because: {reason}"),
    covered: "Rated; covered until you have read it yourself.",
    covered_short: "rated, covered",
    broken: "[this citation leads nowhere]",
};

pub(super) const EVIDENCE: Evidence = Evidence {
    none: "No evidence is linked to it, for or against.",
    supports: "Evidence for",
    against: "Evidence against",
    none_linked: "None is linked.",
    pieces: |pieces, origins| {
        format!("{pieces} pieces of evidence, {}.", count(origins, "origin", "origins"))
    },
    either: "Neutral, or not applicable",
    open: "Unsettled or unrated",
    relevance: |value| format!("relevance {value}"),
    credibility: |value| format!("credibility {value}"),
    credibility_not_judged: "credibility not judged",
    source: "source ",
    reliability: |grade| format!(": reliability {grade}"),
    nothing: "evidence that names nothing",
    no_item: "an item that is not in the case",
    an_excerpt: "an excerpt",
    bears: |stance| format!("bears on this evidence, {stance}: "),
    one_reader: |stance| format!("{stance} (one reader)"),
    unsettled: |readings| format!("unsettled: readers say {readings}"),
};

pub(super) const TIMELINE: Timeline = Timeline {
    none: "Nothing with a date is recorded.",
    caption: "Timeline: when, who, what",
    heads: ["When", "Who", "What"],
    left_out: |list| format!("Left out of this view, because no date is recorded either way: {list}."),
    date_of_item: "date of the item",
    the_event: "the event",
    an_event: "event",
    not_recorded: "not recorded",
    finding: "finding: ",
    differs: "differs from an earlier statement",
};
