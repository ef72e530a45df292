//! Pools, what keeps a member from claiming a deal, claiming and giving back.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::settings::{self, HoldingSettings, Room};
use super::types::{Pool, PoolMember, place_of};
use crate::grade_of;
use crate::kernel::text::{filled, required};
use crate::kernel::time::plus_days;
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, Written};
use crate::people::Grade;
use crate::pipeline::{self, Deal, HeldWhy, TurnoverClock};
use crate::team::{Member, Role};

/// A pool in the settings.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PoolView {
    pub id: Id,
    pub name: String,
    /// Who may claim from it.
    pub members: Vec<Id>,
    /// Open deals in it.
    pub deals: i64,
}

/// A pool as its form hands it in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct PoolInput {
    /// `None`: a new one.
    pub id: Option<Id>,
    pub name: String,
    pub members: Vec<Id>,
}

/// The pools beside the common one, by name.
pub fn list(read: &Read<'_>) -> Result<Vec<PoolView>> {
    let rows: Vec<Pool> = read.rows(
        "WHERE deleted_at IS NULL AND archived_at IS NULL ORDER BY name, n",
        [],
    )?;
    let mut all = Vec::new();
    for row in rows {
        all.push(PoolView {
            members: members(read, row.id)?,
            deals: read.value(
                &format!("SELECT count(*) FROM ({LYING}) WHERE pool = ?1"),
                [row.id],
            )?,
            id: row.id,
            name: row.name,
        });
    }
    Ok(all)
}

/// Open deals that nobody holds, each with the pool it lies in.
const LYING: &str = "SELECT d.id, (SELECT h.pool FROM holdings h JOIN pools p ON p.id = h.pool
      AND p.deleted_at IS NULL AND p.archived_at IS NULL
    WHERE h.deal = d.id AND h.deleted_at IS NULL AND h.member IS NULL
    ORDER BY h.at DESC, h.stamp DESC, h.id DESC LIMIT 1) AS pool
  FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
  WHERE d.holder IS NULL AND d.deleted_at IS NULL";

fn members(read: &Read<'_>, pool: Id) -> Result<Vec<Id>> {
    read.all(
        "SELECT x.member FROM pool_members x JOIN members m ON m.id = x.member
         WHERE x.pool = ?1 AND x.deleted_at IS NULL ORDER BY m.name, m.n",
        [pool],
        |row| row.get(0),
    )
}

/// Makes or changes a pool.
pub fn save(db: &Db, input: &PoolInput) -> Result<Written<Id>> {
    let name = required(&input.name, "name")?;
    db.write(Act::new("pool_saved").on(&name), |tx| {
        let mut row = match input.id {
            Some(id) => tx.get::<Pool>(id)?,
            None => Pool {
                n: 0,
                id: tx.fresh_id(),
                deleted_at: None,
                name: String::new(),
                archived_at: None,
            },
        };
        row.name = name.clone();
        tx.put(&row)?;
        let before = members(tx, row.id)?;
        for gone in before.iter().filter(|one| !input.members.contains(one)) {
            tx.delete::<PoolMember>(place_of(row.id, *gone))?;
        }
        for member in &input.members {
            tx.get::<Member>(*member)?;
            tx.put(&PoolMember {
                n: 0,
                id: place_of(row.id, *member),
                deleted_at: None,
                pool: row.id,
                member: *member,
            })?;
        }
        Ok(row.id)
    })
}

/// Puts a pool away; its deals are in the common pool from then on.
pub fn archive(db: &Db, id: Id) -> Result<Written<()>> {
    db.write(Act::new("pool_archived"), |tx| {
        let mut row: Pool = tx.get(id)?;
        tx.name_subject(row.name.clone());
        row.archived_at = Some(tx.now);
        tx.put(&row)?;
        Ok(())
    })
}

/// How a deal came into the pool.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Lying {
    /// Milliseconds UTC; `None`: nobody ever held it.
    pub since: Option<i64>,
    pub why: Option<HeldWhy>,
    pub reason: Option<String>,
    /// The rule that gave it back, by which clock, after how many days.
    pub rule: Option<String>,
    pub clock: Option<TurnoverClock>,
    pub days: Option<i64>,
    /// Who held it before, and until which day they may not claim it.
    pub former: Option<String>,
    pub quarantine: Option<String>,
    /// `None`: the common pool.
    pub pool: Option<String>,
    pub grade: Option<Grade>,
    /// What keeps the member who works here from claiming it.
    pub barred: Option<ClaimBar>,
}

/// What keeps a member from claiming a deal: the code of the refusal, and what its sentence names.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct ClaimBar {
    pub code: String,
    pub params: std::collections::BTreeMap<String, String>,
}

impl ClaimBar {
    fn of(error: &Error) -> Self {
        let named = |(key, value): (&&'static str, &String)| ((*key).to_owned(), value.clone());
        ClaimBar {
            code: error.code.as_str().to_owned(),
            params: error.params.iter().map(named).collect(),
        }
    }
}

/// How a deal lies in the pool, as far as claiming it asks.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub deal: Id,
    pub since: Option<i64>,
    pub former: Option<Id>,
    pool: Option<Id>,
    pool_name: Option<String>,
    pub grade: Option<Grade>,
    pub region: Option<String>,
    told: (Option<HeldWhy>, Option<String>, Option<String>),
    counted: (Option<TurnoverClock>, Option<i64>),
    former_name: Option<String>,
}

/// SELECT … FROM of [`place`], to be followed by WHERE; `d` is the deal, `h` what brought it into the pool.
const PLACE: &str = concat!(
    "SELECT d.id, h.at, (SELECT f.member FROM holdings f WHERE f.deal = d.id AND f.deleted_at IS NULL
       AND f.member IS NOT NULL ORDER BY f.at DESC, f.stamp DESC, f.id DESC LIMIT 1) AS former,
     p.id, p.name, ",
    grade_of!(),
    ", (SELECT region FROM organizations WHERE id = ",
    crate::root_of!("organizations", "d.organization"),
    "), h.why, h.reason, r.name, h.clock, h.days
     FROM deals d LEFT JOIN holdings h ON h.n = (SELECT x.n FROM holdings x WHERE x.deal = d.id
         AND x.deleted_at IS NULL AND x.member IS NULL ORDER BY x.at DESC, x.stamp DESC, x.id DESC LIMIT 1)
       LEFT JOIN pools p ON p.id = h.pool AND p.deleted_at IS NULL AND p.archived_at IS NULL
       LEFT JOIN turnover_rules r ON r.id = h.rule
       LEFT JOIN stages s ON s.id = d.stage"
);

fn place(row: &rusqlite::Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        deal: row.get(0)?,
        since: row.get(1)?,
        former: row.get(2)?,
        pool: row.get(3)?,
        pool_name: row.get(4)?,
        grade: row.get(5)?,
        region: row.get(6)?,
        told: (row.get(7)?, row.get(8)?, row.get(9)?),
        counted: (row.get(10)?, row.get(11)?),
        former_name: None,
    })
}

/// All open deals in the pool, those that lie there longest first.
pub(super) fn places(read: &Read<'_>) -> Result<Vec<Place>> {
    read.all(
        &format!(
            "{PLACE} WHERE d.holder IS NULL AND d.deleted_at IS NULL AND s.kind NOT IN ('won', 'lost')
             ORDER BY h.at, d.n"
        ),
        [],
        place,
    )
}

fn place_by_id(read: &Read<'_>, deal: Id) -> Result<Option<Place>> {
    read.first(
        &format!(
            "{PLACE} WHERE d.id = ?1 AND d.holder IS NULL AND d.deleted_at IS NULL
               AND s.kind NOT IN ('won', 'lost')"
        ),
        [deal],
        place,
    )
}

/// How deals lie in the pool; those that somebody holds are left out.
pub fn lying(read: &Read<'_>, deals: &[Id]) -> Result<HashMap<Id, Lying>> {
    let ids: Vec<String> = deals
        .iter()
        .map(|id| format!("x'{}'", id.0.simple()))
        .collect();
    let sql = format!(
        "{PLACE} WHERE d.id IN ({}) AND d.holder IS NULL AND d.deleted_at IS NULL",
        ids.join(", ")
    );
    let found = read.uncached(&sql, place)?;
    let bars = Bars::load(read)?;
    let names: HashMap<Id, String> = read
        .all("SELECT id, name FROM members", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .into_iter()
        .collect();
    let me = match read.me {
        Some(me) => Some(Claimer::load(read, me)?),
        None => None,
    };
    let lying = found.into_iter().map(|mut place| {
        place.former_name = place.former.and_then(|member| names.get(&member).cloned());
        let barred = me
            .as_ref()
            .and_then(|me| bars.bar(me, &place, read.today()));
        (place.deal, place.view(barred.as_ref(), &bars, read))
    });
    Ok(lying.collect())
}

impl Place {
    fn view(self, barred: Option<&Error>, bars: &Bars, read: &Read<'_>) -> Lying {
        let held_back = bars.free_on(self.since).filter(|_| self.former.is_some());
        let (why, reason, rule) = self.told;
        Lying {
            since: self.since,
            why,
            reason,
            rule,
            clock: self.counted.0,
            days: self.counted.1,
            former: self.former_name,
            quarantine: held_back
                .filter(|day| *day > read.today())
                .map(|day| day.to_string()),
            pool: self.pool_name,
            grade: self.grade,
            barred: barred.map(ClaimBar::of),
        }
    }
}

/// What a member may still take.
pub(super) struct Claimer {
    pub member: Member,
    pub room: Room,
    claimed_today: i64,
}

impl Claimer {
    pub fn load(read: &Read<'_>, member: Id) -> Result<Self> {
        let member: Member = read.get(member)?;
        Ok(Claimer {
            room: settings::room(read, &member)?,
            claimed_today: read.value(
                "SELECT count(*) FROM holdings WHERE member = ?1 AND why = ?2 AND deleted_at IS NULL AND at >= ?3",
                params![member.id, HeldWhy::Claimed, read.zone.midnight(read.today())],
            )?,
            member,
        })
    }
}

/// The rules of the pool, read once for many deals.
pub(super) struct Bars {
    pub settings: HoldingSettings,
    places: HashMap<Id, Vec<Id>>,
    zone: crate::kernel::time::Zone,
}

impl Bars {
    pub fn load(read: &Read<'_>) -> Result<Self> {
        let pairs: Vec<(Id, Id)> = read.all(
            "SELECT pool, member FROM pool_members WHERE deleted_at IS NULL",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut places: HashMap<Id, Vec<Id>> = HashMap::new();
        for (pool, member) in pairs {
            places.entry(pool).or_default().push(member);
        }
        Ok(Bars {
            settings: settings::get(read)?,
            places,
            zone: read.zone,
        })
    }

    /// The first day on which a former holder may claim again what lies in the pool since then.
    fn free_on(&self, since: Option<i64>) -> Option<NaiveDate> {
        since.map(|at| plus_days(self.zone.day(at), self.settings.quarantine_days))
    }

    /// What keeps a member from holding this deal whatever their room: the pool, the quarantine, the grade.
    pub fn unfit(&self, member: &Member, place: &Place, today: NaiveDate) -> Option<Error> {
        if let Some(pool) = place.pool
            && member.role != Role::Founder
            && !self
                .places
                .get(&pool)
                .is_some_and(|all| all.contains(&member.id))
        {
            let name = place.pool_name.clone().unwrap_or_default();
            return Some(Error::new(Code::PoolClosed).with("name", name));
        }
        if let Some(day) = self.free_on(place.since).filter(|day| *day > today)
            && place.former == Some(member.id)
        {
            return Some(Error::new(Code::Quarantined).with("until", day));
        }
        match place.grade {
            Some(grade) if !self.settings.fits(member.seniority, Some(grade)) => Some(
                Error::new(Code::GradeUnfit)
                    .with("grade", grade)
                    .with("seniority", member.seniority.word()),
            ),
            _ => None,
        }
    }

    /// What keeps a member from claiming this deal now.
    pub fn bar(&self, who: &Claimer, place: &Place, today: NaiveDate) -> Option<Error> {
        if let Some(unfit) = self.unfit(&who.member, place, today) {
            return Some(unfit);
        }
        if who.claimed_today >= self.settings.claims_a_day {
            let limit = self.settings.claims_a_day;
            return Some(Error::new(Code::ClaimsSpent).with("limit", limit));
        }
        full(&who.member, &who.room, 1)
    }
}

/// The refusal when a member would hold more than their cap with so many more.
pub(super) fn full(member: &Member, room: &Room, more: i64) -> Option<Error> {
    if room.free() >= more {
        return None;
    }
    let code = match room.cap {
        0 => Code::CapZero,
        _ => Code::CapReached,
    };
    Some(
        Error::new(code)
            .with("name", &member.name)
            .with("held", room.held)
            .with("cap", room.cap),
    )
}

/// A member claims a deal out of the pool; the one who works here unless another is named.
pub fn claim(db: &Db, deal: Id, member: Option<Id>) -> Result<Written<()>> {
    db.write(Act::new("deal_claimed"), |tx| {
        let member = member
            .or(tx.me)
            .ok_or_else(|| Error::new(Code::NobodyHere))?;
        let row: Deal = tx.get(deal)?;
        tx.name_subject(row.name.clone());
        let place = place_by_id(tx, deal)?
            .ok_or_else(|| Error::new(Code::NotInPool).with("name", row.name))?;
        let who = Claimer::load(tx, member)?;
        if let Some(refusal) = Bars::load(tx)?.bar(&who, &place, tx.today()) {
            return Err(refusal);
        }
        pipeline::hand(tx, deal, Some(member), HeldWhy::Claimed, None, None)
    })
}

/// Gives deals back to a pool, saying why; `None`: the common one. Those that nobody holds stay as they are.
pub fn give_back(
    db: &Db,
    deals: &[Id],
    pool: Option<Id>,
    reason: Option<String>,
) -> Result<Written<i64>> {
    let reason = filled(reason);
    db.write(Act::new("deal_returned"), |tx| {
        if let Some(pool) = pool {
            tx.get::<Pool>(pool)?;
        }
        let mut count = 0;
        for id in deals {
            let deal: Deal = tx.get(*id)?;
            if deal.holder.is_some() {
                pipeline::hand(tx, *id, None, HeldWhy::Returned, pool, reason.clone())?;
                count += 1;
            }
            let subject = match deals {
                [_] => deal.name,
                _ => deals.len().to_string(),
            };
            tx.name_subject(subject);
        }
        Ok(count)
    })
}
