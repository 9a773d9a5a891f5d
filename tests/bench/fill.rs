//! Ledgers to measure on: filled through the ledger itself, as an import would.

use claims::records::*;
use ledger::{Access, Act, Filter, Identity, Ledger, LedgerError, System, Tx};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

const STANCES: [&str; 6] =
    ["supports", "contradicts", "neutral", "strongly_supports", "strongly_contradicts", "not_applicable"];

/// The ids of what was filled in.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    pub grid: String,
    pub matrix: String,
    pub matrix_point: String,
    pub report: String,
    pub links: Vec<String>,
}

/// A word made of syllables, the same for the same number.
pub fn word(number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ka", "lo", "mi", "ne", "ru", "sa", "ti", "vo", "ba", "de", "fu", "go", "hi", "ja", "po", "ze"];
    let mut n = number.wrapping_mul(2_654_435_761) % 4096;
    let mut word = String::new();
    for _ in 0..3 {
        word.push_str(SYLLABLES[n % 16]);
        n /= 16;
    }
    word
}

/// A sentence of such words.
pub fn sentence(number: usize) -> String {
    (0..12).map(|place| word(number * 31 + place * 7)).collect::<Vec<_>>().join(" ")
}

/// Opens a ledger for writing, as the device of that config folder.
pub fn open(path: &Path, config: &Path) -> Ledger {
    let stored: Value = serde_json::from_slice(&std::fs::read(config.join("device.json")).unwrap()).unwrap();
    let identity = Identity {
        uuid: serde_json::from_value(stored["uuid"].clone()).unwrap(),
        name: stored["name"].as_str().unwrap().to_owned(),
    };
    Ledger::open(path, Access::Write, identity, Arc::new(System::default()), &mut |_, _| Ok(())).unwrap()
}

/// Adds a record; its fields need no uuid. Gives its id.
pub fn add<R: Record + Serialize + DeserializeOwned>(
    tx: &mut Tx<'_>,
    mut fields: Value,
) -> Result<String, LedgerError> {
    let id = tx.id().to_string();
    fields["uuid"] = json!(id);
    let record: R = serde_json::from_value(fields)?;
    tx.add(&record)?;
    Ok(id)
}

/// Who and what every case refers to.
struct Around {
    editor: String,
    actor: String,
    items: Vec<String>,
    scale: String,
    label: String,
}

/// What a case holds.
struct Spec {
    name: String,
    accounts: usize,
    points: usize,
    claims: usize,
    links: usize,
    items: usize,
    rated: bool,
}

/// Everything of the large ledger in one operation: 10,000 claims, 50,000 evidence links, 2,000 items.
pub fn large(ledger: &mut Ledger) -> Filled {
    let scale: Scale = ledger.list(&Filter::default()).unwrap().remove(0);
    let labels: Vec<ScaleLabel> =
        ledger.list(&Filter { equal: vec![("scale_id", scale.uuid.0)], ..Filter::default() }).unwrap();
    let act = Act { name: "import", bulk: true, ..Act::default() };
    let done = ledger.transact(&act, |tx| {
        let editor = add::<Editor>(tx, json!({ "name": "I. Marr" }))?;
        let actor = add::<Actor>(tx, json!({ "name": "The mayor", "kind": "person" }))?;
        let mut items = Vec::new();
        for n in 0..2000 {
            items.push(add::<Item>(tx, json!({ "name": format!("Item {n} {}", word(n)), "kind": "news_article", "date": "2017-04-04", "reading": "read", "title": sentence(n), "publisher_id": actor }))?);
        }
        let around = Around { editor, actor, items, scale: scale.uuid.to_string(), label: labels[0].uuid.to_string() };
        let mut filled = Filled::default();
        let spec = |name: &str, accounts, points, claims, links, items, rated| Spec { name: name.to_owned(), accounts, points, claims, links, items, rated };
        let (grid, _, _) = case(tx, &around, &spec("Grid of 20 x 6", 6, 20, 120, 500, 100, true))?;
        let (matrix, points, _) = case(tx, &around, &spec("Matrix of 200 x 20", 20, 1, 20, 4000, 200, false))?;
        let (report, _, links) = case(tx, &around, &spec("Report of 100 claims", 2, 20, 100, 500, 100, true))?;
        (filled.grid, filled.matrix, filled.matrix_point, filled.report) = (grid, matrix, points[0].clone(), report);
        filled.links = links;
        for n in 0..97 {
            let links = if n < 60 { 500 } else { 400 };
            case(tx, &around, &spec(&format!("Case {n} {}", word(n)), 2, 20, 100, links, 400, n % 2 == 0))?;
        }
        case(tx, &around, &spec("The last case", 2, 20, 60, 200, 100, false))?;
        Ok::<_, LedgerError>(filled)
    });
    done.unwrap().value
}

fn case(
    tx: &mut Tx<'_>,
    around: &Around,
    spec: &Spec,
) -> Result<(String, Vec<String>, Vec<String>), LedgerError> {
    let case = add::<Case>(
        tx,
        json!({ "name": spec.name, "status": "open", "date": "2017-04-03", "place": "Mill Street", "summary": sentence(spec.claims) }),
    )?;
    let mut accounts = Vec::new();
    for n in 0..spec.accounts {
        let account = add::<Account>(tx, json!({ "case_id": case, "name": format!("Account {n}") }))?;
        add::<Holder>(tx, json!({ "case_id": case, "account_id": account, "actor_id": around.actor }))?;
        accounts.push(account);
    }
    let mut points = Vec::new();
    for n in 0..spec.points {
        points.push(add::<Point>(tx, json!({ "case_id": case, "question": format!("What of {}?", word(n)), "position": format!("a{n:03}") }))?);
    }
    let mut claims = Vec::new();
    for n in 0..spec.claims {
        let claim = add::<Claim>(
            tx,
            json!({ "case_id": case, "text": sentence(n), "kind": "factual", "claimant_id": around.actor }),
        )?;
        add::<AccountClaim>(
            tx,
            json!({ "case_id": case, "account_id": accounts[n % spec.accounts], "claim_id": claim }),
        )?;
        let statement = add::<Statement>(
            tx,
            json!({ "case_id": case, "speaker_id": around.actor, "words": sentence(n + 5), "wording": "quotation", "date": format!("2017-04-{:02}", n % 28 + 1) }),
        )?;
        add::<claims::records::Act>(
            tx,
            json!({ "case_id": case, "statement_id": statement, "claim_id": claim, "kind": "asserts" }),
        )?;
        add::<Appearance>(
            tx,
            json!({ "case_id": case, "statement_id": statement, "item_id": around.items[n % spec.items] }),
        )?;
        add::<Answer>(
            tx,
            json!({ "case_id": case, "claim_id": claim, "point_id": points[(n / spec.accounts) % spec.points], "kind": "value", "value": word(n % 40), "statement_id": statement }),
        )?;
        if spec.rated && n % 2 == 0 {
            add::<Assessment>(
                tx,
                json!({ "case_id": case, "claim_id": claim, "editor_id": around.editor, "scale_id": around.scale, "label_id": around.label, "likelihood": "likely", "confidence": "moderate", "evidence_until": "2017-06-30", "rationale": format!("{} [@{}]", sentence(n), around.items[n % spec.items]) }),
            )?;
        }
        claims.push(claim);
    }
    let mut links = Vec::new();
    for n in 0..spec.links {
        let claim = &claims[n % spec.claims];
        let item = &around.items
            [(n / spec.claims + (n % spec.claims) * if spec.points == 1 { 0 } else { 3 }) % spec.items];
        let link =
            add::<EvidenceLink>(tx, json!({ "case_id": case, "from_item_id": item, "to_claim_id": claim }))?;
        add::<Stance>(
            tx,
            json!({ "case_id": case, "link_id": link, "editor_id": around.editor, "value": STANCES[(n * 7 + n / 11) % 6] }),
        )?;
        if n % 3 == 0 {
            add::<Relevance>(
                tx,
                json!({ "case_id": case, "link_id": link, "editor_id": around.editor, "value": "high" }),
            )?;
            add::<Credibility>(
                tx,
                json!({ "case_id": case, "link_id": link, "editor_id": around.editor, "value": n % 6 + 1 }),
            )?;
        }
        links.push(link);
    }
    Ok((case, points, links))
}

/// So many items more, as one operation.
pub fn items(ledger: &mut Ledger, count: usize) {
    let act = Act { name: "import", bulk: true, ..Act::default() };
    let done = ledger.transact(&act, |tx| {
        for n in 0..count {
            add::<Item>(
                tx,
                json!({ "name": format!("Further item {n} {}", word(n)), "kind": "news_article", "date": "2017-04-04", "reading": "read", "title": sentence(n) }),
            )?;
        }
        Ok::<_, LedgerError>(())
    });
    done.unwrap();
}

/// So many excerpts of 200 items, as one operation: words of one script after the other, with labels and colours.
pub fn excerpts(ledger: &mut Ledger, count: usize) {
    const OTHERS: [&str; 3] = ["Мост взорвали ночью", "قال الشاهد إنه رأى الطائرة", "化学兵器使用調査報告"];
    const WHEN: &str = "2026-11-22T10:00:00.000Z";
    let act = Act { name: "import", bulk: true, ..Act::default() };
    let done = ledger.transact(&act, |tx| {
        let editor = add::<Editor>(tx, json!({ "name": "I. Marr" }))?;
        let mut captures = Vec::new();
        for n in 0..200 {
            let item = add::<Item>(tx, json!({ "name": format!("Item {n}"), "kind": "document", "reading": "read" }))?;
            captures.push(add::<Capture>(tx, json!({ "item_id": item, "sha256": format!("{n:064x}"), "size": 1, "media_type": "text/plain",
                "name": "a.txt", "captured": WHEN, "how": "attached", "editor_id": editor }))?);
        }
        for n in 0..count {
            let quote = match n % 4 {
                3 => format!("{} {n}", OTHERS[n / 4 % 3]),
                _ => sentence(n),
            };
            let colour = ["yellow", "green", "blue"][n % 3];
            add::<Excerpt>(tx, json!({ "capture_id": captures[n % 200], "quote": quote, "kind": "text", "label": word(n % 40), "colour": colour }))?;
        }
        Ok::<_, LedgerError>(())
    });
    done.unwrap();
}

/// So many cases, each with two accounts, a point and a claim, every fifth with a tag, as one operation.
pub fn cases(ledger: &mut Ledger, count: usize) {
    let act = Act { name: "import", bulk: true, ..Act::default() };
    let done = ledger.transact(&act, |tx| {
        for n in 0..count {
            let name = format!("Case {} {}", word(n), n * 7919 % count);
            let case = add::<Case>(tx, json!({ "name": name, "status": "draft" }))?;
            for account in ["One side", "The other"] {
                add::<Account>(tx, json!({ "case_id": case, "name": account }))?;
            }
            add::<Point>(tx, json!({ "case_id": case, "question": "When?", "position": "a0" }))?;
            add::<Claim>(tx, json!({ "case_id": case, "text": sentence(n), "kind": "factual" }))?;
            if n % 5 == 0 {
                add::<Tag>(tx, json!({ "case_id": case, "name": word(n / 5) }))?;
            }
        }
        Ok::<_, LedgerError>(())
    });
    done.unwrap();
}

/// One operation of so many rows: claims of one case.
pub fn import(ledger: &mut Ledger, rows: usize) {
    let act = Act { name: "import", bulk: true, ..Act::default() };
    let done = ledger.transact(&act, |tx| {
        let case = add::<Case>(tx, json!({ "name": "Imported", "status": "draft" }))?;
        for n in 1..rows {
            add::<Claim>(tx, json!({ "case_id": case, "text": sentence(n), "kind": "factual" }))?;
        }
        Ok::<_, LedgerError>(())
    });
    done.unwrap();
}

/// So many operations over 200 cases, one of which grows to 500 records within the first half. Gives that case.
pub fn long(ledger: &mut Ledger, operations: usize) -> String {
    let act = |name| Act { name, bulk: true, ..Act::default() };
    let mut cases = Vec::new();
    for n in 0..200 {
        let made = ledger.transact(&act("case.add"), |tx| {
            add::<Case>(tx, json!({ "name": format!("Case {n}"), "status": "draft" }))
        });
        cases.push(made.unwrap().value);
    }
    let (mut own, mut last) = (1, String::new());
    for n in 200..operations {
        if n % 100 == 0 && own < 500 {
            own += 1;
            ledger
                .transact(&act("claim.add"), |tx| {
                    add::<Claim>(tx, json!({ "case_id": cases[0], "text": sentence(n), "kind": "factual" }))
                })
                .unwrap();
        } else if n % 3 == 0 || last.is_empty() {
            let case = &cases[1 + n % 199];
            last = ledger
                .transact(&act("claim.add"), |tx| {
                    add::<Claim>(tx, json!({ "case_id": case, "text": sentence(n), "kind": "factual" }))
                })
                .unwrap()
                .value;
        } else {
            let id: claims::ids::ClaimId = last.parse().unwrap();
            let fields = json!({ "note": sentence(n) }).as_object().cloned().unwrap();
            ledger.transact(&act("claim.edit"), |tx| tx.edit::<Claim>(id, fields).map(|_| ())).unwrap();
        }
    }
    cases.swap_remove(0)
}
