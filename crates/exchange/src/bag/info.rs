//! What a bag says of itself, in `bag-info.txt`.

/// Labels and words, in the order in which they stand. An empty word leaves its line out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Info(Vec<(&'static str, String)>);

impl Info {
    /// Adds a line, if there is something to say. Lines of the text become one: the format has no other way to keep them.
    #[must_use]
    pub fn with(mut self, label: &'static str, words: &str) -> Self {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            self.0.push((label, words));
        }
        self
    }

    /// The file, with what the bag counts of itself at the end.
    pub(super) fn text(&self, files: u64, bytes: u64) -> String {
        let mut text: String = self.0.iter().map(|(label, words)| format!("{label}: {words}\n")).collect();
        text.push_str(&format!("Payload-Oxum: {bytes}.{files}\n"));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_write_a_line_of_its_own() {
        let info =
            Info::default().with("External-Description", "a\nPayload-Oxum: 0.0").with("Contact-Name", " ");
        assert_eq!(info.text(2, 30), "External-Description: a Payload-Oxum: 0.0\nPayload-Oxum: 30.2\n");
    }
}
