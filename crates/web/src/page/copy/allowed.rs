//! What may stand in a copy, and what goes with all that is in it.

use url::Url;

/// Elements that are left out with all that is in them.
pub(super) const OUT: [&str; 14] = [
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
pub(super) const OUT_ALONE: [&str; 14] = [
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
pub(super) const PLAIN: [&str; 88] = [
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

/// An address to show: absolute, and of the web or of mail; a script in an address is none.
pub(super) fn link(base: &Url, to: &str) -> Option<String> {
    let url = base.join(to.trim()).ok()?;
    matches!(url.scheme(), "http" | "https" | "mailto" | "tel" | "ftp").then(|| url.to_string())
}

pub(super) fn plain(attributes: &[(String, String)], names: &[&str]) -> Vec<(String, String)> {
    attributes.iter().filter(|(key, _)| names.contains(&key.as_str())).cloned().collect()
}

pub(super) fn escaped(text: &str) -> String {
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
