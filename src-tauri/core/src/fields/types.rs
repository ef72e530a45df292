//! Columns of the team's own fields and of what rows hold in them.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, Value, ValueRef};
use serde::{Deserialize, Serialize};

use crate::kernel::Id;
use crate::{record, words};

words! {
    /// A list of records that are shown as a table. What stands in it may have fields of the team's own.
    pub enum ListKind {
        People = "people",
        Organizations = "organizations",
        Deals = "deals",
    }
}

words! {
    /// What a field of the team's own holds.
    pub enum FieldKind {
        Text = "text",
        Number = "number",
        /// A calendar day.
        Date = "date",
        /// One of the field's choices.
        Choice = "choice",
        /// Several of them.
        Choices = "choices",
        YesNo = "yes_no",
        /// A web or mail address.
        Link = "link",
    }
}

record! {
    /// A field of the team's own. It is never deleted: put away, it is no longer offered, and what rows
    /// hold in it stays.
    pub struct Field in "fields", noun 28 {
        cell 1 noun: ListKind;
        cell 2 name: String [searchable];
        cell 3 kind: FieldKind;
        cell 4 choices: Choices;
        cell 5 place: i64;
        cell 6 retired_at: Option<i64>;
    }
}

record! {
    /// What one row holds in one field. Its id comes from its two ends, so two devices that fill it agree.
    pub struct FieldValue in "field_values", noun 29 {
        cell 1 row: Id;
        cell 2 field: Id [refers(fields)];
        /// `None`: emptied.
        cell 3 value: Option<Held>;
    }
}

impl FieldValue {
    pub fn id_of(row: Id, field: Id) -> Id {
        Id::derived(&[b"field_values", row.bytes(), field.bytes()])
    }
}

/// One choice of a field. Rows hold its id, so that it can be renamed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct FieldChoice {
    pub id: String,
    pub name: String,
    /// No longer offered; rows that hold it keep it.
    #[serde(default)]
    pub away: bool,
}

/// The choices of a field in their order; a JSON array in the file.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Choices(pub Vec<FieldChoice>);

impl Choices {
    pub fn of(&self, id: &str) -> Option<&FieldChoice> {
        self.0.iter().find(|choice| choice.id == id)
    }
}

impl ToSql for Choices {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let json = serde_json::to_string(&self.0)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        Ok(ToSqlOutput::from(json))
    }
}

impl FromSql for Choices {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(Choices)
            .map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}

/// A value as it stands in the file: text (also a day, a link, ids of choices), a whole number (also
/// yes = 1, no = 0) or another number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Held {
    Whole(i64),
    Number(f64),
    Text(String),
}

impl ToSql for Held {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Held::Whole(number) => ToSqlOutput::from(*number),
            Held::Number(number) => ToSqlOutput::from(*number),
            Held::Text(text) => ToSqlOutput::from(text.as_str()),
        })
    }
}

impl FromSql for Held {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(match value {
            ValueRef::Integer(number) => Held::Whole(number),
            ValueRef::Real(number) => Held::Number(number),
            other => Held::Text(other.as_str()?.to_owned()),
        })
    }
}

impl Held {
    pub(super) fn sql(&self) -> Value {
        match self {
            Held::Whole(number) => Value::Integer(*number),
            Held::Number(number) => Value::Real(*number),
            Held::Text(text) => Value::Text(text.clone()),
        }
    }

    /// As it goes over the wire and into a control: a plain number, a day, ids of choices with commas
    /// between.
    pub fn plain(&self) -> String {
        match self {
            Held::Whole(number) => number.to_string(),
            Held::Number(number) => number.to_string(),
            Held::Text(text) => text.clone(),
        }
    }
}

/// A field as screens show it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FieldView {
    pub id: Id,
    pub noun: ListKind,
    pub name: String,
    pub kind: FieldKind,
    pub choices: Vec<FieldChoice>,
    pub retired: bool,
}

impl From<Field> for FieldView {
    fn from(field: Field) -> Self {
        FieldView {
            id: field.id,
            noun: field.noun,
            name: field.name,
            kind: field.kind,
            choices: field.choices.0,
            retired: field.retired_at.is_some(),
        }
    }
}

/// How many rows hold something in a field.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FieldUses {
    pub id: Id,
    pub count: i64,
}

/// A choice as the form hands it in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ChoiceInput {
    /// `None`: a new one.
    pub id: Option<String>,
    pub name: String,
}

/// What the form of a field hands in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct FieldInput {
    /// `None`: a new one, after the others.
    pub id: Option<Id>,
    pub noun: ListKind,
    pub name: String,
    pub kind: FieldKind,
    /// In their order. One that is left out and that rows hold is put away.
    pub choices: Vec<ChoiceInput>,
}

/// What a record holds in one field.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct HeldView {
    pub field: Id,
    pub name: String,
    pub kind: FieldKind,
    /// As the file holds it: choices by their ids.
    pub value: String,
    /// The same in words: choices by their names.
    pub shown: String,
}
