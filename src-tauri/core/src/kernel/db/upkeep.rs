//! Looking after the file: digests, checking and rebuilding what is derived, backup and restore.

use std::path::{Path, PathBuf};

use super::{Db, Here, connect, lock};
use crate::kernel::device::Device;
use crate::kernel::digest::{self, Digest};
use crate::kernel::projections::{self, Projector};
use crate::kernel::{Result, backup, index, lease};

/// The answer of [`Db::check`].
#[derive(Debug, Clone, serde::Serialize)]
pub struct Check {
    /// "ok", or what SQLite found.
    pub integrity: String,
    /// Projections that differ from a rebuild.
    pub stale_projections: Vec<&'static str>,
}

impl Db {
    /// Both digests of the workspace as it stands.
    pub fn digest(&self) -> Result<Digest> {
        self.read(|read| digest::of(self.0.model, read.conn()))
    }

    /// Recomputes everything derived.
    pub fn rebuild(&self) -> Result<()> {
        let conn = lock(&self.0.writer);
        let transaction = self.begin(&conn)?;
        projections::rebuild(self.0.model, &Projector::new(self.look(&transaction)?))?;
        Ok(transaction.commit()?)
    }

    /// Recomputes derived data that time alone has changed, outside any action: nothing is logged.
    pub fn rederive<T>(&self, work: impl FnOnce(&Projector<'_>) -> Result<T>) -> Result<T> {
        let conn = lock(&self.0.writer);
        let transaction = self.begin(&conn)?;
        let done = work(&Projector::new(self.look(&transaction)?))?;
        transaction.commit()?;
        Ok(done)
    }

    /// SQLite's integrity check and, per projection, whether it equals a rebuild. Changes nothing but
    /// the text index, where rows still wait for it.
    pub fn check(&self) -> Result<Check> {
        self.index_all()?;
        let conn = lock(&self.0.writer);
        let integrity: String =
            conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if integrity != "ok" {
            return Ok(Check {
                integrity,
                stale_projections: Vec::new(),
            });
        }
        let transaction = self.begin(&conn)?;
        let before = projections::fingerprints(self.0.model, &transaction)?;
        projections::rebuild(self.0.model, &Projector::new(self.look(&transaction)?))?;
        let after = projections::fingerprints(self.0.model, &transaction)?;
        transaction.rollback()?;
        let stale = before
            .iter()
            .zip(&after)
            .filter(|(a, b)| a != b)
            .map(|(a, _)| a.0)
            .collect();
        Ok(Check {
            integrity,
            stale_projections: stale,
        })
    }

    /// Writes the whole file anew and empties the journal beside it, so that what was erased is in no
    /// forgotten corner of either. Needs room for a second copy; reads go on meanwhile, writes wait.
    pub fn scrub(&self) -> Result<()> {
        self.index_all()?;
        let conn = lock(&self.0.writer);
        index::merge(&conn)?;
        // The copy may be as large as the file: on disk, not in memory.
        conn.execute_batch("PRAGMA temp_store = FILE")?;
        let written = conn.execute_batch("VACUUM");
        conn.execute_batch("PRAGMA temp_store = MEMORY")?;
        written?;
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Does what only one process may do at a time, under a lease for so long. `None`: another is at it.
    pub fn leased<T>(
        &self,
        name: &str,
        ms: i64,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<Option<T>> {
        let holder = self.device().install.to_string() + &std::process::id().to_string();
        let now = self.clock().now_ms();
        if !self.local(|conn| lease::take(conn, name, &holder, now, now + ms))? {
            return Ok(None);
        }
        let done = work();
        self.local(|conn| lease::end(conn, name))?;
        done.map(Some)
    }

    /// Copies the whole workspace into one file, also while others write.
    pub fn backup(&self, target: &Path) -> Result<()> {
        self.read(|read| backup::save(read.conn(), target))
    }

    /// Replaces the content of this workspace by a backup's, after saving the present one beside it.
    pub fn restore(&self, source: &Path) -> Result<PathBuf> {
        let latest = self.0.model.migrations.len() as i64;
        let loaded = backup::Source::open(source, latest)?;
        let kept = backup::aside(&self.0.dir, self.0.clock.now_ms(), "before-restore");
        self.backup(&kept)?;
        let mut conn = lock(&self.0.writer);
        let clock: (i64, i64) = conn.query_row("SELECT stamp, seq FROM clock", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        loaded.copy_over(&mut conn)?;
        connect::migrate(self.0.model, &mut conn, &self.0.dir)?;
        // No stamp and no seq that was ever given out is given out again.
        conn.execute(
            "UPDATE clock SET stamp = max(stamp, ?1), seq = max(seq, ?2)",
            clock,
        )?;
        // A mark that was never there: whoever has the file open sees that all of it may be another.
        conn.execute(
            "UPDATE workspace SET restored = ?1",
            [self.0.ids.fresh(self.0.clock.now_ms())],
        )?;
        let workspace = connect::workspace(&conn)?;
        drop(conn);
        let now = self.0.clock.now_ms();
        let device = Device::load(&self.0.config, workspace, &self.0.ids, now)?;
        *lock(&self.0.here) = Here { workspace, device };
        self.recover_if_possible()?;
        Ok(kept)
    }

    /// `journal_mode` and `synchronous` of the writer, for the test that holds them.
    pub fn durability(&self) -> Result<(String, i64)> {
        let conn = lock(&self.0.writer);
        let mode = conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
        let synchronous = conn.query_row("PRAGMA synchronous", [], |row| row.get(0))?;
        Ok((mode, synchronous))
    }

    /// Lets the file grow by this many pages and no further: then a write meets a full disk.
    pub fn leave_pages(&self, spare: i64) -> Result<()> {
        let conn = lock(&self.0.writer);
        let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let most = pages.saturating_add(spare);
        conn.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))?;
        Ok(())
    }
}
