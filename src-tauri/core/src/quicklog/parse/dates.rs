//! Finds the words that name a day or a moment, in both languages, and says which day they mean.
//! Whether that day is when it happened or the next step is decided in `next`, not here.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, Utc, Weekday};

use super::calendar::Now;
use super::clock::{Clock, Strictness};
use super::text::{Claims, Cursor, Line, is_han, is_latin};

mod english;
mod figures;
mod han;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Day {
    Instant(DateTime<Utc>),
    On(NaiveDate),
    Weekday(Weekday),
    /// Month and day without a year.
    Yearless(u32, u32),
    /// 5号, the 5th
    Numbered(u32),
    /// Only a time of day was said.
    Clock,
    /// 年后: cannot be known here.
    Ask,
    /// 2月30日: looks like a date and is none.
    Impossible,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Date {
    pub range: Range<usize>,
    pub day: Day,
    pub clock: Clock,
    /// 前, by: a day not to be passed, so it lies ahead.
    pub bound: bool,
    /// Counts only where something to do stands beside it: 3/4, 回头, 5分钟后.
    pub weak: bool,
}

/// What a reader returns: where the words end is the cursor's place.
#[derive(Clone, Copy)]
pub(super) struct Read {
    pub day: Day,
    pub clock: Clock,
    pub bound: bool,
    pub weak: bool,
}

impl Read {
    fn day(day: Day) -> Self {
        Read {
            day,
            clock: Clock::default(),
            bound: false,
            weak: false,
        }
    }

    fn on(day: Option<NaiveDate>) -> Option<Self> {
        Some(Read::day(Day::On(day?)))
    }

    fn weak(self) -> Self {
        Read { weak: true, ..self }
    }

    fn bound(self) -> Self {
        Read {
            bound: true,
            ..self
        }
    }
}

pub(super) fn find(line: &Line, claims: &Claims, now: &Now) -> Vec<Date> {
    let mut dates = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let Some(date) = one(line, at, now).filter(|d| claims.free(d.range.clone())) else {
            at += 1;
            continue;
        };
        at = date.range.end.max(at + 1);
        match dates
            .last_mut()
            .filter(|last| alternative(line, last, &date))
        {
            Some(last) => last.range.end = date.range.end,
            None => dates.push(date),
        }
    }
    dates
}

/// 下周一、周三, "Mon or Tue": the first of the days stands for both.
fn alternative(line: &Line, first: &Date, second: &Date) -> bool {
    let link = line.folded(first.range.end..second.range.start);
    let days = [first, second]
        .iter()
        .all(|d| !matches!(d.day, Day::Instant(_) | Day::Clock));
    days && matches!(
        link.trim(),
        "、" | "或" | "或者" | "和" | "到" | "至" | "or" | "and" | "to"
    )
}

fn one(line: &Line, at: usize, now: &Now) -> Option<Date> {
    let first = line.at(at)?;
    let mut cursor = Cursor::new(line, at);
    let mut read = if is_han(first) {
        han::read(&mut cursor, now).or_else(|| alone(&mut cursor))?
    } else if is_latin(first) && line.starts_word(at) || first.is_ascii_digit() {
        figures::read(&mut cursor, now)
            .or_else(|| han::read(&mut cursor, now))
            .or_else(|| english::read(&mut cursor, now))
            .or_else(|| alone(&mut cursor))?
    } else {
        return None;
    };
    let clockless = matches!(read.day, Day::Instant(_) | Day::Ask | Day::Impossible);
    if read.day == Day::Clock {
        if let Some(day) = day_after_clock(&mut cursor, now) {
            read = Read {
                clock: read.clock,
                ..day
            };
        }
    } else if !clockless {
        let mut ahead = cursor;
        ahead.eat(&["的", ",", " ,"]);
        if let Some(clock) = ahead.clock(Strictness::AfterDay, read.clock.period) {
            let period = clock.period.or(read.clock.period);
            read.clock = Clock {
                time: clock.time.or(read.clock.time),
                period,
            };
            cursor = ahead;
        }
    }
    if !matches!(read.day, Day::Instant(_) | Day::Clock)
        && cursor.eat(&["之前", "以前", "前"]).is_some()
    {
        read.bound = true;
    }
    Some(Date {
        range: at..cursor.at,
        day: read.day,
        clock: read.clock,
        bound: read.bound,
        weak: read.weak,
    })
}

fn alone(cursor: &mut Cursor) -> Option<Read> {
    let clock = cursor.clock(Strictness::Alone, None)?;
    Some(Read {
        clock,
        ..Read::day(Day::Clock)
    })
}

/// 3pm tomorrow
fn day_after_clock(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    let mut ahead = *cursor;
    ahead.blanks();
    if ahead.at == cursor.at || !ahead.peek().is_some_and(is_latin) {
        return None;
    }
    let read = english::read(&mut ahead, now).filter(|r| !r.weak && r.clock.time.is_none())?;
    if matches!(read.day, Day::Instant(_) | Day::Ask | Day::Impossible) {
        return None;
    }
    *cursor = ahead;
    Some(read)
}
