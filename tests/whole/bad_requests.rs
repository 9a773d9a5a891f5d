//! Bad input through the door: requests. Any words may be searched; a wrong shape, an id of another place, or a broken rule is refused.

use crate::sample::{rating, sample};
use crate::support::{Work, list, text};
use serde_json::{Value, json};

#[test]
fn search_takes_any_words() {
    let work = Work::new();
    let case = sample(&work);
    for words in [
        "\"",
        "gas AND",
        "NEAR(",
        "*",
        "gas*",
        "-gas",
        "text:gas",
        "(gas",
        "'",
        ";",
        "{}",
        "^gas",
        "gas OR 1=1",
        "%",
        "\\",
        "\u{0}",
        "",
        "   ",
        "🙂",
        "\u{301}",
        "a\" OR \"b",
    ] {
        match work.tried("I. Marr", "search", json!({ "words": words })) {
            Ok(hits) => assert!(hits.is_array(), "{words:?} gives a list"),
            Err(problem) => {
                let code = serde_json::to_value(problem.code).unwrap();
                assert!(
                    code == "invalid" || code == "bad_request",
                    "{words:?}: never a fault of the program: {problem:?}"
                );
            }
        }
    }
    let long = "gas ".repeat(20_000);
    let _ = work.tried("I. Marr", "search", json!({ "words": long }));
    let hits = work.call("search", json!({ "words": "gas main", "limit": 1 }));
    assert_eq!(list(&hits).len(), 1, "a page");
    assert_eq!(hits[0]["case_id"], json!(case.case), "each hit names its case");
    let all = work.call("search", json!({ "words": "mayor" }));
    let mut paged = Vec::new();
    let mut before = Value::Null;
    loop {
        let page = work.call("search", json!({ "words": "mayor", "limit": 1, "before": before }));
        let Some(hit) = list(&page).first() else { break };
        before = hit["key"].clone();
        paged.push(hit.clone());
        assert!(paged.len() < 100, "paging ends");
    }
    assert!(paged.len() <= list(&all).len() && !paged.is_empty(), "pages follow one another");
    assert_eq!(list(&work.call("search", json!({ "words": "zzz" }))).len(), 0, "nothing is nothing");
}

#[test]
fn requests_of_the_wrong_shape_are_refused() {
    let work = Work::new();
    let case = work.id("case.add", json!({ "name": "A case" }));
    let deep = (0..100).fold(json!(1), |inner, _| json!([inner]));
    let wrong = [
        ("case.add", json!({}), "name"),
        ("case.add", json!({ "name": 1 }), ""),
        ("case.add", json!({ "name": null }), ""),
        ("case.add", json!({ "name": ["x"] }), ""),
        ("case.add", json!({ "name": "x", "nmae": "y" }), "nmae"),
        ("case.add", json!([]), ""),
        ("case.add", json!("x"), ""),
        ("case.list", json!({ "limit": -1 }), ""),
        ("case.list", json!({ "limit": 1e40 }), ""),
        ("case.list", json!({ "limit": 4_294_967_296_u64 }), ""),
        ("case.list", json!({ "status": "burning" }), "burning"),
        ("case.show", json!({ "case_id": "not-an-id" }), ""),
        ("case.show", json!({ "case_id": 7 }), ""),
        ("claim.add", json!({ "case_id": case, "text": "x", "kind": "rumour" }), "rumour"),
    ];
    for (name, request, field) in wrong {
        let refused = work.refused(name, request.clone());
        assert_eq!(refused["code"], json!("bad_request"), "{name} {request:.200}");
        if !field.is_empty() {
            assert_eq!(refused["field"], json!(field), "{name} names what does not fit");
        }
        assert!(text(&refused["hint"]).contains("commands"), "and where the form is described");
    }
    assert_eq!(work.code("case.add", json!({ "name": deep })), "bad_request", "deep nesting is no name");
    assert_eq!(work.code("no.such", json!({})), "unknown_command", "no such command");
    assert_eq!(
        work.code("credibility.set", json!({ "link_id": case, "value": 300 })),
        "bad_request",
        "a number out of range"
    );
    assert_eq!(list(&work.call("case.list", json!({ "limit": 0 }))).len(), 0, "at most none is none");
    assert_eq!(
        list(&work.call("case.list", json!({ "limit": u32::MAX }))).len(),
        1,
        "a huge limit is no fault"
    );
    work.verified();
}

#[test]
fn ids_of_other_tables_and_other_cases_are_refused() {
    let work = Work::new();
    let case = sample(&work);
    let other = work.id("case.add", json!({ "name": "Another case" }));
    let claim = work.id("claim.add", json!({ "case_id": other, "text": "A claim of another case." }));
    let account = work.id("account.add", json!({ "case_id": other, "name": "Another account" }));
    let point = work.id("point.add", json!({ "case_id": other, "question": "Another question?" }));
    let before = work.newest();
    for (name, id) in [
        ("claim.show", &case.case),
        ("case.show", &case.claims[0]),
        ("case.record", &case.item),
        ("item.show", &case.mayor),
    ] {
        let key = if name == "case.show" { "case_id" } else { "id" };
        assert_eq!(work.code(name, json!({ key: id })), "not_found", "{name} of an id of another table");
    }
    for (name, request) in [
        ("account_claim.add", json!({ "account_id": account, "claim_id": case.claims[0] })),
        ("answer.add", json!({ "claim_id": case.claims[0], "point_id": point, "kind": "denial" })),
        ("evidence.link", json!({ "case_id": case.case, "from_item_id": case.item, "to_claim_id": claim })),
        (
            "evidence.link",
            json!({ "case_id": case.case, "from_claim_id": claim, "to_claim_id": case.claims[0] }),
        ),
        (
            "silence.add",
            json!({ "account_id": account, "point_id": case.points[0], "looked": "x", "until": "2017" }),
        ),
        ("act.add", json!({ "statement_id": case.statements[0], "claim_id": claim, "kind": "asserts" })),
        ("claim.add", json!({ "case_id": case.case, "text": "x", "account_ids": [account] })),
        ("claim.add", json!({ "case_id": case.item, "text": "x" })),
        ("claim.add", json!({ "case_id": case.case, "text": "x", "claimant_id": case.item })),
        ("claim.edit", json!({ "id": case.claims[0], "set": { "claimant_id": case.case } })),
        ("answer.edit", json!({ "id": case.answers[0], "set": { "point_id": point } })),
        (
            "inquiry.add",
            json!({ "case_id": case.case, "claim_id": claim, "sought": "x", "outcome": "found" }),
        ),
    ] {
        let refused = work.refused(name, request.clone());
        assert!(
            ["invalid", "not_found"].contains(&refused["code"].as_str().unwrap()),
            "{name} {request}: {refused}"
        );
    }
    let cited = rating(&work, &case.claims[0], "Probable", "2017-06-30", &format!("[@{}]", case.case));
    assert_eq!(
        work.code("assessment.add", cited),
        "invalid",
        "a citation must lead to an excerpt, item or statement"
    );
    assert_eq!(work.newest(), before, "none of these wrote anything");
    work.verified();
}

#[test]
fn rules_of_the_field_are_kept() {
    let work = Work::new();
    let case = sample(&work);
    let link = json!({ "case_id": case.case, "from_item_id": case.report, "to_claim_id": case.claims[0] });
    assert_eq!(work.code("evidence.link", link), "rule", "no second link for a pair");
    assert_eq!(
        work.code(
            "evidence.link",
            json!({ "case_id": case.case, "from_claim_id": case.claims[0], "to_claim_id": case.claims[0] })
        ),
        "rule",
        "nothing is evidence for itself"
    );
    assert_eq!(
        work.code("evidence.link", json!({ "case_id": case.case, "from_item_id": case.item })),
        "invalid",
        "on nothing"
    );
    assert_eq!(work.code("evidence.link", json!({ "case_id": case.case, "from_item_id": case.item, "from_claim_id": case.claims[0], "to_claim_id": case.claims[1] })), "invalid", "from two");
    for kind in ["opinion", "prediction", "position", "unclear", "legal"] {
        work.call("claim.edit", json!({ "id": case.claims[0], "set": { "kind": kind } }));
        let refused =
            work.refused("assessment.add", rating(&work, &case.claims[0], "Probable", "2017-06-30", "Why."));
        assert_eq!(refused["code"], json!("rule"), "{kind} claims take no rating on this scale");
    }
    work.call("claim.edit", json!({ "id": case.claims[0], "set": { "kind": "factual" } }));
    let own = text(
        &work.call("assessment.add", rating(&work, &case.claims[0], "Probable", "2017-06-30", "Why."))["id"],
    );
    assert_eq!(
        work.code(
            "second_reading.add",
            json!({ "assessment_id": own, "outcome": "agrees", "reason": "Me too." })
        ),
        "rule",
        "nobody reads their own"
    );
    assert_eq!(
        work.code("verdict.add", json!({ "assessment_id": own })),
        "rule",
        "no verdict without a second reader"
    );
    let empty = rating(&work, &case.claims[0], "Probable", "2017-06-30", " ");
    assert_eq!(work.refused("assessment.add", empty)["field"], json!("rationale"), "a rationale is needed");
    assert_eq!(work.code("comparison.add", json!({ "answer_id": case.answers[0], "other_id": case.answers[2], "relation": "same", "reason": "x" })), "rule", "answers to two points");
    assert_eq!(
        work.code("excerpt.add", json!({ "capture_id": case.capture, "quote": "words that are not there" })),
        "invalid",
        "a quote must stand in the copy"
    );
    work.call("claim.trash", json!({ "id": case.claims[3] }));
    assert_eq!(
        work.code(
            "answer.add",
            json!({ "claim_id": case.claims[3], "point_id": case.points[2], "kind": "denial" })
        ),
        "not_found",
        "what is in the trash is brought back first"
    );
    work.verified();
}
