//! Finds the words of `words` in a line, the longest first, and turns feelings and outcomes round
//! where 不, 没 or "not" stands before them. Which of several counts is chosen in `parse`.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::text::{Claims, Line, is_han};
use super::types::{Channel, Direction, Outcome, SpanKind};
use super::words;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sense {
    Channel(Channel),
    Direction(Direction, Option<Channel>),
    Outcome(Outcome),
    Feeling(i8),
    NotMeant,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Found {
    pub range: Range<usize>,
    pub sense: Sense,
}

impl Sense {
    pub fn kind(self) -> SpanKind {
        match self {
            Sense::Channel(_) => SpanKind::Channel,
            Sense::Direction(..) => SpanKind::Direction,
            Sense::Outcome(_) => SpanKind::Outcome,
            Sense::Feeling(_) => SpanKind::Sentiment,
            Sense::NotMeant => SpanKind::Summary,
        }
    }
}

/// Words by their first character, the longest first.
pub(super) struct Index<T>(HashMap<char, Vec<(&'static str, T)>>);

impl<T: Copy> Index<T> {
    pub fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut index: HashMap<char, Vec<(&'static str, T)>> = HashMap::new();
        for (word, value) in words {
            if let Some(first) = word.chars().next() {
                index.entry(first).or_default().push((word, value));
            }
        }
        for entries in index.values_mut() {
            entries.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        }
        Index(index)
    }

    pub fn at(&self, line: &Line, at: usize) -> Option<(usize, T)> {
        let entries = self.0.get(&line.at(at)?)?;
        entries
            .iter()
            .find_map(|(word, value)| Some((line.word(at, word)?, *value)))
    }
}

static SENSES: LazyLock<Index<Sense>> = LazyLock::new(|| {
    let both = |zh: words::Words, en: words::Words| zh.iter().chain(en).copied();
    let channels = words::CHANNELS
        .iter()
        .flat_map(|&(c, zh, en)| both(zh, en).map(move |w| (w, Sense::Channel(c))));
    let directions = words::DIRECTIONS
        .iter()
        .flat_map(|&(d, c, zh, en)| both(zh, en).map(move |w| (w, Sense::Direction(d, c))));
    let outcomes = words::OUTCOMES
        .iter()
        .flat_map(|&(o, zh, en)| both(zh, en).map(move |w| (w, Sense::Outcome(o))));
    let feelings = words::FEELINGS
        .iter()
        .flat_map(|&(f, zh, en)| both(zh, en).map(move |w| (w, Sense::Feeling(f))));
    let not_meant = words::NOT_MEANT.iter().map(|&w| (w, Sense::NotMeant));
    Index::new(
        channels
            .chain(directions)
            .chain(outcomes)
            .chain(feelings)
            .chain(not_meant),
    )
});

/// The word that starts at `at`, whatever it means.
pub(super) fn sense_at(line: &Line, at: usize) -> Option<(usize, Sense)> {
    SENSES.at(line, at)
}

/// Every understood word, in order; each is claimed for its kind.
pub(super) fn scan(line: &Line, claims: &mut Claims) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let hit = sense_at(line, at).filter(|(end, _)| claims.free(at..*end));
        let Some((end, sense)) = hit else {
            at += 1;
            continue;
        };
        if let Some(word) = modified(line, claims, at..end, sense) {
            claims.take(word.range.clone(), word.sense.kind());
            found.push(word);
        }
        at = end;
    }
    found
}

fn modified(line: &Line, claims: &Claims, range: Range<usize>, sense: Sense) -> Option<Found> {
    let Range { mut start, end } = range;
    match sense {
        Sense::NotMeant => None,
        Sense::Feeling(mut feeling) => loop {
            if let Some(before) = word_before(line, claims, start, words::NOT) {
                feeling = if feeling.abs() == 2 {
                    -feeling.signum()
                } else {
                    -feeling
                };
                feeling = if feeling > 0 { 0 } else { feeling };
                start = before;
            } else if let Some(before) = word_before(line, claims, start, words::VERY) {
                feeling = feeling.signum() * 2;
                start = before;
            } else if let Some(before) = word_before(line, claims, start, words::SOMEWHAT) {
                feeling = feeling.signum() * feeling.abs().min(1);
                start = before;
            } else {
                return Some(Found {
                    range: start..end,
                    sense: Sense::Feeling(feeling),
                });
            }
        },
        Sense::Outcome(outcome) => {
            let (mut outcome, first) = (outcome, start);
            let degrees: [&[&str]; 2] = [words::VERY, words::SOMEWHAT];
            while let Some(before) = degrees
                .iter()
                .find_map(|words| word_before(line, claims, start, words))
            {
                start = before;
            }
            match word_before(line, claims, start, words::NOT) {
                Some(before) => {
                    outcome = words::OPPOSITES.iter().find(|(o, _)| *o == outcome)?.1;
                    start = before;
                }
                None if !matches!(outcome, Outcome::Interested | Outcome::NotInterested) => {
                    start = first;
                }
                None => {}
            }
            Some(Found {
                range: start..end,
                sense: Sense::Outcome(outcome),
            })
        }
        _ => Some(Found {
            range: start..end,
            sense,
        }),
    }
}

fn word_before(line: &Line, claims: &Claims, end: usize, words: &[&str]) -> Option<usize> {
    let mut until = end;
    while until > 0 && line.before(until) == Some(' ') {
        until -= 1;
    }
    if until < end && line.before(until).is_some_and(is_han) {
        return None;
    }
    words.iter().find_map(|word| {
        let start = until.checked_sub(word.chars().count())?;
        let fits = line.word(start, word) == Some(until) && claims.free(start..until);
        fits.then_some(start)
    })
}
