//! Counting: which deals are asked for, how far each came, how it stands.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::facts::{self, Fact, Facts, Into, Keys};
use super::types::{Bar, Funnel, FunnelBy, FunnelGroup, FunnelInput, FunnelPart, Share};
use super::{chosen, groups, times};
use crate::kernel::time::plus_days;
use crate::kernel::{Error, Id, Read, Result};
use crate::pipeline::StageKind;

/// How a deal stands on the day looked from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    Open,
    Won,
    Lost,
}

/// How far a deal came, and how it stands.
#[derive(Debug, Clone, Copy)]
pub struct Came {
    /// Place of the furthest stage.
    pub far: usize,
    pub stands: Stands,
}

impl Came {
    /// Whether the deal belongs to this part of the bar at `step`.
    pub fn is(self, part: FunnelPart, step: usize) -> bool {
        match part {
            FunnelPart::Reached => self.far >= step,
            FunnelPart::Moved => self.far > step || self.won_at(step),
            FunnelPart::Open => self.far == step && self.stands == Stands::Open,
            FunnelPart::Lost => self.far == step && self.stands == Stands::Lost,
        }
    }

    fn won_at(self, step: usize) -> bool {
        self.far == step && self.stands == Stands::Won
    }
}

/// The deals that were asked for.
pub struct Scope {
    pub facts: Arc<Facts>,
    /// The day looked from.
    pub day: i32,
    pub asked: Vec<usize>,
    pub undated: i64,
    pub later: i64,
}

impl Scope {
    pub fn deals(&self) -> impl Iterator<Item = &Fact> {
        self.asked.iter().map(|at| &self.facts.deals[*at])
    }

    /// How far a deal came by the day looked from.
    pub fn came(&self, deal: &Fact) -> Came {
        let last = self.facts.stages.len().saturating_sub(1);
        let ends_won = self
            .facts
            .stages
            .get(last)
            .is_some_and(|stage| stage.kind == StageKind::Won);
        let (mut far, mut stands) = (0, Stands::Open);
        for moved in seen(deal, self.day) {
            match moved.to {
                Into::Step(step) => {
                    far = far.max(step);
                    stands = match ends_won && step == last {
                        true => Stands::Won,
                        false => Stands::Open,
                    };
                }
                Into::Lost => stands = Stands::Lost,
                Into::Elsewhere => {}
            }
        }
        // Taken back after it was won: it came as far as the stages before.
        if ends_won && far == last && stands != Stands::Won {
            let open = seen(deal, self.day).filter_map(|moved| match moved.to {
                Into::Step(step) if step < last => Some(step),
                _ => None,
            });
            far = open.max().unwrap_or(0);
        }
        Came { far, stands }
    }
}

/// The moves of a deal up to a day.
pub fn seen(deal: &Fact, day: i32) -> impl Iterator<Item = &facts::Move> {
    deal.moves
        .iter()
        .filter(move |moved| moved.day.is_none_or(|at| at <= day))
}

/// A day that was typed, as a day number.
fn number(field: &'static str, typed: Option<&str>) -> Result<Option<i32>> {
    let read = |text: &str| {
        let day: std::result::Result<NaiveDate, _> = text.parse();
        day.map(|day| day.num_days_from_ce())
            .map_err(|_| Error::invalid(field).because(text))
    };
    typed.map(read).transpose()
}

/// Finds the deals that an input asks for.
pub fn scope(read: &Read<'_>, pipeline: Id, input: &FunnelInput) -> Result<Scope> {
    let facts = facts::facts(read, pipeline)?;
    let today = read.today().num_days_from_ce();
    let day = number("as_of", input.as_of.as_deref())?.unwrap_or(today);
    let (from, to) = (
        number("from", input.from.as_deref())?,
        number("to", input.to.as_deref())?,
    );
    let mut filters: Vec<(Arc<Keys>, HashSet<&str>)> = Vec::new();
    for by in FunnelBy::ALL {
        let wanted: HashSet<&str> = input
            .filters
            .iter()
            .filter(|filter| filter.by == *by)
            .map(|filter| filter.key.as_str())
            .collect();
        if !wanted.is_empty() {
            filters.push((facts::keys(read, &facts, pipeline, *by)?, wanted));
        }
    }
    let (mut undated, mut later, mut asked) = (0, 0, Vec::new());
    for (at, deal) in facts.deals.iter().enumerate() {
        let fits = |(keys, wanted): &(Arc<Keys>, HashSet<&str>)| {
            wanted.contains(keys.get(&deal.n).map_or("", String::as_str))
        };
        if !filters.iter().all(fits) {
            continue;
        }
        match deal.begun() {
            Some(begun) if begun > day => later += 1,
            Some(begun)
                if from.is_none_or(|from| begun >= from) && to.is_none_or(|to| begun <= to) =>
            {
                asked.push(at);
            }
            Some(_) => {}
            None if from.is_some() || to.is_some() => undated += 1,
            None => asked.push(at),
        }
    }
    Ok(Scope {
        facts,
        day,
        asked,
        undated,
        later,
    })
}

/// What bars are made of: by stage, how many deals came so far, no further, by how they stand.
#[derive(Debug, Clone, Default)]
pub struct Tally(Vec<[i64; 3]>);

impl Tally {
    pub fn add(&mut self, stages: usize, came: Came) {
        self.0.resize(stages, [0; 3]);
        if let Some(here) = self.0.get_mut(came.far) {
            here[came.stands as usize] += 1;
        }
    }

    pub fn group(mut self, stages: usize, key: String, name: Option<String>) -> FunnelGroup {
        self.0.resize(stages, [0; 3]);
        let sum = |stands: Stands| -> i64 { self.0.iter().map(|here| here[stands as usize]).sum() };
        let (open, won, lost) = (sum(Stands::Open), sum(Stands::Won), sum(Stands::Lost));
        let all = open + won + lost;
        let mut reached = all;
        let mut previous = all;
        let mut bars = Vec::with_capacity(stages);
        for [open, won, lost] in &self.0 {
            bars.push(Bar {
                reached,
                moved: reached - open - lost,
                open: *open,
                lost: *lost,
                of_previous: Share::of(reached, previous),
                of_all: Share::of(reached, all),
            });
            previous = reached;
            reached -= open + won + lost;
        }
        FunnelGroup {
            key,
            name,
            bars,
            won,
            lost,
            open,
            win: Share::of(won, won + lost),
        }
    }
}

/// Measures what an input asks for.
pub fn measure(read: &Read<'_>, input: &FunnelInput) -> Result<Funnel> {
    let (pipeline, pipelines) = chosen(read, input.pipeline)?;
    let scope = scope(read, pipeline.id, input)?;
    let stages = scope.facts.stages.len();
    let mut total = Tally::default();
    let mut entered = vec![false; stages];
    for deal in scope.deals() {
        total.add(stages, scope.came(deal));
        for moved in seen(deal, scope.day) {
            if let Into::Step(step) = moved.to {
                entered[step] = true;
            }
        }
    }
    let mut answer = Funnel {
        at: at(read, input, scope.day),
        day: day_of(scope.day).to_string(),
        stages: scope.facts.stages.clone(),
        total: total.group(stages, String::new(), None),
        groups: match input.by {
            Some(by) => groups::groups(read, &scope, pipeline.id, by)?,
            None => Vec::new(),
        },
        times: times::of_stages(&scope),
        cycle: times::cycle(&scope),
        undated: scope.undated,
        later: scope.later,
        pipeline,
        pipelines,
    };
    // A stage that was put away stays where deals of this period went through it.
    let keep: Vec<bool> = (0..stages)
        .map(|at| !scope.facts.retired[at] || entered[at])
        .collect();
    without(&mut answer, &keep);
    Ok(answer)
}

fn without(answer: &mut Funnel, keep: &[bool]) {
    fn only<T>(rows: &mut Vec<T>, keep: &[bool]) {
        let mut at = keep.iter();
        rows.retain(|_| at.next().copied().unwrap_or(true));
    }
    only(&mut answer.stages, keep);
    only(&mut answer.times, keep);
    only(&mut answer.total.bars, keep);
    for group in &mut answer.groups {
        only(&mut group.bars, keep);
    }
}

pub fn day_of(day: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default()
}

/// Now, or the end of the day looked from.
fn at(read: &Read<'_>, input: &FunnelInput, day: i32) -> i64 {
    match input.as_of {
        Some(_) => read.zone.midnight(plus_days(day_of(day), 1)) - 1,
        None => read.now,
    }
}
