//! The keys an organization is found by: the folded name and any part of it, pinyin, initials.

use super::names::core_key;
use super::types::Organization;
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result};
use crate::kernel::{lookup, same};
use crate::{group_of, merged_below};

/// `organizations.sort_key` and the organization's lines in `lookup`.
pub static PROJECTION: Projection = Projection {
    name: "organizations_keys",
    sources: &[
        Source {
            noun: Organization::noun,
            via: Via::Own,
        },
        Source {
            noun: Organization::noun,
            via: Via::Column("merged_into"),
        },
        Source {
            noun: Organization::noun,
            via: Via::Merged(BELOW),
        },
    ],
    run,
    subjects: "SELECT id FROM organizations",
    clear: &[
        "DELETE FROM lookup WHERE noun = 8",
        "DELETE FROM lookup_rows WHERE noun = 8",
    ],
    derived: &[
        "SELECT id, sort_key FROM organizations ORDER BY id",
        "SELECT o.id, l.key FROM lookup l JOIN organizations o ON o.n = l.row WHERE l.noun = 8 ORDER BY o.id, l.key",
        "SELECT o.id, l.keys FROM lookup_rows l JOIN organizations o ON o.n = l.row WHERE l.noun = 8 ORDER BY o.id",
    ],
};

/// The organization and everything merged into it.
pub const BELOW: &str = concat!(merged_below!("organizations"), " SELECT id FROM below");

/// `organizations.root`. First of all that is derived: the rest reads it.
pub static ROOT: Projection = Projection {
    name: "organizations_root",
    sources: &[Source {
        noun: Organization::noun,
        via: Via::Merged(BELOW),
    }],
    run: |to, id| same::settle(to, "organizations", id),
    subjects: "SELECT id FROM organizations WHERE merged_into IS NOT NULL",
    clear: &["UPDATE organizations SET root = NULL WHERE root IS NOT NULL"],
    derived: &["SELECT id, root FROM organizations WHERE root IS NOT NULL ORDER BY id"],
};

/// What was merged into another is found as that one, by its core as well.
fn run(to: &Projector<'_>, id: Id) -> Result<()> {
    for id in same::with_root(to, "organizations", id)? {
        lookup::project(to, Organization::noun(), id, false, || cores(to, id))?;
    }
    Ok(())
}

fn cores(to: &Projector<'_>, id: Id) -> Result<Vec<String>> {
    to.read.all(
        concat!(
            "SELECT name FROM organizations WHERE id IN ",
            group_of!("organizations", "?1")
        ),
        [id],
        |row| Ok(core_key(&row.get::<_, String>(0)?)),
    )
}
