//! Whether somebody of a name may be one of those who are there: asked of every new person, so answered
//! without looking at each namesake.

use std::collections::{HashMap, HashSet};

use crate::kernel::Id;
use crate::people::IdentifierKind;

/// Kinds of numbers and addresses, a bit each.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Kinds(u8);

impl FromIterator<IdentifierKind> for Kinds {
    fn from_iter<T: IntoIterator<Item = IdentifierKind>>(kinds: T) -> Self {
        Kinds(
            kinds
                .into_iter()
                .fold(0, |bits, kind| bits | 1 << kind as u8),
        )
    }
}

/// Who goes by a name.
#[derive(Default)]
struct Bearers {
    /// Where any of them works.
    firms: HashSet<Id>,
    /// The ways in which somebody of them is reached, for each who works nowhere that is known, and for each.
    free: HashSet<Kinds>,
    all: HashSet<Kinds>,
}

/// The bearers of every name, as `text::identity` gives it.
#[derive(Default)]
pub struct Namesakes(HashMap<String, Bearers>);

impl Namesakes {
    /// Notes one more bearer.
    pub fn add(&mut self, name: &str, firms: &[Id], ways: Kinds) {
        let bearers = self.0.entry(name.to_owned()).or_default();
        bearers.firms.extend(firms);
        bearers.all.insert(ways);
        if firms.is_empty() {
            bearers.free.insert(ways);
        }
    }

    /// Whether somebody of this name works at this firm; or may, because no firm is known of either, and is
    /// not reached in another way of the same kind. Who is reached in the very same way is found before.
    pub fn like(&self, name: &str, firm: Option<Id>, ways: Kinds) -> bool {
        let Some(bearers) = self.0.get(name) else {
            return false;
        };
        let some = match firm {
            Some(firm) if bearers.firms.contains(&firm) => return true,
            Some(_) => &bearers.free,
            None => &bearers.all,
        };
        some.iter().any(|others| others.0 & ways.0 == 0)
    }
}
