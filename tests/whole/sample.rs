//! A small disputed case, set down by two editors: two accounts, three points, sources, evidence, stances.

use crate::support::{LIND, Work, scale, text};
use serde_json::{Value, json};

/// What an item's file says.
pub const SHEET: &str = "Notes on the blast.\nThe mayor said on Monday: “A gas main burst at dawn.”\nThe union said: “It was a bomb.”\nNobody saw smoke before six.\n";

/// The ids of the case.
pub struct Sample {
    pub case: String,
    pub mayor: String,
    pub union: String,
    pub paper: String,
    /// Account A: a gas main burst. Account B: a bomb.
    pub accounts: [String; 2],
    /// What caused it? When? Who is to blame?
    pub points: [String; 3],
    /// A gas main burst; a bomb went off; at dawn (A); at dawn (B).
    pub claims: [String; 4],
    pub statements: [String; 2],
    pub answers: [String; 4],
    pub item: String,
    pub report: String,
    pub capture: String,
    pub excerpt: String,
    /// From the excerpt on claim 0; from the report on claim 0; from the report on claim 1.
    pub links: [String; 3],
}

/// Sets the case down.
pub fn sample(work: &Work) -> Sample {
    let case = work.id(
        "case.add",
        json!({ "name": "Blast in Mill Street", "date": "2017-04-03", "place": "Mill Street" }),
    );
    let actor = |name: &str, kind: &str| work.id("actor.add", json!({ "name": name, "kind": kind }));
    let (mayor, union, paper) = (
        actor("The mayor", "person"),
        actor("The dockers' union", "body"),
        actor("The Evening Post", "outlet"),
    );
    let account = |name: &str, holder: &str| {
        work.id("account.add", json!({ "case_id": case, "name": name, "holder_ids": [holder] }))
    };
    let accounts = [account("A gas main burst", &mayor), account("It was a bomb", &union)];
    let point = |question: &str| work.id("point.add", json!({ "case_id": case, "question": question }));
    let points = [point("What caused the blast?"), point("When did it happen?"), point("Who is to blame?")];
    let claim = |words: &str, who: &str, account: &str| {
        work.id(
            "claim.add",
            json!({ "case_id": case, "text": words, "claimant_id": who, "account_ids": [account] }),
        )
    };
    let claims = [
        claim("A gas main burst.", &mayor, &accounts[0]),
        claim("A bomb went off.", &union, &accounts[1]),
        claim("It happened at dawn.", &mayor, &accounts[0]),
        claim("It went off at dawn.", &union, &accounts[1]),
    ];
    let item = work.id("item.add", json!({ "name": "Evening Post of 4 April", "kind": "news_article", "publisher_id": paper, "date": "2017-04-04", "title": "Blast in Mill Street", "reading": "read" }));
    let report = work.id("item.add", json!({ "name": "Fire brigade's report", "kind": "report", "date": "2017-06-01", "symbol": "FB/17/3", "reading": "read" }));
    let sheet = work.file("sheet.txt", SHEET.as_bytes());
    let capture =
        work.id("item.attach", json!({ "item_id": item, "path": sheet, "note": "notes, not a copy" }));
    let excerpt =
        work.id("excerpt.add", json!({ "capture_id": capture, "quote": "A gas main burst at dawn." }));
    let statement = |who: &str, words: &str, date: &str, about: [&str; 2], excerpt: Option<&str>| {
        work.id("statement.add", json!({
            "case_id": case, "speaker_id": who, "words": words, "wording": "quotation", "date": date, "language": "en",
            "acts": [{ "claim_id": about[0], "kind": "asserts" }, { "claim_id": about[1], "kind": "asserts" }],
            "appearances": [{ "item_id": item, "excerpt_id": excerpt, "carrier_ids": [paper] }],
        }))
    };
    let statements = [
        statement(
            &mayor,
            "A gas main burst at dawn.",
            "2017-04-03",
            [&claims[0], &claims[2]],
            Some(&excerpt),
        ),
        statement(&union, "It was a bomb.", "2017-04-04", [&claims[1], &claims[3]], None),
    ];
    let answer = |claim: &str, point: &str, value: &str| {
        work.id(
            "answer.add",
            json!({ "claim_id": claim, "point_id": point, "kind": "value", "value": value }),
        )
    };
    let answers = [
        answer(&claims[0], &points[0], "a burst gas main"),
        answer(&claims[1], &points[0], "a bomb"),
        answer(&claims[2], &points[1], "at dawn"),
        answer(&claims[3], &points[1], "at dawn"),
    ];
    work.call("comparison.add", json!({ "answer_id": answers[0], "other_id": answers[1], "relation": "contradict", "reason": "One cause excludes the other." }));
    work.call("silence.add", json!({ "account_id": accounts[0], "point_id": points[2], "looked": "All of the mayor's briefings", "until": "2017-06-30" }));
    let link = |from: (&str, &str), claim: &str, stance: &str, credibility: u8| {
        let mut request = json!({ "case_id": case, "to_claim_id": claim, "stance": stance, "relevance": "high", "credibility": credibility });
        request[from.0] = json!(from.1);
        work.id("evidence.link", request)
    };
    let links = [
        link(("from_excerpt_id", &excerpt), &claims[0], "supports", 3),
        link(("from_item_id", &report), &claims[0], "strongly_supports", 2),
        link(("from_item_id", &report), &claims[1], "strongly_contradicts", 2),
    ];
    for (link, value) in [(&links[1], "strongly_supports"), (&links[2], "contradicts")] {
        work.by(LIND, "stance.set", json!({ "link_id": link, "value": value }));
    }
    Sample {
        case,
        mayor,
        union,
        paper,
        accounts,
        points,
        claims,
        statements,
        answers,
        item,
        report,
        capture,
        excerpt,
        links,
    }
}

/// A request to rate a claim of the case on the default scale.
pub fn rating(work: &Work, claim: &str, label: &str, until: &str, rationale: &str) -> Value {
    let (scale_id, label_id) = scale(work, "Disputed event", label);
    json!({ "claim_id": claim, "scale_id": scale_id, "label_id": label_id, "likelihood": "likely", "confidence": "moderate", "evidence_until": until, "rationale": rationale })
}

/// Rates the first claim, has it read a second time, and makes it the verdict: the assessment's id.
pub fn verdict(work: &Work, sample: &Sample) -> String {
    let rationale = format!(
        "The brigade found the burst main [@{}], and the mayor said so at once [@{}].",
        sample.report, sample.excerpt
    );
    let made =
        work.call("assessment.add", rating(work, &sample.claims[0], "Probable", "2017-06-30", &rationale));
    let assessment = text(&made["id"]);
    work.by(
        LIND,
        "second_reading.add",
        json!({ "assessment_id": assessment, "outcome": "agrees", "reason": "The report bears it out." }),
    );
    work.call("verdict.add", json!({ "assessment_id": assessment }));
    assessment
}

/// Sets the house.
pub fn house(work: &Work) {
    work.call("house.set", json!({ "name": "The Desk", "url": "https://desk.example/" }));
}
