//! `touchline backups`, `members`, `stages`: what the settings of the window show.

use std::path::Path;

use serde_json::{Value, json};
use touchline_core::kernel::{Db, Error, backups};
use touchline_core::pipeline::setup;
use touchline_core::team;

use crate::args::{Backups, Members, Stages};
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::{Words, params};

const BACKUPS: &[Column] = &[
    ("when", "/at", Shape::Moment),
    ("kind", "/kind", Shape::Word("cli.backup")),
    ("bytes", "/bytes", Shape::Number),
    ("file", "/path", Shape::Text),
];
const COUNTS: &[Column] = &[
    ("what", "/noun", Shape::Text),
    ("then", "/then", Shape::Number),
    ("now", "/now", Shape::Number),
];
const MEMBERS: &[Column] = &[
    ("name", "/name", Shape::Text),
    ("role", "/role", Shape::Word("common.role")),
    ("seniority", "/seniority", Shape::Word("cli.seniority")),
    ("id", "/id", Shape::Text),
];
const STAGES: &[Column] = &[
    ("stage", "/name", Shape::Text),
    ("kind", "/kind", Shape::Word("cli.stage")),
    ("chance", "/win_chance", Shape::Number),
    ("limit", "/limit_days", Shape::Number),
    ("count", "/deals", Shape::Number),
    ("id", "/id", Shape::Text),
];

/// `{"rows": […]}` and the same as a table.
fn rows(db: &Db, words: &Words, found: &Value, columns: &[Column]) -> Result<Answer> {
    let zone = db.read(|read| Ok(read.zone))?;
    let list = found.as_array().cloned().unwrap_or_default();
    let text = Show { words, zone }.listed(&list, columns, None);
    Answer::new(&json!({ "rows": list }), text)
}

pub fn backups(db: &Db, words: &Words, asked: &Backups) -> Result<Answer> {
    match asked {
        Backups::List => rows(db, words, &value(&backups::list(db)?)?, BACKUPS),
        Backups::Show { file } => show(db, words, file),
    }
}

fn show(db: &Db, words: &Words, file: &Path) -> Result<Answer> {
    let preview = backups::preview(db, file)?;
    let shown = value(&preview)?;
    let zone = db.read(|read| Ok(read.zone))?;
    let to = Show { words, zone };
    let lost = params([("count", preview.lost.to_string())]);
    let as_of = preview.as_of.map(|at| to.moment(at)).unwrap_or_default();
    let text = format!(
        "{}: {as_of}\n\n{}\n{}",
        words.say("cli.head.when"),
        to.rows(
            shown["counts"].as_array().map_or(&[], Vec::as_slice),
            COUNTS
        ),
        words.fill("cli.say.lost", &lost),
    );
    Answer::new(&shown, text)
}

pub fn members(db: &Db, words: &Words, asked: &Members) -> Result<Answer> {
    match asked {
        Members::List => rows(db, words, &value(&db.read(team::views)?)?, MEMBERS),
        Members::Me { who } => {
            let member = db.read(|read| match who.parse() {
                Ok(id) => read.get::<team::Member>(id),
                Err(_) => team::by_name(read, who)?.ok_or_else(|| Error::absent("members", who)),
            })?;
            team::sit_here(db, Some(member.id))?;
            let named = params([("name", member.name.clone())]);
            let text = words.fill("cli.say.sits", &named);
            Answer::new(&json!({ "id": member.id, "name": member.name }), text)
        }
    }
}

pub fn stages(db: &Db, words: &Words, asked: &Stages) -> Result<Answer> {
    let Stages::List = asked;
    let (pipelines, zone) = db.read(|read| Ok((setup::setups(read)?, read.zone)))?;
    let shown = value(&pipelines)?;
    let to = Show { words, zone };
    let parts: Vec<String> = shown
        .as_array()
        .map_or(&[] as &[Value], Vec::as_slice)
        .iter()
        .map(|pipeline| {
            let name = pipeline["name"].as_str().unwrap_or_default();
            let stages = pipeline["stages"].as_array();
            let table = to.rows(stages.map_or(&[], Vec::as_slice), STAGES);
            format!("{}\n{table}", crate::output::clean(name))
        })
        .collect();
    Answer::new(&json!({ "rows": shown }), parts.join("\n"))
}
