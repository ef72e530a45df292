//! Turnover rules: what one would take tonight, and saving it once that was seen.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::facts::{Fact, Facts, Rule, Whose};
use super::types::TurnoverRule;
use crate::cash;
use crate::kernel::text::required;
use crate::kernel::time::plus_days;
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, Written};
use crate::people::Grade;
use crate::pipeline::{self, DealGlance, TurnoverClock};
use crate::team::MemberRef;

/// The usual limits and warning, days.
pub const HELD_DAYS: i64 = 14;
pub const SILENT_DAYS: i64 = 7;
pub const WARN_DAYS: i64 = 3;
const MOST_DAYS: i64 = 3_660;
const MOST_WARN: i64 = 60;
/// How many deals a simulation names; the counts are over all.
const SHOWN: usize = 200;

/// A rule as its form hands it in, and as the settings show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct RuleInput {
    /// `None`: a new one.
    pub id: Option<Id>,
    pub name: String,
    /// Days since it was taken over; `None`: that clock does not run.
    pub held_days: Option<i64>,
    /// Days since the later of that day and the last real touch.
    pub silent_days: Option<i64>,
    pub pipeline: Option<Id>,
    /// Empty: all.
    pub stages: Vec<Id>,
    pub grades: Vec<Grade>,
    pub sources: Vec<Id>,
    pub warn_days: i64,
    /// `None`: the common pool.
    pub pool: Option<Id>,
}

/// A rule in the settings.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct RuleView {
    #[serde(flatten)]
    pub rule: RuleInput,
    pub active: bool,
}

/// A deal that a rule would take.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct WouldTake {
    pub deal: DealGlance,
    pub clock: TurnoverClock,
    /// Days that this clock has counted by then.
    pub days: i64,
    /// A quote lies with the customer.
    pub quote: bool,
}

/// How many deals of a holder a rule would take.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct HolderCount {
    pub holder: Option<MemberRef>,
    pub count: i64,
}

/// What a rule would take tonight.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Simulation {
    /// Says what was looked at and on which day; saving asks for it.
    pub print: String,
    /// The day that the night begins.
    pub night: String,
    pub total: i64,
    /// Of these, with an open quote.
    pub quotes: i64,
    /// Open deals that somebody holds and no lock keeps.
    pub held: i64,
    /// It would take all of them.
    pub everything: bool,
    /// By name: people are not ranked.
    pub holders: Vec<HolderCount>,
    pub rows: Vec<WouldTake>,
    /// How many more there are behind the rows.
    pub more: i64,
}

/// All rules, in the order in which they were made.
pub fn list(read: &Read<'_>) -> Result<Vec<RuleView>> {
    let rows: Vec<TurnoverRule> = read.rows("WHERE deleted_at IS NULL ORDER BY id", [])?;
    Ok(rows.into_iter().map(view).collect())
}

fn view(row: TurnoverRule) -> RuleView {
    RuleView {
        active: row.active,
        rule: RuleInput {
            id: Some(row.id),
            name: row.name,
            held_days: row.held_days,
            silent_days: row.silent_days,
            pipeline: row.pipeline,
            stages: serde_json::from_str(&row.stages).unwrap_or_default(),
            grades: serde_json::from_str(&row.grades).unwrap_or_default(),
            sources: serde_json::from_str(&row.sources).unwrap_or_default(),
            warn_days: row.warn_days,
            pool: row.pool,
        },
    }
}

/// The row that a rule becomes, or why it may not stand.
fn row_of(input: &RuleInput, id: Id, since: i64) -> Result<TurnoverRule> {
    let days = |days: Option<i64>, field| match days {
        Some(days) if !(1..=MOST_DAYS).contains(&days) => Err(Error::invalid(field)),
        days => Ok(days),
    };
    if input.held_days.is_none() && input.silent_days.is_none() {
        return Err(Error::new(Code::RuleWithoutClock));
    }
    if !(0..=MOST_WARN).contains(&input.warn_days) {
        return Err(Error::invalid("warn_days"));
    }
    let json = |list: serde_json::Result<String>| list.map_err(Error::internal);
    Ok(TurnoverRule {
        n: 0,
        id,
        deleted_at: None,
        name: required(&input.name, "name")?,
        held_days: days(input.held_days, "held_days")?,
        silent_days: days(input.silent_days, "silent_days")?,
        pipeline: input.pipeline,
        stages: json(serde_json::to_string(&input.stages))?,
        grades: json(serde_json::to_string(&input.grades))?,
        sources: json(serde_json::to_string(&input.sources))?,
        warn_days: input.warn_days,
        pool: input.pool,
        active: true,
        since,
    })
}

/// What this rule alone would take tonight, on what is known now.
pub fn simulate(read: &Read<'_>, input: &RuleInput) -> Result<Simulation> {
    let night = plus_days(read.today(), 1);
    let id = input.id.unwrap_or_else(|| Id::derived(&[b"unsaved rule"]));
    let row = row_of(input, id, 0)?;
    let print = print(&row, night);
    let rules: Vec<Rule> = Rule::of(row).into_iter().collect();
    let facts = Facts::load(read, &Whose::Everybody, &rules)?;
    let held = facts.open(facts.night(night))?.len();
    let taken = taken(&facts, &rules, night)?;
    let quotes = cash::open_quotes(read)?;
    let mut members: HashMap<Id, Option<MemberRef>> = HashMap::new();
    let mut counts: BTreeMap<(String, Id), i64> = BTreeMap::new();
    for (fact, ..) in &taken {
        if let Entry::Vacant(new) = members.entry(fact.holder) {
            new.insert(crate::team::refer(read, fact.holder)?);
        }
        let name = members[&fact.holder]
            .as_ref()
            .map(|member| member.name.clone());
        *counts
            .entry((name.unwrap_or_default(), fact.holder))
            .or_default() += 1;
    }
    let holders = counts.into_iter().map(|((_, holder), count)| HolderCount {
        holder: members.get(&holder).cloned().flatten(),
        count,
    });
    let with_quote = taken.iter().filter(|(fact, ..)| quotes.contains(&fact.id));
    Ok(Simulation {
        print,
        night: night.to_string(),
        total: taken.len() as i64,
        quotes: with_quote.count() as i64,
        held: held as i64,
        everything: held > 0 && taken.len() == held,
        holders: holders.collect(),
        more: taken.len().saturating_sub(SHOWN) as i64,
        rows: shown(read, taken, &quotes)?,
    })
}

/// A fact with the rule that takes it, by which clock and after how many days of it.
pub(super) type Taken<'f, 'a> = (&'f Fact, &'a Rule, TurnoverClock, i64);

/// What these rules take in the night that begins a day.
pub(super) fn taken<'f, 'a>(
    facts: &'f Facts<'_, '_>,
    rules: &'a [Rule],
    night: NaiveDate,
) -> Result<Vec<Taken<'f, 'a>>> {
    let at = facts.night(night);
    let mut taken = Vec::new();
    for fact in &facts.all {
        if let Some((rule, due)) = facts.due(rules, fact, at)?
            && due.on <= night
        {
            let late = crate::kernel::time::days_between(due.on, night);
            taken.push((fact, rule, due.clock, due.days + late));
        }
    }
    Ok(taken)
}

/// The first of them with their names: those with an open quote before the others, then by holder.
fn shown(
    read: &Read<'_>,
    mut taken: Vec<Taken<'_, '_>>,
    quotes: &HashSet<Id>,
) -> Result<Vec<WouldTake>> {
    taken.sort_by_key(|(fact, ..)| (!quotes.contains(&fact.id), fact.holder, fact.n));
    taken.truncate(SHOWN);
    let numbers: Vec<i64> = taken.iter().map(|(fact, ..)| fact.n).collect();
    let sql = format!(
        "{} WHERE deals.n IN ({})",
        pipeline::GLANCE,
        crate::kernel::list::numbers(&numbers)
    );
    let glances = read.uncached(&sql, |row| {
        Ok((row.get::<_, i64>(15)?, pipeline::glance(read, row)?))
    })?;
    let mut glances: HashMap<i64, DealGlance> = glances.into_iter().collect();
    let mut rows = Vec::new();
    for (fact, _, clock, days) in taken {
        let Some(deal) = glances.remove(&fact.n) else {
            continue;
        };
        let quote = quotes.contains(&fact.id);
        rows.push(WouldTake {
            deal,
            clock,
            days,
            quote,
        });
    }
    Ok(rows)
}

/// A print of what a simulation looked at: the conditions of the rule, and the night.
fn print(row: &TurnoverRule, night: NaiveDate) -> String {
    let said = format!(
        "{:?}",
        (
            (row.held_days, row.silent_days, row.pipeline, row.pool),
            (&row.stages, &row.grades, &row.sources),
            night
        )
    );
    blake3::hash(said.as_bytes()).to_hex()[..16].to_owned()
}

/// Saves a rule that was simulated: it runs from tonight on. `print` is the simulation's; `everything` says that
/// somebody saw that it would take every deal and wants that.
pub fn save(db: &Db, input: &RuleInput, seen: &str, everything: bool) -> Result<Written<Id>> {
    db.write(Act::new("rule_saved").on(input.name.trim()), |tx| {
        let simulation = simulate(tx, input)?;
        if simulation.print != seen {
            return Err(Error::new(Code::RuleUnseen));
        }
        if simulation.everything && !everything {
            return Err(Error::new(Code::RuleTakesAll).with("count", simulation.total));
        }
        let id = match input.id {
            Some(id) => tx.get::<TurnoverRule>(id)?.id,
            None => tx.fresh_id(),
        };
        tx.put(&row_of(input, id, tx.now)?)?;
        Ok(id)
    })
}

/// Stops a rule. To run it again it is saved again, and so simulated.
pub fn stop(db: &Db, id: Id) -> Result<Written<()>> {
    db.write(Act::new("rule_stopped"), |tx| {
        let mut row: TurnoverRule = tx.get(id)?;
        tx.name_subject(row.name.clone());
        row.active = false;
        tx.put(&row)?;
        Ok(())
    })
}

/// Deletes a rule; what it gave back keeps its name.
pub fn delete(db: &Db, id: Id) -> Result<Written<bool>> {
    db.write(Act::new("rule_deleted"), |tx| {
        let row: TurnoverRule = tx.get(id)?;
        tx.name_subject(row.name);
        tx.delete::<TurnoverRule>(id)
    })
}
