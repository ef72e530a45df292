//! `make bench`: what the product costs on the generated workspace, each figure beside the bare
//! SQLite floor measured in the same run. Prints the table that docs/PERFORMANCE.md keeps.

#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]
#![allow(
    clippy::disallowed_methods,
    reason = "a benchmark measures real time, also of bare SQLite"
)]

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use touchline_core::kernel::list::PageInput;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Clock, Db, Id, Options};
use touchline_core::touchpoints::Subject;
use touchline_core::{journeys, lists, model, people, quicklog, records, search, today};
use touchline_tests::generate::{self, Generator, Size};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_222_800, 0).unwrap_or_default()
}

fn main() -> Result<()> {
    let dir = tempfile::tempdir()?;
    println!("| work | here | bare SQLite | ratio | target |");
    println!("|---|---|---|---|---|");
    let (db, people) = gate(dir.path(), Size::FULL)?;
    daily(&db, &people, dir.path())?;
    undo(&dir.path().join("undo"), Size::FULL.people)
}

fn megabytes(path: &Path) -> Result<f64> {
    Ok(std::fs::metadata(path)?.len() as f64 / 1e6)
}

/// The kernel gate: contacts written with log and lookup; size of the whole workspace.
fn gate(dir: &Path, size: Size) -> Result<(Db, Vec<Id>)> {
    let bare = bare_people(&dir.join("bare.db"), size.people)?;
    let work = dir.join("work");
    let options = Options {
        clock: Clock::Fixed(now()),
        seed: Some(1),
        config: dir.join("config"),
    };
    let db = Db::create(model(), &work, Zone(chrono_tz::Asia::Shanghai), options)?;
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
    Ok((db, people))
}

/// What a user waits for all day.
fn daily(db: &Db, people: &[Id], dir: &Path) -> Result<()> {
    let floor = Connection::open(dir.join("work/touchline.db"))?;
    let bare_write = bare_call(&dir.join("bare.db"))?;
    let mut at = 0;
    let mut somebody = || {
        at += 977;
        people[at % people.len()]
    };

    let save = p95(200, || {
        let id = somebody();
        let name = db.read(|read| {
            Ok(people::refer(read, id)?
                .map(|person| person.name)
                .unwrap_or_default())
        })?;
        quicklog::save(
            db,
            &format!("{name} 电话 12分钟 有意向，下周三回访 #价格"),
            &[],
            quicklog::Occasion::default(),
        )?;
        Ok(())
    })?;
    line(
        "save a call with promise and tag, commit included",
        save,
        bare_write,
        "≤ 10 ms",
    );

    let bare = p95(200, || {
        let n: i64 = 1 + somebody().bytes()[0] as i64 * 390;
        floor
            .prepare_cached("SELECT * FROM people WHERE n = ?1")?
            .query_row([n], |row| row.get::<_, i64>(0))?;
        Ok(())
    })?;
    let record = p95(200, || {
        let id = somebody();
        db.read(|read| records::person(read, id))?;
        Ok(())
    })?;
    line(
        "record page of a person with timeline",
        record,
        bare,
        "≤ 10 ms",
    );
    let journey = p95(200, || {
        let id = somebody();
        db.read(|read| journeys::of(read, Subject::person(id)))?;
        Ok(())
    })?;
    line("journey of a person", journey, bare, "");

    let bare = p95(20, || {
        let mut sums = floor.prepare_cached(
            "SELECT stage, currency, count(*), sum(amount_minor) FROM deals WHERE deleted_at IS NULL GROUP BY stage, currency",
        )?;
        let rows = sums.query_map([], |row| row.get::<_, i64>(2))?;
        rows.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(())
    })?;
    let board = p95(20, || {
        db.read(|read| lists::deals::board(read, None))?;
        Ok(())
    })?;
    line(
        "board with counts, sums and first cards (50,000 deals)",
        board,
        bare,
        "≤ 30 ms",
    );

    let bare = p95(50, || {
        let mut page = floor.prepare_cached(
            "SELECT * FROM people WHERE deleted_at IS NULL ORDER BY sort_key LIMIT 100",
        )?;
        let rows = page.query_map([], |row| row.get::<_, i64>(0))?;
        rows.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(())
    })?;
    for (sort, desc) in [
        ("name", false),
        ("last_touch_at", true),
        ("touch_count", true),
    ] {
        let page = p95(50, || {
            db.read(|read| lists::people::list(read, &PageInput::first(sort, desc, 100)))?;
            Ok(())
        })?;
        line(
            &format!("first 100 of 100,000 people by {sort}"),
            page,
            bare,
            "≤ 16 ms",
        );
    }
    for query in ["张", "zhang", "zlq", "2231", "an"] {
        let found = p95(50, || {
            db.read(|read| search::lookup(read, query, 8))?;
            Ok(())
        })?;
        line(&format!("look up `{query}`"), found, bare, "≤ 50 ms");
    }
    let queue = p95(20, || {
        db.read(today::list)?;
        Ok(())
    })?;
    line("Today", queue, bare, "");
    Ok(())
}

/// Taking back a large import is no slower than making it.
fn undo(dir: &Path, count: usize) -> Result<()> {
    let options = Options {
        clock: Clock::Fixed(now()),
        seed: Some(2),
        config: dir.join("config"),
    };
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir.join("work"), zone, options)?;
    let mut generator = Generator::new(8, now());
    let start = Instant::now();
    generate::people(&db, &mut generator, count)?;
    let made = start.elapsed().as_secs_f64();
    let start = Instant::now();
    db.undo(None)?;
    let undone = start.elapsed().as_secs_f64();
    println!(
        "| undo of {count} contacts as one action | {undone:.1} s | {made:.1} s (making them) | {:.1}× | no slower than making them |",
        undone / made
    );
    Ok(())
}

fn line(work: &str, here: f64, bare: f64, target: &str) {
    println!(
        "| {work} | {here:.2} ms | {bare:.2} ms | {:.1}× | {target} |",
        here / bare
    );
}

/// The 95th percentile of `count` runs, in milliseconds (nearest rank).
fn p95(count: usize, mut work: impl FnMut() -> Result<()>) -> Result<f64> {
    let mut times = Vec::with_capacity(count);
    for _ in 0..count {
        let start = Instant::now();
        work()?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    times
        .get((count * 95).div_ceil(100) - 1)
        .copied()
        .context("no runs")
}

fn checkpoint(work: &Path) -> Result<()> {
    let conn = Connection::open(work.join("touchline.db"))?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// The same rows in two plain tables with the indexes a contact list needs, in one transaction.
fn bare_people(file: &Path, count: usize) -> Result<f64> {
    let mut generator = Generator::new(7, now());
    let rows: Vec<_> = (0..count).map(|at| generator.person(at)).collect();
    let mut conn = Connection::open(file)?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE people (n INTEGER PRIMARY KEY, id BLOB UNIQUE, name TEXT, kind TEXT, grade TEXT, city TEXT);
         CREATE TABLE identifiers (n INTEGER PRIMARY KEY, id BLOB UNIQUE, person BLOB, kind TEXT, value TEXT);
         CREATE INDEX by_person ON identifiers (person); CREATE INDEX by_value ON identifiers (value);
         CREATE TABLE calls (n INTEGER PRIMARY KEY, id BLOB UNIQUE, person BLOB, at INTEGER, said TEXT);",
    )?;
    let start = Instant::now();
    let tx = conn.transaction()?;
    for (person, identifiers) in &rows {
        tx.prepare_cached(
            "INSERT INTO people (id, name, kind, grade, city) VALUES (?, ?, ?, ?, ?)",
        )?
        .execute((
            person.id,
            &person.name,
            person.kind,
            person.grade,
            &person.city,
        ))?;
        for identifier in identifiers {
            tx.prepare_cached(
                "INSERT INTO identifiers (id, person, kind, value) VALUES (?, ?, ?, ?)",
            )?
            .execute((
                identifier.id,
                identifier.person,
                identifier.kind,
                &identifier.value,
            ))?;
        }
    }
    tx.commit()?;
    Ok(start.elapsed().as_secs_f64())
}

/// One plain row with its own durable commit.
fn bare_call(file: &Path) -> Result<f64> {
    let conn = Connection::open(file)?;
    conn.execute_batch("PRAGMA synchronous = FULL")?;
    let mut at = 0u64;
    p95(200, || {
        at += 1;
        conn.prepare_cached("INSERT INTO calls (id, person, at, said) VALUES (?, ?, ?, ?)")?
            .execute((
                at.to_le_bytes(),
                at.to_be_bytes(),
                at as i64,
                "有意向，下周三回访",
            ))?;
        Ok(())
    })
}
