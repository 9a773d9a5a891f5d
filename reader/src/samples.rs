//! Small files for tests, made here.

use image::{ImageFormat, Rgb, RgbImage};
use std::io::{Cursor, Write};

/// A PDF of these objects, numbered from 1; the first is its catalog.
pub fn pdf_of(objects: &[&str]) -> Vec<u8> {
    pdf_with(objects, "")
}

fn pdf_with(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", index + 1).as_bytes());
    }
    let xref = out.len();
    out.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    for place in places {
        out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let size = objects.len() + 1;
    out.extend_from_slice(
        format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n").as_bytes(),
    );
    out
}

/// A PDF with a line on each page; `catalog` goes into its catalog.
pub fn pdf(pages: &[&str], catalog: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 5 + 2 * n)).collect();
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Title <feff0425043004 3d> /Author (A. \\(B\\)) /CreationDate (D:20170404063000+03'00') /Producer (made here) >>".replace("0425043004 3d", "04250430043d"),
    ];
    for (n, words) in pages.iter().enumerate() {
        let contents = 6 + 2 * n;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        ));
        let stream = format!("BT /F1 12 Tf 72 720 Td ({words}) Tj ET");
        objects.push(format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
    }
    let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
    pdf_with(&objects, "/Info 4 0 R")
}

/// A packed file of these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word document with this body.
pub fn docx(body: &str) -> Vec<u8> {
    docx_of(&format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    ))
}

/// A Word document whose main part is this XML.
pub fn docx_of(xml: &str) -> Vec<u8> {
    let core = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:creator>A. B.</dc:creator>\
        <cp:lastModifiedBy>C. D.</cp:lastModifiedBy><dcterms:created>2017-04-05T08:00:00Z</dcterms:created></cp:coreProperties>";
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships/>"),
        ("word/document.xml", xml.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ])
}

/// A drawing.
pub fn drawing(width: u32, height: u32, colour: impl Fn(u32, u32) -> [u8; 3]) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb(colour(x, y)))
}

/// A drawing as PNG.
pub fn png(width: u32, height: u32, colour: impl Fn(u32, u32) -> [u8; 3]) -> Vec<u8> {
    written(&drawing(width, height, colour), ImageFormat::Png)
}

/// A drawing in a format.
pub fn written(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A drawing as a JPEG, with segments (marker and content) put at its beginning.
pub fn jpeg_with(picture: &RgbImage, segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let plain = written(picture, ImageFormat::Jpeg);
    let mut out = plain[..2].to_vec();
    for (marker, content) in segments {
        out.extend_from_slice(&[0xff, *marker]);
        out.extend_from_slice(&(content.len() as u16 + 2).to_be_bytes());
        out.extend_from_slice(content);
    }
    out.extend_from_slice(&plain[2..]);
    out
}

/// A description as cameras write it: a time without a zone, a place, a serial number, and a thumbnail.
pub fn exif(thumbnail: &[u8]) -> Vec<u8> {
    use exif::experimental::Writer;
    use exif::{Field, In, Rational, Tag, Value};
    let ascii = |tag, text: &str| Field {
        tag,
        ifd_num: In::PRIMARY,
        value: Value::Ascii(vec![text.as_bytes().to_vec()]),
    };
    let fields = [
        ascii(Tag::Make, "House"),
        ascii(Tag::DateTimeOriginal, "2017:04:04 06:30:00"),
        ascii(Tag::BodySerialNumber, "SN-0042"),
        ascii(Tag::GPSLatitudeRef, "N"),
        Field {
            tag: Tag::GPSLatitude,
            ifd_num: In::PRIMARY,
            value: Value::Rational(vec![(35, 1).into(), (26, 1).into(), Rational { num: 5000, denom: 100 }]),
        },
    ];
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    if !thumbnail.is_empty() {
        writer.set_jpeg(thumbnail, In::THUMBNAIL);
    }
    let mut out = Cursor::new(Vec::new());
    writer.write(&mut out, false).unwrap();
    [b"Exif\0\0".as_slice(), &out.into_inner()].concat()
}
