//! Two people, or two organizations, of which somebody said that they are not the same.

use crate::kernel::Id;
use crate::record;

record! {
    /// Two rows of which somebody said that they are not the same. The id comes from the two.
    pub struct DistinctPair in "distinct_pairs", noun 25 {
        cell 1 one: Id;
        cell 2 other: Id;
    }
}

impl DistinctPair {
    /// The same for either order.
    pub fn of(one: Id, other: Id) -> Self {
        let (one, other) = (one.min(other), one.max(other));
        DistinctPair {
            n: 0,
            id: Id::derived(&[b"distinct_pairs", one.bytes(), other.bytes()]),
            deleted_at: None,
            one,
            other,
        }
    }
}
