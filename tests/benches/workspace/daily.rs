//! What a user waits for all day, on the generated workspace.

use std::path::Path;

use anyhow::Result;
use rusqlite::Connection;
use touchline_core::funnel::{self, FunnelBy, FunnelInput};
use touchline_core::kernel::list::PageInput;
use touchline_core::kernel::{Act, Db, Id, settings};
use touchline_core::touchpoints::Subject;
use touchline_core::{journeys, lists, people, quicklog, records, search, today, week};

use crate::floor;
use crate::table::{alone, line, p95};

pub fn run(db: &Db, people: &[Id], dir: &Path) -> Result<()> {
    let plain = Connection::open(dir.join("work/touchline.db"))?;
    let bare_write = floor::call(&dir.join("bare.db"))?;
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

    let surname = p95(50, || {
        db.read(|read| quicklog::read(read, "张总 电话 12分钟 有意向，下周三回访 #价格", &[]))?;
        Ok(())
    })?;
    line(
        "read a line that a common surname begins",
        surname,
        bare_write,
        "≤ 50 ms",
    );

    let bare = p95(200, || {
        let n: i64 = 1 + somebody().bytes()[0] as i64 * 390;
        plain
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
        let mut sums = plain.prepare_cached(
            "SELECT stage, currency, count(*), sum(amount_minor) FROM deals WHERE deleted_at IS NULL GROUP BY stage, currency",
        )?;
        let rows = sums.query_map([], |row| row.get::<_, i64>(2))?;
        rows.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(())
    })?;
    let board = p95(20, || {
        db.read(|read| lists::deals::board(read, None, None))?;
        Ok(())
    })?;
    line(
        "board with counts, sums and first cards (50,000 deals)",
        board,
        bare,
        "≤ 30 ms",
    );

    let asked = FunnelInput {
        by: Some(FunnelBy::Size),
        ..FunnelInput::default()
    };
    let mut written = 0;
    let first = p95(20, || {
        written += 1;
        db.write(Act::new("measured"), |tx| {
            settings::set(tx, "measured", &written.to_string())
        })?;
        db.read(|read| funnel::funnel(read, &asked))?;
        Ok(())
    })?;
    alone(
        "funnel by size band, after a write (50,000 deals)",
        first,
        "≤ 200 ms",
    );
    let again = p95(50, || {
        db.read(|read| funnel::funnel(read, &asked))?;
        Ok(())
    })?;
    alone("the same, nothing written", again, "≤ 20 ms");

    let bare = p95(50, || {
        let mut page = plain.prepare_cached(
            "SELECT * FROM people WHERE deleted_at IS NULL AND root IS NULL ORDER BY sort_key LIMIT 100",
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
    for (what, from, filter) in [
        ("100 from the middle of 100,000 people", 50_000, None),
        ("people touched this month", 0, Some("last_touch_at=month")),
        ("people without a next step", 0, Some("next=none")),
        ("people of grade A", 0, Some("grade=A")),
        ("people with a phone to call", 0, Some("phone=true")),
        (
            "people not to be contacted",
            0,
            Some("reach=do_not_contact"),
        ),
        ("people by a part of their title", 0, Some("title=经理")),
        (
            "people by a part of their firm's name",
            0,
            Some("organization=科技"),
        ),
        (
            "people with 12 touches or more",
            0,
            Some("touch_count=12.."),
        ),
    ] {
        let asked = PageInput {
            from,
            filters: filter.into_iter().map(str::to_owned).collect(),
            ..PageInput::first("name", false, 100)
        };
        let page = p95(50, || {
            db.read(|read| lists::people::list(read, &asked))?;
            Ok(())
        })?;
        line(what, page, bare, "≤ 16 ms");
    }
    for query in ["张", "zhang", "zlq", "2231", "an"] {
        let found = p95(50, || {
            db.read(|read| search::lookup(read, query, 8))?;
            Ok(())
        })?;
        line(&format!("look up `{query}`"), found, bare, "≤ 50 ms");
    }
    crate::find::run(db, &plain)?;
    let queue = p95(20, || {
        db.read(today::list)?;
        Ok(())
    })?;
    line("Today", queue, bare, "");
    let this_week = p95(20, || {
        db.read(week::week)?;
        Ok(())
    })?;
    line("This week beside the last", this_week, bare, "≤ 50 ms");
    crate::score::run(db, &plain)?;
    Ok(())
}
