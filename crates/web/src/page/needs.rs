//! What a page needs to be shown as it was: pictures, style sheets, faces, sounds; scripts too, which are kept and never run.

use super::text::is_void;
use super::tokens::{self, Piece, value};
use super::{css, srcset};
use std::collections::HashSet;
use url::Url;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wanted {
    /// A style sheet: it may need more.
    Style,
    /// A picture, a face, an icon.
    Thing,
    /// A script, a page in a frame, a further size of a picture: kept in the archive.
    More,
    /// A sound or film: large, so it comes last.
    Media,
}

/// One thing that is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Need {
    pub url: Url,
    pub wanted: Wanted,
}

/// An address in a page, as an absolute one that can be asked for; none for `data:`, `#…` and what is no address.
pub(crate) fn absolute(base: &Url, address: &str) -> Option<Url> {
    let address = address.trim();
    if address.is_empty() || address.starts_with('#') || address.len() > 8192 {
        return None;
    }
    let mut url = base.join(address).ok()?;
    url.set_fragment(None);
    matches!(url.scheme(), "http" | "https").then_some(url)
}

/// What a page needs, and the address that its own addresses are read against; none if it could not be read in time.
pub(crate) fn needs_of_page(html: &str, address: &Url) -> Option<(Vec<Need>, Url)> {
    let mut finder = Finder {
        base: address.clone(),
        has_base: false,
        in_style: false,
        style: String::new(),
        found: Vec::new(),
    };
    tokens::read(html, |piece| finder.take(piece)).then(|| {
        let mut seen = HashSet::new();
        finder.found.retain(|need| seen.insert(need.url.clone()));
        finder.found.sort_by_key(|need| need.wanted);
        (finder.found, finder.base)
    })
}

struct Finder {
    base: Url,
    has_base: bool,
    in_style: bool,
    style: String,
    found: Vec<Need>,
}

impl Finder {
    fn need(&mut self, address: &str, wanted: Wanted) {
        // A page that names more than this was made to; the limit of the capture is far below.
        if self.found.len() < 20_000
            && let Some(url) = absolute(&self.base, address)
        {
            self.found.push(Need { url, wanted });
        }
    }

    fn of_css(&mut self, text: &str) {
        for found in css::addresses(text) {
            let wanted = if found.what == css::Use::Import { Wanted::Style } else { Wanted::Thing };
            self.need(&found.address, wanted);
        }
    }

    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Start { name, attributes, .. } => self.start(&name, &attributes),
            Piece::Words(words) if self.in_style => self.style.push_str(&words),
            Piece::End(name) if name == "style" && self.in_style => {
                self.in_style = false;
                let text = std::mem::take(&mut self.style);
                self.of_css(&text);
            }
            _ => {}
        }
    }

    fn start(&mut self, name: &str, attributes: &[(String, String)]) {
        let get = |key| value(attributes, key);
        if let Some(style) = get("style") {
            self.of_css(style);
        }
        if let Some(picture) = get("background") {
            self.need(picture, Wanted::Thing);
        }
        match name {
            "base" if !self.has_base => {
                if let Some(base) = get("href").and_then(|to| self.base.join(to).ok())
                    && matches!(base.scheme(), "http" | "https")
                {
                    (self.base, self.has_base) = (base, true);
                }
            }
            "style" => self.in_style = true,
            "link" => {
                let (Some(rel), Some(to)) = (get("rel"), get("href")) else { return };
                let rel = rel.to_ascii_lowercase();
                let has = |word| rel.split_ascii_whitespace().any(|part| part == word);
                match () {
                    () if has("stylesheet") => self.need(to, Wanted::Style),
                    () if has("icon") || has("apple-touch-icon") => self.need(to, Wanted::Thing),
                    () if has("preload") || has("modulepreload") => self.need(to, Wanted::More),
                    () => {}
                }
            }
            "img" => {
                for (key, wanted) in [
                    ("src", Wanted::Thing),
                    ("data-src", Wanted::Thing),
                    ("data-original", Wanted::Thing),
                    ("data-lazy-src", Wanted::Thing),
                ] {
                    if let Some(picture) = get(key) {
                        self.need(picture, wanted);
                    }
                }
                for key in ["srcset", "data-srcset"] {
                    self.of_srcset(get(key), get("src").is_none_or(|src| src.starts_with("data:")));
                }
            }
            "source" => {
                self.of_srcset(get("srcset").or(get("data-srcset")), true);
                if let Some(media) = get("src") {
                    self.need(media, Wanted::Media);
                }
            }
            "video" | "audio" => {
                if let Some(poster) = get("poster") {
                    self.need(poster, Wanted::Thing);
                }
                if let Some(media) = get("src") {
                    self.need(media, Wanted::Media);
                }
            }
            "input" | "image" | "embed" | "track" | "script" | "iframe" | "frame" => {
                let wanted = if matches!(name, "input" | "image") { Wanted::Thing } else { Wanted::More };
                for key in ["src", "href"] {
                    if let Some(thing) = get(key) {
                        self.need(thing, wanted);
                    }
                }
            }
            "use" | "feimage" => {
                if let Some(thing) = get("href").or(get("xlink:href")) {
                    self.need(thing, Wanted::Thing);
                }
            }
            "object" => {
                if let Some(thing) = get("data") {
                    self.need(thing, Wanted::More);
                }
            }
            _ => debug_assert!(!name.is_empty() || is_void(name)),
        }
    }

    /// The first of the sizes is needed where there is nothing else to show; the others are kept when there is room.
    fn of_srcset(&mut self, value: Option<&str>, first_needed: bool) {
        let Some(value) = value else { return };
        for (n, address) in srcset::addresses(value).into_iter().enumerate() {
            self.need(address, if n == 0 && first_needed { Wanted::Thing } else { Wanted::More });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_needs_is_found_once_and_in_order() {
        let html = r##"<base href="/sub/"><link rel="Stylesheet" href=a.css><link rel=icon href=/i.ico><link rel=canonical href=no>
            <img src=b.png srcset="b.png 1x, b2.png 2x"><img src="data:image/gif;base64,R0" data-src=lazy.jpg>
            <picture><source srcset="c.webp"><img src=c.jpg></picture><script src=s.js></script>
            <video poster=p.jpg src=v.mp4></video><style>@import "d.css"; body { background: url(e.png) }</style>
            <p style="background:url('f.png')"><a href=no.html>x</a><svg><use xlink:href="#x"/><image href=g.svg /></svg>
            <img src=b.png#again><img src="javascript:alert(1)"><img src="//other.example/h.png"><object data=o.swf>"##;
        let (needs, base) = needs_of_page(html, &Url::parse("https://example.org/x").unwrap()).unwrap();
        assert_eq!(base.as_str(), "https://example.org/sub/");
        let names: Vec<String> =
            needs.iter().map(|need| need.url.as_str().replace("https://example.org/sub/", "")).collect();
        assert_eq!(
            names,
            [
                "a.css",
                "d.css",
                "https://example.org/i.ico",
                "b.png",
                "lazy.jpg",
                "c.webp",
                "c.jpg",
                "p.jpg",
                "e.png",
                "f.png",
                "g.svg",
                "https://other.example/h.png",
                "b2.png",
                "s.js",
                "o.swf",
                "v.mp4"
            ]
        );
    }
}
