//! What holds for every report: nothing runs, nothing is fetched, every link leads somewhere, every text is only text.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod fixture;
mod page;

use claims::case_at::CaseAt;
use claims::words::Section;
use fixture::{case, facts, id, uuid};
use page::{Page, parse};
use reports::*;
use serde_json::Value;

fn laid_out(case: &CaseAt) -> Model {
    model(case, &facts(), &Options::default()).unwrap()
}

fn page_of(case: &CaseAt) -> Page {
    parse(&html(&laid_out(case)))
}

/// A case with hostile text in every field that takes any.
fn hostile(words: &str) -> CaseAt {
    let mut case = case();
    let put = |field: &mut Option<String>| *field = Some(words.to_owned());
    case.case.name = words.to_owned();
    put(&mut case.case.summary);
    put(&mut case.case.place);
    put(&mut case.case.why);
    put(&mut case.case.date_words);
    case.names.iter_mut().for_each(|name| name.name = words.to_owned());
    case.editors.iter_mut().for_each(|editor| editor.name = words.to_owned());
    case.actors.iter_mut().for_each(|actor| actor.name = words.to_owned());
    case.accounts.iter_mut().for_each(|account| account.name = words.to_owned());
    case.findings.iter_mut().for_each(|finding| finding.name = words.to_owned());
    case.points.iter_mut().for_each(|point| point.question = words.to_owned());
    case.answers.iter_mut().for_each(|answer| put(&mut answer.value));
    case.comparisons.iter_mut().for_each(|comparison| comparison.reason = words.to_owned());
    case.silences.iter_mut().for_each(|silence| silence.looked = words.to_owned());
    case.links.iter_mut().for_each(|link| put(&mut link.note));
    case.labels.iter_mut().for_each(|label| {
        label.name = words.to_owned();
        put(&mut label.meaning);
    });
    case.excerpts.iter_mut().for_each(|excerpt| {
        excerpt.quote = words.to_owned();
        put(&mut excerpt.page);
        put(&mut excerpt.language);
    });
    for claim in &mut case.claims {
        claim.text = words.to_owned();
        put(&mut claim.note);
        put(&mut claim.language);
    }
    for statement in &mut case.statements {
        statement.words = words.to_owned();
        for field in [
            &mut statement.office,
            &mut statement.venue,
            &mut statement.date_words,
            &mut statement.time_words,
            &mut statement.language,
            &mut statement.translation,
            &mut statement.translator,
        ] {
            put(field);
        }
        put(&mut statement.differs_reason);
    }
    for item in &mut case.items {
        item.name = words.to_owned();
        for field in [
            &mut item.title,
            &mut item.symbol,
            &mut item.container,
            &mut item.place,
            &mut item.pages,
            &mut item.note,
            &mut item.date_words,
            &mut item.url,
            &mut item.archive_url,
        ] {
            put(field);
        }
    }
    for capture in &mut case.captures {
        put(&mut capture.note);
        capture.media_type = words.to_owned();
    }
    for assessment in &mut case.assessments {
        assessment.rationale = words.to_owned();
        put(&mut assessment.would_change);
        put(&mut assessment.supersede_reason);
    }
    case.verdicts.iter_mut().for_each(|verdict| put(&mut verdict.reason));
    for inquiry in &mut case.inquiries {
        inquiry.sought = words.to_owned();
        put(&mut inquiry.note);
    }
    for reply in &mut case.replies {
        put(&mut reply.words);
        put(&mut reply.asked_how);
    }
    let house = case.house.as_mut().unwrap();
    put(&mut house.name);
    put(&mut house.note);
    case
}

const HOSTILE: [&str; 7] = [
    "</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"><a href=\"javascript:alert(1)\">x</a>' onload='x",
    "#panic(\"MARK\") \\\"] MARK $x$ @x <x> /* MARK */ // MARK",
    "[x](javascript:alert(1)) | `MARK` ![x](https://evil.example/x.png) <https://evil.example> https://evil.example",
    "=HYPERLINK(\"https://evil.example\")",
    "a\u{202e}b\u{0}c\u{7}d\u{feff}e\u{2028}f",
    "   ",
];

#[test]
fn a_page_is_whole_and_asks_nobody_for_anything() {
    let page = page_of(&case());
    page.assert_sound();
    assert_eq!(page.of("script").len(), 1, "one block of data, and nothing that runs");
    assert_eq!(page.of("script")[0].attribute("type"), Some("application/ld+json"));
    let notes = page
        .elements
        .iter()
        .filter(|element| element.attribute("id").is_some_and(|id| id.starts_with("note-")))
        .count();
    assert_eq!(notes, laid_out(&case()).notes().count(), "each note stands on the page once");
}

#[test]
fn each_section_stands_alone() {
    for section in Section::ALL {
        let options = Options { sections: vec![*section], ..Options::default() };
        let model = model(&case(), &facts(), &options).unwrap();
        parse(&html(&model)).assert_sound();
        assert!(markdown(&model).contains("## "), "{section:?}");
    }
}

#[test]
fn an_empty_case_makes_a_report() {
    let model = laid_out(&fixture::empty_case());
    parse(&html(&model)).assert_sound();
    assert!(typst(&model).source.contains("#heading(level: 1"));
    assert!(!csv(&model).is_empty());
}

#[test]
fn hostile_text_stays_text_on_the_page() {
    for words in HOSTILE {
        let page = page_of(&hostile(words));
        page.assert_sound();
        assert!(page.of("img").is_empty(), "{words}");
        assert!(
            page.of("script").iter().all(|script| script.attribute("type") == Some("application/ld+json")),
            "{words}"
        );
        assert!(
            page.elements
                .iter()
                .all(|element| element.attributes.iter().all(|(name, _)| !name.starts_with("on"))),
            "no handler: {words}"
        );
    }
}

#[test]
fn hostile_text_stays_text_in_markdown() {
    use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
    for words in HOSTILE {
        let text = markdown(&laid_out(&hostile(words)));
        for event in Parser::new_ext(&text, Extensions::ENABLE_TABLES | Extensions::ENABLE_FOOTNOTES) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("raw HTML {html} from {words}"),
                Event::Start(Tag::Image { .. }) => panic!("a picture from {words}"),
                Event::Start(Tag::Link { dest_url, .. }) => assert!(
                    ["https://example.org", "https://evil"]
                        .iter()
                        .any(|allowed| dest_url.starts_with(allowed)),
                    "{dest_url} from {words}"
                ),
                _ => {}
            }
        }
    }
}

#[test]
fn markdown_footnotes_lead_somewhere() {
    use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
    use std::collections::BTreeSet;
    let text = markdown(&laid_out(&case()));
    let mut referred = BTreeSet::new();
    let mut defined = BTreeSet::new();
    for event in Parser::new_ext(&text, Extensions::ENABLE_TABLES | Extensions::ENABLE_FOOTNOTES) {
        match event {
            Event::FootnoteReference(name) => {
                referred.insert(name.to_string());
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                defined.insert(name.to_string());
            }
            _ => {}
        }
    }
    assert!(!defined.is_empty());
    assert_eq!(referred, defined, "no reference without its note, no note without a reference");
}

#[test]
fn hostile_text_stays_a_string_in_typst() {
    for words in HOSTILE {
        let source = typst(&laid_out(&hostile(words))).source;
        let mut outside = String::new();
        let mut inside = false;
        let mut chars = source.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' if inside => {
                    chars.next();
                }
                '"' => inside = !inside,
                c if !inside => outside.push(c),
                _ => {}
            }
        }
        assert!(!inside, "every string ends");
        assert!(
            !outside.contains("MARK") && !outside.contains("evil") && !outside.contains("alert"),
            "{words}"
        );
    }
}

#[test]
fn a_table_parses_and_nothing_in_it_runs() {
    for words in HOSTILE {
        let model = laid_out(&hostile(words));
        for table in [csv_points(&model).unwrap(), csv_matrix(&model).unwrap()] {
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
            let mut rows = 0;
            for row in reader.records() {
                // Not flexible: every row has as many cells as the head.
                for cell in row.unwrap().iter() {
                    assert!(!cell.starts_with(['=', '@', '+', '\t', '\r']), "{cell}");
                }
                rows += 1;
            }
            assert!(rows > 1);
        }
        let both = csv(&model);
        assert!(both.contains("\r\n\r\n"), "an empty line parts the tables");
        if !words.contains('\u{2028}') {
            let ends = both.matches("\r\n").count();
            assert_eq!(both.matches('\n').count(), ends, "RFC 4180 line ends");
        }
    }
}

fn no_empty_text(value: &Value) {
    match value {
        Value::String(text) => assert!(!text.trim().is_empty()),
        Value::Array(list) => list.iter().for_each(no_empty_text),
        Value::Object(fields) => fields.values().for_each(no_empty_text),
        Value::Null => panic!("null says nothing"),
        _ => {}
    }
}

#[test]
fn claimreview_holds_verdicts_and_nothing_made_up() {
    let case = case();
    let reviews = claimreview(&case, &laid_out(&case)).unwrap();
    let list = reviews.as_array().unwrap();
    assert_eq!(list.len(), 1, "one claim has a verdict; one reader’s assessment is not the desk’s");
    no_empty_text(&reviews);
    let review = &list[0];
    assert_eq!(review["@context"], "https://schema.org");
    assert_eq!(review["@type"], "ClaimReview");
    assert_eq!(review["url"], format!("https://example.org/#claim-{}", uuid(50)));
    assert_eq!(review["reviewRating"]["alternateName"], "Established");
    assert_eq!(
        (
            &review["reviewRating"]["ratingValue"],
            &review["reviewRating"]["bestRating"],
            &review["reviewRating"]["worstRating"]
        ),
        (&Value::from(5), &Value::from(5), &Value::from(1))
    );
    assert_eq!(review["itemReviewed"]["@type"], "Claim");
    assert_eq!(review["itemReviewed"]["firstAppearance"]["datePublished"], "2017-04-12");
    let page = html(&laid_out(&case));
    assert!(page.contains(&format!("id=\"claim-{}\"", uuid(50))), "the address leads to a place on the page");
}

#[test]
fn a_label_without_a_number_brings_none() {
    let mut case = case();
    case.assessments[1].label_id = id(806);
    let reviews = claimreview(&case, &laid_out(&case)).unwrap();
    let rating = reviews[0]["reviewRating"].as_object().unwrap();
    assert_eq!(rating["alternateName"], "Cannot be determined");
    assert!(["ratingValue", "bestRating", "worstRating"].iter().all(|name| !rating.contains_key(*name)));
}

#[test]
fn claimreview_asks_for_the_house() {
    let mut case = case();
    let model = laid_out(&case);
    let mut missing = |name: Option<&str>, url: Option<&str>| {
        let house = case.house.as_mut().unwrap();
        house.name = name.map(str::to_owned);
        house.url = url.map(str::to_owned);
        match claimreview(&case, &model) {
            Err(ReportError::HouseMissing { what, .. }) => what,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(missing(None, None), "name and url");
    assert_eq!(missing(Some("A"), None), "url");
    assert_eq!(missing(Some(" "), Some("https://a.example/")), "name");
    assert_eq!(missing(Some("A"), Some("ftp://a.example/")), "url");
    case.house = None;
    assert!(html(&laid_out(&case)).contains("<h1>"), "the other formats do without");
}

#[test]
fn a_broken_citation_stops_the_report_and_says_which() {
    let mut case = case();
    let gone = uuid(0xdead);
    case.assessments[1].rationale = format!("As one can see.[@{gone}]");
    let error = model(&case, &facts(), &Options { sections: vec![Section::Sources], ..Options::default() })
        .unwrap_err();
    let ReportError::BrokenCitation { assessment, which, .. } = &error else { panic!("{error:?}") };
    assert_eq!(assessment.to_string(), uuid(181));
    assert_eq!(which, &format!("[@{gone}]"));
    assert!(
        error.to_string().contains(&gone) && error.to_string().contains("A nerve agent was dropped."),
        "{error}"
    );
}

#[test]
fn a_quote_carries_its_language_and_direction() {
    let page = html(&laid_out(&case()));
    assert!(page.contains("<span lang=\"ar\" dir=\"rtl\">“قال الشاهد إنه رأى الطائرة”</span>"));
    assert!(page.contains("<span lang=\"ru\" dir=\"ltr\">“крупный склад боеприпасов”</span>"));
    assert!(page.contains("<bdi>شاهد</bdi>"));
    assert!(page.contains("he said<span class=\"ctl\">[U+202E]</span>."), "what turns text around is shown");
}

#[test]
fn every_format_says_that_it_is_an_example() {
    let case = case();
    let model = laid_out(&case);
    let texts = [
        html(&model),
        markdown(&model),
        typst(&model).source,
        csv(&model),
        claimreview(&case, &model).unwrap().to_string(),
    ];
    for text in texts {
        assert!(
            text.contains("fictional") && text.contains("Not a real newsroom."),
            "{}",
            text.chars().take(300).collect::<String>()
        );
    }
    assert!(typst(&model).source.contains("footer: context"), "on each page of the PDF");
}

#[test]
fn an_erased_place_is_said_at_the_top() {
    let mut case = case();
    case.statements[0].words = claims::records::ERASED.to_owned();
    case.statements[0].erased = Some("words".into());
    let page = html(&laid_out(&case));
    assert!(page.contains("Something was erased") && page.contains("[erased]"));
}

#[test]
fn without_a_second_reader_there_is_no_verdict() {
    let mut case = case();
    case.second_readings.clear();
    case.verdicts.clear();
    let model = laid_out(&case);
    let text = markdown(&model);
    assert!(text.contains("**One reader’s assessment:**") && !text.contains("**Verdict:**"));
    assert_eq!(claimreview(&case, &model).unwrap(), Value::Array(vec![]));
}

#[test]
fn what_could_be_known_by_a_day_is_said() {
    let mut facts = facts();
    facts.known_by = Some("2017-04-12".into());
    let model = model(&case(), &facts, &Options::default()).unwrap();
    assert!(
        markdown(&model).contains("As it could be known on **12 April 2017**, recorded by 22 November 2026")
    );
}

#[test]
fn a_language_that_is_not_spoken_is_none() {
    assert_eq!(Language::of("fr"), None, "the caller says which one stands in for it");
    assert_eq!(Language::of("ru-Cyrl-RU").map(Language::tag), Some("ru"));
}

#[test]
fn every_format_says_which_language_it_speaks() {
    let model =
        model(&case(), &facts(), &Options { language: Language::Russian, ..Options::default() }).unwrap();
    assert_eq!(model.language(), Language::Russian);
    let page = parse(&html(&model));
    page.assert_sound();
    assert_eq!(page.of("html")[0].attribute("lang"), Some("ru"));
    assert!(typst(&model).source.contains("#set text(lang: \"ru\")"));
    assert_eq!(claimreview(&case(), &model).unwrap()[0]["inLanguage"], "ru");
}

#[test]
fn a_report_that_corrects_another_says_so_in_its_head() {
    let old = Superseded { number: "desk-1-2".into(), reason: "A date was wrong.".into() };
    let facts = Facts { supersedes: Some(old), ..facts() };
    for (language, says) in [
        (Language::English, "Report desk-1-3 supersedes report desk-1-2. Reason: A date was wrong."),
        (Language::Russian, "Отчёт desk-1-3 заменяет отчёт desk-1-2. Причина: A date was wrong."),
    ] {
        let told = |sections: Vec<Section>| {
            let model = model(&case(), &facts, &Options { sections, language, mark_broken: false }).unwrap();
            assert!(typst(&model).source.contains(says));
            html(&model).matches(says).count()
        };
        assert_eq!(told(vec![Section::Summary]), 1, "whichever sections it has");
        assert_eq!(told(vec![Section::Corrections]), 2, "and once more among the corrections");
    }
}

#[test]
fn a_logo_stands_in_the_head_under_the_name_of_the_house() {
    let logo = Logo { bytes: fixture::PIXEL.to_vec(), kind: LogoKind::Png };
    let with = Facts { logo: Some(logo), ..facts() };
    let model = model(&case(), &with, &Options::default()).unwrap();
    let text = html(&model);
    let page = parse(&text);
    page.assert_sound();
    let pictures = page.of("img");
    assert_eq!(pictures.len(), 1);
    assert_eq!(pictures[0].attribute("alt"), Some("The Example Desk"));
    assert!(text.contains("img-src data:;"), "the page may show what is in it, and nothing else");
    let job = typst(&model);
    assert!(job.source.contains("#logo(\"logo.png\", \"The Example Desk\")"));
    assert_eq!(job.assets, [("logo.png".to_owned(), fixture::PIXEL.to_vec())]);
    assert!(page_of(&case()).of("img").is_empty(), "without a logo nothing stands there");
    assert!(!html(&laid_out(&case())).contains("img-src"));
}

/// A case in which everything that is written is Russian: then whatever is Latin is the report's own voice.
#[test]
fn a_report_in_russian_says_nothing_of_its_own_in_english() {
    const KEPT: [&str; 25] = [
        "SHA",
        "PARC",
        "ACH",
        "Open",
        "Synthesis",
        "ICD",
        "STANAG",
        "JSON",
        "Python",
        "Counterclaim",
        "desk",
        "TZ",
        "sha256sum",
        "FILE",
        "python3",
        "verify",
        "ledger",
        "py",
        "EXPORT",
        "json",
        "sqlite",
        "counterclaim",
        "head",
        "text",
        "plain",
    ];
    let mut case = hostile("слово");
    case.scales.iter_mut().for_each(|scale| scale.name = "шкала".into());
    case.inquiries.iter_mut().for_each(|inquiry| inquiry.looked = Some("там".into()));
    case.findings.iter_mut().for_each(|finding| finding.standard = Some("твёрдо".into()));
    case.authors.iter_mut().for_each(|author| author.name = Some("Автор".into()));
    let options = Options { language: Language::Russian, ..Options::default() };
    let model = model(&case, &facts(), &options).unwrap();
    let latin = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric()).map(str::to_owned);
        let own = |word: &String| {
            let letters = word.chars().filter(char::is_ascii_alphabetic).count();
            letters > 1 && !KEPT.contains(&word.as_str()) && !word.chars().any(|c| c.is_ascii_digit())
        };
        words.filter(own).collect()
    };
    let text: String = markdown(&model)
        .lines()
        .filter(|line| !line.contains("example"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(latin(&text), Vec::<String>::new(), "in Markdown");
    assert_eq!(latin(&csv(&model)), Vec::<String>::new(), "in the tables");
    let page = html(&model);
    for element in &parse(&page).elements {
        for (name, value) in &element.attributes {
            if name == "aria-label" {
                assert_eq!(latin(value), Vec::<String>::new(), "a name that is only heard");
            }
        }
    }
}

#[test]
fn sections_stand_in_the_order_asked_for() {
    let order = vec![Section::Sources, Section::Claims, Section::Summary, Section::Integrity];
    let options = Options { sections: order.clone(), ..Options::default() };
    let model = model(&case(), &facts(), &options).unwrap();
    let page = html(&model);
    parse(&page).assert_sound();
    let ids: Vec<&str> = order.iter().map(|section| section.as_str()).collect();
    let stands = |text: &str, marks: &[String]| {
        let places: Vec<usize> = marks.iter().map(|mark| text.find(mark.as_str()).expect(mark)).collect();
        assert!(places.is_sorted(), "{marks:?}");
    };
    stands(&page, &ids.iter().map(|id| format!("<h2 id=\"{id}\">")).collect::<Vec<_>>());
    stands(&page, &ids.iter().map(|id| format!("<li><a href=\"#{id}\">")).collect::<Vec<_>>());
    stands(&typst(&model).source, &ids.iter().map(|id| format!("#label(\"{id}\")")).collect::<Vec<_>>());
    let titles = ["## Sources", "## Claim by claim", "## The points", "## Integrity"].map(str::to_owned);
    stands(&markdown(&model), &titles);
    // Notes are numbered as they are met.
    let first = page.find("href=\"#note-1\"").unwrap();
    assert!((2..=model.notes().count()).all(|n| page.find(&format!("href=\"#note-{n}\"")).unwrap() > first));
}

#[test]
fn an_order_that_cannot_stand_is_refused() {
    let asked = |sections: &[Section]| {
        let options = Options { sections: sections.to_vec(), ..Options::default() };
        match model(&case(), &facts(), &options) {
            Err(ReportError::Sections { why, .. }) => why,
            other => panic!("{:?}", other.map(|model| model.title().to_owned())),
        }
    };
    assert!(asked(&[Section::Points, Section::Claims, Section::Points]).contains("“points” stands twice"));
    assert!(asked(&[Section::Integrity, Section::Points]).contains("“integrity” does not stand at the end"));
    assert!(asked(&[]).contains("No section"));
}

#[test]
fn a_very_long_text_makes_a_report() {
    let mut case = case();
    case.statements[0].words = "long words ".repeat(100_000);
    let model = laid_out(&case);
    parse(&html(&model)).assert_sound();
    assert!(typst(&model).source.len() > 1_000_000, "nothing is cut");
}

#[test]
fn the_checks_see_faults() {
    let sound = html(&laid_out(&case()));
    let faults = [
        ("href=\"#integrity\"", "href=\"#nowhere\""),
        ("</h1>", ""),
        ("<p class=\"stand\">", "<img src=\"https://example.org/a.png\"><p class=\"stand\">"),
        ("data:font/woff2;base64,", "https://example.org/font?"),
        ("<h3>", "<h3 id=\"integrity\">"),
        ("scope=\"row\"", "title=\"row\""),
    ];
    for (was, is) in faults {
        assert!(sound.contains(was), "{was} stands on the page");
        let faulty = sound.replacen(was, is, 1);
        assert!(std::panic::catch_unwind(|| parse(&faulty).assert_sound()).is_err(), "{is} is seen");
    }
}
