//! Scores of deals: how well one fits (A–D, by what stands in its fields) and how far the other side takes
//! part (1–4, by touches within a window of days). A team writes its own rules; until it has, nothing is
//! scored. Every score is the sum of the lines that [`explain`] shows, and nothing else.
//!
//! What counts for a deal: its own fields, those of its organization and its person; touches that name it, and
//! those of its person or organization that name no deal. An open deal is scored as of the end of today, a
//! closed one as of its closing. A field that is not filled gives no line; where fewer than half of the fields that
//! the rules ask about are filled, the grade is unknown, and where no touch was ever written down, the level is.

mod explain;
mod facts;
mod grid;
mod rules;
mod score;
pub mod state;
#[cfg(test)]
mod tests;

pub use explain::{EngagementFound, FitFound, ScoreView, explain};
pub use grid::{ScoreCell, ScoreGrid, grid, simulate};
pub use rules::{
    EngagementRule, FitField, FitOp, FitRule, GradeFrom, LevelFrom, ScoreRules, Taking,
};
pub use state::turn;

use crate::kernel::settings::Lang;
use crate::kernel::{Act, Db, Read, Result, Written, settings};

/// The setting that holds the rules, as JSON.
const KEY: &str = "scoring";

/// The rules in force; `None`: nothing is scored.
pub fn rules(read: &Read<'_>) -> Result<Option<ScoreRules>> {
    let text = settings::get(read, KEY)?;
    // What another build wrote and this one cannot read scores nothing, and harms nothing.
    let rules = text.and_then(|text| serde_json::from_str::<ScoreRules>(&text).ok());
    Ok(rules.filter(|rules| !rules.is_empty()))
}

/// A small set to begin with, in the words of a language. It is offered, never in force by itself.
pub fn suggested(lang: Lang) -> ScoreRules {
    rules::suggested(lang)
}

/// Puts rules in force and scores every deal by them, as one action. Without any rule nothing is scored.
///
/// Errors: `field_invalid` with the part of a rule that cannot be meant.
pub fn save(db: &Db, rules: &ScoreRules) -> Result<Written<()>> {
    rules.check()?;
    let json = serde_json::to_string(rules)
        .map_err(|error| crate::kernel::Error::internal(error.to_string()))?;
    turn(db)?;
    db.write(Act::new("scoring_saved"), |tx| {
        settings::set(tx, KEY, &json)
    })
}
