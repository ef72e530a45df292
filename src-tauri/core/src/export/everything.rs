//! The whole workspace: what it is, every row of every noun, every action, every change.

use std::io::Write;

use serde_json::{Value, json};

use crate::kernel::{Error, Read, Result, changes};
use crate::model;

/// Of what is written; a reader refuses a higher one.
const VERSION: i64 = 1;

/// Writes it; answers how many rows of nouns there were.
pub fn write(read: &Read<'_>, out: &mut dyn Write) -> Result<i64> {
    let model = model::model();
    let mut rows = 0;
    let mut line = |value: Value| -> Result<()> {
        serde_json::to_writer(&mut *out, &value)
            .map_err(|error| Error::from(std::io::Error::from(error)))?;
        out.write_all(b"\n")?;
        Ok(())
    };
    let nouns: Vec<&str> = model.nouns.iter().map(|noun| noun.table).collect();
    line(json!({
        "touchline": "everything",
        "version": VERSION,
        "at": read.now,
        "zone": read.zone.0.name(),
        "nouns": nouns,
    }))?;
    for noun in model.nouns {
        changes::rows(read, noun, &mut |value| {
            rows += 1;
            line(value)
        })?;
    }
    changes::log(model, read, &mut line)?;
    Ok(rows)
}
