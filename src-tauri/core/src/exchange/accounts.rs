//! `accounts`: organizations and whose subsidiary they are. A parent may come later in the file; one
//! that is nowhere is noted and stays with the line.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use super::known::{Known, Outcome};
use super::line::{self, Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State};
use super::said::OrganizationSaid;
use super::sources::{Columns, Kind, Shape, Use};
use super::table::Table;
use super::types::ImportNote;
use crate::kernel::{Id, Result, text};
use crate::people::Grade;
use crate::pipeline::SourceLine;

/// Names of columns and the field each becomes.
pub const COLUMNS: Columns = &[
    ("account", "name"),
    ("accountname", "name"),
    ("companyname", "name"),
    ("organizationname", "name"),
    ("企业名称", "name"),
    ("公司名称", "name"),
    ("单位名称", "name"),
    ("客户名称", "name"),
    ("企业", "name"),
    ("公司", "name"),
    ("company", "name"),
    ("organization", "name"),
    ("name", "name"),
    ("sector", "industry"),
    ("industry", "industry"),
    ("行业", "industry"),
    ("所属行业", "industry"),
    ("客户行业", "industry"),
    ("yearestablished", "founded"),
    ("yearfounded", "founded"),
    ("成立年份", "founded"),
    ("employees", "employees"),
    ("numberofemployees", "employees"),
    ("员工数", "employees"),
    ("员工人数", "employees"),
    ("officelocation", "region"),
    ("region", "region"),
    ("地区", "region"),
    ("省份", "region"),
    ("所在地区", "region"),
    ("city", "region"),
    ("billingcity", "region"),
    ("stateregion", "region"),
    ("countryregion", "region"),
    ("organizationaddress", "region"),
    ("subsidiaryof", "parent"),
    ("parentcompany", "parent"),
    ("parentaccount", "parent"),
    ("上级企业", "parent"),
    ("母公司", "parent"),
    ("companyowner", "owner"),
    ("accountowner", "owner"),
    ("organizationowner", "owner"),
    ("owner", "owner"),
    ("负责人", "owner"),
    ("归属人", "owner"),
    ("grade", "grade"),
    ("等级", "grade"),
    ("客户等级", "grade"),
    ("客户级别", "grade"),
    ("description", "note"),
    ("notes", "note"),
    ("note", "note"),
    ("备注", "note"),
    ("recordid", "external"),
    ("accountid", "external"),
    ("companyid", "external"),
    ("organizationid", "external"),
    ("企业编号", "external"),
    ("客户编号", "external"),
];

/// Salesforce's own list of accounts, which calls their names no more than names.
pub fn raw(names: &[String]) -> bool {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    ["name", "ownerid", "accountnumber"].into_iter().all(has)
}

/// A table of organizations names them, tells something more of them, and names nobody there.
pub fn fits(names: &[String]) -> bool {
    const SURE: usize = 12;
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let named = COLUMNS.iter().take(SURE).any(|(name, _)| has(name));
    let told = COLUMNS
        .iter()
        .any(|(name, field)| !["name", "external"].contains(field) && has(name));
    let somebody = [
        "firstname",
        "lastname",
        "fullname",
        "contactname",
        "姓名",
        "联系人",
        "联系人姓名",
        "personname",
    ];
    raw(names) || named && told && !somebody.iter().any(|name| has(name))
}

struct Parsed<'t> {
    line: Line<'t>,
    name: &'t str,
    industry: Option<String>,
    region: Option<String>,
    founded: Option<i64>,
    employees: Option<i64>,
    parent: Option<&'t str>,
    grade: Option<Grade>,
    external: Option<&'t str>,
}

fn parse<'t>(line: &Line<'t>) -> std::result::Result<Parsed<'t>, Fault> {
    let parsed = Parsed {
        line: *line,
        name: line.required("name", Reason::NameMissing)?,
        industry: line.owned("industry"),
        region: line.owned("region"),
        founded: line.whole("founded")?,
        employees: line.whole("employees")?,
        parent: line.text("parent"),
        grade: line
            .text("grade")
            .and_then(|cell| cell.to_uppercase().parse().ok()),
        external: line.text("external"),
    };
    // With the parent too, so that it surely fits when it must be kept.
    line.kept(&aside(&parsed, parsed.parent.map(str::to_owned)))?;
    Ok(parsed)
}

/// Plans a file of organizations.
pub fn plan(table: &Table, shape: &Shape, state: &mut State) -> Result<FilePlan> {
    let numbered = numbered(table, shape, state);
    let claim = |parsed: &Parsed<'_>| {
        let known = parsed.external.and_then(|number| numbered.get(number));
        known
            .copied()
            .unwrap_or_else(|| state.organizations.claim(parsed.name))
    };
    let lines = line::read_all(table, shape, "name", parse, claim);
    let mut plan = FilePlan::default();
    let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
    plan.fill(lines, |plan, id, parsed| {
        let parent = parsed
            .parent
            .and_then(|name| state.organizations.find(name));
        let parent = parent.filter(|parent| *parent != id);
        let lost = parsed
            .parent
            .filter(|_| parent.is_none())
            .map(str::to_owned);
        if let Some(name) = &lost {
            *unknown.entry(name.clone()).or_default() += 1;
        }
        let kept = parsed.line.kept(&aside(&parsed, lost)).ok().flatten();
        one(state, plan, id, &parsed, parent, kept)
    })?;
    plan.notes.extend(unknown.into_iter().map(|(name, rows)| {
        ImportNote::new("parent_unknown")
            .with("name", name)
            .with("rows", rows)
    }));
    Ok(plan)
}

/// Fields that stay with the line: a parent that nobody knows, the number in the file, a grade that is none.
fn aside(parsed: &Parsed<'_>, parent: Option<String>) -> Vec<(&'static str, String)> {
    let mut kept: Vec<_> = parent.into_iter().map(|name| ("parent", name)).collect();
    kept.extend(
        parsed
            .external
            .map(|number| ("external", number.to_owned())),
    );
    let strange = parsed
        .line
        .owned("grade")
        .filter(|_| parsed.grade.is_none());
    kept.extend(strange.map(|grade| ("grade", grade)));
    kept
}

/// Organizations by any number that a file gave them.
pub fn numbers(lines: &Known<SourceLine>) -> HashMap<String, Id> {
    let ours = lines.live.values();
    let ours = ours.filter(|line| line.source == Kind::Accounts.word());
    let named = |column: &str| {
        let column = text::squeeze(column);
        let mut external = COLUMNS.iter().filter(|(_, field)| *field == "external");
        column == "id" || external.any(|(known, _)| *known == column)
    };
    let mut numbers = HashMap::new();
    for line in ours {
        let kept: Map<String, Value> = serde_json::from_str(&line.line).unwrap_or_default();
        let found = kept.iter().filter(|(column, _)| named(column));
        numbers.extend(
            found.filter_map(|(_, number)| Some((number.as_str()?.to_owned(), line.target))),
        );
    }
    numbers
}

/// Organizations by the number that a file of these columns gave them.
fn numbered(table: &Table, shape: &Shape, state: &State) -> HashMap<String, Id> {
    let at = shape
        .uses
        .iter()
        .position(|used| *used == Use::Field("external"));
    let Some(column) = at.map(|at| &table.columns[at]) else {
        return HashMap::new();
    };
    let ours = state
        .lines
        .live
        .values()
        .filter(|line| line.source == Kind::Accounts.word());
    ours.filter_map(|line| {
        let kept: Map<String, Value> = serde_json::from_str(&line.line).ok()?;
        let number = kept.get(column)?.as_str()?.to_owned();
        let there = state.organizations.rows.live.contains_key(&line.target);
        there.then_some((number, line.target))
    })
    .collect()
}

fn one(
    state: &mut State,
    plan: &mut FilePlan,
    id: Id,
    parsed: &Parsed<'_>,
    parent: Option<Id>,
    kept: Option<String>,
) -> Result<Planned> {
    let mut first = Vec::new();
    let number = parsed.external.map(str::to_owned);
    state.numbers.extend(number.map(|number| (number, id)));
    let owner = parsed.line.text("owner");
    let owner = owner.map(|name| state.member(plan, name, &mut first));
    let said = OrganizationSaid {
        grade: parsed.grade,
        owner,
        note: parsed.line.owned("note"),
        industry: parsed.industry.clone(),
        region: parsed.region.clone(),
        parent,
        founded: parsed.founded,
        employees: parsed.employees,
        ..OrganizationSaid::named(id, parsed.name)
    };
    let mut steps = Vec::new();
    let outcome = state.organizations.rows.say(said, &mut steps);
    state.fill_own(id, &parsed.line, &mut steps);
    state.keep_line(Kind::Accounts, id, kept, &mut steps)?;
    let twin = outcome == Outcome::Created && state.like_organization(id, parsed.name);
    Ok(Planned {
        twin,
        ..Planned::new(outcome, steps)
            .after(first)
            .called(parsed.name)
    })
}
