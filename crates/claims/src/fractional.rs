//! Fractional keys: an order that people change by writing one row, and that two editors can change apart.

/// A key that sorts (bytewise) strictly between two others; none = no neighbour on that side.
pub fn between(a: Option<&str>, b: Option<&str>) -> String {
    match (a, b) {
        (Some(a), _) => format!("{a}V"),
        (None, Some(b)) => format!("0{b}"),
        (None, None) => "V".to_owned(),
    }
}
