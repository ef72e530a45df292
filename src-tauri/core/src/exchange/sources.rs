//! Which kind of table a file is, told by its columns alone, and which field each column becomes.

use super::contacts;
use super::table::Table;
use super::types::ImportColumn;
use crate::kernel::text;

/// The kinds that are known, in the order in which one refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Teams,
    Products,
    Accounts,
    Contacts,
    Pipeline,
}

/// A column's name, squeezed, and the field it becomes.
pub type Columns = &'static [(&'static str, &'static str)];

impl Kind {
    /// Looked at in this order: the pipeline names accounts, products and agents too, and contacts are told
    /// by what many tables have.
    const TRIED: [Kind; 5] = [
        Kind::Pipeline,
        Kind::Teams,
        Kind::Products,
        Kind::Accounts,
        Kind::Contacts,
    ];

    /// The table's name; also part of the identity of what it brings.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Teams => "sales_teams",
            Kind::Products => "products",
            Kind::Accounts => "accounts",
            Kind::Contacts => "contacts",
            Kind::Pipeline => "sales_pipeline",
        }
    }

    /// What its rows become.
    pub fn noun(self) -> &'static str {
        match self {
            Kind::Teams => "members",
            Kind::Products => "products",
            Kind::Accounts => "organizations",
            Kind::Contacts => "people",
            Kind::Pipeline => "deals",
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
            Kind::Accounts => &[
                ("account", "name"),
                ("sector", "industry"),
                ("yearestablished", "founded"),
                ("employees", "employees"),
                ("officelocation", "region"),
                ("subsidiaryof", "parent"),
            ],
            Kind::Contacts => contacts::COLUMNS,
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
        if self == Kind::Contacts && contacts::names_firms(name, names) {
            return Some("organization");
        }
        let known = self.columns().iter().find(|(known, _)| *known == name);
        known.map(|(_, field)| *field)
    }

    /// A table is of this kind when it has the first column, and the second or, where that is only
    /// a detail, any further one.
    fn fits(self, names: &[String]) -> bool {
        let has = |(name, _): &(&str, &str)| names.iter().any(|known| known == name);
        if self == Kind::Contacts {
            return contacts::fits(names);
        }
        match self.columns() {
            [id, stage, ..] if self == Kind::Pipeline => has(id) && has(stage),
            [name, rest @ ..] => has(name) && rest.iter().any(has),
            [] => false,
        }
    }
}

/// What becomes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Becomes this field.
    Field(&'static str),
    /// Has no field: stays with the line.
    Kept,
    /// Written by an earlier import into its failures file.
    Ours,
}

/// A recognised table's columns.
pub struct Shape {
    pub kind: Kind,
    /// One per column.
    pub uses: Vec<Use>,
}

/// The columns that a failures file adds.
pub const REASON: &str = "reason";
pub const REASON_COLUMN: &str = "reason_column";
pub const FILE: &str = "file";

/// The kind of a table, if its columns fit one.
pub fn recognise(table: &Table) -> Option<Shape> {
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|name| text::squeeze(name))
        .collect();
    let kind = Kind::TRIED.into_iter().find(|kind| kind.fits(&names))?;
    let failures = [REASON, REASON_COLUMN]
        .iter()
        .all(|ours| table.columns.iter().any(|name| name == ours));
    let mut uses: Vec<Use> = Vec::with_capacity(names.len());
    for (squeezed, name) in names.iter().zip(&table.columns) {
        let field = kind.field(squeezed, &names);
        let found = match field {
            Some(field) if !uses.contains(&Use::Field(field)) || contacts::repeats(field) => {
                Use::Field(field)
            }
            None if failures && [REASON, REASON_COLUMN, FILE].contains(&name.as_str()) => Use::Ours,
            _ => Use::Kept,
        };
        uses.push(found);
    }
    Some(Shape { kind, uses })
}

/// The columns as a preview shows them.
pub fn shown(table: &Table, shape: Option<&Shape>) -> Vec<ImportColumn> {
    let field = |at: usize| match shape?.uses[at] {
        Use::Field(field) => Some(field.to_owned()),
        Use::Kept | Use::Ours => None,
    };
    let name = |(at, name): (usize, &String)| ImportColumn {
        name: name.clone(),
        field: field(at),
    };
    table.columns.iter().enumerate().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(columns: &[&str]) -> Option<Kind> {
        let table = Table {
            path: "t.csv".into(),
            name: "t.csv".to_owned(),
            encoding: "UTF-8",
            broken: false,
            delimiter: b',',
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
        };
        recognise(&table).map(|shape| shape.kind)
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
