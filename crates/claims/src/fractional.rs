//! Fractional keys: an order that people change by writing one row, and that two editors can change apart.
//!
//! A key is the digits of a number between 0 and 1 in base 62 (`0`-`9`, `A`-`Z`, `a`-`z`), without trailing zeros.
//! Bytewise order of the texts is the order of the numbers, in SQL as in Rust.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A key that sorts (bytewise) strictly between two others; none = no neighbour on that side.
///
/// Equal or reversed neighbours (two editors put something in one place, apart) give a key after the first of them;
/// a text that is no key (imported) is read as if its foreign characters were the nearest digit.
pub fn between(a: Option<&str>, b: Option<&str>) -> String {
    let low = digits(a.unwrap_or(""));
    let high = b.map(digits).filter(|high| *high > low);
    let mut key = Vec::new();
    let mut high = high.as_deref();
    let mut at = 0;
    loop {
        let from = low.get(at).copied().unwrap_or(0);
        let to = match high {
            Some(high) => high.get(at).copied().unwrap_or(0),
            None => 62,
        };
        if to > from + 1 {
            // At an end without a neighbour, step by a little: keys then grow by one digit per some thirty additions.
            let digit = match (b, high) {
                (None, None) if a.is_some() => from + 1 + (61 - from) / 16,
                _ => from + (to - from) / 2,
            };
            key.push(digit);
            break;
        }
        key.push(from);
        if to > from {
            high = None;
        }
        at += 1;
    }
    key.iter().map(|digit| char::from(DIGITS[usize::from(*digit)])).collect()
}

/// The value of each digit, trailing zeros dropped (they would leave no room before them).
fn digits(key: &str) -> Vec<u8> {
    let mut digits: Vec<u8> = key
        .bytes()
        .map(|byte| u8::try_from(DIGITS.partition_point(|digit| *digit < byte).min(61)).unwrap_or(61))
        .collect();
    while digits.last() == Some(&0) {
        digits.pop();
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::between;

    /// A small generator of test values (xorshift), so that a failure can be repeated.
    fn next(seed: &mut u64) -> u64 {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        *seed
    }

    #[test]
    fn keys_stand_strictly_between_their_neighbours_wherever_one_is_put() {
        for start in 1..20u64 {
            let mut seed = start * 7919;
            let mut keys: Vec<String> = Vec::new();
            for _ in 0..300 {
                let place = usize::try_from(next(&mut seed)).unwrap_or(0) % (keys.len() + 1);
                let before = place.checked_sub(1).and_then(|i| keys.get(i)).map(String::as_str);
                let after = keys.get(place).map(String::as_str);
                let key = between(before, after);
                assert!(before.is_none_or(|b| b < key.as_str()), "{key} stands after {before:?}");
                assert!(after.is_none_or(|a| key.as_str() < a), "{key} stands before {after:?}");
                keys.insert(place, key);
            }
            assert!(
                keys.iter().all(|k| !k.ends_with('0')),
                "no key ends in a zero, which would leave no room"
            );
        }
    }

    #[test]
    fn adding_at_one_end_keeps_keys_short() {
        let mut last: Option<String> = None;
        for _ in 0..200 {
            let key = between(last.as_deref(), None);
            assert!(last.as_deref().is_none_or(|l| l < key.as_str()), "each key stands after the one before");
            last = Some(key);
        }
        assert!(last.is_some_and(|l| l.len() < 16), "200 additions at the end take a short key");
        let mut first: Option<String> = None;
        for _ in 0..50 {
            let key = between(None, first.as_deref());
            assert!(
                first.as_deref().is_none_or(|f| key.as_str() < f),
                "each key stands before the one after"
            );
            first = Some(key);
        }
    }

    #[test]
    fn equal_reversed_and_foreign_neighbours_still_give_a_key() {
        assert!(between(Some("V"), Some("V")).as_str() > "V", "equal neighbours: after them");
        assert!(between(Some("b"), Some("B")).as_str() > "b", "reversed neighbours: after the first");
        assert!(!between(Some("ж"), Some("я")).is_empty(), "a foreign text does not stop the order");
        assert!(between(None, Some("0")).len() < 4, "nothing sorts before zero; a key comes all the same");
    }
}
