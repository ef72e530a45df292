//! Dates in figures: 2026-12-03, 2026/12/3, 12/3, 2026年12月3日, 12月3日, 5号. A day that does not exist is
//! said to be impossible instead of being moved to one that does.

use chrono::{Datelike, NaiveDate, Weekday};

use super::super::calendar::{Now, month_end};
use super::super::numbers;
use super::super::text::Cursor;
use super::{Day, Read};

/// What follows 5号 when it is a name and not a day: line 5, building 5.
const NUMBERED: &[&str] = &[
    "线", "楼", "机", "店", "位", "门", "仓", "厂", "桌", "馆", "库", "院", "车", "码", "字", "文",
];

pub(super) const WEEK: &[&str] = &["星期", "礼拜", "周"];

pub(super) fn read(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    if !numbers::can_start(cursor.line, cursor.at) {
        return None;
    }
    let mut ahead = *cursor;
    let read = year_first(&mut ahead)
        .or_else(|| month_day_han(&mut ahead, now, None))
        .or_else(|| slashed(&mut ahead))
        .or_else(|| day_of_month(&mut ahead))?;
    *cursor = ahead;
    Some(read)
}

/// The month and day after a year, a 明年 or nothing.
pub(super) fn month_day_han(cursor: &mut Cursor, now: &Now, year: Option<i32>) -> Option<Read> {
    let mut ahead = *cursor;
    let month = ahead.int(1, 12)? as u32;
    ahead.eat(&["月份", "月"])?;
    let whole_month = ahead;
    ahead.blanks();
    let read = match ahead.int(1, 99) {
        Some(day) if ahead.eat(&["日", "号"]).is_some() || bare_day(&ahead) => {
            if ahead.sees(NUMBERED) {
                return None;
            }
            decorated(&mut ahead);
            dated(year, month, day as u32)
        }
        _ => {
            ahead = whole_month;
            part_of_month(&mut ahead, now, year, month)?
        }
    };
    *cursor = ahead;
    Some(read)
}

/// 12月底, 12月初, 12月中旬, 12月(份)
fn part_of_month(cursor: &mut Cursor, now: &Now, year: Option<i32>, month: u32) -> Option<Read> {
    let end = |year: i32| {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        month_end(first, 0)
    };
    let this_year = now.today.year();
    match cursor.eat(&["底", "末", "初", "上旬", "中旬", "中", "下旬"]) {
        Some(0 | 1) => {
            let coming = end(this_year)
                .filter(|d| *d >= now.today)
                .or_else(|| end(this_year + 1));
            Read::on(year.map_or(coming, end))
        }
        Some(2 | 3) => Some(dated(year, month, 1)),
        Some(4 | 5) => Some(dated(year, month, 15)),
        Some(_) => Some(dated(year, month, 21)),
        // A month alone names no day; its first is a fair reminder only while it is ahead.
        None if year.is_none() && month == now.today.month() => Some(Read::day(Day::Ask).weak()),
        None => Some(dated(year, month, 1).weak()),
    }
}

/// 11月12 without 日: only where no other unit follows.
fn bare_day(cursor: &Cursor) -> bool {
    let unit = cursor.sees(&[
        "万", "千", "个", "元", "块", "人", "天", "次", "分", "点", "家", "台", "%", ".",
    ]);
    !unit && cursor.line.ends_word(cursor.at)
}

/// 11月25日（周三）: the weekday only repeats what was said.
fn decorated(cursor: &mut Cursor) {
    let mut ahead = *cursor;
    let open = ahead.eat(&["(", " ("]).is_some();
    ahead.blanks();
    let named = ahead.eat(WEEK).is_some() && weekday(&mut ahead).is_some();
    if named && (!open || ahead.eat(&[")"]).is_some()) {
        *cursor = ahead;
    }
}

/// 一 … 六, 日, 天, 1 … 7 after 周.
pub(super) fn weekday(cursor: &mut Cursor) -> Option<Weekday> {
    let which = cursor.eat(&[
        "一", "二", "三", "四", "五", "六", "日", "天", "1", "2", "3", "4", "5", "6", "7",
    ])?;
    Weekday::try_from(match which {
        0..=6 => which as u8,
        7 => 6,
        n => (n - 8) as u8,
    })
    .ok()
}

fn year_first(cursor: &mut Cursor) -> Option<Read> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let year = ahead.int(1_900, 2_199)?;
    if ahead.at != start + 4 {
        return None;
    }
    if ahead.eat(&["年"]).is_some() {
        let mut month = ahead;
        let month_number = month.int(1, 99)? as u32;
        month.eat(&["月"])?;
        let day = month.int(1, 99)? as u32;
        month.eat(&["日", "号"]);
        decorated(&mut month);
        *cursor = month;
        return Some(dated(i32::try_from(year).ok(), month_number, day));
    }
    let mark = ahead.eat(&["-", "/", "."])?;
    let month = ahead.int(1, 99)? as u32;
    ahead.eat(&[["-"], ["/"], ["."]][mark])?;
    let day = ahead.int(1, 99)? as u32;
    if ahead
        .peek()
        .is_some_and(|c| c.is_ascii_digit() || matches!(c, '-' | '/'))
    {
        return None;
    }
    *cursor = ahead;
    Some(dated(i32::try_from(year).ok(), month, day))
}

/// 12/3 is 3 December; 12/3/2026 says the year. It may also be a fraction, so it is weak.
fn slashed(cursor: &mut Cursor) -> Option<Read> {
    let mut ahead = *cursor;
    let month = ahead.number()?;
    if month.han {
        return None;
    }
    let month = month.whole().filter(|m| (1..=12).contains(m))? as u32;
    ahead.eat(&["/"])?;
    let day = ahead.int(1, 99)? as u32;
    let mut full = ahead;
    let year = full
        .eat(&["/"])
        .and_then(|_| full.int(1_900, 2_199))
        .map(|y| y as i32);
    if year.is_some() {
        ahead = full;
    }
    let more = ahead
        .peek()
        .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '%'));
    if more || NaiveDate::from_ymd_opt(2_024, month, day).is_none() && year.is_none() && day > 31 {
        return None;
    }
    *cursor = ahead;
    let read = dated(year, month, day);
    Some(if year.is_some() { read } else { read.weak() })
}

fn day_of_month(cursor: &mut Cursor) -> Option<Read> {
    let mut ahead = *cursor;
    let day = ahead.int(1, 31)?;
    ahead.eat(&["号"])?;
    if ahead.sees(NUMBERED) {
        return None;
    }
    decorated(&mut ahead);
    *cursor = ahead;
    Some(Read::day(Day::Numbered(day as u32)))
}

/// A year tells whether the day exists; without one, 29 February does.
pub(super) fn dated(year: Option<i32>, month: u32, day: u32) -> Read {
    let exists = NaiveDate::from_ymd_opt(year.unwrap_or(2_024), month, day);
    Read::day(match (exists, year) {
        (None, _) => Day::Impossible,
        (Some(day), Some(_)) => Day::On(day),
        (Some(_), None) => Day::Yearless(month, day),
    })
}
