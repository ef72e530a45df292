//! What an import will do, decided before anything is written: every line's outcome and the writes it
//! takes. A preview shows the plan, an import carries it out.

use std::collections::{BTreeMap, HashMap};

use super::known::{Known, Named, Outcome};
use super::line::{Fault, Line, Told};
use super::own::{self, Holding};
use super::said::{MemberSaid, OrganizationSaid, member_id, product_id};
use super::sources::{self, Kind, Shape};
use super::table::{self, Table};
use super::types::{Becomes, ImportChoice, ImportCounts, ImportFile, ImportNote, ImportRow};
use super::{accounts, contacts, deals, mappings, meetings, opportunities, products, talks, teams};
use crate::catalog::Product;
use crate::kernel::time::Zone;
use crate::kernel::{Db, Id, Read, Result, WriteTx, settings};
use crate::organizations::{self, Organization, core_name};
use crate::pipeline::SourceLine;
use crate::team::Member;

/// One write, to be made in its turn.
pub type Step = Box<dyn FnOnce(&mut WriteTx<'_>) -> Result<()>>;

/// Rows of a preview, and characters of their cells; of many tables, fewer rows each.
const SAMPLE_ROWS: usize = 50;
const FEW_ROWS: usize = 5;
const MANY_TABLES: usize = 20;
const SAMPLE_CELL: usize = 120;

/// What holds for the whole workspace.
pub struct Ground {
    pub zone: Zone,
    /// The moment of the import.
    pub now: i64,
    pub currency: String,
    pub lang: String,
}

impl Ground {
    /// Of no workspace.
    pub fn bare(lang: &str) -> Self {
        Ground {
            zone: Zone(chrono_tz::Asia::Shanghai),
            now: 0,
            currency: "CNY".to_owned(),
            lang: lang.to_owned(),
        }
    }

    pub fn of(read: &Read<'_>) -> Result<Self> {
        let setting = |key| settings::get(read, key);
        Ok(Ground {
            zone: read.zone,
            now: read.now,
            currency: setting(settings::CURRENCY)?.unwrap_or_else(|| "CNY".to_owned()),
            lang: setting(settings::LANG)?.unwrap_or_else(|| "en".to_owned()),
        })
    }
}

/// What is there, and what the lines planned so far will have made of it.
pub struct State {
    pub ground: Ground,
    pub members: Named<Member>,
    pub products: Named<Product>,
    pub organizations: Named<Organization>,
    pub lines: Known<SourceLine>,
    /// What rows hold in the fields that columns of the present table become.
    own: Holding,
    /// Organizations by the number that a list of them gives, of this import and of those before it.
    pub numbers: HashMap<String, Id>,
    numbers_before: Option<HashMap<String, Id>>,
    /// Organizations by what their names share with like ones.
    cores: HashMap<String, Id>,
}

impl State {
    fn load(read: &Read<'_>) -> Result<Self> {
        let organizations = Named::load(
            read,
            |row: &Organization| (row.n, &row.name),
            organizations::id_of,
        )?;
        let cores = organizations.rows.live.values();
        let cores = cores.map(|row| (core_name(&row.name), row.id)).collect();
        Ok(State {
            ground: Ground::of(read)?,
            members: Named::load(read, |row: &Member| (row.n, &row.name), member_id)?,
            products: Named::load(read, |row: &Product| (row.n, &row.name), product_id)?,
            organizations,
            cores,
            numbers: HashMap::new(),
            numbers_before: None,
            own: Holding::new(),
            lines: Known::load(read, "WHERE 1")?,
        })
    }

    /// The organization of this name; one that nobody knows yet is made.
    pub fn organization(&mut self, plan: &mut FilePlan, name: &str, steps: &mut Vec<Step>) -> Id {
        let id = self.organizations.claim(name);
        if !self.organizations.rows.live.contains_key(&id) {
            let said = OrganizationSaid::named(id, name);
            plan.also("organizations", self.organizations.rows.say(said, steps));
        }
        id
    }

    /// The organization by the number that a list of organizations gave it, in this import or before; the
    /// number itself stays with the line.
    pub fn organization_numbered(&mut self, line: &Line<'_>) -> Option<Id> {
        let number = line.text("organization_number")?;
        let (lines, there) = (&self.lines, &self.organizations.rows.live);
        let before = self
            .numbers_before
            .get_or_insert_with(|| accounts::numbers(lines));
        let found = self.numbers.get(number).or(before.get(number));
        found.copied().filter(|id| there.contains_key(id))
    }

    /// Whether an organization of a like name is there already: spelled with another legal form, brackets
    /// or blanks.
    pub fn like_organization(&mut self, id: Id, name: &str) -> bool {
        let like = self.cores.entry(core_name(name)).or_insert(id);
        *like != id
    }

    /// The member of this name; one that nobody knows yet is made, as somebody who left.
    pub fn member(&mut self, plan: &mut FilePlan, name: &str, steps: &mut Vec<Step>) -> Id {
        let id = self.members.claim(name);
        if !self.members.rows.live.contains_key(&id) {
            let said = MemberSaid {
                id,
                name: name.to_owned(),
                manager: None,
                region: None,
                listed: false,
            };
            plan.also("members", self.members.rows.say(said, steps));
        }
        id
    }

    /// Fills the fields of the team's own that columns become.
    pub fn fill_own(&mut self, row: Id, line: &Line<'_>, steps: &mut Vec<Step>) {
        own::fill(&mut self.own, row, line, steps);
    }

    /// Keeps what a line holds beyond the fields of its row.
    pub fn keep_line(
        &mut self,
        kind: Kind,
        target: Id,
        kept: Option<String>,
        steps: &mut Vec<Step>,
    ) -> Result<()> {
        let source = kind.word();
        let id = Id::derived(&[b"source_lines", source.as_bytes(), target.bytes()]);
        match kept {
            Some(line) => {
                let source = source.to_owned();
                let row = SourceLine {
                    n: 0,
                    id,
                    deleted_at: None,
                    target,
                    source,
                    line,
                };
                self.lines.keep(row, steps)?;
            }
            None => {
                self.lines.drop(id, steps);
            }
        }
        Ok(())
    }
}

/// A line's outcome, and the writes it takes; a failed line has none.
pub struct Planned {
    pub outcome: Option<Outcome>,
    pub steps: Vec<Step>,
    /// What it makes or changes is called so; of the first lines only.
    pub name: Option<String>,
    /// It makes somebody who may be there already.
    pub twin: bool,
}

impl Planned {
    /// A line that changes something besides its own row changes.
    pub fn new(outcome: Outcome, steps: Vec<Step>) -> Self {
        let outcome = match outcome {
            Outcome::Unchanged if !steps.is_empty() => Outcome::Updated,
            outcome => outcome,
        };
        Planned {
            outcome: Some(outcome),
            steps,
            name: None,
            twin: false,
        }
    }

    /// Writes these first: what others need is no change of its own row.
    pub fn after(self, mut first: Vec<Step>) -> Self {
        first.extend(self.steps);
        Planned {
            steps: first,
            ..self
        }
    }

    /// Says what it is called.
    pub fn called(self, name: impl Into<String>) -> Self {
        Planned {
            name: Some(name.into()),
            ..self
        }
    }
}

/// What will be made of one file.
#[derive(Default)]
pub struct FilePlan {
    /// Written before its first line.
    pub head: Vec<Step>,
    pub lines: Vec<Planned>,
    /// Row number in the table, and why.
    pub failures: Vec<(usize, Fault)>,
    pub also: BTreeMap<&'static str, i64>,
    pub notes: Vec<ImportNote>,
}

impl FilePlan {
    /// Counts a row of another noun, if it is written at all.
    pub fn also(&mut self, noun: &'static str, outcome: Outcome) {
        if outcome != Outcome::Unchanged {
            *self.also.entry(noun).or_default() += 1;
        }
    }

    /// Adds a note about `rows` lines, if there are any.
    pub fn note_rows(&mut self, code: &str, rows: usize) {
        if rows > 0 {
            self.notes.push(ImportNote::new(code).with("rows", rows));
        }
    }

    /// Plans every line that could be read with `one`; a line that says again what an earlier one did
    /// changes nothing.
    pub fn fill<T>(
        &mut self,
        lines: Vec<Told<T>>,
        mut one: impl FnMut(&mut Self, Id, T) -> Result<Planned>,
    ) -> Result<()> {
        self.fill_each(lines, |plan, told| match told {
            Some((id, said)) => one(plan, id, said),
            None => Ok(Planned::new(Outcome::Unchanged, Vec::new())),
        })
    }

    /// Plans every line that could be read with `one`.
    pub fn fill_each<T>(
        &mut self,
        lines: Vec<std::result::Result<T, Fault>>,
        mut one: impl FnMut(&mut Self, T) -> Result<Planned>,
    ) -> Result<()> {
        for (row, line) in lines.into_iter().enumerate() {
            let mut planned = match line {
                Ok(said) => one(self, said)?,
                Err(fault) => {
                    self.failures.push((row, fault));
                    Planned {
                        outcome: None,
                        steps: Vec::new(),
                        name: None,
                        twin: false,
                    }
                }
            };
            planned.name = planned.name.filter(|_| row < SAMPLE_ROWS);
            self.lines.push(planned);
        }
        Ok(())
    }

    fn counts(&self) -> ImportCounts {
        let count = |outcome| {
            self.lines
                .iter()
                .filter(|line| line.outcome == outcome)
                .count() as i64
        };
        ImportCounts {
            rows: self.lines.len() as i64,
            created: count(Some(Outcome::Created)),
            duplicates: self.lines.iter().filter(|line| line.twin).count() as i64,
            updated: count(Some(Outcome::Updated)),
            unchanged: count(Some(Outcome::Unchanged)),
            failed: count(None),
            also: self
                .also
                .iter()
                .map(|(noun, count)| ((*noun).to_owned(), *count))
                .collect(),
        }
    }
}

/// One file of an import: its table, and what will be made of it when it is recognised.
pub struct Part {
    pub table: Table,
    pub shape: Option<Shape>,
    pub plan: FilePlan,
    /// Rows of its preview.
    pub shown: usize,
}

impl Part {
    /// The file as it is told to the user.
    pub fn told(&self) -> ImportFile {
        let kind = self.shape.as_ref().map(|shape| shape.kind);
        ImportFile {
            path: self.table.path.to_string_lossy().into_owned(),
            name: self.table.name.clone(),
            sheet: self.table.sheet.clone(),
            source: kind.map(|kind| kind.word().to_owned()),
            told: self.shape.as_ref().map(|shape| shape.told),
            noun: kind.map(|kind| kind.noun().to_owned()),
            format: self.table.format.to_owned(),
            encoding: self.table.encoding.to_owned(),
            delimiter: self
                .table
                .delimiter
                .map(char::from)
                .map(String::from)
                .unwrap_or_default(),
            rows: self.table.rows.len() as i64,
            columns: sources::shown(&self.table, self.shape.as_ref()),
            counts: self.plan.counts(),
            notes: self.plan.notes.clone(),
            missing: self
                .shape
                .iter()
                .flat_map(Shape::missing)
                .map(str::to_owned)
                .collect(),
            sample: (0..self.table.rows.len().min(self.shown))
                .map(|at| self.row(at))
                .collect(),
        }
    }

    /// One line and what it becomes.
    fn row(&self, at: usize) -> ImportRow {
        let cut = |cell: &str| cell.chars().take(SAMPLE_CELL).collect();
        let planned = self.plan.lines.get(at);
        let fault = self.plan.failures.iter().find(|(row, _)| *row == at);
        let fault = fault.map(|(_, fault)| fault);
        ImportRow {
            cells: self.table.rows[at].iter().map(cut).collect(),
            becomes: planned.map(|planned| match planned.outcome {
                None => Becomes::Failed,
                Some(Outcome::Created) if planned.twin => Becomes::Duplicate,
                Some(Outcome::Created) => Becomes::Created,
                Some(Outcome::Updated) => Becomes::Updated,
                Some(Outcome::Unchanged) => Becomes::Unchanged,
            }),
            name: planned.and_then(|planned| planned.name.clone()),
            reason: fault.map(|fault| fault.reason),
            column: fault.and_then(|fault| fault.column.clone()),
        }
    }
}

/// An import, ready to be shown or carried out.
pub struct Plan {
    /// In the order in which they were given.
    pub parts: Vec<Part>,
    /// Positions in `parts`, what is referred to before what refers to it.
    pub order: Vec<usize>,
}

impl Plan {
    /// The first file of which nothing is known. A sheet may be a word about the others: one that fits
    /// nothing is left out where another sheet of its file fits.
    pub fn unrecognised(&self) -> Option<&Part> {
        let known = |part: &&Part| part.shape.is_some();
        self.parts.iter().find(|part| {
            let mut same = self
                .parts
                .iter()
                .filter(|other| other.table.path == part.table.path);
            !same.any(|other| known(&other))
        })
    }
}

/// Reads files and decides what an import of them would do; `guesses`: also of what is only guessed, for
/// somebody to look at.
pub fn make(db: &Db, choices: &[ImportChoice], guesses: bool) -> Result<Plan> {
    let ground = db.read(Ground::of)?;
    let mut parts = Vec::with_capacity(choices.len());
    for choice in choices {
        for mut table in table::read(choice, &ground)? {
            table.unquote();
            let about = talks::about(&table);
            let chosen = choices.iter().any(|other| names(other, &table));
            if chosen && !names(choice, &table) {
                continue;
            }
            let before = db.read(|read| mappings::find(read, &table))?;
            let mut shape = sources::shape(&table, choice, before.as_ref())?;
            if let Some(shape) = &mut shape {
                let chosen = choice.columns.as_ref();
                let said = |name: &String| {
                    chosen.is_some_and(|chosen| chosen.contains_key(name))
                        || before
                            .as_ref()
                            .is_some_and(|before| before.columns.contains_key(name))
                };
                db.read(|read| own::recognise(read, &table, shape, said))?;
            }
            let shape = shape.map(|shape| Shape { about, ..shape });
            parts.push(Part {
                table,
                shape: shape.filter(|shape| guesses || shape.told != sources::Told::Guessed),
                plan: FilePlan::default(),
                shown: SAMPLE_ROWS,
            });
        }
    }
    if parts.len() > MANY_TABLES {
        parts.iter_mut().for_each(|part| part.shown = FEW_ROWS);
    }
    let kind = |at: usize| parts[at].shape.as_ref().map(|shape| shape.kind);
    let mut order: Vec<usize> = (0..parts.len()).filter(|at| kind(*at).is_some()).collect();
    order.sort_by_key(|at| kind(*at));
    db.read(|read| {
        let mut state = State::load(read)?;
        let mut deals = None;
        let mut people = None;
        for at in &order {
            let Part {
                table,
                shape: Some(shape),
                plan,
                ..
            } = &mut parts[*at]
            else {
                continue;
            };
            state.own = own::settle(read, table, shape)?;
            *plan = match shape.kind {
                Kind::Teams => teams::plan(table, shape, &mut state)?,
                Kind::Products => products::plan(table, shape, &mut state)?,
                Kind::Accounts => accounts::plan(table, shape, &mut state)?,
                Kind::Contacts => {
                    let known = match &mut people {
                        Some(known) => known,
                        none => none.insert(contacts::People::load(read)?),
                    };
                    contacts::plan(table, shape, &mut state, known, read)?
                }
                Kind::Meetings => {
                    let known = match &mut people {
                        Some(known) => known,
                        none => none.insert(contacts::People::load(read)?),
                    };
                    meetings::plan(table, shape, &mut state, known, read)?
                }
                Kind::Pipeline => {
                    let known = match &mut deals {
                        Some(known) => known,
                        none => none.insert(deals::Deals::load(read)?),
                    };
                    deals::plan(table, shape, &mut state, known)?
                }
                Kind::Deals => {
                    let known = match &mut deals {
                        Some(known) => known,
                        none => none.insert(deals::Deals::load(read)?),
                    };
                    let people = match &mut people {
                        Some(known) => known,
                        none => none.insert(contacts::People::load(read)?),
                    };
                    opportunities::plan(table, shape, &mut state, known, people)?
                }
                Kind::Talks => {
                    let people = match &mut people {
                        Some(known) => known,
                        none => none.insert(contacts::People::load(read)?),
                    };
                    talks::plan(table, shape, &mut state, people, read)?
                }
            };
            own::announce(table, shape, plan);
            plan.notes.extend(about(table, shape));
        }
        Ok(())
    })?;
    Ok(Plan { parts, order })
}

/// A choice for this very sheet; it goes before one for its whole file.
fn names(choice: &ImportChoice, table: &Table) -> bool {
    choice.path == table.path && choice.sheet.is_some() && choice.sheet == table.sheet
}

/// What is noticed of any table. A column that is empty all the way down has nothing to keep.
fn about(table: &Table, shape: &Shape) -> Vec<ImportNote> {
    let holds = |at: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.get(at));
        cells.any(|cell| !cell.trim().is_empty())
    };
    let kept: Vec<&str> = shape
        .uses
        .iter()
        .zip(&table.columns)
        .enumerate()
        .filter(|(at, (used, _))| **used == sources::Use::Kept && holds(*at))
        .map(|(_, (_, name))| name.as_str())
        .collect();
    let mut notes = table.notes.clone();
    if !kept.is_empty() {
        notes.push(ImportNote::new("kept_columns").with("columns", kept.join(", ")));
    }
    if table.broken {
        notes.push(ImportNote::new("broken_characters").with("encoding", table.encoding));
    }
    notes
}
