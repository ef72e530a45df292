//! `touchline journey`: the journey of one customer, as JSON, as text, as a page.

use std::path::Path;

use serde::Serialize;
use touchline_core::journeys::{self, Journey};
use touchline_core::kernel::{Db, Error, Id, Read, changes, settings};
use touchline_core::model;
use touchline_core::search::{self, HitKind};
use touchline_core::touchpoints::Subject;

use crate::failure::{Failure, Result};
use crate::list::{Shape, Show};
use crate::output::{Answer, value};
use crate::words::{Words, params};

/// The report page with everything it needs; empty when this build was made without it.
const PAGE: &str = include_str!(concat!(env!("OUT_DIR"), "/report.html"));
const DATA: &str = r#"id="touchline-data">"#;

pub fn run(db: &Db, words: &Words, lang: &str, whose: &str, html: Option<&Path>) -> Result<Answer> {
    let subject = db.read(|read| Ok(subject(read, whose)))??;
    let journey = db.read(|read| journeys::of(read, subject))?;
    match html {
        Some(file) => write_page(db, words, lang, &journey, file),
        None => answer(db, words, &journey),
    }
}

/// By id, or by a full name that only one has.
fn subject(read: &Read<'_>, whose: &str) -> Result<Subject> {
    if let Ok(id) = whose.parse::<Id>() {
        let (noun, _) = changes::locate(model(), read, id)?;
        return match noun.table {
            "people" => Ok(Subject::person(id)),
            "organizations" => Ok(Subject::organization(id)),
            "deals" => Ok(Subject::deal(id)),
            _ => Err(Error::absent("people", id).into()),
        };
    }
    let hits = search::lookup(read, whose, 50)?;
    let named: Vec<_> = hits
        .iter()
        .filter(|hit| hit.kind != HitKind::Deal && hit.name == whose.trim())
        .collect();
    match named.as_slice() {
        [one] if one.kind == HitKind::Person => Ok(Subject::person(one.id)),
        [one] => Ok(Subject::organization(one.id)),
        [] => Err(Error::absent("people", whose).into()),
        several => Err(Failure::new("name_unclear")
            .with("name", whose)
            .with("count", several.len())),
    }
}

/// What the page reads; see ui/src/report.tsx.
#[derive(Serialize)]
struct Data<'a> {
    lang: &'a str,
    zone: String,
    currency: String,
    journey: &'a Journey,
}

fn write_page(
    db: &Db,
    words: &Words,
    lang: &str,
    journey: &Journey,
    file: &Path,
) -> Result<Answer> {
    let Some((before, after)) = PAGE.split_once(DATA) else {
        return Err(Failure::new("report_missing"));
    };
    let (zone, currency) = db.read(|read| {
        let currency = settings::get(read, settings::CURRENCY)?;
        Ok((read.zone.0.name().to_owned(), currency.unwrap_or_default()))
    })?;
    let data = Data {
        lang,
        zone,
        currency,
        journey,
    };
    // Inside a script element only `<` could end it.
    let data = value(&data)?.to_string().replace('<', "\\u003c");
    std::fs::write(file, format!("{before}{DATA}{data}{after}")).map_err(Error::from)?;
    let shown = file.display().to_string();
    let text = words.fill("cli.say.report", &params([("file", shown.clone())]));
    Answer::new(&serde_json::json!({ "file": shown }), text)
}

fn answer(db: &Db, words: &Words, journey: &Journey) -> Result<Answer> {
    let zone = db.read(|read| Ok(read.zone))?;
    let to = Show { words, zone };
    let record = value(journey)?;
    let head = params([
        ("name", journey.name.clone()),
        ("days", journey.days.to_string()),
        ("marks", journey.marks.len().to_string()),
    ]);
    let bands = [
        ("from", "/from", Shape::Moment),
        ("stage", "/stage", Shape::Text),
        ("days", "/days", Shape::Number),
        ("limit", "/limit_days", Shape::Number),
        ("deal", "/deal", Shape::Text),
    ];
    let silences = [
        ("from", "/from", Shape::Moment),
        ("days", "/days", Shape::Number),
        ("usual", "/usual_days", Shape::Number),
    ];
    let marks = [
        ("when", "/at", Shape::Moment),
        ("channel", "/channel", Shape::Word("common.channel")),
        ("direction", "/direction", Shape::Word("common.direction")),
        ("feeling", "/sentiment", Shape::Number),
        ("member", "/member", Shape::Text),
        ("what", "/summary", Shape::Text),
    ];
    let text = [
        words.fill("cli.say.journey", &head) + "\n",
        to.part(&record, "bands", "/bands", &bands),
        to.part(&record, "silences", "/silences", &silences),
        to.part(&record, "marks", "/marks", &marks),
        to.part(&record, "future", "/future", super::people::PROMISES),
    ];
    Answer::new(&record, text.concat())
}
