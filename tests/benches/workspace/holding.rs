//! Turnover rules over all deals: every deal of the generated workspace is handed to one of five sellers first.

use anyhow::Result;
use touchline_core::holding::rules::{self, RuleInput};
use touchline_core::holding::{assign, today};
use touchline_core::kernel::list::PageInput;
use touchline_core::kernel::{Act, Db, Id};
use touchline_core::people::Grade;
use touchline_core::team::{self, Role};
use touchline_core::{lists, pipeline};

use crate::table::{alone, p95};

const SELLERS: usize = 5;
const SLICE: usize = 5_000;

fn rule(grades: Vec<Grade>) -> RuleInput {
    RuleInput {
        id: None,
        name: "Usual".to_owned(),
        held_days: Some(14),
        silent_days: Some(7),
        pipeline: None,
        stages: Vec::new(),
        grades,
        sources: Vec::new(),
        warn_days: 3,
        pool: None,
    }
}

/// Hands every deal to a seller; a workspace that was measured before is left as it is.
fn prepare(db: &Db) -> Result<()> {
    let held: i64 =
        db.read(|read| read.value("SELECT count(*) FROM deals WHERE holder IS NOT NULL", []))?;
    if held > 0 {
        return Ok(());
    }
    let sellers = db.write(Act::new("generated"), |tx| {
        (0..SELLERS)
            .map(|at| {
                let member = team::member(tx.fresh_id(), &format!("Seller {at}"), Role::Sales);
                tx.put(&member)?;
                Ok(member.id)
            })
            .collect::<touchline_core::kernel::Result<Vec<Id>>>()
    })?;
    let deals: Vec<Id> =
        db.read(|read| read.all("SELECT id FROM deals ORDER BY n", [], |row| row.get(0)))?;
    let mut long = db.long(Act::new("generated"));
    for (slice, some) in deals.chunks(SLICE).enumerate() {
        long.slice(|tx| {
            for (at, deal) in some.iter().enumerate() {
                let seller = sellers.value[(slice + at) % SELLERS];
                pipeline::hold(tx, *deal, Some(seller), None)?;
            }
            Ok(())
        })?;
    }
    long.finish()?;
    Ok(())
}

pub fn run(db: &Db) -> Result<()> {
    prepare(db)?;
    let simulate = |rule: RuleInput| {
        p95(20, || {
            db.read(|read| rules::simulate(read, &rule))?;
            Ok(())
        })
    };
    let usual = simulate(rule(Vec::new()))?;
    alone("simulate a turnover rule over all deals", usual, "≤ 300 ms");
    let graded = simulate(rule(vec![Grade::A, Grade::B]))?;
    alone("the same for two grades", graded, "≤ 300 ms");
    if db.read(rules::list)?.is_empty() {
        let seen = db
            .read(|read| rules::simulate(read, &rule(Vec::new())))?
            .print;
        rules::save(db, &rule(Vec::new()), &seen, true)?;
    }
    let page = PageInput::first("name", false, 100);
    let rows = p95(50, || {
        db.read(|read| lists::deals::list(read, &page))?;
        Ok(())
    })?;
    alone("a page of deals with the days left", rows, "≤ 16 ms");
    let warned = p95(20, || {
        db.read(today::today)?;
        Ok(())
    })?;
    alone("what Today shows of holding", warned, "≤ 300 ms");
    let proposals = p95(10, || {
        db.read(assign::suggest)?;
        Ok(())
    })?;
    alone("proposals for the pool", proposals, "≤ 300 ms");
    Ok(())
}
