//! `touchline export`: a list or everything, into a file.

use std::path::Path;

use touchline_core::export::{self, ExportFormat, ExportInput};
use touchline_core::kernel::list::PageInput;
use touchline_core::kernel::{Db, Error};

use crate::args::Exporting;
use crate::failure::Result;
use crate::output::Answer;
use crate::words::{Words, params};

pub fn run(db: &Db, words: &Words, asked: &Exporting) -> Result<Answer> {
    let format = asked.format.as_deref();
    let done = if asked.what == "all" {
        if format.is_some_and(|format| format != "jsonl") {
            return Err(Error::invalid("format").into());
        }
        export::everything(db, &asked.file)?
    } else {
        let input = ExportInput {
            kind: asked.what.parse()?,
            page: PageInput {
                query: asked.query.clone(),
                filters: asked.filter.clone(),
                ..PageInput::first(&asked.sort, asked.desc, 1)
            },
            only: None,
            but: Vec::new(),
            columns: (!asked.columns.is_empty()).then(|| asked.columns.clone()),
            format: match format {
                Some("jsonl") => return Err(Error::invalid("format").into()),
                Some(named) => named.parse()?,
                None => by_name(&asked.file),
            },
        };
        export::list(db, &input, &asked.file)?
    };
    let told = params([
        ("rows", done.rows.to_string()),
        ("file", asked.file.display().to_string()),
    ]);
    Answer::new(&done, words.fill("cli.say.exported", &told))
}

fn by_name(file: &Path) -> ExportFormat {
    let end = file.extension().map(|end| end.to_ascii_lowercase());
    match end.as_deref().and_then(std::ffi::OsStr::to_str) {
        Some("xlsx") => ExportFormat::Xlsx,
        Some("vcf") => ExportFormat::Vcard,
        _ => ExportFormat::Csv,
    }
}
