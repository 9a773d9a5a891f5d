//! The text of a mail: the headers that a reader looks at, then its words.

use crate::{Failure, text};
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

/// Headers that stand above the words, in this order.
const SHOWN: [&str; 6] = ["From", "To", "Cc", "Date", "Subject", "Message-ID"];

/// A message in these bytes.
pub fn parse(bytes: &[u8]) -> Result<Message<'_>, Failure> {
    let message = MessageParser::default().parse(bytes);
    message.ok_or_else(|| Failure::unreadable("this is no mail message"))
}

/// Headers, an empty line, the words, and the names of what is attached.
pub fn read(bytes: &[u8]) -> Result<String, Failure> {
    let message = parse(bytes)?;
    let mut out = String::new();
    for name in SHOWN {
        if let Some(value) = header(&message, name) {
            out.push_str(&format!("{name}: {value}\n"));
        }
    }
    out.push('\n');
    for part in &message.text_body {
        let Some(part) = message.parts.get(*part as usize) else { continue };
        match &part.body {
            PartType::Text(words) => out.push_str(&text::decode::line_ends(words)),
            // Already decoded to UTF-8 by the mail's own account of itself.
            PartType::Html(html) => out.push_str(&text::html::read(html.as_bytes(), Some("utf-8"))?),
            _ => {}
        }
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    for attached in message.attachments() {
        if let Some(name) = attached.attachment_name() {
            out.push_str(&format!("[{name}]\n"));
        }
    }
    Ok(out)
}

/// A header as a person reads it: unfolded and decoded.
fn header(message: &Message<'_>, name: &str) -> Option<String> {
    if name == "Subject" {
        return message.subject().map(one_line);
    }
    let raw = message.header_raw(name)?;
    Some(one_line(&words(raw)))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Encoded words of a header decoded, the rest as it stands.
pub fn words(raw: &str) -> String {
    let source = format!("Subject: {}\n\n", one_line(raw));
    let message = MessageParser::default().parse(source.as_bytes());
    message.and_then(|message| message.subject().map(str::to_owned)).unwrap_or_else(|| one_line(raw))
}
