//! Texts out of files that are made here.

use super::*;
use crate::Problem;
use crate::samples;

fn text(bytes: &[u8]) -> String {
    read(bytes, Kind::of(bytes)).unwrap().text
}

#[test]
fn a_pdf_gives_its_pages() {
    let pdf = samples::pdf(&["First page, two words", "Second page"], "");
    assert_eq!(Kind::of(&pdf), Kind::Pdf);
    let read = read(&pdf, Kind::Pdf).unwrap();
    assert_eq!(read.pages, Some(2));
    assert_eq!(read.text, "First page, two words\u{c}Second page", "pages are told apart by a form feed");
}

#[test]
fn pdfs_with_scripts_loops_and_lies_end_in_time() {
    let script =
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /O << /S /Launch /F (/bin/sh) >> >>";
    assert_eq!(text(&samples::pdf(&["Words"], script)), "Words", "a script is not run, and not read");
    let looped = samples::pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>",
    ]);
    assert!(read(&looped, Kind::Pdf).is_err(), "pages that hold themselves");
    let own_length = samples::pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
        "<< /Length 4 0 R >>\nstream\nBT ET\nendstream",
    ]);
    let _ = read(&own_length, Kind::Pdf);
    let deep = samples::pdf_of(&[&format!(
        "<< /Type /Catalog /Pages 2 0 R /X {}{} >>",
        "[".repeat(20_000),
        "]".repeat(20_000)
    )]);
    assert!(read(&deep, Kind::Pdf).is_err(), "arrays as deep as a well");
    for bytes in [
        &b"%PDF-1.7\n"[..],
        b"%PDF-1.7\nstartxref\n99999999999\n%%EOF",
        b"%PDF-1.4\nxref\n0 4294967295\ntrailer\n<< /Size 4294967295 >>\nstartxref\n9\n%%EOF",
    ] {
        assert_eq!(
            read(bytes, Kind::Pdf).unwrap_err().problem,
            Problem::Unreadable,
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn a_page_gives_the_words_of_its_body() {
    let html = "<html><head><title>no</title><style>no{}</style></head><body><script>no()</script><h1>Head\n line</h1><p>One  <b>two</b>\n,three.</p>\
        <ul><li>a<li>b</ul><noscript>no</noscript>x<br>y<table><tr><th>1<th>2<tr><td>3<td>4</table><!-- no --><iframe>no</iframe>\u{a0}z<pre>\n p\n  q </pre>end</body></html>";
    assert_eq!(
        text(html.as_bytes()),
        "Head line\nOne two ,three.\na\nb\nx\ny\n1\t2\n3\t4\n\u{a0}z\n p\n  q \nend"
    );
}

#[test]
fn plain_text_is_decoded_and_nothing_else() {
    let read = read("a \r\n  b\u{a0}\tخان\n\n".as_bytes(), Kind::Plain).unwrap();
    assert_eq!((read.text.as_str(), read.encoding.as_deref()), ("a \n  b\u{a0}\tخان\n\n", Some("UTF-8")));
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Сообщение: в Хан-Шейхуне применён зарин.\r\n");
    assert_eq!(text(&bytes), "Сообщение: в Хан-Шейхуне применён зарин.\n");
}

#[test]
fn a_word_document_gives_its_paragraphs() {
    let body = "<w:p><w:r><w:t>Хан-</w:t></w:r><w:r><w:t>Шейхун</w:t><w:tab/><w:t>x</w:t></w:r></w:p>\
        <w:p><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t xml:space=\"preserve\">a </w:t><w:br/><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let docx = samples::docx(body);
    assert_eq!(Kind::of(&docx), Kind::Docx);
    assert_eq!(text(&docx), "Хан-Шейхун\tx\nkept\na \nb\n", "what was struck out is not read as said");
    let bomb = samples::docx_of(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w='x'>&b;</w:document>",
    );
    assert_eq!(read(&bomb, Kind::Docx).unwrap_err().problem, Problem::Unreadable, "entities that swell");
}

#[test]
fn a_mail_gives_its_headers_and_words() {
    let mail = "Received: from x by y; Tue, 4 Apr 2017 10:00:00 +0300\r\nFrom: =?utf-8?B?0JjQstCw0L0=?= <ivan@example.org>\r\nTo: desk@example.org\r\n\
        Date: Tue, 4 Apr 2017 10:00:00 +0300\r\nSubject: =?utf-8?Q?=D0=A5=D0=B0=D0=BD?=\r\n =?utf-8?Q?-=D0=A8=D0=B5=D0=B9=D1=85=D1=83=D0=BD?=\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        =D1=EB=EE=E2=E0\r\n--b\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\nContent-Disposition: attachment; filename=\"a.pdf\"\r\n\r\nx\r\n--b--\r\n";
    assert_eq!(Kind::of(mail.as_bytes()), Kind::Message);
    assert_eq!(
        text(mail.as_bytes()),
        "From: Иван <ivan@example.org>\nTo: desk@example.org\nDate: Tue, 4 Apr 2017 10:00:00 +0300\nSubject: Хан-Шейхун\n\nСлова\n[a.pdf]\n"
    );
}

#[test]
fn what_has_no_text_says_so() {
    let png = samples::png(4, 4, |_, _| [0, 0, 0]);
    assert_eq!(read(&png, Kind::of(&png)).unwrap_err().problem, Problem::NotOfThisKind);
}
