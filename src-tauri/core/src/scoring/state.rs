//! Where scores stand: four columns of the deal, derived and never logged. Rules that change rescore every
//! deal in one pass; whatever else changes rescores the deals it concerns; when the day turns, those deals of
//! which a touch left a window.

use chrono::NaiveDate;
use rusqlite::params;

use super::facts::{self, Subject};
use super::rules::ScoreRules;
use super::score::{AsOf, Ready, Score};
use super::{KEY, rules};
use crate::fields::FieldValue;
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::settings::{self, Setting};
use crate::kernel::time::Zone;
use crate::kernel::{Db, Id, Read, Record, Result, same};
use crate::organizations::{self, Organization, Position};
use crate::people::{self, Person};
use crate::pipeline::{Deal, Stage, StageMove};
use crate::touchpoints::Touchpoint;

/// Every deal anew, when the rules or the zone change.
pub static OF_ALL: Projection = Projection {
    name: "scores",
    sources: &[Source {
        noun: Setting::noun,
        via: Via::Own,
    }],
    run: |to, setting| match concerns(setting) {
        true => rescore(to),
        false => Ok(()),
    },
    subjects: "SELECT id FROM settings WHERE key = 'scoring'",
    clear: &[
        "UPDATE deals SET fit_now = NULL, fit_points = NULL, level_now = NULL, level_points = NULL
         WHERE fit_now IS NOT NULL OR level_now IS NOT NULL",
    ],
    derived: &["SELECT id, fit_now, fit_points, level_now, level_points FROM deals ORDER BY id"],
};

/// One deal. A rebuild has done them all above.
pub static OF_DEALS: Projection = Projection {
    name: "scores_of_deals",
    sources: &[
        Source {
            noun: Deal::noun,
            via: Via::Own,
        },
        Source {
            noun: StageMove::noun,
            via: Via::Column("deal"),
        },
        Source {
            noun: Touchpoint::noun,
            via: Via::Column("deal"),
        },
        Source {
            noun: FieldValue::noun,
            via: Via::Column("row"),
        },
        Source {
            noun: Stage::noun,
            via: Via::Found("SELECT id FROM deals WHERE stage = ?1"),
        },
    ],
    run: |to, deal| match ready(to)? {
        Some((rules, as_of)) => score_one(to, &Ready::of(&rules), as_of, deal),
        None => Ok(()),
    },
    subjects: "SELECT id FROM deals WHERE 0",
    clear: &[],
    derived: &[],
};

/// The deals of a person.
pub static OF_PEOPLE: Projection = Projection {
    name: "scores_of_people",
    sources: &[
        Source {
            noun: Person::noun,
            via: Via::Own,
        },
        Source {
            noun: Person::noun,
            via: Via::Column("merged_into"),
        },
        Source {
            noun: Person::noun,
            via: Via::Merged(people::keys::BELOW),
        },
        Source {
            noun: Position::noun,
            via: Via::Column("person"),
        },
        Source {
            noun: Touchpoint::noun,
            via: Via::Column("person"),
        },
        Source {
            noun: FieldValue::noun,
            via: Via::Column("row"),
        },
    ],
    run: |to, person| score_named(to, "person", "people", person),
    subjects: "SELECT id FROM people WHERE 0",
    clear: &[],
    derived: &[],
};

/// The deals of an organization.
pub static OF_ORGANIZATIONS: Projection = Projection {
    name: "scores_of_organizations",
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
            via: Via::Merged(organizations::keys::BELOW),
        },
        Source {
            noun: Touchpoint::noun,
            via: Via::Column("organization"),
        },
        Source {
            noun: FieldValue::noun,
            via: Via::Column("row"),
        },
    ],
    run: |to, organization| score_named(to, "organization", "organizations", organization),
    subjects: "SELECT id FROM organizations WHERE 0",
    clear: &[],
    derived: &[],
};

fn concerns(setting: Id) -> bool {
    [KEY, settings::ZONE]
        .iter()
        .any(|key| Id::derived(&[b"settings", key.as_bytes()]) == setting)
}

/// The day up to which touches are counted: the last that was turned to, so that a rebuild gives the same.
fn day_of(read: &Read<'_>) -> Result<Option<NaiveDate>> {
    let day: Option<String> = read.first("SELECT day_on FROM scored", [], |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// The moment that open deals are scored as of.
pub fn as_of(read: &Read<'_>) -> Result<AsOf> {
    let day = day_of(read)?.unwrap_or_else(|| read.today());
    Ok(AsOf::end_of(read.zone, day))
}

fn ready(to: &Projector<'_>) -> Result<Option<(ScoreRules, AsOf)>> {
    match rules(&to.read)? {
        Some(rules) => Ok(Some((rules, as_of(&to.read)?))),
        None => Ok(None),
    }
}

/// Every deal by the rules in force, from one look at each table.
fn rescore(to: &Projector<'_>) -> Result<()> {
    // The zone may have been set in this very action.
    let zone = settings::get(&to.read, settings::ZONE)?.and_then(|zone| zone.parse().ok());
    let mut read = to.read;
    read.zone = zone.map_or(read.zone, Zone);
    let Some(rules) = rules(&read)? else {
        for sql in OF_ALL.clear {
            to.execute(sql, [])?;
        }
        return Ok(());
    };
    to.execute(
        "INSERT OR IGNORE INTO scored (only, day_on) VALUES (1, ?1)",
        [read.today().to_string()],
    )?;
    let ready = Ready::of(&rules);
    for deal in facts::all(&read, &ready, as_of(&read)?)? {
        keep(to, &ready, &deal)?;
    }
    Ok(())
}

fn score_one(to: &Projector<'_>, ready: &Ready<'_>, as_of: AsOf, deal: Id) -> Result<()> {
    match facts::one(&to.read, ready, as_of, deal)? {
        Some(deal) => keep(to, ready, &deal),
        // In the bin: it has no score there, and gets one when it comes back.
        None => {
            to.execute(
                "UPDATE deals SET fit_now = NULL, fit_points = NULL, level_now = NULL, level_points = NULL
                 WHERE id = ?1 AND (fit_now IS NOT NULL OR level_now IS NOT NULL)",
                [deal],
            )?;
            Ok(())
        }
    }
}

fn score_named(to: &Projector<'_>, column: &str, table: &'static str, id: Id) -> Result<()> {
    let Some((rules, as_of)) = ready(to)? else {
        return Ok(());
    };
    let ready = Ready::of(&rules);
    for id in same::with_root(to, table, id)? {
        let names = same::names_it(to, table, column, id)?;
        let sql = format!("SELECT id FROM deals WHERE {names} AND deleted_at IS NULL");
        let deals: Vec<Id> = to.read.all(&sql, [id], |row| row.get(0))?;
        for deal in deals {
            score_one(to, &ready, as_of, deal)?;
        }
    }
    Ok(())
}

fn keep(to: &Projector<'_>, ready: &Ready<'_>, deal: &Subject) -> Result<()> {
    let score = ready.score(&deal.facts, &deal.touches, deal.ever, deal.as_of);
    let Score {
        fit,
        fit_points,
        level,
        level_points,
    } = score;
    let stands = (
        fit.map(|fit| fit.word().to_owned()),
        fit_points,
        level,
        level_points,
    );
    if stands != *deal.stored() {
        to.execute(
            "UPDATE deals SET fit_now = ?2, fit_points = ?3, level_now = ?4, level_points = ?5 WHERE n = ?1",
            params![deal.n, stands.0, stands.1, stands.2, stands.3],
        )?;
    }
    Ok(())
}

/// Turns to today: rescores the deals of which a touch has left a window, or one written down ahead has come.
/// Where nothing is scored, or today is counted already, nothing is done. True: some deals were rescored.
pub fn turn(db: &Db) -> Result<bool> {
    let due = db.read(|read| {
        let day = day_of(read)?;
        Ok(day.is_some_and(|day| day != read.today()) && rules(read)?.is_some())
    })?;
    if !due {
        return Ok(false);
    }
    db.rederive(|to| {
        let (Some(before), Some(rules)) = (day_of(&to.read)?, rules(&to.read)?) else {
            return Ok(false);
        };
        let today = to.read.today();
        to.execute("UPDATE scored SET day_on = ?1", [today.to_string()])?;
        let ready = Ready::of(&rules);
        let spans = spans(&rules, to.read.zone, before, today);
        let as_of = as_of(&to.read)?;
        let mut deals = std::collections::BTreeSet::new();
        for (from, until) in spans {
            deals.extend(touched(&to.read, from, until)?);
        }
        let some = !deals.is_empty();
        for deal in deals {
            score_one(to, &ready, as_of, deal)?;
        }
        Ok(some)
    })
}

/// The instants, half open, whose touches count on one of two days only.
fn spans(rules: &ScoreRules, zone: Zone, before: NaiveDate, today: NaiveDate) -> Vec<(i64, i64)> {
    let (old, new) = (AsOf::end_of(zone, before), AsOf::end_of(zone, today));
    let ordered = |a: i64, b: i64| (a.min(b), a.max(b));
    let mut spans = vec![ordered(old.until + 1, new.until + 1)];
    for rule in &rules.engagement {
        let span = ordered(old.since(rule.days), new.since(rule.days));
        if !spans.contains(&span) {
            spans.push(span);
        }
    }
    spans
}

/// The open deals for which touches of a span count.
fn touched(read: &Read<'_>, from: i64, until: i64) -> Result<Vec<Id>> {
    read.all(
        &format!(
            "WITH moved AS MATERIALIZED (SELECT deal, person, organization FROM touchpoints INDEXED BY touchpoints_by_time
               WHERE at >= ?1 AND at < ?2 AND deleted_at IS NULL)
             SELECT deal FROM moved WHERE deal IS NOT NULL
             UNION SELECT d.id FROM moved JOIN deals d ON d.person IN {} WHERE moved.deal IS NULL
             UNION SELECT d.id FROM moved JOIN deals d ON d.organization IN {} WHERE moved.deal IS NULL",
            same::group("people", &same::root_sql("people", "moved.person")),
            same::group("organizations", &same::root_sql("organizations", "moved.organization"))
        ),
        params![from, until],
        |row| row.get(0),
    )
}
