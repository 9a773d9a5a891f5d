//! Bringing a file over from another shelf, as a restore does.

use super::{Integrity, Shelf};
use crate::ShelfError;

impl Shelf {
    /// Copies the file of this hash from `other`, verified on the way; `true` when it was brought, `false` when an intact one was here.
    ///
    /// # Errors
    /// [`ShelfError::Missing`] or [`ShelfError::Altered`] when `other` does not have these bytes (then nothing is kept here);
    /// else as [`Shelf::put`].
    pub fn bring_over(&self, other: &Shelf, sha256: &str) -> Result<bool, ShelfError> {
        self.must_write()?;
        if self.check(sha256)? == Integrity::Intact {
            return Ok(false);
        }
        let (path, mut file) = match other.open_kept(sha256) {
            Ok(Some(opened)) => opened,
            Ok(None) => {
                return Err(ShelfError::Missing { sha256: sha256.to_owned() });
            }
            Err(ShelfError::NotAFile { .. }) => {
                return Err(ShelfError::Altered { sha256: sha256.to_owned(), found: String::new() });
            }
            Err(error) => return Err(error),
        };
        let received = self.receive(&mut file, &path)?;
        if received.sha256 != sha256 {
            return Err(ShelfError::Altered { sha256: sha256.to_owned(), found: received.sha256 });
        }
        Ok(!self.shelve(received, String::new())?.was_there)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ABC, damage, empty};
    use super::*;

    #[test]
    fn a_file_is_brought_once() {
        let ((_a, old), (_b, new)) = (empty(), empty());
        old.put_reader(&mut &b"abc"[..]).unwrap();
        assert!(new.bring_over(&old, ABC).unwrap());
        assert!(!new.bring_over(&old, ABC).unwrap(), "the second time it is there");
        assert_eq!(new.read(ABC, 9).unwrap(), b"abc");
        assert_eq!(old.check(ABC).unwrap(), Integrity::Intact, "the other shelf is only read");
    }

    #[test]
    fn what_the_other_shelf_lost_is_named_and_not_kept() {
        let ((_a, old), (_b, new)) = (empty(), empty());
        assert!(matches!(new.bring_over(&old, ABC), Err(ShelfError::Missing { .. })));
        old.put_reader(&mut &b"abc"[..]).unwrap();
        damage(&old, ABC, b"abd");
        assert!(matches!(new.bring_over(&old, ABC), Err(ShelfError::Altered { .. })));
        assert_eq!(new.list().unwrap().count(), 0, "altered bytes are not brought");
    }

    #[test]
    fn an_altered_file_here_is_healed_from_there() {
        let ((_a, old), (_b, new)) = (empty(), empty());
        old.put_reader(&mut &b"abc"[..]).unwrap();
        new.put_reader(&mut &b"abc"[..]).unwrap();
        damage(&new, ABC, b"abd");
        assert!(new.bring_over(&old, ABC).unwrap());
        assert_eq!(new.check(ABC).unwrap(), Integrity::Intact);
    }
}
