//! `srcset`: addresses of one picture in several sizes.

/// The addresses, in their order (WHATWG HTML, 4.8.4.2.1): commas part them, but may stand inside an address.
pub(super) fn addresses(value: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = value;
    loop {
        rest = rest.trim_start_matches(|c: char| c == ',' || c.is_ascii_whitespace());
        if rest.is_empty() || found.len() >= 64 {
            return found;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        if !bare.is_empty() {
            found.push(bare);
        }
        if bare.len() < address.len() {
            rest = after;
            continue;
        }
        // What describes the size goes up to the next comma outside brackets.
        let mut depth = 0_u32;
        let next = after.char_indices().find(|(_, c)| {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            *c == ',' && depth == 0
        });
        rest = next.map_or("", |(at, _)| &after[at + 1..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_part_addresses_and_stand_inside_them() {
        assert_eq!(addresses("a.jpg 1x, b,c.jpg 2x,"), ["a.jpg", "b,c.jpg"]);
        assert_eq!(addresses("a.jpg, b.jpg 480w"), ["a.jpg", "b.jpg"]);
        assert_eq!(
            addresses(" data:image/png;base64,AA== 2x, z.png "),
            ["data:image/png;base64,AA==", "z.png"]
        );
        assert_eq!(addresses("a.jpg calc(1, 2), b.jpg"), ["a.jpg", "b.jpg"]);
        assert!(addresses(" , ").is_empty());
    }
}
