//! What turnover rules look at: held deals as they stood at a night.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::params;

use super::clock::{self, Due, Limits, Since};
use super::types::{Extension, ExtensionState, TurnoverRule};
use crate::events::{SubjectKind, kind};
use crate::grade_of;
use crate::kernel::{Id, Read, Result};
use crate::people::Grade;
use crate::pipeline::{Stage, StageKind};

/// A held deal.
#[derive(Debug, Clone)]
pub struct Fact {
    pub n: i64,
    pub id: Id,
    pub holder: Id,
    pub held_at: i64,
    clock_at: Option<i64>,
    touch_at: Option<i64>,
    stage: Option<Id>,
    stage_at: Option<i64>,
    locked_at: Option<i64>,
    grade: Option<Grade>,
    source: Option<Id>,
}

/// A rule with its lists read.
#[derive(Debug, Clone)]
pub struct Rule {
    pub row: TurnoverRule,
    stages: HashSet<Id>,
    grades: HashSet<Grade>,
    sources: HashSet<Id>,
}

impl Rule {
    /// `None`: its lists cannot be read, so that nobody knows which deals it means.
    pub fn of(row: TurnoverRule) -> Option<Self> {
        Some(Rule {
            stages: serde_json::from_str(&row.stages).ok()?,
            grades: serde_json::from_str(&row.grades).ok()?,
            sources: serde_json::from_str(&row.sources).ok()?,
            row,
        })
    }

    fn limits(&self) -> Limits {
        Limits {
            held_days: self.row.held_days,
            silent_days: self.row.silent_days,
        }
    }

    fn means(&self, fact: &Fact, stage: &Stage) -> bool {
        let any = |none: bool, fits: bool| none || fits;
        self.row.pipeline.is_none_or(|only| only == stage.pipeline)
            && any(self.stages.is_empty(), self.stages.contains(&stage.id))
            && any(
                self.grades.is_empty(),
                fact.grade.is_some_and(|grade| self.grades.contains(&grade)),
            )
            && any(
                self.sources.is_empty(),
                fact.source
                    .is_some_and(|source| self.sources.contains(&source)),
            )
    }
}

/// The rules that run, in the order in which they were made.
pub fn active_rules(read: &Read<'_>) -> Result<Vec<Rule>> {
    let rows: Vec<TurnoverRule> =
        read.rows("WHERE deleted_at IS NULL AND active = 1 ORDER BY id", [])?;
    Ok(rows.into_iter().filter_map(Rule::of).collect())
}

/// Which held deals to look at.
pub enum Whose {
    Everybody,
    Member(Id),
    /// Row numbers.
    Rows(String),
}

/// Held deals with all that rules ask of them.
pub struct Facts<'r, 'c> {
    read: &'r Read<'c>,
    pub all: Vec<Fact>,
    stages: HashMap<Id, Stage>,
    /// Per deal, since when and until when it was granted more time.
    granted: HashMap<Id, Vec<(i64, NaiveDate)>>,
}

impl<'r, 'c> Facts<'r, 'c> {
    /// Reads what these rules need; grade and source only where one of them asks.
    pub fn load(read: &'r Read<'c>, whose: &Whose, rules: &[Rule]) -> Result<Self> {
        let asked = |some: bool, sql: &'static str| if some { sql } else { "NULL" };
        let grade = asked(
            rules.iter().any(|rule| !rule.grades.is_empty()),
            grade_of!(),
        );
        let source = asked(rules.iter().any(|rule| !rule.sources.is_empty()), SOURCE);
        // All of them are read faster in their own order than by way of an index (27 ms against 89 for 50,000).
        let by = match whose {
            Whose::Everybody => "NOT INDEXED",
            Whose::Member(_) | Whose::Rows(_) => "",
        };
        let whose = match whose {
            Whose::Everybody => "d.holder IS NOT NULL".to_owned(),
            Whose::Member(member) => format!("d.holder = x'{}'", member.0.simple()),
            Whose::Rows(numbers) => format!("d.n IN ({numbers}) AND d.holder IS NOT NULL"),
        };
        let sql = format!(
            "SELECT d.n, d.id, d.holder, d.held_at, d.clock_at, d.last_touch_at, d.stage, d.stage_at,
               d.locked_at, {grade}, {source}
             FROM deals d {by} WHERE {whose} AND d.deleted_at IS NULL"
        );
        let all = read.uncached(&sql, |row| {
            Ok(Fact {
                n: row.get(0)?,
                id: row.get(1)?,
                holder: row.get(2)?,
                held_at: row.get(3)?,
                clock_at: row.get(4)?,
                touch_at: row.get(5)?,
                stage: row.get(6)?,
                stage_at: row.get(7)?,
                locked_at: row.get(8)?,
                grade: row.get(9)?,
                source: row.get(10)?,
            })
        })?;
        let stages: Vec<Stage> = read.rows("", [])?;
        Ok(Facts {
            read,
            all,
            stages: stages.into_iter().map(|stage| (stage.id, stage)).collect(),
            granted: granted(read)?,
        })
    }

    /// The moment of the night that begins a day: what was by then counts.
    pub fn night(&self, day: NaiveDate) -> i64 {
        self.read.zone.midnight(day)
    }

    /// The open stage in which a deal stood at a moment, unless a lock kept it from every rule.
    fn open_stage(&self, fact: &Fact, at: i64) -> Result<Option<&Stage>> {
        if fact.locked_at.is_some_and(|locked| locked <= at) {
            return Ok(None);
        }
        let stage = match fact.stage_at {
            Some(moved) if moved > at => self.stage_before(fact.id, at)?,
            _ => fact.stage,
        };
        Ok(stage
            .and_then(|stage| self.stages.get(&stage))
            .filter(|stage| !matches!(stage.kind, StageKind::Won | StageKind::Lost)))
    }

    fn stage_before(&self, deal: Id, at: i64) -> Result<Option<Id>> {
        self.read.first(
            "SELECT stage FROM stage_moves WHERE deal = ?1 AND deleted_at IS NULL AND (at IS NULL OR at <= ?2)
             ORDER BY at IS NOT NULL DESC, at DESC, place DESC, id DESC LIMIT 1",
            params![deal, at],
            |row| row.get(0),
        )
    }

    fn touched(&self, fact: &Fact, at: i64) -> Result<Option<i64>> {
        match fact.touch_at {
            Some(touch) if touch > at => self.read.value(
                "SELECT max(at) FROM events
                 WHERE subject_kind = ?1 AND subject_n = ?2 AND kind = ?3 AND at <= ?4",
                params![SubjectKind::Deal as i64, fact.n, kind::TOUCH, at],
            ),
            touch => Ok(touch),
        }
    }

    /// The first of these rules to give the deal back, and when, as everything stood at a moment. `None`: none
    /// ever does, for it is won, lost, locked, or was taken over after that moment.
    pub fn due<'a>(
        &self,
        rules: &'a [Rule],
        fact: &Fact,
        at: i64,
    ) -> Result<Option<(&'a Rule, Due)>> {
        if fact.held_at > at || !rules.iter().any(|rule| may_end(rule, fact)) {
            return Ok(None);
        }
        let Some(stage) = self.open_stage(fact, at)? else {
            return Ok(None);
        };
        let zone = self.read.zone;
        let since = Since {
            held: fact.clock_at.map(|at| zone.day(at)),
            told: zone.day(fact.held_at),
            touched: self.touched(fact, at)?.map(|at| zone.day(at)),
            granted: self.granted_until(fact.id, at),
        };
        let ends = rules
            .iter()
            .filter(|rule| rule.means(fact, stage))
            .filter_map(|rule| Some((rule, clock::due(rule.limits(), &since)?)));
        Ok(ends.min_by_key(|(_, due)| due.on))
    }

    fn granted_until(&self, deal: Id, at: i64) -> Option<NaiveDate> {
        let granted = self.granted.get(&deal)?;
        granted
            .iter()
            .filter(|(answered, _)| *answered <= at)
            .map(|(_, until)| *until)
            .max()
    }

    /// The deals that no rule takes whatever it says, left out: won, lost, locked.
    pub fn open(&self, at: i64) -> Result<Vec<&Fact>> {
        let mut open = Vec::new();
        for fact in &self.all {
            if self.open_stage(fact, at)?.is_some() {
                open.push(fact);
            }
        }
        Ok(open)
    }
}

/// A rule has a clock that counts at all for this deal.
fn may_end(rule: &Rule, fact: &Fact) -> bool {
    let limits = rule.limits();
    let touched = fact.clock_at.is_some() || fact.touch_at.is_some();
    (limits.held_days.is_some() && fact.clock_at.is_some())
        || (limits.silent_days.is_some() && touched)
}

/// Where a deal came from; its person's source where nobody said.
const SOURCE: &str = concat!(
    "coalesce(d.source, (SELECT source FROM people WHERE id = ",
    crate::root_of!("people", "d.person"),
    "))"
);

fn granted(read: &Read<'_>) -> Result<HashMap<Id, Vec<(i64, NaiveDate)>>> {
    let rows: Vec<Extension> = read.rows(
        "WHERE state = ?1 AND deleted_at IS NULL",
        [ExtensionState::Granted],
    )?;
    let mut granted: HashMap<Id, Vec<(i64, NaiveDate)>> = HashMap::new();
    for row in rows {
        let until = row.granted_until.and_then(|until| until.parse().ok());
        if let (Some(at), Some(until)) = (row.answered_at, until) {
            granted.entry(row.deal).or_default().push((at, until));
        }
    }
    Ok(granted)
}
