//! Every formula has its place in docs/methods.md. (Every command has its place in docs/commands.md by being generated.)

use super::files;
use std::fs;
use std::io;
use std::path::Path;

pub fn faults(root: &Path) -> io::Result<Vec<String>> {
    let mut faults = Vec::new();
    let methods = fs::read_to_string(root.join("docs/methods.md")).unwrap_or_default();
    for path in files::below(&root.join("crates/claims/src/methods"), &[".rs"])? {
        let place = files::name(root, &path);
        for name in public_functions(&fs::read_to_string(&path)?) {
            if !methods.contains(&format!("`{name}`")) {
                faults.push(format!("{place}: docs/methods.md does not explain `{name}`"));
            }
        }
    }
    Ok(faults)
}

/// The free functions that a module offers: a method of a type is told with its type.
fn public_functions(text: &str) -> Vec<&str> {
    let free = text.lines().filter_map(|line| line.strip_prefix("pub fn "));
    free.filter_map(|rest| rest.split(['(', '<']).next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_functions_are_found_and_methods_are_not() {
        let text = "pub fn alpha(x: f64) -> f64 {\n}\nimpl A {\n    pub fn beta(&self) {}\n}\npub fn gamma<T>() {}\n";
        assert_eq!(public_functions(text), ["alpha", "gamma"], "those are the formulas of the module");
    }
}
