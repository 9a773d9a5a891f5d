//! The timeline, and what stands in the way of publishing.

use crate::build::{Build, To};
use claims::publish::{blocks, notes};
use claims::timeline::{EntryKind, LaneKind, timeline};
use claims::words::*;

#[test]
fn lanes_hold_what_each_account_said_in_order() {
    let mut b = Build::new();
    let (one, two, body) = (b.actor("one"), b.actor("two"), b.actor("body"));
    let (a, c) = (b.account("first", &[one]), b.account("second", &[two]));
    let report = b.item("report", "2017-04-12");
    let (x, y) = (b.claim("x", Some(a)), b.claim("y", Some(c)));
    let first = b.says(one, "2017-04-05", ActKind::Asserts, x, None);
    b.says(one, "", ActKind::Asserts, x, Some(report));
    b.says(one, "2017-04-04/2017-04-06", ActKind::Concedes, y, None);
    b.says(two, "2017-04-07", ActKind::Denies, x, None);
    b.says(two, "", ActKind::Asserts, y, None);
    b.case.statements[1].differs_from_id = Some(first);
    b.case.statements[1].differs_reason = Some("names another place".to_owned());
    b.finding("report", body, "2017-09");
    let line = timeline(&b.case);
    let kinds: Vec<LaneKind> = line.lanes.iter().map(|l| l.kind).collect();
    use LaneKind::{Account, Event, Findings, Other, Publications};
    assert_eq!(
        kinds,
        [Event, Account, Account, Findings, Other, Publications],
        "events, accounts, findings, the rest, what was published"
    );
    let lane = line.lanes.iter().find(|l| l.account_id == Some(a)).unwrap();
    let dates: Vec<&str> = lane.entries.iter().filter_map(|e| e.date.as_deref()).collect();
    assert_eq!(dates, ["2017-04-05", "2017-04-12"], "in the order of time");
    assert!(
        lane.entries[1].date_of_item && lane.entries[1].differs_from_id == Some(first),
        "by its item; marked as differing"
    );
    let lane = line.lanes.iter().find(|l| l.account_id == Some(c)).unwrap();
    let span = &lane.entries[0];
    let ends = (span.earliest.as_deref(), span.latest.as_deref());
    assert_eq!(ends, (Some("2017-04-04"), Some("2017-04-06")), "an uncertain date is a span");
    assert_eq!(lane.undated.len(), 1, "what has no date is kept apart");
    assert_eq!(line.lanes[4].entries.len(), 1, "a denial belongs to no account's lane");
    assert_eq!(line.lanes[0].entries[0].kind, EntryKind::Case, "the event itself");
    assert_eq!(
        (line.earliest.as_deref(), line.latest.as_deref()),
        (Some("2017-04-04"), Some("2017-09-30")),
        "from end to end"
    );
}

#[test]
fn a_broken_citation_blocks_and_says_which() {
    let mut b = Build::new();
    let ada = b.editor("Ada");
    let claim = b.claim("It was sarin.", None);
    let item = b.item("report", "2017-04-12");
    let excerpt = b.excerpt(item, "sarin");
    let (scale, labels) = b.scale();
    let first = b.assess(claim, ada, (scale, labels[0]), "2017-04-12", None);
    b.case.assessments[0].rationale = format!("Read [@{excerpt}] and [@{item}].");
    assert_eq!(blocks(&b.case), vec![], "both are there");
    b.case.assessments[0].rationale += " See [@page 3].";
    b.case.assessments[0].would_change = Some("A sample [@0198c0de-0000-7000-8000-000000000001].".to_owned());
    let found = blocks(&b.case);
    assert_eq!(
        found.iter().map(|f| f.code.as_str()).collect::<Vec<_>>(),
        ["broken_citation"; 2],
        "two are broken"
    );
    assert!(
        found[0].words.contains("[@page 3]") && found[0].words.contains("It was sarin."),
        "it names the text and the claim"
    );
    assert!(found[1].words.contains("0198c0de-0000-7000-8000-000000000001"), "and the identity");
    b.case.assessments[0].would_change = None;
    b.case.assessments[0].rationale = format!("Read [@{excerpt}].");
    b.case.items[0].trashed = true;
    assert!(blocks(&b.case)[0].words.contains("trash"), "an excerpt of a trashed item is gone");
    b.case.items[0].trashed = false;
    b.assess(claim, ada, (scale, labels[0]), "2017-04-13", Some(first));
    b.case.items[0].trashed = true;
    assert_eq!(blocks(&b.case).len(), 1, "a superseded rating is printed too, with its notes");
}

#[test]
fn a_rating_that_the_kind_forbids_blocks() {
    let mut b = Build::new();
    let ada = b.editor("Ada");
    let claim = b.claim("It was lawful.", None);
    let (scale, labels) = b.scale();
    b.assess(claim, ada, (scale, labels[0]), "2017-04-12", None);
    b.case.claims[0].kind = ClaimKind::Opinion;
    assert_eq!(blocks(&b.case)[0].code, "rating_not_allowed", "its kind was changed after the rating");
}

#[test]
fn notes_say_what_is_missing_and_block_nothing() {
    let mut b = Build::new();
    let (ada, ben, one) = (b.editor("Ada"), b.editor("Ben"), b.actor("one"));
    let account = b.account("first", &[one]);
    let (rated, bare) = (b.claim("rated", Some(account)), b.claim("bare", Some(account)));
    let (scale, labels) = b.scale();
    b.assess(rated, ada, (scale, labels[0]), "2017-04-12", None);
    let item = b.item("report", "last spring");
    let link = b.link_item(item, To::Claim(bare));
    b.link_item(item, To::Claim(bare));
    b.stance(link, ada, Some(StanceValue::Supports), None);
    b.stance(link, ben, Some(StanceValue::Contradicts), None);
    let mut codes: Vec<String> = notes(&b.case).into_iter().map(|n| n.code).collect();
    codes.sort();
    let expected = [
        "date_unreadable",
        "evidence_twice",
        "house_missing",
        "no_reply_asked",
        "no_verdict",
        "not_rated",
        "unsettled",
    ];
    assert_eq!(codes, expected, "each is said once");
    assert_eq!(blocks(&b.case), vec![], "none of it blocks");
}
