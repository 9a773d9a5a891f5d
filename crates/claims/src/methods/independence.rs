//! Independence of sources: items and actors that derive from one another count as one origin. Both counts, sources and origins, are shown.
//!
//! origins = number of sets that are left when every pair "derives from" (copies, translates, cites, same origin) is put into one set.
//!
//! Source: our own rule: a report repeated is not a second witness; computed by union-find (Tarjan 1975).

use crate::ids::*;
use crate::records::{Derivation, Item};
use std::collections::{HashMap, HashSet};

/// What information comes from: an item or an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// An item.
    Item(ItemId),
    /// An actor.
    Actor(ActorId),
}

/// Which sources share an origin.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    place: HashMap<Source, usize>,
    parent: Vec<usize>,
}

impl Origins {
    /// Reads the derivations of a case. What an actor publishes shares the actor's origin once that actor takes part in a derivation:
    /// if one agency copies another, so do the items of the two.
    pub fn new(derivations: &[Derivation], items: &[Item]) -> Self {
        let mut origins = Origins::default();
        let mut dependent = HashSet::new();
        for row in derivations {
            let from = row.from_item_id.map(Source::Item).or(row.from_actor_id.map(Source::Actor));
            let what = row.item_id.map(Source::Item).or(row.actor_id.map(Source::Actor));
            if let (Some(what), Some(from)) = (what, from) {
                origins.join(what, from);
            }
            dependent.extend(row.actor_id.into_iter().chain(row.from_actor_id));
        }
        for item in items {
            if let Some(publisher) = item.publisher_id.filter(|publisher| dependent.contains(publisher)) {
                origins.join(Source::Item(item.uuid), Source::Actor(publisher));
            }
        }
        origins
    }

    /// Numbers the origins of some sources from 1, in the order in which they come; equal numbers derive from one another.
    /// A source of none (not recorded) is an origin of its own.
    pub fn numbers(&mut self, sources: &[Option<Source>]) -> Vec<u32> {
        let mut known: HashMap<usize, u32> = HashMap::new();
        let mut next = 0;
        sources
            .iter()
            .map(|source| {
                let root = source.map(|source| {
                    let place = self.place_of(source);
                    self.root(place)
                });
                if let Some(number) = root.and_then(|root| known.get(&root)) {
                    return *number;
                }
                next += 1;
                if let Some(root) = root {
                    known.insert(root, next);
                }
                next
            })
            .collect()
    }

    fn place_of(&mut self, source: Source) -> usize {
        let next = self.parent.len();
        let place = *self.place.entry(source).or_insert(next);
        if place == next {
            self.parent.push(next);
        }
        place
    }

    fn root(&mut self, mut place: usize) -> usize {
        while self.parent[place] != place {
            self.parent[place] = self.parent[self.parent[place]];
            place = self.parent[place];
        }
        place
    }

    fn join(&mut self, a: Source, b: Source) {
        let (a, b) = (self.place_of(a), self.place_of(b));
        let (a, b) = (self.root(a), self.root(b));
        self.parent[b] = a;
    }
}

/// How many origins stand behind some sources.
pub fn origins(derivations: &[Derivation], items: &[Item], sources: &[Option<Source>]) -> u32 {
    Origins::new(derivations, items).numbers(sources).into_iter().max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::DerivationKind;
    use uuid::Uuid;

    fn item(n: u128) -> ItemId {
        ItemId(Uuid::from_u128(n))
    }

    fn actor(n: u128) -> ActorId {
        ActorId(Uuid::from_u128(n))
    }

    fn derives(what: Source, from: Source) -> Derivation {
        let of_item = |s| if let Source::Item(id) = s { Some(id) } else { None };
        let of_actor = |s| if let Source::Actor(id) = s { Some(id) } else { None };
        Derivation {
            uuid: DerivationId(Uuid::from_u128(1)),
            item_id: of_item(what),
            actor_id: of_actor(what),
            from_item_id: of_item(from),
            from_actor_id: of_actor(from),
            kind: DerivationKind::Copies,
            note: None,
            trashed: false,
            erased: None,
        }
    }

    #[test]
    fn what_derives_counts_once_through_any_chain_or_ring() {
        let i = |n| Source::Item(item(n));
        let sources: Vec<Option<Source>> = (1..=5).map(|n| Some(i(n))).collect();
        assert_eq!(origins(&[], &[], &sources), 5, "nothing derives: five origins");
        let chain = [derives(i(2), i(1)), derives(i(3), i(2))];
        assert_eq!(origins(&chain, &[], &sources), 3, "1, 2 and 3 are one");
        let ring = [derives(i(2), i(1)), derives(i(3), i(2)), derives(i(1), i(3))];
        assert_eq!(origins(&ring, &[], &sources), 3, "a ring ends");
        let outside = [derives(i(1), i(9)), derives(i(4), i(9))];
        assert_eq!(origins(&outside, &[], &sources), 4, "two copies of a third that is not here are one");
        assert_eq!(origins(&[], &[], &[None, None]), 2, "what has no recorded source is its own origin");
        assert_eq!(origins(&[], &[], &[Some(i(1)), Some(i(1))]), 1, "two excerpts of one item are one");
        assert_eq!(origins(&[], &[], &[]), 0, "no sources, no origins");
    }

    #[test]
    fn actors_that_derive_bring_their_items_along() {
        let a = |n| Source::Actor(actor(n));
        let rows = [derives(a(2), a(1))];
        let mut origins = Origins::new(&rows, &[]);
        assert_eq!(
            origins.numbers(&[Some(a(1)), Some(a(3)), Some(a(2))]),
            [1, 2, 1],
            "numbers follow the order asked"
        );
    }
}
