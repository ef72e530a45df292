//! Days in Chinese words: 昨天, 下周三, 三天后, 月底, 年后. The tables are the language; add words there.

use chrono::{Duration, Weekday};

use super::super::calendar::{
    Now, add_days, add_months, add_workdays, day_in_month, in_week, month_end, quarter_end,
    year_end,
};
use super::super::clock::{Clock, Period};
use super::super::numbers;
use super::super::text::Cursor;
use super::figures::{WEEK, dated, month_day_han, weekday};
use super::{Day, Read};

const DAYS: &[(&str, i64, Option<Period>)] = &[
    ("大前天", -3, None),
    ("前天", -2, None),
    ("前晚", -2, Some(Period::Evening)),
    ("昨天", -1, None),
    ("昨日", -1, None),
    ("昨晚", -1, Some(Period::Evening)),
    ("昨夜", -1, Some(Period::Evening)),
    ("昨早", -1, Some(Period::Morning)),
    ("今天", 0, None),
    ("今日", 0, None),
    ("今早", 0, Some(Period::Morning)),
    ("今晨", 0, Some(Period::Morning)),
    ("今晚", 0, Some(Period::Evening)),
    ("明天", 1, None),
    ("明日", 1, None),
    ("明早", 1, Some(Period::Morning)),
    ("明晚", 1, Some(Period::Evening)),
    ("大后天", 3, None),
    ("后天", 2, None),
    ("后晚", 2, Some(Period::Evening)),
];

const JUST_NOW: &[&str] = &["刚才", "刚刚", "方才", "适才"];
#[rustfmt::skip]
const JUST: &[&str] = &[
    "刚打", "刚跟", "刚和", "刚通", "刚聊", "刚见", "刚接", "刚挂", "刚拜", "刚收", "刚给", "刚与",
];

/// Asked, not guessed: the day depends on a calendar, or a mind, that is not ours.
#[rustfmt::skip]
const ASK: &[&str] = &[
    "过完年后", "过完年", "过年后", "过年前", "春节过后", "春节后", "春节前", "国庆节后", "国庆后",
    "国庆前", "中秋后", "中秋前", "五一后", "十一后", "元旦后", "元旦前", "元宵后", "双十一后",
    "放假后", "放假前", "长假后", "假期后", "暑假后", "寒假后", "节后", "节前", "年后", "年前",
    "明年初", "明年年初", "年初", "开春", "下半年", "下个季度", "下季度", "过段时间", "过一段时间",
    "过阵子", "过些天", "过些日子", "过几天", "过两天", "几天后", "改天", "改日",
];
#[rustfmt::skip]
const ASK_WEAK: &[&str] = &[
    "回头", "下次", "有空", "以后", "晚点", "晚些时候", "稍后", "迟点", "明年", "后年", "下一步",
];

#[derive(Clone, Copy)]
enum Unit {
    Minutes(i64),
    Days(i64),
    Workdays,
    Months(i64),
}

const UNITS: &[(&str, Unit)] = &[
    ("分钟", Unit::Minutes(1)),
    ("个小时", Unit::Minutes(60)),
    ("小时", Unit::Minutes(60)),
    ("个钟头", Unit::Minutes(60)),
    ("钟头", Unit::Minutes(60)),
    ("个工作日", Unit::Workdays),
    ("工作日", Unit::Workdays),
    ("天", Unit::Days(1)),
    ("日", Unit::Days(1)),
    ("个星期", Unit::Days(7)),
    ("星期", Unit::Days(7)),
    ("个礼拜", Unit::Days(7)),
    ("礼拜", Unit::Days(7)),
    ("周", Unit::Days(7)),
    ("个月", Unit::Months(1)),
    ("个季度", Unit::Months(3)),
    ("年", Unit::Months(12)),
];

const HALVES: &[(&str, Unit)] = &[
    ("半个小时", Unit::Minutes(30)),
    ("半小时", Unit::Minutes(30)),
    ("半个钟头", Unit::Minutes(30)),
    ("一刻钟", Unit::Minutes(15)),
    ("半天", Unit::Minutes(240)),
    ("半个月", Unit::Days(15)),
    ("半年", Unit::Months(6)),
];

const AGO: &[&str] = &["之前", "以前", "前"];
const LATER: &[&str] = &["之后", "以后", "过后", "后", "之内", "以内", "内"];

pub(super) fn read(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    if matches!(cursor.line.before(cursor.at), Some('每' | '逢')) {
        return None;
    }
    let readers: [fn(&mut Cursor, &Now) -> Option<Read>; 7] = [
        named_day,
        distance,
        vague,
        week,
        month,
        year_or_quarter,
        spelled,
    ];
    for reader in readers {
        let mut ahead = *cursor;
        if let Some(read) = reader(&mut ahead, now) {
            *cursor = ahead;
            return Some(read);
        }
    }
    None
}

fn named_day(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    if cursor.eat(JUST_NOW).is_some() {
        return Some(Read::day(Day::Instant(now.instant)));
    }
    if cursor.sees(JUST) {
        cursor.at += 1;
        return Some(Read::day(Day::Instant(now.instant)));
    }
    let words: Vec<&str> = DAYS.iter().map(|d| d.0).collect();
    let (_, days, period) = DAYS[cursor.eat(&words)?];
    let read = Read::on(add_days(now.today, days))?;
    Some(Read {
        clock: Clock { time: None, period },
        ..read
    })
}

/// 三天后, 2小时前, 半个月后, 过三天, 3个工作日内
fn distance(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    let through = cursor.eat(&["再过", "过", "隔"]).is_some();
    let halves: Vec<&str> = HALVES.iter().map(|h| h.0).collect();
    let (count, unit) = match cursor.eat(&halves) {
        Some(i) => (1, HALVES[i].1),
        None => {
            if !numbers::can_start(cursor.line, cursor.at) {
                return None;
            }
            let count = cursor.int(1, 9_999)?;
            cursor.blanks();
            let units: Vec<&str> = UNITS.iter().map(|u| u.0).collect();
            (count, UNITS[cursor.eat(&units)?].1)
        }
    };
    if through && count == 2 && matches!(unit, Unit::Days(1)) {
        return Some(Read::day(Day::Ask)); // 过两天: "in a few days"
    }
    let past = !through && cursor.eat(AGO).is_some();
    if !past && cursor.eat(LATER).is_none() && !through {
        return None;
    }
    let n = if past { -count } else { count };
    match unit {
        Unit::Minutes(each) => {
            let moved = Duration::try_minutes(n * each)?;
            let read = Read::day(Day::Instant(now.instant.checked_add_signed(moved)?));
            Some(if past { read } else { read.weak() })
        }
        Unit::Days(each) => Read::on(add_days(now.today, n * each)),
        Unit::Workdays if past => None,
        Unit::Workdays => Read::on(add_workdays(now.today, n)),
        Unit::Months(each) => Read::on(add_months(now.today, n * each)),
    }
}

fn vague(cursor: &mut Cursor, _: &Now) -> Option<Read> {
    let counted =
        |c: char| c.is_ascii_digit() || "一二两三四五六七八九十几半多去今往当".contains(c);
    if cursor.line.before(cursor.at).is_some_and(counted) {
        return None; // 三年前, 去年前
    }
    if cursor.eat(ASK).is_some() {
        return Some(Read::day(Day::Ask));
    }
    // 明年3月 and 明年底 name more than the year.
    let mut ahead = *cursor;
    let which = ahead.eat(ASK_WEAK)?;
    let year = ASK_WEAK[which].ends_with('年');
    if year && (ahead.sees(&["底", "年底", "末"]) || ahead.int(1, 12).is_some()) {
        return None;
    }
    *cursor = ahead;
    Some(Read::day(Day::Ask).weak())
}

fn week(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    const NEAR: &[(&str, i64)] = &[
        ("下下个", 2),
        ("下下", 2),
        ("上上个", -2),
        ("上上", -2),
        ("下个", 1),
        ("下", 1),
        ("上个", -1),
        ("上", -1),
        ("这个", 0),
        ("这", 0),
        ("本", 0),
    ];
    if cursor.eat(&["周末"]).is_some() {
        return Some(Read::day(Day::Weekday(Weekday::Sat)));
    }
    let words: Vec<&str> = NEAR.iter().map(|n| n.0).collect();
    let weeks = cursor.eat(&words).map(|i| NEAR[i].1);
    cursor.eat(WEEK)?;
    let after_week = *cursor;
    if let Some(day) = weekday(cursor) {
        let longer = cursor
            .peek()
            .is_some_and(|c| c.is_ascii_digit() || "十百千万".contains(c));
        if longer || cursor.sees(&["次", "遍", "家", "岁", "报"]) {
            return None; // 周三次: three times a week
        }
        return match weeks {
            Some(weeks) => Read::on(in_week(now.today, weeks, day)),
            None => Some(Read::day(Day::Weekday(day))),
        };
    }
    *cursor = after_week;
    let weeks = weeks?;
    if cursor.eat(&["末"]).is_some() {
        return Read::on(in_week(now.today, weeks, Weekday::Sat));
    }
    if cursor.eat(&["之内", "以内", "内"]).is_some() {
        return Read::on(in_week(now.today, weeks, Weekday::Fri).map(|d| d.max(now.today)))
            .map(Read::bound);
    }
    // A week without a day: its Monday ahead (early is not late), the same day when behind.
    match weeks {
        1.. => Read::on(in_week(now.today, weeks, Weekday::Mon)),
        0 => {
            Read::on(in_week(now.today, 0, Weekday::Fri).map(|d| d.max(now.today))).map(Read::weak)
        }
        _ => Read::on(add_days(now.today, weeks * 7)),
    }
}

fn month(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    const NEAR: &[(&str, i64)] = &[
        ("下下个月", 2),
        ("下个月", 1),
        ("下月", 1),
        ("上个月", -1),
        ("上月", -1),
        ("这个月", 0),
        ("本月", 0),
        ("当月", 0),
        ("月", 0),
    ];
    const LATE: &[&str] = &["底", "末", "之内", "以内", "内"];
    let words: Vec<&str> = NEAR.iter().map(|n| n.0).collect();
    let (word, months) = NEAR[cursor.eat(&words)?];
    let bare = word == "月";
    if bare
        && cursor
            .line
            .before(cursor.at - 1)
            .is_some_and(|c| c == '个' || c.is_numeric())
    {
        return None;
    }
    if let Some(late) = cursor.eat(LATE) {
        let read = Read::on(month_end(now.today, months))?;
        return Some(if late > 1 { read.bound() } else { read });
    }
    let part = match cursor.eat(&["初", "上旬", "中旬", "中", "下旬"]) {
        Some(0 | 1) => Some(1),
        Some(2 | 3) => Some(15),
        Some(_) => Some(21),
        None => None,
    };
    match part {
        Some(day) if bare => return Some(Read::day(Day::Numbered(day))),
        Some(day) => return Read::on(day_in_month(now.today, months, day)),
        None if bare => return None,
        None => {}
    }
    cursor.eat(&["的"]);
    let whole_month = *cursor;
    if let Some(day) = cursor.int(1, 99) {
        if cursor.eat(&["号", "日"]).is_some() {
            let day = day_in_month(now.today, months, day as u32);
            return Some(Read::day(day.map_or(Day::Impossible, Day::On)));
        }
        *cursor = whole_month;
    }
    match months {
        1.. => Read::on(day_in_month(now.today, months, 1)),
        0 => None,
        _ => Read::on(add_months(now.today, months)),
    }
}

fn year_or_quarter(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    const QUARTERS: &[(&str, i64)] = &[
        ("下个季度末", 1),
        ("下季度末", 1),
        ("下季末", 1),
        ("这个季度末", 0),
        ("本季度末", 0),
        ("季度末", 0),
        ("季末", 0),
        ("本季度内", 0),
        ("季度内", 0),
    ];
    const YEARS: &[(&str, i32)] = &[
        ("明年年底", 1),
        ("明年底", 1),
        ("今年年底", 0),
        ("今年底", 0),
        ("年底", 0),
        ("年末", 0),
        ("年内", 0),
    ];
    let words: Vec<&str> = QUARTERS.iter().map(|q| q.0).collect();
    if let Some(i) = cursor.eat(&words) {
        return Read::on(quarter_end(now.today, QUARTERS[i].1));
    }
    let counted = |c: char| c.is_ascii_digit() || "去前一二两三四五六七八九十几".contains(c);
    let words: Vec<&str> = YEARS.iter().map(|y| y.0).collect();
    let start = cursor.at;
    if let Some(i) = cursor
        .eat(&words)
        .filter(|_| !cursor.line.before(start).is_some_and(counted))
    {
        return Read::on(year_end(now.today, YEARS[i].1));
    }
    cursor.at = start;
    let years = match cursor.eat(&["今年", "明年", "后年", "去年", "前年"])? {
        n @ 0..=2 => n as i32,
        n => 2 - n as i32,
    };
    let year = chrono::Datelike::year(&now.today).checked_add(years)?;
    month_day_han(cursor, now, Some(year))
}

/// 十二月三日, 五号 in Han numerals; figures are read before.
fn spelled(cursor: &mut Cursor, now: &Now) -> Option<Read> {
    if cursor.peek().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    if cursor.eat(&["元旦"]).is_some() {
        return Some(dated(None, 1, 1).weak());
    }
    super::figures::read(cursor, now)
}
