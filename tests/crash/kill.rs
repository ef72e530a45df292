//! Forty processes killed with SIGKILL while they write.

use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;
use touchline_tests::store::{HERE, Store, after};

use crate::writer::{Said, Writer, acknowledged, running, touchpoints_of, whole};

const ROUNDS: u64 = 40;
/// Rounds on one workspace before the next: check rebuilds everything it holds.
const ON_ONE: u64 = 10;

#[test]
fn forty_killed_writers_lose_nothing_that_was_acknowledged() -> Result<()> {
    let mut chance = ChaCha12Rng::seed_from_u64(20_261_121);
    let mut open = 0;
    let mut promised = 0;
    for workspace in 0..ROUNDS / ON_ONE {
        let store = Store::new()?;
        drop(store.create()?);
        let mut people = Vec::new();
        for round in 0..ON_ONE {
            let long = round % 4 == 3;
            let wanted = Wanted {
                // Most die with a transaction open, some at whatever moment follows an acknowledgement.
                begun: round % 5 != 4,
                lines: chance.random_range(1..14),
            };
            let told = || format!("workspace {workspace}, round {round}, {wanted:?}");
            let seed = 1000 + workspace * ON_ONE + round;
            let minutes = i64::try_from(round)? * 10;
            let died = if long {
                imported(&store, seed, minutes, &wanted).with_context(told)?
            } else {
                let died = called(&store, seed, minutes, &wanted).with_context(told)?;
                people.extend(&died.acknowledged);
                died
            };
            open += u64::from(died.open);
            promised += died.acknowledged.len();

            let db = store.open(HERE, after(TimeDelta::minutes(minutes + 5)))?;
            touchpoints_of(&db, &people).with_context(told)?;
            ensure!(running(&db)? == 0, "{}: an action is left running", told());
            whole(&db).with_context(told)?;
        }
    }
    ensure!(
        open >= 30,
        "only {open} of {ROUNDS} died with a transaction open"
    );
    ensure!(promised > 50, "only {promised} writes were acknowledged");
    Ok(())
}

#[derive(Debug)]
struct Wanted {
    /// Kill after a line that says a transaction is open, else after an acknowledgement.
    begun: bool,
    /// Not before this many lines.
    lines: usize,
}

struct Died {
    /// The last thing it said is that a transaction is open.
    open: bool,
    acknowledged: Vec<touchline_core::kernel::Id>,
}

/// Reads the writer's lines until the wanted moment, and kills it.
fn killed(mut writer: Writer, wanted: &Wanted) -> Result<Died> {
    let mut said = Vec::new();
    while let Some(line) = writer.next()? {
        let here = matches!(line, Said::Begun) == wanted.begun;
        said.push(line);
        if here && said.len() >= wanted.lines {
            break;
        }
    }
    said.extend(writer.kill()?);
    ensure!(
        !said.iter().any(|line| matches!(line, Said::Refused(_))),
        "refused: {said:?}"
    );
    Ok(Died {
        open: said.last() == Some(&Said::Begun),
        acknowledged: acknowledged(&said),
    })
}

fn called(store: &Store, seed: u64, minutes: i64, wanted: &Wanted) -> Result<Died> {
    let now = after(TimeDelta::minutes(minutes));
    let died = killed(Writer::start(store, now, seed, &["calls"])?, wanted)?;
    let db = store.open(HERE, now)?;
    // A transaction is there whole or not at all.
    for count in touchpoints_of(&db, &died.acknowledged)? {
        ensure!(count == 0 || count == 30, "{count} touchpoints of 30");
    }
    let torn: i64 = db.read(|read| {
        read.value(
            "SELECT count(*) FROM (SELECT 1 FROM touchpoints GROUP BY person HAVING count(*) <> 30)",
            [],
        )
    })?;
    ensure!(torn == 0, "{torn} transactions are there in part");
    Ok(died)
}

/// An import dies between its slices or in one: what it had written stays while its lease runs, and is taken back
/// at the first opening after that.
fn imported(store: &Store, seed: u64, minutes: i64, wanted: &Wanted) -> Result<Died> {
    let now = after(TimeDelta::minutes(minutes));
    let before = store.open(HERE, now)?.digest()?.content;
    let died = killed(Writer::start(store, now, seed, &["import"])?, wanted)?;
    {
        let db = store.open(HERE, now)?;
        for count in touchpoints_of(&db, &died.acknowledged)? {
            ensure!(count == 30, "{count} touchpoints of 30");
        }
        let begun = i64::from(!died.acknowledged.is_empty());
        ensure!(
            running(&db)? >= begun,
            "an import whose lease runs was taken for dead"
        );
    }
    let db = store.open(HERE, after(TimeDelta::minutes(minutes + 4)))?;
    ensure!(
        db.digest()?.content == before,
        "a dead import was not taken back"
    );
    Ok(died)
}
