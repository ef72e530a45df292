//! Tags: #价格, ＃price. A tag ends at a space or punctuation; C# and #1 are none.

use std::ops::Range;

use super::text::Line;

pub(super) fn find(line: &Line) -> Vec<(Range<usize>, String)> {
    let mut tags = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let end = end_of(line, at);
        let Some(end) = end.filter(|end| says_something(line, at + 1, *end)) else {
            at += 1;
            continue;
        };
        tags.push((at..end, line.text(at + 1..end)));
        at = end;
    }
    tags
}

fn end_of(line: &Line, at: usize) -> Option<usize> {
    let in_word = line
        .before(at)
        .is_some_and(|c| c.is_ascii_alphanumeric() || c == '/' || c == '#');
    if line.at(at) != Some('#') || in_word {
        return None;
    }
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '&' | '+');
    (at + 1..line.len())
        .find(|&i| !line.at(i).is_some_and(goes_on))
        .or(Some(line.len()))
}

fn says_something(line: &Line, start: usize, end: usize) -> bool {
    (start..end).any(|i| line.at(i).is_some_and(|c| c.is_alphabetic()))
}
