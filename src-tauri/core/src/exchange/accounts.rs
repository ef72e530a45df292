//! `accounts`: organizations and whose subsidiary they are. A parent may come later in the file; one
//! that is nowhere is noted and stays with the line.

use std::collections::BTreeMap;

use super::known::Outcome;
use super::line::{self, Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State};
use super::said::OrganizationSaid;
use super::sources::{Kind, Shape};
use super::table::Table;
use super::types::ImportNote;
use crate::kernel::{Id, Result};

struct Parsed<'t> {
    line: Line<'t>,
    name: &'t str,
    industry: Option<String>,
    region: Option<String>,
    founded: Option<i64>,
    employees: Option<i64>,
    parent: Option<&'t str>,
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
    };
    // With the parent too, so that it surely fits when it must be kept.
    line.kept(&[("parent", parsed.parent.unwrap_or_default().to_owned())])?;
    Ok(parsed)
}

/// Plans a file of organizations.
pub fn plan(table: &Table, shape: &Shape, state: &mut State) -> Result<FilePlan> {
    let claim = |parsed: &Parsed<'_>| state.organizations.claim(parsed.name);
    let lines = line::read_all(table, shape, "name", parse, claim);
    let mut plan = FilePlan::default();
    let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
    plan.fill(lines, |_, id, parsed| {
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
        let kept = kept(&parsed.line, lost);
        one(state, id, &parsed, parent, kept)
    })?;
    plan.notes.extend(unknown.into_iter().map(|(name, rows)| {
        ImportNote::new("parent_unknown")
            .with("name", name)
            .with("rows", rows)
    }));
    Ok(plan)
}

fn kept(line: &Line<'_>, parent: Option<String>) -> Option<String> {
    let parent: Vec<_> = parent.into_iter().map(|name| ("parent", name)).collect();
    line.kept(&parent).ok().flatten()
}

fn one(
    state: &mut State,
    id: Id,
    parsed: &Parsed<'_>,
    parent: Option<Id>,
    kept: Option<String>,
) -> Result<Planned> {
    let said = OrganizationSaid {
        industry: parsed.industry.clone(),
        region: parsed.region.clone(),
        parent,
        founded: parsed.founded,
        employees: parsed.employees,
        ..OrganizationSaid::named(id, parsed.name)
    };
    let mut steps = Vec::new();
    let outcome = state.organizations.rows.say(said, &mut steps);
    state.keep_line(Kind::Accounts, id, kept, &mut steps)?;
    let twin = outcome == Outcome::Created && state.like_organization(id, parsed.name);
    Ok(Planned {
        twin,
        ..Planned::new(outcome, steps).called(parsed.name)
    })
}
