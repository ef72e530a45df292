//! Identities: UUIDv7 for what a person makes, UUIDv8 from BLAKE3 for what must come out the same
//! on every device (imported rows, links between two rows).

use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The identity of a row, the same on every device. 16 bytes in the file, a hyphenated UUID outside.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
#[specta(transparent)]
pub struct Id(#[specta(type = String)] pub Uuid);

impl Id {
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Id(Uuid::from_bytes(bytes))
    }

    pub fn bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// An identity that two devices derive alike from the same parts (UUIDv8 of BLAKE3). Parts are
    /// length-prefixed, so `["ab", "c"]` and `["a", "bc"]` differ.
    pub fn derived(parts: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        let mut bytes = [0; 16];
        hasher.finalize_xof().fill(&mut bytes);
        Id(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = crate::kernel::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::parse_str(text.trim())
            .map(Id)
            .map_err(|error| crate::kernel::Error::invalid("id").because(error))
    }
}

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
    }
}

impl FromSql for Id {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let bytes: [u8; 16] =
            value
                .as_blob()?
                .try_into()
                .map_err(|_| FromSqlError::InvalidBlobSize {
                    expected_size: 16,
                    blob_size: value.as_blob().map_or(0, <[u8]>::len),
                })?;
        Ok(Id::from_bytes(bytes))
    }
}

/// Where fresh identities get their randomness.
#[derive(Debug)]
pub struct Ids(Mutex<ChaCha12Rng>);

impl Ids {
    /// From the operating system.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that draws from the system's randomness"
    )]
    pub fn random() -> Self {
        Ids(Mutex::new(ChaCha12Rng::from_rng(&mut rand::rng())))
    }

    /// The same sequence every time: tests, samples, the generator.
    pub fn seeded(seed: u64) -> Self {
        Ids(Mutex::new(ChaCha12Rng::seed_from_u64(seed)))
    }

    /// A UUIDv7 of this moment (milliseconds UTC).
    pub fn fresh(&self, now_ms: i64) -> Id {
        let mut random = [0u8; 10];
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(&mut random);
        let millis = u64::try_from(now_ms).unwrap_or(0);
        Id(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_identities_agree_and_keep_their_parts_apart() {
        let one = Id::derived(&[b"ab", b"c"]);
        assert_eq!(one, Id::derived(&[b"ab", b"c"]));
        assert_ne!(one, Id::derived(&[b"a", b"bc"]));
        assert_ne!(one, Id::derived(&[b"abc"]));
        assert_ne!(one, Id::derived(&[b"ab", b"c", b""]));
        assert_eq!(one.0.get_version_num(), 8);
    }

    #[test]
    fn fresh_identities_differ_sort_by_their_moment_and_repeat_from_their_seed() {
        let ids = Ids::seeded(7);
        let (early, late) = (ids.fresh(1_000), ids.fresh(2_000));
        assert!(early < late);
        assert_ne!(early, ids.fresh(1_000));
        assert_eq!(early.0.get_version_num(), 7);
        assert_eq!(Ids::seeded(7).fresh(1_000), early);
        assert_eq!(early.to_string().parse::<Id>().ok(), Some(early));
        assert!("nonsense".parse::<Id>().is_err());
    }
}
