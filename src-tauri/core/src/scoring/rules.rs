//! Rules of scores, as somebody writes them.

use serde::{Deserialize, Serialize};

use crate::kernel::settings::Lang;
use crate::kernel::{Error, Id, Result, text};
use crate::people::Grade;
use crate::touchpoints::{Channel, Direction, Outcome};
use crate::words;

words! {
    /// What a fit rule looks at.
    pub enum FitField {
        OrganizationIndustry = "organization.industry",
        OrganizationRegion = "organization.region",
        OrganizationGrade = "organization.grade",
        OrganizationEmployees = "organization.employees",
        PersonGrade = "person.grade",
        PersonTitle = "person.title",
        PersonCity = "person.city",
        /// The deal's own, else its person's.
        PersonSource = "person.source",
        DealProduct = "deal.product",
        /// A field of the team's own, on any of the three.
        Own = "own",
    }
}

words! {
    /// How it compares; with any one of the values.
    pub enum FitOp {
        Is = "is",
        IsNot = "is_not",
        Contains = "contains",
        AtLeast = "at_least",
        AtMost = "at_most",
        Filled = "filled",
    }
}

words! {
    /// Which touches an engagement rule counts.
    pub enum Taking {
        /// The other side took part.
        Real = "real",
        /// It did not.
        Attempt = "attempt",
        Any = "any",
    }
}

/// Points for what stands in a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct FitRule {
    pub field: FitField,
    /// Which one, for `own`.
    pub own: Option<Id>,
    pub op: FitOp,
    /// Any of them; ids for source and product, choices by their ids. None for `filled`.
    pub values: Vec<String>,
    pub points: i64,
}

/// Points for touches within the last days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct EngagementRule {
    pub taking: Taking,
    /// `None`: any.
    pub channel: Option<Channel>,
    pub direction: Option<Direction>,
    pub outcome: Option<Outcome>,
    /// The window: so many calendar days, the last one included.
    pub days: i64,
    pub points: i64,
    /// At most so many touches of one calendar day count.
    pub per_day: Option<i64>,
    /// Only the first touch in the window counts.
    pub once: bool,
}

/// From how many points on a grade is given; below `c` it is D.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct GradeFrom {
    pub a: i64,
    pub b: i64,
    pub c: i64,
}

/// From how many points on a level is given; below `two` it is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct LevelFrom {
    pub four: i64,
    pub three: i64,
    pub two: i64,
}

/// Everything that a score goes by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct ScoreRules {
    pub fit: Vec<FitRule>,
    pub engagement: Vec<EngagementRule>,
    pub grades: GradeFrom,
    pub levels: LevelFrom,
}

/// More than anybody can keep in mind; a score is to be understood.
const MOST_RULES: usize = 50;
const MOST_POINTS: i64 = 1_000;
const MOST_DAYS: i64 = 3_650;

impl GradeFrom {
    pub fn of(self, points: i64) -> Grade {
        match points {
            points if points >= self.a => Grade::A,
            points if points >= self.b => Grade::B,
            points if points >= self.c => Grade::C,
            _ => Grade::D,
        }
    }
}

impl LevelFrom {
    pub fn of(self, points: i64) -> i64 {
        match points {
            points if points >= self.four => 4,
            points if points >= self.three => 3,
            points if points >= self.two => 2,
            _ => 1,
        }
    }
}

impl ScoreRules {
    pub fn is_empty(&self) -> bool {
        self.fit.is_empty() && self.engagement.is_empty()
    }

    /// The longest window of the engagement rules, days.
    pub fn longest(&self) -> i64 {
        self.engagement
            .iter()
            .map(|rule| rule.days)
            .max()
            .unwrap_or(0)
    }

    /// Refuses what cannot be meant: no points, a window of nothing, steps that do not rise.
    pub fn check(&self) -> Result<()> {
        if self.fit.len() > MOST_RULES || self.engagement.len() > MOST_RULES {
            return Err(Error::invalid("rules"));
        }
        for rule in &self.fit {
            rule.check()?;
        }
        for rule in &self.engagement {
            rule.check()?;
        }
        let GradeFrom { a, b, c } = self.grades;
        let LevelFrom { four, three, two } = self.levels;
        let steps = [a, b, c, four, three, two];
        if !(a > b && b > c && four > three && three > two)
            || steps.iter().any(|step| step.abs() > MOST_POINTS * 50)
        {
            return Err(Error::invalid("steps"));
        }
        Ok(())
    }
}

fn points(points: i64) -> Result<()> {
    if points == 0 || points.abs() > MOST_POINTS {
        return Err(Error::invalid("points"));
    }
    Ok(())
}

impl FitRule {
    fn check(&self) -> Result<()> {
        points(self.points)?;
        if (self.field == FitField::Own) != self.own.is_some() {
            return Err(Error::invalid("own_field"));
        }
        let blank = self
            .values
            .iter()
            .any(|value| text::squeeze(value).is_empty());
        let unfit = match self.op {
            FitOp::Filled => !self.values.is_empty(),
            FitOp::AtLeast | FitOp::AtMost => {
                self.values.len() != 1
                    || self
                        .values
                        .iter()
                        .any(|value| value.trim().parse::<f64>().is_err())
            }
            FitOp::Is | FitOp::IsNot | FitOp::Contains => self.values.is_empty() || blank,
        };
        if unfit || self.values.len() > 200 {
            return Err(Error::invalid("rule_value"));
        }
        Ok(())
    }
}

impl EngagementRule {
    fn check(&self) -> Result<()> {
        points(self.points)?;
        if !(1..=MOST_DAYS).contains(&self.days) {
            return Err(Error::invalid("window_days"));
        }
        if self.per_day.is_some_and(|most| !(1..=100).contains(&most)) {
            return Err(Error::invalid("per_day"));
        }
        Ok(())
    }
}

/// See [`suggested`](super::suggested).
pub fn suggested(lang: Lang) -> ScoreRules {
    let fit = |field, op, values: &[&str], points| FitRule {
        field,
        own: None,
        op,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        points,
    };
    let leads: &[&str] = match lang {
        Lang::En => &[
            "director",
            "CEO",
            "founder",
            "head",
            "president",
            "VP",
            "owner",
        ],
        Lang::ZhHans => &["总经理", "总监", "创始人", "董事", "总裁", "负责人", "CEO"],
        Lang::ZhHant => &["總經理", "總監", "創辦人", "董事", "總裁", "負責人", "CEO"],
    };
    let touch = |taking, channel, outcome, days, points, per_day| EngagementRule {
        taking,
        channel,
        direction: None,
        outcome,
        days,
        points,
        per_day,
        once: false,
    };
    let real = Taking::Real;
    ScoreRules {
        fit: vec![
            fit(FitField::OrganizationGrade, FitOp::Is, &["A"], 40),
            fit(FitField::OrganizationGrade, FitOp::Is, &["B"], 20),
            fit(FitField::OrganizationEmployees, FitOp::AtLeast, &["50"], 20),
            fit(
                FitField::OrganizationEmployees,
                FitOp::AtLeast,
                &["500"],
                20,
            ),
            fit(FitField::PersonTitle, FitOp::Contains, leads, 20),
        ],
        engagement: vec![
            EngagementRule {
                direction: Some(Direction::Inbound),
                ..touch(real, None, None, 30, 20, Some(1))
            },
            touch(real, Some(Channel::Call), None, 30, 10, Some(1)),
            touch(real, Some(Channel::Visit), None, 60, 25, Some(1)),
            touch(real, Some(Channel::Video), None, 60, 20, Some(1)),
            touch(Taking::Any, Some(Channel::Article), None, 30, 5, Some(2)),
            touch(real, None, Some(Outcome::Interested), 60, 20, Some(1)),
            touch(real, None, Some(Outcome::Agreed), 60, 25, Some(1)),
            EngagementRule {
                once: true,
                ..touch(real, None, Some(Outcome::NotInterested), 60, -30, None)
            },
        ],
        grades: GradeFrom {
            a: 60,
            b: 40,
            c: 20,
        },
        levels: LevelFrom {
            four: 80,
            three: 40,
            two: 10,
        },
    }
}
