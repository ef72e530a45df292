//! `touchline import`: tables in, counted per file and in total.

use serde::Serialize;
use touchline_core::exchange::{self, ImportChoice, ImportCounts, ImportFile, ImportNote};
use touchline_core::kernel::{Db, Id};

use crate::args::Importing;
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, clean, value};
use crate::words::{Params, Words, params};

#[derive(Serialize)]
struct Told {
    dry_run: bool,
    /// Takes the import back.
    action: Option<Id>,
    #[serde(flatten)]
    sums: Sums,
    files: Vec<FileTold>,
    total: Sums,
}

#[derive(Clone, Serialize)]
struct Sums {
    import_id: Option<Id>,
    #[serde(flatten)]
    counts: ImportCounts,
    failures_file: Option<String>,
}

#[derive(Serialize)]
struct FileTold {
    path: String,
    name: String,
    format: String,
    encoding: String,
    source: Option<String>,
    noun: Option<String>,
    #[serde(flatten)]
    sums: Sums,
    notes: Vec<ImportNote>,
}

const COLUMNS: &[Column] = &[
    ("file", "/name", Shape::Text),
    ("format", "/format", Shape::Text),
    ("noun", "/noun", Shape::Word("exchange.noun")),
    ("rows", "/rows", Shape::Number),
    ("created", "/created", Shape::Number),
    ("updated", "/updated", Shape::Number),
    ("unchanged", "/unchanged", Shape::Number),
    ("failed", "/failed", Shape::Number),
];

pub fn run(db: &Db, words: &Words, asked: &Importing) -> Result<Answer> {
    let dry_run = asked.dry_run;
    let choices = &choices(asked);
    let (files, action, sums) = if dry_run {
        let files = exchange::preview(db, choices)?.files;
        let mut counts = ImportCounts::default();
        files.iter().for_each(|file| counts.add(&file.counts));
        let sums = Sums {
            import_id: None,
            counts,
            failures_file: None,
        };
        (files, None, sums)
    } else {
        let done = exchange::import(db, choices, &mut |_| {}, &|| false)?;
        db.index_all()?;
        let sums = Sums {
            import_id: Some(done.import_id),
            counts: done.counts,
            failures_file: done.failures_file,
        };
        (done.files, done.action, sums)
    };
    let told = Told {
        dry_run,
        action,
        files: files
            .into_iter()
            .map(|file| FileTold::of(file, &sums))
            .collect(),
        total: sums.clone(),
        sums,
    };
    let text = text(&told, db, words)?;
    Answer::new(&told, text)
}

/// What is asked holds for each of the files.
fn choices(asked: &Importing) -> Vec<ImportChoice> {
    let columns = (!asked.column.is_empty()).then(|| asked.column.iter().cloned().collect());
    let choice = |path| ImportChoice {
        path,
        sheet: asked.sheet.clone(),
        encoding: asked.encoding.clone(),
        delimiter: asked.delimiter.clone(),
        kind: asked.kind.clone(),
        columns: columns.clone(),
    };
    asked.files.iter().cloned().map(choice).collect()
}

impl FileTold {
    fn of(file: ImportFile, whole: &Sums) -> Self {
        FileTold {
            path: file.path,
            name: file.name,
            format: file.format,
            encoding: file.encoding,
            source: file.source,
            noun: file.noun,
            sums: Sums {
                counts: file.counts,
                ..whole.clone()
            },
            notes: file.notes,
        }
    }
}

fn text(told: &Told, db: &Db, words: &Words) -> Result<String> {
    let zone = db.read(|read| Ok(read.zone))?;
    let rows: Vec<_> = told.files.iter().map(value).collect::<Result<_>>()?;
    let mut text = Show { words, zone }.rows(&rows, COLUMNS);
    for note in told.files.iter().flat_map(|file| &file.notes) {
        text.push_str(&format!("{}\n", clean(&sentence(note, words))));
    }
    let also: Vec<String> = told
        .total
        .counts
        .also
        .iter()
        .map(|(noun, count)| format!("{} {count}", words.say(&format!("exchange.noun.{noun}"))))
        .collect();
    if !also.is_empty() {
        let list = params([("list", also.join(", "))]);
        text.push_str(&format!("{}\n", words.fill("exchange.file.also", &list)));
    }
    if let Some(file) = &told.total.failures_file {
        let file = params([("file", file.clone())]);
        text.push_str(&format!("{}\n", words.fill("cli.say.failures", &file)));
    }
    if told.dry_run {
        text.push_str(&words.say("cli.say.dry_run"));
    }
    Ok(text)
}

/// A note that this build has no sentence for is told by its code.
fn sentence(note: &ImportNote, words: &Words) -> String {
    let key = format!("exchange.note.{}", note.code);
    let said = words.fill(&key, &note.params);
    if said != key {
        return said;
    }
    let rest: Vec<&str> = note.params.values().map(String::as_str).collect();
    let named: Params = params([("code", note.code.clone()), ("rest", rest.join(" "))]);
    words.fill("exchange.note.other", &named)
}
