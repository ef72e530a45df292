//! Handing over: some deals, or everything that somebody who leaves looks after. One action, in slices where it
//! is much.

use serde::{Deserialize, Serialize};

use super::pool::full;
use super::settings;
use crate::followups::Followup;
use crate::kernel::text::filled;
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, WriteTx};
use crate::organizations::Organization;
use crate::people::Person;
use crate::pipeline::{self, HeldWhy};
use crate::team::Member;

/// Rows written in one transaction.
const SLICE: usize = if cfg!(test) { 3 } else { 1_000 };

/// Who hands what over to whom.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct HandoverInput {
    /// These deals; `None`: everything that `from` looks after.
    pub deals: Option<Vec<Id>>,
    pub from: Option<Id>,
    pub to: Id,
    pub reason: Option<String>,
    /// Also where the new holder then holds more than their cap.
    pub anyway: bool,
}

/// How much of each was, or would be, handed over.
#[derive(Debug, Clone, Default, PartialEq, Serialize, specta::Type)]
pub struct HandoverDone {
    pub deals: i64,
    /// Of these, open ones: they count against the cap.
    pub open: i64,
    pub people: i64,
    pub organizations: i64,
    pub followups: i64,
    pub action: Option<Id>,
}

/// Something that somebody looks after.
#[derive(Debug, Clone, Copy)]
enum Thing {
    Deal(Id),
    Person(Id),
    Organization(Id),
    Followup(Id),
}

/// What a member looks after, as far as it is handed over when they leave.
pub fn everything(read: &Read<'_>, from: Id) -> Result<HandoverDone> {
    let things = all_of(read, from)?;
    counted(read, &things)
}

fn all_of(read: &Read<'_>, from: Id) -> Result<Vec<Thing>> {
    let find = |sql: &str, thing: fn(Id) -> Thing| -> Result<Vec<Thing>> {
        read.all(sql, [from], |row| Ok(thing(row.get(0)?)))
    };
    let mut all = find(
        "SELECT id FROM deals WHERE holder = ?1 AND deleted_at IS NULL ORDER BY n",
        Thing::Deal,
    )?;
    all.extend(find(
        "SELECT id FROM people WHERE owner = ?1 AND deleted_at IS NULL ORDER BY n",
        Thing::Person,
    )?);
    all.extend(find(
        "SELECT id FROM organizations WHERE owner = ?1 AND deleted_at IS NULL ORDER BY n",
        Thing::Organization,
    )?);
    all.extend(find(
        "SELECT id FROM followups WHERE member = ?1 AND state = 'open' AND deleted_at IS NULL ORDER BY n",
        Thing::Followup,
    )?);
    Ok(all)
}

fn counted(read: &Read<'_>, things: &[Thing]) -> Result<HandoverDone> {
    let mut done = HandoverDone::default();
    for thing in things {
        match thing {
            Thing::Deal(id) => {
                done.deals += 1;
                done.open += i64::from(is_open(read, *id)?);
            }
            Thing::Person(_) => done.people += 1,
            Thing::Organization(_) => done.organizations += 1,
            Thing::Followup(_) => done.followups += 1,
        }
    }
    Ok(done)
}

fn is_open(read: &Read<'_>, deal: Id) -> Result<bool> {
    read.value(
        "SELECT EXISTS (SELECT 1 FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
         WHERE d.id = ?1 AND d.deleted_at IS NULL)",
        [deal],
    )
}

/// Hands over. Refused when the new holder would then hold more than their cap, unless `anyway`.
pub fn run(db: &Db, input: &HandoverInput) -> Result<HandoverDone> {
    let (things, mut done, subject) = db.read(|read| plan(read, input))?;
    let label = match input.deals {
        Some(_) => "deals_handed_over",
        None => "everything_handed_over",
    };
    let reason = filled(input.reason.clone());
    let mut long = db.long(Act::new(label).on(subject));
    for some in things.chunks(SLICE) {
        let written = long.slice(|tx| {
            some.iter()
                .try_for_each(|thing| hand(tx, *thing, input.to, reason.as_deref()))
        });
        if let Err(error) = written {
            long.cancel()?;
            return Err(error);
        }
    }
    (done.action, _) = long.finish()?;
    Ok(done)
}

fn plan(read: &Read<'_>, input: &HandoverInput) -> Result<(Vec<Thing>, HandoverDone, String)> {
    let to: Member = read.get(input.to)?;
    let (things, subject) = match (&input.deals, input.from) {
        (Some(deals), _) => {
            let mut some = Vec::new();
            for id in deals {
                let deal: pipeline::Deal = read.get(*id)?;
                if deal.holder != Some(to.id) {
                    some.push(Thing::Deal(*id));
                }
            }
            (some, to.name.clone())
        }
        (None, Some(from)) => {
            if from == to.id {
                return Err(Error::invalid("to"));
            }
            let from: Member = read.get(from)?;
            (
                all_of(read, from.id)?,
                format!("{} → {}", from.name, to.name),
            )
        }
        (None, None) => return Err(Error::invalid("from")),
    };
    let done = counted(read, &things)?;
    if !input.anyway {
        let room = settings::room(read, &to)?;
        if let Some(refusal) = full(&to, &room, done.open).filter(|_| done.open > 0) {
            return Err(refusal.with("count", done.open));
        }
    }
    if !to.active {
        return Err(Error::new(Code::MemberGone).with("name", to.name));
    }
    Ok((things, done, subject))
}

fn hand(tx: &mut WriteTx<'_>, thing: Thing, to: Id, reason: Option<&str>) -> Result<()> {
    match thing {
        Thing::Deal(id) => {
            let reason = reason.map(str::to_owned);
            pipeline::hand(tx, id, Some(to), HeldWhy::HandedOver, None, reason)
        }
        Thing::Person(id) => {
            let mut row: Person = tx.get(id)?;
            row.owner = Some(to);
            tx.put(&row).map(drop)
        }
        Thing::Organization(id) => {
            let mut row: Organization = tx.get(id)?;
            row.owner = Some(to);
            tx.put(&row).map(drop)
        }
        Thing::Followup(id) => {
            let mut row: Followup = tx.get(id)?;
            row.member = Some(to);
            tx.put(&row).map(drop)
        }
    }
}
