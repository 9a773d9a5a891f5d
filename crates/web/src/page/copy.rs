//! A copy of a page for reading that stands alone: what it needs is in it, nothing in it runs, and nothing in it asks anybody for anything.
//!
//! Every tag in it is written by us: of the page come the names and values, each escaped anew. A rule for the browser at its head (CSP) says
//! the same once more.

use super::css::{self, Use};
use super::needs::absolute;
use super::srcset;
use super::text::is_void;
use super::tokens::{self, Piece, value};
use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderWriter;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use url::Url;

/// One thing that was kept: where its bytes lie in the file of the capture.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub media_type: String,
    pub content_type: Option<String>,
    /// The address that it came from in the end: its own addresses are read against it.
    pub address: Url,
    pub from: u64,
    pub size: u64,
}

/// All that was kept, by the address under which the page asks for it.
#[derive(Debug)]
pub(crate) struct Kept {
    pub file: File,
    pub parts: Vec<Part>,
    pub by_address: HashMap<Url, usize>,
}

impl Kept {
    fn find(&self, address: &Url) -> Option<usize> {
        self.by_address.get(address).copied()
    }

    /// The bytes of a part.
    pub(crate) fn read(&mut self, part: usize) -> io::Result<Vec<u8>> {
        let part = &self.parts[part];
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(part.from))?;
        (&mut self.file).take(part.size).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Elements that are left out with all that is in them.
const OUT: [&str; 14] = [
    "script",
    "noscript",
    "template",
    "iframe",
    "object",
    "applet",
    "noembed",
    "noframes",
    "frameset",
    "xmp",
    "plaintext",
    "portal",
    "fencedframe",
    "annotation-xml",
];
/// Elements whose tags alone are left out.
const OUT_ALONE: [&str; 14] = [
    "base",
    "meta",
    "embed",
    "param",
    "frame",
    "form",
    "bgsound",
    "set",
    "animate",
    "animatetransform",
    "animatemotion",
    "handler",
    "listener",
    "html-import",
];
/// Attributes that neither run nor load anything; those that begin with `data-` or `aria-` do not either, and are not needed.
const PLAIN: [&str; 88] = [
    "abbr",
    "align",
    "alt",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "char",
    "charoff",
    "checked",
    "class",
    "clear",
    "color",
    "cols",
    "colspan",
    "cite",
    "controls",
    "coords",
    "cx",
    "cy",
    "d",
    "datetime",
    "dir",
    "disabled",
    "dx",
    "dy",
    "face",
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-family",
    "font-size",
    "font-weight",
    "frame",
    "gradienttransform",
    "gradientunits",
    "headers",
    "height",
    "hidden",
    "hspace",
    "id",
    "label",
    "lang",
    "loop",
    "name",
    "noshade",
    "nowrap",
    "offset",
    "opacity",
    "open",
    "placeholder",
    "points",
    "preserveaspectratio",
    "r",
    "readonly",
    "reversed",
    "role",
    "rowspan",
    "rows",
    "rules",
    "rx",
    "ry",
    "scope",
    "shape",
    "size",
    "span",
    "start",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-width",
    "summary",
    "tabindex",
    "text-anchor",
    "title",
    "transform",
    "translate",
    "type",
    "usemap",
    "valign",
    "value",
    "viewbox",
    "vspace",
    "width",
    "x",
    "y",
];

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

/// An address to show: absolute, and of the web or of mail; a script in an address is none.
fn link(base: &Url, to: &str) -> Option<String> {
    let url = base.join(to.trim()).ok()?;
    matches!(url.scheme(), "http" | "https" | "mailto" | "tel" | "ftp").then(|| url.to_string())
}

fn plain(attributes: &[(String, String)], names: &[&str]) -> Vec<(String, String)> {
    attributes.iter().filter(|(key, _)| names.contains(&key.as_str())).cloned().collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(parts: &[(&str, &str, &[u8])]) -> Kept {
        let mut file = tempfile::tempfile().unwrap();
        let (mut list, mut by_address, mut from) = (Vec::new(), HashMap::new(), 0);
        for (n, (address, media_type, bytes)) in parts.iter().enumerate() {
            file.write_all(bytes).unwrap();
            let address = Url::parse(address).unwrap();
            let content_type = Some((*media_type).to_owned());
            let size = bytes.len() as u64;
            list.push(Part {
                media_type: (*media_type).to_owned(),
                content_type,
                address: address.clone(),
                from,
                size,
            });
            by_address.insert(address, n);
            from += size;
        }
        Kept { file, parts: list, by_address }
    }

    fn copy(html: &str, parts: &[(&str, &str, &[u8])]) -> String {
        let mut out = Vec::new();
        let base = Url::parse("https://example.org/a/").unwrap();
        let about = [("address", "https://example.org/a/?x=--><script>".to_owned())];
        Copy::write(html, &base, &mut kept(parts), 1_000_000, &about, &mut out).unwrap().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_was_kept_is_in_the_copy_and_nothing_else_is_asked_for() {
        let out = copy(
            r#"<!DOCTYPE html><html lang="ar"><head><link rel=stylesheet href=s.css media=screen></head><body onload=x()>
               <img src=p.png alt="a &quot;b&quot;"><img src=gone.png><a href="b.html" onclick=y()>w</a><a href="javascript:z()">v</a></body></html>"#,
            &[
                (
                    "https://example.org/a/s.css",
                    "text/css",
                    b"@import 't.css' print; a{background:url(p.png)} b{background:url(//evil.example/x)}",
                ),
                ("https://example.org/a/t.css", "text/css", b"i{color:red}"),
                ("https://example.org/a/p.png", "image/png", b"PNG"),
            ],
        );
        assert!(out.starts_with("<!DOCTYPE html>\n<!-- A preserved copy\n"), "{out}");
        assert!(out.contains("<html lang=\"ar\">") && out.contains("alt=\"a &quot;b&quot;\""), "{out}");
        assert_eq!(
            out.matches("data:image/png;base64,UE5H").count(),
            2,
            "in the page and in its style sheet"
        );
        assert!(out.contains("@media print {\ni{color:red}\n}"), "{out}");
        for gone in ["gone.png", "evil.example", "onload", "onclick", "javascript:", "<script"] {
            assert!(!out.contains(gone), "{gone} must not be in it: {out}");
        }
        assert!(out.contains("href=\"https://example.org/a/b.html\""), "a link is shown as what it was");
        assert!(out.contains("default-src 'none'"), "the browser is told as well");
    }

    #[test]
    fn nothing_that_runs_or_leads_away_comes_through() {
        let out = copy(
            r##"<base href="//evil.example/"><script>a()</script><SCRIPT src=//evil.example/s></SCRIPT><noscript><img src=//evil.example/n></noscript>
            <style></style><style>a{}<img src=//evil.example/i>@import "//evil.example/c"; b{background:url(//evil.example/u)}</style>
            <svg><script>b()</script><style><img src=//evil.example/q onerror=c()></style><set attributeName=href to=javascript:d()><a xlink:href="javascript:e()">x</a></svg>
            <iframe src=//evil.example/f srcdoc="<script>"></iframe><object data=//evil.example/o></object><embed src=//evil.example/e>
            <form action=//evil.example/p><input type=image src=//evil.example/j formaction=//evil.example/k></form>
            <meta http-equiv=refresh content="0;url=//evil.example/r"><link rel=preload href=//evil.example/l><link rel=import href=//evil.example/m>
            <img srcset="//evil.example/s1 1x" longdesc=//evil.example/d lowsrc=//evil.example/w><video src=//evil.example/v poster=//evil.example/t></video>
            <body background=//evil.example/b style="background:url(//evil.example/y)"><table background=//evil.example/z>
            <math><annotation-xml encoding="text/html"><img src=//evil.example/x1></annotation-xml></math><title></title><img src=//evil.example/x2></title>
            <textarea></textarea><img src=//evil.example/x3 onerror=f()><a href="data:text/html,<script>" ping=//evil.example/g>x</a>
            <img src="data:text/html,<script>g()</script>"><xmp><img src=//evil.example/h></xmp><plaintext><img src=//evil.example/last>"##,
            &[],
        );
        let lower = out.to_lowercase();
        let body = &lower[lower.find("<meta name=\"preserved").unwrap()..];
        let tags: Vec<&str> = body.split('<').skip(1).map(|tag| tag.split('>').next().unwrap()).collect();
        for tag in &tags {
            let name = tag.split(' ').next().unwrap();
            for gone in
                ["script", "iframe", "object", "embed", "form", "base", "meta", "noscript", "template", "xmp"]
            {
                assert!(name != gone || tag.starts_with("meta name"), "{gone} must not be in it: {out}");
            }
            for gone in
                [" on", "javascript:", "srcdoc", "http-equiv", "ping=", "formaction", "text/html", "lowsrc"]
            {
                assert!(!tag.contains(gone), "{gone} must not be in a tag: {out}");
            }
        }
        // Where the name still stands, it is words of a page or a link that a person would have to follow.
        for (at, _) in body.match_indices("evil.example") {
            let before = &body[..at];
            let tag = before.rfind('<').filter(|open| before.rfind('>').is_none_or(|close| close < *open));
            assert!(
                tag.is_none_or(|open| body[open..].starts_with("<a ")),
                "{}",
                &body[at.saturating_sub(60)..at + 20]
            );
            assert!(
                !before.ends_with("url(//") && !before.ends_with("url(\"//"),
                "no style sheet asks for it"
            );
        }
    }

    #[test]
    fn a_picture_named_a_thousand_times_does_not_fill_the_disk() {
        let picture = vec![1; 30_000];
        let page = "<img src=p.png>".repeat(1000);
        let out = copy(&page, &[("https://example.org/a/p.png", "image/png", &picture)]);
        assert!(out.len() < 1_200_000, "{} bytes", out.len());
    }
}
