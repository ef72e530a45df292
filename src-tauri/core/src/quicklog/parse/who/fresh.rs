//! The person nobody knows yet: the first words of a line, where they stand and look like a name. When in
//! doubt nobody is invented; the words then stay in the summary.

use std::ops::Range;

use super::super::lexicon;
use super::super::names;
use super::super::text::{Claims, Line, is_gap, is_han, is_latin};
use super::super::types::{SpanKind, Who};
use super::super::words;
use super::latin::{capital, common_word, word_ends};
use super::{surname_at, title_end};

/// Stand before a name: 跟李雷通话, call with Peter.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "跟", "和", "与", "给", "找", "约", "with ", "to ", "from ", "by ",
];
#[rustfmt::skip]
const MET: &[&str] = &[
    "with", "met", "called", "emailed", "visited", "texted", "phoned",
];
/// May follow a two-character name without a space: 王芳说.
const FOLLOWERS: &str = "聊说问想要在的很觉表提反来去打接没不已对和跟与把给让今昨明也都就又还是有会能回发签约刚正这那愿同拒抱投介推转希担比认主先将被嫌请确";
/// No given name ends so: 李雷说, 王芳在.
const SPEAKS: &str = "说问讲想提在的很将会";

pub(in super::super) fn fresh(line: &Line, claims: &Claims) -> Option<(Range<usize>, Who)> {
    let at = start(line, claims)?;
    first_words(line, claims, at).or_else(|| {
        // Had lunch with Grace Lee: a capitalised name behind a "with" in the first part.
        let limit = line.clause_end(at);
        let led = (at..limit).find_map(|i| MET.iter().find_map(|w| line.word(i, w)))?;
        first_words(line, claims, line.skip_blanks(led)).filter(|(range, _)| range.end <= limit)
    })
}

fn first_words(line: &Line, claims: &Claims, at: usize) -> Option<(Range<usize>, Who)> {
    let (name, end) = if line.at(at).is_some_and(is_han) {
        han(line, claims, at)?
    } else {
        latin(line, claims, at)?
    };
    Some((at..end, Who::New(line.text(name))))
}

/// The first place that nothing else has claimed, a 跟 aside.
fn start(line: &Line, claims: &Claims) -> Option<usize> {
    let open = |from: usize| {
        (from..line.len())
            .find(|&i| claims.of(i) == SpanKind::Summary && line.at(i).is_some_and(|c| !is_gap(c)))
    };
    let at = open(0)?;
    let led = BEFORE.iter().find_map(|w| line.word(at, w.trim_end()));
    let at = led.and_then(open).unwrap_or(at);
    // Behind a promise or a sum, a word is no longer who the line is about.
    let late = [SpanKind::Tag, SpanKind::Amount, SpanKind::Sentiment];
    (!claims.any(0..at, &late)).then_some(at)
}

fn han(line: &Line, claims: &Claims, at: usize) -> Option<(Range<usize>, usize)> {
    let open = |i: usize| claims.of(i) == SpanKind::Summary && line.at(i).is_some_and(is_han);
    let run = (at..line.len()).find(|&i| !open(i)).unwrap_or(line.len());
    if line.at(run) == Some('·') && open(run + 1) {
        let end = (run + 1..line.len())
            .find(|&i| !open(i))
            .unwrap_or(line.len());
        return Some((at..end, end));
    }
    let blocked = |start: usize| {
        names::NOT_A_NAME
            .iter()
            .any(|w| line.prefix(start, w).is_some_and(|e| e <= run))
    };
    let to_do = words::TO_DO
        .0
        .iter()
        .any(|w| w.chars().count() > 1 && line.prefix(at, w).is_some());
    if blocked(at) || to_do {
        return None;
    }
    if let Some(end) = familiar(line, at, run) {
        return Some((at..end, end));
    }
    let Some((_, after)) = surname_at(line, at) else {
        return alone(line, claims, at, run).then_some((at..run, run));
    };
    if blocked(after) {
        return None;
    }
    for given in [2, 1] {
        let end = after + given;
        if let Some(title) = title_end(line, end).filter(|t| *t <= run) {
            return Some((at..end, title));
        }
    }
    if (after + 1..=after + 2).contains(&run) {
        let speaks = run == after + 2 && line.before(run).is_some_and(|c| SPEAKS.contains(c));
        let end = if speaks { run - 1 } else { run };
        return Some((at..end, end));
    }
    let follows = |end: usize| end < run && line.at(end).is_some_and(|c| FOLLOWERS.contains(c));
    let end = (after + 1..=after + 2).find(|&end| follows(end))?;
    Some((at..end, end))
}

/// 小王, 老李, 阿强
fn familiar(line: &Line, at: usize, run: usize) -> Option<usize> {
    let first = line.at(at).filter(|c| names::FAMILIAR.contains(c))?;
    let named = first == '阿' || surname_at(line, at + 1).is_some();
    let ends = run == at + 2 || line.at(at + 2).is_some_and(|c| FOLLOWERS.contains(c));
    (named && run >= at + 2 && ends).then_some(at + 2)
}

/// A nickname without a surname (立群) only as a word of its own with something understood behind it.
fn alone(line: &Line, claims: &Claims, at: usize, run: usize) -> bool {
    let next = (run..line.len()).find(|&i| line.at(i).is_some_and(|c| !is_gap(c)));
    let spaced = line.at(run).is_some_and(is_gap) && line.before(at).is_none_or(is_gap);
    let word = (at..run).any(|i| lexicon::sense_at(line, i).is_some());
    spaced
        && !word
        && (2..=3).contains(&(run - at))
        && next.is_some_and(|i| claims.of(i) != SpanKind::Summary)
}

fn latin(line: &Line, claims: &Claims, at: usize) -> Option<(Range<usize>, usize)> {
    if !line.at(at).is_some_and(is_latin) {
        return None;
    }
    let mut end = None;
    let mut start = at;
    let mut words = 0;
    for word in word_ends(line, at, 3) {
        let shouted = word - start > 1 && (start..word).all(|i| capital(line, i));
        let named = capital(line, start) && !shouted && claims.free(start..word);
        if !named || common_word(line, start, word) {
            break;
        }
        (end, words) = (Some(word), words + 1);
        start = line.skip_blanks(word);
        if line.at(start).is_some_and(|c| is_gap(c) || c == '\'') {
            start += 1;
        }
    }
    let end = end?;
    if let Some(title) = title_end(line, end) {
        return Some((at..title, title));
    }
    let next = line.skip_blanks(end);
    let ends = claims.of(next) != SpanKind::Summary
        || line.breaks(next)
        || line
            .at(next)
            .is_some_and(|c| is_gap(c) || is_han(c) || c == '#')
        || word_ends(line, next, 1)
            .first()
            .is_some_and(|&e| common_word(line, next, e));
    (words > 1 || ends).then_some((at..end, end))
}
