//! The spine every noun stands on: opening the file, the one write path with its log and stamps,
//! undo, projections, the text index, digests, backup.
//!
//! Nothing here knows a noun. What nouns and projections exist arrives as a [`Model`].

pub mod act;
pub mod backup;
pub mod backups;
pub mod changes;
pub mod clock;
pub mod content_lines;
pub mod dates;
pub mod db;
pub mod device;
pub mod digest;
pub mod drafts;
pub mod error;
pub mod ids;
pub mod index;
mod kept;
pub mod lease;
pub mod list;
pub mod lookup;
pub mod money;
pub mod numbers;
pub mod place;
pub mod projections;
mod read;
pub mod record;
pub mod same;
pub mod settings;
#[cfg(test)]
mod tests;
pub mod text;
pub mod time;
pub mod tx;
pub mod undo;
mod value;
pub mod words;

pub use act::{Act, Put, Written};
pub use clock::Clock;
pub use db::{Db, Options};
pub use error::{Code, Error, Result};
pub use ids::Id;
pub use read::Read;
pub use record::{Cell, Noun, Record};
pub use tx::WriteTx;

use index::Index;
use projections::Projection;

/// Everything the kernel must know about the product: its nouns, its projections and its schema.
pub struct Model {
    /// In order of dependence; `no` is stable for ever because it stands in every log.
    pub nouns: &'static [&'static Noun],
    /// In the order in which they must run: a later one may read what an earlier one wrote.
    pub projections: &'static [&'static Projection],
    /// The words of nouns that are found by what they say.
    pub indexes: &'static [&'static Index],
    /// Append-only, oldest first.
    pub migrations: &'static [&'static str],
}

impl Model {
    /// The noun with this number, if this build knows it.
    pub fn noun(&self, no: i64) -> Option<&'static Noun> {
        self.nouns.iter().copied().find(|noun| noun.no == no)
    }
}
