//! What is left when everything understood is taken out, joined so that it still reads. Words are dropped only
//! when nothing but connectors stand between two understood parts ("with", 跟).

use std::ops::Range;

use super::text::{Claims, Line, is_blank, is_gap, is_han};
use super::types::SpanKind;
use super::words::CONNECTORS;

pub(super) fn read(line: &Line, claims: &Claims) -> String {
    let mut summary = String::new();
    for span in claims
        .spans()
        .iter()
        .filter(|s| s.kind == SpanKind::Summary)
    {
        let whole = span.start == 0 && span.end == line.len();
        let words = without_empty_brackets(line, line.trimmed(span.start..span.end));
        if words.is_empty() || (!whole && CONNECTORS.contains(&&*line.folded(words.clone()))) {
            continue;
        }
        if !summary.is_empty() {
            let before = line.text(span.start..words.start);
            summary.push_str(&joint(
                &before,
                &summary,
                line.raw.get(words.start).copied(),
            ));
        }
        let end = closing(line, words.end, span.end);
        summary.extend(line.raw.get(words.start..end).unwrap_or_default());
    }
    let keep = |c: char| is_gap(c) && !matches!(c, '!' | '?' | '…');
    let wide = |c: char| matches!(c, '，' | '；' | '：' | '．' | '～' | '／' | '－');
    summary.trim_end_matches(|c| keep(c) || wide(c)).to_owned()
}

/// "proposal ($12,500)" leaves no brackets behind.
fn without_empty_brackets(line: &Line, words: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = words;
    let opens = |c: char| matches!(c, '(' | '[' | '【' | '「');
    let closes = |c: char| matches!(c, ')' | ']' | '】' | '」');
    while start < end && line.at(start).is_some_and(closes) {
        start = line.trimmed(start + 1..end).start;
    }
    while start < end && line.before(end).is_some_and(opens) {
        end = line.trimmed(start..end - 1).end;
    }
    start..end.max(start)
}

/// Keeps the punctuation right behind a part, for the part that may follow.
fn closing(line: &Line, end: usize, limit: usize) -> usize {
    (end..limit)
        .find(|&i| {
            line.at(i)
                .is_none_or(|c| is_blank(c) || !is_gap(c) || matches!(c, '-' | '/'))
        })
        .unwrap_or(limit)
}

fn joint(before: &str, so_far: &str, next: Option<char>) -> String {
    let ends_in = |c: char| so_far.ends_with(c);
    if "，。；、！？：".chars().any(ends_in) {
        return String::new();
    }
    if let Some(mark) = before.chars().find(|c| "，。；、,;.".contains(*c))
        && !so_far.ends_with(|c: char| is_gap(c))
    {
        let wide = "，。；、".contains(mark) || next.is_some_and(is_han);
        return if wide && !",;.".contains(mark) {
            mark.to_string()
        } else {
            format!("{mark} ")
        };
    }
    " ".to_owned()
}
