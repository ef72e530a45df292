//! How many real touches a sale takes: the textbook's 9 to 15 beside what own won deals took, and the deals that
//! stopped early.

#[cfg(test)]
mod tests;

use serde::Serialize;

use super::store::{GLANCE, glance};
use super::views::DealGlance;
use crate::figures::rates::FEW;
use crate::figures::times::quantile_of;
use crate::idle_from;
use crate::kernel::{Read, Result};

/// A sale usually needs so many conversations.
pub const USUAL: (i64, i64) = (9, 15);
/// Silence after which a deal has stopped where its stage has no limit of its own, days.
const SILENT_DAYS: i64 = 14;

const DAY: i64 = 86_400_000;

/// Real touches of deals that were won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct TouchSpread {
    /// Won deals with at least one touch written down.
    pub n: i64,
    /// Won deals of which no touch was written down: they say nothing.
    pub untold: i64,
    /// Half of the deals took between these; `None`: fewer than five deals.
    pub p25: Option<i64>,
    pub p50: Option<i64>,
    pub p75: Option<i64>,
}

/// What own won deals took.
pub fn spread(read: &Read<'_>) -> Result<TouchSpread> {
    let counts: Vec<i64> = read.all(
        "SELECT d.touch_count FROM stages s CROSS JOIN deals d INDEXED BY deals_on_board
           ON d.stage = s.id AND d.deleted_at IS NULL
         WHERE s.kind = 'won' AND s.deleted_at IS NULL",
        [],
        |row| row.get(0),
    )?;
    let mut told: Vec<i64> = counts.iter().copied().filter(|count| *count > 0).collect();
    let n = told.len() as i64;
    let mut at = |share| quantile_of(&mut told, share).filter(|_| n >= FEW);
    Ok(TouchSpread {
        n,
        untold: counts.len() as i64 - n,
        p25: at(0.25),
        p50: at(0.5),
        p75: at(0.75),
    })
}

/// A deal that stopped early.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct StoppedDeal {
    #[serde(flatten)]
    pub deal: DealGlance,
    /// Calendar days since the later of stage change and last real touch.
    pub silent_days: i64,
    pub last_touch_at: Option<i64>,
}

/// Deals that stopped early, with what a sale takes.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Stopped {
    pub rows: Vec<StoppedDeal>,
    pub total: i64,
    pub spread: TouchSpread,
}

/// Open deals below 9 real touches, with nothing promised, silent for longer than their stage allows (14 days where
/// it says nothing); silent longest first. A deal of which nobody knows when it last moved is not among them.
pub fn stopped(read: &Read<'_>, limit: u32) -> Result<Stopped> {
    let now = read.now;
    let since = idle_from!("d");
    let mut found: Vec<(i64, i64, Option<i64>)> = read.all(
        &format!(
            "SELECT d.n, {since}, d.last_touch_at
             FROM stages s CROSS JOIN deals d ON d.stage = s.id AND d.deleted_at IS NULL
             WHERE s.kind NOT IN ('won', 'lost') AND s.deleted_at IS NULL
               AND d.next_on IS NULL AND d.touch_count < ?1
               AND {since} < ?2 - coalesce(s.limit_days, ?3) * ?4"
        ),
        [USUAL.0, now, SILENT_DAYS, DAY],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    found.sort_unstable_by_key(|(n, since, _)| (*since, *n));
    let total = found.len() as i64;
    found.truncate(limit as usize);
    let rows: Vec<i64> = found.iter().map(|(n, ..)| *n).collect();
    let glances = read.uncached(
        &format!(
            "{GLANCE} WHERE deals.n IN ({})",
            crate::kernel::list::numbers(&rows)
        ),
        |row| Ok((row.get::<_, i64>(15)?, glance(read, row)?)),
    )?;
    let mut glances: std::collections::HashMap<i64, DealGlance> = glances.into_iter().collect();
    let row = |(n, since, last_touch_at): (i64, i64, Option<i64>)| {
        Some(StoppedDeal {
            deal: glances.remove(&n)?,
            silent_days: super::days_since(read, since),
            last_touch_at,
        })
    };
    Ok(Stopped {
        rows: found.into_iter().filter_map(row).collect(),
        total,
        spread: spread(read)?,
    })
}
