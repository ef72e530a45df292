//! Columns of views, and what of a table a view keeps.

use std::collections::BTreeMap;

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

use crate::fields::ListKind;
use crate::kernel::Id;
use crate::record;

record! {
    /// Filters, order and columns of a table under a name.
    pub struct View in "views", noun 30 {
        cell 1 list: ListKind;
        cell 2 name: String;
        cell 3 state: ViewState;
        /// Whose it is; `None`: everybody's.
        cell 4 owner: Option<Id> [refers(members)];
        /// Reached by a number key.
        cell 5 pinned: bool;
        cell 6 place: i64;
    }
}

/// How a table stands; a JSON object in the file. Fields that no longer exist may be named.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(default)]
pub struct ViewState {
    pub query: Option<String>,
    /// `None`: the table's own order.
    pub sort: Option<String>,
    pub desc: bool,
    /// `field=value`, as a page takes them.
    pub filters: Vec<String>,
    /// Keys of the columns in their order; empty: the table's own.
    pub columns: Vec<String>,
    /// Pixels, of the columns that were given a width.
    pub widths: BTreeMap<String, u32>,
}

impl ToSql for ViewState {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let json = serde_json::to_string(self)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        Ok(ToSqlOutput::from(json))
    }
}

impl FromSql for ViewState {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}

/// A view as its table shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ViewLine {
    pub id: Id,
    pub name: String,
    pub state: ViewState,
    pub shared: bool,
    pub pinned: bool,
}

impl From<View> for ViewLine {
    fn from(view: View) -> Self {
        ViewLine {
            id: view.id,
            name: view.name,
            state: view.state,
            shared: view.owner.is_none(),
            pinned: view.pinned,
        }
    }
}

/// What is handed in to keep a view.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ViewInput {
    /// `None`: a new one.
    pub id: Option<Id>,
    pub list: ListKind,
    pub name: String,
    pub state: ViewState,
    pub shared: bool,
    pub pinned: bool,
}
