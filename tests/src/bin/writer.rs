//! A process that writes into a workspace until it is told to stop, is refused, or is killed. What it prints is what
//! it may be held to: `begun` while a transaction is open, `done N ID` only once the write has been committed.
//!
//! `writer DIR CONFIG NOW_MS SEED MODE [COUNT]`, MODE one of:
//! `calls` people and their touchpoints through the use-cases; `import` slices of one long action;
//! `hold` one transaction held open until its standard input ends.

use std::io::{Read as _, Write as _};

use anyhow::{Context, Result, bail};
use chrono::DateTime;
use touchline_core::kernel::{self, Act, Clock, Db, Id, Options};
use touchline_core::model;
use touchline_core::people::{self, PersonInput, PersonKind};
use touchline_core::touchpoints::{self, PersonChoice};
use touchline_tests::generate::Generator;

/// Touchpoints in one transaction: enough that it is open most of the time.
const ROWS: usize = 30;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [dir, config, now, seed, mode, rest @ ..] = args.as_slice() else {
        bail!("writer DIR CONFIG NOW_MS SEED MODE [COUNT]");
    };
    let now = DateTime::from_timestamp_millis(now.parse()?).context("NOW_MS")?;
    let seed = seed.parse()?;
    let count = rest.first().map_or(Ok(usize::MAX), |count| count.parse())?;
    let options = Options {
        clock: Clock::Fixed(now),
        seed: Some(seed),
        config: config.into(),
    };
    let db = Db::open(model(), dir.as_ref(), options)?;
    let mut generator = Generator::new(seed, now);
    let written = match mode.as_str() {
        "calls" => calls(&db, &mut generator, count),
        "import" => import(&db, &mut generator, count),
        "hold" => hold(&db),
        other => bail!("no mode {other}"),
    };
    match written {
        Ok(()) => say("finished"),
        Err(error) => say(&format!("refused {}", error.code.as_str())),
    }
    Ok(())
}

/// One line, whole: a killed process must not leave half of it.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(format!("{line}\n").as_bytes());
    let _ = out.flush();
}

fn calls(db: &Db, generator: &mut Generator, count: usize) -> kernel::Result<()> {
    for at in 0..count {
        let id = if at % 3 == 2 {
            saved(db, at)?
        } else {
            called(db, generator, at)?
        };
        say(&format!("done {at} {id}"));
    }
    Ok(())
}

fn saved(db: &Db, at: usize) -> kernel::Result<Id> {
    let input = PersonInput {
        source: Some("展会".to_owned()),
        organization: Some("恒达机械".to_owned()),
        ..PersonInput::named(&format!("王{at}"))
    };
    Ok(people::save(db, input)?.id)
}

fn called(db: &Db, generator: &mut Generator, at: usize) -> kernel::Result<Id> {
    let written = db.write(Act::new("call_logged"), |tx| {
        let person = touchpoints::choose(
            tx,
            &PersonChoice::NewName(format!("张{at}")),
            PersonKind::Lead,
        )?;
        say("begun");
        for row in 0..ROWS {
            touchpoints::add(tx, generator.touchpoint(row, person, None, None))?;
        }
        Ok(person)
    })?;
    Ok(written.value)
}

fn import(db: &Db, generator: &mut Generator, count: usize) -> kernel::Result<()> {
    let mut long = db.long(Act::new("import"));
    for at in 0..count {
        let id = long.slice(|tx| {
            let (person, identifiers) = generator.person(at);
            tx.put_new(&person)?;
            say("begun");
            for identifier in &identifiers {
                tx.put_new(identifier)?;
            }
            for row in 0..ROWS {
                tx.put_new(&generator.touchpoint(row, person.id, None, None))?;
            }
            Ok(person.id)
        })?;
        say(&format!("done {at} {id}"));
    }
    long.finish().map(drop)
}

fn hold(db: &Db) -> kernel::Result<()> {
    let held = db.write(Act::new("held"), |tx| {
        let person = touchpoints::choose(
            tx,
            &PersonChoice::NewName("等".to_owned()),
            PersonKind::Lead,
        )?;
        say("begun");
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        Ok(person)
    })?;
    say(&format!("done 0 {}", held.value));
    Ok(())
}
