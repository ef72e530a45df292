//! The line as code points, raw and folded side by side, a cursor that reads it, and the claims:
//! which kind owns each code point. Knows letters and boundaries, no vocabulary.

use std::ops::Range;

use super::types::{Span, SpanKind};

pub(super) struct Line {
    pub raw: Vec<char>,
    /// Half width, lower case, Simplified; one code point for each of `raw`.
    pub fold: Vec<char>,
}

impl Line {
    pub fn new(line: &str) -> Self {
        let raw: Vec<char> = line.chars().collect();
        let fold = fold(line).chars().collect();
        Line { raw, fold }
    }

    pub fn len(&self) -> usize {
        self.raw.len()
    }

    pub fn at(&self, i: usize) -> Option<char> {
        self.fold.get(i).copied()
    }

    pub fn before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|i| self.at(i))
    }

    pub fn text(&self, range: Range<usize>) -> String {
        self.raw
            .get(range)
            .map(|c| c.iter().collect())
            .unwrap_or_default()
    }

    pub fn folded(&self, range: Range<usize>) -> String {
        self.fold
            .get(range)
            .map(|c| c.iter().collect())
            .unwrap_or_default()
    }

    /// The end of `word` if it stands at `at`, inside a longer word or not.
    pub fn prefix(&self, at: usize, word: &str) -> Option<usize> {
        let mut end = at;
        for c in word.chars() {
            if self.at(end) != Some(c) {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The end of `word` if it stands at `at` as a word: Latin letters need a boundary on both
    /// sides, Han does not.
    pub fn word(&self, at: usize, word: &str) -> Option<usize> {
        let end = self.prefix(at, word)?;
        (self.starts_word(at) && self.ends_word(end)).then_some(end)
    }

    pub fn starts_word(&self, at: usize) -> bool {
        let (Some(before), Some(first)) = (self.before(at), self.at(at)) else {
            return true;
        };
        if !is_latin(first) {
            return true;
        }
        let inside_address = matches!(before, '.' | '@' | '_' | '\'')
            && at
                .checked_sub(2)
                .and_then(|i| self.at(i))
                .is_some_and(is_latin);
        !is_latin(before) && !inside_address && !matches!(before, '@' | '_')
    }

    pub fn ends_word(&self, end: usize) -> bool {
        let (Some(last), Some(after)) = (self.before(end), self.at(end)) else {
            return true;
        };
        if !is_latin(last) {
            return true;
        }
        let inside_address = matches!(after, '.' | '\'')
            && self.at(end + 1).is_some_and(is_latin)
            && self.prefix(end, "'s").is_none();
        !is_latin(after) && !inside_address && !matches!(after, '@' | '_')
    }

    /// Whether a sentence part ends at `i`. A comma inside 86,000 and a dot inside 1.5 do not end
    /// one; neither does 、.
    pub fn breaks(&self, i: usize) -> bool {
        let digit = |i: Option<char>| i.is_some_and(|c| c.is_ascii_digit());
        match self.at(i) {
            None | Some(';' | '。' | '!' | '?' | '…' | '\n' | '\r' | '|' | '(' | ')') => true,
            Some(',') => !(digit(self.before(i)) && digit(self.at(i + 1))),
            Some('.') => self.at(i + 1).is_none_or(is_blank),
            Some(_) => false,
        }
    }

    pub fn clause_end(&self, from: usize) -> usize {
        (from..self.len())
            .find(|&i| self.breaks(i))
            .unwrap_or(self.len())
    }

    pub fn clause_start(&self, from: usize) -> usize {
        (0..from)
            .rev()
            .find(|&i| self.breaks(i))
            .map_or(0, |i| i + 1)
    }

    pub fn has_han(&self) -> bool {
        self.fold.iter().any(|&c| is_han(c))
    }

    pub fn skip_blanks(&self, mut at: usize) -> usize {
        while self.at(at).is_some_and(is_blank) {
            at += 1;
        }
        at
    }

    /// `range` without blanks and separators at its ends.
    pub fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = range;
        while start < end && self.at(start).is_some_and(is_gap) {
            start += 1;
        }
        while start < end && self.before(end).is_some_and(is_gap) {
            end -= 1;
        }
        start..end
    }
}

/// Reads on from a place; every method moves only when it succeeds.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub line: &'a Line,
    pub at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(line: &'a Line, at: usize) -> Self {
        Cursor { line, at }
    }

    /// One of `words`, the first listed that fits: list longer words before their beginnings.
    pub fn eat(&mut self, words: &[&str]) -> Option<usize> {
        let (which, end) = words
            .iter()
            .enumerate()
            .find_map(|(i, w)| Some((i, self.line.prefix(self.at, w)?)))?;
        self.at = end;
        Some(which)
    }

    /// Like `eat` for whole words, after blanks.
    pub fn word(&mut self, words: &[&str]) -> Option<usize> {
        let at = self.line.skip_blanks(self.at);
        let (which, end) = words
            .iter()
            .enumerate()
            .find_map(|(i, w)| Some((i, self.line.word(at, w)?)))?;
        self.at = end;
        Some(which)
    }

    pub fn sees(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.line.prefix(self.at, w).is_some())
    }

    pub fn blanks(&mut self) {
        self.at = self.line.skip_blanks(self.at);
    }

    pub fn peek(&self) -> Option<char> {
        self.line.at(self.at)
    }
}

/// Who owns each code point; what nobody claims is summary.
pub(super) struct Claims(Vec<SpanKind>);

impl Claims {
    pub fn new(len: usize) -> Self {
        Claims(vec![SpanKind::Summary; len])
    }

    pub fn of(&self, i: usize) -> SpanKind {
        self.0.get(i).copied().unwrap_or(SpanKind::Summary)
    }

    pub fn free(&self, range: Range<usize>) -> bool {
        range.into_iter().all(|i| self.of(i) == SpanKind::Summary)
    }

    pub fn all(&self, mut range: Range<usize>, kind: SpanKind) -> bool {
        range.all(|i| self.of(i) == kind)
    }

    pub fn any(&self, mut range: Range<usize>, kinds: &[SpanKind]) -> bool {
        range.any(|i| kinds.contains(&self.of(i)))
    }

    pub fn take(&mut self, range: Range<usize>, kind: SpanKind) {
        for i in range {
            if let Some(owner) = self.0.get_mut(i) {
                *owner = kind;
            }
        }
    }

    pub fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for (i, &kind) in self.0.iter().enumerate() {
            match spans.last_mut() {
                Some(last) if last.kind == kind => last.end = i + 1,
                _ => spans.push(Span {
                    start: i,
                    end: i + 1,
                    kind,
                }),
            }
        }
        spans
    }
}

/// Half width, lower case, Simplified, with as many code points as before.
pub fn fold(text: &str) -> String {
    let narrow: String = text.chars().map(fold_char).collect();
    let simplified = fast2s::convert(&narrow);
    if simplified.chars().count() == narrow.chars().count() {
        return simplified;
    }
    let one = |c: char| {
        fast2s::convert(c.encode_utf8(&mut [0; 4]))
            .chars()
            .next()
            .unwrap_or(c)
    };
    narrow.chars().map(one).collect()
}

fn fold_char(c: char) -> char {
    let narrow = match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '￥' => '¥',
        '’' | '‘' => '\'',
        c => c,
    };
    let mut lower = narrow.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => narrow,
    }
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// A letter or digit of a script that writes spaces between words.
pub(super) fn is_latin(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c) && !matches!(c, '\u{3040}'..='\u{30ff}')
}

pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Blank or punctuation that separates rather than says something.
pub(super) fn is_gap(c: char) -> bool {
    is_blank(c)
        || matches!(
            c,
            ',' | ';'
                | ':'
                | '.'
                | '。'
                | '、'
                | '!'
                | '?'
                | '…'
                | '|'
                | '-'
                | '–'
                | '—'
                | '~'
                | '·'
                | '/'
        )
}
