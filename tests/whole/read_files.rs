//! Reading preserved files in the program that is made for it: what is found, what is refused, and that the rest lives on.

use crate::sample::sample;
use crate::support::{Work, list, text};
use crate::terminal::Terminal;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// A page with everything that a page says of itself, and some that it must not do.
const PAGE: &str = r#"<html lang="ru"><head><title>Хан-Шейхун</title>
<meta property="article:published_time" content="2017-04-04T10:00:00+03:00"><meta name="geo.position" content="35.4;36.6">
<script>location = "https://elsewhere.example"</script></head>
<body onload="alert(1)"><h1>Хан-Шейхун</h1><p>Первые сообщения.</p><img src="https://elsewhere.example/i.png"></body></html>"#;

/// A picture with shapes in it, as an uncompressed TIFF: a format that is written down by hand.
fn tiff(width: u32, shade: u32) -> Vec<u8> {
    let height = width * 3 / 4;
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    let entries: [(u16, u16, u32, u32); 9] = [
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 8 + 2 + 9 * 12 + 4),
        (277, 3, 1, 1),
        (278, 4, 1, height),
        (279, 4, 1, width * height),
    ];
    out.extend(9_u16.to_le_bytes());
    for (tag, kind, count, value) in entries {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(value.to_le_bytes());
    }
    out.extend([0; 4]);
    for y in 0..height {
        for x in 0..width {
            let (x, y) = (x * 400 / width, y * 300 / height.max(1));
            let rings = (x * x + 3 * y * y) / 1200 % 200;
            let disc = if (x.abs_diff(150)).pow(2) + (y.abs_diff(110)).pow(2) < 3600 { 50 } else { 0 };
            out.push((rings + disc + shade).min(255) as u8);
        }
    }
    out
}

fn attached(work: &Work, item: &str, name: &str, bytes: &[u8]) -> String {
    let path = work.file(name, bytes);
    work.id("item.attach", json!({ "item_id": item, "path": path }))
}

/// Every command of this part once, on an item.
pub fn every_command(work: &Work, item: &str) {
    let page = attached(work, item, "page-read.html", PAGE.as_bytes());
    work.call("capture.read", json!({ "id": page }));
    work.call("capture.reading", json!({ "id": page }));
    work.call("capture.text", json!({ "id": page }));
    work.call("capture.page", json!({ "id": page }));
    let picture = attached(work, item, "picture-read.tif", &tiff(400, 0));
    work.call("capture.read", json!({ "id": picture }));
    work.call("capture.alike", json!({ "id": picture }));
    work.call("capture.picture", json!({ "id": picture }));
    let check = work.id("picture_check.make", json!({ "capture_id": picture, "kind": "histogram" }));
    work.call("picture_check.result", json!({ "id": check }));
    let values = work.call("metadata.list", json!({ "capture_id": page }));
    let ids: Vec<&Value> = list(&values).iter().map(|value| &value["id"]).collect();
    work.call("metadata.withhold", json!({ "ids": ids, "withheld": true }));
}

#[test]
fn a_page_gives_its_text_a_safe_copy_and_its_metadata() {
    let work = Work::new();
    let case = sample(&work);
    let page = attached(&work, &case.item, "page.html", PAGE.as_bytes());
    assert_eq!(work.call("capture.reading", json!({ "id": page }))["text"], json!("not_read"));
    assert_eq!(work.code("capture.text", json!({ "id": page })), "not_found", "and says so");
    let read = work.call("capture.read", json!({ "id": page }));
    assert_eq!((&read["state"]["text"], &read["state"]["metadata"]), (&json!("read"), &json!("read")));
    assert_eq!(read["state"]["picture"], json!("none"), "a page is no picture");
    assert_eq!(read["sensitive"], json!(1), "the place");
    let words = work.call("capture.text", json!({ "id": page }));
    assert_eq!(words["text"], json!("Хан-Шейхун\nПервые сообщения."));
    let piece = work.call("capture.text", json!({ "id": page, "from": 4, "limit": 6 }));
    assert_eq!((&piece["text"], &piece["next"], &piece["total"]), (&json!("Шейхун"), &json!(10), &json!(28)));
    let safe = text(&work.call("capture.page", json!({ "id": page }))["html"]);
    assert!(safe.contains("<h1>Хан-Шейхун</h1>") && safe.contains("Content-Security-Policy"), "{safe}");
    for gone in ["elsewhere", "alert", "<script", "onload"] {
        assert!(!safe.contains(gone), "{gone} is gone: {safe}");
    }
    let values = work.call("metadata.list", json!({ "capture_id": page }));
    let published = list(&values).iter().find(|value| value["value"] == json!("2017-04-04T10:00:00+03:00"));
    assert_eq!(published.unwrap()["origin"], json!("open_graph"), "as found, with its origin");
    let place = list(&values).iter().find(|value| value["value"] == json!("35.4;36.6")).unwrap();
    assert_eq!(
        (&place["sensitive"], &place["withheld"]),
        (&json!(true), &json!(true)),
        "withheld until an editor gives it"
    );

    let again = work.call("capture.read", json!({ "id": page }));
    assert!(again["operation"].is_null(), "reading again changes nothing: {again}");
    let given = work.call("metadata.withhold", json!({ "ids": [place["id"]], "withheld": false }));
    assert_eq!(given["count"], json!(1));
    work.call("capture.read", json!({ "id": page }));
    let now = work.call("metadata.list", json!({ "capture_id": page }));
    let place = list(&now).iter().find(|value| value["id"] == place["id"]).unwrap();
    assert_eq!(place["withheld"], json!(false), "what an editor said stays said");
    work.verified();
}

#[test]
fn pictures_that_look_alike_are_pointed_out_and_checks_are_kept() {
    let work = Work::new();
    let case = sample(&work);
    let one = attached(&work, &case.item, "one.tif", &tiff(400, 0));
    let other = attached(&work, &case.item, "other.tif", &tiff(320, 6));
    assert_eq!(work.call("capture.read", json!({ "id": one }))["alike"], json!([]));
    let read = work.call("capture.read", json!({ "id": other }));
    assert_eq!(list(&read["alike"]).len(), 1, "smaller and brighter, and still the same: {read}");
    assert_eq!(read["alike"][0]["id"], json!(one));
    assert_eq!(list(&work.call("capture.alike", json!({ "id": one })))[0]["id"], json!(other));

    for kind in ["error_level", "histogram"] {
        let made = work.call(
            "picture_check.make",
            json!({ "capture_id": one, "kind": kind, "note": "Nothing stands out." }),
        );
        assert_eq!(made["record"]["media_type"], json!("image/png"), "{kind}");
        let result = work.call("picture_check.result", json!({ "id": made["id"] }));
        let png = STANDARD.decode(text(&result["base64"])).unwrap();
        assert!(png.starts_with(b"\x89PNG"), "{kind} is drawn");
    }
    let thumbnail = work.refused("picture_check.make", json!({ "capture_id": one, "kind": "thumbnail" }));
    assert_eq!(thumbnail["params"]["reading"], json!("not_of_this_kind"), "it has none: {thumbnail}");
    assert_eq!(
        work.code("picture_check.make", json!({ "capture_id": one, "kind": "magnifier" })),
        "invalid",
        "say what was seen"
    );
    assert_eq!(
        work.code("picture_check.make", json!({ "capture_id": one, "kind": "error_level", "quality": 300 })),
        "invalid"
    );
    let seen = json!({ "capture_id": one, "kind": "magnifier", "place": "xywh=percent:10,10,5,5", "note": "A seam." });
    assert_eq!(work.call("picture_check.make", seen)["record"]["note"], json!("A seam."));
    work.verified();
}

#[test]
fn a_file_that_cannot_be_read_stays_attached_and_says_why() {
    let work = Work::new();
    let case = sample(&work);
    let broken = attached(&work, &case.item, "broken.pdf", b"%PDF-1.7\nnothing of a PDF\n");
    let read = work.call("capture.read", json!({ "id": broken }));
    assert_eq!(read["state"]["text"], json!("unreadable"));
    assert_eq!(
        work.call("capture.reading", json!({ "id": broken }))["text"],
        json!("unreadable"),
        "it is kept in mind"
    );
    let refused = work.refused("capture.page", json!({ "id": broken }));
    assert_eq!(refused["params"]["reading"], json!("not_of_this_kind"), "a PDF is no page");
    work.verified();
}

#[test]
fn the_terminal_reads_what_it_attaches_and_again_on_request() {
    let terminal = Terminal::new();
    let item = text(
        &terminal.call("item.add", json!({ "name": "A page", "kind": "web_page", "reading": "read" }))["id"],
    );
    std::fs::write(terminal.path("page.html"), PAGE).unwrap();
    let capture = text(&terminal.json(&["attach", &item, &terminal.path("page.html")]).json()["id"]);
    assert_eq!(
        terminal.call("capture.reading", json!({ "id": capture }))["text"],
        json!("read"),
        "after the attachment"
    );
    let read = terminal.run(&["read", &capture]);
    assert!(read.code == 0 && read.out.contains("text read"), "in words: {}{}", read.out, read.err);
}
