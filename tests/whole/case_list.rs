//! The list of cases: sorted by everything that it shows, page by page, and counted by status.

use crate::sample::sample;
use crate::support::{LIND, Work, list, text};
use serde_json::{Value, json};

fn names(work: &Work, request: Value) -> Vec<String> {
    list(&work.call("case.list", request)).iter().map(|line| text(&line["name"])).collect()
}

#[test]
fn cases_are_sorted_by_accounts_tags_and_names_in_any_script() {
    let work = Work::new();
    sample(&work);
    let one = work.id("case.add", json!({ "name": "émeute" }));
    let two = work.id("case.add", json!({ "name": "Dam" }));
    work.id("case.add", json!({ "name": "взрыв" }));
    work.call("account.add", json!({ "case_id": two, "name": "The builder", "holder_ids": [] }));
    work.call("tag.add", json!({ "case_id": one, "name": "water" }));
    work.call("tag.add", json!({ "case_id": one, "name": "Fire" }));
    work.call("tag.add", json!({ "case_id": two, "name": "rail" }));
    assert_eq!(
        names(&work, json!({ "sort": "name" })),
        ["Blast in Mill Street", "Dam", "émeute", "взрыв"],
        "accents and capitals do not matter"
    );
    assert_eq!(
        names(&work, json!({ "sort": "accounts", "backward": true })),
        ["Blast in Mill Street", "Dam", "взрыв", "émeute"],
        "two accounts, one, none; equal ones newest first"
    );
    assert_eq!(
        names(&work, json!({ "sort": "tag" })),
        ["émeute", "Dam", "взрыв", "Blast in Mill Street"],
        "by the first tag; without one last"
    );
    assert_eq!(
        names(&work, json!({ "sort": "tag", "backward": true })),
        ["Dam", "émeute", "взрыв", "Blast in Mill Street"],
        "turned, those without one stand last again"
    );
    let sorts =
        ["added", "name", "status", "assignee", "changed", "open_points", "rated_share", "accounts", "tag"];
    for sort in sorts {
        for backward in [false, true] {
            let whole = names(&work, json!({ "sort": sort, "backward": backward }));
            let pages: Vec<String> = (0..4)
                .flat_map(|n| {
                    names(&work, json!({ "sort": sort, "backward": backward, "offset": n, "limit": 1 }))
                })
                .collect();
            assert_eq!(pages, whole, "{sort}: page by page it is the same list");
            assert_eq!(whole.len(), 4);
        }
    }
}

#[test]
fn cases_are_counted_by_status_with_the_filters_of_the_list() {
    let work = Work::new();
    let ids: Vec<String> =
        (0..5).map(|n| work.id("case.add", json!({ "name": format!("Case {n}") }))).collect();
    work.call("case.edit", json!({ "id": ids[0], "set": { "status": "open" } }));
    work.call("case.edit", json!({ "id": ids[1], "set": { "status": "open" } }));
    work.call("tag.add", json!({ "case_id": ids[1], "name": "rail" }));
    work.call("case_name.add", json!({ "case_id": ids[2], "name": "The derailment" }));
    work.call("case.trash", json!({ "id": ids[4] }));
    let counts = |request: Value| {
        let found = work.call("case.counts", request);
        let by: Vec<u64> = list(&found["statuses"]).iter().filter_map(|one| one["n"].as_u64()).collect();
        assert_eq!(found["n"], json!(by.iter().sum::<u64>()), "they add up");
        by
    };
    assert_eq!(counts(json!({})), [2, 2, 0, 0, 0], "draft, open, and every other status too");
    assert_eq!(counts(json!({ "tag": "rail" })), [0, 1, 0, 0, 0]);
    assert_eq!(counts(json!({ "words": "derail" })), [1, 0, 0, 0, 0], "another spelling counts");
    assert_eq!(counts(json!({ "words": "erailment" })), [0, 0, 0, 0, 0], "from the beginning of a word");
    assert_eq!(counts(json!({ "trashed": true })), [1, 0, 0, 0, 0]);
    assert_eq!(counts(json!({ "unassigned": true })), [2, 2, 0, 0, 0]);
    work.by(LIND, "case.archive_all", json!({ "case_ids": [ids[0]], "archived": true }));
    assert_eq!(counts(json!({ "archived": true })), [0, 1, 0, 0, 0]);
}
