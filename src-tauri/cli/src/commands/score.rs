//! `touchline score`: explain, grid, rules, save.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;
use touchline_core::kernel::settings::Lang;
use touchline_core::kernel::{Db, Error};
use touchline_core::scoring::{self, ScoreGrid, ScoreRules};

use crate::args::Score;
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::Words;

const SUM: &[Column] = &[
    ("grade", "/fit", Shape::Text),
    ("points", "/fit_points", Shape::Number),
    ("filled", "/known", Shape::Number),
    ("asked", "/asked", Shape::Number),
    ("level", "/level", Shape::Number),
    ("points", "/level_points", Shape::Number),
    ("when", "/until", Shape::Moment),
];

const FIT: &[Column] = &[
    ("points", "/points", Shape::Number),
    ("field", "/rule/field", Shape::Text),
    ("name", "/name", Shape::Text),
    ("value", "/found", Shape::Text),
];

const ENGAGEMENT: &[Column] = &[
    ("points", "/points", Shape::Number),
    ("when", "/at", Shape::Moment),
    ("channel", "/channel", Shape::Word("common.channel")),
    ("direction", "/direction", Shape::Word("common.direction")),
    ("outcome", "/outcome", Shape::Word("common.outcome")),
    ("days", "/rule/days", Shape::Number),
    ("id", "/touchpoint", Shape::Text),
];

const CELLS: &[Column] = &[
    ("grade", "/fit", Shape::Text),
    ("level", "/level", Shape::Number),
    ("open", "/open", Shape::Number),
    ("closed", "/closed", Shape::Number),
    ("won", "/won", Shape::Number),
];

pub fn run(db: &Db, words: &Words, asked: Score) -> Result<Answer> {
    scoring::turn(db)?;
    match asked {
        Score::Explain { deal } => super::show(db, words, deal, scoring::explain, text),
        Score::Grid => {
            let grid = db.read(scoring::grid)?;
            shown(db, words, &grid)
        }
        Score::Rules { suggested } => {
            let lang: Lang = db.read(touchline_core::kernel::settings::lang)?;
            let rules = match suggested {
                true => Some(scoring::suggested(lang)),
                false => db.read(scoring::rules)?,
            };
            let json = value(&rules)?;
            let text = match &rules {
                Some(_) => format!("{json:#}\n"),
                None => words.say("cli.say.unscored"),
            };
            Answer::new(&json, text)
        }
        Score::Save { file, dry_run } => save(db, words, &file, dry_run),
    }
}

fn text(to: &Show<'_>, score: &Value) -> String {
    if score["scored"] == Value::Bool(false) {
        return to.words.say("cli.say.unscored");
    }
    [
        to.record(score, SUM),
        to.part(score, "fit", "/fit_lines", FIT),
        to.part(score, "engagement", "/level_lines", ENGAGEMENT),
    ]
    .concat()
}

fn shown(db: &Db, words: &Words, grid: &ScoreGrid) -> Result<Answer> {
    Answer::new(grid, in_words(db, words, grid)?)
}

fn in_words(db: &Db, words: &Words, grid: &ScoreGrid) -> Result<String> {
    if !grid.scored {
        return Ok(words.say("cli.say.unscored"));
    }
    let zone = db.read(|read| Ok(read.zone))?;
    let json = value(grid)?;
    let cells = json["cells"].as_array().cloned().unwrap_or_default();
    Ok(Show { words, zone }.rows(&cells, CELLS))
}

#[derive(Serialize)]
struct Saved {
    action: Option<touchline_core::kernel::Id>,
    #[serde(flatten)]
    grid: ScoreGrid,
}

fn save(db: &Db, words: &Words, file: &Path, dry_run: bool) -> Result<Answer> {
    let written =
        std::fs::read_to_string(file).map_err(|error| Error::invalid("file").because(error))?;
    let rules: ScoreRules =
        serde_json::from_str(&written).map_err(|error| Error::invalid("rules").because(error))?;
    if dry_run {
        let grid = db.read(|read| scoring::simulate(read, &rules))?;
        return shown(db, words, &grid);
    }
    let action = scoring::save(db, &rules)?.action;
    let grid = db.read(scoring::grid)?;
    let text = in_words(db, words, &grid)?;
    Answer::new(&Saved { action, grid }, text)
}
