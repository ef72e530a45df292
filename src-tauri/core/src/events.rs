//! The one event stream: one line per event and subject, in the order in which it happened.
//! Timelines, journey charts and touch counts read this and nothing else.

use rusqlite::params;

use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result, same};
use crate::organizations::{self, Organization};
use crate::people::{self, Person};
use crate::pipeline::{Deal, Holding, StageMove};
use crate::touchpoints::Touchpoint;
use crate::{merged_below, root_of};

/// Whose stream it is; `events.subject_kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    Person = 1,
    Organization = 2,
    Deal = 3,
}

/// What happened; `events.kind`. `ref_n` is the row number in the noun's own table.
pub mod kind {
    /// A touchpoint in which the other side took part.
    pub const TOUCH: i64 = 1;
    /// A touchpoint in which it did not: no answer, a note.
    pub const ATTEMPT: i64 = 2;
    pub const STAGE_MOVE: i64 = 3;
    pub const HOLDING: i64 = 4;
}

/// Lines of touchpoints.
pub static OF_TOUCHPOINTS: Projection = Projection {
    name: "events_of_touchpoints",
    sources: &[
        Source { noun: Touchpoint::noun, via: Via::Own },
        Source { noun: Person::noun, via: Via::WhenMade("SELECT id FROM touchpoints WHERE person = ?1") },
        Source { noun: Organization::noun, via: Via::WhenMade("SELECT id FROM touchpoints WHERE organization = ?1") },
        Source { noun: Deal::noun, via: Via::WhenMade("SELECT id FROM touchpoints WHERE deal = ?1") },
        Source { noun: Person::noun, via: Via::Merged(concat!(
            merged_below!("people"), " SELECT t.id FROM below JOIN touchpoints t ON t.person = below.id")) },
        Source { noun: Organization::noun, via: Via::Merged(concat!(
            merged_below!("organizations"), " SELECT t.id FROM below JOIN touchpoints t ON t.organization = below.id")) },
    ],
    run: touchpoint_lines,
    subjects: "SELECT id FROM touchpoints",
    clear: &["DELETE FROM events WHERE kind IN (1, 2)"],
    derived: &[
        "SELECT e.subject_kind, e.at, e.seq, e.day, e.kind, t.id FROM events e JOIN touchpoints t ON t.n = e.ref_n
         WHERE e.kind IN (1, 2) ORDER BY t.id, e.subject_kind, e.kind",
    ],
};

/// Lines of stage moves and holdings, rewritten deal by deal.
pub static OF_DEALS: Projection = Projection {
    name: "events_of_deals",
    sources: &[
        Source { noun: Deal::noun, via: Via::Own },
        Source { noun: StageMove::noun, via: Via::Column("deal") },
        Source { noun: Holding::noun, via: Via::Column("deal") },
        Source { noun: Person::noun, via: Via::WhenMade("SELECT id FROM deals WHERE person = ?1") },
        Source { noun: Organization::noun, via: Via::WhenMade("SELECT id FROM deals WHERE organization = ?1") },
        Source { noun: Person::noun, via: Via::Merged(concat!(
            merged_below!("people"), " SELECT d.id FROM below JOIN deals d ON d.person = below.id")) },
        Source { noun: Organization::noun, via: Via::Merged(concat!(
            merged_below!("organizations"), " SELECT d.id FROM below JOIN deals d ON d.organization = below.id")) },
    ],
    run: deal_lines,
    subjects: "SELECT id FROM deals",
    clear: &["DELETE FROM events WHERE kind IN (3, 4)"],
    derived: &[
        "SELECT e.subject_kind, e.at, e.seq, e.day, m.id FROM events e JOIN stage_moves m ON m.n = e.ref_n
         WHERE e.kind = 3 ORDER BY m.id, e.subject_kind",
        "SELECT e.subject_kind, e.at, e.seq, e.day, h.id FROM events e JOIN holdings h ON h.n = e.ref_n
         WHERE e.kind = 4 ORDER BY h.id, e.subject_kind",
    ],
};

/// Touch count and last touch of people.
pub static TOUCHES_OF_PEOPLE: Projection = Projection {
    name: "touches_of_people",
    sources: &[
        Source {
            noun: Person::noun,
            via: Via::Made,
        },
        Source {
            noun: Touchpoint::noun,
            via: Via::Column("person"),
        },
        Source {
            noun: Person::noun,
            via: Via::Column("merged_into"),
        },
        Source {
            noun: Person::noun,
            via: Via::Merged(people::keys::BELOW),
        },
    ],
    run: |to, id| {
        same::with_root(to, "people", id)?
            .into_iter()
            .try_for_each(|id| touches(to, "people", SubjectKind::Person, id))
    },
    subjects: "SELECT id FROM people",
    clear: &[],
    derived: &["SELECT id, touch_count, last_touch_at FROM people ORDER BY id"],
};

/// The same for organizations.
pub static TOUCHES_OF_ORGANIZATIONS: Projection = Projection {
    name: "touches_of_organizations",
    sources: &[
        Source {
            noun: Organization::noun,
            via: Via::Made,
        },
        Source {
            noun: Touchpoint::noun,
            via: Via::Column("organization"),
        },
        Source {
            noun: Organization::noun,
            via: Via::Column("merged_into"),
        },
        Source {
            noun: Organization::noun,
            via: Via::Merged(organizations::keys::BELOW),
        },
    ],
    run: |to, id| {
        same::with_root(to, "organizations", id)?
            .into_iter()
            .try_for_each(|id| touches(to, "organizations", SubjectKind::Organization, id))
    },
    subjects: "SELECT id FROM organizations",
    clear: &[],
    derived: &["SELECT id, touch_count, last_touch_at FROM organizations ORDER BY id"],
};

/// The same for deals.
pub static TOUCHES_OF_DEALS: Projection = Projection {
    name: "touches_of_deals",
    sources: &[
        Source {
            noun: Deal::noun,
            via: Via::Made,
        },
        Source {
            noun: Touchpoint::noun,
            via: Via::Column("deal"),
        },
    ],
    run: |to, id| touches(to, "deals", SubjectKind::Deal, id),
    subjects: "SELECT id FROM deals",
    clear: &[],
    derived: &["SELECT id, touch_count, last_touch_at FROM deals ORDER BY id"],
};

fn touches(to: &Projector<'_>, table: &str, subject: SubjectKind, id: Id) -> Result<()> {
    let changed = to.read.first(
        &format!(
            "SELECT s.n, e.count, e.last FROM {table} s, (
               SELECT count(*) AS count, max(at) AS last FROM events
               WHERE subject_kind = ?2 AND kind = 1 AND subject_n = (SELECT n FROM {table} WHERE id = ?1)) e
             WHERE s.id = ?1 AND (s.touch_count <> e.count OR s.last_touch_at IS NOT e.last)"
        ),
        params![id, subject as i64],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let Some((n, count, last)): Option<(i64, i64, Option<i64>)> = changed else {
        return Ok(());
    };
    to.execute(
        &format!("UPDATE {table} SET touch_count = ?2, last_touch_at = ?3 WHERE n = ?1"),
        params![n, count, last],
    )?;
    Ok(())
}

/// One line of the stream before it has a subject.
struct Line {
    at: i64,
    seq: i64,
    day_only: bool,
    kind: i64,
    ref_n: i64,
}

fn write(to: &Projector<'_>, line: &Line, subjects: [(SubjectKind, Option<i64>); 3]) -> Result<()> {
    for (kind, n) in subjects
        .into_iter()
        .filter_map(|(kind, n)| Some((kind, n?)))
    {
        to.execute(
            "INSERT INTO events (subject_kind, subject_n, at, seq, day, kind, ref_n) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![kind as i64, n, line.at, line.seq, line.day_only, line.kind, line.ref_n],
        )?;
    }
    Ok(())
}

fn forget(to: &Projector<'_>, kinds: [i64; 2], ref_n: i64) -> Result<()> {
    to.execute(
        "DELETE FROM events WHERE kind IN (?1, ?2) AND ref_n = ?3",
        params![kinds[0], kinds[1], ref_n],
    )?;
    Ok(())
}

fn touchpoint_lines(to: &Projector<'_>, id: Id) -> Result<()> {
    let found = to.read.first(
        concat!(
            "SELECT t.n, t.at, t.stamp, t.at_day, t.is_real, t.deleted_at IS NULL,
                (SELECT n FROM people WHERE id = ",
            root_of!("people", "t.person"),
            "), (SELECT n FROM organizations WHERE id = ",
            root_of!("organizations", "t.organization"),
            "), (SELECT n FROM deals WHERE id = t.deal)
         FROM touchpoints t WHERE t.id = ?1"
        ),
        [id],
        |row| {
            let line = Line {
                ref_n: row.get(0)?,
                at: row.get(1)?,
                seq: row.get(2)?,
                day_only: row.get(3)?,
                kind: if row.get(4)? {
                    kind::TOUCH
                } else {
                    kind::ATTEMPT
                },
            };
            let subjects = [
                (SubjectKind::Person, row.get(6)?),
                (SubjectKind::Organization, row.get(7)?),
                (SubjectKind::Deal, row.get(8)?),
            ];
            Ok((line, row.get::<_, bool>(5)?, subjects))
        },
    )?;
    let Some((line, live, subjects)) = found else {
        return Ok(());
    };
    forget(to, [kind::TOUCH, kind::ATTEMPT], line.ref_n)?;
    if live {
        write(to, &line, subjects)
    } else {
        Ok(())
    }
}

fn deal_lines(to: &Projector<'_>, id: Id) -> Result<()> {
    let found = to.read.first(
        concat!(
            "SELECT d.n, d.deleted_at IS NULL, (SELECT n FROM people WHERE id = ",
            root_of!("people", "d.person"),
            "), (SELECT n FROM organizations WHERE id = ",
            root_of!("organizations", "d.organization"),
            ") FROM deals d WHERE d.id = ?1"
        ),
        [id],
        |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, bool>(1)?,
                row.get(2)?,
                row.get(3)?,
            ))
        },
    )?;
    // Moves that name a deal which is not there have no place in any stream, wherever they stood before.
    let (n, live, person, organization) = found.unwrap_or((0, false, None, None));
    let subjects = [
        (SubjectKind::Person, person),
        (SubjectKind::Organization, organization),
        (SubjectKind::Deal, Some(n)),
    ];
    for (table, kind) in [
        ("stage_moves", kind::STAGE_MOVE),
        ("holdings", kind::HOLDING),
    ] {
        let lines = to.read.all(
            &format!(
                "SELECT n, at, stamp, at_day, deleted_at IS NULL FROM {table} WHERE deal = ?1"
            ),
            [id],
            |row| {
                let at: Option<i64> = row.get(1)?;
                Ok((
                    row.get(0)?,
                    at,
                    row.get(2)?,
                    row.get(3)?,
                    row.get::<_, bool>(4)?,
                ))
            },
        )?;
        for (ref_n, at, seq, day_only, kept) in lines {
            forget(to, [kind, kind], ref_n)?;
            if let (true, true, Some(at)) = (live, kept, at) {
                write(
                    to,
                    &Line {
                        at,
                        seq,
                        day_only,
                        kind,
                        ref_n,
                    },
                    subjects,
                )?;
            }
        }
    }
    Ok(())
}
