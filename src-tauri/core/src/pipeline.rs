//! Deals: one record from first contact to cash, its stages, who holds it.

mod defaults;
pub mod entering;
pub mod grade;
pub mod owners;
pub mod reasons;
pub mod roles;
pub mod setup;
pub mod state;
mod store;
pub mod touches;
mod types;
mod views;

pub use defaults::{default_stage, make_default};
pub use store::{
    GLANCE, days_since, glance, glance_of, glances, idle_days, money, open_count, open_of_person,
    pipelines, stage_named, stages,
};
pub use types::{
    Deal, DealRole, DealRoleKind, HeldWhy, Holding, Pipeline, SourceLine, Stage, StageKind,
    StageMove, TurnoverClock,
};
pub use views::{DealGlance, DealInput, DealSaved, DealScore, PipelineRef};

use crate::catalog;
use crate::kernel::text::{filled, required};
use crate::kernel::{Act, Db, Error, Id, Read, Result, WriteTx, Written};
use crate::organizations;
use crate::team::{self, MemberRef};

/// Moves a deal to a stage, now. Moving it where it stands changes nothing.
pub fn move_to(db: &Db, deal: Id, stage: &str, reason: Option<String>) -> Result<Written<()>> {
    db.write(Act::new("deal_moved"), |tx| {
        let current: Deal = tx.get(deal)?;
        tx.name_subject(current.name.clone());
        move_into(tx, &current, stage, filled(reason))
    })
}

fn move_into(tx: &mut WriteTx<'_>, deal: &Deal, stage: &str, reason: Option<String>) -> Result<()> {
    let pipeline = match deal.stage {
        Some(stage) => Some(tx.get::<Stage>(stage)?.pipeline),
        None => None,
    };
    let stage = store::stage_named(tx, stage, pipeline)?;
    if deal.stage == Some(stage.id) {
        return Ok(());
    }
    entering::demand(tx, deal, &stage)?;
    enter(tx, deal, &stage, reason)
}

/// Writes the move of a deal into a stage at this moment, after whatever it went through before.
fn enter(tx: &mut WriteTx<'_>, deal: &Deal, stage: &Stage, reason: Option<String>) -> Result<()> {
    let id = tx.fresh_id();
    let (me, now) = (tx.me, tx.now);
    // A clock that was set back must not send the deal back: the move stands after the last one.
    let at = i64::max(
        now,
        deal.stage_at.map_or(now, |last| last.saturating_add(1)),
    );
    let moved = StageMove {
        n: 0,
        id,
        deleted_at: None,
        deal: deal.id,
        stage: stage.id,
        at: Some(at),
        at_day: false,
        place: stage.place,
        member: me,
        reason,
    };
    tx.put_new(&moved)?;
    Ok(())
}

/// Makes or changes a deal. A new one enters its stage and is held by the member who works here.
pub fn save(db: &Db, input: DealInput) -> Result<DealSaved> {
    let name = required(&input.name, "name")?;
    let written = db.write(Act::new("deal_saved").on(&name), |tx| {
        let organization = match filled(input.organization.clone()) {
            Some(name) => Some(organizations::find_or_make(tx, &name)?),
            None => None,
        };
        let held_by = match organization {
            Some(organization) => held_by_another(tx, organization, input.id)?,
            None => None,
        };
        let mut deal = match input.id {
            Some(id) => tx.get(id)?,
            None => empty(tx.fresh_id(), &name),
        };
        deal.name = name.clone();
        deal.organization = organization;
        deal.person = input.person;
        deal.product = match filled(input.product.clone()) {
            Some(product) => Some(product_named(tx, &product)?),
            None => None,
        };
        deal.amount_minor = input.amount.as_ref().map(|amount| amount.minor);
        deal.currency = input.amount.as_ref().map(|amount| amount.currency.clone());
        deal.note = filled(input.note.clone());
        if input.id.is_none() {
            open(tx, &deal, input.stage)?;
        } else {
            tx.put(&deal)?;
        }
        Ok((deal.id, held_by))
    })?;
    let (id, held_by) = written.value;
    Ok(DealSaved {
        id,
        action: written.action,
        held_by,
    })
}

/// Writes a new deal: it enters `stage`, or the first of the first pipeline, and the member who works
/// here holds it.
pub fn open(tx: &mut WriteTx<'_>, deal: &Deal, stage: Option<Id>) -> Result<()> {
    tx.put(deal)?;
    let stage = first_or(tx, stage)?;
    entering::demand(tx, deal, &stage)?;
    enter(tx, deal, &stage, None)?;
    let me = tx.me;
    hand(tx, deal.id, me, HeldWhy::Opened, None, None)
}

/// Sets one field of a deal from what was typed; `None` empties it. `owner` is who holds it, a member's
/// id; an amount is minor units and currency: "8600000 CNY"; `stage` moves it, by id or name.
pub fn set(tx: &mut WriteTx<'_>, id: Id, field: &str, typed: Option<&str>) -> Result<()> {
    let mut deal: Deal = tx.get(id)?;
    match field {
        "name" => deal.name = required(typed.unwrap_or_default(), "name")?,
        "note" => deal.note = filled(typed.map(str::to_owned)),
        "amount" => {
            let broken = || Error::invalid("amount").because(typed.unwrap_or_default());
            let amount = match typed {
                Some(typed) => Some(typed.split_once(' ').ok_or_else(broken)?),
                None => None,
            };
            deal.amount_minor = amount
                .map(|(minor, _)| minor.parse().map_err(|_| broken()))
                .transpose()?;
            deal.currency = amount.map(|(_, currency)| currency.to_owned());
        }
        "product" => {
            deal.product = match filled(typed.map(str::to_owned)) {
                Some(product) => Some(product_named(tx, &product)?),
                None => None,
            }
        }
        "close_on" => {
            deal.close_on = organizations::day(typed, "close_on")?.map(|day| day.to_string())
        }
        "source" => {
            deal.source = match filled(typed.map(str::to_owned)) {
                Some(source) => Some(catalog::source(tx, &source)?),
                None => None,
            }
        }
        "stage" => {
            let stage = typed.ok_or_else(|| Error::invalid("stage"))?;
            return move_into(tx, &deal, stage, None);
        }
        "person" => deal.person = typed.map(str::parse).transpose()?,
        "organization" => {
            deal.organization = match filled(typed.map(str::to_owned)) {
                Some(name) => Some(organizations::find_or_make(tx, &name)?),
                None => None,
            }
        }
        "owner" => {
            let member = typed.map(str::parse).transpose()?;
            if member != deal.holder {
                hold(tx, id, member, None)?;
            }
        }
        _ => return Err(Error::invalid("field").because(field)),
    }
    tx.put(&deal)?;
    Ok(())
}

/// A deal of which only the name is known.
pub fn empty(id: Id, name: &str) -> Deal {
    Deal {
        n: 0,
        id,
        deleted_at: None,
        name: name.to_owned(),
        organization: None,
        person: None,
        product: None,
        amount_minor: None,
        currency: None,
        note: None,
        imported: false,
        close_on: None,
        source: None,
        locked_at: None,
        locked_why: None,
        stage: None,
        stage_at: None,
        stage_day: false,
        holder: None,
        held_at: None,
        clock_at: None,
        next_on: None,
        sort_key: String::new(),
        touch_count: 0,
        last_touch_at: None,
        fit_now: None,
        level_now: None,
    }
}

/// Hands a deal to a member, or to the pool.
pub fn hold(
    tx: &mut WriteTx<'_>,
    deal: Id,
    member: Option<Id>,
    reason: Option<String>,
) -> Result<()> {
    let why = match member {
        Some(_) => HeldWhy::HandedOver,
        None => HeldWhy::Returned,
    };
    hand(tx, deal, member, why, None, reason)
}

/// The same, saying how it came to that, and into which pool; `None`: the common one.
pub fn hand(
    tx: &mut WriteTx<'_>,
    deal: Id,
    member: Option<Id>,
    why: HeldWhy,
    pool: Option<Id>,
    reason: Option<String>,
) -> Result<()> {
    let held_at: Option<Option<i64>> =
        tx.first("SELECT held_at FROM deals WHERE id = ?1", [deal], |row| {
            row.get(0)
        })?;
    // A clock that was set back must not give the deal back to who held it before.
    let after = held_at.flatten().map(|last| last.saturating_add(1));
    tx.put_new(&Holding {
        n: 0,
        id: tx.fresh_id(),
        deleted_at: None,
        deal,
        member,
        at: after.map_or(tx.now, |after| after.max(tx.now)),
        at_day: false,
        reason,
        why: Some(why),
        pool,
        rule: None,
        clock: None,
        days: None,
    })?;
    Ok(())
}

/// The identity of what a file says of who holds a deal. Nobody knows since when: the row stands at the moment
/// at which the file was read.
pub fn told_holding(deal: Id, member: Id) -> Id {
    Id::derived(&[b"holdings", deal.bytes(), member.bytes()])
}

/// Sets or clears the amount of a deal.
pub fn set_amount(
    tx: &mut WriteTx<'_>,
    deal: Id,
    amount: &crate::kernel::money::Money,
) -> Result<()> {
    let mut row: Deal = tx.get(deal)?;
    row.amount_minor = Some(amount.minor);
    row.currency = Some(amount.currency.clone());
    tx.put(&row)?;
    Ok(())
}

fn first_or(tx: &WriteTx<'_>, stage: Option<Id>) -> Result<Stage> {
    if let Some(stage) = stage {
        return tx.get(stage);
    }
    let pipeline = store::pipelines(tx)?.into_iter().next();
    let stages = pipeline.map_or(Ok(Vec::new()), |pipeline| store::stages(tx, pipeline.id))?;
    stages
        .into_iter()
        .find(|stage| stage.retired_at.is_none())
        .ok_or_else(|| Error::absent("stages", ""))
}

fn product_named(tx: &WriteTx<'_>, name: &str) -> Result<Id> {
    let wanted = crate::kernel::text::squeeze(name);
    let all = tx.all(
        "SELECT id, name FROM products WHERE deleted_at IS NULL",
        [],
        |row| Ok((row.get::<_, Id>(0)?, row.get::<_, String>(1)?)),
    )?;
    all.into_iter()
        .find(|(_, name)| crate::kernel::text::squeeze(name) == wanted)
        .map(|(id, _)| id)
        .ok_or_else(|| Error::absent("products", name))
}

/// Who else holds an open deal on the organization of this name (撞单).
pub fn held_by(read: &Read<'_>, organization: &str) -> Result<Option<MemberRef>> {
    match organizations::by_name(read, organization)? {
        Some(organization) => held_by_another(read, organization, None),
        None => Ok(None),
    }
}

/// Who else holds an open deal on this organization (撞单): told, never refused.
fn held_by_another(tx: &Read<'_>, organization: Id, but: Option<Id>) -> Result<Option<MemberRef>> {
    let holder: Option<Option<Id>> = tx.first(
        concat!("SELECT d.holder FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
         WHERE d.organization IN ", crate::group_of!("organizations", "?1"), " AND d.deleted_at IS NULL AND d.holder IS NOT NULL AND d.holder IS NOT ?2
           AND d.id IS NOT ?3 ORDER BY d.held_at DESC LIMIT 1"),
        rusqlite::params![organization, tx.me, but],
        |row| row.get(0),
    )?;
    match holder.flatten() {
        Some(member) => team::refer(tx, member),
        None => Ok(None),
    }
}
