//! What ever happened to a row, and bringing one of its values back.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::fields::{self, Field, FieldKind};
use crate::kernel::act::Origin;
use crate::kernel::{Act, Db, Id, Noun, Read, Result, Written, changes, same, settings};
use crate::people::{self, Person, PersonKind};
use crate::team;

/// One line of a row's history, in words a user knows: references by name.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct HistoryLine {
    /// Names the line when one of its values is to come back.
    pub line: String,
    /// The row that was changed: the record itself, or one that belongs to it.
    #[specta(optional)]
    pub row: Option<Id>,
    /// What belongs to the record; `None`: it is the record itself.
    #[specta(optional)]
    pub part: Option<Part>,
    pub at: i64,
    pub member: Option<String>,
    /// Which device wrote it.
    pub device: Id,
    /// Key of the action's sentence.
    pub label: String,
    /// Through what it was done; `None`: before that was kept.
    pub origin: Option<Origin>,
    /// Empty where a part came or went as a whole.
    pub field: String,
    pub op: changes::Op,
    pub old: Option<String>,
    pub new: Option<String>,
    /// What the field holds now is something else than `old` (of a change) or `new` (of a first value).
    pub restorable: bool,
}

/// The fields of a touchpoint in which the line stands as it was typed, names and all.
const TYPED: &[&str] = &["raw", "who"];

/// A row that belongs to a record: a position, a number, a tag, somebody in a buying group.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Part {
    /// Its table.
    pub noun: String,
    /// What it leads to: the organization of a position, the number, the tag, the field of the team's own.
    pub name: String,
    /// Of such a field.
    #[specta(optional)]
    pub kind: Option<FieldKind>,
}

/// The table of what a row holds in the team's own fields; of its lines only the value says anything.
const HELD: &str = "field_values";

/// Everything that ever happened to a row and to what belongs to it, newest first. Of a conversation with
/// a candidate, what was typed is left out: their name stands in it.
pub fn history(read: &Read<'_>, id: Id) -> Result<Vec<HistoryLine>> {
    let model = crate::model();
    let (noun, _) = changes::locate(model, read, id)?;
    let mut all_of_it = vec![id];
    if noun.merges() {
        all_of_it.extend(same::merged(read, noun.table, id)?);
    }
    let mut lines = Vec::new();
    for row in &all_of_it {
        let told = changes::history(model, read, *row)?;
        lines.extend(told.into_iter().map(|line| (*row, None, line)));
    }
    if with_a_candidate(read, id)? {
        lines.retain(|(.., line)| !TYPED.contains(&line.field.as_str()));
    }
    let mut gone = HashSet::new();
    let mut belonging = Vec::new();
    for row in all_of_it {
        belonging.extend(parts(read, row)?);
    }
    for (row, n, noun, part) in belonging {
        let mut made = false;
        let all = changes::of_row(read, noun, n)?;
        let life = all
            .iter()
            .find(|line| matches!(line.op, changes::Op::Deleted | changes::Op::Restored));
        if life.is_some_and(|line| line.op == changes::Op::Deleted) {
            gone.insert(row);
        }
        for mut line in all {
            if noun.table == HELD {
                if !matches!(line.field.as_str(), "" | "value") {
                    continue;
                }
            } else if line.op == changes::Op::Created {
                if std::mem::replace(&mut made, true) {
                    continue;
                }
                line.field = String::new();
                line.new = None;
            }
            lines.push((row, Some(part.clone()), line));
        }
    }
    lines.sort_by_key(|(.., line)| std::cmp::Reverse(line.n));
    let mut names = Names::default();
    let lang = settings::lang(read)?;
    // The newest line of a field says what it holds now.
    let mut now: HashMap<(Id, String), Option<String>> = HashMap::new();
    let mut history = Vec::with_capacity(lines.len());
    for (row, part, line) in lines {
        let refers = model
            .nouns
            .iter()
            .find(|noun| noun.table == line.noun)
            .and_then(|noun| noun.cells.iter().find(|cell| cell.name == line.field))
            .and_then(|cell| cell.refers());
        let current = now
            .entry((row, line.field.clone()))
            .or_insert_with(|| line.new.clone());
        let brings = match line.op {
            changes::Op::Changed => Some(&line.old),
            changes::Op::Created => Some(&line.new),
            changes::Op::Deleted | changes::Op::Restored => None,
        };
        let restorable = !gone.contains(&row) && brings.is_some_and(|value| value != current);
        let member = match line.member {
            Some(member) => names.of(read, "members", &member.to_string())?,
            None => None,
        };
        let own = match part.as_ref().is_some_and(|part| part.noun == HELD) {
            true => own_field(read, row)?,
            false => None,
        };
        let mut named = |value: Option<String>| match (refers, value) {
            (_, Some(value)) if own.is_some() => {
                Ok(own.as_ref().map(|field| fields::words(field, &value, lang)))
            }
            (Some(table), Some(id)) => names.of(read, table, &id).map(|name| name.or(Some(id))),
            (_, value) => Ok(value),
        };
        history.push(HistoryLine {
            line: line.n.to_string(),
            row: Some(row),
            part,
            at: line.at,
            member,
            device: line.device,
            label: line.label,
            origin: line.origin,
            field: line.field,
            op: line.op,
            old: named(line.old)?,
            new: named(line.new)?,
            restorable,
        });
    }
    Ok(history)
}

/// The row is a touchpoint of a candidate.
fn with_a_candidate(read: &Read<'_>, id: Id) -> Result<bool> {
    read.value(
        "SELECT EXISTS (SELECT 1 FROM touchpoints t JOIN people p ON p.id = t.person AND p.kind = 'candidate'
                        WHERE t.id = ?1)",
        [id],
    )
}

/// What belongs to a row, gone or not: id, number and noun of each.
fn parts(read: &Read<'_>, id: Id) -> Result<Vec<(Id, i64, &'static Noun, Part)>> {
    let (noun, _) = changes::locate(crate::model(), read, id)?;
    let tags =
        "SELECT g.id, g.n, t.name FROM taggings g JOIN tags t ON t.id = g.tag WHERE g.target = ?1";
    let held = "SELECT v.id, v.n, f.name, f.kind FROM field_values v JOIN fields f ON f.id = v.field WHERE v.row = ?1";
    let sources: &[(&str, &str)] = match noun.table {
        "people" => &[
            (
                "positions",
                "SELECT s.id, s.n, o.name FROM positions s JOIN organizations o ON o.id = s.organization WHERE s.person = ?1",
            ),
            (
                "identifiers",
                "SELECT id, n, coalesce(shown, value) FROM identifiers WHERE person = ?1",
            ),
            (
                "deal_roles",
                "SELECT r.id, r.n, d.name FROM deal_roles r JOIN deals d ON d.id = r.deal WHERE r.person = ?1",
            ),
            ("taggings", tags),
            (HELD, held),
        ],
        "organizations" => &[
            (
                "positions",
                "SELECT s.id, s.n, p.shown FROM positions s JOIN people p ON p.id = s.person WHERE s.organization = ?1",
            ),
            ("taggings", tags),
            (HELD, held),
        ],
        "deals" => &[
            (
                "deal_roles",
                "SELECT r.id, r.n, p.shown FROM deal_roles r JOIN people p ON p.id = r.person WHERE r.deal = ?1",
            ),
            (
                "quotes",
                "SELECT id, n, 'v' || version FROM quotes WHERE deal = ?1",
            ),
            (
                "quote_lines",
                "SELECT l.id, l.n, l.title FROM quote_lines l JOIN quotes q ON q.id = l.quote WHERE q.deal = ?1",
            ),
            (
                "contracts",
                "SELECT id, n, signed_on FROM contracts WHERE deal = ?1",
            ),
            (
                "plan_items",
                "SELECT i.id, i.n, coalesce(i.title, i.place) FROM plan_items i JOIN contracts c ON c.id = i.contract WHERE c.deal = ?1",
            ),
            (
                "invoices",
                "SELECT i.id, i.n, coalesce(i.number, i.issued_on) FROM invoices i JOIN contracts c ON c.id = i.contract WHERE c.deal = ?1",
            ),
            (
                "receipts",
                "SELECT r.id, r.n, r.received_on FROM receipts r JOIN contracts c ON c.id = r.contract WHERE c.deal = ?1",
            ),
            ("taggings", tags),
            (HELD, held),
        ],
        _ => &[],
    };
    let nouns = crate::model().nouns.iter().copied();
    let mut parts = Vec::new();
    for noun in nouns {
        for (_, sql) in sources.iter().filter(|(table, _)| *table == noun.table) {
            parts.extend(read.all(sql, [id], |row| {
                let part = Part {
                    noun: noun.table.to_owned(),
                    name: row.get(2)?,
                    kind: if noun.table == HELD {
                        row.get(3)?
                    } else {
                        None
                    },
                };
                Ok((row.get(0)?, row.get(1)?, noun, part))
            })?);
        }
    }
    Ok(parts)
}

/// The field in which this row holds a value.
fn own_field(read: &Read<'_>, held: Id) -> Result<Option<Field>> {
    let mut found = read.rows::<Field>(
        "JOIN field_values v ON v.field = fields.id WHERE v.id = ?1",
        [held],
    )?;
    Ok(found.pop())
}

/// What referred rows are called, each looked up once.
#[derive(Default)]
struct Names(HashMap<(&'static str, String), Option<String>>);

impl Names {
    /// Touchpoints and the like have no name.
    fn of(&mut self, read: &Read<'_>, table: &'static str, id: &str) -> Result<Option<String>> {
        let key = (table, id.to_owned());
        if let Some(known) = self.0.get(&key) {
            return Ok(known.clone());
        }
        let noun = crate::model().nouns.iter().find(|noun| noun.table == table);
        let named = noun.is_some_and(|noun| noun.columns().any(|column| column == "name"));
        let name = match id.parse::<Id>() {
            Ok(id) if table == "members" => team::refer(read, id)?.map(|member| member.name),
            Ok(id) if named => read.first(
                &format!(
                    "SELECT {} FROM {table} WHERE id = ?1",
                    noun.map_or("name", |noun| noun.called())
                ),
                [id],
                |row| row.get(0),
            )?,
            _ => None,
        };
        self.0.insert(key, name.clone());
        Ok(name)
    }
}

/// Sets a field to what it held before the change on this line, or to its first value where the line
/// tells how the row was made. An ordinary action, with its own line and its own undo.
pub fn restore(db: &Db, row: Id, line: &str, field: &str) -> Result<Written<()>> {
    db.write(Act::new("value_restored"), |tx| {
        let model = crate::model();
        let name = changes::bring_back(model, tx, row, line, field)?;
        tx.name_subject(name.unwrap_or_default());
        match tx.find::<Person>(row)? {
            Some(person) if person.kind == PersonKind::Candidate => {
                people::hide_name(tx, row, &person.name)
            }
            _ => Ok(()),
        }
    })
}
