//! Columns of pools, their members, turnover rules and extensions.

use crate::kernel::Id;
use crate::{record, words};

record! {
    /// A pool of deals that nobody holds, beside the common one to which everybody belongs.
    pub struct Pool in "pools", noun 46 {
        cell 1 name: String;
        /// Put away: its deals are in the common pool from then on.
        cell 2 archived_at: Option<i64>;
    }
}

record! {
    /// A member may claim from a pool. Its id comes from both.
    pub struct PoolMember in "pool_members", noun 47 {
        cell 1 pool: Id [refers(pools)];
        cell 2 member: Id [refers(members)];
    }
}

record! {
    /// After how long a deal goes back to the pool.
    pub struct TurnoverRule in "turnover_rules", noun 48 {
        cell 1 name: String;
        /// Whole days: since it was taken over; since then or the last real touch, whichever is later.
        cell 2 clocks { held_days: Option<i64>, silent_days: Option<i64> };
        /// Which deals; JSON arrays of ids and grades, empty: all.
        cell 3 scope {
            pipeline: Option<Id>, stages: String, grades: String, sources: String
        } [refers(pipelines)];
        /// The holder is warned so many days before.
        cell 4 warn_days: i64;
        /// Into which pool; `None`: the common one.
        cell 5 pool: Option<Id> [refers(pools)];
        /// It runs from the night after this moment, milliseconds UTC.
        cell 6 active { active: bool, since: i64 };
    }
}

words! {
    /// What became of a wish for more time.
    pub enum ExtensionState {
        Asked = "asked",
        Granted = "granted",
        Refused = "refused",
    }
}

record! {
    /// A holder asked for more time, and what was decided.
    pub struct Extension in "extensions", noun 49 {
        cell 1 asked {
            deal: Id, member: Option<Id>, at: i64, until_on: String, reason: String
        } [refers(deals), refers(members by member)];
        /// The last day on which no rule takes the deal.
        cell 2 answer {
            state: ExtensionState, granted_until: Option<String>, answered_by: Option<Id>,
            answered_at: Option<i64>, note: Option<String>
        } [refers(members by answered_by)];
    }
}

/// The identity of a member's place in a pool: two devices that add the same one agree.
pub fn place_of(pool: Id, member: Id) -> Id {
    Id::derived(&[b"pool_members", pool.bytes(), member.bytes()])
}
