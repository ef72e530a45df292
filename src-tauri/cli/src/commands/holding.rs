//! `touchline pool`, `touchline rules` and `touchline handover`.

use serde_json::json;
use touchline_core::holding::handover::{self, HandoverInput};
use touchline_core::holding::rules::{self, HELD_DAYS, RuleInput, SILENT_DAYS, WARN_DAYS};
use touchline_core::holding::{Pool as PoolRow, pool, run};
use touchline_core::kernel::{Code, Db, Error, Id, Read};
use touchline_core::lists;
use touchline_core::pipeline;
use touchline_core::team::{self, Member};

use super::list;
use crate::args::{Handover, Pool, Rules};
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::{Words, params};

const POOL: &[Column] = &[
    ("deal", "/name", Shape::Text),
    ("organization", "/organization", Shape::Text),
    ("stage", "/stage", Shape::Text),
    ("grade", "/lying/grade", Shape::Text),
    ("when", "/lying/since", Shape::Moment),
    ("why", "/lying/why", Shape::Word("cli.held")),
    ("reason", "/lying/reason", Shape::Text),
    ("before", "/lying/former", Shape::Text),
    ("until", "/lying/quarantine", Shape::Text),
    ("pool", "/lying/pool", Shape::Text),
    ("id", "/id", Shape::Text),
];

const RULES: &[Column] = &[
    ("name", "/name", Shape::Text),
    ("held_days", "/held_days", Shape::Number),
    ("silent_days", "/silent_days", Shape::Number),
    ("warn_days", "/warn_days", Shape::Number),
    ("runs", "/active", Shape::Word("cli.runs")),
    ("id", "/id", Shape::Text),
];

const TAKES: &[Column] = &[
    ("deal", "/deal/name", Shape::Text),
    ("organization", "/deal/organization", Shape::Text),
    ("holder", "/deal/holder/name", Shape::Text),
    ("clock", "/clock", Shape::Word("cli.clock")),
    ("days", "/days", Shape::Number),
    ("quote", "/quote", Shape::Word("cli.quote")),
    ("id", "/deal/id", Shape::Text),
];

const HOLDERS: &[Column] = &[
    ("holder", "/holder/name", Shape::Text),
    ("count", "/count", Shape::Number),
];

const NIGHTS: &[Column] = &[
    ("night", "/day", Shape::Text),
    ("count", "/returned", Shape::Number),
    ("id", "/action", Shape::Text),
];

const MUCH: &[Column] = &[
    ("deals", "/deals", Shape::Number),
    ("deals_open", "/open", Shape::Number),
    ("people", "/people", Shape::Number),
    ("organizations", "/organizations", Shape::Number),
    ("followups", "/followups", Shape::Number),
];

fn member_named(read: &Read<'_>, who: &str) -> touchline_core::kernel::Result<Member> {
    match who.parse::<Id>() {
        Ok(id) => read.get(id),
        Err(_) => team::by_name(read, who)?.ok_or_else(|| Error::absent("members", who)),
    }
}

pub fn pool(db: &Db, words: &Words, what: Pool) -> Result<Answer> {
    match what {
        Pool::List(page) => list(
            db,
            words,
            &page,
            ("held_at", false),
            POOL,
            lists::pool::list,
        ),
        Pool::Claim { deal, member } => {
            let member = member
                .map(|who| db.read(|read| member_named(read, &who)))
                .transpose()?;
            let action = pool::claim(db, deal, member.map(|member| member.id))?.action;
            let deal = db.read(|read| pipeline::glance_of(read, deal))?;
            let holder = deal.holder.as_ref().map(|holder| holder.name.clone());
            let named = params([
                ("deal", deal.name.clone()),
                ("name", holder.unwrap_or_default()),
            ]);
            let text = words.fill("cli.say.claimed", &named);
            Answer::new(&json!({ "action": action, "deal": deal }), text)
        }
        Pool::Return {
            deals,
            reason,
            pool,
        } => {
            let into = pool
                .map(|named| db.read(|read| pool_named(read, &named)))
                .transpose()?;
            let written = pool::give_back(db, &deals, into, reason)?;
            let count = params([("count", written.value.to_string())]);
            let text = words.fill("cli.say.given_back", &count);
            let json = json!({ "action": written.action, "returned": written.value });
            Answer::new(&json, text)
        }
    }
}

fn pool_named(read: &Read<'_>, named: &str) -> touchline_core::kernel::Result<Id> {
    if let Ok(id) = named.parse() {
        return read.get::<PoolRow>(id).map(|pool| pool.id);
    }
    let pools = pool::list(read)?;
    let found = pools.into_iter().find(|pool| pool.name == named);
    found
        .map(|pool| pool.id)
        .ok_or_else(|| Error::absent("pools", named))
}

pub fn rules(db: &Db, words: &Words, what: Rules) -> Result<Answer> {
    let zone = db.read(|read| Ok(read.zone))?;
    let to = Show { words, zone };
    match what {
        Rules::List => {
            let rows = value(&db.read(rules::list)?)?;
            let list = rows.as_array().cloned().unwrap_or_default();
            Answer::new(&json!({ "rows": rows }), to.listed(&list, RULES, None))
        }
        Rules::Simulate { rule, held, silent } => {
            let simulation = db.read(|read| {
                let mut rule = match &rule {
                    Some(named) => rule_named(read, named)?,
                    None => usual(),
                };
                if held.is_some() || silent.is_some() {
                    (rule.held_days, rule.silent_days) = (held, silent);
                }
                rules::simulate(read, &rule)
            })?;
            let shown = value(&simulation)?;
            let rows = |at: &str| shown[at].as_array().cloned().unwrap_or_default();
            let named = params([
                ("count", simulation.total.to_string()),
                ("quotes", simulation.quotes.to_string()),
                ("held", simulation.held.to_string()),
            ]);
            let mut text = words.fill("cli.say.would_return", &named);
            if simulation.everything {
                text = format!("{text}\n{}", words.say("cli.say.everything"));
            }
            if simulation.total > 0 {
                let total = Some(simulation.total);
                text = format!(
                    "{text}\n\n{}\n{}",
                    to.rows(&rows("holders"), HOLDERS),
                    to.listed(&rows("rows"), TAKES, total)
                );
            }
            Answer::new(&shown, text)
        }
        Rules::Apply => {
            let rows = value(&run::run(db)?)?;
            let list = rows.as_array().cloned().unwrap_or_default();
            Answer::new(&json!({ "nights": rows }), to.listed(&list, NIGHTS, None))
        }
    }
}

/// The rule with this id or name; of several by one name, none.
fn rule_named(read: &Read<'_>, named: &str) -> touchline_core::kernel::Result<RuleInput> {
    let id = named.parse::<Id>().ok();
    let mut found: Vec<RuleInput> = rules::list(read)?
        .into_iter()
        .map(|view| view.rule)
        .filter(|rule| rule.name == named || (id.is_some() && rule.id == id))
        .collect();
    match (found.pop(), found.is_empty()) {
        (Some(rule), true) => Ok(rule),
        (Some(_), false) => Err(Error::new(Code::NameTaken).with("name", named)),
        (None, _) => Err(Error::absent("turnover_rules", named)),
    }
}

fn usual() -> RuleInput {
    RuleInput {
        id: None,
        name: "-".to_owned(),
        held_days: Some(HELD_DAYS),
        silent_days: Some(SILENT_DAYS),
        pipeline: None,
        stages: Vec::new(),
        grades: Vec::new(),
        sources: Vec::new(),
        warn_days: WARN_DAYS,
        pool: None,
    }
}

pub fn handover(db: &Db, words: &Words, asked: &Handover) -> Result<Answer> {
    let (from, to) = db.read(|read| {
        Ok((
            member_named(read, &asked.from)?,
            member_named(read, &asked.to)?,
        ))
    })?;
    let done = match asked.dry_run {
        true => db.read(|read| handover::everything(read, from.id))?,
        false => handover::run(
            db,
            &HandoverInput {
                deals: None,
                from: Some(from.id),
                to: to.id,
                reason: asked.reason.clone(),
                anyway: asked.anyway,
            },
        )?,
    };
    let zone = db.read(|read| Ok(read.zone))?;
    let shown = value(&done)?;
    let named = params([("from", from.name), ("to", to.name)]);
    let say = match asked.dry_run {
        true => words.say("cli.say.dry_run"),
        false => words.fill("cli.say.handed_over", &named),
    };
    let text = format!("{say}\n\n{}", Show { words, zone }.record(&shown, MUCH));
    Answer::new(&shown, text)
}
