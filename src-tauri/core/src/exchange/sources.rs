//! Which kind of table a file is, told by its columns alone, and which field each column becomes.

use super::mappings::Mapping;
use super::own::{self, Own};
use super::table::Table;
use super::types::{ImportChoice, ImportColumn};
use super::{accounts, contacts, guess, meetings, opportunities, talks};
use crate::kernel::{Error, Result, text};
use crate::words;

/// The kinds that are known, in the order in which one refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Teams,
    Products,
    Accounts,
    Contacts,
    Pipeline,
    Meetings,
    /// Deals as other programs export them.
    Deals,
    /// What was said and done.
    Talks,
}

/// A column's name, squeezed, and the field it becomes.
pub type Columns = &'static [(&'static str, &'static str)];

impl Kind {
    /// Looked at in this order: the pipeline names accounts, products and agents too, and contacts are told
    /// by what many tables have.
    const TRIED: [Kind; 8] = [
        Kind::Meetings,
        Kind::Pipeline,
        Kind::Deals,
        Kind::Teams,
        Kind::Products,
        Kind::Talks,
        Kind::Contacts,
        Kind::Accounts,
    ];

    /// The table's name; also part of the identity of what it brings.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Teams => "sales_teams",
            Kind::Products => "products",
            Kind::Accounts => "accounts",
            Kind::Contacts => "contacts",
            Kind::Pipeline => "sales_pipeline",
            Kind::Meetings => "meetings",
            Kind::Deals => "deals",
            Kind::Talks => "touchpoints",
        }
    }

    /// What its rows become.
    pub fn noun(self) -> &'static str {
        match self {
            Kind::Teams => "members",
            Kind::Products => "products",
            Kind::Accounts => "organizations",
            Kind::Contacts => "people",
            Kind::Pipeline | Kind::Deals => "deals",
            Kind::Talks => "touchpoints",
            Kind::Meetings => "touchpoints",
        }
    }

    /// The kind whose rows become this noun.
    pub fn of(noun: &str) -> Option<Kind> {
        // The four tables' own stages are theirs only.
        let mut kinds = Kind::TRIED
            .into_iter()
            .filter(|kind| *kind != Kind::Pipeline);
        kinds.find(|kind| kind.noun() == noun)
    }

    /// Several columns may become this field.
    pub fn repeats(self, field: &str) -> bool {
        self == Kind::Contacts && contacts::repeats(field)
    }

    /// Fields without which a line fails.
    fn required(self) -> &'static [&'static str] {
        match self {
            Kind::Teams | Kind::Products | Kind::Accounts => &["name"],
            // A firm, a number or an address will do instead of a name.
            Kind::Contacts | Kind::Talks => &[],
            Kind::Deals => &["name"],
            Kind::Pipeline => &["external_id", "stage"],
            Kind::Meetings => &["external_id", "at"],
        }
    }

    fn columns(self) -> Columns {
        match self {
            Kind::Teams => &[
                ("salesagent", "name"),
                ("manager", "manager"),
                ("regionaloffice", "region"),
            ],
            Kind::Products => &[
                ("product", "name"),
                ("series", "family"),
                ("salesprice", "price"),
            ],
            Kind::Accounts => accounts::COLUMNS,
            Kind::Deals => opportunities::COLUMNS,
            Kind::Talks => talks::COLUMNS,
            Kind::Contacts => contacts::COLUMNS,
            Kind::Meetings => meetings::COLUMNS,
            Kind::Pipeline => &[
                ("opportunityid", "external_id"),
                ("dealstage", "stage"),
                ("salesagent", "holder"),
                ("product", "product"),
                ("account", "organization"),
                ("engagedate", "engaged_on"),
                ("closedate", "closed_on"),
                ("closevalue", "amount"),
            ],
        }
    }

    /// What a column becomes, among these others.
    fn field(self, name: &str, names: &[String]) -> Option<&'static str> {
        if self == Kind::Contacts
            && let Some(field) = contacts::beside(name, names)
        {
            return field;
        }
        // A number of everybody's own making is none; that of a program comes with its owner's.
        if name == "id" {
            let told = names.iter().any(|name| name == "ownerid");
            return match self {
                Kind::Contacts | Kind::Accounts if told => Some("external"),
                Kind::Deals if told => Some("external_id"),
                _ => None,
            };
        }
        let known = self.columns().iter().find(|(known, _)| *known == name);
        let asked = || {
            (self == Kind::Talks)
                .then(|| talks::asked(name, names))
                .flatten()
        };
        known.map(|(_, field)| *field).or_else(asked)
    }

    /// A table is of this kind when it has the first column, and the second or, where that is only
    /// a detail, any further one.
    fn fits(self, names: &[String]) -> bool {
        let has = |(name, _): &(&str, &str)| names.iter().any(|known| known == name);
        match self {
            Kind::Contacts => return contacts::fits(names) && !accounts::raw(names),
            Kind::Accounts => return accounts::fits(names),
            Kind::Deals => return opportunities::fits(names),
            Kind::Talks => return talks::fits(names),
            Kind::Teams | Kind::Products | Kind::Pipeline | Kind::Meetings => {}
        }
        match self.columns() {
            [id, title, start, ..] if self == Kind::Meetings => has(id) && has(title) && has(start),
            [id, stage, ..] if self == Kind::Pipeline => has(id) && has(stage),
            [name, rest @ ..] => has(name) && rest.iter().any(has),
            [] => false,
        }
    }
}

/// What the rows of a file may become.
pub const NOUNS: [&str; 6] = [
    "people",
    "organizations",
    "deals",
    "touchpoints",
    "members",
    "products",
];

/// A field that a column may become.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, specta::Type)]
pub struct Target {
    pub field: String,
    /// Without it a line fails.
    pub required: bool,
    /// Several columns may become it.
    pub several: bool,
}

/// The fields that columns of rows of this noun may become: THE list of what is offered, in its order.
pub fn targets(noun: &str) -> Result<Vec<Target>> {
    let kind = Kind::of(noun).ok_or_else(|| Error::invalid("kind").because(noun))?;
    let mut fields: Vec<&str> = Vec::new();
    for (_, field) in kind.columns() {
        if !fields.contains(field) {
            fields.push(field);
        }
    }
    Ok(fields
        .into_iter()
        .map(|field| Target {
            field: field.to_owned(),
            required: kind.required().contains(&field),
            several: kind.repeats(field),
        })
        .collect())
}

/// What becomes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Becomes this field.
    Field(&'static str),
    /// Becomes a field of the team's own: a place in [`Shape::own`].
    Own(usize),
    /// Has no field: stays with the line.
    Kept,
    /// Written by an earlier import into its failures file.
    Ours,
}

words! {
    /// How it is known what a table is.
    #[serde(rename = "ImportTold")]
    pub enum Told {
        /// By columns that a program writes.
        Recognised = "recognised",
        /// Somebody says so now,
        Chosen = "chosen",
        /// or said so of these columns before.
        Remembered = "remembered",
        /// By what stands in it: nothing is written before somebody has seen it.
        Guessed = "guessed",
    }
}

/// A table's columns and what becomes of them.
pub struct Shape {
    pub kind: Kind,
    pub told: Told,
    /// What the whole table is about, where it says so above its columns.
    pub about: Option<String>,
    /// One per column.
    pub uses: Vec<Use>,
    pub own: Vec<Own>,
}

impl Shape {
    /// A table that is of this kind whatever its columns are called; those that fit find their field.
    pub fn of(kind: Kind, table: &Table) -> Self {
        let squeeze = |name: &String| text::squeeze(name);
        let names: Vec<String> = table.columns.iter().map(squeeze).collect();
        let mut uses: Vec<Use> = Vec::with_capacity(names.len());
        for (squeezed, name) in names.iter().zip(&table.columns) {
            let field = kind.field(squeezed, &names);
            let found = match field {
                _ if is_own_head(table, name) => Use::Kept,
                Some(field) if !uses.contains(&Use::Field(field)) || kind.repeats(field) => {
                    Use::Field(field)
                }
                None if is_ours(table, name) => Use::Ours,
                _ => Use::Kept,
            };
            uses.push(found);
        }
        Shape {
            kind,
            told: Told::Recognised,
            about: None,
            uses,
            own: Vec::new(),
        }
    }

    fn by(self, told: Told) -> Self {
        Shape { told, ..self }
    }

    /// Fields without which lines fail and that no column becomes.
    pub fn missing(&self) -> Vec<&'static str> {
        let has = |field: &'static str| self.uses.contains(&Use::Field(field));
        if self.kind == Kind::Contacts {
            let any = contacts::CALLED.into_iter().any(has);
            return if any { Vec::new() } else { vec!["name"] };
        }
        let required = self.kind.required().iter().copied();
        required.filter(|field| !has(field)).collect()
    }

    /// Makes a column become a field, which no other one is then; empty: it stays with the line.
    fn choose(&mut self, at: usize, field: &str) -> Result<()> {
        if field.is_empty() {
            self.uses[at] = Use::Kept;
            return Ok(());
        }
        if own::is_own(field) {
            self.uses[at] = Use::Own(self.own.len());
            self.own.push(Own::chosen(field));
            return Ok(());
        }
        let known = self
            .kind
            .columns()
            .iter()
            .find(|(_, known)| *known == field);
        let (_, field) = known.ok_or_else(|| Error::invalid("column").because(field))?;
        let used = Use::Field(field);
        if !self.kind.repeats(field) {
            for other in self.uses.iter_mut().filter(|other| **other == used) {
                *other = Use::Kept;
            }
        }
        self.uses[at] = used;
        Ok(())
    }
}

/// The columns that a failures file adds.
pub const REASON: &str = "reason";
pub const REASON_COLUMN: &str = "reason_column";
pub const FILE: &str = "file";
pub const WHY: &str = "why";

/// The last column of a table that we exported: whose line it is; by the second name, text in it that looks
/// like a formula, or begins with an apostrophe, has an apostrophe in front.
pub const OURS: &str = "touchline_id";
pub const OURS_QUOTED: &str = "touchline_csv_id";

/// Behind the name of a field of the team's own, in a table that we exported, where the name alone would be taken
/// for one of ours.
const OWN_MARK: &str = " *";

/// What the column of such a field is called in an export of rows of this noun.
pub fn own_head(noun: &str, name: &str) -> String {
    let squeezed = [text::squeeze(name)];
    let is_ours = Kind::of(noun).is_some_and(|kind| kind.field(&squeezed[0], &squeezed).is_some());
    let mark = if is_ours { OWN_MARK } else { "" };
    format!("{name}{mark}")
}

fn is_own_head(table: &Table, name: &str) -> bool {
    let ours = |name: &String| [OURS, OURS_QUOTED].contains(&name.as_str());
    name.ends_with(OWN_MARK) && table.columns.iter().any(ours)
}

/// The name of the field that a column is called after.
pub fn field_name<'n>(table: &Table, name: &'n str) -> &'n str {
    match is_own_head(table, name) {
        true => name.trim_end_matches(OWN_MARK),
        false => name,
    }
}

/// A column that we wrote ourselves: into a failures file, or into an export.
pub fn is_ours(table: &Table, name: &str) -> bool {
    if [OURS, OURS_QUOTED].contains(&name) {
        return true;
    }
    let has = |ours: &&str| table.columns.iter().any(|name| name == ours);
    [REASON, REASON_COLUMN, FILE, WHY].contains(&name) && [REASON, REASON_COLUMN].iter().all(has)
}

/// Whether a column of the table is called as this field of the kind is.
pub fn names_field(kind: Kind, table: &Table, field: &str) -> bool {
    let mut named = kind.columns().iter().filter(|(_, known)| *known == field);
    named.any(|(known, _)| {
        table
            .columns
            .iter()
            .any(|name| text::squeeze(name) == *known)
    })
}

/// What a table is and what its columns become: as somebody chose now or before, else as the columns
/// tell, else as it looks. `None`: it could be anything.
pub fn shape(
    table: &Table,
    choice: &ImportChoice,
    before: Option<&Mapping>,
) -> Result<Option<Shape>> {
    let told = recognise(table);
    let before =
        before.filter(|before| choice.kind.as_ref().is_none_or(|noun| *noun == before.kind));
    let mut shape = match &choice.kind {
        Some(noun) => match told.filter(|shape| shape.kind.noun() == noun) {
            Some(shape) => shape,
            None => {
                let kind = Kind::of(noun).ok_or_else(|| Error::invalid("kind").because(noun))?;
                let mut shape = Shape::of(kind, table);
                guess::fill(&mut shape, table);
                shape
            }
        }
        .by(Told::Chosen),
        None => {
            let known = before.and_then(|before| Kind::of(&before.kind));
            let known = known.map(|kind| match &told {
                Some(shape) if shape.kind.noun() == kind.noun() => shape.kind,
                _ => kind,
            });
            match (known, told) {
                (Some(kind), _) => Shape::of(kind, table).by(Told::Remembered),
                (None, Some(shape)) => shape,
                (None, None) => {
                    let Some(kind) = guess::kind(table) else {
                        return Ok(None);
                    };
                    let mut shape = Shape::of(kind, table).by(Told::Guessed);
                    guess::fill(&mut shape, table);
                    shape
                }
            }
        }
    };
    let place = |column: &String| table.columns.iter().position(|name| name == column);
    for (column, field) in before.iter().flat_map(|before| &before.columns) {
        if let Some(at) = place(column) {
            // A field that this version does not know is no reason to refuse the file.
            let _ = shape.choose(at, field);
        }
    }
    for (column, field) in choice.columns.iter().flatten() {
        // Several files may be read alike, and not each has every column.
        if let Some(at) = place(column) {
            shape.choose(at, field)?;
            shape.told = Told::Chosen;
        }
    }
    Ok(Some(shape))
}

/// The kind of a table, if its columns fit one.
pub fn recognise(table: &Table) -> Option<Shape> {
    let squeeze = |name: &String| text::squeeze(name);
    let names: Vec<String> = table.columns.iter().map(squeeze).collect();
    let kind = Kind::TRIED.into_iter().find(|kind| kind.fits(&names))?;
    Some(Shape::of(kind, table))
}

/// The columns as a preview shows them.
pub fn shown(table: &Table, shape: Option<&Shape>) -> Vec<ImportColumn> {
    let field = |at: usize| match shape?.uses[at] {
        Use::Field(field) => Some(field.to_owned()),
        Use::Own(no) => shape.map(|shape| shape.own[no].chosen.clone()),
        Use::Kept | Use::Ours => None,
    };
    let name = |(at, name): (usize, &String)| ImportColumn {
        name: name.clone(),
        field: field(at),
        kind: own::guess(table, at),
    };
    table.columns.iter().enumerate().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: &[&str]) -> Table {
        Table {
            path: "t.csv".into(),
            name: "t.csv".to_owned(),
            sheet: None,
            format: "CSV",
            encoding: "UTF-8",
            broken: false,
            delimiter: Some(b','),
            above: Vec::new(),
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
            short: super::super::line::Reason::RowRagged,
            notes: Vec::new(),
        }
    }

    fn kind(columns: &[&str]) -> Option<Kind> {
        recognise(&table(columns)).map(|shape| shape.kind)
    }

    #[test]
    fn each_of_the_four_tables_is_known_by_its_columns_in_any_order_and_case() {
        assert_eq!(
            kind(&["subsidiary_of", "Account", "SECTOR"]),
            Some(Kind::Accounts)
        );
        assert_eq!(kind(&["Regional Office", "sales agent"]), Some(Kind::Teams));
        assert_eq!(kind(&["product", "sales_price"]), Some(Kind::Products));
        assert_eq!(
            kind(&[
                "opportunity_id",
                "sales_agent",
                "product",
                "account",
                "deal_stage"
            ]),
            Some(Kind::Pipeline)
        );
    }

    #[test]
    fn a_chosen_column_takes_its_field_from_another() {
        let mut table = table(&["Full Name", "Nick", "Cell"]);
        let mut choice = ImportChoice {
            kind: Some("people".to_owned()),
            ..ImportChoice::default()
        };
        let uses = |choice: &ImportChoice, table: &Table| {
            let shape = shape(table, choice, None).expect("known").expect("chosen");
            shape.uses
        };
        assert_eq!(
            uses(&choice, &table),
            [Use::Field("name"), Use::Kept, Use::Kept]
        );
        let columns = [("Nick", "name"), ("Cell", "phone"), ("Absent", "email")];
        let columns = columns.map(|(column, field)| (column.to_owned(), field.to_owned()));
        choice.columns = Some(columns.into());
        assert_eq!(
            uses(&choice, &table),
            [Use::Kept, Use::Field("name"), Use::Field("phone")]
        );
        table.columns[0] = "x".to_owned();
        choice.columns = Some([("x".to_owned(), "shoe size".to_owned())].into());
        assert!(shape(&table, &choice, None).is_err());
        choice.kind = Some("ships".to_owned());
        assert!(shape(&table, &choice, None).is_err());
    }

    #[test]
    fn columns_that_fit_nothing_are_not_guessed() {
        for columns in [
            &["Table", "Field", "Description"][..],
            &["account"],
            &["product"],
            &["sales_agent"],
            &[""],
        ] {
            assert_eq!(kind(columns), None, "{columns:?}");
        }
    }
}
