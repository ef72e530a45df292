//! `touchline deals`: list, show, move, board.

use serde::Serialize;
use touchline_core::kernel::money::Money;
use touchline_core::kernel::{Db, Error, Id, Read};
use touchline_core::lists::deals::Board;
use touchline_core::pipeline::{DealGlance, PipelineRef, StageKind};
use touchline_core::{lists, pipeline, records};

use super::people::{PROMISES, TIMELINE};
use super::{list, show};
use crate::args::Deals;
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::{Words, params};

const COLUMNS: &[Column] = &[
    ("deal", "/name", Shape::Text),
    ("organization", "/organization", Shape::Text),
    ("person", "/person", Shape::Text),
    ("stage", "/stage", Shape::Text),
    ("days", "/days_in_stage", Shape::Number),
    ("limit", "/stale_after", Shape::Number),
    ("amount", "/amount", Shape::Money),
    ("touches", "/touch_count", Shape::Number),
    ("holder", "/holder/name", Shape::Text),
    ("id", "/id", Shape::Text),
];

pub fn run(db: &Db, words: &Words, deals: Deals) -> Result<Answer> {
    match deals {
        Deals::List(page) => list(
            db,
            words,
            &page,
            ("name", false),
            COLUMNS,
            lists::deals::list,
        ),
        Deals::Show { id } => show(db, words, id, records::deal, text),
        Deals::Move { id, stage, reason } => move_to(db, words, id, &stage, reason),
        Deals::Board { pipeline } => board(db, words, pipeline.as_deref()),
    }
}

fn text(to: &Show<'_>, record: &serde_json::Value) -> String {
    let group = [
        ("name", "/person/name", Shape::Text),
        ("title", "/person/title", Shape::Text),
        ("role", "/role", Shape::Word("cli.role")),
    ];
    let moves = [
        ("when", "/at", Shape::Moment),
        ("stage", "/stage", Shape::Text),
        ("member", "/member", Shape::Text),
        ("reason", "/reason", Shape::Text),
    ];
    let product = [
        ("product", "/product", Shape::Text),
        ("note", "/note", Shape::Text),
    ];
    [
        to.record(record.get("deal").unwrap_or(record), COLUMNS),
        to.record(record, &product),
        to.part(record, "people", "/people", &group),
        to.part(record, "moves", "/moves", &moves),
        to.part(record, "followups", "/followups", PROMISES),
        to.part(record, "fields", "/fields", super::fields::HELD),
        to.part(record, "timeline", "/timeline/items", TIMELINE),
    ]
    .concat()
}

#[derive(Serialize)]
struct Moved {
    /// `None`: it stood there already.
    action: Option<Id>,
    deal: DealGlance,
}

fn move_to(db: &Db, words: &Words, id: Id, stage: &str, reason: Option<String>) -> Result<Answer> {
    let action = pipeline::move_to(db, id, stage, reason)?.action;
    let deal = db.read(|read| pipeline::glance_of(read, id))?;
    let named = params([("deal", deal.name.clone()), ("stage", deal.stage.clone())]);
    let text = match action {
        Some(_) => words.fill("cli.say.moved", &named),
        None => words.fill("cli.say.stays", &named),
    };
    Answer::new(&Moved { action, deal }, text)
}

/// The board, without its cards.
#[derive(Serialize)]
struct Stages {
    pipeline: PipelineRef,
    columns: Vec<StageSum>,
    open_sum: Vec<Money>,
    weighted_sum: Vec<Money>,
    unknown: i64,
    planned: i64,
    late: i64,
    unplanned: i64,
}

#[derive(Serialize)]
struct StageSum {
    stage_id: Id,
    name: String,
    kind: StageKind,
    count: i64,
    /// One sum a currency; deals without an amount are not in it.
    sum: Vec<Money>,
    unknown: i64,
}

fn board(db: &Db, words: &Words, pipeline: Option<&str>) -> Result<Answer> {
    let (board, zone) = db.read(|read| {
        let chosen = pipeline
            .map(|named| pipeline_named(read, named))
            .transpose()?;
        Ok((lists::deals::board(read, chosen, None)?, read.zone))
    })?;
    let stages = Stages::from(board);
    let shown = value(&stages)?;
    let columns = [
        ("stage", "/name", Shape::Text),
        ("kind", "/kind", Shape::Word("cli.stage")),
        ("count", "/count", Shape::Number),
        ("sum", "/sum", Shape::Money),
        ("unknown", "/unknown", Shape::Number),
    ];
    let totals = [
        ("open_sum", "/open_sum", Shape::Money),
        ("weighted_sum", "/weighted_sum", Shape::Money),
        ("planned", "/planned", Shape::Number),
        ("late_steps", "/late", Shape::Number),
        ("unplanned", "/unplanned", Shape::Number),
    ];
    let to = Show { words, zone };
    let rows = shown["columns"].as_array().cloned().unwrap_or_default();
    let name = &stages.pipeline.name;
    let text = format!(
        "{name}\n\n{}\n{}",
        to.rows(&rows, &columns),
        to.record(&shown, &totals)
    );
    Answer::new(&shown, text)
}

fn pipeline_named(read: &Read<'_>, named: &str) -> touchline_core::kernel::Result<Id> {
    if let Ok(id) = named.parse() {
        return Ok(id);
    }
    pipeline::pipelines(read)?
        .into_iter()
        .find(|pipeline| pipeline.name == named)
        .map(|pipeline| pipeline.id)
        .ok_or_else(|| Error::absent("pipelines", named))
}

impl From<Board> for Stages {
    fn from(board: Board) -> Self {
        let columns = board.columns.into_iter().map(|column| StageSum {
            stage_id: column.stage_id,
            name: column.name,
            kind: column.kind,
            count: column.count,
            sum: column.sum,
            unknown: column.unknown,
        });
        Stages {
            pipeline: board.pipeline,
            columns: columns.collect(),
            open_sum: board.open_sum,
            weighted_sum: board.weighted_sum,
            unknown: board.unknown,
            planned: board.planned,
            late: board.late,
            unplanned: board.unplanned,
        }
    }
}
