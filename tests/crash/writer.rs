//! The parent's side of the `writer` process: reading what it promises, killing it, holding the file to its word.

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, Utc};
use touchline_core::kernel::{Db, Id};
use touchline_tests::store::{HERE, Store};

/// A line of the writer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A transaction is open.
    Begun,
    /// This person was committed with everything that belongs to them.
    Done(Id),
    /// It stopped with this code.
    Refused(String),
    Finished,
}

pub struct Writer {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Writer {
    /// Starts it on a workspace; `seed` tells its identities from those of others.
    pub fn start(store: &Store, now: DateTime<Utc>, seed: u64, mode: &[&str]) -> Result<Self> {
        Writer::start_by(
            Command::new(env!("CARGO_BIN_EXE_writer")),
            store,
            now,
            seed,
            mode,
        )
    }

    /// Starts it where files cannot grow beyond this many kilobytes.
    pub fn start_capped(
        store: &Store,
        now: DateTime<Utc>,
        kilobytes: u64,
        mode: &[&str],
    ) -> Result<Self> {
        let mut shell = Command::new("bash");
        let limited = format!("trap '' XFSZ; ulimit -f {kilobytes}; exec \"$@\"");
        shell.args(["-c", &limited, "bash", env!("CARGO_BIN_EXE_writer")]);
        Writer::start_by(shell, store, now, 7, mode)
    }

    fn start_by(
        mut command: Command,
        store: &Store,
        now: DateTime<Utc>,
        seed: u64,
        mode: &[&str],
    ) -> Result<Self> {
        let mut child = command
            .arg(store.dir())
            .arg(store.beside(HERE))
            .arg(now.timestamp_millis().to_string())
            .arg(seed.to_string())
            .args(mode)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting the writer")?;
        let out = child.stdout.take().context("its standard output")?;
        Ok(Writer {
            child,
            lines: BufReader::new(out).lines(),
        })
    }

    /// The next line; `None` when it is gone.
    pub fn next(&mut self) -> Result<Option<Said>> {
        let Some(line) = self.lines.next().transpose()? else {
            return Ok(None);
        };
        let words: Vec<&str> = line.split(' ').collect();
        Ok(Some(match words.as_slice() {
            ["begun"] => Said::Begun,
            ["done", _, id] => Said::Done(id.parse()?),
            ["refused", code] => Said::Refused((*code).to_owned()),
            ["finished"] => Said::Finished,
            _ => anyhow::bail!("the writer said {line:?}"),
        }))
    }

    /// SIGKILL, then what it had still said before it died.
    pub fn kill(mut self) -> Result<Vec<Said>> {
        self.child.kill()?;
        let rest = self.rest()?;
        self.child.wait()?;
        Ok(rest)
    }

    /// Lets it run to its end.
    pub fn finish(mut self) -> Result<Vec<Said>> {
        drop(self.child.stdin.take());
        let rest = self.rest()?;
        self.child.wait()?;
        Ok(rest)
    }

    fn rest(&mut self) -> Result<Vec<Said>> {
        let mut said = Vec::new();
        while let Some(line) = self.next()? {
            said.push(line);
        }
        Ok(said)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The people whose writes were acknowledged.
pub fn acknowledged(said: &[Said]) -> Vec<Id> {
    said.iter()
        .filter_map(|line| match line {
            Said::Done(id) => Some(*id),
            _ => None,
        })
        .collect()
}

/// How many live touchpoints each of these people has; a missing person is an error.
pub fn touchpoints_of(db: &Db, people: &[Id]) -> Result<Vec<i64>> {
    let counts = db.read(|read| {
        people
            .iter()
            .map(|id| {
                read.value(
                    "SELECT CASE WHEN EXISTS (SELECT 1 FROM people WHERE id = ?1 AND deleted_at IS NULL)
                            THEN (SELECT count(*) FROM touchpoints WHERE person = ?1 AND deleted_at IS NULL)
                            ELSE -1 END",
                    [id],
                )
            })
            .collect::<touchline_core::kernel::Result<Vec<i64>>>()
    })?;
    for (id, count) in people.iter().zip(&counts) {
        ensure!(*count >= 0, "acknowledged and not there: {id}");
    }
    Ok(counts)
}

/// Fails unless the file is whole, projections equal a rebuild, and the next write works.
pub fn whole(db: &Db) -> Result<()> {
    let check = db.check()?;
    ensure!(check.integrity == "ok", "{}", check.integrity);
    ensure!(
        check.stale_projections.is_empty(),
        "stale: {:?}",
        check.stale_projections
    );
    let written = db.write(touchline_core::kernel::Act::new("after"), |tx| {
        touchline_core::kernel::settings::set(tx, "name", &format!("after {}", tx.fresh_id()))
    })?;
    ensure!(written.action.is_some(), "the next write made no action");
    Ok(())
}

/// How many actions are marked as still running.
pub fn running(db: &Db) -> Result<i64> {
    Ok(db.read(|read| read.value("SELECT count(*) FROM actions WHERE state = 'running'", []))?)
}
