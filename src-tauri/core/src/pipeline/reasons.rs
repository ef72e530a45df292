//! Why deals are lost: a short list of the team's own. Where nobody made one, the window offers its own words.

use crate::kernel::{Act, Db, Error, Read, Result, Written, settings, text};

const KEY: &str = "lost_reasons";

/// How many reasons, and how long each.
const MOST: usize = 30;
const LONGEST: usize = 200;

/// The team's reasons in their order; `None`: nobody made a list.
pub fn lost(read: &Read<'_>) -> Result<Option<Vec<String>>> {
    let kept = settings::get(read, KEY)?;
    Ok(kept
        .and_then(|kept| serde_json::from_str(&kept).ok())
        .filter(|reasons: &Vec<String>| !reasons.is_empty()))
}

/// Sets the list; empty ones and repetitions fall out, an empty list gives the built-in one back. What lost deals
/// say already stays.
pub fn set_lost(db: &Db, reasons: &[String]) -> Result<Written<()>> {
    let mut kept: Vec<String> = Vec::new();
    for reason in reasons {
        let reason = reason.trim();
        let again = |known: &String| text::squeeze(known) == text::squeeze(reason);
        if !reason.is_empty() && !kept.iter().any(again) {
            kept.push(reason.chars().take(LONGEST).collect());
        }
    }
    if kept.len() > MOST {
        return Err(Error::invalid("lost_reasons"));
    }
    let value = serde_json::to_string(&kept).map_err(Error::internal)?;
    db.write(Act::new("lost_reasons_set"), |tx| {
        settings::set(tx, KEY, &value)
    })
}
