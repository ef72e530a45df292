//! Imported deals that are there already, with their moves and holdings, and the pipeline they stand in.

use std::collections::HashMap;

use super::way::{FileStage, Way};
use crate::exchange::known::{Known, Outcome};
use crate::exchange::plan::{FilePlan, Ground, Step};
use crate::kernel::{Id, Read, Result, text};
use crate::pipeline::{Deal, Holding, Pipeline, Stage, StageKind, StageMove, told_holding};

/// What the workspace holds of imported deals, and what the plan will add.
pub struct Deals {
    pub rows: Known<Deal>,
    moves: Known<StageMove>,
    holdings: Known<Holding>,
    /// Per deal, who took it over last as far as files tell: when, and who.
    holders: HashMap<Id, (i64, Id)>,
    pipelines: Known<Pipeline>,
    stages: Known<Stage>,
    /// Where a further pipeline stands.
    place: i64,
}

impl Deals {
    pub fn load(read: &Read<'_>) -> Result<Self> {
        let of_deals =
            |table: &str| format!("JOIN deals d ON d.id = {table}.deal WHERE d.imported = 1");
        let holdings: Known<Holding> = Known::load(read, &of_deals("holdings"))?;
        let mut holders: HashMap<Id, (i64, Id)> = HashMap::new();
        for holding in holdings.live.values() {
            if let Some(member) = holding.member
                && holding.id == told_holding(holding.deal, member)
            {
                let latest = holders.entry(holding.deal).or_insert((holding.at, member));
                *latest = (*latest).max((holding.at, member));
            }
        }
        Ok(Deals {
            rows: Known::load(read, "WHERE deals.imported = 1")?,
            moves: Known::load(read, &of_deals("stage_moves"))?,
            holdings,
            holders,
            pipelines: Known::load(read, "WHERE 1")?,
            stages: Known::load(read, "WHERE 1")?,
            place: read.value(
                "SELECT coalesce(max(place), 0) + 1 FROM pipelines WHERE deleted_at IS NULL",
                [],
            )?,
        })
    }

    /// Plans the pipeline of the file's stages, unless it is there; what users made of it stays.
    pub fn pipeline(&mut self, ground: &Ground, plan: &mut FilePlan) -> Result<Option<String>> {
        let id = Id::derived(&[b"pipelines", b"sales_pipeline"]);
        let mut made = None;
        if !self.pipelines.live.contains_key(&id) {
            let name = match ground.lang.as_str() {
                "zh-Hans" => "导入的销售管道",
                "zh-Hant" => "匯入的銷售管道",
                _ => "Imported sales pipeline",
            };
            let row = Pipeline {
                n: 0,
                id,
                deleted_at: None,
                name: name.to_owned(),
                place: self.place,
                archived_at: None,
            };
            let outcome = self.pipelines.keep(row, &mut plan.head)?;
            plan.also("pipelines", outcome);
            made = Some(name.to_owned());
        }
        for stage in FileStage::ALL {
            if self.stages.live.contains_key(&stage.id()) {
                continue;
            }
            let row = Stage {
                n: 0,
                id: stage.id(),
                deleted_at: None,
                pipeline: id,
                name: stage.name().to_owned(),
                kind: stage.kind(),
                place: stage.place(),
                win_chance: None,
                limit_days: None,
                required: "[]".to_owned(),
                retired_at: None,
            };
            let outcome = self.stages.keep(row, &mut plan.head)?;
            plan.also("stages", outcome);
        }
        Ok(made)
    }

    /// Plans the moves of a deal: those that the file tells, and no other that a file told before.
    pub fn go(
        &mut self,
        deal: Id,
        way: &Way,
        member: Option<Id>,
        ground: &Ground,
        plan: &mut FilePlan,
        steps: &mut Vec<Step>,
    ) -> Result<()> {
        for stage in FileStage::ALL {
            let id = Id::derived(&[b"stage_moves", deal.bytes(), stage.id().bytes()]);
            let Some((_, day)) = way.moves.iter().find(|(told, _)| *told == stage) else {
                if self.moves.drop(id, steps) {
                    plan.also("stage_moves", Outcome::Updated);
                }
                continue;
            };
            // Who made a move is told once: the deal may have another holder by now.
            let before = self.moves.live.get(&id);
            let row = StageMove {
                n: 0,
                id,
                deleted_at: None,
                deal,
                stage: stage.id(),
                at: day.map(|day| ground.zone.noon(day)),
                at_day: day.is_some(),
                place: stage.place(),
                member: before.map_or(member, |before| before.member),
                reason: before.and_then(|before| before.reason.clone()),
            };
            let outcome = self.moves.keep(row, steps)?;
            plan.also("stage_moves", outcome);
        }
        Ok(())
    }

    /// The stage of this name, in this pipeline or else in the first that has one.
    pub fn stage_named(&self, name: &str, pipeline: Option<Id>) -> Option<Stage> {
        let wanted = text::squeeze(name);
        self.ordered(pipeline)
            .find(|stage| text::squeeze(&stage.name) == wanted)
            .cloned()
    }

    /// The stage of this kind, in this pipeline or else in the first.
    pub fn stage_of(&self, kind: StageKind, pipeline: Option<Id>) -> Option<Stage> {
        self.ordered(pipeline)
            .find(|stage| stage.kind == kind)
            .cloned()
    }

    /// Where deals begin, in this pipeline or else in the first.
    pub fn first_stage(&self, pipeline: Option<Id>) -> Option<Stage> {
        self.ordered(pipeline)
            .find(|stage| stage.retired_at.is_none())
            .cloned()
    }

    /// The pipeline of this name.
    pub fn pipeline_named(&self, name: &str) -> Option<Id> {
        let wanted = text::squeeze(name);
        let mut live = self.pipelines.live.values();
        live.find(|row| text::squeeze(&row.name) == wanted)
            .map(|row| row.id)
    }

    /// Stages of one pipeline, or of all that are in use, in their order.
    fn ordered(&self, pipeline: Option<Id>) -> impl Iterator<Item = &Stage> {
        let place = |stage: &Stage| {
            let row = self.pipelines.live.get(&stage.pipeline);
            row.filter(|row| row.archived_at.is_none())
                .map(|row| (row.place, row.n))
        };
        let mut found: Vec<_> = self
            .stages
            .live
            .values()
            .filter(|stage| pipeline.is_none_or(|only| stage.pipeline == only))
            .filter_map(|stage| Some((place(stage)?, stage.place, stage.n, stage)))
            .collect();
        found.sort_by_key(|(pipeline, place, n, _)| (*pipeline, *place, *n));
        found.into_iter().map(|(.., stage)| stage)
    }

    /// Whether a deal stands anywhere yet.
    pub fn has_moves(&self, deal: Id) -> bool {
        self.rows
            .live
            .get(&deal)
            .is_some_and(|deal| deal.stage.is_some())
    }

    /// Plans that a deal enters a stage, unless a file told so before: what was moved here since stays.
    pub fn enter(
        &mut self,
        deal: Id,
        entry: Entry,
        plan: &mut FilePlan,
        steps: &mut Vec<Step>,
    ) -> Result<()> {
        let Entry {
            stage,
            at,
            member,
            reason,
        } = entry;
        let id = Id::derived(&[b"stage_moves", deal.bytes(), stage.id.bytes()]);
        let stands = self.rows.live.get(&deal).and_then(|deal| deal.stage) == Some(stage.id);
        if stands || self.moves.live.contains_key(&id) {
            return Ok(());
        }
        let row = StageMove {
            n: 0,
            id,
            deleted_at: None,
            deal,
            stage: stage.id,
            at: at.map(|(at, _)| at),
            at_day: at.is_some_and(|(_, day)| day),
            place: stage.place,
            member,
            reason,
        };
        let outcome = self.moves.keep(row, steps)?;
        plan.also("stage_moves", outcome);
        Ok(())
    }

    /// Plans that a member takes a deal over now, unless files had told that already. A handover made
    /// here stays until a file names somebody else.
    pub fn hold(
        &mut self,
        deal: Id,
        member: Id,
        ground: &Ground,
        plan: &mut FilePlan,
        steps: &mut Vec<Step>,
    ) -> Result<()> {
        let at = match self.holders.get(&deal) {
            Some((_, holder)) if *holder == member => return Ok(()),
            Some((last, _)) => i64::max(ground.now, last + 1),
            None => ground.now,
        };
        let id = told_holding(deal, member);
        let row = Holding {
            n: 0,
            id,
            deleted_at: None,
            deal,
            member: Some(member),
            at,
            at_day: false,
            reason: None,
            why: None,
            pool: None,
            rule: None,
            clock: None,
            days: None,
        };
        let outcome = self.holdings.keep(row, steps)?;
        plan.also("holdings", outcome);
        self.holders.insert(deal, (at, member));
        Ok(())
    }
}

/// A deal enters a stage.
pub struct Entry {
    pub stage: Stage,
    /// Milliseconds UTC, and whether only the day is known; `None`: nobody knows when.
    pub at: Option<(i64, bool)>,
    pub member: Option<Id>,
    pub reason: Option<String>,
}
