//! What is written and taken back by the hundred thousand.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use rusqlite::Connection;
use touchline_core::kernel::list::PageInput;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Db, Id};
use touchline_core::lists::ListKind;
use touchline_core::lists::change::{self, Change, Which};
use touchline_core::model;
use touchline_tests::generate::{self, Generator, Size};

use crate::{floor, now, options};

/// The kernel gate: contacts written with log and lookup; size of the whole workspace.
pub fn gate(dir: &Path, size: Size) -> Result<(Db, Vec<Id>)> {
    let bare = floor::people(&dir.join("bare.db"), size.people)?;
    let work = dir.join("work");
    let db = Db::create(
        model(),
        &work,
        Zone(chrono_tz::Asia::Shanghai),
        options(dir, 1),
    )?;
    let mut generator = Generator::new(7, now());

    let start = Instant::now();
    let people = generate::people(&db, &mut generator, size.people)?;
    let written = start.elapsed().as_secs_f64();
    println!(
        "| write {} contacts with 2 identifiers each, log, lookup | {written:.2} s | {bare:.2} s | {:.1}× | ≤ 8 s |",
        size.people,
        written / bare
    );
    checkpoint(&work)?;
    let bytes = megabytes(&work.join("touchline.db"))? * 1e6 / (3 * size.people) as f64;
    println!(
        "| bytes per new row (people, identifiers) with log and indexes | {bytes:.0} | | | ≤ 350 |"
    );

    let firms = generate::organizations(&db, &mut generator, size.organizations, &people)?;
    let deals = generate::deals(&db, &mut generator, size.deals, &people, &firms)?;
    let start = Instant::now();
    generate::touchpoints(
        &db,
        &mut generator,
        size.touchpoints,
        &people,
        &firms,
        &deals,
    )?;
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "| write {} touchpoints with log, events, touch counts | {seconds:.1} s | | | |",
        size.touchpoints
    );
    checkpoint(&work)?;
    let size = megabytes(&work.join("touchline.db"))?;
    println!(
        "| the whole generated workspace on disk, no text index | {size:.0} MB | | | ≤ 1,200 MB (people and touchpoints) |"
    );
    let start = Instant::now();
    db.index_all()?;
    let indexed = start.elapsed().as_secs_f64();
    checkpoint(&work)?;
    let with = megabytes(&work.join("touchline.db"))?;
    println!(
        "| the words of all that for the text index, in slices | {indexed:.1} s | | | {:.0} MB more |",
        with - size
    );
    Ok((db, people))
}

/// Taking back a large import is no slower than making it.
pub fn undo(dir: &Path, count: usize) -> Result<()> {
    let bare = floor::people(&dir.join("bare.db"), count)?;
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir.join("work"), zone, options(dir, 2))?;
    let mut generator = Generator::new(8, now());
    let start = Instant::now();
    generate::people(&db, &mut generator, count)?;
    let made = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let page = PageInput::first("name", false, 1);
    let everybody = Which::View {
        page,
        but: Vec::new(),
    };
    let city = Change::Set {
        field: "city".to_owned(),
        value: Some("苏州".to_owned()),
    };
    change::change(&db, ListKind::People, everybody, &city)?;
    let changed = start.elapsed().as_secs_f64();
    let start = Instant::now();
    db.undo(None)?;
    let back = start.elapsed().as_secs_f64();
    println!(
        "| change one field of {count} contacts as one action | {changed:.2} s | | | taken back in {back:.2} s |"
    );
    let start = Instant::now();
    db.undo(None)?;
    let undone = start.elapsed().as_secs_f64();
    println!(
        "| undo of {count} contacts as one action, made in {made:.2} s | {undone:.2} s | {bare:.2} s (making them) | {:.1}× | no slower than making them |",
        undone / bare
    );
    Ok(())
}

fn checkpoint(work: &Path) -> Result<()> {
    let conn = Connection::open(work.join("touchline.db"))?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

fn megabytes(path: &Path) -> Result<f64> {
    Ok(std::fs::metadata(path)?.len() as f64 / 1e6)
}
