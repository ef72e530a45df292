//! The list of what lies in the pool: open deals that nobody holds.

use serde::Serialize;

use super::deals::{self, DealRow};
use crate::holding::pool::{self, Lying};
use crate::kernel::list::{Listed, PageInput};
use crate::kernel::{Id, Read, Result};

/// One line of the pool.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PoolRow {
    #[serde(flatten)]
    pub row: DealRow,
    pub lying: Lying,
}

/// One page of the pool, in the orders and with the filters of the list of deals.
pub fn list(read: &Read<'_>, input: &PageInput) -> Result<Listed<PoolRow>> {
    let mut page = input.clone();
    page.filters.push("owner=".to_owned());
    if !page
        .filters
        .iter()
        .any(|filter| filter.starts_with("stage="))
    {
        page.filters.extend(open_stages(read)?);
    }
    let found = deals::list(read, &page)?;
    let ids: Vec<Id> = found.rows.iter().map(|row| row.deal.id).collect();
    let mut lying = pool::lying(read, &ids)?;
    let rows = found.rows.into_iter().filter_map(|row| {
        let lying = lying.remove(&row.deal.id)?;
        Some(PoolRow { row, lying })
    });
    let asked = |field: &str| {
        let ours = input
            .filters
            .iter()
            .any(|filter| filter.starts_with(&format!("{field}=")));
        field.is_empty() || ours
    };
    Ok(Listed {
        rows: rows.collect(),
        next: found.next,
        total: found.total,
        without: found
            .without
            .into_iter()
            .filter(|one| asked(&one.field))
            .collect(),
    })
}

/// A filter for each stage in which a deal is open.
fn open_stages(read: &Read<'_>) -> Result<Vec<String>> {
    read.all(
        "SELECT id FROM stages WHERE kind NOT IN ('won', 'lost') AND deleted_at IS NULL",
        [],
        |row| Ok(format!("stage={}", row.get::<_, Id>(0)?)),
    )
}
