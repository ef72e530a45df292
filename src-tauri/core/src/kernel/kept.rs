//! Figures over everything that took a while, kept until something is written. They are found again by a name
//! that says all they were made from beside the log: what was asked, and of which day.

use std::any::Any;
use std::sync::{Arc, Mutex, PoisonError};

use super::read::Read;
use super::{Id, Result, changes};

/// How many are kept.
const MOST: usize = 24;

type Shared = Arc<dyn Any + Send + Sync>;

/// The figures that were asked for last, the newest at the end.
#[derive(Default)]
pub struct Kept(Mutex<Vec<(Key, Shared)>>);

/// Another end of the log, or another file behind it: it may have changed.
#[derive(PartialEq)]
struct Key {
    name: String,
    log: i64,
    restored: Option<Id>,
}

impl Kept {
    fn known(&self, key: &Key) -> Option<Shared> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, known) = kept.iter().find(|(known, _)| known == key)?;
        Some(Arc::clone(known))
    }

    fn keep(&self, key: Key, made: Shared) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| known.log == key.log && *known != key);
        if kept.len() == MOST {
            kept.remove(0);
        }
        kept.push((key, made));
    }
}

impl Read<'_> {
    /// What was made under this name since the last write, else what `make` makes now.
    pub fn kept<T: Any + Send + Sync>(
        &self,
        name: String,
        make: impl FnOnce() -> Result<T>,
    ) -> Result<Arc<T>> {
        let key = Key {
            name,
            log: changes::cursor(self)?,
            restored: self.value("SELECT restored FROM workspace", [])?,
        };
        if let Some(known) = self.figures().known(&key).and_then(|it| it.downcast().ok()) {
            return Ok(known);
        }
        let made = Arc::new(make()?);
        // While derived columns are still being worked off, figures move without a line in the log.
        if !self.value::<bool>("SELECT EXISTS (SELECT 1 FROM dirty)", [])? {
            let kept: Shared = Arc::clone(&made) as Shared;
            self.figures().keep(key, kept);
        }
        Ok(made)
    }
}
