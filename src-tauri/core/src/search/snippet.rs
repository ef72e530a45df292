//! The piece of a text around what was found in it, with the found words marked.

use serde::Serialize;

use crate::kernel::words::{self, Term};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Snippet {
    pub text: String,
    /// Code points of `text` that matched, half open.
    pub matched: Vec<(u32, u32)>,
}

/// Code points before the first match, and in all.
const BEFORE: usize = 14;
const LENGTH: usize = 72;
const CUT: char = '…';

/// Where the terms stand in a text, in order and without overlaps; and the terms that do not.
pub fn marks(text: &str, terms: &[Term]) -> (Vec<(usize, usize)>, Vec<Term>) {
    let runs = words::runs(text);
    let mut marks = Vec::new();
    let mut left = Vec::new();
    for term in terms {
        let found = term.found(&runs);
        if found.is_empty() {
            left.push(term.clone());
        }
        marks.extend(found);
    }
    (joined(marks), left)
}

fn joined(mut marks: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    marks.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (from, to) in marks {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// The piece of `text` around the first of `marks`. What is one sign to a reader is not cut in two.
pub fn cut(text: &str, marks: &[(usize, usize)]) -> Snippet {
    let chars: Vec<char> = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let first = marks.first().map_or(0, |(from, _)| *from);
    let mut from = match chars.len() <= LENGTH {
        true => 0,
        false => first
            .saturating_sub(BEFORE)
            .min(chars.len().saturating_sub(LENGTH)),
    };
    while from > 0 && belongs(&chars, from) {
        from -= 1;
    }
    let mut to = chars.len().min(from + LENGTH);
    while to < chars.len() && belongs(&chars, to) {
        to += 1;
    }
    let lead = usize::from(from > 0);
    let mut piece: String = if from > 0 {
        CUT.to_string()
    } else {
        String::new()
    };
    piece.extend(&chars[from..to]);
    if to < chars.len() {
        piece.push(CUT);
    }
    let place = |at: usize| (at.clamp(from, to) - from + lead) as u32;
    let matched = marks
        .iter()
        .filter(|(start, end)| *start < to && *end > from)
        .map(|(start, end)| {
            let mut end = *end;
            while end < to && words::joins(chars[end]) {
                end += 1;
            }
            (place(*start), place(end))
        })
        .collect();
    Snippet {
        text: piece,
        matched,
    }
}

/// The character here is part of the sign that begins before it.
fn belongs(chars: &[char], at: usize) -> bool {
    words::joins(chars[at]) || chars[at - 1] == '\u{200D}'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(text: &str, query: &str) -> Vec<String> {
        let terms = words::terms(query);
        let snippet = cut(text, &marks(text, &terms).0);
        let chars: Vec<char> = snippet.text.chars().collect();
        let piece = |(from, to): &(u32, u32)| chars[*from as usize..*to as usize].iter().collect();
        snippet.matched.iter().map(piece).collect()
    }

    #[test]
    fn what_was_found_is_marked_as_it_was_written() {
        assert_eq!(marked("客戶問報價單", "报价"), ["報價"]);
        assert_eq!(marked("👩‍👩‍👧‍👦🇨🇳 客戶問報價單", "报价"), ["報價"]);
        assert_eq!(marked("the cafe\u{301} opened", "cafe"), ["cafe\u{301}"]);
        assert_eq!(marked("ＡＣＭＥ的報價", "acme 报价"), ["ＡＣＭＥ", "報價"]);
        let long = format!(
            "{}報價{}",
            "很长的话，".repeat(60),
            "后面也很长。".repeat(60)
        );
        assert_eq!(marked(&long, "报价"), ["報價"]);
    }

    proptest! {
        #[test]
        fn marks_lie_in_the_piece(text in "[\\PC👩\u{200D}\u{301}報價a ]{0,200}", query in "[報价a]{1,3}") {
            let terms = words::terms(&query);
            let snippet = cut(&text, &marks(&text, &terms).0);
            let length = snippet.text.chars().count() as u32;
            prop_assert!(snippet.matched.iter().all(|(from, to)| from < to && *to <= length));
        }
    }
}
