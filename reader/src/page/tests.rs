//! What the safe copy holds, and what it never does.

use super::*;
use crate::archive::Part;

const PIXEL: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

fn copy(html: &str) -> String {
    read(html.as_bytes(), Kind::Html).unwrap().html
}

fn body_text(html: &str) -> String {
    let tree = Html::parse_document(html);
    let body =
        tree.tree.root().descendants().find(|n| n.value().as_element().is_some_and(|e| e.name() == "body"));
    body.unwrap().descendants().filter_map(|n| n.value().as_text().map(|t| t.text.to_string())).collect()
}

/// Everything in a copy that a browser would ask somebody for, or run.
fn dangers(html: &str) -> Vec<String> {
    let tree = Html::parse_document(html);
    let mut found = Vec::new();
    for node in tree.tree.root().descendants() {
        let Some(element) = node.value().as_element() else { continue };
        let name = element.name();
        let loads = [
            "script", "iframe", "object", "embed", "link", "base", "form", "svg", "math", "frame",
            "template", "noscript", "video", "audio", "source", "track", "input", "button", "portal",
            "applet", "area", "picture",
        ];
        if loads.contains(&name) {
            found.push(format!("<{name}>"));
        }
        for (attribute, value) in element.attrs() {
            let lower = value.trim().to_ascii_lowercase();
            let fine = match attribute {
                "href" => lower.starts_with('#'),
                "src" => lower.starts_with("data:image/"),
                "style" => style::loads_nothing(value),
                // Words that a reader sees, and that nothing is loaded from.
                "title" | "alt" | "aria-label" | "id" | "class" | "summary" | "headers" => true,
                "content" => name == "meta",
                _ => !lower.contains("//") && !lower.contains("url(") && !lower.contains("script:"),
            };
            if !fine || attribute.starts_with("on") {
                found.push(format!("{name} {attribute}={value:.80}"));
            }
            if name == "meta" && element.attr("http-equiv").is_some_and(|v| v != "Content-Security-Policy") {
                found.push("a meta that does something".to_owned());
            }
        }
        if name == "style" {
            let css: String =
                node.children().filter_map(|c| c.value().as_text().map(|t| t.text.to_string())).collect();
            let unquoted = css.to_ascii_lowercase().replace("url(\"data:image/", "");
            if !style::loads_nothing(&css) || unquoted.contains("url(") || unquoted.contains("@import") {
                found.push(format!("style {css:.80}"));
            }
        }
    }
    found
}

/// One of everything that makes a browser load or run something.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script><script src=https://evil.example/x.js></script>",
    "<img src=https://evil.example/i.png srcset='https://evil.example/2.png 2x' lowsrc=//evil.example/l onerror=alert(1)>",
    "<img src='//evil.example/p.gif'><img src=/\\evil.example/p.gif><img src='\thttps://evil.example/q'>",
    "<picture><source srcset=https://evil.example/s.webp><img src=https://evil.example/s.png></picture>",
    "<link rel=stylesheet href=https://evil.example/a.css><link rel=prefetch href=//evil.example><link rel=dns-prefetch href=//evil.example>",
    "<link rel=preconnect href=https://evil.example><link rel=icon href=https://evil.example/f.ico>",
    "<style>@import url(https://evil.example/a.css); @import 'https://evil.example/b.css';</style>",
    "<style>@font-face{font-family:x;src:url(https://evil.example/f.woff)} body{background:url(//evil.example/b.png)}</style>",
    "<style>p{background:u\\72l(https://evil.example/e.png)} q{background:\\75 rl('https://evil.example/e.png')}</style>",
    "<style>p{background:image-set('https://evil.example/1.png' 1x)} a{cursor:url(https://evil.example/c.cur),auto}</style>",
    "<style>p{--x:url(https://evil.example/v.png);background:var(--x)} li{list-style:src('https://evil.example/v.png')}</style>",
    "<style>p::after{content:'</style><script>alert(1)</script>'}</style>",
    "<style><!-- @import 'https://evil.example/c.css' --></style><style>a{b:expression(alert(1));behavior:url(#x)}</style>",
    "<p style=\"background:url('https://evil.example/p.png')\">a</p><p style='background-image:UrL( //evil.example/x )'>b",
    "<div style='behavior:url(https://evil.example/x.htc);-moz-binding:url(https://evil.example/x.xml#y)'>c</div>",
    "<iframe src=https://evil.example></iframe><iframe srcdoc='<script>alert(1)</script>'></iframe><frameset><frame src=//evil.example></frameset>",
    "<object data=https://evil.example/o.swf><param name=movie value=https://evil.example/o.swf></object><embed src=//evil.example/e>",
    "<applet code=x codebase=https://evil.example></applet><portal src=https://evil.example></portal>",
    "<form action=https://evil.example/f><input type=image src=https://evil.example/i><button formaction=https://evil.example>go</button></form>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'><base href=https://evil.example/>",
    "<a href=https://evil.example ping=https://evil.example/ping>link</a><a href='javascript:alert(1)'>j</a><area href=//evil.example>",
    "<a href=' java\nscript:alert(1)'>k</a><a href='data:text/html,<script>alert(1)</script>'>l</a><a href=\"vbscript:x\">m</a>",
    "<svg><use href=https://evil.example/s.svg#x /><image xlink:href=https://evil.example/i.png /><script>alert(1)</script></svg>",
    "<svg><style>@import url(//evil.example)</style><a xlink:href=javascript:alert(1)><text>t</text></a><foreignObject><iframe src=//evil.example></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\"></mglyph></table></mtext></math>",
    "<math href=https://evil.example><mi xlink:href=javascript:alert(1)>x</mi></math>",
    "<video src=https://evil.example/v.mp4 poster=https://evil.example/p.jpg><track src=//evil.example/t.vtt></video><audio src=//evil.example/a.mp3>",
    "<table background=https://evil.example/t.png><tr><td background=//evil.example/d.png>x</table><body background=https://evil.example/b.png onload=alert(1)>",
    "<noscript><img src=https://evil.example/n.png></noscript><template><img src=https://evil.example/t.png></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript><xmp><img src=https://evil.example></xmp>",
    "<textarea><img src=https://evil.example></textarea><title><img src=https://evil.example></title><plaintext><img src=//evil.example>",
    "<q cite=https://evil.example>q</q><blockquote cite=//evil.example>b</blockquote><ins cite=https://evil.example>i</ins>",
    "<html manifest=https://evil.example/m><head profile=https://evil.example/p><body>x",
    "<img usemap=#m longdesc=https://evil.example dynsrc=//evil.example><input type=hidden value=x><isindex action=//evil.example>",
    "<div onclick=alert(1) onmouseover='alert(2)' style=width:expression(alert(3))>x</div><p =\"onclick=alert(1)\" / onfocus=x autofocus tabindex=1>y",
    "<img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://evil.example\"/></svg>'>",
    "<img src='data:text/html,<script>alert(1)</script>'><img src='data:image/png,notapicture'>",
    "<p id='\"><script>alert(1)</script>' class=\"x' onclick='alert(1)\" title='&quot; onx=1'>z",
];

#[test]
fn nothing_that_loads_or_runs_survives() {
    for html in HOSTILE {
        let copy = copy(html);
        assert_eq!(dangers(&copy), Vec::<String>::new(), "{html}\n gave\n{copy}");
        assert!(!copy.to_ascii_lowercase().contains("<script"), "no script as letters either: {copy}");
    }
    let all = HOSTILE.join("\n");
    assert_eq!(dangers(&copy(&all)), Vec::<String>::new(), "all of them together");
}

#[test]
fn pieces_of_hostile_pages_put_together_at_random_stay_harmless_and_keep_their_words() {
    let tags = [
        "<p>",
        "</p>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "</td>",
        "<b>",
        "</b>",
        "<a href=#x>",
        "</a>",
        "<pre>\n",
        "</pre>",
        "<li>",
        "<ul>",
        "</ul>",
        "<form>",
        "</form>",
        "<button>",
        "<select><option>",
        "</select>",
        "<svg>",
        "</svg>",
        "<math>",
        "<mi>",
        "<style>",
        "</style>",
        "<!--",
        "-->",
        "<title>",
        "</title>",
        "<div style='",
        "'>",
        "\">",
        "<h1>",
        "</h1>",
        "<br>",
        " words ",
        "\n",
        "&lt;",
        "&#0;",
        "&#13;",
        "\u{a0}",
        "хан ",
        "خان ",
        "<xmp>",
        "</xmp>",
        "<nobr>",
        "<marquee>",
        "<x-y>",
        "<frameset>",
        "<caption>",
        "<col>",
        "<dd>",
        "<option>",
        "<rt>",
        "<noscript>",
        "</noscript>",
        "<body class=q>",
        "<html lang=ru>",
    ];
    // A small generator, the same on every run.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let mut faithful = 0;
    for _ in 0..1500 {
        let mut html = String::new();
        for _ in 0..next(40) + 1 {
            match next(8) {
                0 => html.push_str(HOSTILE[next(HOSTILE.len())]),
                1 => {
                    let piece = HOSTILE[next(HOSTILE.len())];
                    let at = next(piece.len());
                    html.push_str(piece.get(at..).unwrap_or(piece));
                }
                _ => html.push_str(tags[next(tags.len())]),
            }
        }
        let page = read(html.as_bytes(), Kind::Html).unwrap();
        assert_eq!(dangers(&page.html), Vec::<String>::new(), "{html}\n gave\n{}", page.html);
        let words = crate::text::read(html.as_bytes(), Kind::Html).unwrap().text;
        assert_eq!(body_text(&page.html), words.replace('\0', "\u{fffd}"), "the words of {html}");
        faithful += usize::from(!page.words_only);
    }
    assert!(faithful > 1400, "nearly all are written anew, and not as words alone: {faithful} of 1500");
}

#[test]
fn an_ordinary_page_keeps_its_words_its_look_and_its_pictures() {
    let html = format!(
        "<html lang=ar dir=rtl><head><title> A  title </title><style media=print>p {{ color: red; background: url({PIXEL}) }}\
         @media (max-width: 600px) {{ h1 > a::before {{ content: \"\\201C\" }} }}</style></head>\
         <body class=news><h1 id=top>One</h1> <p>two <b>three</b>, four<br>five</p><table><tr><td>a</td><td>b</td></tr></table>\
         <pre>\n  six\n   seven</pre><img src='{PIXEL}' alt='a pixel'><a href='#top'>up</a><a href='https://a.example/'>out</a></body></html>"
    );
    let copy = copy(&html);
    let policy = copy.find("Content-Security-Policy").unwrap();
    assert!(copy[..policy].matches('<').count() <= 4, "the policy comes before everything else: {copy}");
    assert!(copy.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"), "language and direction");
    assert!(
        copy.contains("<style media=\"print\">") && copy.contains("@media (max-width: 600px)"),
        "its styles: {copy}"
    );
    assert!(copy.contains("url(\"data:image/png;base64,"), "pictures in styles: {copy}");
    assert!(copy.contains("<img alt=\"a pixel\" src=\"data:image/png;base64,"), "pictures: {copy}");
    assert!(
        copy.contains("<a href=\"#top\">") && copy.contains("<a>out</a>"),
        "links lead to places inside alone"
    );
    assert_eq!(body_text(&copy), "One\ntwo three, four\nfive\na\tb\n  six\n   seven\nupout", "its words");
    assert_eq!(
        crate::text::read(html.as_bytes(), Kind::Html).unwrap().text,
        body_text(&copy),
        "the same as the text"
    );
}

#[test]
fn parts_of_an_archive_are_put_in_by_their_address() {
    use base64::Engine;
    let png = base64::engine::general_purpose::STANDARD.decode(PIXEL.split_once(',').unwrap().1).unwrap();
    let mut resources = Resources::for_tests("https://a.example/news/1.html");
    let part = |address: &str, media_type: &str, bytes: &[u8]| Part {
        address: Some(address.to_owned()),
        media_type: media_type.to_owned(),
        charset: None,
        bytes: bytes.to_vec(),
    };
    resources.add_for_tests(part("https://a.example/i/p.png", "image/png", &png));
    resources.add_for_tests(part(
        "https://a.example/s.css",
        "text/css",
        b"p{color:green;background:url(/i/p.png)}@import '/x.css';",
    ));
    resources.add_for_tests(part("https://a.example/evil.png", "image/png", b"<script>alert(1)</script>"));
    let html = "<link rel=stylesheet href=/s.css><p>x<img src=../i/p.png><img src=/evil.png><img srcset='/no.png 1x, /i/p.png 2x'>";
    let copy = of_tree(&Html::parse_document(html), &resources).html;
    assert_eq!(copy.matches("data:image/png").count(), 3, "two pictures and a background: {copy}");
    assert!(copy.contains("color:green") && !copy.contains("@import"), "the sheet, cleaned: {copy}");
    assert_eq!(dangers(&copy), Vec::<String>::new());
}

#[test]
fn deep_and_long_pages_end() {
    let deep = "<div>".repeat(3_000) + "x";
    assert_eq!(body_text(&copy(&deep)).trim(), "x", "a page as deep as a well");
    let css = format!("<style>{}</style><p>y", "a{".repeat(5_000));
    assert!(dangers(&copy(&css)).is_empty(), "styles as deep");
    let brackets = format!("<p style='{}'>z", "calc(".repeat(5_000));
    assert!(dangers(&copy(&brackets)).is_empty(), "brackets as deep");
}
