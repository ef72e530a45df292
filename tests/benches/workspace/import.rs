//! A table of contacts from a file, with identity check, log and every index, while somebody reads.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use touchline_core::exchange::{self, ImportChoice};
use touchline_core::kernel::list::PageInput;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Db, Read};
use touchline_core::{lists, model};
use touchline_tests::generate::Generator;

use crate::table::nearest_rank;
use crate::{floor, now, options};

/// Imports `count` contacts into an empty workspace; then the same file again, which changes nothing.
pub fn contacts(dir: &Path, count: usize, target: &str) -> Result<()> {
    let bare = floor::people(&dir.join("bare.db"), count)?;
    let file = dir.join("contacts.csv");
    std::fs::write(&file, table(count))?;
    let choice = ImportChoice {
        path: file,
        ..ImportChoice::default()
    };
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir.join("work"), zone, options(dir, 4))?;

    let (took, reads) = watched(&db, || {
        let start = Instant::now();
        let done = exchange::import(&db, std::slice::from_ref(&choice), &mut |_| {}, &|| false)?;
        ensure!(done.counts.created as usize == count, "not all came in");
        db.index_all()?;
        Ok(start.elapsed().as_secs_f64())
    })?;
    println!(
        "| import {count} contacts from a file, with their firms and the text index | {took:.2} s | {bare:.2} s (people, identifiers) | {:.1}× | {target} |",
        took / bare
    );
    println!(
        "| first page of people while that runs, p99 of {} | {:.1} ms | | | ≤ 50 ms |",
        reads.len(),
        nearest_rank(reads, 99)?
    );
    let start = Instant::now();
    let again = exchange::import(&db, std::slice::from_ref(&choice), &mut |_| {}, &|| false)?;
    ensure!(
        again.counts.unchanged as usize == count,
        "a second import changed something"
    );
    println!(
        "| the same file again, nothing to do | {:.2} s | | | |",
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

/// One firm has about ten people.
fn table(count: usize) -> String {
    let mut generator = Generator::new(9, now());
    let mut text = String::from("姓名,手机,邮箱,公司,职务,城市,备注\n");
    for at in 0..count {
        let (person, [phone, email]) = generator.person(at);
        let city = person.city.unwrap_or_default();
        let firm = at / 10;
        text.push_str(&format!(
            "{},{},{},{city}精密机电 {firm},采购经理,{city},展会上认识，{city}工厂在扩建\n",
            person.name, phone.value, email.value
        ));
    }
    text
}

/// Does the work while another thread asks for the first page again and again; how long each took, in
/// milliseconds.
fn watched<T>(db: &Db, work: impl FnOnce() -> Result<T>) -> Result<(T, Vec<f64>)> {
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| -> Result<Vec<f64>> {
            let mut times = Vec::new();
            while !done.load(Ordering::Relaxed) {
                let start = Instant::now();
                let page = PageInput::first("name", false, 100);
                db.read(|read: &Read<'_>| lists::people::list(read, &page))?;
                times.push(start.elapsed().as_secs_f64() * 1e3);
                std::thread::sleep(Duration::from_millis(20));
            }
            Ok(times)
        });
        let made = work();
        done.store(true, Ordering::Relaxed);
        let times = reader
            .join()
            .map_err(|_| anyhow::anyhow!("the reader fell"))??;
        Ok((made?, times))
    })
}
