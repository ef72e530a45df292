//! Breaking a funnel down. Groups stand in the order of their names, months and bands in their own: nobody is
//! ranked by a result.

use std::collections::HashMap;

use super::facts;
use super::measure::{Scope, Tally};
use super::types::{FunnelBy, FunnelGroup, SIZES};
use crate::kernel::{Id, Read, Result, text};

/// The bars of each group, unknown last.
pub fn groups(
    read: &Read<'_>,
    scope: &Scope,
    pipeline: Id,
    by: FunnelBy,
) -> Result<Vec<FunnelGroup>> {
    let stages = scope.facts.stages.len();
    let keys = facts::keys(read, &scope.facts, pipeline, by)?;
    let mut tallies: HashMap<&str, Tally> = HashMap::new();
    for deal in scope.deals() {
        let key = keys.get(&deal.n).map_or("", String::as_str);
        let tally = tallies.entry(key).or_default();
        tally.add(stages, scope.came(deal));
    }
    let names = names(read, by)?;
    let mut groups: Vec<FunnelGroup> = tallies
        .into_iter()
        .map(|(key, tally)| tally.group(stages, key.to_owned(), names.get(key).cloned()))
        .collect();
    groups.sort_by_cached_key(|group| {
        let band = SIZES.iter().position(|size| *size == group.key);
        let name = group
            .name
            .as_deref()
            .map(|name| text::sort_key(&text::fold(name)));
        (group.key.is_empty(), band, name, group.key.clone())
    });
    Ok(groups)
}

/// What groups that are rows are called.
pub fn names(read: &Read<'_>, by: FunnelBy) -> Result<HashMap<String, String>> {
    let table = match by {
        FunnelBy::Owner => "members",
        FunnelBy::Source => "sources",
        FunnelBy::Product => "products",
        FunnelBy::Grade | FunnelBy::Size | FunnelBy::Month => return Ok(HashMap::new()),
    };
    let rows = read.all(&format!("SELECT id, name FROM {table}"), [], |row| {
        Ok((row.get::<_, Id>(0)?.to_string(), row.get(1)?))
    })?;
    Ok(rows.into_iter().collect())
}
