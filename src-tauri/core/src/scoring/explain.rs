//! A score opened: its lines, and what they add up to.

use serde::Serialize;

use super::facts::{self, Subject};
use super::rules::{EngagementRule, FitField, FitRule};
use super::score::{Line, Ready, engagement_lines, sum};
use super::state::as_of;
use crate::fields::{self, Field};
use crate::kernel::settings::Lang;
use crate::kernel::{Error, Id, Read, Result, settings};
use crate::people::Grade;
use crate::touchpoints::{Channel, Direction, Outcome, Touchpoint};

/// A fit rule that holds, and what stands in its field.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FitFound {
    pub rule: FitRule,
    /// How a field of the team's own is called.
    pub name: Option<String>,
    pub found: String,
    pub points: i64,
}

/// A touch that an engagement rule counts.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct EngagementFound {
    pub rule: EngagementRule,
    pub touchpoint: Id,
    /// Milliseconds UTC; `day_only`: only the day is known.
    pub at: i64,
    pub day_only: bool,
    pub channel: Channel,
    pub direction: Direction,
    pub outcome: Option<Outcome>,
    pub summary: Option<String>,
    pub points: i64,
}

/// The score of a deal with all its lines. The points of the lines are the points of the score.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ScoreView {
    /// False: the team has no rules, so nothing is scored.
    pub scored: bool,
    /// `None`: fewer than half of the fields that the rules ask about are filled.
    pub fit: Option<Grade>,
    pub fit_points: i64,
    pub fit_lines: Vec<FitFound>,
    /// Fields that the rules ask about, and how many of them are filled.
    pub asked: i64,
    pub known: i64,
    /// 1 to 4; `None`: no touch was ever written down, or nobody knows when the deal closed.
    pub level: Option<i64>,
    pub level_points: i64,
    pub level_lines: Vec<EngagementFound>,
    /// Up to when touches count, milliseconds UTC; of a closed deal, its closing.
    pub until: Option<i64>,
    pub closed: bool,
}

/// The score of a deal, opened into its lines.
pub fn explain(read: &Read<'_>, deal: Id) -> Result<ScoreView> {
    let Some(rules) = super::rules(read)? else {
        return Ok(ScoreView {
            scored: false,
            fit: None,
            fit_points: 0,
            fit_lines: Vec::new(),
            asked: 0,
            known: 0,
            level: None,
            level_points: 0,
            level_lines: Vec::new(),
            until: None,
            closed: false,
        });
    };
    let ready = Ready::of(&rules);
    let subject = facts::one(read, &ready, as_of(read)?, deal)?
        .ok_or_else(|| Error::absent("deals", deal))?;
    let fit = ready.fit_lines(&subject.facts);
    let engagement = engagement_lines(&rules, &subject.touches, subject.as_of);
    let (fit_points, level_points) = (sum(&fit), sum(&engagement));
    let lang = settings::lang(read)?;
    let fit_lines = fit
        .iter()
        .map(|line| fit_found(read, &rules.fit[line.rule], &subject, lang))
        .collect::<Result<Vec<_>>>()?;
    let level_lines = engagement
        .iter()
        .map(|line| engagement_found(read, &rules.engagement[line.rule], &subject, line))
        .collect::<Result<Vec<_>>>()?;
    Ok(ScoreView {
        scored: true,
        fit: ready.grade(&subject.facts, fit_points),
        fit_points,
        fit_lines,
        asked: ready.asked.len() as i64,
        known: subject.facts.known(&ready.asked) as i64,
        level: ready.level(subject.ever, subject.as_of, level_points),
        level_points,
        level_lines: level_lines.into_iter().flatten().collect(),
        until: subject.as_of.map(|as_of| as_of.until),
        closed: subject.is_closed(),
    })
}

fn fit_found(read: &Read<'_>, rule: &FitRule, subject: &Subject, lang: Lang) -> Result<FitFound> {
    let fact = subject
        .facts
        .get((rule.field, rule.own))
        .unwrap_or_default();
    let named = |table: &str| -> Result<Option<String>> {
        let id: Id = fact.parse()?;
        let sql = format!("SELECT name FROM {table} WHERE id = ?1");
        read.first(&sql, [id], |row| row.get(0))
    };
    let (name, found) = match (rule.field, rule.own) {
        (FitField::PersonSource, _) => (None, named("sources")?),
        (FitField::DealProduct, _) => (None, named("products")?),
        (FitField::Own, Some(own)) => {
            let field: Option<Field> = read.find(own)?;
            let words = field.as_ref().map(|field| fields::words(field, fact, lang));
            (field.map(|field| field.name), words)
        }
        _ => (None, None),
    };
    Ok(FitFound {
        rule: rule.clone(),
        name,
        found: found.unwrap_or_else(|| fact.to_owned()),
        points: rule.points,
    })
}

fn engagement_found(
    read: &Read<'_>,
    rule: &EngagementRule,
    subject: &Subject,
    line: &Line,
) -> Result<Option<EngagementFound>> {
    let Some(touch) = line.touch.and_then(|place| subject.touches.get(place)) else {
        return Ok(None);
    };
    let found: Vec<Touchpoint> = read.rows("WHERE touchpoints.n = ?1", [touch.n])?;
    Ok(found.into_iter().next().map(|touchpoint| EngagementFound {
        rule: rule.clone(),
        touchpoint: touchpoint.id,
        at: touch.at,
        day_only: touchpoint.at_day,
        channel: touch.channel,
        direction: touch.direction,
        outcome: touch.outcome,
        summary: touchpoint.summary,
        points: line.points,
    }))
}
