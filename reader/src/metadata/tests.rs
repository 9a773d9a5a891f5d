//! What files that are made here say about themselves.

use super::*;
use crate::samples;

fn values(bytes: &[u8]) -> Vec<Value> {
    let read = read(bytes, Kind::of(bytes)).unwrap();
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    read.values
}

fn one<'a>(values: &'a [Value], origin: Origin, name: &str) -> &'a Value {
    let found: Vec<_> = values.iter().filter(|value| value.origin == origin && value.name == name).collect();
    assert_eq!(found.len(), 1, "{name} of {origin:?} among {values:#?}");
    found[0]
}

#[test]
fn a_page_tells_each_value_with_its_origin() {
    let html = r#"<html lang="en"><head><title>The  title</title><link rel="canonical" href="https://a.example/1">
        <meta property="og:title" content="Og"><meta property="article:published_time" content="2017-04-04T10:00:00+03:00">
        <meta name="citation_author" content="Doe, J."><meta name="DC.date" content="2017"><meta name="author" content="J. Doe">
        <meta name="viewport" content="x"><meta name="geo.position" content="35.4;36.6">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList","name":"no"},
        {"@type":["NewsArticle"],"headline":"Head","datePublished":"2017-04-04","author":[{"@type":"Person","name":"A"},{"name":"B"}],"wordCount":12}]}</script>
        </head><body><time datetime="2017-04-05T09:00">5 April</time></body></html>"#;
    let values = values(html.as_bytes());
    let value = |origin, name| one(&values, origin, name).value.clone();
    assert_eq!(value(Origin::Page, "title"), "The title");
    assert_eq!(value(Origin::Page, "canonical"), "https://a.example/1");
    assert_eq!(value(Origin::Page, "time"), "2017-04-05T09:00", "no zone is added");
    assert_eq!(value(Origin::OpenGraph, "article:published_time"), "2017-04-04T10:00:00+03:00", "as found");
    assert_eq!(value(Origin::Highwire, "citation_author"), "Doe, J.");
    assert_eq!(value(Origin::DublinCore, "DC.date"), "2017");
    assert_eq!(value(Origin::JsonLd, "NewsArticle.headline"), "Head");
    assert_eq!(value(Origin::JsonLd, "NewsArticle.wordCount"), "12");
    let authors = values.iter().filter(|value| value.name == "NewsArticle.author.name").count();
    assert_eq!(authors, 2, "both authors");
    assert!(
        values.iter().all(|value| value.name != "viewport" && !value.name.contains("Breadcrumb")),
        "not everything"
    );
    assert!(one(&values, Origin::Page, "geo.position").sensitive, "a place can harm");
}

#[test]
fn json_that_is_none_is_noted() {
    let read = read(b"<html><script type=application/ld+json>{oops</script>", Kind::Html).unwrap();
    assert_eq!(read.faults.len(), 1, "{:?}", read.faults);
    assert_eq!(read.faults[0].0, Origin::JsonLd);
}

#[test]
fn a_camera_s_words_are_kept_as_found_and_the_dangerous_ones_marked() {
    let picture = samples::drawing(32, 24, |x, y| [x as u8 * 8, y as u8 * 8, 0]);
    let iptc = [
        b"Photoshop 3.0\0".as_slice(),
        b"8BIM\x04\x04\0\0\0\0\0\x34",
        b"\x1c\x01\x5a\0\x03\x1b%G",
        b"\x1c\x02\x50\0\x08",
        "Фото".as_bytes(),
        b"\x1c\x02\x37\0\x0820170404",
        b"\x1c\x02\x5c\0\x06Street",
    ]
    .concat();
    let iptc_length = iptc.len() - 14 - 12;
    let mut iptc = iptc;
    iptc[25] = iptc_length as u8;
    if iptc_length % 2 == 1 {
        iptc.push(0);
    }
    let xmp = br#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
        xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
        xmp:CreatorTool="Editor 1" exif:GPSLatitude="35,26.8N"><dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>
        <xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:when="2017-04-05T01:02:03+02:00"/></rdf:Seq></xmpMM:History></rdf:Description></rdf:RDF></x:xmpmeta>"#;
    let jpeg = samples::jpeg_with(
        &picture,
        &[
            (0xe1, samples::exif(&[])),
            (0xe1, [b"http://ns.adobe.com/xap/1.0/\0".as_slice(), xmp].concat()),
            (0xed, iptc),
        ],
    );
    let values = values(&jpeg);
    let value = |origin, name| one(&values, origin, name);
    assert_eq!(
        value(Origin::Exif, "DateTimeOriginal").value,
        "2017:04:04 06:30:00",
        "as found, without a zone"
    );
    assert!(values.iter().all(|value| !value.name.contains("OffsetTime")), "and none is made up");
    assert!(
        value(Origin::Exif, "GPSLatitude").sensitive && value(Origin::Exif, "BodySerialNumber").sensitive
    );
    assert!(!value(Origin::Exif, "Make").sensitive);
    assert_eq!(value(Origin::Iptc, "By-line").value, "Фото");
    assert!(value(Origin::Iptc, "Sub-location").sensitive);
    assert_eq!(value(Origin::Xmp, "xmp:CreatorTool").value, "Editor 1");
    assert_eq!(value(Origin::Xmp, "xmpMM:History/stEvt:when").value, "2017-04-05T01:02:03+02:00");
    assert_eq!(values.iter().filter(|value| value.name == "dc:creator").count(), 2);
    assert!(value(Origin::Xmp, "exif:GPSLatitude").sensitive);
}

#[test]
fn broken_descriptions_are_noted_and_the_rest_is_read() {
    let picture = samples::drawing(16, 16, |_, _| [9, 9, 9]);
    let mut broken = samples::exif(&[]);
    for byte in broken.iter_mut().skip(20).step_by(3) {
        *byte = 0xff;
    }
    let jpeg = samples::jpeg_with(
        &picture,
        &[(0xe1, broken), (0xed, b"Photoshop 3.0\08BIM\x04\x04\0\0\xff\xff\xff\xff".to_vec())],
    );
    let read = read(&jpeg, Kind::of(&jpeg)).unwrap();
    assert!(
        read.faults.iter().any(|(origin, _)| *origin == Origin::Iptc),
        "4 GB of captions: {:?}",
        read.faults
    );
    for length in 0..80 {
        let cut = samples::jpeg_with(&picture, &[(0xe1, samples::exif(b"xx")[..length].to_vec())]);
        let _ = super::read(&cut, Kind::Picture);
    }
}

#[test]
fn a_pdf_a_document_and_a_mail_tell_theirs() {
    let pdf = samples::pdf(&["x"], "");
    let found = values(&pdf);
    assert_eq!(one(&found, Origin::PdfInfo, "Title").value, "Хан");
    assert_eq!(one(&found, Origin::PdfInfo, "Author").value, "A. (B)");
    assert_eq!(one(&found, Origin::PdfInfo, "CreationDate").value, "D:20170404063000+03'00'", "as found");
    let found = values(&samples::docx("<w:p/>"));
    assert_eq!(one(&found, Origin::Document, "creator").value, "A. B.");
    assert_eq!(one(&found, Origin::Document, "created").value, "2017-04-05T08:00:00Z");
    let found = values(b"From: a@example.org\r\nDate: Tue, 4 Apr 2017 10:00:00 +0300\r\nX-Originating-IP: 192.0.2.1\r\nSubject: =?utf-8?B?0KXQsNC9?=\r\n\r\nx");
    assert_eq!(one(&found, Origin::Message, "Date").value, "Tue, 4 Apr 2017 10:00:00 +0300");
    assert_eq!(one(&found, Origin::Message, "Subject").value, "Хан");
    assert!(one(&found, Origin::Message, "X-Originating-IP").sensitive, "an address of a machine");
}

#[test]
fn values_are_bounded() {
    let html = format!(
        "<html><head>{}</head>",
        format!("<meta name=author content={}>", "x".repeat(9_000)).repeat(3_000)
    );
    let read = read(html.as_bytes(), Kind::Html).unwrap();
    assert_eq!(read.values.len(), bounds::VALUES);
    assert!(
        read.values.iter().all(|value| value.value.len() < bounds::VALUE + 20),
        "a long value is cut, and says so"
    );
    assert_eq!(read.faults.len(), 1, "and that others are left out is said, once");
}
