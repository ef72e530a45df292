//! The score of one deal: a pure function of rules, facts, touches and a moment.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::facts::{Facts, Touch};
use super::rules::{EngagementRule, FitOp, FitRule, ScoreRules, Taking};
use crate::kernel::text;
use crate::kernel::time::{Zone, plus_days};
use crate::people::Grade;

/// Up to when touches count, and the calendar day on which windows end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    pub day: NaiveDate,
    /// The last instant that counts, milliseconds UTC.
    pub until: i64,
    zone: Zone,
}

impl AsOf {
    /// The end of a day.
    pub fn end_of(zone: Zone, day: NaiveDate) -> Self {
        AsOf {
            day,
            until: zone.midnight(plus_days(day, 1)) - 1,
            zone,
        }
    }

    /// The moment at which a deal closed.
    pub fn closing(zone: Zone, at: i64) -> Self {
        AsOf {
            day: zone.day(at),
            until: at,
            zone,
        }
    }

    /// The first instant of a window of so many days.
    pub fn since(self, days: i64) -> i64 {
        self.zone.midnight(plus_days(self.day, 1 - days))
    }
}

/// A line: which rule, what it found (a touch by its place), how many points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub rule: usize,
    pub touch: Option<usize>,
    pub points: i64,
}

/// What a score comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// `None`: too little is known, or no rule asks.
    pub fit: Option<Grade>,
    pub fit_points: Option<i64>,
    pub level: Option<i64>,
    pub level_points: Option<i64>,
}

/// A field that rules ask about.
pub type Asked = (super::rules::FitField, Option<crate::kernel::Id>);

/// Fields that the rules ask about, each once.
fn asked(rules: &ScoreRules) -> Vec<Asked> {
    let mut fields: Vec<Asked> = Vec::new();
    for rule in &rules.fit {
        let field = (rule.field, rule.own);
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

/// Rules made ready to be compared with many deals: their values squeezed once.
pub struct Ready<'r> {
    pub rules: &'r ScoreRules,
    pub asked: Vec<Asked>,
    values: Vec<Vec<String>>,
}

impl<'r> Ready<'r> {
    pub fn of(rules: &'r ScoreRules) -> Self {
        let squeezed = |rule: &FitRule| {
            let values = rule.values.iter();
            values.map(|value| text::squeeze(value)).collect()
        };
        Ready {
            rules,
            asked: asked(rules),
            values: rules.fit.iter().map(squeezed).collect(),
        }
    }

    /// The lines of the fit rules, in their order.
    pub fn fit_lines(&self, facts: &Facts) -> Vec<Line> {
        let rules = self.rules.fit.iter().zip(&self.values).enumerate();
        let found = rules.filter(|(_, (rule, values))| {
            let fact = facts.get((rule.field, rule.own));
            fact.is_some_and(|fact| compares(rule, values, fact))
        });
        found
            .map(|(at, (rule, _))| Line {
                rule: at,
                touch: None,
                points: rule.points,
            })
            .collect()
    }

    /// The grade that points give, where at least half of the fields asked about are filled.
    pub fn grade(&self, facts: &Facts, points: i64) -> Option<Grade> {
        let known = facts.known(&self.asked);
        let enough = !self.asked.is_empty() && known * 2 >= self.asked.len();
        enough.then(|| self.rules.grades.of(points))
    }

    /// The level that points give, where any touch was ever written down.
    pub fn level(&self, ever: bool, as_of: Option<AsOf>, points: i64) -> Option<i64> {
        let said = ever && as_of.is_some() && !self.rules.engagement.is_empty();
        said.then(|| self.rules.levels.of(points))
    }

    /// All of it. `ever`: some touch was written down up to that moment, in a window or not. No moment: nobody
    /// knows when the deal closed, so nothing can be said of the time before.
    pub fn score(
        &self,
        facts: &Facts,
        touches: &[Touch],
        ever: bool,
        as_of: Option<AsOf>,
    ) -> Score {
        let fit = sum(&self.fit_lines(facts));
        let engaged = sum(&engagement_lines(self.rules, touches, as_of));
        let grade = self.grade(facts, fit);
        let level = self.level(ever, as_of, engaged);
        Score {
            fit: grade,
            fit_points: grade.map(|_| fit),
            level,
            level_points: level.map(|_| engaged),
        }
    }
}

/// Whether a filled field is what a rule asks for; `values` are those of the rule, squeezed.
fn compares(rule: &FitRule, values: &[String], fact: &str) -> bool {
    let number = |text: &str| text.trim().parse::<f64>().ok();
    let limit = || rule.values.first().and_then(|value| number(value));
    let squeezed = text::squeeze(fact);
    // Several choices of a row stand with commas between.
    let is = |value: &String| {
        *value == squeezed
            || fact.contains(',') && fact.split(',').any(|one| text::squeeze(one) == *value)
    };
    match rule.op {
        FitOp::Filled => true,
        FitOp::Is => values.iter().any(is),
        FitOp::IsNot => !values.iter().any(is),
        FitOp::Contains => values.iter().any(|value| squeezed.contains(value.as_str())),
        FitOp::AtLeast => {
            matches!((number(fact), limit()), (Some(fact), Some(limit)) if fact >= limit)
        }
        FitOp::AtMost => {
            matches!((number(fact), limit()), (Some(fact), Some(limit)) if fact <= limit)
        }
    }
}

/// The lines of the engagement rules; of each rule the earliest touches first. `touches` stand in the order in
/// which they happened.
pub fn engagement_lines(rules: &ScoreRules, touches: &[Touch], as_of: Option<AsOf>) -> Vec<Line> {
    let Some(as_of) = as_of else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for (at, rule) in rules.engagement.iter().enumerate() {
        let since = as_of.since(rule.days);
        let mut of_day: HashMap<NaiveDate, i64> = HashMap::new();
        for (place, touch) in touches.iter().enumerate() {
            if touch.at < since || touch.at > as_of.until || !counts(rule, touch) {
                continue;
            }
            if let Some(most) = rule.per_day {
                let count = of_day.entry(as_of.zone.day(touch.at)).or_default();
                *count += 1;
                if *count > most {
                    continue;
                }
            }
            lines.push(Line {
                rule: at,
                touch: Some(place),
                points: rule.points,
            });
            if rule.once {
                break;
            }
        }
    }
    lines
}

fn counts(rule: &EngagementRule, touch: &Touch) -> bool {
    let taking = match rule.taking {
        Taking::Real => touch.is_real,
        Taking::Attempt => !touch.is_real,
        Taking::Any => true,
    };
    taking
        && rule.channel.is_none_or(|channel| channel == touch.channel)
        && rule
            .direction
            .is_none_or(|direction| direction == touch.direction)
        && rule
            .outcome
            .is_none_or(|outcome| touch.outcome == Some(outcome))
}

/// Points of lines.
pub fn sum(lines: &[Line]) -> i64 {
    lines.iter().map(|line| line.points).sum()
}
