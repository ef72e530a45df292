//! How long it took: 12分钟, 半小时, 1小时20分, 一刻钟, 90 min, 1.5h, 1h20. Not how long until or since
//! (three rooms on, in `dates`), and not the length of something else (每30分钟, a 10 min walk).

use std::ops::Range;

use super::numbers::{self, Number};
use super::text::{Claims, Cursor, Line, is_blank, is_han};

const FIXED: &[(&str, i64)] = &[
    ("半个小时", 30),
    ("半个钟头", 30),
    ("半小时", 30),
    ("半个钟", 30),
    ("一刻钟", 15),
    ("三刻钟", 45),
    ("an hour and a half", 90),
    ("one and a half hours", 90),
    ("quarter of an hour", 15),
    ("a quarter of an hour", 15),
    ("three quarters of an hour", 45),
    ("half an hour", 30),
    ("half-hour", 30),
    ("half hour", 30),
    ("an hour", 60),
];
const HOURS_ZH: &[&str] = &["个小时", "小时", "个钟头", "钟头", "个钟"];
const HOURS_EN: &[&str] = &["hours", "hour", "hrs", "hr", "h"];
const MINUTES_EN: &[&str] = &["minutes", "minute", "mins", "min"];
#[rustfmt::skip]
const NOT_BEFORE: &[&str] = &[
    "每", "提前", "迟到", "迟到了", "晚到", "晚了", "限时", "不到一", "every", "first", "last",
    "per", "within", "in",
];
#[rustfmt::skip]
const NOT_AFTER: &[&str] = &[
    "前", "后", "之前", "之后", "内", "之内", "以内", "以后", "路程", "车程", "一次", "late",
    "walk", "drive", "away", "ago", "later", "early", "from now", "delay",
];

const DAY: i64 = 24 * 60;

/// The first duration of the line.
pub(super) fn find(line: &Line, claims: &Claims) -> Option<(Range<usize>, u32)> {
    (0..line.len()).find_map(|at| {
        let (minutes, end) = read(line, at)?;
        let minutes = u32::try_from(minutes)
            .ok()
            .filter(|m| (1..=DAY as u32).contains(m))?;
        let free = claims.free(at..end) && !refused(line, at, end);
        free.then_some((at..end, minutes))
    })
}

fn refused(line: &Line, start: usize, end: usize) -> bool {
    let after = Cursor::new(line, line.skip_blanks(end));
    let glued = Cursor::new(line, end);
    let mut before = start;
    while before > 0 && line.before(before) == Some(' ') {
        before -= 1;
    }
    let ends_with = |w: &&str| {
        before
            .checked_sub(w.chars().count())
            .and_then(|s| line.word(s, w))
            == Some(before)
    };
    NOT_AFTER.iter().any(|w| {
        let place = if w.chars().all(is_han) {
            glued.at
        } else {
            after.at
        };
        line.word(place, w).is_some()
    }) || NOT_BEFORE.iter().any(ends_with)
}

fn read(line: &Line, at: usize) -> Option<(i64, usize)> {
    if line.at(at).is_some_and(is_blank) {
        return None;
    }
    let mut cursor = Cursor::new(line, at);
    for (words, minutes) in FIXED {
        if let Some(end) = line.word(at, words) {
            let more = words.contains("hour") && line.word(end, " and a half").is_some();
            return (!more).then_some((*minutes, end));
        }
    }
    if !numbers::can_start(line, at) || !line.starts_word(at) {
        return None;
    }
    let number = match cursor.number() {
        Some(number) => number,
        None => Number {
            mantissa: cursor.count()?,
            scale: 0,
            han: false,
        },
    };
    let total = han(&mut cursor, number).or_else(|| english(&mut cursor, number))?;
    Some((total, cursor.at))
}

fn han(cursor: &mut Cursor, number: Number) -> Option<i64> {
    let mut ahead = *cursor;
    ahead.blanks();
    if ahead.eat(&["个半小时", "个半钟头", "个半钟"]).is_some() {
        *cursor = ahead;
        return number.times(60)?.checked_add(30);
    }
    if ahead.eat(&["分钟", "多分钟", "来分钟", "分多钟"]).is_some() {
        *cursor = ahead;
        return number.times(1);
    }
    if ahead.eat(&["刻钟"]).is_some() {
        *cursor = ahead;
        return number.times(15);
    }
    ahead.eat(HOURS_ZH)?;
    let hours = number.times(60)?;
    *cursor = ahead;
    if ahead.eat(&["半"]).is_some() {
        *cursor = ahead;
        return hours.checked_add(30);
    }
    ahead.eat(&["零", "又"]);
    ahead.blanks();
    let more = ahead
        .int(1, 59)
        .filter(|_| ahead.eat(&["分钟", "分"]).is_some());
    if more.is_some() {
        *cursor = ahead;
    }
    hours.checked_add(more.unwrap_or(0))
}

fn english(cursor: &mut Cursor, number: Number) -> Option<i64> {
    let mut ahead = *cursor;
    ahead.blanks();
    if unit(&mut ahead, MINUTES_EN).is_some() {
        *cursor = ahead;
        return number.times(1);
    }
    // 1h20 has no boundary behind its h.
    let short = ahead.at == cursor.at && ahead.eat(&["h"]).is_some();
    if short && ahead.peek().is_some_and(|c| c.is_ascii_digit()) {
        let more = ahead.int(1, 59)?;
        ahead.eat(&["minutes", "mins", "min", "m"]);
        if !ahead.line.ends_word(ahead.at) {
            return None;
        }
        *cursor = ahead;
        return number.times(60)?.checked_add(more);
    }
    ahead = *cursor;
    ahead.blanks();
    unit(&mut ahead, HOURS_EN)?;
    let hours = number.times(60)?;
    *cursor = ahead;
    ahead.word(&["and"]);
    ahead.blanks();
    let more = ahead.int(1, 59).filter(|_| {
        ahead.blanks();
        unit(&mut ahead, &["minutes", "minute", "mins", "min", "m"]).is_some()
    });
    if more.is_some() {
        *cursor = ahead;
    }
    hours.checked_add(more.unwrap_or(0))
}

fn unit(cursor: &mut Cursor, words: &[&str]) -> Option<()> {
    let end = words.iter().find_map(|w| {
        let end = cursor.line.prefix(cursor.at, w)?;
        cursor.line.ends_word(end).then_some(end)
    })?;
    cursor.at = end;
    Some(())
}
