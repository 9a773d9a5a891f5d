//! Who may import what: read from the manifests, and for the UI from its imports.

use super::files;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use toml::Table;

/// For each member its allowed members; ARCHITECTURE.md says the same in words.
const ALLOWED: [(&str, &[&str]); 14] = [
    ("claims", &[]),
    ("typeset", &[]),
    ("ledger", &["claims"]),
    ("evidence", &["claims"]),
    ("reading", &[]),
    ("counterclaim-reader", &["evidence", "reading"]),
    ("reports", &["claims"]),
    ("exchange", &["claims"]),
    ("web", &[]),
    ("api", &["claims", "ledger", "evidence", "reading", "reports", "exchange", "typeset", "web"]),
    ("cli", &["api"]),
    ("counterclaim-desktop", &["api"]),
    ("tests", &["api", "claims", "ledger"]),
    ("xtask", &["api", "claims"]),
];

/// For each dependency from outside that is fenced in: how its name begins, and who may have it.
const FENCED: [(&str, &[&str]); 13] = [
    ("rusqlite", &["ledger", "tests"]),
    ("libsqlite3", &["ledger", "tests"]),
    ("tauri", &["counterclaim-desktop"]),
    ("typst", &["typeset"]),
    ("ureq", &["web"]),
    ("reqwest", &["web"]),
    ("rustls", &["web"]),
    ("native-tls", &["web"]),
    ("c2pa", &["counterclaim-reader"]),
    ("pdf-extract", &["counterclaim-reader"]),
    ("kamadak-exif", &["counterclaim-reader"]),
    ("mail-parser", &["counterclaim-reader"]),
    ("roxmltree", &["counterclaim-reader"]),
];

/// The small crates of values that `claims` may lean on (times, dates, ids, language tags, forms of text); what
/// describes a shape stays behind the feature `wire`.
const VALUES: [&str; 5] = ["chrono", "edtf-core", "oxilangtag", "unicode-normalization", "uuid"];
const WIRE: [&str; 3] = ["serde", "schemars", "ts-rs"];

pub fn faults(root: &Path) -> io::Result<Vec<String>> {
    let mut faults = Vec::new();
    let mut manifests =
        vec![root.join("Cargo.toml"), root.join("tests/Cargo.toml"), root.join("reader/Cargo.toml")];
    manifests.extend(files::below(&root.join("crates"), &["Cargo.toml"])?);
    for path in manifests {
        let place = files::name(root, &path);
        match fs::read_to_string(&path)?.parse::<Table>() {
            Ok(manifest) => faults.extend(of_manifest(&place, &manifest)),
            Err(error) => faults.push(format!("{place}: cannot be read: {error}")),
        }
    }
    for path in files::below(&root.join("ui/src"), &[".ts", ".svelte", ".js"])? {
        faults.extend(of_ui_source(&files::name(root, &path), &fs::read_to_string(&path)?));
    }
    Ok(faults)
}

/// The faults of one manifest of a package.
fn of_manifest(place: &str, manifest: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    let package = manifest.get("package").and_then(|package| package.get("name")?.as_str());
    let Some(package) = package else {
        return vec![format!("{place}: has no package name")];
    };
    let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == package) else {
        return vec![format!(
            "{place}: {package} is new; say in crates/xtask/src/tidy/fences.rs what it may import"
        )];
    };

    for dependency in dependencies(manifest) {
        let ours = ALLOWED.iter().any(|(name, _)| *name == dependency);
        if ours && !allowed.contains(&dependency.as_str()) {
            faults.push(format!("{place}: {package} may not import {dependency} (ARCHITECTURE.md, Fences)"));
        }
        for (begins, may) in FENCED {
            if dependency.starts_with(begins) && !may.contains(&package) {
                faults.push(format!("{place}: only {} may use {dependency}", may.join(" and ")));
            }
        }
    }
    if package == "claims" {
        faults.extend(of_claims(place, manifest));
    }
    let lints = manifest.get("lints");
    let inherits = lints.and_then(|lints| lints.get("workspace")?.as_bool()) == Some(true);
    // The reader is a workspace of its own, and has them written out.
    let its_own =
        manifest.contains_key("workspace") && lints.is_some_and(|lints| lints.get("rust").is_some());
    if !inherits && !its_own {
        faults.push(format!("{place}: has to take the workspace's lints: [lints] workspace = true"));
    }
    faults
}

/// The rules lean on small values alone; anything that describes a shape is optional.
fn of_claims(place: &str, manifest: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    let Some(dependencies) = manifest.get("dependencies").and_then(|value| value.as_table()) else {
        return faults;
    };
    for (name, value) in dependencies {
        let optional = value.get("optional").and_then(|optional| optional.as_bool()) == Some(true);
        let fine = VALUES.contains(&name.as_str()) || (WIRE.contains(&name.as_str()) && optional);
        if !fine {
            faults.push(format!(
                "{place}: the rules lean on the values of {} alone, and on {} behind the feature `wire`; not on {name}",
                VALUES.join(", "),
                WIRE.join(", ")
            ));
        }
    }
    faults
}

/// Every dependency of a manifest, by the name of the package that it brings, in all its sections and targets.
fn dependencies(manifest: &Table) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let targets = manifest.get("target").and_then(|targets| targets.as_table());
    let tables =
        targets.into_iter().flat_map(|targets| targets.values().filter_map(|value| value.as_table()));
    for table in tables.chain([manifest]) {
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for (name, value) in table.get(section).and_then(|value| value.as_table()).into_iter().flatten() {
                let renamed = value.get("package").and_then(|package| package.as_str());
                names.insert(renamed.unwrap_or(name).to_string());
            }
        }
    }
    names
}

/// Only the host of the window may import the window's libraries.
fn of_ui_source(place: &str, text: &str) -> Option<String> {
    let fault = place != "ui/src/lib/api/tauri.ts" && text.contains("@tauri-apps/");
    fault.then(|| format!("{place}: only ui/src/lib/api/tauri.ts may import @tauri-apps"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(text: &str) -> Vec<String> {
        of_manifest("x/Cargo.toml", &text.parse().unwrap())
    }

    #[test]
    fn a_crossed_fence_is_seen() {
        let text =
            "[package]\nname = 'reports'\n[dependencies]\nledger.workspace = true\n[lints]\nworkspace = true";
        assert_eq!(manifest(text), ["x/Cargo.toml: reports may not import ledger (ARCHITECTURE.md, Fences)"]);
    }

    #[test]
    fn sqlite_outside_the_ledger_is_seen_even_under_another_name_or_target() {
        let renamed = "[package]\nname = 'api'\n[target.'cfg(unix)'.dependencies]\ndb = { package = 'rusqlite' }\n[lints]\nworkspace = true";
        assert_eq!(manifest(renamed), ["x/Cargo.toml: only ledger and tests may use rusqlite"]);
    }

    #[test]
    fn left_out_lints_and_new_members_are_seen() {
        assert_eq!(manifest("[package]\nname = 'typeset'").len(), 1, "a member without lints is a fault");
        assert_eq!(
            manifest("[package]\nname = 'exchange'").len(),
            1,
            "a new member has to be put into the list"
        );
    }

    #[test]
    fn the_rules_take_no_library_that_is_not_a_value() {
        let text = "[package]\nname = 'claims'\n[dependencies]\nchrono = '0.4'\nserde = '1'\nregex = '1'\n[lints]\nworkspace = true";
        assert_eq!(manifest(text).len(), 2, "serde has to be optional, and regex has no place there");
    }

    #[test]
    fn the_window_s_libraries_have_one_door_into_the_ui() {
        let text = "import { invoke } from '@tauri-apps/api/core';";
        assert!(of_ui_source("ui/src/lib/api/tauri.ts", text).is_none(), "this is the door");
        assert!(of_ui_source("ui/src/views/Case.svelte", text).is_some(), "this is not");
    }
}
