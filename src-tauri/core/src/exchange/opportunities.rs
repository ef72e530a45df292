//! Deals as other programs export them: with names of their own, stages in words, amounts with or without a
//! currency. A stage is found by its name, else by words of winning and losing; else the deal stands in the
//! first stage, and that is told.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::contacts::{People, Reach};
use super::dates::{self, First};
use super::deals::{Deals, Entry};
use super::line::{self, Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State, Step};
use super::said::DealSaid;
use super::sources::{Columns, Kind, Shape, Use};
use super::table::Table;
use super::types::ImportNote;
use crate::kernel::{Id, Result, text};
use crate::people::{IdentifierKind, normalise};
use crate::pipeline::StageKind;

/// Names of columns and the field each becomes.
pub const COLUMNS: Columns = &[
    ("dealname", "name"),
    ("dealtitle", "name"),
    ("opportunityname", "name"),
    ("potentialname", "name"),
    ("商机名称", "name"),
    ("商机标题", "name"),
    ("商机", "name"),
    ("项目名称", "name"),
    ("name", "name"),
    ("dealstage", "stage"),
    ("stage", "stage"),
    ("stagename", "stage"),
    ("商机阶段", "stage"),
    ("销售阶段", "stage"),
    ("阶段", "stage"),
    ("dealstatus", "status"),
    ("商机状态", "status"),
    ("dealpipeline", "pipeline"),
    ("pipeline", "pipeline"),
    ("销售管道", "pipeline"),
    ("dealvalue", "amount"),
    ("amount", "amount"),
    ("金额", "amount"),
    ("商机金额", "amount"),
    ("预计金额", "amount"),
    ("预计成交金额", "amount"),
    ("合同金额", "amount"),
    ("dealcurrencyofvalue", "currency"),
    ("dealcurrency", "currency"),
    ("amountcurrency", "currency"),
    ("currency", "currency"),
    ("currencyisocode", "currency"),
    ("币种", "currency"),
    ("dealorganization", "organization"),
    ("organizationname", "organization"),
    ("accountname", "organization"),
    ("account", "organization"),
    ("associatedcompany", "organization"),
    ("companyname", "organization"),
    ("company", "organization"),
    ("客户名称", "organization"),
    ("企业名称", "organization"),
    ("公司名称", "organization"),
    ("企业", "organization"),
    ("公司", "organization"),
    ("accountid", "organization_number"),
    ("dealcontactperson", "person"),
    ("personname", "person"),
    ("associatedcontact", "person"),
    ("contactname", "person"),
    ("primarycontact", "person"),
    ("联系人", "person"),
    ("联系人姓名", "person"),
    ("dealowner", "holder"),
    ("opportunityowner", "holder"),
    ("owner", "holder"),
    ("负责人", "holder"),
    ("归属人", "holder"),
    ("跟进人", "holder"),
    ("productname", "product"),
    ("product", "product"),
    ("产品", "product"),
    ("产品名称", "product"),
    ("closedate", "closed_on"),
    ("dealwontime", "closed_on"),
    ("dealdealclosedon", "closed_on"),
    ("deallosttime", "closed_on"),
    ("成交日期", "closed_on"),
    ("签约日期", "closed_on"),
    ("dealexpectedclosedate", "close_on"),
    ("预计成交日期", "close_on"),
    ("预计签单日期", "close_on"),
    ("createdate", "engaged_on"),
    ("createddate", "engaged_on"),
    ("dealdealcreated", "engaged_on"),
    ("dealcreated", "engaged_on"),
    ("创建时间", "engaged_on"),
    ("创建日期", "engaged_on"),
    ("deallostreason", "reason"),
    ("closedlostreason", "reason"),
    ("lossreason", "reason"),
    ("输单原因", "reason"),
    ("description", "note"),
    ("备注", "note"),
    ("recordid", "external_id"),
    ("dealid", "external_id"),
    ("opportunityid", "external_id"),
    ("商机编号", "external_id"),
    ("id", "external_id"),
];

/// A table of deals has their names or numbers, and how they stand.
pub fn fits(names: &[String]) -> bool {
    let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    let named = [
        "dealname",
        "dealtitle",
        "opportunityname",
        "potentialname",
        "商机名称",
        "商机标题",
        "dealid",
    ];
    let stands = [
        "dealstage",
        "stage",
        "stagename",
        "商机阶段",
        "销售阶段",
        "dealstatus",
        "dealvalue",
        "amount",
        "商机金额",
    ];
    // Salesforce's own names for what its reports call otherwise.
    let raw = has(&["stagename"]) && has(&["closedate"]);
    raw || (has(&named) && has(&stands))
}

/// What a stage's or status's words say of winning.
fn ending(words: &str) -> Option<StageKind> {
    const WON: [&str; 8] = [
        "won",
        "closedwon",
        "赢单",
        "成交",
        "已成交",
        "签约",
        "已签约",
        "已赢单",
    ];
    const LOST: [&str; 8] = [
        "lost",
        "closedlost",
        "输单",
        "丢单",
        "失败",
        "已流失",
        "已输单",
        "closedlosttocompetition",
    ];
    let said = text::squeeze(words);
    if WON.contains(&said.as_str()) {
        return Some(StageKind::Won);
    }
    LOST.contains(&said.as_str()).then_some(StageKind::Lost)
}

struct Parsed<'t> {
    line: Line<'t>,
    name: String,
    number: Option<&'t str>,
    amount: Option<(i64, String)>,
    engaged: Option<NaiveDate>,
    closed: Option<NaiveDate>,
    close: Option<NaiveDate>,
}

/// How a file is to be read.
struct Reading {
    engaged: First,
    closed: First,
    currency: String,
}

impl Reading {
    fn parse<'t>(&self, line: &Line<'t>) -> std::result::Result<Parsed<'t>, Fault> {
        let firm = line.text("organization");
        let name = line.text("name").or(firm);
        let name = name.ok_or_else(|| line.fault(Reason::NameMissing, "name"))?;
        let currency = line.text("currency").map(str::to_uppercase);
        let known = |code: &String| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        let currency = currency
            .filter(known)
            .unwrap_or_else(|| self.currency.clone());
        let parsed = Parsed {
            line: *line,
            name: name.to_owned(),
            number: line.text("external_id"),
            amount: line
                .amount("amount", &currency)?
                .map(|minor| (minor, currency)),
            engaged: line.day("engaged_on", self.engaged)?,
            closed: line.day("closed_on", self.closed)?,
            close: line.day("close_on", self.closed)?,
        };
        line.kept(&aside(&parsed, true))?;
        Ok(parsed)
    }
}

/// Fields that stay with the line too; `all`: with those that only sometimes do.
fn aside(parsed: &Parsed<'_>, all: bool) -> Vec<(&'static str, String)> {
    let line = &parsed.line;
    let mut kept: Vec<(&'static str, String)> = Vec::new();
    kept.extend(
        parsed
            .number
            .map(|number| ("external_id", number.to_owned())),
    );
    for field in [
        "engaged_on",
        "organization_number",
        "stage",
        "status",
        "pipeline",
        "product",
    ] {
        let often = ["engaged_on", "organization_number"].contains(&field) || all;
        kept.extend(
            line.owned(field)
                .filter(|_| often)
                .map(|cell| (field, cell)),
        );
    }
    kept
}

/// Plans a file of deals.
pub fn plan(
    table: &Table,
    shape: &Shape,
    state: &mut State,
    deals: &mut Deals,
    people: &mut People,
) -> Result<FilePlan> {
    let told = |field| line::told(table, shape, field);
    let [engaged, closed] = dates::orders([told("engaged_on"), told("closed_on")]);
    let reading = Reading {
        engaged,
        closed,
        currency: state.ground.currency.clone(),
    };
    let mut plan = FilePlan::default();
    if deals.first_stage(None).is_none()
        && let Some(name) = deals.pipeline(&state.ground, &mut plan)?
    {
        plan.notes
            .push(ImportNote::new("pipeline_made").with("name", name));
    }
    // A number is one within its program only: the name of its column stands for that.
    let source = shape
        .uses
        .iter()
        .position(|used| *used == Use::Field("external_id"));
    let source = source
        .map(|at| text::squeeze(&table.columns[at]))
        .unwrap_or_default();
    let claim = |parsed: &Parsed<'_>| identity(parsed, &source);
    let lines = line::read_all(
        table,
        shape,
        "external_id",
        |line| reading.parse(line),
        claim,
    );
    let mut unmatched: BTreeMap<String, usize> = BTreeMap::new();
    let (mut priced, mut assumed) = (false, shape.uses.contains(&Use::Field("currency")));
    plan.fill(lines, |plan, id, parsed| {
        priced |= parsed.amount.is_some();
        one(state, deals, people, plan, &mut unmatched, id, parsed)
    })?;
    assumed = priced && !assumed;
    for (name, rows) in unmatched {
        plan.notes.push(
            ImportNote::new("stage_unmatched")
                .with("name", name)
                .with("rows", rows),
        );
    }
    if assumed {
        let note = ImportNote::new("currency_assumed").with("currency", &reading.currency);
        plan.notes.push(note);
    }
    Ok(plan)
}

/// By its number; without one, by its name and organization.
fn identity(parsed: &Parsed<'_>, source: &str) -> Id {
    match parsed.number {
        Some(number) => Id::derived(&[b"deals", source.as_bytes(), number.as_bytes()]),
        None => {
            let firm = parsed
                .line
                .text("organization")
                .map(text::identity)
                .unwrap_or_default();
            let name = text::identity(&parsed.name);
            Id::derived(&[b"deals", b"named", name.as_bytes(), firm.as_bytes()])
        }
    }
}

fn one(
    state: &mut State,
    deals: &mut Deals,
    people: &mut People,
    plan: &mut FilePlan,
    unmatched: &mut BTreeMap<String, usize>,
    id: Id,
    parsed: Parsed<'_>,
) -> Result<Planned> {
    let line = parsed.line;
    let mut steps = Vec::new();
    let firm = line.text("organization");
    let organization = match firm {
        Some(name) => Some(state.organization(plan, name, &mut steps)),
        None => state.organization_numbered(&line),
    };
    let holder = line
        .text("holder")
        .map(|name| state.member(plan, name, &mut steps));
    let person = line
        .text("person")
        .and_then(|cell| person(people, plan, cell, firm, organization, &mut steps));
    let product = line
        .text("product")
        .and_then(|name| state.products.find(name));

    let words = [line.text("status"), line.text("stage")];
    let pipeline = line
        .text("pipeline")
        .and_then(|name| deals.pipeline_named(name));
    let ended = words.into_iter().flatten().find_map(ending);
    let named = line
        .text("stage")
        .and_then(|name| deals.stage_named(name, pipeline));
    let mut kept = aside(&parsed, false);
    let stage = match (ended, named) {
        (Some(kind), named) => named
            .filter(|stage| stage.kind == kind)
            .or_else(|| deals.stage_of(kind, pipeline)),
        (None, Some(stage)) => Some(stage),
        (None, None) => None,
    };
    if stage.is_none()
        && let Some(name) = line.text("stage")
    {
        *unmatched.entry(name.to_owned()).or_default() += 1;
        kept.push(("stage", name.to_owned()));
    }
    if product.is_none() {
        kept.extend(line.owned("product").map(|name| ("product", name)));
    }
    let first = deals.first_stage(pipeline);
    let is_over = stage
        .as_ref()
        .is_some_and(|stage| matches!(stage.kind, StageKind::Won | StageKind::Lost));
    let close = parsed.close.or(parsed.closed.filter(|_| !is_over));

    let mut own = Vec::new();
    let said = DealSaid {
        id,
        name: parsed.name.chars().take(super::deals::NAME).collect(),
        organization,
        person,
        product,
        amount: parsed.amount.clone(),
        note: line.owned("note"),
        close_on: close.map(|day| day.to_string()),
    };
    let outcome = deals.rows.say(said, &mut own);
    let called = deals
        .rows
        .live
        .get(&id)
        .map(|row| row.name.clone())
        .unwrap_or_default();
    if let Some(stage) = stage.or(first.clone()) {
        let there = deals.has_moves(id);
        let starts = first.as_ref().is_some_and(|first| first.id == stage.id);
        let day = if is_over {
            parsed.closed
        } else {
            parsed.engaged.filter(|_| starts)
        };
        // Before it was won or lost it was begun, where the file tells both days.
        if let (true, Some(begun), Some(over), Some(first)) =
            (is_over && !there, parsed.engaged, day, first)
            && begun <= over
            && first.id != stage.id
        {
            let entry = Entry {
                stage: first,
                at: Some((state.ground.zone.noon(begun), true)),
                member: holder,
                reason: None,
            };
            deals.enter(id, entry, plan, &mut own)?;
        }
        let at = day.map(|day| (state.ground.zone.noon(day), true));
        // What stands in a stage already and is said to stand in another has moved by now.
        let at = at.or(there.then_some((state.ground.now, false)));
        let reason = line.owned("reason");
        deals.enter(
            id,
            Entry {
                stage,
                at,
                member: holder,
                reason,
            },
            plan,
            &mut own,
        )?;
    }
    if let Some(holder) = holder {
        deals.hold(id, holder, &state.ground, plan, &mut own)?;
    }
    state.fill_own(id, &line, &mut own);
    let kept = line.kept(&kept).ok().flatten();
    state.keep_line(Kind::Deals, id, kept, &mut own)?;
    Ok(Planned::new(outcome, own).after(steps).called(called))
}

/// Whom the deal is with: "Dana Okafor (dana@example.com)", the first of several.
fn person(
    people: &mut People,
    plan: &mut FilePlan,
    cell: &str,
    firm: Option<&str>,
    organization: Option<Id>,
    steps: &mut Vec<Step>,
) -> Option<Id> {
    let first = cell.split([';', '；']).next()?.trim();
    let (name, inside) = match first.split_once('(') {
        Some((name, inside)) => (name.trim(), Some(inside.trim_end_matches(')'))),
        None => (first, None),
    };
    if name.is_empty() {
        return None;
    }
    let address = inside.filter(|inside| inside.contains('@'));
    let value = address.and_then(|address| normalise(IdentifierKind::Email, address));
    let reached: Vec<Reach> = value
        .map(|value| Reach {
            kind: IdentifierKind::Email,
            value,
            shown: None,
        })
        .into_iter()
        .collect();
    let id = match people.only(name, organization) {
        Some(known) if reached.is_empty() => known,
        _ => people.claim(name, firm, &reached, &HashMap::new()).id,
    };
    people.met(plan, (id, name.to_owned()), organization, reached, steps);
    Some(id)
}
