//! Rows that may be one person or one firm: which they are and why, merging two into one, setting them apart
//! again, and remembering that two are not the same. What merging means for everybody who reads stands in
//! `kernel/same.rs`. Merging what an import brings is not here: an import finds the row and writes to it.

mod find;
mod merge;
mod side;
#[cfg(test)]
mod tests;
mod twins;
mod types;

pub use find::list;
pub use merge::{merge, merge_sure, separate};
pub use side::sides;
pub use twins::{Likely, TwinsInput, likely};
pub use types::{
    DuplicatePair, DuplicateRow, DuplicatesKind, DuplicatesPage, Field, MergeInput, Merging,
    Reason, Side, Sides, Take, Taken, Why,
};

use crate::kernel::{Act, Db, Id, Result, Written};
use crate::people::DistinctPair;

/// Remembers that two rows are not the same: they are not offered again.
pub fn distinct(db: &Db, one: Id, other: Id) -> Result<Written<()>> {
    db.write(Act::new("told_apart"), |tx| {
        let pair = DistinctPair::of(one, other);
        tx.name_subject(merge::names(tx, &[one, other])?);
        tx.put(&pair)?;
        Ok(())
    })
}
