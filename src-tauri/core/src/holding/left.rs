//! How many days a holder has left, for rows, cards and Today.

use std::collections::HashMap;

use serde::Serialize;

use super::facts::{Facts, Whose, active_rules};
use crate::kernel::list::numbers;
use crate::kernel::time::{days_between, plus_days};
use crate::kernel::{Id, Read, Result};
use crate::pipeline::TurnoverClock;

/// When a rule gives a deal back.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct DaysLeft {
    /// Until the night in which it goes back; 1: tonight.
    pub days: i64,
    /// The day that this night begins.
    pub on: String,
    pub clock: TurnoverClock,
    pub rule: String,
    /// Near enough that the rule warns.
    pub warned: bool,
}

/// The days left of these rows; those that no rule takes are left out.
pub fn of_rows(read: &Read<'_>, rows: &[i64]) -> Result<HashMap<i64, DaysLeft>> {
    if rows.is_empty() {
        return Ok(HashMap::new());
    }
    let found = of(read, &Whose::Rows(numbers(rows)))?;
    Ok(found.into_iter().map(|(n, _, left)| (n, left)).collect())
}

/// The days left of one deal.
pub fn of_deal(read: &Read<'_>, n: i64) -> Result<Option<DaysLeft>> {
    Ok(of_rows(read, &[n])?.remove(&n))
}

/// Row number, id and days left of the deals of a member or of everybody that are warned of, the nearest first.
pub fn warned(read: &Read<'_>, member: Option<Id>) -> Result<Vec<(i64, Id, DaysLeft)>> {
    let whose = member.map_or(Whose::Everybody, Whose::Member);
    let mut all = of(read, &whose)?;
    all.retain(|(.., left)| left.warned);
    all.sort_by(|(n, _, left), (other, _, right)| (left.days, n).cmp(&(right.days, other)));
    Ok(all)
}

fn of(read: &Read<'_>, whose: &Whose) -> Result<Vec<(i64, Id, DaysLeft)>> {
    let rules = active_rules(read)?;
    if rules.is_empty() {
        return Ok(Vec::new());
    }
    let facts = Facts::load(read, whose, &rules)?;
    let today = read.today();
    let tonight = plus_days(today, 1);
    let mut all = Vec::new();
    for fact in &facts.all {
        if let Some((rule, due)) = facts.due(&rules, fact, read.now)? {
            let on = due.on.max(tonight);
            let days = days_between(today, on);
            let left = DaysLeft {
                days,
                on: on.to_string(),
                clock: due.clock,
                rule: rule.row.name.clone(),
                warned: days <= rule.row.warn_days.max(1),
            };
            all.push((fact.n, fact.id, left));
        }
    }
    Ok(all)
}
