//! `record!` declares a noun's columns once: struct, column list, reading, binding, and the cells
//! that the write path compares and logs. Lists, filters, import, export and history read the same
//! list.
//!
//! Cell numbers stand in every log and every sync file: never reuse one, never change its meaning.

use std::ops::Range;
use std::sync::LazyLock;

use rusqlite::Row;
use rusqlite::types::Value;

use super::{Id, Result};

/// What the kernel knows of one table.
pub struct Noun {
    /// Stable number in the log.
    pub no: i64,
    /// Table name; also the noun's word everywhere else.
    pub table: &'static str,
    pub cells: &'static [Cell],
    /// Columns that are derived from the log and never logged themselves.
    pub projected: &'static [&'static str],
    /// Statements, made once.
    pub sql: LazyLock<Sql>,
}

/// The unit of history, of merging and of undo: one column, or several that only make sense together.
pub struct Cell {
    pub no: i64,
    pub name: &'static str,
    pub columns: &'static [&'static str],
    /// Position of its first column among the noun's logged columns.
    pub first: usize,
    pub traits: &'static [Trait],
}

/// What may be done with a cell beyond storing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trait {
    Sortable,
    Filterable,
    Searchable,
    /// A column of the cell, the first unless named, holds the id of a row of this table.
    Refers {
        table: &'static str,
        column: Option<&'static str>,
    },
}

impl Cell {
    /// Where its columns stand among the noun's logged columns.
    pub fn range(&self) -> Range<usize> {
        self.first..self.first + self.columns.len()
    }

    /// The table whose ids its first column holds, if it is a reference.
    pub fn refers(&self) -> Option<&'static str> {
        self.references()
            .find(|(column, _)| *column == self.columns[0])
            .map(|(_, table)| table)
    }

    /// Its columns that hold ids, each with the table of those.
    pub fn references(&self) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        self.traits.iter().filter_map(|t| match t {
            Trait::Refers { table, column } => Some((column.unwrap_or(self.columns[0]), *table)),
            _ => None,
        })
    }
}

impl Noun {
    /// How many logged columns there are.
    pub fn width(&self) -> usize {
        self.cells.last().map_or(0, |cell| cell.range().end)
    }

    /// Logged columns in order.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.cells
            .iter()
            .flat_map(|cell| cell.columns.iter().copied())
    }

    /// The column that names a row to everybody: `shown` where the noun has one, else `name`.
    pub fn called(&self) -> &'static str {
        if self.projected.contains(&"shown") {
            "shown"
        } else {
            "name"
        }
    }

    /// Its rows may be merged: [`same`](super::same).
    pub fn merges(&self) -> bool {
        self.projected.contains(&"root")
    }

    /// The condition of rows that lists and searches show: not deleted, and not merged into another.
    pub fn stands(&self) -> &'static str {
        match self.merges() {
            true => "deleted_at IS NULL AND root IS NULL",
            false => "deleted_at IS NULL",
        }
    }

    /// The cell of this column.
    pub fn cell_of(&self, column: &str) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|cell| cell.columns.contains(&column))
    }
}

/// The statements that the write path needs for a noun.
pub struct Sql {
    pub insert: String,
    /// By id: n, deleted_at, then the logged columns.
    pub stored: String,
    /// By n: id, deleted_at, then the logged columns.
    pub stored_by_n: String,
    /// One per cell, in order.
    pub update: Vec<String>,
    pub life: String,
    /// By n and cell: the latest stamp that the cell carries, its own or the row's.
    pub carried: String,
}

impl Sql {
    pub fn of(noun: &Noun) -> Self {
        let columns: Vec<&str> = noun.columns().collect();
        let list = columns.join(", ");
        let marks = vec!["?"; columns.len()].join(", ");
        let table = noun.table;
        Sql {
            insert: format!(
                "INSERT INTO {table} (id, stamp, device, {list}) VALUES (?, ?, ?, {marks})"
            ),
            stored: format!("SELECT n, deleted_at, {list} FROM {table} WHERE id = ?"),
            stored_by_n: format!("SELECT id, deleted_at, {list} FROM {table} WHERE n = ?"),
            update: noun
                .cells
                .iter()
                .map(|cell| {
                    let set = cell.columns.join(" = ?, ");
                    format!("UPDATE {table} SET {set} = ? WHERE n = ?")
                })
                .collect(),
            life: format!("UPDATE {table} SET deleted_at = ? WHERE n = ?"),
            carried: format!(
                "SELECT max(stamp) FROM (SELECT stamp FROM {table} WHERE n = ?1
                 UNION ALL SELECT stamp FROM cell_stamps WHERE noun = {} AND row = ?1 AND cell = ?2)",
                noun.no
            ),
        }
    }
}

/// A struct declared by [`record!`](crate::record).
pub trait Record: Sized {
    fn noun() -> &'static Noun;
    /// Every column of the struct, for a SELECT that [`Record::read`] can read.
    const COLUMNS: &'static str;
    fn id(&self) -> Id;
    /// Logged columns, in the order of `Noun::columns`.
    fn values(&self) -> Result<Vec<Value>>;
    /// Reads the columns of [`Record::COLUMNS`] beginning at column 0.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;
}

/// The stored form of a field.
pub fn to_value(field: &dyn rusqlite::ToSql) -> Result<Value> {
    use rusqlite::types::{ToSqlOutput, ValueRef};
    Ok(match field.to_sql()? {
        ToSqlOutput::Owned(value) => value,
        ToSqlOutput::Borrowed(ValueRef::Null) => Value::Null,
        ToSqlOutput::Borrowed(ValueRef::Integer(number)) => Value::Integer(number),
        ToSqlOutput::Borrowed(ValueRef::Real(number)) => Value::Real(number),
        ToSqlOutput::Borrowed(ValueRef::Text(text)) => {
            Value::Text(String::from_utf8_lossy(text).into_owned())
        }
        ToSqlOutput::Borrowed(ValueRef::Blob(bytes)) => Value::Blob(bytes.to_owned()),
        _ => return Err(super::Error::internal("a field has no stored form")),
    })
}

/// Declares a noun:
///
/// ```ignore
/// record! {
///     /// One human, whoever they are to us.
///     pub struct Person in "people", noun 6 {
///         cell 1 name: String [sortable, searchable];
///         cell 5 amount { amount_minor: Option<i64>, currency: Option<String> };
///         cell 6 source: Option<Id> [refers(sources)];
///         projected last_touch_at: Option<i64>;
///     }
/// }
/// ```
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* pub struct $Name:ident in $table:literal, noun $no:literal { $($body:tt)* }) => {
        $crate::record!(@munch { $(#[$meta])* $Name $table $no } [] [] $($body)*);
    };
    (@munch $head:tt [$($cells:tt)*] $projected:tt
        $(#[$doc:meta])* cell $no:literal $field:ident : $ty:ty $([$($flag:tt)*])?; $($rest:tt)*) => {
        $crate::record!(@munch $head
            [$($cells)* { $no $field { $(#[$doc])* $field: $ty, } [$($($flag)*)?] }] $projected $($rest)*);
    };
    (@munch $head:tt [$($cells:tt)*] $projected:tt
        $(#[$doc:meta])* cell $no:literal $cell:ident { $($field:ident : $ty:ty),+ $(,)? } $([$($flag:tt)*])?; $($rest:tt)*) => {
        $crate::record!(@munch $head
            [$($cells)* { $no $cell { $($field: $ty,)+ } [$($($flag)*)?] }] $projected $($rest)*);
    };
    (@munch $head:tt $cells:tt [$($projected:tt)*]
        $(#[$doc:meta])* projected $field:ident : $ty:ty; $($rest:tt)*) => {
        $crate::record!(@munch $head $cells [$($projected)* { $(#[$doc])* $field: $ty }] $($rest)*);
    };
    (@munch { $(#[$meta:meta])* $Name:ident $table:literal $no:literal }
        [$({ $cell_no:literal $cell:ident { $($(#[$doc:meta])* $field:ident: $ty:ty,)+ } [$($flag:tt)*] })+]
        [$({ $(#[$pdoc:meta])* $pfield:ident: $pty:ty })*]) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        pub struct $Name {
            /// Row number on this device; 0 before it is stored.
            #[serde(skip)]
            pub n: i64,
            pub id: $crate::kernel::Id,
            #[serde(skip_serializing_if = "Option::is_none")]
            pub deleted_at: Option<i64>,
            $($($(#[$doc])* pub $field: $ty,)+)+
            $($(#[$pdoc])* pub $pfield: $pty,)*
        }

        impl $crate::kernel::Record for $Name {
            const COLUMNS: &'static str = concat!(
                $table, ".n, ", $table, ".id, ", $table, ".deleted_at",
                $($(", ", $table, ".", stringify!($field),)+)+
                $(", ", $table, ".", stringify!($pfield),)*
            );

            fn noun() -> &'static $crate::kernel::Noun {
                static CELLS: std::sync::LazyLock<Vec<$crate::kernel::Cell>> =
                    std::sync::LazyLock::new(|| {
                        let mut first = 0;
                        let mut cells = Vec::new();
                        $({
                            let columns: &'static [&'static str] = &[$(stringify!($field)),+];
                            cells.push($crate::kernel::Cell {
                                no: $cell_no,
                                name: stringify!($cell),
                                columns,
                                first,
                                traits: $crate::record!(@traits [] $($flag)*),
                            });
                            first += columns.len();
                        })+
                        let _ = first;
                        cells
                    });
                static NOUN: std::sync::LazyLock<$crate::kernel::Noun> =
                    std::sync::LazyLock::new(|| $crate::kernel::Noun {
                        no: $no,
                        table: $table,
                        cells: &CELLS,
                        projected: &[$(stringify!($pfield)),*],
                        sql: std::sync::LazyLock::new(|| {
                            $crate::kernel::record::Sql::of(
                                <$Name as $crate::kernel::Record>::noun())
                        }),
                    });
                &NOUN
            }

            fn id(&self) -> $crate::kernel::Id {
                self.id
            }

            fn values(&self) -> $crate::kernel::Result<Vec<rusqlite::types::Value>> {
                Ok(vec![$($($crate::kernel::record::to_value(&self.$field)?,)+)+])
            }

            fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut at = 0;
                let mut next = || {
                    at += 1;
                    at - 1
                };
                Ok($Name {
                    n: row.get(next())?,
                    id: row.get(next())?,
                    deleted_at: row.get(next())?,
                    $($($field: row.get(next())?,)+)+
                    $($pfield: row.get(next())?,)*
                })
            }
        }
    };
    (@traits [$($done:expr),*]) => { &[$($done),*] };
    (@traits [$($done:expr),*] , $($rest:tt)*) => { $crate::record!(@traits [$($done),*] $($rest)*) };
    (@traits [$($done:expr),*] sortable $($rest:tt)*) => {
        $crate::record!(@traits [$($done,)* $crate::kernel::record::Trait::Sortable] $($rest)*)
    };
    (@traits [$($done:expr),*] filterable $($rest:tt)*) => {
        $crate::record!(@traits [$($done,)* $crate::kernel::record::Trait::Filterable] $($rest)*)
    };
    (@traits [$($done:expr),*] searchable $($rest:tt)*) => {
        $crate::record!(@traits [$($done,)* $crate::kernel::record::Trait::Searchable] $($rest)*)
    };
    (@traits [$($done:expr),*] refers($table:ident) $($rest:tt)*) => {
        $crate::record!(@traits [$($done,)* $crate::kernel::record::Trait::Refers {
            table: stringify!($table), column: None
        }] $($rest)*)
    };
    (@traits [$($done:expr),*] refers($table:ident by $column:ident) $($rest:tt)*) => {
        $crate::record!(@traits [$($done,)* $crate::kernel::record::Trait::Refers {
            table: stringify!($table), column: Some(stringify!($column))
        }] $($rest)*)
    };
}

/// Declares an enum stored as text: each variant with the word that stands in the file and on the
/// wire. A word this build does not know is refused.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* pub enum $Name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, specta::Type)]
        $(#[$meta])*
        pub enum $Name { $($(#[$doc])* #[serde(rename = $word)] $variant),+ }

        impl $Name {
            pub const ALL: &'static [$Name] = &[$($Name::$variant),+];

            pub fn word(self) -> &'static str {
                match self { $($Name::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl std::str::FromStr for $Name {
            type Err = $crate::kernel::Error;

            fn from_str(text: &str) -> $crate::kernel::Result<Self> {
                match text {
                    $($word => Ok($Name::$variant),)+
                    other => Err($crate::kernel::Error::invalid(stringify!($Name)).because(other)),
                }
            }
        }

        impl rusqlite::ToSql for $Name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(rusqlite::types::ToSqlOutput::from(self.word()))
            }
        }

        impl rusqlite::types::FromSql for $Name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                value.as_str()?.parse().map_err(|error: $crate::kernel::Error| {
                    rusqlite::types::FromSqlError::Other(Box::new(error))
                })
            }
        }
    };
}
