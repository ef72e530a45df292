//! Where a deal could move for what was sent or signed. Nothing moves by itself: a suggestion stands until
//! the deal has moved there or somebody said that it stays.

use super::types::{Contract, Quote, QuoteState};
use super::views::{StageSuggestion, SuggestedBy};
use crate::kernel::text::squeeze;
use crate::kernel::{Act, Db, Error, Id, Read, Result, Written};
use crate::pipeline::{self, Deal, Stage, StageKind};

/// What teams call the stage in which a quote lies with the customer, squeezed.
const QUOTED: &[&str] = &["quoted", "quote", "quotesent", "proposal", "报价", "已报价"];

/// The stage to suggest now, if any: a signed contract says won, a quote that was sent says quoted.
pub(super) fn stage(
    read: &Read<'_>,
    deal: &Deal,
    quotes: &[Quote],
    contracts: &[Contract],
) -> Result<Option<StageSuggestion>> {
    let Some(current) = deal.stage else {
        return Ok(None);
    };
    let current: Stage = match read.find(current)? {
        Some(current) => current,
        None => return Ok(None),
    };
    let mut stages = pipeline::stages(read, current.pipeline)?;
    stages.retain(|stage| stage.retired_at.is_none());
    let to = |source: Id, by: SuggestedBy, stage: Option<&Stage>| {
        stage.map(|stage| StageSuggestion {
            source,
            by,
            stage_id: stage.id,
            stage: stage.name.clone(),
        })
    };
    if current.kind == StageKind::Won {
        return Ok(None);
    }
    if let Some(contract) = contracts.iter().find(|contract| !contract.stay) {
        let won = stages.iter().find(|stage| stage.kind == StageKind::Won);
        return Ok(to(contract.id, SuggestedBy::Contract, won));
    }
    let sent = |quote: &&Quote| quote.state != QuoteState::Draft && !quote.stay;
    match quotes.iter().find(sent) {
        Some(quote) if current.kind != StageKind::Lost => {
            let further = |stage: &&Stage| stage.place > current.place && is_quoted(stage);
            let quoted = stages.iter().find(further);
            Ok(to(quote.id, SuggestedBy::Quote, quoted))
        }
        _ => Ok(None),
    }
}

fn is_quoted(stage: &Stage) -> bool {
    stage.id == pipeline::default_stage("quoted") || QUOTED.contains(&squeeze(&stage.name).as_str())
}

/// Keeps the deal where it is: this quote or contract suggests nothing any more.
pub fn stay(db: &Db, source: Id) -> Result<Written<()>> {
    db.write(Act::new("stage_kept"), |tx| {
        let deal = if let Some(mut quote) = tx.find::<Quote>(source)? {
            quote.stay = true;
            tx.put(&quote)?;
            quote.deal
        } else if let Some(mut contract) = tx.find::<Contract>(source)? {
            contract.stay = true;
            tx.put(&contract)?;
            contract.deal
        } else {
            return Err(Error::absent("quotes", source));
        };
        let name = tx.get::<Deal>(deal)?.name;
        tx.name_subject(name);
        Ok(())
    })
}
