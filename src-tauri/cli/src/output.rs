//! Printing: one JSON document for machines, plain aligned text for people. What users typed may hold
//! anything, so control characters never reach a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::words::Words;

/// What a command answers, in both forms.
pub struct Answer {
    json: Value,
    text: String,
}

impl Answer {
    pub fn new(json: &impl Serialize, text: impl Into<String>) -> Result<Self> {
        Ok(Answer {
            json: value(json)?,
            text: text.into(),
        })
    }
}

/// Anything as JSON.
pub fn value(of: &impl Serialize) -> Result<Value> {
    serde_json::to_value(of).map_err(|error| touchline_core::kernel::Error::internal(error).into())
}

/// Prints an answer.
pub fn answer(answer: &Answer, json: bool) {
    let text = match json {
        true => format!("{:#}", answer.json),
        false => answer.text.trim_end().to_owned(),
    };
    // A reader that went away (`| head`) is no fault of the work that is done.
    let _gone = writeln!(io::stdout().lock(), "{text}");
}

/// Prints a refusal: its sentence, and below it what the sentence leaves out.
pub fn refusal(failure: &Failure, words: &Words, json: bool) {
    let text = match json {
        true => serde_json::to_string(failure).unwrap_or_default(),
        false => sentence(failure, words),
    };
    let _gone = writeln!(io::stderr().lock(), "{text}");
}

fn sentence(failure: &Failure, words: &Words) -> String {
    let own = format!("cli.refusal.{}", failure.code);
    let key = match words.find(&own) {
        Some(_) => own,
        None => format!("errors.{}", failure.code),
    };
    let mut named = failure.params.clone();
    if let Some(field) = named.get_mut("field")
        && let Some(word) = words.find(&format!("fields.{field}"))
    {
        *field = word.to_owned();
    }
    let said = clean(&words.fill(&key, &named));
    let mut more: Vec<&str> = named.values().map(String::as_str).collect();
    more.push(&failure.detail);
    more.retain(|text| !text.is_empty() && !said.contains(text));
    match more.is_empty() {
        true => said,
        false => format!("{said}\n({})", clean(&more.join(", "))),
    }
}

/// One line that a terminal can show: control characters become blanks or a mark.
pub fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if c.is_control() => '\u{FFFD}',
            c => c,
        })
        .collect()
}

/// Columns of text under their heads, as wide as they need to be. `right`: which ones hold numbers.
pub fn table(heads: &[String], rows: &[Vec<String>], right: &[bool]) -> String {
    const WIDEST: usize = 48;
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| cut(&clean(cell), WIDEST)).collect())
        .collect();
    let mut widths: Vec<usize> = heads.iter().map(|head| width(head)).collect();
    for row in &rows {
        for (at, cell) in row.iter().enumerate() {
            widths[at] = widths[at].max(width(cell));
        }
    }
    let line = |cells: &[String]| {
        let mut line = String::new();
        for (at, cell) in cells.iter().enumerate() {
            let room = " ".repeat(widths[at] - width(cell));
            let (before, after) = if right[at] {
                (room.as_str(), "")
            } else {
                ("", room.as_str())
            };
            line.push_str(&format!("{before}{cell}{after}  "));
        }
        format!("{}\n", line.trim_end())
    };
    let mut text = line(heads);
    rows.iter().for_each(|row| text.push_str(&line(row)));
    text
}

fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += wide(c);
        if used > most {
            break;
        }
        kept.push(c);
    }
    format!("{kept}…")
}

/// How many columns of a terminal a text takes: Chinese characters and full-width forms take two.
fn width(text: &str) -> usize {
    text.chars().map(wide).sum()
}

fn wide(c: char) -> usize {
    match c {
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1FAFF}'
        | '\u{20000}'..='\u{3FFFD}' => 2,
        '\u{0300}'..='\u{036F}' | '\u{200B}'..='\u{200F}' => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_latin_columns_stand_under_their_heads() {
        let heads = ["名称".to_owned(), "n".to_owned()];
        let rows = [
            vec!["恒达精密制造".to_owned(), "3".to_owned()],
            vec!["Vale".to_owned(), "12".to_owned()],
        ];
        let shown = table(&heads, &rows, &[false, true]);
        assert_eq!(
            shown,
            "名称           n\n恒达精密制造   3\nVale          12\n"
        );
    }

    #[test]
    fn what_somebody_typed_cannot_move_the_cursor() {
        assert_eq!(clean("a\u{1b}[2Jb\nc"), "a\u{FFFD}[2Jb c");
    }

    #[test]
    fn a_refusal_says_in_words_what_there_is_too_much_of() {
        let failure = Failure::new("import_too_large")
            .with("name", "list.xlsx")
            .with("field", "limit_unpacked")
            .with("max", "256 MB");
        for (lang, word) in [("en", "size once unpacked"), ("zh-Hans", "解压后的大小")] {
            let said = sentence(&failure, &Words::of(lang));
            assert!(said.contains(word) && said.contains("256 MB"), "{said}");
            assert!(!said.contains("limit_"), "{said}");
        }
    }

    #[test]
    fn long_cells_are_cut_to_their_column() {
        assert_eq!(cut("恒达精密制造", 7), "恒达精…");
        assert_eq!(cut("short", 7), "short");
    }
}
