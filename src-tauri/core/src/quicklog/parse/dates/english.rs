//! Days in English words: yesterday, next Wed, in 2 weeks, Dec 3, end of month, after the holidays. Every
//! word stands alone: Mayor is not May, and "sat" in small letters is not Saturday.

use chrono::{Duration, Weekday};

use super::super::calendar::{
    Now, add_days, add_months, add_workdays, day_in_month, in_week, month_end, quarter_end,
    year_end,
};
use super::super::clock::{Clock, Period};
use super::super::text::Cursor;
use super::figures::dated;
use super::{Day, Read};

const WEEKDAYS: &[&[&str]] = &[
    &["monday", "mon"],
    &["tuesday", "tues", "tue"],
    &["wednesday", "weds", "wed"],
    &["thursday", "thurs", "thur", "thu"],
    &["friday", "fri"],
    &["saturday", "sat"],
    &["sunday", "sun"],
];

const MONTHS: &[&[&str]] = &[
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const DAYS: &[(&str, i64, Option<Period>)] = &[
    ("the day after tomorrow", 2, None),
    ("day after tomorrow", 2, None),
    ("the day before yesterday", -2, None),
    ("day before yesterday", -2, None),
    ("tomorrow", 1, None),
    ("tmrw", 1, None),
    ("tmr", 1, None),
    ("yesterday", -1, None),
    ("last night", -1, Some(Period::Evening)),
    ("this morning", 0, Some(Period::Morning)),
    ("this afternoon", 0, Some(Period::Afternoon)),
    ("this evening", 0, Some(Period::Evening)),
    ("tonight", 0, Some(Period::Evening)),
    ("today", 0, None),
];

const JUST_NOW: &[&str] = &["just now", "a moment ago", "moments ago"];

/// Asked, not guessed.
#[rustfmt::skip]
const ASK: &[&str] = &[
    "after the new year", "after chinese new year", "after lunar new year", "after new year",
    "after spring festival", "after the spring festival", "after the holidays", "after the holiday",
    "after holidays", "after golden week", "after christmas", "after xmas", "after easter",
    "after cny", "after the break", "after summer", "after the summer", "before the holidays",
    "before christmas", "before cny", "before chinese new year", "next quarter", "in a few days",
    "in a few weeks", "in a few months", "in a couple of days", "in a while", "sometime", "someday",
    "one of these days",
];
#[rustfmt::skip]
const ASK_WEAK: &[&str] = &[
    "later on", "later", "next year", "next time", "next step", "soon",
];

#[derive(Clone, Copy)]
enum Unit {
    Minutes(i64),
    Days(i64),
    Workdays,
    Months(i64),
}

#[rustfmt::skip]
const UNITS: &[(&[&str], Unit)] = &[
    (&["minutes", "minute", "mins", "min"], Unit::Minutes(1)),
    (&["hours", "hour", "hrs", "hr", "h"], Unit::Minutes(60)),
    (
        &[
            "business days", "business day", "working days", "working day",
        ],
        Unit::Workdays,
    ),
    (&["days", "day", "d"], Unit::Days(1)),
    (
        &["weeks' time", "week's time", "weeks", "week", "wks", "wk"],
        Unit::Days(7),
    ),
    (&["fortnight"], Unit::Days(14)),
    (
        &["months' time", "month's time", "months", "month"],
        Unit::Months(1),
    ),
    (&["years", "year"], Unit::Months(12)),
];

pub(super) fn read(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    if !cursor.line.starts_word(cursor.at) {
        return None;
    }
    let mut ahead = *cursor;
    let until = ahead
        .word(&["no later than", "by the", "by", "before", "until", "till"])
        .is_some();
    let read = ask(cursor, until)
        .or_else(|| distance(cursor, now, until))
        .or_else(|| any(&mut ahead, now).inspect(|_| *cursor = ahead))
        .or_else(|| prefixed(cursor, now, until))?;
    Some(if until { read.bound() } else { read })
}

/// on Friday, on the 5th, by the 5th
fn prefixed(cursor: &mut Cursor, now: &Now, until: bool) -> Option<Read> {
    let mut ahead = *cursor;
    ahead.word(if until {
        &["by", "before", "until"]
    } else {
        &["on", "from"]
    })?;
    let read = any(&mut ahead, now).or_else(|| {
        ahead
            .word(&["the"])
            .and_then(|_| ordinal(&mut ahead))
            .map(day_of_month)
    })?;
    *cursor = ahead;
    Some(read)
}

fn day_of_month(day: u32) -> Read {
    Read::day(Day::Numbered(day))
}

fn any(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    let readers: [fn(&mut Cursor, &Now) -> Option<Read>; 5] =
        [named_day, period_end, month_day, near, bare_weekday];
    for reader in readers {
        let mut ahead = *cursor;
        if let Some(read) = reader(&mut ahead, now) {
            *cursor = ahead;
            return Some(read);
        }
    }
    None
}

fn ask(cursor: &mut Cursor, until: bool) -> Option<Read> {
    if cursor.word(ASK).is_some() {
        return Some(Read::day(Day::Ask));
    }
    let weak = !until && cursor.word(ASK_WEAK).is_some();
    weak.then(|| Read::day(Day::Ask).weak())
}

fn named_day(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    if cursor.word(JUST_NOW).is_some() {
        return Some(Read::day(Day::Instant(now.instant)));
    }
    let words: Vec<&str> = DAYS.iter().map(|d| d.0).collect();
    let (_, days, period) = DAYS[cursor.word(&words)?];
    let read = Read::on(add_days(now.today, days))?;
    Some(Read {
        clock: Clock { time: None, period },
        ..read
    })
}

/// in 2 weeks, within 3 days, two days ago, half an hour ago, a month from now
fn distance(cursor: &mut Cursor, now: &Now, until: bool) -> Option<Read> {
    let mut ahead = *cursor;
    let ahead_said = !until && ahead.word(&["within", "in"]).is_some();
    let (count, unit) = if ahead.word(&["half an hour", "half hour"]).is_some() {
        (30, Unit::Minutes(1))
    } else {
        let count = ahead.count()?;
        let unit = UNITS
            .iter()
            .find_map(|(words, unit)| glued(&mut ahead, words).map(|()| *unit))?;
        (count, unit)
    };
    let past = match ahead.word(&["from now", "later", "ago"]) {
        Some(2) if !ahead_said => true,
        Some(0 | 1) => false,
        None if ahead_said => false,
        _ => return None,
    };
    let n = if past { -count } else { count };
    let read = match unit {
        Unit::Minutes(each) => {
            let moved = Duration::try_minutes(n * each)?;
            let read = Read::day(Day::Instant(now.instant.checked_add_signed(moved)?));
            if past { read } else { read.weak() }
        }
        Unit::Days(each) => Read::on(add_days(now.today, n * each))?,
        Unit::Workdays if past => return None,
        Unit::Workdays => Read::on(add_workdays(now.today, n))?,
        Unit::Months(each) => Read::on(add_months(now.today, n * each))?,
    };
    *cursor = ahead;
    Some(read)
}

/// A unit after blanks or right behind its figure: 2weeks.
fn glued(cursor: &mut Cursor, words: &[&str]) -> Option<()> {
    let at = cursor.line.skip_blanks(cursor.at);
    let end = words.iter().find_map(|w| {
        let end = cursor.line.prefix(at, w)?;
        cursor.line.ends_word(end).then_some(end)
    })?;
    cursor.at = end;
    Some(())
}

/// end of month, end of next quarter, EOW, year-end
fn period_end(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    const SHORT: &[&str] = &["eod", "eow", "eom", "eoq", "eoy"];
    const LONG: &[&str] = &["day", "week", "month", "quarter", "year"];
    const ENDS: &[&str] = &[
        "month end",
        "month-end",
        "quarter end",
        "year end",
        "year-end",
    ];
    let (which, ahead) = if cursor.word(&["the end of", "end of"]).is_some() {
        let ahead = match cursor.word(&["the", "this", "next"]) {
            Some(2) => 1,
            _ => 0,
        };
        (cursor.word(LONG)?, ahead)
    } else if let Some(which) = cursor.word(SHORT) {
        (which, 0)
    } else {
        ([2, 2, 3, 4, 4][cursor.word(ENDS)?], 0)
    };
    match which {
        0 => Read::on(Some(now.today)).map(Read::bound),
        1 => Read::on(in_week(now.today, ahead, Weekday::Fri).map(|d| d.max(now.today))),
        2 => Read::on(month_end(now.today, ahead)),
        3 => Read::on(quarter_end(now.today, ahead)),
        _ => Read::on(year_end(now.today, ahead as i32)),
    }
}

/// Dec 3, December 3rd 2026, 3 Dec, 3rd of December
fn month_day(cursor: &mut Cursor, _: &Now) -> Option<Read> {
    let (month, day) = if let Some(month) = listed(cursor, MONTHS) {
        cursor.eat(&["."]);
        (month, ordinal(cursor)?)
    } else {
        let day = ordinal(cursor)?;
        cursor.word(&["of"]);
        (listed(cursor, MONTHS)?, day)
    };
    let mut ahead = *cursor;
    ahead.eat(&[","]);
    ahead.blanks();
    let year = ahead
        .int(1_900, 2_199)
        .filter(|_| ahead.line.ends_word(ahead.at));
    if year.is_some() {
        *cursor = ahead;
    }
    Some(dated(year.map(|y| y as i32), month as u32 + 1, day))
}

/// 3, 3rd; not the start of 3pm or 30k
fn ordinal(cursor: &mut Cursor) -> Option<u32> {
    let mut ahead = *cursor;
    ahead.blanks();
    let day = ahead.int(1, 99).filter(|_| {
        ahead
            .line
            .before(ahead.at)
            .is_some_and(|c| c.is_ascii_digit())
    })?;
    ahead.eat(&["st", "nd", "rd", "th"]);
    if !ahead.line.ends_word(ahead.at) || ahead.sees(&[":", "%", "/"]) {
        return None;
    }
    *cursor = ahead;
    u32::try_from(day).ok()
}

/// next Wed, last Friday, this Mon; next week, last month
fn near(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    let weeks = match cursor.word(&["next", "last", "this coming", "coming", "this", "past"])? {
        0 => 1,
        1 => -1,
        2 | 3 => {
            return listed(cursor, WEEKDAYS)
                .and_then(weekday_at)
                .map(Read::day)
                .map(Read::bound);
        }
        4 => 0,
        _ => return listed(cursor, WEEKDAYS).and_then(weekday_at).map(Read::day),
    };
    if let Some(day) = listed(cursor, WEEKDAYS) {
        let weekday = Weekday::try_from(u8::try_from(day).ok()?).ok()?;
        return Read::on(in_week(now.today, weeks, weekday));
    }
    match (cursor.word(&["weekend", "week", "month"])?, weeks) {
        (0, _) => Read::on(in_week(now.today, weeks, Weekday::Sat)),
        (1, 1) => Read::on(in_week(now.today, 1, Weekday::Mon)),
        (1, 0) => {
            Read::on(in_week(now.today, 0, Weekday::Fri).map(|d| d.max(now.today))).map(Read::weak)
        }
        (1, _) => Read::on(add_days(now.today, -7)),
        (_, 1) => Read::on(day_in_month(now.today, 1, 1)),
        (_, -1) => Read::on(add_months(now.today, -1)),
        _ => None,
    }
}

fn weekday_at(day: usize) -> Option<Day> {
    Some(Day::Weekday(
        Weekday::try_from(u8::try_from(day).ok()?).ok()?,
    ))
}

fn bare_weekday(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    let start = cursor.line.skip_blanks(cursor.at);
    let day = listed(cursor, WEEKDAYS)?;
    let short = cursor.at - start == 3;
    let capital = cursor.line.raw.get(start).is_some_and(|c| c.is_uppercase());
    let doubtful = short && matches!(day, 0 | 2 | 5 | 6); // mon, wed, sat, sun
    let alone = start == 0
        || cursor
            .line
            .before(start)
            .is_some_and(|c| c == ' ' || c == ',');
    if doubtful && !capital && !(alone && matches!(day, 0 | 2)) {
        return None;
    }
    // Wed 25 Nov: the date says more than the weekday.
    let mut ahead = *cursor;
    ahead.eat(&[","]);
    if let Some(read) = month_day(&mut ahead, now) {
        *cursor = ahead;
        return Some(read);
    }
    weekday_at(day).map(Read::day)
}

fn listed(cursor: &mut Cursor, table: &[&[&str]]) -> Option<usize> {
    table.iter().position(|names| cursor.word(names).is_some())
}
