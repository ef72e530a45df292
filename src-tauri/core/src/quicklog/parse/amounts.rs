//! Sums of money: 3万, 3万5, 30万元, ¥86,000, USD 5000, 1.5m, 50k. A number needs a currency or a large
//! unit to be money, and 3万用户 counts users. Which deal it belongs to is the use-case's question.

use std::ops::Range;

use super::numbers;
use super::text::{Claims, Cursor, Line, is_han};
use super::types::AmountRead;

const SIGNS: &[(&str, &str)] = &[
    ("hk$", "HKD"),
    ("us$", "USD"),
    ("nt$", "TWD"),
    ("a$", "AUD"),
    ("s$", "SGD"),
    ("$", "USD"),
    ("¥", "CNY"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("人民币", "CNY"),
];
const CODES: &[(&str, &str)] = &[
    ("rmb", "CNY"),
    ("cny", "CNY"),
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("hkd", "HKD"),
    ("jpy", "JPY"),
    ("krw", "KRW"),
    ("twd", "TWD"),
    ("sgd", "SGD"),
    ("aud", "AUD"),
    ("dollars", "USD"),
    ("dollar", "USD"),
    ("bucks", "USD"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("pounds", "GBP"),
    ("yuan", "CNY"),
    ("kuai", "CNY"),
    ("yen", "JPY"),
];
const NAMES: &[(&str, &str)] = &[
    ("美元", "USD"),
    ("美金", "USD"),
    ("港币", "HKD"),
    ("港元", "HKD"),
    ("欧元", "EUR"),
    ("英镑", "GBP"),
    ("日元", "JPY"),
    ("韩元", "KRW"),
    ("台币", "TWD"),
    ("新台币", "TWD"),
    ("新币", "SGD"),
    ("人民币", "CNY"),
    ("元人民币", "CNY"),
    ("块钱", "CNY"),
    ("块", "CNY"),
    ("元", "CNY"),
];
/// Without a fraction: one minor unit is one whole.
const WHOLE: &[&str] = &["JPY", "KRW"];

const UNITS_ZH: &[(&str, i64)] = &[
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
    ("百", 100),
];
const UNITS_EN: &[(&str, i64)] = &[
    ("million", 1_000_000),
    ("mio", 1_000_000),
    ("mn", 1_000_000),
    ("m", 1_000_000),
    ("thousand", 1_000),
    ("grand", 1_000),
    ("k", 1_000),
    ("w", 10_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
];

/// What makes 3万 a count.
#[rustfmt::skip]
const COUNTED: &[&str] = &[
    "人", "台", "个", "位", "名", "家", "次", "条", "户", "字", "公里", "套", "吨", "平", "粉丝",
    "用户", "客户", "学生", "员工", "亩", "辆", "行", "件", "份", "张", "单", "米", "册", "箱",
    "瓶", "只", "支", "片", "颗", "倍", "步", "点", "座", "席", "间", "股", "会员", "门店", "数据",
    "视频", "显示", "屏", "像素", "分", "小时", "天", "年", "users", "people", "customers", "rows",
    "records", "units", "followers", "employees", "downloads", "leads", "seats", "subscribers",
    "contacts", "words", "views", "visits", "times", "items", "pieces", "stores", "members",
    "orders", "video", "screen", "monitor", "steps", "km", "run", "students", "calls", "emails",
    "devices", "licenses",
];

/// The first sum of the line.
pub(super) fn find(line: &Line, claims: &Claims) -> Option<(Range<usize>, AmountRead)> {
    (0..line.len()).find_map(|at| {
        let (amount, end) = read(line, at)?;
        claims.free(at..end).then_some((at..end, amount))
    })
}

fn read(line: &Line, at: usize) -> Option<(AmountRead, usize)> {
    let mut cursor = Cursor::new(line, at);
    let before = prefix(&mut cursor);
    if before.is_some() {
        cursor.blanks();
    }
    if before.is_none() && (!numbers::can_start(line, cursor.at) || !line.starts_word(at)) {
        return None;
    }
    let (hundredths, large) = value(&mut cursor)?;
    cursor.eat(&["多"]);
    let after = suffix(&mut cursor);
    if before.is_none() && after.is_none() && (!large || counted(&cursor)) {
        return None;
    }
    let currency = after.or(before);
    let whole = currency.is_some_and(|c| WHOLE.contains(&c));
    let minor = if whole { hundredths / 100 } else { hundredths };
    let end = cursor.at;
    if minor <= 0 || (!line.ends_word(end) && !line.at(end).is_some_and(is_han)) {
        return None;
    }
    Some((
        AmountRead {
            minor,
            currency: currency.map(str::to_owned),
        },
        end,
    ))
}

fn prefix(cursor: &mut Cursor) -> Option<&'static str> {
    let signs: Vec<&str> = SIGNS.iter().map(|s| s.0).collect();
    if cursor.line.starts_word(cursor.at)
        && let Some(i) = cursor.eat(&signs)
    {
        return Some(SIGNS[i].1);
    }
    if !cursor.line.starts_word(cursor.at) {
        return None;
    }
    let mut ahead = *cursor;
    let codes: Vec<&str> = CODES.iter().map(|c| c.0).collect();
    let which = ahead.eat(&codes)?;
    let figure = ahead
        .line
        .at(ahead.line.skip_blanks(ahead.at))
        .is_some_and(|c| c.is_ascii_digit());
    if !figure {
        return None;
    }
    *cursor = ahead;
    Some(CODES[which].1)
}

fn suffix(cursor: &mut Cursor) -> Option<&'static str> {
    let mut ahead = *cursor;
    ahead.blanks();
    let names: Vec<&str> = NAMES.iter().map(|n| n.0).collect();
    if let Some(i) = ahead.eat(&names) {
        if ahead.sees(&["旦", "素", "件", "宵", "老", "头", "板"]) {
            return None;
        }
        *cursor = ahead;
        return Some(NAMES[i].1);
    }
    let codes: Vec<&str> = CODES.iter().map(|c| c.0).collect();
    let end = codes.iter().enumerate().find_map(|(i, code)| {
        let end = ahead.line.prefix(ahead.at, code)?;
        ahead.line.ends_word(end).then_some((i, end))
    })?;
    cursor.at = end.1;
    Some(CODES[end.0].1)
}

/// In hundredths, and whether a large unit (万, k, million) was said.
fn value(cursor: &mut Cursor) -> Option<(i64, bool)> {
    let start = cursor.at;
    let number = cursor.number()?;
    let lone_one = number.han && cursor.at == start + 1; // 一块 is "together"
    let units: Vec<&str> = UNITS_ZH.iter().map(|u| u.0).collect();
    let mut ahead = *cursor;
    ahead.blanks();
    if let Some(i) = ahead.eat(&units) {
        *cursor = ahead;
        return han(
            cursor,
            number.times(UNITS_ZH[i].1.checked_mul(100)?)?,
            UNITS_ZH[i].1,
        );
    }
    let english = if number.han {
        None
    } else {
        english_unit(cursor)
    };
    if let Some(unit) = english {
        return Some((number.times(unit.checked_mul(100)?)?, true));
    }
    if lone_one && cursor.sees(&["块", "元"]) {
        return None;
    }
    Some((number.times(100)?, false))
}

/// What follows the first unit: 3万5, 3万5千, 1亿2千万.
fn han(cursor: &mut Cursor, hundredths: i64, unit: i64) -> Option<(i64, bool)> {
    let (mut total, mut unit, large) = (hundredths, unit, unit >= 10_000);
    let units: Vec<&str> = UNITS_ZH.iter().map(|u| u.0).collect();
    loop {
        let mut ahead = *cursor;
        let start = ahead.at;
        let Some(number) = ahead.number().and_then(|n| n.whole()) else {
            break;
        };
        match ahead.eat(&units).map(|i| UNITS_ZH[i].1) {
            Some(smaller) if smaller < unit => {
                total = total.checked_add(number.checked_mul(smaller)?.checked_mul(100)?)?;
                unit = smaller;
            }
            Some(_) => break,
            None if ahead.at == start + 1 && number > 0 => {
                total = total.checked_add(number.checked_mul(unit)?.checked_mul(10)?)?;
                *cursor = ahead;
                break;
            }
            None if number < unit => {
                total = total.checked_add(number.checked_mul(100)?)?;
                *cursor = ahead;
                break;
            }
            None => break,
        }
        *cursor = ahead;
    }
    Some((total, large))
}

/// 50k stands together; 3 million may stand apart.
fn english_unit(cursor: &mut Cursor) -> Option<i64> {
    let at = cursor.line.skip_blanks(cursor.at);
    let apart = at > cursor.at;
    let (unit, end) = UNITS_EN.iter().find_map(|(word, unit)| {
        let end = cursor.line.prefix(at, word)?;
        let fits = cursor.line.ends_word(end) && (!apart || word.len() > 2);
        fits.then_some((*unit, end))
    })?;
    cursor.at = end;
    Some(unit)
}

fn counted(cursor: &Cursor) -> bool {
    let at = cursor.line.skip_blanks(cursor.at);
    COUNTED.iter().any(|w| cursor.line.word(at, w).is_some())
}
