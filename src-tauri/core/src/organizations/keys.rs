//! The keys an organization is found by: the folded name and any part of it, pinyin, initials.

use super::types::Organization;
use crate::kernel::lookup;
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result};

/// `organizations.sort_key` and the organization's lines in `lookup`.
pub static PROJECTION: Projection = Projection {
    name: "organizations_keys",
    sources: &[Source {
        noun: Organization::noun,
        via: Via::Own,
    }],
    run,
    subjects: "SELECT id FROM organizations",
    clear: &["DELETE FROM lookup WHERE noun = 8"],
    derived: &[
        "SELECT id, sort_key FROM organizations ORDER BY id",
        "SELECT o.id, l.key FROM lookup l JOIN organizations o ON o.n = l.row WHERE l.noun = 8 ORDER BY o.id, l.key",
    ],
};

fn run(to: &Projector<'_>, id: Id) -> Result<()> {
    lookup::project(to, Organization::noun(), id, false, || Ok(Vec::new()))
}
