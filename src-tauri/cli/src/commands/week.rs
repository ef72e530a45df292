//! `touchline week`.

use serde_json::json;
use touchline_core::kernel::Db;
use touchline_core::week;

use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::Words;

const FIGURES: &[Column] = &[
    ("what", "/what", Shape::Text),
    ("this_week", "/now", Shape::Text),
    ("last_week", "/before", Shape::Text),
];

const CARED: &[Column] = &[
    ("tags", "/name", Shape::Text),
    ("this_week", "/people/now", Shape::Number),
    ("last_week", "/people/before", Shape::Number),
];

pub fn run(db: &Db, words: &Words) -> Result<Answer> {
    let (week, zone) = db.read(|read| Ok((week::week(read)?, read.zone)))?;
    let to = Show { words, zone };
    let found = value(&week)?;
    let counted = ["conversations", "leads", "moves"].map(|figure| {
        json!({ "what": words.say(&format!("week.figure.{figure}")),
                "now": found[figure]["now"], "before": found[figure]["before"] })
    });
    let money = |sums: &str| to.value(&found[sums]["sum"], Shape::Money);
    let signed = json!({ "what": words.say("week.figure.signed"),
                         "now": money("signed"), "before": money("signed_before") });
    let rows: Vec<_> = counted.into_iter().chain([signed]).collect();
    let cared = found["cared"].as_array().cloned().unwrap_or_default();
    let text = format!("{}\n{}", to.rows(&rows, FIGURES), to.rows(&cared, CARED));
    Answer::new(&found, text)
}
