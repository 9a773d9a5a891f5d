//! Style sheets, written anew token by token, without anything that could load.

use super::address::Pictures;
use cssparser::{ParseError, Parser, ParserInput, ToCss, Token};

/// How deep blocks may lie in one another; deeper ones are left out.
const DEEP: usize = 48;
/// Rules that group or move, and load nothing by themselves.
const RULES: [&str; 8] =
    ["media", "supports", "keyframes", "-webkit-keyframes", "layer", "page", "container", "property"];
/// Functions whose argument is an address, or could be one.
const LOADING: [&str; 13] = [
    "url",
    "src",
    "image",
    "image-set",
    "-webkit-image-set",
    "cross-fade",
    "-webkit-cross-fade",
    "element",
    "-moz-element",
    "expression",
    "paint",
    "attr",
    "url-prefix",
];

/// A style sheet, or the inside of a style attribute, that loads nothing but pictures written out in it.
pub fn clean(css: &str, pictures: &mut Pictures<'_>) -> String {
    if css.len() > crate::bounds::STYLES {
        return String::new();
    }
    let mut input = ParserInput::new(css);
    let mut out = String::with_capacity(css.len());
    tokens(&mut Parser::new(&mut input), &mut out, pictures, 0);
    // Nothing may close the element that the sheet will stand in.
    let out = out.replace("</", "<\\/").replace("<!", "<\\!");
    if loads_nothing(&out) { out } else { String::new() }
}

/// A second look at what was written, by other eyes: no address but of written-out pictures, no import.
pub fn loads_nothing(css: &str) -> bool {
    let lower = css.to_ascii_lowercase();
    let addresses = lower.match_indices("url(").all(|(at, _)| lower[at..].starts_with("url(\"data:image/"));
    let words = [
        "@import",
        "@namespace",
        "@font-face",
        "image-set(",
        "src(",
        "expression(",
        "-moz-binding",
        "behavior:",
    ];
    addresses && words.iter().all(|word| !lower.contains(word))
}

fn tokens(parser: &mut Parser<'_, '_>, out: &mut String, pictures: &mut Pictures<'_>, depth: usize) {
    let mut leaving_out = false;
    while let Ok(token) = parser.next_including_whitespace_and_comments() {
        let token = token.clone();
        if leaving_out {
            leaving_out = !matches!(token, Token::Semicolon | Token::CurlyBracketBlock);
            continue;
        }
        match &token {
            Token::AtKeyword(name) if !RULES.contains(&name.to_ascii_lowercase().as_str()) => {
                leaving_out = true
            }
            // A property that binds a program to an element, in browsers of old.
            Token::Ident(name)
                if matches!(name.to_ascii_lowercase().as_str(), "behavior" | "-moz-binding") =>
            {
                out.push_str("x-");
            }
            Token::UnquotedUrl(address) => picture(address, out, pictures),
            Token::BadUrl(_) | Token::BadString(_) | Token::CDO | Token::CDC => out.push(' '),
            Token::Comment(_) => out.push_str("/**/"),
            Token::Function(name) => {
                let name = name.to_ascii_lowercase();
                if name == "url" {
                    let address = parser.parse_nested_block(|inner| {
                        let address = inner.expect_string().map(|text| text.to_string());
                        while inner.next().is_ok() {}
                        address.map_err(ParseError::<()>::from)
                    });
                    picture(&address.unwrap_or_default(), out, pictures);
                } else if !LOADING.contains(&name.as_str()) && depth < DEEP {
                    written(&token, out);
                    inside(parser, ')', out, pictures, depth);
                } else {
                    out.push_str(" none ");
                }
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock
                if depth < DEEP =>
            {
                written(&token, out);
                let end = match token {
                    Token::ParenthesisBlock => ')',
                    Token::SquareBracketBlock => ']',
                    _ => '}',
                };
                inside(parser, end, out, pictures, depth);
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock => out.push(' '),
            Token::CurlyBracketBlock => out.push_str("{}"),
            _ => written(&token, out),
        }
    }
}

fn inside(
    parser: &mut Parser<'_, '_>,
    end: char,
    out: &mut String,
    pictures: &mut Pictures<'_>,
    depth: usize,
) {
    let _: Result<(), ParseError<'_, ()>> = parser.parse_nested_block(|inner| {
        tokens(inner, out, pictures, depth + 1);
        Ok(())
    });
    out.push(end);
}

fn picture(address: &str, out: &mut String, pictures: &mut Pictures<'_>) {
    match pictures.embed(address) {
        Some(data) => {
            out.push_str("url(\"");
            out.push_str(&data);
            out.push_str("\")");
        }
        None => out.push_str(" none "),
    }
}

fn written(token: &Token<'_>, out: &mut String) {
    // Writing into a String cannot fail.
    let _ = token.to_css(out);
}
