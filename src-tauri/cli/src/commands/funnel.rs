//! `touchline funnel`, `touchline plan` and `touchline stopped`.

use serde_json::{Value, json};
use touchline_core::funnel::{self, Forecast, FunnelFilter, FunnelInput, PlanTarget, Range};
use touchline_core::kernel::money::{Money, parse_minor};
use touchline_core::kernel::{Db, Error, Id};
use touchline_core::pipeline::{self, touches};

use crate::args::{FunnelAsked, PlanAsked};
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, table, value};
use crate::words::Words;

/// Below so many nobody reads a percentage.
const FEW: i64 = 5;

const STOPPED: &[Column] = &[
    ("name", "/name", Shape::Text),
    ("organization", "/organization", Shape::Text),
    ("stage", "/stage", Shape::Text),
    ("touches", "/touch_count", Shape::Number),
    ("silent", "/silent_days", Shape::Number),
    ("holder", "/holder/name", Shape::Text),
    ("id", "/id", Shape::Text),
];

const FORECAST: &[Column] = &[
    ("currency", "/currency", Shape::Text),
    ("count", "/deals", Shape::Number),
    ("sum", "/sum", Shape::Money),
    ("low", "/by_stage/low", Shape::Money),
    ("weighted_sum", "/by_stage/mid", Shape::Money),
    ("high", "/by_stage/high", Shape::Money),
    ("low", "/by_history/low", Shape::Money),
    ("history", "/by_history/mid", Shape::Money),
    ("high", "/by_history/high", Shape::Money),
];

fn pipeline(db: &Db, asked: Option<&str>) -> Result<Option<Id>> {
    let Some(asked) = asked else {
        return Ok(None);
    };
    let all = db.read(pipeline::pipelines)?;
    let found = all
        .iter()
        .find(|one| one.id.to_string() == asked || one.name == asked);
    match found {
        Some(found) => Ok(Some(found.id)),
        None => Err(Error::absent("pipelines", asked).into()),
    }
}

fn filter(text: &str) -> Result<FunnelFilter> {
    let (by, key) = text
        .split_once('=')
        .ok_or_else(|| Error::invalid("filters").because(text))?;
    Ok(FunnelFilter {
        by: by.parse()?,
        key: key.to_owned(),
    })
}

pub fn run(db: &Db, words: &Words, asked: &FunnelAsked) -> Result<Answer> {
    let filters: Result<Vec<FunnelFilter>> = asked.filters.iter().map(|one| filter(one)).collect();
    let input = FunnelInput {
        pipeline: pipeline(db, asked.pipeline.as_deref())?,
        from: asked.from.clone(),
        to: asked.to.clone(),
        as_of: asked.as_of.clone(),
        by: asked.by.as_deref().map(str::parse).transpose()?,
        filters: filters?,
    };
    let found = db.read(|read| funnel::funnel(read, &input))?;
    let shown = value(&*found)?;
    let rows = |at: &str| shown[at].as_array().cloned().unwrap_or_default();
    let head = |word: &str| words.say(&format!("cli.head.{word}"));
    let stages = rows("stages");
    let name = |at: usize| stages[at]["name"].as_str().unwrap_or_default().to_owned();
    let bars = shown["total"]["bars"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let number = |value: &Value| {
        value
            .as_i64()
            .map_or_else(|| "–".to_owned(), |n| n.to_string())
    };
    let lines: Vec<Vec<String>> = bars
        .iter()
        .zip(rows("times"))
        .enumerate()
        .map(|(at, (bar, time))| {
            vec![
                name(at),
                number(&bar["reached"]),
                share(&bar["of_previous"]),
                share(&bar["of_all"]),
                number(&bar["open"]),
                number(&bar["lost"]),
                number(&time["days"]["p50"]),
                number(&time["days"]["p75"]),
                number(&time["days"]["p90"]),
                number(&time["n"]),
            ]
        })
        .collect();
    let heads = [
        "stage",
        "count",
        "of_previous",
        "of_all",
        "open",
        "lost",
        "p50",
        "p75",
        "p90",
        "stays",
    ]
    .map(head);
    let right = [false, true, true, true, true, true, true, true, true, true];
    let mut text = table(&heads, &lines, &right);
    let groups: Vec<Vec<String>> = rows("groups")
        .iter()
        .map(|group| {
            let key = group["key"].as_str().filter(|key| !key.is_empty());
            let unknown = words.say("cli.say.unknown");
            let called = group["name"].as_str().or(key).unwrap_or(&unknown);
            vec![
                called.to_owned(),
                number(&group["bars"][0]["reached"]),
                number(&group["won"]),
                number(&group["lost"]),
                number(&group["open"]),
                share(&group["win"]),
            ]
        })
        .collect();
    if !groups.is_empty() {
        let heads = ["name", "count", "won", "lost", "open", "of_decided"].map(head);
        text.push('\n');
        text.push_str(&table(&heads, &groups, &right[..6]));
    }
    Answer::new(&shown, text)
}

/// "44% (40–48)", or "3 / 4" where there are few.
fn share(of: &Value) -> String {
    let (k, n) = (of["k"].as_i64().unwrap_or(0), of["n"].as_i64().unwrap_or(0));
    if n < FEW {
        return format!("{k} / {n}");
    }
    let percent = |share: f64| (share * 100.0).round();
    let ends = &of["interval"];
    let end = |at: &str| percent(ends[at].as_f64().unwrap_or(0.0));
    format!(
        "{}% ({}–{})",
        percent(k as f64 / n as f64),
        end("low"),
        end("high")
    )
}

pub fn plan(db: &Db, words: &Words, asked: &PlanAsked) -> Result<Answer> {
    if let Some(deals) = asked.deals {
        funnel::set_target(db, &PlanTarget::Deals(deals))?;
    }
    if let Some(revenue) = &asked.revenue {
        let unfit = || Error::invalid("target").because(revenue);
        let (amount, currency) = revenue.rsplit_once(' ').ok_or_else(unfit)?;
        let money = Money {
            minor: parse_minor(amount, currency).ok_or_else(unfit)?,
            currency: currency.to_owned(),
        };
        funnel::set_target(db, &PlanTarget::Revenue(money))?;
    }
    let pipeline = pipeline(db, asked.pipeline.as_deref())?;
    let (found, zone) = db.read(|read| Ok((funnel::plan(read, pipeline)?, read.zone)))?;
    let shown = value(&found)?;
    let head = |word: &str| words.say(&format!("cli.head.{word}"));
    let number = |value: &Value| {
        value
            .as_f64()
            .map_or_else(|| "–".to_owned(), |n| format!("{n:.1}"))
    };
    let lines: Vec<Vec<String>> = ["leads", "visits", "quotes"]
        .iter()
        .map(|what| {
            let need = &shown[*what];
            vec![
                head(what),
                number(&need["own"]),
                number(&need["low"]),
                number(&need["high"]),
                number(&need["textbook"]),
                share(&need["rate"]),
            ]
        })
        .collect();
    let heads = ["what", "own", "low", "high", "textbook", "of_decided"].map(head);
    let mut text = table(&heads, &lines, &[false, true, true, true, true, true]);
    let to = Show { words, zone };
    let forecasts: Vec<Value> = found.forecasts.iter().map(priced).collect();
    text.push('\n');
    text.push_str(&to.listed(&forecasts, FORECAST, None));
    Answer::new(&shown, text)
}

/// A forecast with its amounts as money, to be written for people.
fn priced(of: &Forecast) -> Value {
    let money = |minor: i64| json!({ "minor": minor, "currency": of.currency });
    let range = |range: Range| json!({ "low": money(range.low), "mid": money(range.mid), "high": money(range.high) });
    json!({
        "currency": of.currency,
        "deals": of.deals,
        "sum": money(of.sum),
        "by_stage": range(of.by_stage),
        "by_history": range(of.by_history),
    })
}

pub fn stopped(db: &Db, words: &Words, limit: u32) -> Result<Answer> {
    let (found, zone) = db.read(|read| Ok((touches::stopped(read, limit)?, read.zone)))?;
    let shown = value(&found)?;
    let rows = shown["rows"].as_array().cloned().unwrap_or_default();
    let text = Show { words, zone }.listed(&rows, STOPPED, Some(found.total));
    Answer::new(&shown, text)
}
