//! Full citations, one by one.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod fixture;

use claims::records::{Author, Item};
use claims::words::{ActorKind, ItemKind, Section};
use fixture::{actor, empty_case, facts, id, item};
use reports::{Options, markdown, model};

fn cited(make: impl FnOnce(&mut Item), authors: &[&str]) -> String {
    let mut case = empty_case();
    case.actors = vec![actor(20, "United Nations, Security Council", ActorKind::Body)];
    let mut work = item(60, "The desk’s label", ItemKind::Document);
    make(&mut work);
    case.items = vec![work];
    let author = |(n, name): (u32, &&str)| Author {
        uuid: id(n),
        item_id: id(60),
        actor_id: None,
        name: Some((*name).to_owned()),
        position: n.to_string(),
        trashed: false,
        erased: None,
    };
    case.authors = (100..).zip(authors).map(author).collect();
    let options = Options { sections: vec![Section::Sources], ..Options::default() };
    let text = markdown(&model(&case, &facts(), &options).unwrap());
    text.lines().skip_while(|line| !line.starts_with("Citations follow")).nth(2).unwrap().to_owned()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_document_with_a_symbol_and_no_author() {
    let symbol = |work: &mut Item| {
        work.name = "S/2017/904".into();
        work.symbol = some("S/2017/904");
        work.date = some("2017-10-26");
    };
    assert_eq!(cited(symbol, &[]), "S/2017/904. 2017. October 26.");
    let by_a_body = |work: &mut Item| {
        symbol(work);
        work.publisher_id = Some(id(20));
    };
    assert_eq!(cited(by_a_body, &[]), "United Nations, Security Council. 2017. S/2017/904. October 26.");
    let labelled = |work: &mut Item| {
        by_a_body(work);
        work.name = "United Nations, Security Council, seventh report, S/2017/904".into();
    };
    assert_eq!(
        cited(labelled, &[]),
        "United Nations, Security Council. 2017. Seventh report, S/2017/904. October 26."
    );
    let titled = |work: &mut Item| {
        by_a_body(work);
        work.title = some("Seventh report of the mechanism");
    };
    assert_eq!(
        cited(titled, &[]),
        "United Nations, Security Council. 2017. *Seventh report of the mechanism*. S/2017/904. October 26."
    );
}

#[test]
fn what_has_no_date_says_so() {
    assert_eq!(cited(|work| work.title = some("A memo"), &[]), "“A memo.” n.d. Unpublished manuscript.");
    assert_eq!(
        cited(|work| work.title = some("A memo"), &["Doe, Jane"]),
        "Doe, Jane. n.d. “A memo.” Unpublished manuscript."
    );
    assert_eq!(
        cited(|work| work.publisher_id = Some(id(20)), &[]),
        "United Nations, Security Council. n.d. The desk’s label."
    );
    assert_eq!(cited(|_| {}, &[]), "The desk’s label. n.d.");
}

#[test]
fn a_label_that_says_it_all_is_the_citation() {
    let news = |work: &mut Item| {
        work.kind = ItemKind::NewsArticle;
        work.name = "News report, 12 April 2017, publisher not recorded".into();
        work.date = some("2017-04-12");
    };
    assert_eq!(cited(news, &[]), "News report, 12 April 2017, publisher not recorded.");
}

#[test]
fn a_title_stands_as_it_was_printed() {
    let article = |work: &mut Item| {
        work.kind = ItemKind::NewsArticle;
        work.title = some("what THE paper wrote");
        work.container = some("A Paper");
        work.date = some("2017-04-12");
        work.url = some("https://example.org/a_b");
        work.archive_url = some("https://archive.example/x");
        work.archive_date = some("2017-04-13");
    };
    assert_eq!(
        cited(article, &["Jane Doe"]),
        "Jane Doe. 2017. “what THE paper wrote.” *A Paper*, April 12. [https:\\//example.org/a\\_b](<https://example.org/a_b>). Archived 13 April 2017 at [https:\\//archive.example/x](<https://archive.example/x>)."
    );
}

#[test]
fn a_title_is_never_read_as_markup() {
    assert!(
        cited(|work| work.title = some("<script>x</script> *y*"), &[])
            .contains("\\<script\\>x\\</script\\> \\*y\\*")
    );
}
