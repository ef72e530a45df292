//! The deals behind a bar: the passport of a count.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::measure::scope;
use super::types::{FunnelDeals, FunnelFilter, FunnelInput, FunnelPart};
use super::{FunnelBy, chosen};
use crate::kernel::list::numbers;
use crate::kernel::money::Money;
use crate::kernel::{Error, Id, Read, Result};
use crate::pipeline::{self, GLANCE};

/// A part of a bar, of one group or of all.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct BehindInput {
    pub funnel: FunnelInput,
    /// The group of the breakdown; `None`: all.
    pub group: Option<String>,
    pub stage: Id,
    pub part: FunnelPart,
    /// So many deals at most; the count is over all.
    pub limit: u32,
}

/// The deals of a part of a bar, the last begun first.
pub fn behind(read: &Read<'_>, input: &BehindInput) -> Result<FunnelDeals> {
    let (pipeline, _) = chosen(read, input.funnel.pipeline)?;
    let mut asked = input.funnel.clone();
    if let (Some(by), Some(key)) = (asked.by, &input.group) {
        // A group narrows the filters of its kind to itself.
        asked
            .filters
            .retain(|filter: &FunnelFilter| filter.by != by as FunnelBy);
        asked.filters.push(FunnelFilter {
            by,
            key: key.clone(),
        });
    }
    let scope = scope(read, pipeline.id, &asked)?;
    let stages = &scope.facts.stages;
    let step = stages
        .iter()
        .position(|stage| stage.id == input.stage)
        .ok_or_else(|| Error::absent("stages", input.stage))?;
    let mut found: Vec<(Option<i32>, i64)> = scope
        .deals()
        .filter(|deal| scope.came(deal).is(input.part, step))
        .map(|deal| (deal.begun(), deal.n))
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    let rows: Vec<i64> = found.iter().map(|(_, n)| *n).collect();
    let shown = &rows[..rows.len().min(input.limit as usize)];
    let glances = read.uncached(
        &format!("{GLANCE} WHERE deals.n IN ({})", numbers(shown)),
        |row| Ok((row.get::<_, i64>(15)?, pipeline::glance(read, row)?)),
    )?;
    let mut glances: BTreeMap<i64, _> = glances.into_iter().collect();
    Ok(FunnelDeals {
        rows: shown.iter().filter_map(|n| glances.remove(n)).collect(),
        total: rows.len() as i64,
        sum: sum(read, &rows)?,
    })
}

fn sum(read: &Read<'_>, rows: &[i64]) -> Result<Vec<Money>> {
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for some in rows.chunks(5_000) {
        let sql = format!(
            "SELECT currency, sum(amount_minor) FROM deals
             WHERE n IN ({}) AND amount_minor IS NOT NULL AND currency IS NOT NULL GROUP BY currency",
            numbers(some)
        );
        for (currency, minor) in read.uncached(&sql, |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
        })? {
            let kept = sums.entry(currency).or_default();
            *kept = kept.saturating_add(minor);
        }
    }
    let money = |(currency, minor)| Money { minor, currency };
    Ok(sums.into_iter().map(money).collect())
}
