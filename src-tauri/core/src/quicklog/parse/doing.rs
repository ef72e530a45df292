//! What stands beside a day: something to do (下周三 回访, "send quote in 2 weeks"), a channel, something done
//! (周三发了). Knows how a sentence is built around a day, not which day it is.

use std::ops::Range;
use std::sync::LazyLock;

use super::dates::Date;
use super::lexicon::{Found, Index, Sense};
use super::text::{Claims, Line, is_blank, is_gap, is_han};
use super::types::SpanKind;
use super::words;

static TO_DO: LazyLock<Index<bool>> = LazyLock::new(|| {
    let yes = words::TO_DO
        .0
        .iter()
        .chain(words::TO_DO.1)
        .map(|w| (*w, true));
    Index::new(yes.chain(words::NOT_TO_DO.iter().map(|w| (*w, false))))
});

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Doing {
    ToDo,
    /// Only a channel word: 周一电话.
    Channel,
    Done,
    Nothing,
}

/// Words of a next step in front of its day.
pub(super) struct Before {
    pub range: Range<usize>,
    /// A channel word alone ("call"), which may also tell what was done.
    pub channel: bool,
}

pub(super) fn verb_at(line: &Line, at: usize) -> Option<usize> {
    TO_DO.at(line, at).and_then(|(end, yes)| yes.then_some(end))
}

pub(super) fn after(line: &Line, claims: &Claims, date: &Date) -> Doing {
    let limit = line.clause_end(date.range.end);
    let mut at = date.range.end;
    let mut channel = false;
    // Ten steps reach any real sentence and keep odd ones cheap.
    for _ in 0..10 {
        at = skip_blanks_and_people(line, claims, at);
        if at >= limit || claims.of(at) == SpanKind::When {
            break;
        }
        if let Some(end) = verb_at(line, at).filter(|_| !sets_another_day(line, claims, at)) {
            let done = words::DONE.iter().any(|d| line.prefix(end, d).is_some());
            // 周一电话回访: the first word tells how it was done.
            return match (done, channel) {
                (true, _) => Doing::Done,
                (false, true) if line.trimmed(0..date.range.start).is_empty() => Doing::Channel,
                _ => Doing::ToDo,
            };
        }
        let on = skip_fillers(line, at);
        if on > at {
            at = on;
        } else if claims.of(at) == SpanKind::Channel {
            channel = true;
            at = (at..limit)
                .find(|&i| claims.of(i) != SpanKind::Channel)
                .unwrap_or(limit);
        } else if let Some(end) = words::TOWARDS.iter().find_map(|w| line.word(at, w)) {
            let verb = (end + 1..=(end + 5).min(limit)).find(|&i| verb_at(line, i).is_some());
            let Some(verb) = verb else { break };
            at = verb;
        } else {
            break;
        }
    }
    if channel {
        Doing::Channel
    } else {
        Doing::Nothing
    }
}

/// 约 in 周一电话 约下周三 belongs to the day behind it.
fn sets_another_day(line: &Line, claims: &Claims, at: usize) -> bool {
    let end = words::SET_FOR.iter().filter_map(|w| line.word(at, w)).max();
    end.is_some_and(|end| claims.of(line.skip_blanks(end)) == SpanKind::When)
}

pub(super) fn skip_blanks_and_people(line: &Line, claims: &Claims, mut at: usize) -> usize {
    while claims.of(at) == SpanKind::Who || line.at(at).is_some_and(is_blank) {
        at += 1;
    }
    at
}

pub(super) fn skip_fillers(line: &Line, at: usize) -> usize {
    let end = words::FILLERS.iter().filter_map(|w| line.word(at, w)).max();
    match end {
        Some(end) if verb_at(line, at).is_none() => end,
        _ => at,
    }
}

/// 约了, 改到, scheduled for: straight before the day.
pub(super) fn set_for(line: &Line, start: usize) -> bool {
    set_for_start(line, start).is_some()
}

fn set_for_start(line: &Line, start: usize) -> Option<usize> {
    let mut until = start;
    while until > 0 && line.before(until).is_some_and(is_blank) {
        until -= 1;
    }
    words::SET_FOR
        .iter()
        .filter_map(|w| {
            let from = until.checked_sub(w.chars().count())?;
            (line.word(from, w) == Some(until)).then_some(from)
        })
        .min()
}

/// The words of a plan that end where the day starts: "send quote (in 2 weeks)", 约了(下周三).
pub(super) fn before(line: &Line, claims: &Claims, date: &Date, found: &[Found]) -> Option<Before> {
    const REACH: usize = 80;
    let start = date.range.start;
    if let Some(from) = set_for_start(line, start).filter(|&i| line.at(i).is_some_and(is_han)) {
        return Some(Before {
            range: from..start,
            channel: false,
        });
    }
    let open = |i: usize| {
        matches!(
            claims.of(i),
            SpanKind::Summary | SpanKind::Who | SpanKind::Amount | SpanKind::Channel
        )
    };
    let mut from = line.clause_start(start).max(start.saturating_sub(REACH));
    from = (from..start)
        .rev()
        .find(|&i| !open(i))
        .map_or(from, |i| i + 1);
    let told = |i: usize| {
        found
            .iter()
            .any(|f| f.range.start <= i && i < f.range.end && matches!(f.sense, Sense::Channel(_)))
    };
    let mut weak = None;
    for i in from..start {
        if !line.at(i).is_some_and(|c| c.is_ascii_alphabetic()) {
            continue;
        }
        let verb = verb_at(line, i).is_some();
        if verb && !told(i) && claims.of(i) != SpanKind::Who {
            return Some(Before {
                range: i..start,
                channel: false,
            });
        }
        let starts_word = line.starts_word(i) && told(i);
        if starts_word && weak.is_none() && claims.of(i) == SpanKind::Channel {
            weak = Some(i);
        }
    }
    // 回访下周三: in Chinese the verb must touch the day.
    let han = (from..start)
        .find(|&i| line.at(i).is_some_and(is_han) && !told(i) && verb_at(line, i) == Some(start));
    if let Some(i) = han {
        return Some(Before {
            range: i..start,
            channel: false,
        });
    }
    weak.map(|i| Before {
        range: i..start,
        channel: true,
    })
}

/// The words behind the day that belong to the step: to the end of this part of the line, in Chinese
/// only to the first space behind a verb, and without what other kinds have read at its end.
pub(super) fn rest(line: &Line, claims: &Claims, date: &Date) -> Range<usize> {
    let from = date.range.end;
    let mut start = line.skip_blanks(from);
    while line.at(start).is_some_and(|c| matches!(c, ',' | ':' | '-')) {
        start = line.skip_blanks(start + 1);
    }
    let comma = line.trimmed(from..start).is_empty() && (from..start).any(|i| line.breaks(i));
    if comma
        && after(
            line,
            claims,
            &Date {
                range: date.range.start..start,
                ..date.clone()
            },
        ) != Doing::ToDo
    {
        return from..from;
    }
    let limit = line.clause_end(start);
    let mut verb_seen = false;
    let mut end = limit;
    for i in start..limit {
        verb_seen |= verb_at(line, i).is_some() || claims.of(i) == SpanKind::Channel;
        let tag = claims.of(i) == SpanKind::Tag;
        let another_day = claims.of(i) == SpanKind::When;
        let space = line.at(i).is_some_and(is_blank)
            && line.before(i).is_some_and(is_han)
            && verb_seen
            && i >= start + 2;
        if tag || another_day || space {
            end = i;
            break;
        }
    }
    let strip = [
        SpanKind::Minutes,
        SpanKind::Outcome,
        SpanKind::Sentiment,
        SpanKind::Amount,
    ];
    let content = |end: usize| line.trimmed(start..end);
    let mut kept = content(end).end;
    while kept > start && strip.contains(&claims.of(kept - 1)) {
        let kind = claims.of(kept - 1);
        let mut edge = kept;
        while edge > start && claims.of(edge - 1) == kind {
            edge -= 1;
        }
        // 发3万报价 keeps its sum, 回访 30万 does not; 等他同意 keeps its words.
        kept = content(edge).end;
    }
    start..kept.max(start)
}

/// Without a leading 我们, 的, "to", "a".
pub(super) fn without_lead(line: &Line, range: Range<usize>) -> Range<usize> {
    const LEAD: &[&str] = &[
        "我们", "我", "的", "要", "会", "将", "需要", "需", "to", "i'll", "we'll", "i will",
        "we will", "will", "for", "a", "an", "the", "we", "i",
    ];
    let Range { mut start, end } = range;
    while let Some(next) = LEAD.iter().filter_map(|w| line.word(start, w)).max() {
        let next = (next..end)
            .find(|&i| !line.at(i).is_some_and(is_gap))
            .unwrap_or(end);
        if next >= end || verb_at(line, start).is_some_and(|e| e > next) {
            break;
        }
        start = next;
    }
    start..end
}
