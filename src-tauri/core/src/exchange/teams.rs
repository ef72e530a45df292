//! `sales_teams`: who sells, for which manager, in which region. Managers become members as well; one
//! who also sells has a line of their own.

use std::collections::BTreeSet;

use super::known::Outcome;
use super::line::{self, Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State};
use super::said::MemberSaid;
use super::sources::{Kind, Shape};
use super::table::Table;
use crate::kernel::{Id, Result};

struct Parsed<'t> {
    name: &'t str,
    manager: Option<&'t str>,
    region: Option<String>,
    kept: Option<String>,
}

fn parse<'t>(line: &Line<'t>) -> std::result::Result<Parsed<'t>, Fault> {
    Ok(Parsed {
        name: line.required("name", Reason::NameMissing)?,
        manager: line.text("manager"),
        region: line.owned("region"),
        kept: line.kept(&[])?,
    })
}

/// Plans a file of sellers.
pub fn plan(table: &Table, shape: &Shape, state: &mut State) -> Result<FilePlan> {
    let claim = |parsed: &Parsed<'_>| state.members.claim(parsed.name);
    let lines = line::read_all(table, shape, "name", parse, claim);
    let sellers: BTreeSet<_> = lines
        .iter()
        .filter_map(|told| told.as_ref().ok()?.as_ref())
        .map(|(id, _)| *id)
        .collect();
    let mut plan = FilePlan::default();
    let mut made = 0;
    plan.fill(lines, |plan, id, parsed| {
        let mut steps = Vec::new();
        let manager = parsed.manager.map(|name| (name, state.members.claim(name)));
        // A manager who also sells has a line of their own.
        if let Some((name, manager)) = manager.filter(|(_, manager)| !sellers.contains(manager)) {
            let outcome = state.members.rows.say(listed(manager, name), &mut steps);
            made += usize::from(outcome == Outcome::Created);
            plan.also("members", outcome);
        }
        let said = MemberSaid {
            manager: manager
                .map(|(_, manager)| manager)
                .filter(|manager| *manager != id),
            region: parsed.region,
            ..listed(id, parsed.name)
        };
        let mut own = Vec::new();
        let outcome = state.members.rows.say(said, &mut own);
        state.keep_line(Kind::Teams, id, parsed.kept, &mut own)?;
        Ok(Planned::new(outcome, own).after(steps).called(parsed.name))
    })?;
    plan.note_rows("managers_made", made);
    Ok(plan)
}

fn listed(id: Id, name: &str) -> MemberSaid {
    MemberSaid {
        id,
        name: name.to_owned(),
        manager: None,
        region: None,
        listed: true,
    }
}
