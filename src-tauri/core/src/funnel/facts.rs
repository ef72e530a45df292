//! What is read of the deals of a pipeline: their moves as days, and what groups them. Read once after each write;
//! every funnel of that pipeline is measured from it.

use std::collections::HashMap;
use std::sync::Arc;

use super::types::{FunnelBy, FunnelStage};
use super::{day_number, types};
use crate::kernel::{Id, Read, Result};
use crate::pipeline::{Stage, StageKind};
use crate::{grade_of, root_of};

/// What a move led into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Into {
    /// A stage of the funnel, by its place in [`Facts::stages`].
    Step(usize),
    Lost,
    /// A stage that is no more, or of another pipeline.
    Elsewhere,
}

/// A move; `day`: `None`, nobody knows when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub to: Into,
    pub day: Option<i32>,
}

/// A deal with its moves in their order.
#[derive(Debug, Clone)]
pub struct Fact {
    pub n: i64,
    pub moves: Vec<Move>,
    owner: Option<Id>,
    product: Option<Id>,
}

/// The deals that stand in a pipeline.
#[derive(Debug)]
pub struct Facts {
    /// Stages that are open, in their order, and the won ones as the last.
    pub stages: Vec<FunnelStage>,
    /// Stages that were put away, by place in `stages`.
    pub retired: Vec<bool>,
    pub deals: Vec<Fact>,
}

/// The deals of a pipeline, kept until something is written.
pub fn facts(read: &Read<'_>, pipeline: Id) -> Result<Arc<Facts>> {
    read.kept(format!("funnel facts {pipeline}"), || load(read, pipeline))
}

fn load(read: &Read<'_>, pipeline: Id) -> Result<Facts> {
    let rows: Vec<Stage> = read.rows("WHERE pipeline = ?1 ORDER BY place, n", [pipeline])?;
    let mut into: HashMap<Id, Into> = HashMap::new();
    let (mut stages, mut retired) = (Vec::new(), Vec::new());
    let step = |row: &Stage| FunnelStage {
        id: row.id,
        name: row.name.clone(),
        kind: row.kind,
        limit_days: row.limit_days,
    };
    let live = |row: &&Stage| row.deleted_at.is_none();
    for row in rows.iter().filter(live) {
        match row.kind {
            StageKind::Lost => _ = into.insert(row.id, Into::Lost),
            StageKind::Won => {}
            _ => {
                into.insert(row.id, Into::Step(stages.len()));
                stages.push(step(row));
                retired.push(row.retired_at.is_some());
            }
        }
    }
    let mut won = rows
        .iter()
        .filter(live)
        .filter(|row| row.kind == StageKind::Won);
    if let Some(first) = won.next() {
        let last = Into::Step(stages.len());
        stages.push(step(first));
        retired.push(false);
        into.insert(first.id, last);
        into.extend(won.map(|row| (row.id, last)));
    }
    let deals = deals(read, pipeline, &into)?;
    Ok(Facts {
        stages,
        retired,
        deals,
    })
}

fn deals(read: &Read<'_>, pipeline: Id, into: &HashMap<Id, Into>) -> Result<Vec<Fact>> {
    let mut at_of: HashMap<Id, usize> = HashMap::new();
    let rows = read.all(
        "SELECT d.id, d.n, d.holder, d.product FROM deals d
         WHERE d.deleted_at IS NULL AND d.stage IN (SELECT id FROM stages WHERE pipeline = ?1)
         ORDER BY d.n",
        [pipeline],
        |row| {
            let fact = Fact {
                n: row.get(1)?,
                moves: Vec::new(),
                owner: row.get(2)?,
                product: row.get(3)?,
            };
            Ok((row.get::<_, Id>(0)?, fact))
        },
    )?;
    let mut deals = Vec::with_capacity(rows.len());
    for (id, fact) in rows {
        at_of.insert(id, deals.len());
        deals.push(fact);
    }
    // By hand into their order: sorted by deal, SQLite would visit the index and the table for each move.
    type Key = (bool, i64, i64, Id);
    let mut moves: Vec<(usize, Key, Into)> = Vec::new();
    read.all(
        "SELECT deal, stage, at, place, id FROM stage_moves WHERE deleted_at IS NULL",
        [],
        |row| {
            if let Some(deal) = at_of.get(&row.get::<_, Id>(0)?) {
                let to = into.get(&row.get::<_, Id>(1)?).copied();
                let at: Option<i64> = row.get(2)?;
                let key = (at.is_some(), at.unwrap_or(0), row.get(3)?, row.get(4)?);
                moves.push((*deal, key, to.unwrap_or(Into::Elsewhere)));
            }
            Ok(())
        },
    )?;
    moves.sort_unstable_by_key(|(deal, key, _)| (*deal, *key));
    for (deal, (dated, at, ..), to) in moves {
        let day = dated.then(|| day_number(read.zone, at));
        deals[deal].moves.push(Move { to, day });
    }
    Ok(deals)
}

/// A group's key by row number of the deal; who is not there is unknown.
pub type Keys = HashMap<i64, String>;

impl Fact {
    /// The first day of which anybody knows.
    pub fn begun(&self) -> Option<i32> {
        self.moves.iter().find_map(|moved| moved.day)
    }
}

/// What groups the deals, kept until something is written.
pub fn keys(read: &Read<'_>, facts: &Facts, pipeline: Id, by: FunnelBy) -> Result<Arc<Keys>> {
    read.kept(format!("funnel {by} {pipeline}"), || {
        let of_deals = |key: fn(&Fact) -> Option<String>| -> Keys {
            let deals = facts.deals.iter();
            deals
                .filter_map(|deal| Some((deal.n, key(deal)?)))
                .collect()
        };
        Ok(match by {
            FunnelBy::Owner => of_deals(|deal| deal.owner.map(|id| id.to_string())),
            FunnelBy::Product => of_deals(|deal| deal.product.map(|id| id.to_string())),
            FunnelBy::Month => of_deals(|deal| deal.begun().and_then(types::month)),
            FunnelBy::Grade => words(read, grade_of!())?,
            FunnelBy::Source => words_of_ids(read)?,
            FunnelBy::Size => sizes(read)?,
        })
    })
}

fn words(read: &Read<'_>, sql: &str) -> Result<Keys> {
    let rows = read.all(
        &format!("SELECT d.n, {sql} FROM deals d WHERE d.deleted_at IS NULL"),
        [],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?)),
    )?;
    Ok(rows
        .into_iter()
        .filter_map(|(n, word)| Some((n, word?)))
        .collect())
}

fn words_of_ids(read: &Read<'_>) -> Result<Keys> {
    let rows = read.all(
        concat!(
            "SELECT d.n, coalesce(d.source, (SELECT source FROM people WHERE id = ",
            root_of!("people", "d.person"),
            ")) FROM deals d WHERE d.deleted_at IS NULL"
        ),
        [],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<Id>>(1)?)),
    )?;
    Ok(rows
        .into_iter()
        .filter_map(|(n, id)| Some((n, id?.to_string())))
        .collect())
}

fn sizes(read: &Read<'_>) -> Result<Keys> {
    let rows = read.all(
        concat!(
            "SELECT d.n, o.employees FROM deals d JOIN organizations o ON o.id = ",
            root_of!("organizations", "d.organization"),
            " WHERE d.deleted_at IS NULL AND o.employees IS NOT NULL"
        ),
        [],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
    )?;
    Ok(rows
        .into_iter()
        .map(|(n, employees)| (n, types::size(employees).to_owned()))
        .collect())
}
