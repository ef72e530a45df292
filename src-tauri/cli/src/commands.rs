//! The commands: each opens the workspace, does one thing and answers.

mod bin;
mod cash;
mod change;
mod deals;
mod duplicates;
mod export;
mod fields;
mod followups;
mod funnel;
mod guides;
mod history;
mod holding;
mod import;
mod journey;
mod log;
mod organizations;
mod people;
mod score;
mod search;
mod settings;
mod touchpoints;
mod week;
mod workspace;

use touchline_core::kernel::{Db, Id, Read};

use crate::args::Command;
use crate::failure::Result;
use crate::list::{Show, list};
use crate::output::{Answer, value};
use crate::session::Session;
use crate::words::Words;

/// Runs a command.
pub fn run(session: &Session, command: Command) -> Result<Answer> {
    match command {
        Command::Init { sample, zone } => workspace::init(session, sample, zone),
        Command::Restore { file } => workspace::restore(session, &file),
        command => on_open(session, command),
    }
}

fn on_open(session: &Session, command: Command) -> Result<Answer> {
    let db = session.open()?;
    let words = &session.words();
    match command {
        Command::Init { sample, zone } => workspace::init(session, sample, zone),
        Command::Restore { file } => workspace::restore(session, &file),
        Command::Export(asked) => export::run(&db, words, &asked),
        Command::Import(asked) => import::run(&db, words, &asked),
        Command::Log {
            line,
            member,
            person,
        } => log::run(&db, words, &line, member, person),
        Command::Search { query, kind, limit } => {
            search::run(&db, words, &query, kind.as_deref(), limit)
        }
        Command::People(rows) => people::run(&db, words, rows),
        Command::Organizations(rows) => organizations::run(&db, words, rows),
        Command::Deals(deals) => deals::run(&db, words, deals),
        Command::Cash { deal } => show(&db, words, deal, touchline_core::cash::of_deal, cash::text),
        Command::Score(asked) => score::run(&db, words, asked),
        Command::Receivables(asked) => cash::receivables(&db, words, &asked),
        Command::Funnel(asked) => funnel::run(&db, words, &asked),
        Command::Plan(asked) => funnel::plan(&db, words, &asked),
        Command::Stopped { limit } => funnel::stopped(&db, words, limit),
        Command::Pool(what) => holding::pool(&db, words, what),
        Command::Rules(what) => holding::rules(&db, words, what),
        Command::Handover(asked) => holding::handover(&db, words, &asked),
        Command::Touchpoints(rows) => touchpoints::run(&db, words, rows),
        Command::Followups(what) => followups::run(&db, words, what),
        Command::Week => week::run(&db, words),
        Command::Guides(verb) => guides::guides(&db, words, verb),
        Command::Interviews(verb) => guides::interviews(&db, words, verb),
        Command::Journey { whose, html } => {
            journey::run(&db, words, &session.lang(), &whose, html.as_deref())
        }
        Command::Change(asked) => change::run(&db, words, asked),
        Command::Fields(asked) => fields::run(&db, words, asked),
        Command::History { id, restore, field } => match (restore, field) {
            (Some(line), Some(field)) => history::bring_back(&db, words, id, &line, &field),
            _ => history::of(&db, words, id),
        },
        Command::Undo { action } => history::undo(&db, words, action),
        Command::Redo { action } => history::redo(&db, words, action),
        Command::Actions {
            limit,
            member,
            kind,
            before,
        } => match before {
            Some(action) => history::in_the_way(&db, words, action),
            None => history::actions(&db, words, limit, member, kind),
        },
        Command::Bin(what) => bin::run(&db, words, what),
        Command::Duplicates(what) => duplicates::run(&db, words, what),
        Command::Digest => workspace::digest(&db, words),
        Command::Check => workspace::check(&db, words),
        Command::Rebuild => workspace::rebuild(&db, words),
        Command::Backup { file } => workspace::backup(&db, words, &file),
        Command::Backups(asked) => settings::backups(&db, words, &asked),
        Command::Members(asked) => settings::members(&db, words, &asked),
        Command::Stages(asked) => settings::stages(&db, words, &asked),
    }
}

/// One row as JSON and as `text` shows it.
fn show<T: serde::Serialize>(
    db: &Db,
    words: &Words,
    id: Id,
    find: impl Fn(&Read<'_>, Id) -> touchline_core::kernel::Result<T>,
    text: impl Fn(&Show<'_>, &serde_json::Value) -> String,
) -> Result<Answer> {
    let (found, zone) = db.read(|read| Ok((find(read, id)?, read.zone)))?;
    let record = value(&found)?;
    let text = text(&Show { words, zone }, &record);
    Answer::new(&record, text)
}
