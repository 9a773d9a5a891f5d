//! What the selectors of an annotation say, from the W3C's and from Hypothesis's.

use super::read::{Incoming, Units};
use serde_json::Value;

/// How deep selectors may refine each other.
const DEEPEST: usize = 8;

/// Takes up what a target says; what it does not know, it leaves.
pub(super) fn target(target: &Value, units: Units, into: &mut Incoming) {
    if let Some(address) = target.as_str() {
        into.sources.push(address.to_owned());
        return;
    }
    for key in ["source", "id"] {
        if let Some(address) = target[key].as_str().or_else(|| target[key]["id"].as_str()) {
            into.sources.push(address.to_owned());
        }
    }
    if let Some(language) = target["source"]["language"].as_str() {
        into.language = Some(language.to_owned());
    }
    if let Some(class) = target["styleClass"].as_str() {
        into.colour = Some(class.to_owned());
    }
    for state in each(&target["state"]) {
        into.sources.extend(each(&state["cached"]).filter_map(Value::as_str).map(str::to_owned));
    }
    for one in each(&target["selector"]) {
        selector(one, units, DEEPEST, into);
    }
}

fn selector(one: &Value, units: Units, deep: usize, into: &mut Incoming) {
    let text = |key: &str| one[key].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    match one["type"].as_str().unwrap_or_default() {
        "TextQuoteSelector" => {
            if let Some(exact) = text("exact") {
                into.quote.get_or_insert(exact);
                into.prefix = into.prefix.take().or_else(|| text("prefix"));
                into.suffix = into.suffix.take().or_else(|| text("suffix"));
            }
        }
        "TextPositionSelector" => {
            if let (Some(start), Some(end)) = (one["start"].as_u64(), one["end"].as_u64())
                && start < end
            {
                into.position = Some((start, end, units));
                into.text_sha256 = one["textHash"].as_str().and_then(sha256_of);
            }
        }
        "FragmentSelector" => fragment(one["value"].as_str().unwrap_or_default(), into),
        "PageSelector" => {
            into.page = one["index"].as_u64().and_then(|index| index.checked_add(1));
            into.page_label = text("label");
        }
        "MediaTimeSelector" => into.span = one["start"].as_f64().zip(one["end"].as_f64()).and_then(span),
        _ => {}
    }
    if deep > 0 {
        for inner in each(&one["refinedBy"]) {
            selector(inner, units, deep - 1, into);
        }
    }
}

fn fragment(value: &str, into: &mut Incoming) {
    for part in value.trim_start_matches('#').split('&') {
        let Some((name, rest)) = part.split_once('=') else { continue };
        match name {
            "page" => into.page = rest.parse().ok().filter(|page| *page > 0),
            "xywh" if rest.starts_with("percent:") => into.region = Some(part.to_owned()),
            "t" => {
                let (from, to) = rest.trim_start_matches("npt:").split_once(',').unwrap_or((rest, ""));
                let from = if from.is_empty() { Some(0.0) } else { from.parse().ok() };
                into.span = from.zip(to.parse().ok()).and_then(span);
            }
            _ => {}
        }
    }
}

/// Seconds as milliseconds; nothing backwards, endless or absurd.
fn span((from, to): (f64, f64)) -> Option<(u64, u64)> {
    let ms = |seconds: f64| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let ms = (seconds * 1000.0).round() as u64;
        (seconds.is_finite() && (0.0..1e9).contains(&seconds)).then_some(ms)
    };
    ms(from).zip(ms(to)).filter(|(from, to)| from < to)
}

/// One value, or each of a list.
pub(super) fn each(value: &Value) -> impl Iterator<Item = &Value> {
    let list = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    list.iter().filter(|value| !value.is_null())
}

/// The hash that an address names: `nih:sha-256;…`, `urn:sha256:…` or `hash://sha256/…`.
pub(super) fn sha256_of(address: &str) -> Option<String> {
    let rest = ["nih:sha-256;", "urn:sha256:", "hash://sha256/"]
        .iter()
        .find_map(|begin| address.strip_prefix(begin))?;
    let hex = rest.split([';', '?', '#', '/']).next()?.to_ascii_lowercase();
    (hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_hexdigit())).then_some(hex)
}
