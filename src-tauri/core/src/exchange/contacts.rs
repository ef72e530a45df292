//! Lists of contacts: people with their numbers and addresses, where they work, and what was last said
//! with them, by whoever said it and at the time it was said.

mod columns;
mod namesakes;
mod people;
mod said;

pub use columns::{CALLED, COLUMNS, beside, fits, repeats};
pub use people::{People, Reach};
use said::{PersonSaid, SourceSaid};

use super::dates::{self, First};
use super::known::Outcome;
use super::line::{self, Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State, Step};
use super::said::OrganizationSaid;
use super::sources::{Kind, Shape};
use super::table::Table;
use super::types::ImportNote;
use crate::catalog;
use crate::kernel::{Id, Read, Result, text};
use crate::people::{Grade, IdentifierKind, month_day, normalise};
use crate::touchpoints::{self, Channel, Direction, Touchpoint};

/// What Google puts between several values of one cell.
pub const JOINED: &str = " ::: ";
/// How many of those who are known by another name a note names.
const NAMED: usize = 3;

struct Parsed<'t> {
    line: Line<'t>,
    /// `None`: the line is about a firm alone.
    name: Option<String>,
    firm: Option<&'t str>,
    reached: Vec<Reach>,
    grade: Option<Grade>,
    birthday: Option<String>,
    tags: Vec<String>,
    said: Option<Remark<'t>>,
    /// Columns whose cells were not understood stay with the line.
    aside: Vec<usize>,
    /// A spreadsheet rounded a phone number.
    cut: bool,
}

/// What was last said, and when.
#[derive(Clone, Copy)]
struct Remark<'t> {
    text: &'t str,
    /// Milliseconds UTC, or the noon of a day.
    at: i64,
    day_only: bool,
}

/// How a file is to be read.
struct Reading<'s> {
    state: &'s State,
    said_at: First,
    birthday: First,
}

impl Reading<'_> {
    fn parse<'t>(&self, line: &Line<'t>) -> std::result::Result<Parsed<'t>, Fault> {
        let mut aside = Vec::new();
        let mut cut = false;
        let mut reached: Vec<Reach> = Vec::new();
        for (field, kind) in [
            ("phone", IdentifierKind::Phone),
            ("email", IdentifierKind::Email),
            ("wechat", IdentifierKind::Wechat),
            ("external", IdentifierKind::External),
        ] {
            for (at, cell) in line.texts(field) {
                for one in cell.split(JOINED).flat_map(|part| several(kind, part)) {
                    let Some(whole) = unrounded(kind, one) else {
                        cut = true;
                        aside.push(at);
                        continue;
                    };
                    let whole = match kind {
                        IdentifierKind::External => numbered(line.column(at), &whole),
                        _ => whole,
                    };
                    let Some(value) = normalise(kind, &whole) else {
                        continue;
                    };
                    let shown = Some(whole).filter(|whole| *whole != value);
                    let known = |known: &Reach| (known.kind, &known.value) == (kind, &value);
                    if !reached.iter().any(known) {
                        reached.push(Reach { kind, value, shown });
                    }
                }
            }
        }
        let firm = line.text("organization");
        let called = reached.first().map(|reach| {
            let firm = firm.map(str::to_owned);
            firm.or(reach.shown.clone())
                .unwrap_or_else(|| reach.value.clone())
        });
        let name = name(line).or(called);
        if name.is_none() && firm.is_none() {
            return Err(line.fault(Reason::NameMissing, "name"));
        }
        let mut understood = |field: &'static str, found: bool| {
            if !found {
                aside.extend(line.texts(field).map(|(at, _)| at));
            }
        };
        let grade = line
            .text("grade")
            .and_then(|cell| cell.to_uppercase().parse().ok());
        understood("grade", grade.is_some());
        let birthday = line
            .text("birthday")
            .and_then(|cell| birthday(cell, self.birthday));
        understood("birthday", birthday.is_some());
        aside.extend(line.texts("organization_number").map(|(at, _)| at));
        if name.is_none() {
            // A firm has no fields for these yet.
            let of_people = [
                "city", "note", "grade", "birthday", "source", "owner", "tags",
            ];
            let cells = of_people.into_iter().flat_map(|field| line.texts(field));
            aside.extend(cells.map(|(at, _)| at));
        }
        let said = self.remark(line)?;
        let parsed = Parsed {
            line: *line,
            name,
            firm,
            reached,
            grade,
            birthday,
            tags: line
                .texts("tags")
                .flat_map(|(_, cell)| tags(cell))
                .collect(),
            said,
            aside,
            cut,
        };
        line.kept_cells(&parsed.aside)?;
        Ok(parsed)
    }

    /// What was said, at its own time; without one it was said when the file came.
    fn remark<'t>(&self, line: &Line<'t>) -> std::result::Result<Option<Remark<'t>>, Fault> {
        let Some(text) = line.text("said") else {
            return Ok(None);
        };
        let told = line.moment("said_at", self.said_at, self.state.ground.zone)?;
        let (at, day_only) = told.unwrap_or((self.state.ground.now, false));
        Ok(Some(Remark { text, at, day_only }))
    }
}

/// The number of a program is one within that program only: another has a 51 too.
fn numbered(column: &str, number: &str) -> String {
    match text::squeeze(column).as_str() {
        "recordid" => format!("hubspot:{number}"),
        "personid" => format!("pipedrive:{number}"),
        _ => number.to_owned(),
    }
}

/// Several numbers in one cell; an address or account is one.
fn several(kind: IdentifierKind, cell: &str) -> impl Iterator<Item = &str> {
    let between: &[char] = match kind {
        IdentifierKind::Phone => &[';', '；', ',', '，', '、', '/', '\n'],
        IdentifierKind::Email => &[';', '；', ',', '，', '、', '\n'],
        _ => &[],
    };
    cell.split(between)
        .map(str::trim)
        .filter(|one| !one.is_empty())
}

/// 1.3812342231E+10 is 13812342231 again; `None` where the spreadsheet left digits out.
fn unrounded(kind: IdentifierKind, cell: &str) -> Option<String> {
    let folded = text::fold(cell);
    let Some((digits, power)) = folded
        .split_once('e')
        .filter(|_| kind == IdentifierKind::Phone)
    else {
        return Some(cell.to_owned());
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let Ok(power) = power.trim_start_matches('+').parse::<usize>() else {
        return Some(cell.to_owned());
    };
    (decimals.len() == power).then(|| format!("{whole}{decimals}"))
}

/// The name as people write it: 张立群, Anna Miller.
fn name(line: &Line<'_>) -> Option<String> {
    if let Some(name) = line.text("name") {
        return Some(name.to_owned());
    }
    let [family, given, middle] =
        ["family", "given", "middle"].map(|field| line.text(field).unwrap_or_default());
    Some(text::full_name(family, given, middle)).filter(|name| !name.is_empty())
}

/// Month and day, with a year or not: 1990-03-07, --03-07, 3月7日, 3/7/1990.
fn birthday(cell: &str, order: First) -> Option<String> {
    let year = |c: char| c.is_ascii_digit();
    let rest = cell
        .get(..4)
        .filter(|first| first.chars().all(year))
        .map(|_| &cell[4..]);
    let whole = || dates::day(cell, order).map(|day| day.format("%m-%d").to_string());
    month_day(rest.unwrap_or(cell)).or_else(whole)
}

/// Tags of one cell; `* myContacts` is Google's own group, not a tag.
fn tags(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split(JOINED)
        .flat_map(|part| part.split([',', '，', ';', '；', '、']))
        .map(str::trim)
        .filter(|tag| !tag.is_empty() && !tag.starts_with('*'))
        .map(str::to_owned)
}

/// Plans a list of contacts. Lines about one person add up.
pub fn plan(
    table: &Table,
    shape: &Shape,
    state: &mut State,
    people: &mut People,
    read: &Read<'_>,
) -> Result<FilePlan> {
    let told = |field| line::told(table, shape, field);
    let [said_at, birthday] = dates::orders([told("said_at"), told("birthday")]);
    let reading = Reading {
        state,
        said_at,
        birthday,
    };
    let lines = table
        .rows
        .iter()
        .map(|record| reading.parse(&Line::new(table, shape, record)?))
        .collect::<Vec<_>>();
    let mut plan = FilePlan::default();
    let (mut shared, mut cut, mut firms) = (0, 0, 0);
    let mut known = Vec::new();
    let named = lines.iter().flatten();
    let names = people::names(named.filter_map(|parsed| {
        let name = parsed.name.as_deref()?;
        Some((name, parsed.reached.as_slice()))
    }));
    plan.fill_each(lines, |plan, mut parsed| {
        cut += usize::from(parsed.cut);
        let Some(name) = parsed.name.clone() else {
            firms += 1;
            return firm_alone(state, people, read, plan, parsed);
        };
        let claim = people.claim(&name, parsed.firm, &parsed.reached, &names);
        shared += usize::from(claim.shared);
        if let Some(as_whom) = claim.known_as {
            known.push(format!("{name} → {as_whom}"));
            // The name of the line stays with it.
            let cells = ["name", "family", "given", "middle"].into_iter();
            let told = cells.flat_map(|field| parsed.line.texts(field));
            parsed.aside.extend(told.map(|(at, _)| at));
        }
        one(state, people, read, plan, (claim.id, name), parsed)
    })?;
    plan.note_rows("firm_alone", firms);
    plan.note_rows("number_shared", shared);
    if !known.is_empty() {
        let rows = known.len();
        known.truncate(NAMED);
        let note = ImportNote::new("known_as").with("rows", rows);
        plan.notes.push(note.with("names", known.join(", ")));
    }
    plan.note_rows("phone_cut", cut);
    Ok(plan)
}

fn one(
    state: &mut State,
    people: &mut People,
    read: &Read<'_>,
    plan: &mut FilePlan,
    (id, name): (Id, String),
    mut parsed: Parsed<'_>,
) -> Result<Planned> {
    let line = parsed.line;
    let mut steps = Vec::new();
    let firm = match parsed.firm {
        Some(name) => Some(state.organization(plan, name, &mut steps)),
        None => state.organization_numbered(&line),
    };
    industry(state, firm, &mut parsed, &mut steps);
    let owner = line
        .text("owner")
        .map(|name| state.member(plan, name, &mut steps));
    let source = line
        .text("source")
        .map(|name| source(people, plan, name, &mut steps));
    let mut own = Vec::new();
    let called = name.clone();
    let twin = people.like(id, &name, firm, &parsed.reached);
    let outcome = people.people.say(
        PersonSaid {
            id,
            name,
            city: line.owned("city"),
            note: line.owned("note"),
            grade: parsed.grade,
            birthday: parsed.birthday,
            source,
            owner,
        },
        &mut own,
    );
    people.reach(plan, id, parsed.reached, &mut own);
    if let Some(organization) = firm {
        people.works_at(plan, id, organization, line.owned("title"), &mut own);
    }
    let tags = people.untagged(id, parsed.tags);
    if !tags.is_empty() {
        own.push(Box::new(move |tx| catalog::mark(tx, id, &tags)));
    }
    if let Some(remark) = parsed.said {
        let about = About {
            with: id,
            firm: false,
            member: owner,
        };
        say(people, read, plan, about, remark, &mut own)?;
    }
    state.fill_own(id, &line, &mut own);
    let kept = line.kept_cells(&parsed.aside).ok().flatten();
    state.keep_line(Kind::Contacts, id, kept, &mut own)?;
    Ok(Planned {
        twin: twin && outcome == Outcome::Created,
        ..Planned::new(outcome, own).after(steps).called(called)
    })
}

/// A line that names a firm and nobody there.
fn firm_alone(
    state: &mut State,
    people: &mut People,
    read: &Read<'_>,
    plan: &mut FilePlan,
    mut parsed: Parsed<'_>,
) -> Result<Planned> {
    let line = parsed.line;
    let (mut steps, mut own) = (Vec::new(), Vec::new());
    let name = parsed.firm.unwrap_or_default();
    let id = state.organizations.claim(name);
    let said = OrganizationSaid::named(id, name);
    let outcome = state.organizations.rows.say(said, &mut own);
    industry(state, Some(id), &mut parsed, &mut own);
    if let Some(remark) = parsed.said {
        let owner = line.text("owner");
        let about = About {
            with: id,
            firm: true,
            member: owner.map(|name| state.member(plan, name, &mut steps)),
        };
        say(people, read, plan, about, remark, &mut own)?;
    }
    // A field of people is none of a firm's.
    let mut aside = parsed.aside;
    aside.extend(line.own_places());
    let kept = line.kept_cells(&aside).ok().flatten();
    state.keep_line(Kind::Contacts, id, kept, &mut own)?;
    Ok(Planned {
        twin: outcome == Outcome::Created && state.like_organization(id, name),
        ..Planned::new(outcome, own).after(steps).called(name)
    })
}

/// The industry of the firm that a line names: fills an empty one. Another one stays with the line, because
/// a list of people may tell it differently in each.
fn industry(state: &mut State, firm: Option<Id>, parsed: &mut Parsed<'_>, steps: &mut Vec<Step>) {
    let Some((at, told)) = parsed.line.texts("industry").next() else {
        return;
    };
    let row = firm.and_then(|id| state.organizations.rows.live.get(&id));
    match row.map(|row| (row.id, &row.name, row.industry.as_deref())) {
        Some((_, _, Some(there))) if there == told => {}
        Some((id, name, None)) => {
            let said = OrganizationSaid {
                industry: Some(told.to_owned()),
                ..OrganizationSaid::named(id, name)
            };
            state.organizations.rows.say(said, steps);
        }
        _ => parsed.aside.push(at),
    }
}

/// The source of this name; one that nobody knows yet is made.
fn source(people: &mut People, plan: &mut FilePlan, name: &str, steps: &mut Vec<Step>) -> Id {
    let id = people.sources.claim(name);
    if !people.sources.rows.live.contains_key(&id) {
        let said = SourceSaid {
            id,
            name: name.to_owned(),
        };
        plan.also("sources", people.sources.rows.say(said, steps));
    }
    id
}

/// With whom something was said, and who of us said it.
struct About {
    with: Id,
    /// It is a firm, not a person.
    firm: bool,
    member: Option<Id>,
}

/// What was said becomes a touchpoint.
fn say(
    people: &mut People,
    read: &Read<'_>,
    plan: &mut FilePlan,
    about: About,
    remark: Remark<'_>,
    steps: &mut Vec<Step>,
) -> Result<()> {
    let parts: [&[u8]; 4] = [
        b"touchpoints",
        b"contacts",
        about.with.bytes(),
        remark.text.as_bytes(),
    ];
    let id = Id::derived(&parts);
    if !people.unsaid(read, id)? {
        return Ok(());
    }
    let touchpoint = Touchpoint {
        n: 0,
        id,
        deleted_at: None,
        at: remark.at,
        at_day: remark.day_only,
        channel: Channel::Other,
        direction: Direction::Outbound,
        outcome: None,
        minutes: None,
        sentiment: None,
        summary: Some(remark.text.to_owned()),
        raw: None,
        who: None,
        member: about.member,
        person: Some(about.with).filter(|_| !about.firm),
        organization: Some(about.with).filter(|_| about.firm),
        deal: None,
    };
    steps.push(Box::new(move |tx| {
        touchpoints::add(tx, touchpoint).map(drop)
    }));
    *plan.also.entry("touchpoints").or_default() += 1;
    Ok(())
}
