//! Finding words in everything, as somebody types.

use anyhow::Result;
use rusqlite::Connection;
use touchline_core::kernel::Db;
use touchline_core::kernel::list::PageInput;
use touchline_core::{lists, search};

use crate::table::{nearest_rank, times};

/// What is typed, and what the bare index is asked for beside it.
const TYPED: &[(&str, &str)] = &[
    ("价", "\"q价\" *"),
    ("审", "\"q审\" *"),
    ("报价", "\"q报价\""),
    ("审批", "\"q审批\""),
    ("报价单", "\"q报价\" AND \"q价单\""),
    ("zhang", "\"gzhang\" *"),
    ("zlq", "\"gzlq\" *"),
    ("zwei", "\"gzwei\" *"),
    ("pri", "\"qpri\" *"),
    ("e", "\"qe\" *"),
    ("2231", "\"g2231\" *"),
    ("@acme", "\"gacme\" *"),
    ("zhang 报价", "\"q报价\""),
    ("报价 审批", "\"q报价\" AND \"q审批\""),
];

pub fn run(db: &Db, plain: &Connection) -> Result<()> {
    db.index_all()?;
    for (typed, asked) in TYPED {
        let table = if asked.starts_with("\"g") {
            "search_names"
        } else {
            "search_talk"
        };
        let sql = format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 ORDER BY rowid DESC LIMIT 50"
        );
        let bare = times(30, || {
            let mut latest = plain.prepare_cached(&sql)?;
            let rows = latest.query_map([asked], |row| row.get::<_, i64>(0))?;
            rows.collect::<rusqlite::Result<Vec<_>>>()?;
            Ok(())
        })?;
        let found = times(30, || {
            db.read(|read| search::find(read, typed, None, 5))?;
            Ok(())
        })?;
        let (bare, p50, p95) = (
            nearest_rank(bare, 95)?,
            nearest_rank(found.clone(), 50)?,
            nearest_rank(found, 95)?,
        );
        println!(
            "| find `{typed}` in everything (p50 {p50:.1} ms) | {p95:.2} ms | {bare:.2} ms | {:.1}× | ≤ 100 ms |",
            p95 / bare
        );
    }
    for typed in ["张", "采购", "2231"] {
        let asked = PageInput {
            query: Some(typed.to_owned()),
            ..PageInput::first("name", false, 100)
        };
        let page = times(30, || {
            db.read(|read| lists::people::list(read, &asked))?;
            Ok(())
        })?;
        println!(
            "| the list of people narrowed to `{typed}` | {:.2} ms | | | ≤ 50 ms |",
            nearest_rank(page, 95)?
        );
    }
    Ok(())
}
