//! How pipelines are set up: their stages with what each expects, in an order. A stage that deals
//! stand in is only removed together with where they move.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::types::{Deal, Pipeline, Stage, StageKind};
use super::{enter, entering, store};
use crate::kernel::text::required;
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, WriteTx, Written, text};

const MOST_DAYS: i64 = 3_650;

/// A pipeline as the settings show it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PipelineSetup {
    pub id: Id,
    pub name: String,
    pub archived: bool,
    /// Deals in it that are neither won nor lost.
    pub deals_open: i64,
    pub stages: Vec<StageSetup>,
}

/// A stage as the settings show it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct StageSetup {
    pub id: Id,
    pub name: String,
    pub kind: StageKind,
    /// Percent.
    pub win_chance: Option<i64>,
    /// Days after which a deal in it is stale.
    pub limit_days: Option<i64>,
    /// Deals that stand in it.
    pub deals: i64,
    /// Names of fields and ids of own ones that must be known before a deal enters.
    #[specta(optional)]
    pub required: Vec<String>,
    #[specta(optional)]
    pub retired: bool,
}

/// What the form of a stage hands in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct StageInput {
    /// `None`: a new one, after the last open stage.
    pub id: Option<Id>,
    pub pipeline: Id,
    pub name: String,
    pub kind: StageKind,
    pub win_chance: Option<i64>,
    pub limit_days: Option<i64>,
    /// What must be known before a deal enters; `None`: as it was.
    #[serde(default)]
    #[specta(optional)]
    pub required: Option<Vec<String>>,
}

/// All pipelines with their stages, those in use first.
pub fn setups(read: &Read<'_>) -> Result<Vec<PipelineSetup>> {
    let all: Vec<Pipeline> = read.rows(
        "WHERE deleted_at IS NULL ORDER BY archived_at IS NOT NULL, place, n",
        [],
    )?;
    let counts = read.all(
        "SELECT stage, count(*) FROM deals WHERE deleted_at IS NULL AND stage IS NOT NULL GROUP BY stage",
        [],
        |row| Ok((row.get::<_, Id>(0)?, row.get::<_, i64>(1)?)),
    )?;
    let counts: std::collections::HashMap<Id, i64> = counts.into_iter().collect();
    let stages: Vec<Stage> = read.rows("WHERE deleted_at IS NULL ORDER BY place, n", [])?;
    Ok(all
        .into_iter()
        .map(|pipeline| {
            let stages: Vec<StageSetup> = stages
                .iter()
                .filter(|stage| stage.pipeline == pipeline.id)
                .map(|stage| StageSetup {
                    id: stage.id,
                    name: stage.name.clone(),
                    kind: stage.kind,
                    win_chance: stage.win_chance,
                    limit_days: stage.limit_days,
                    deals: counts.get(&stage.id).copied().unwrap_or(0),
                    required: stage.asks_for(),
                    retired: stage.retired_at.is_some(),
                })
                .collect();
            let open = stages.iter().filter(|stage| is_open(stage.kind));
            PipelineSetup {
                id: pipeline.id,
                name: pipeline.name,
                archived: pipeline.archived_at.is_some(),
                deals_open: open.map(|stage| stage.deals).sum(),
                stages,
            }
        })
        .collect())
}

fn is_open(kind: StageKind) -> bool {
    !matches!(kind, StageKind::Won | StageKind::Lost)
}

/// Makes a pipeline with the stages of another.
pub fn make_like(db: &Db, name: &str, like: Id) -> Result<Written<Id>> {
    let name = required(name, "name")?;
    db.write(Act::new("pipeline_saved").on(&name), |tx| {
        refuse_taken(&pipeline_names(tx, None)?, &name)?;
        let place: i64 = tx.value("SELECT coalesce(max(place), 0) + 1 FROM pipelines", [])?;
        let id = tx.fresh_id();
        tx.put_new(&Pipeline {
            n: 0,
            id,
            deleted_at: None,
            name: name.clone(),
            place,
            archived_at: None,
        })?;
        let like: Pipeline = tx.get(like)?;
        for stage in store::stages(tx, like.id)? {
            let stage = Stage {
                n: 0,
                id: tx.fresh_id(),
                pipeline: id,
                ..stage
            };
            tx.put_new(&stage)?;
        }
        Ok(id)
    })
}

pub fn rename(db: &Db, id: Id, name: &str) -> Result<Written<()>> {
    let name = required(name, "name")?;
    db.write(Act::new("pipeline_saved").on(&name), |tx| {
        refuse_taken(&pipeline_names(tx, Some(id))?, &name)?;
        let mut row: Pipeline = tx.get(id)?;
        row.name = name.clone();
        tx.put(&row).map(drop)
    })
}

/// Puts a pipeline away, or takes it out again. Its deals stay as they are. The last one in use stays.
pub fn archive(db: &Db, id: Id, away: bool) -> Result<Written<()>> {
    let label = if away {
        "pipeline_archived"
    } else {
        "pipeline_saved"
    };
    db.write(Act::new(label), |tx| {
        let mut row: Pipeline = tx.get(id)?;
        tx.name_subject(row.name.clone());
        let others: i64 = tx.value(
            "SELECT count(*) FROM pipelines WHERE deleted_at IS NULL AND archived_at IS NULL AND id <> ?1",
            [id],
        )?;
        if away && others == 0 {
            return Err(Error::new(Code::LastOne).with("name", &row.name));
        }
        row.archived_at = away.then_some(row.archived_at.unwrap_or(tx.now));
        tx.put(&row).map(drop)
    })
}

/// Makes or changes a stage.
pub fn save_stage(db: &Db, input: &StageInput) -> Result<Written<Id>> {
    let name = required(&input.name, "name")?;
    if input
        .win_chance
        .is_some_and(|share| !(0..=100).contains(&share))
    {
        return Err(Error::invalid("win_chance"));
    }
    if input
        .limit_days
        .is_some_and(|days| !(1..=MOST_DAYS).contains(&days))
    {
        return Err(Error::invalid("limit_days"));
    }
    db.write(Act::new("stage_saved").on(&name), |tx| {
        let stages = store::stages(tx, input.pipeline)?;
        let others: Vec<String> = stages
            .iter()
            .filter(|stage| Some(stage.id) != input.id)
            .map(|stage| stage.name.clone())
            .collect();
        refuse_taken(&others, &name)?;
        let mut row = match input.id {
            Some(id) => tx.get(id)?,
            None => Stage {
                n: 0,
                id: tx.fresh_id(),
                deleted_at: None,
                pipeline: input.pipeline,
                name: String::new(),
                kind: input.kind,
                place: 0,
                win_chance: None,
                limit_days: None,
                required: "[]".to_owned(),
                retired_at: None,
            },
        };
        row.name = name.clone();
        row.kind = input.kind;
        row.win_chance = input.win_chance;
        row.limit_days = input.limit_days;
        if let Some(required) = &input.required {
            row.required = entering::stored(tx, required)?;
        }
        if input.id.is_some() {
            refuse_without_open(&stages, Some(&row), None)?;
            tx.put(&row)?;
            return Ok(row.id);
        }
        let after = stages.iter().rposition(|stage| is_open(stage.kind));
        let mut order: Vec<Stage> = stages;
        let id = row.id;
        order.insert(after.map_or(0, |at| at + 1), row);
        put_in_order(tx, order)?;
        Ok(id)
    })
}

/// Puts the stages of a pipeline in this order; one that is not named keeps its place behind them.
pub fn order_stages(db: &Db, pipeline: Id, ids: &[Id]) -> Result<Written<()>> {
    db.write(Act::new("stages_ordered"), |tx| {
        let row: Pipeline = tx.get(pipeline)?;
        tx.name_subject(row.name);
        let mut stages = store::stages(tx, pipeline)?;
        stages.sort_by_key(|stage| {
            ids.iter()
                .position(|id| *id == stage.id)
                .unwrap_or(ids.len())
        });
        put_in_order(tx, stages)
    })
}

fn put_in_order(tx: &mut WriteTx<'_>, stages: Vec<Stage>) -> Result<()> {
    for (at, mut stage) in stages.into_iter().enumerate() {
        stage.place = at as i64 + 1;
        tx.put(&stage)?;
    }
    Ok(())
}

/// Puts a stage away, or takes it out again. Deals that stand in it stay and keep their history; nobody moves in.
pub fn retire_stage(db: &Db, id: Id, away: bool) -> Result<Written<()>> {
    let label = if away { "stage_retired" } else { "stage_saved" };
    db.write(Act::new(label), |tx| {
        let mut row: Stage = tx.get(id)?;
        tx.name_subject(row.name.clone());
        if away {
            refuse_without_open(&store::stages(tx, row.pipeline)?, None, Some(id))?;
        }
        row.retired_at = away.then_some(row.retired_at.unwrap_or(tx.now));
        tx.put(&row).map(drop)
    })
}

/// Removes a stage. Deals that stand in it move to `to` in the same action; without it they are in the
/// way and the refusal says how many there are.
pub fn remove_stage(db: &Db, id: Id, to: Option<Id>) -> Result<Written<()>> {
    db.write(Act::new("stage_removed"), |tx| {
        let stage: Stage = tx.get(id)?;
        tx.name_subject(stage.name.clone());
        refuse_without_open(&store::stages(tx, stage.pipeline)?, None, Some(id))?;
        let deals: Vec<Deal> = tx.rows("WHERE stage = ?1 AND deleted_at IS NULL", [id])?;
        match to {
            _ if deals.is_empty() => {}
            None => {
                return Err(Error::new(Code::StageOccupied)
                    .with("name", &stage.name)
                    .with("count", deals.len()));
            }
            Some(to) => {
                let target: Stage = tx.get(to)?;
                if target.pipeline != stage.pipeline
                    || target.id == id
                    || target.retired_at.is_some()
                {
                    return Err(Error::invalid("stage"));
                }
                for deal in &deals {
                    enter(tx, deal, &target, None)?;
                }
            }
        }
        tx.delete::<Stage>(id).map(drop)
    })
}

/// A new deal needs a stage to begin in: one open stage always stays.
fn refuse_without_open(stages: &[Stage], changed: Option<&Stage>, gone: Option<Id>) -> Result<()> {
    let kind_of = |stage: &Stage| match changed {
        Some(row) if row.id == stage.id => row.kind,
        _ => stage.kind,
    };
    let mut left = stages
        .iter()
        .filter(|stage| Some(stage.id) != gone && stage.retired_at.is_none());
    if left.any(|stage| is_open(kind_of(stage))) {
        return Ok(());
    }
    let name = stages.first().map(|stage| stage.name.clone());
    Err(Error::new(Code::LastOne).with("name", name.unwrap_or_default()))
}

fn pipeline_names(read: &Read<'_>, but: Option<Id>) -> Result<Vec<String>> {
    read.all(
        "SELECT name FROM pipelines WHERE deleted_at IS NULL AND id IS NOT ?1",
        [but],
        |row| row.get(0),
    )
}

fn refuse_taken(names: &[String], name: &str) -> Result<()> {
    let wanted = text::squeeze(name);
    match names.iter().find(|known| text::squeeze(known) == wanted) {
        Some(known) => Err(Error::new(Code::NameTaken).with("name", known)),
        None => Ok(()),
    }
}
