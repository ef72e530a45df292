//! What may happen in a workspace: the real use-cases and bare writes of every noun, by chance.

use touchline_core::catalog;
use touchline_core::followups::{self, FollowupInput};
use touchline_core::kernel::db::Long;
use touchline_core::kernel::money::Money;
use touchline_core::kernel::settings::Lang;
use touchline_core::kernel::{Act, Db, Id, Result, settings};
use touchline_core::organizations::{self, OrganizationInput};
use touchline_core::people::{self, IdentifierInput, PersonInput};
use touchline_core::pipeline::{self, DealInput};
use touchline_core::scoring::{self, FitField, FitOp, FitRule, ScoreRules};
use touchline_core::touchpoints::{self, PersonChoice, Touchpoint};

use crate::values::{self, Chance, KINDS};

/// One thing that somebody does: its kind, and the number it draws its details from.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub does: Does,
    pub seed: u64,
}

#[derive(Debug, Clone, Copy)]
pub enum Does {
    SavePerson,
    DeletePerson,
    SaveOrganization,
    SaveDeal,
    MoveDeal,
    HoldDeal,
    AddTouchpoint,
    AssignTouchpoint,
    MissCall,
    SaveFollowup,
    CloseFollowup,
    Postpone,
    Tag,
    Set,
    /// The rules of scores.
    Score,
    /// Some rows of any nouns in one action.
    PutRows,
    DeleteRow,
    RestoreRow,
    /// Takes back any action there is, not only the latest.
    UndoSome,
    Undo,
    Redo,
    /// A long action that is finished.
    Long,
    /// One that is cancelled.
    LongCancelled,
    /// One whose process dies.
    LongDropped,
    /// The workspace is closed and opened later, or with a clock set back, or on another device.
    Reopen,
}

impl Does {
    pub const ALL: &[Does] = &[
        Does::SavePerson,
        Does::SavePerson,
        Does::DeletePerson,
        Does::SaveOrganization,
        Does::SaveDeal,
        Does::SaveDeal,
        Does::MoveDeal,
        Does::HoldDeal,
        Does::AddTouchpoint,
        Does::AddTouchpoint,
        Does::AssignTouchpoint,
        Does::MissCall,
        Does::SaveFollowup,
        Does::CloseFollowup,
        Does::Postpone,
        Does::Tag,
        Does::Set,
        Does::Score,
        Does::Score,
        Does::PutRows,
        Does::PutRows,
        Does::PutRows,
        Does::DeleteRow,
        Does::DeleteRow,
        Does::RestoreRow,
        Does::UndoSome,
        Does::Undo,
        Does::Undo,
        Does::Redo,
        Does::Long,
        Does::LongCancelled,
        Does::LongDropped,
        Does::Reopen,
    ];
}

/// Any row of a table, deleted ones too.
pub fn some(db: &Db, chance: &mut Chance, table: &str) -> Result<Id> {
    let ids: Vec<Id> = db.read(|read| {
        read.all(&format!("SELECT id FROM {table} ORDER BY id"), [], |row| {
            row.get(0)
        })
    })?;
    Ok(chance.pick(&ids).unwrap_or_else(|| chance.any()))
}

fn maybe(db: &Db, chance: &mut Chance, table: &str) -> Result<Option<Id>> {
    if chance.one_in(3) {
        return Ok(None);
    }
    some(db, chance, table).map(Some)
}

/// Does one step that is an ordinary action; the action it made, if it changed anything.
pub fn act(db: &Db, does: Does, chance: &mut Chance) -> Result<Option<Id>> {
    match does {
        Does::SavePerson => {
            let id = if chance.one_in(2) {
                maybe(db, chance, "people")?
            } else {
                None
            };
            let identifiers = (0..chance.below(4))
                .map(|_| IdentifierInput {
                    kind: chance.any(),
                    value: if chance.one_in(2) {
                        format!("1381234{:04}", chance.below(5))
                    } else {
                        chance.any()
                    },
                })
                .collect();
            let input = PersonInput {
                id,
                kind: chance.any(),
                grade: chance.any(),
                city: chance.any(),
                note: chance.any(),
                source: chance.any(),
                organization: chance.any(),
                title: chance.any(),
                identifiers,
                ..PersonInput::named(&chance.any::<String>())
            };
            Ok(people::save(db, input)?.action)
        }
        Does::DeletePerson => {
            let person = some(db, chance, "people")?;
            Ok(people::delete(db, person)?.action)
        }
        Does::SaveOrganization => {
            let input = OrganizationInput {
                id: maybe(db, chance, "organizations")?,
                name: chance.any(),
                industry: chance.any(),
                region: chance.any(),
            };
            Ok(organizations::save(db, input)?.action)
        }
        Does::SaveDeal => {
            let id = if chance.one_in(2) {
                maybe(db, chance, "deals")?
            } else {
                None
            };
            let input = DealInput {
                id,
                name: chance.any(),
                organization: chance.any(),
                person: maybe(db, chance, "people")?,
                stage: None,
                product: None,
                amount: chance.one_in(2).then(|| Money {
                    minor: chance.any(),
                    currency: "CNY".to_owned(),
                }),
                note: chance.any(),
            };
            Ok(pipeline::save(db, input)?.action)
        }
        Does::MoveDeal => {
            let deal = some(db, chance, "deals")?;
            let stage = some(db, chance, "stages")?.to_string();
            Ok(pipeline::move_to(db, deal, &stage, chance.any())?.action)
        }
        Does::HoldDeal => {
            let deal = some(db, chance, "deals")?;
            let member = maybe(db, chance, "members")?;
            let reason = chance.any();
            let held = db.write(Act::new("deal_held"), |tx| {
                pipeline::hold(tx, deal, member, reason)
            })?;
            Ok(held.action)
        }
        Does::AddTouchpoint => {
            let person = maybe(db, chance, "people")?;
            let written = db.write(Act::new("call_logged"), |tx| {
                let mut touchpoint: Touchpoint = values::row(tx, chance)?;
                touchpoint.person = person;
                touchpoint.deal = None;
                touchpoint.id = tx.fresh_id();
                touchpoints::add(tx, touchpoint).map(drop)
            })?;
            Ok(written.action)
        }
        Does::AssignTouchpoint => {
            let touchpoint = some(db, chance, "touchpoints")?;
            let choice = if chance.one_in(2) {
                PersonChoice::Existing(some(db, chance, "people")?)
            } else {
                PersonChoice::NewName(chance.any())
            };
            Ok(touchpoints::assign(db, touchpoint, &choice)?.action)
        }
        Does::MissCall => {
            let person = some(db, chance, "people")?;
            let followup = maybe(db, chance, "followups")?;
            Ok(touchpoints::missed(db, person, followup, "再打一次")?.action)
        }
        Does::SaveFollowup => {
            let input = FollowupInput {
                id: maybe(db, chance, "followups")?,
                title: chance.any(),
                due_on: "2026-11-25".to_owned(),
                due_time: chance.one_in(2).then(|| "15:00".to_owned()),
                channel: chance.any(),
                person: maybe(db, chance, "people")?,
                deal: maybe(db, chance, "deals")?,
            };
            Ok(followups::save(db, input)?.action)
        }
        Does::CloseFollowup => {
            let followup = some(db, chance, "followups")?;
            Ok(followups::done(db, followup)?.action)
        }
        Does::Postpone => {
            let followup = some(db, chance, "followups")?;
            Ok(followups::postpone(db, followup, "2026-12-01")?.action)
        }
        Does::Tag => {
            let target = some(db, chance, "people")?;
            let names = ["价格".to_owned(), chance.any()];
            let tagged = db.write(Act::new("tagged"), |tx| catalog::mark(tx, target, &names))?;
            Ok(tagged.action)
        }
        Does::Set => {
            let value: String = chance.any();
            let set = db.write(Act::new("setting_changed"), |tx| {
                settings::set(tx, settings::NAME, &value)
            })?;
            Ok(set.action)
        }
        Does::Score => Ok(scoring::save(db, &rules(chance))?.action),
        Does::PutRows => {
            let written = db.write(Act::new("rows_put"), |tx| {
                for _ in 0..=chance.below(4) {
                    (KINDS[chance.below(KINDS.len())].put)(tx, chance)?;
                }
                Ok(())
            })?;
            Ok(written.action)
        }
        Does::DeleteRow => {
            let kind = &KINDS[chance.below(KINDS.len())];
            let id = some(db, chance, (kind.noun)().table)?;
            let deleted = db.write(Act::new("row_deleted"), |tx| (kind.delete)(tx, id))?;
            Ok(deleted.action)
        }
        Does::RestoreRow => {
            let kind = &KINDS[chance.below(KINDS.len())];
            let id = some(db, chance, (kind.noun)().table)?;
            let restored = db.write(Act::new("row_restored"), |tx| (kind.restore)(tx, id))?;
            Ok(restored.action)
        }
        _ => Ok(None),
    }
}

/// Some rules; seldom none, which scores nothing.
fn rules(chance: &mut Chance) -> ScoreRules {
    let mut rules = scoring::suggested(Lang::En);
    if chance.one_in(8) {
        rules.fit.clear();
    }
    if chance.one_in(8) {
        rules.engagement.clear();
    }
    for rule in &mut rules.fit {
        rule.points = 1 + chance.below(40) as i64;
    }
    for rule in &mut rules.engagement {
        rule.days = 1 + chance.below(60) as i64;
        rule.once = chance.one_in(3);
        rule.per_day = chance.one_in(2).then(|| 1 + chance.below(3) as i64);
    }
    rules.fit.push(FitRule {
        field: FitField::PersonCity,
        own: None,
        op: if chance.one_in(2) {
            FitOp::Filled
        } else {
            FitOp::Is
        },
        values: Vec::new(),
        points: -5,
    });
    rules.fit.push(FitRule {
        field: FitField::Own,
        own: Some(chance.any()),
        op: FitOp::Filled,
        values: Vec::new(),
        points: 15,
    });
    rules
}

/// Writes a few slices of a long action.
pub fn slices(long: &mut Long<'_>, chance: &mut Chance) -> Result<()> {
    for _ in 0..=chance.below(3) {
        long.slice(|tx| {
            for _ in 0..chance.below(4) {
                (KINDS[chance.below(KINDS.len())].put)(tx, chance)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
