//! Search: what is found, where, in which order; and that no query is an error.

use crate::support::*;
use claims::ids::CaseId;
use claims::records::*;
use ledger::{Hit, SearchRequest};
use proptest::prelude::*;
use serde_json::json;

fn find(desk: &Desk, words: &str) -> Vec<Hit> {
    desk.ledger
        .search(&SearchRequest { words: words.into(), limit: 50, per_table: None, before: None, case: None })
        .unwrap()
}

#[track_caller]
fn finds(desk: &Desk, words: &str, names: &[&str]) {
    let found: Vec<String> = find(desk, words).into_iter().map(|hit| hit.name).collect();
    assert_eq!(found, names, "searched for {words}");
}

#[test]
fn spellings_case_and_accents_do_not_stand_in_the_way() {
    let mut desk = desk();
    let case = desk.case("Chemical release");
    desk.add::<CaseName>(json!({ "case_id": case, "name": "خان شيخون", "language": "ar" }));
    desk.add::<CaseName>(json!({ "case_id": case, "name": "Хан-Шейхун", "language": "ru" }));
    let actor = desk.actor("Pyotr Élan");
    desk.add::<ActorName>(json!({ "actor_id": actor, "name": "Пётр Элан" }));
    for words in ["chemical RELEASE", "خَان شیخون", "ХАН", "шеихун", "chem rel"] {
        finds(&desk, words, &["Chemical release"]);
    }
    for words in ["elan", "ПЕТР", "pyo"] {
        finds(&desk, words, &["Pyotr Élan"]);
    }
    finds(&desk, "chemical nothing", &[]);
    finds(&desk, "mical", &["Chemical release"]);
    finds(&desk, "  ", &[]);
    desk.verified();
}

#[test]
fn scripts_without_spaces_and_short_queries_are_found() {
    let mut desk = desk();
    let case = desk.case("事件");
    desk.claim(case, "化学兵器が使用されたと主張");
    desk.claim(case, "release of 5 kg");
    for words in ["化学", "兵", "使用された"] {
        finds(&desk, words, &["化学兵器が使用されたと主張"]);
    }
    finds(&desk, "5", &["release of 5 kg"]);
    finds(&desk, "el", &["release of 5 kg"]);
    finds(&desk, "事", &["事件"]);
}

#[test]
fn hits_name_their_case_newest_first_page_by_page() {
    let mut desk = desk();
    let (one, two) = (desk.case("One"), desk.case("Two"));
    let speaker = desk.actor("Sarin expert");
    desk.actor("Sarin nobody");
    for case in [one, two] {
        desk.add::<Statement>(
            json!({ "case_id": case, "speaker_id": speaker, "words": "we saw gas", "wording": "quotation" }),
        );
    }
    for n in 0..5 {
        desk.claim(one, &format!("It was sarin {n}"));
    }
    let all = find(&desk, "sarin");
    let told: Vec<(&str, Option<CaseId>)> = all.iter().map(|h| (h.name.as_str(), h.case)).collect();
    assert_eq!(told[..2], [("It was sarin 4", Some(one)), ("It was sarin 3", Some(one))], "newest first");
    assert_eq!(
        told[5..],
        [("Sarin nobody", None), ("Sarin expert", Some(two)), ("Sarin expert", Some(one))],
        "an actor is a hit for each case that refers to them"
    );
    assert_eq!(all[0].case_name.as_deref(), Some("One"));
    let mut paged = Vec::new();
    let mut before = None;
    loop {
        let request = SearchRequest { words: "sarin".into(), limit: 2, per_table: None, before, case: None };
        let page = desk.ledger.search(&request).unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.key);
        paged.extend(page);
    }
    assert_eq!(paged, all, "page by page it is the same list");
    let only =
        SearchRequest { words: "sarin".into(), limit: 50, per_table: None, before: None, case: Some(two) };
    let only = desk.ledger.search(&only).unwrap();
    assert_eq!(
        only.iter().map(|h| h.name.as_str()).collect::<Vec<_>>(),
        ["Sarin expert"],
        "one case, with what it refers to"
    );
}

#[test]
fn what_was_edited_trashed_or_undone_is_found_as_it_is() {
    let mut desk = desk();
    let case = desk.case("One");
    let claim = desk.claim(case, "It was chlorine");
    desk.edit::<Claim>(claim, json!({ "text": "It was sarin" })).unwrap();
    finds(&desk, "chlorine", &[]);
    desk.undo().unwrap();
    finds(&desk, "chlorine", &["It was chlorine"]);
    desk.act("claim.trash", |tx| tx.trash::<Claim>(claim)).unwrap();
    assert!(find(&desk, "chlorine")[0].trashed, "what lies in the trash is found and says so");
    desk.undo().unwrap();
    desk.undo().unwrap();
    finds(&desk, "chlorine", &[]);
    desk.verified();
    desk.ledger.rebuild_derived().unwrap();
    finds(&desk, "one", &["One"]);
    desk.verified();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_query_is_an_error(words in prop_oneof!["\\PC{0,20}", "[\"*:^()+\\-%_\\\\ ANDORNOT{}~a]{0,16}"]) {
        thread_local! {
            static DESK: Desk = {
                let mut desk = desk();
                let case = desk.case("A and b or NOT c \"quoted\" 100% x_y");
                desk.claim(case, "near(a b) ^c* -d +e");
                desk
            };
        }
        DESK.with(|desk| { find(desk, &words); });
    }
}
