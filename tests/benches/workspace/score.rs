//! What scores cost: every deal anew, a dry run, one deal after a touch.

use anyhow::{Context, Result};
use rusqlite::Connection;
use touchline_core::kernel::settings::Lang;
use touchline_core::kernel::{Act, Db, Id};
use touchline_core::scoring;
use touchline_core::touchpoints::{self, Touchpoint};

use crate::table::{alone, line, p95};

pub fn run(db: &Db, plain: &Connection) -> Result<()> {
    let mut rules = scoring::suggested(Lang::ZhHans);
    let bare = p95(3, || {
        let mut touches =
            plain.prepare_cached("SELECT sum(at), count(DISTINCT channel) FROM touchpoints")?;
        touches.query_row([], |row| row.get::<_, i64>(1))?;
        Ok(())
    })?;
    let dry = p95(3, || {
        db.read(|read| scoring::simulate(read, &rules))?;
        Ok(())
    })?;
    line("dry run of score rules over everything", dry, bare, "≤ 3 s");
    let full = p95(3, || {
        for rule in &mut rules.engagement {
            rule.days += 40;
        }
        scoring::save(db, &rules)?;
        Ok(())
    })?;
    line(
        "rules saved and every deal scored anew (50,000 deals, 1,000,000 touchpoints)",
        full,
        bare,
        "≤ 3 s",
    );
    let grid = p95(20, || {
        db.read(scoring::grid)?;
        Ok(())
    })?;
    alone("fit × engagement with counts and win rates", grid, "");
    let known: Vec<Id> = db.read(|read| {
        let sql = "SELECT id FROM touchpoints WHERE deal IS NOT NULL ORDER BY n LIMIT 200";
        read.all(sql, [], |row| row.get(0))
    })?;
    let mut next = known.iter().cycle();
    let touch = p95(200, || {
        let like = *next.next().context("no touchpoint names a deal")?;
        db.write(Act::new("call_logged"), |tx| {
            let known: Touchpoint = tx.get(like)?;
            let at = tx.now;
            let id = tx.fresh_id();
            touchpoints::add(tx, Touchpoint { id, at, ..known }).map(drop)
        })?;
        Ok(())
    })?;
    alone("a touch on a scored deal, commit included", touch, "≤ 5 ms");
    // What is measured after this is measured without scores, as before.
    rules.fit.clear();
    rules.engagement.clear();
    scoring::save(db, &rules)?;
    Ok(())
}
