//! The PDF is tagged, carries its metadata, and is the same every time.

use super::{holds, job};
use crate::{Asset, Job, pdf, print};

const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"><rect width=\"20\" height=\"10\" fill=\"#345\"/></svg>";

fn report() -> Job {
    let body = "= Heading\nSome text with a footnote#footnote[Here it is.] and a #link(\"https://example.org\")[link].\n\
        #table(columns: 2, table.header[Point][Answer], [What?], [This.])\n#figure(image(\"logo.svg\", alt: \"A dark box\"), caption: [A box])\n";
    Job { assets: vec![Asset { path: "logo.svg".into(), bytes: SVG.to_vec() }], ..job(body) }
}

#[test]
fn it_is_a_tagged_pdf_ua_with_title_language_and_date() {
    let printed = print(&report()).unwrap();
    assert!(printed.bytes.starts_with(b"%PDF-1.7"), "PDF/UA-1 builds on PDF 1.7");
    for part in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "/MarkInfo",
        "/StructTreeRoot",
        "/Lang",
        "/DisplayDocTitle true",
        "2017-04-04",
    ] {
        assert!(holds(&printed.bytes, part), "{part} is missing");
    }
    assert_eq!((printed.pages, printed.missing, printed.warnings), (1, Vec::<char>::new(), vec![]));
}

#[test]
fn the_same_job_gives_the_same_bytes() {
    let first = pdf(&report()).unwrap();
    for n in 0..6 {
        pdf(&job(&format!("Another document, number {n}."))).unwrap();
    }
    assert_eq!(
        first,
        pdf(&report()).unwrap(),
        "neither the clock nor what was typeset in between may leave a trace"
    );
    let other = Job { identifier: "other".into(), ..report() };
    assert_ne!(first, pdf(&other).unwrap(), "the identifier is part of the document");
}

#[test]
fn the_same_job_gives_the_same_bytes_on_every_thread() {
    let first = pdf(&report()).unwrap();
    let threads: Vec<_> = (0..3).map(|_| std::thread::spawn(|| pdf(&report()).unwrap())).collect();
    for thread in threads {
        assert_eq!(first, thread.join().unwrap());
    }
}

#[test]
fn without_a_date_there_is_none() {
    let undated = Job { date: None, ..report() };
    let bytes = pdf(&undated).unwrap();
    assert!(!holds(&bytes, "CreationDate") && !holds(&bytes, "CreateDate"), "no date may be made up");
    let asked = Job { date: None, ..job("#datetime.today().display()") };
    assert!(pdf(&asked).is_err(), "the source cannot ask the clock");
    let told = print(&job("#assert.eq(datetime.today().display(), \"2017-04-04\")")).unwrap();
    assert_eq!(told.warnings, [], "today is the date of the job");
}

/// Not an assertion on time: run with `--nocapture` to see how long 25 pages take here.
#[test]
fn twenty_five_pages() {
    let page = "== A claim\n#lorem(380)\n\n#text(lang: \"ru\")[Удар был нанесён по складу.] #table(columns: 3, table.header[A][B][C], [1], [2], [3])\n#pagebreak(weak: true)\n";
    let source = job(&format!("= Report\n{}", page.repeat(25)));
    let start = std::time::Instant::now();
    let printed = print(&source).unwrap();
    println!("{} pages, {} bytes, {:?}", printed.pages, printed.bytes.len(), start.elapsed());
    assert!(printed.pages >= 25, "the measure is of at least 25 pages");
}
