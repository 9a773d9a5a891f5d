//! A copy of a page for reading that stands alone: what it needs is in it, nothing in it runs, and nothing in it asks anybody for anything.
//!
//! Every tag in it is written by us: of the page come the names and values, each escaped anew. A rule for the browser at its head (CSP) says
//! the same once more.

mod allowed;
mod kept;
#[cfg(test)]
mod tests;

pub(crate) use kept::{Kept, Part};

use super::css::{self, Use};
use super::needs::absolute;
use super::srcset;
use super::text::is_void;
use super::tokens::{self, Piece, value};
use allowed::{OUT, OUT_ALONE, PLAIN, escaped, link, plain};
use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderWriter;
use std::io::{self, Read, Seek, SeekFrom, Write};
use url::Url;

/// How deep style sheets are taken into each other.
const DEEPEST: usize = 6;

/// Writes the copy.
pub(crate) struct Copy<'a> {
    kept: &'a mut Kept,
    base: Url,
    has_base: bool,
    /// What stands for the bytes of a part until they are written: nobody can guess it, so that no page can name it.
    mark: String,
    out: String,
    /// How much may still come into it.
    left: u64,
    left_out: usize,
    hidden: Option<(String, usize)>,
    style: Option<String>,
    /// The inside of a `title` or `textarea` is words, in ours as in theirs.
    quirks: bool,
    begun: bool,
}

impl<'a> Copy<'a> {
    /// Writes the copy of a page into a file. `about` is told at its head, one line each. Gives how many things did not fit in; none if the
    /// page could not be read in time.
    pub(crate) fn write(
        html: &str,
        base: &Url,
        kept: &'a mut Kept,
        limit: u64,
        about: &[(&str, String)],
        into: &mut dyn Write,
    ) -> io::Result<Option<usize>> {
        let mut copy = Copy {
            kept,
            base: base.clone(),
            has_base: false,
            mark: format!("kept-{}-", uuid::Uuid::now_v7().simple()),
            out: String::with_capacity(html.len() + 2048),
            left: limit,
            left_out: 0,
            hidden: None,
            style: None,
            quirks: true,
            begun: false,
        };
        let mut failed = None;
        let whole = tokens::read(html, |piece| {
            if failed.is_none()
                && let Err(error) = copy.take(piece, about)
            {
                failed = Some(error);
            }
        });
        if let Some(error) = failed {
            return Err(error);
        }
        if !whole {
            return Ok(None);
        }
        copy.begin(about);
        copy.end_style()?;
        copy.fill(into)?;
        Ok(Some(copy.left_out))
    }

    /// What stands before anything of the page.
    fn begin(&mut self, about: &[(&str, String)]) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        if !self.quirks {
            self.out.push_str("<!DOCTYPE html>\n");
        }
        self.out.push_str("<!-- A preserved copy\n");
        for (name, said) in about {
            let said: String = said.replace("--", "%2D%2D").replace(['<', '>', '\n', '\r'], " ");
            self.out.push_str(&format!("  {name}: {said}\n"));
        }
        self.out.push_str("-->\n<meta charset=\"utf-8\">\n");
        self.out.push_str(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; media-src data:; \
             font-src data:; style-src 'unsafe-inline' data:; form-action 'none'; base-uri 'none'\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n",
        );
        for (name, said) in about {
            let name = name.replace(' ', "-");
            self.out.push_str(&format!("<meta name=\"preserved-{name}\" content=\"{}\">\n", escaped(said)));
        }
    }

    fn take(&mut self, piece: Piece, about: &[(&str, String)]) -> io::Result<()> {
        match piece {
            Piece::Doctype { quirks } => self.quirks = quirks,
            Piece::Start { name, attributes, closes_itself } => {
                self.begin(about);
                self.start(&name, &attributes, closes_itself)?;
            }
            Piece::End(name) => self.end(&name)?,
            Piece::Words(words) => match &mut self.style {
                Some(style) => style.push_str(&words),
                None if self.hidden.is_none() => {
                    if !words.trim().is_empty() {
                        self.begin(about);
                    }
                    if self.begun {
                        self.out.push_str(&escaped(&words));
                    }
                }
                None => {}
            },
        }
        Ok(())
    }

    fn start(&mut self, name: &str, attributes: &[(String, String)], closes_itself: bool) -> io::Result<()> {
        if let Some((inside, depth)) = &mut self.hidden {
            *depth += usize::from(inside == name && !closes_itself);
            return Ok(());
        }
        let strange = !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b':');
        if OUT.contains(&name) {
            if !closes_itself || name == "script" {
                self.hidden = Some((name.to_owned(), 1));
            }
            return Ok(());
        }
        if strange || OUT_ALONE.contains(&name) {
            if name == "base"
                && !self.has_base
                && let Some(base) = value(attributes, "href").and_then(|to| self.base.join(to).ok())
            {
                (self.base, self.has_base) = (base, true);
            }
            return Ok(());
        }
        match name {
            "link" => return self.link(attributes),
            "style" => {
                self.style = Some(String::new());
                self.open("style", &plain(attributes, &["media"]));
                return Ok(());
            }
            _ => {}
        }
        let mut kept: Vec<(String, String)> =
            attributes.iter().filter(|(key, _)| PLAIN.contains(&key.as_str())).cloned().collect();
        if let Some(style) = value(attributes, "style") {
            let style = self.css(style, &self.base.clone(), DEEPEST)?;
            kept.push(("style".to_owned(), style));
        }
        if let Some(picture) = value(attributes, "background")
            && let Some(mark) = self.mark_of(picture)
        {
            kept.push(("background".to_owned(), mark));
        }
        if !self.loads(name, attributes, &mut kept) {
            return Ok(());
        }
        self.open(name, &kept);
        Ok(())
    }

    /// What an element would load, as what was kept; whether the element stays.
    fn loads(
        &mut self,
        name: &str,
        attributes: &[(String, String)],
        kept: &mut Vec<(String, String)>,
    ) -> bool {
        let get = |key| value(attributes, key);
        let mut put = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                kept.push((key.to_owned(), value));
            }
        };
        match name {
            "img" => {
                let shown =
                    get("src").filter(|src| !src.starts_with("data:")).and_then(|src| self.mark_of(src));
                let later = ["data-src", "data-original", "data-lazy-src"];
                let found = shown
                    .or_else(|| later.iter().find_map(|key| self.mark_of(get(key)?)))
                    .or_else(|| self.first_of(get("srcset").or(get("data-srcset"))?))
                    .or_else(|| get("src").and_then(|src| self.mark_of(src)));
                put("src", found);
            }
            "source" => {
                if let Some(found) = get("srcset").or(get("data-srcset")).and_then(|set| self.first_of(set)) {
                    put("srcset", Some(found));
                    put("media", get("media").map(str::to_owned));
                } else {
                    let found = get("src").and_then(|src| self.mark_of(src));
                    let stays = found.is_some();
                    put("src", found);
                    return stays;
                }
            }
            "video" | "audio" => {
                put("src", get("src").and_then(|src| self.mark_of(src)));
                put("poster", get("poster").and_then(|src| self.mark_of(src)));
                put("controls", Some(String::new()));
            }
            "input" | "track" => put("src", get("src").and_then(|src| self.mark_of(src))),
            "image" | "feimage" | "use" => {
                let of = get("href").or(get("xlink:href"));
                put(
                    "href",
                    of.and_then(
                        |to| if to.starts_with('#') { Some(to.to_owned()) } else { self.mark_of(to) },
                    ),
                );
            }
            "a" | "area" => {
                // A link leads away only when a person follows it; it is shown as what it was.
                let of = get("href").or(get("xlink:href"));
                put(
                    "href",
                    of.and_then(
                        |to| if to.starts_with('#') { Some(to.to_owned()) } else { link(&self.base, to) },
                    ),
                );
                put("rel", Some("noreferrer noopener".to_owned()));
            }
            _ => {
                if let Some(to) = get("href").or(get("xlink:href")).filter(|to| to.starts_with('#')) {
                    put("href", Some(to.to_owned()));
                }
            }
        }
        true
    }

    fn link(&mut self, attributes: &[(String, String)]) -> io::Result<()> {
        let rel = value(attributes, "rel").unwrap_or_default().to_ascii_lowercase();
        let has = |word: &str| rel.split_ascii_whitespace().any(|part| part == word);
        let Some(to) = value(attributes, "href").and_then(|to| absolute(&self.base, to)) else {
            return Ok(());
        };
        if has("stylesheet") && !has("alternate") {
            if let Some(text) = self.sheet(&to, DEEPEST)? {
                self.open("style", &plain(attributes, &["media"]));
                self.out.push_str(&text);
                self.out.push_str("</style>");
            }
        } else if has("icon")
            && let Some(mark) = self.mark_for(&to)
        {
            self.open("link", &[("rel".to_owned(), "icon".to_owned()), ("href".to_owned(), mark)]);
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> io::Result<()> {
        if let Some((inside, depth)) = &mut self.hidden {
            if inside == name {
                *depth -= 1;
                if *depth == 0 {
                    self.hidden = None;
                }
            }
            return Ok(());
        }
        if name == "style" {
            return self.end_style();
        }
        let ours = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b':');
        if self.begun && ours && !is_void(name) && !OUT.contains(&name) && !OUT_ALONE.contains(&name) {
            self.out.push_str(&format!("</{name}>"));
        }
        Ok(())
    }

    fn end_style(&mut self) -> io::Result<()> {
        if let Some(style) = self.style.take() {
            let text = self.css(&style, &self.base.clone(), DEEPEST)?;
            self.out.push_str(&text);
            self.out.push_str("</style>");
        }
        Ok(())
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (n, (key, value)) in attributes.iter().enumerate() {
            if attributes[..n].iter().all(|(before, _)| before != key) {
                self.out.push_str(&format!(" {key}=\"{}\"", escaped(value)));
            }
        }
        self.out.push('>');
    }

    /// A style sheet that was kept, with what it takes in and needs.
    fn sheet(&mut self, address: &Url, deeper: usize) -> io::Result<Option<String>> {
        let Some(part) = self.kept.find(address).filter(|_| deeper > 0) else { return Ok(None) };
        let Part { content_type, address, size, .. } = self.kept.parts[part].clone();
        if self.left < size {
            self.left_out += 1;
            return Ok(None);
        }
        self.left -= size;
        let bytes = self.kept.read(part)?;
        let text = super::decoded(&bytes, content_type.as_deref());
        self.css(&text, &address, deeper - 1).map(Some)
    }

    /// A style sheet with each address in it as what was kept, and so written that no tag can begin in it.
    fn css(&mut self, css: &str, base: &Url, deeper: usize) -> io::Result<String> {
        let mut out = String::with_capacity(css.len());
        let mut at = 0;
        for found in css::addresses(css) {
            let place = found.rule.as_ref().map_or(&found.place, |(_, rule)| rule);
            if place.start < at {
                continue;
            }
            out.push_str(&css[at..place.start]);
            at = place.end;
            if found.what == Use::Import {
                let inner = match absolute(base, &found.address) {
                    Some(to) => self.sheet(&to, deeper)?,
                    None => None,
                };
                let media = found.rule.map(|(media, _)| media).unwrap_or_default();
                let simple = media.is_empty() || media.starts_with("layer") || media.starts_with("supports");
                match inner {
                    Some(inner) if simple => out.push_str(&inner),
                    Some(inner) => out.push_str(&format!("@media {media} {{\n{inner}\n}}")),
                    None => {}
                }
                continue;
            }
            let address = found.address.trim();
            let mark = match address {
                "" => String::new(),
                inside if inside.starts_with('#') => inside.to_owned(),
                other => self.mark_in(base, other).unwrap_or_default(),
            };
            let safe = mark.replace(['"', '\\', '\n'], "");
            out.push_str(&if safe.is_empty() {
                "url(\"data:,\")".to_owned()
            } else {
                format!("url(\"{safe}\")")
            });
        }
        out.push_str(&css[at..]);
        Ok(out.replace('<', "\\3c "))
    }

    fn mark_of(&mut self, address: &str) -> Option<String> {
        self.mark_in(&self.base.clone(), address)
    }

    fn first_of(&mut self, set: &str) -> Option<String> {
        srcset::addresses(set).into_iter().find_map(|address| self.mark_of(address))
    }

    /// What stands for an address: itself where it carries its bytes already, else the mark of the part that was kept.
    fn mark_in(&mut self, base: &Url, address: &str) -> Option<String> {
        if address.len() > 5 && address.is_char_boundary(5) && address[..5].eq_ignore_ascii_case("data:") {
            let inner = address[5..].trim_start().to_ascii_lowercase();
            let shown = ["image/", "font/", "application/font", "application/x-font", "audio/", "video/"];
            return shown.iter().any(|kind| inner.starts_with(kind)).then(|| address.to_owned());
        }
        let fragment = address.split_once('#').map(|(_, fragment)| fragment);
        let mark = self.mark_for(&absolute(base, address)?)?;
        Some(match fragment {
            Some(fragment) if fragment.chars().all(|c| c.is_ascii_alphanumeric() || "-_.?".contains(c)) => {
                format!("{mark}#{fragment}")
            }
            _ => mark,
        })
    }

    fn mark_for(&mut self, address: &Url) -> Option<String> {
        let part = self.kept.find(address)?;
        let cost = self.kept.parts[part].size / 3 * 4 + 100;
        if cost > self.left {
            self.left_out += 1;
            return None;
        }
        self.left -= cost;
        Some(format!("{}{part}.", self.mark))
    }

    /// Writes what was put together, each mark as the bytes that it stands for.
    fn fill(&mut self, into: &mut dyn Write) -> io::Result<()> {
        let out = std::mem::take(&mut self.out);
        let mut rest = out.as_str();
        while let Some(at) = rest.find(&self.mark) {
            into.write_all(&rest.as_bytes()[..at])?;
            rest = &rest[at + self.mark.len()..];
            let end = rest.find('.').unwrap_or(rest.len());
            let part = rest[..end].parse::<usize>().ok().and_then(|part| self.kept.parts.get(part).cloned());
            rest = rest.get(end + 1..).unwrap_or_default();
            let Some(part) = part else { continue };
            let kind: String = part
                .media_type
                .chars()
                .filter(|c| c.is_ascii_alphanumeric() || "/+.-".contains(*c))
                .collect();
            write!(into, "data:{kind};base64,")?;
            self.kept.file.seek(SeekFrom::Start(part.from))?;
            let mut encoder = EncoderWriter::new(&mut *into, &STANDARD);
            io::copy(&mut (&mut self.kept.file).take(part.size), &mut encoder)?;
            encoder.finish()?;
        }
        into.write_all(rest.as_bytes())
    }
}
