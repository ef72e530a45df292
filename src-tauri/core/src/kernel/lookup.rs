//! The lookup index: the keys a row is found by (name, pinyin, initials, last four digits), and writing
//! them. Asking it is the search noun's work.

use std::collections::BTreeSet;

use rusqlite::params;

use super::projections::Projector;
use super::{Code, Error, Id, Noun, Result, text};

/// Longest key kept: nobody types more before choosing.
pub const LONGEST: usize = 24;

/// Keys of a folded name: itself, its words, pinyin, initials; and a Chinese name from its second
/// character on, so that the given name (`from_second`) or any part of a firm's name finds it.
fn of_name(folded: &str, from_second: bool) -> Vec<String> {
    let mut keys = vec![folded.to_owned()];
    keys.extend(text::spellings(folded, from_second));
    keys.extend(
        folded
            .split([' ', '-', '·', '.', '\''])
            .skip(1)
            .map(str::to_owned),
    );
    let han: Vec<char> = folded.chars().collect();
    if han.iter().all(|c| text::is_han(*c)) {
        let last = if from_second {
            2
        } else {
            han.len().saturating_sub(1).min(12)
        };
        keys.extend(
            (1..last)
                .filter(|at| *at + 1 < han.len().max(2))
                .map(|at| han[at..].iter().collect()),
        );
    }
    keys
}

/// Makes `keys` the keys of a row.
fn write(to: &Projector<'_>, noun: i64, row: i64, keys: Vec<String>) -> Result<()> {
    let wanted: BTreeSet<String> = keys
        .into_iter()
        .map(|key| key.chars().take(LONGEST).collect::<String>())
        .filter(|key| !key.is_empty())
        .collect();
    let stored = to.read.first(
        "SELECT keys FROM lookup_rows WHERE noun = ?1 AND row = ?2",
        params![noun, row],
        |found| found.get::<_, String>(0),
    )?;
    let stored: BTreeSet<String> = match stored {
        Some(keys) => serde_json::from_str(&keys).map_err(broken)?,
        None => BTreeSet::new(),
    };
    if wanted == stored {
        return Ok(());
    }
    for key in stored.difference(&wanted) {
        to.execute(
            "DELETE FROM lookup WHERE noun = ?1 AND key = ?2 AND row = ?3",
            params![noun, key, row],
        )?;
    }
    for key in wanted.difference(&stored) {
        to.execute(
            "INSERT INTO lookup (noun, key, row) VALUES (?1, ?2, ?3)",
            params![noun, key, row],
        )?;
    }
    if wanted.is_empty() {
        to.execute(
            "DELETE FROM lookup_rows WHERE noun = ?1 AND row = ?2",
            params![noun, row],
        )?;
    } else {
        to.execute(
            "INSERT INTO lookup_rows (noun, row, keys) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET keys = excluded.keys",
            params![noun, row, serde_json::to_string(&wanted).map_err(broken)?],
        )?;
    }
    Ok(())
}

fn broken(why: serde_json::Error) -> Error {
    Error::new(Code::WorkspaceBroken).because(why)
}

/// `sort_key` and lookup keys of a row that is found by its name and by the words that `more` adds. It is
/// sorted by what everybody sees, and found by that too. `from_second` as for a person: the given name
/// finds them; of anything else any part of the name does.
pub fn project(
    to: &Projector<'_>,
    noun: &Noun,
    id: Id,
    from_second: bool,
    more: impl FnOnce() -> Result<Vec<String>>,
) -> Result<()> {
    let (table, called) = (noun.table, noun.called());
    let row = to.read.first(
        &format!(
            "SELECT n, name, {called}, {} FROM {table} WHERE id = ?1",
            noun.stands()
        ),
        [id],
        |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, bool>(3)?,
            ))
        },
    )?;
    let Some((n, name, shown, live)) = row else {
        return Ok(());
    };
    let folded = text::fold(&name);
    let shown = match shown == name {
        true => folded.clone(),
        false => text::fold(&shown),
    };
    to.execute(
        &format!("UPDATE {table} SET sort_key = ?2 WHERE n = ?1 AND sort_key <> ?2"),
        params![
            n,
            match from_second {
                true => text::sort_key_of_person(&shown),
                false => text::sort_key(&shown),
            }
        ],
    )?;
    let mut keys = Vec::new();
    if live {
        keys = of_name(&folded, from_second);
        keys.push(shown);
        if noun.merges() && !to.same.is_alone(&to.read, table, id)? {
            let names: Vec<String> = to.read.all(
                &format!("SELECT name FROM {table} WHERE root = ?1"),
                [id],
                |row| row.get(0),
            )?;
            for name in names {
                keys.extend(of_name(&text::fold(&name), from_second));
            }
        }
        keys.extend(more()?);
    }
    write(to, noun.no, n, keys)
}
