//! What is in a folder, after RO-Crate 1.2: one file of JSON-LD that names each file, what it is, whence it came and who kept it.
//!
//! Terms are those of the RO-Crate 1.2 context (schema.org, and `sha256`); nothing is written that is not known: no empty words.

use serde_json::{Map, Value, json};

/// The name of the description; it stands in the folder that it describes.
pub const FILE: &str = "ro-crate-metadata.json";

/// What the folder as a whole is.
#[derive(Debug, Clone, Default)]
pub struct Crate {
    /// Its name.
    pub name: String,
    /// What it holds, in a sentence or two.
    pub description: String,
    /// The day it was put together, `YYYY-MM-DD`.
    pub date: String,
    /// On what terms others may use it, in words.
    pub terms: String,
    /// BCP 47 language of its words.
    pub language: Option<String>,
    /// Who publishes it: name, and address if there is one.
    pub publisher: Option<(String, Option<String>)>,
    /// The editors who made it, by name, each once.
    pub editors: Vec<String>,
    /// The works of which copies are in it.
    pub works: Vec<Work>,
    /// Its files, in their order.
    pub files: Vec<CrateFile>,
}

/// A work that others made and of which the folder holds copies.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// Identity: a UUID.
    pub id: String,
    /// Its title, or the label by which the desk knows it.
    pub name: String,
    /// Its address (http or https).
    pub url: Option<String>,
    /// Where others keep a copy of it (http or https).
    pub archived_at: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Date on it, as plain ISO 8601.
    pub date: Option<String>,
    /// BCP 47 language.
    pub language: Option<String>,
}

/// A file in the folder.
#[derive(Debug, Clone, Default)]
pub struct CrateFile {
    /// Where it lies, with `/` between folders.
    pub path: String,
    /// Its name, as people know it.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub size: Option<u64>,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: Option<String>,
    /// The work of which it is a copy.
    pub copy_of: Option<String>,
    /// When it was kept, an instant.
    pub kept: Option<String>,
    /// Who kept it.
    pub kept_by: Option<String>,
    /// What it is, or how it was kept, in words.
    pub note: Option<String>,
}

/// The description, as it stands in [`FILE`].
#[must_use]
pub fn describe(given: &Crate) -> Value {
    let mut graph = vec![descriptor(), root(given)];
    graph.extend(given.files.iter().map(|file| file_entity(given, file)));
    graph.extend(given.works.iter().map(work));
    graph.extend(
        given
            .editors
            .iter()
            .enumerate()
            .map(|(place, name)| json!({ "@id": editor_id(place), "@type": "Person", "name": name })),
    );
    if let Some((name, url)) = &given.publisher {
        let mut entity = map(json!({ "@id": publisher_id(given), "@type": "Organization", "name": name }));
        put(&mut entity, "url", url.as_deref());
        graph.push(entity.into());
    }
    graph.push(
        json!({ "@id": TERMS, "@type": "CreativeWork", "name": "Terms of use", "description": given.terms }),
    );
    json!({ "@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph })
}

const TERMS: &str = "#terms";

fn descriptor() -> Value {
    json!({
        "@id": FILE,
        "@type": "CreativeWork",
        "conformsTo": { "@id": "https://w3id.org/ro/crate/1.2" },
        "about": { "@id": "./" },
    })
}

fn root(given: &Crate) -> Value {
    let mut entity = map(json!({
        "@id": "./",
        "@type": "Dataset",
        "name": given.name,
        "description": given.description,
        "datePublished": given.date,
        "license": { "@id": TERMS },
        "hasPart": given.files.iter().map(|file| json!({ "@id": address(&file.path) })).collect::<Vec<_>>(),
    }));
    put(&mut entity, "inLanguage", given.language.as_deref());
    if given.publisher.is_some() {
        entity.insert("publisher".into(), json!({ "@id": publisher_id(given) }));
    }
    let editors: Vec<Value> =
        (0..given.editors.len()).map(|place| json!({ "@id": editor_id(place) })).collect();
    if !editors.is_empty() {
        entity.insert("author".into(), editors.into());
    }
    let works: Vec<Value> = given.works.iter().map(|work| json!({ "@id": work_id(&work.id) })).collect();
    if !works.is_empty() {
        entity.insert("mentions".into(), works.into());
    }
    entity.into()
}

fn file_entity(given: &Crate, file: &CrateFile) -> Value {
    let mut entity = map(json!({
        "@id": address(&file.path), "@type": "File", "name": file.name, "encodingFormat": file.media_type,
    }));
    put(&mut entity, "contentSize", file.size.map(|size| size.to_string()).as_deref());
    put(&mut entity, "sha256", file.sha256.as_deref());
    put(&mut entity, "dateCreated", file.kept.as_deref());
    put(&mut entity, "description", file.note.as_deref());
    if let Some(work) = &file.copy_of {
        entity.insert("isBasedOn".into(), json!({ "@id": work_id(work) }));
    }
    if let Some(place) = given.editors.iter().position(|name| Some(name) == file.kept_by.as_ref()) {
        entity.insert("contributor".into(), json!({ "@id": editor_id(place) }));
    }
    entity.into()
}

fn work(work: &Work) -> Value {
    let mut entity = map(json!({ "@id": work_id(&work.id), "@type": "CreativeWork", "name": work.name }));
    put(&mut entity, "url", work.url.as_deref());
    put(&mut entity, "archivedAt", work.archived_at.as_deref());
    put(&mut entity, "datePublished", work.date.as_deref());
    put(&mut entity, "inLanguage", work.language.as_deref());
    if let Some(publisher) = work.publisher.as_deref().filter(|name| !name.is_empty()) {
        entity.insert("publisher".into(), publisher.into());
    }
    entity.into()
}

/// A path as a relative address: what has a meaning of its own there is encoded (RFC 3986).
fn address(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut text, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                text.push(char::from(byte))
            }
            other => text.push_str(&format!("%{other:02X}")),
        }
        text
    })
}

fn editor_id(place: usize) -> String {
    format!("#editor-{}", place + 1)
}

fn work_id(id: &str) -> String {
    format!("#work-{id}")
}

/// An organisation is named by its address, or by a name of our own here.
fn publisher_id(given: &Crate) -> String {
    given.publisher.as_ref().and_then(|(_, url)| url.clone()).unwrap_or_else(|| "#house".to_owned())
}

fn put(entity: &mut Map<String, Value>, name: &str, words: Option<&str>) {
    if let Some(words) = words.map(str::trim).filter(|words| !words.is_empty()) {
        entity.insert(name.to_owned(), words.into());
    }
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
