//! Numbers as people type them: 12, １２, 86,000, 1.5, 十二, 二十, 两, 二百五. Without units: what a
//! number counts is decided by whoever reads on (minutes, amounts, dates).

use super::text::{Cursor, Line};

/// `mantissa / 10^scale`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Number {
    pub mantissa: i64,
    pub scale: u32,
    pub han: bool,
}

impl Number {
    pub fn whole(self) -> Option<i64> {
        (self.scale == 0).then_some(self.mantissa)
    }

    /// `self × factor`, rounded down; `None` when it does not fit.
    pub fn times(self, factor: i64) -> Option<i64> {
        let whole = i128::from(self.mantissa) * i128::from(factor) / 10_i128.pow(self.scale);
        i64::try_from(whole).ok()
    }
}

const WORDS: &[(&str, i64)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("ninety", 90),
    ("a", 1),
    ("an", 1),
];

impl Cursor<'_> {
    pub fn number(&mut self) -> Option<Number> {
        let (number, end) = digits(self.line, self.at).or_else(|| han(self.line, self.at))?;
        self.at = end;
        Some(number)
    }

    /// A whole number between `low` and `high`.
    pub fn int(&mut self, low: i64, high: i64) -> Option<i64> {
        let mut ahead = *self;
        let n = ahead
            .number()?
            .whole()
            .filter(|n| (low..=high).contains(n))?;
        *self = ahead;
        Some(n)
    }

    /// Digits or a written English number, after blanks.
    pub fn count(&mut self) -> Option<i64> {
        let mut ahead = *self;
        ahead.blanks();
        let n = match ahead.int(0, 9_999) {
            Some(n) => n,
            None => {
                let words: Vec<&str> = WORDS.iter().map(|(w, _)| *w).collect();
                WORDS[ahead.word(&words)?].1
            }
        };
        *self = ahead;
        Some(n)
    }
}

/// Whether a number can start here: not in the middle of another one or of a word.
pub(super) fn can_start(line: &Line, at: usize) -> bool {
    let Some(before) = line.before(at) else {
        return true;
    };
    match line.at(at) {
        Some(c) if c.is_ascii_digit() => {
            !before.is_ascii_alphanumeric() && !split(line, at, before)
        }
        Some(c) => {
            digit_of(c).is_none() || (digit_of(before).is_none() && unit_of(before).is_none())
        }
        None => false,
    }
}

fn split(line: &Line, at: usize, before: char) -> bool {
    matches!(before, '.' | ',' | ':' | '/' | '-')
        && at >= 2
        && line.at(at - 2).is_some_and(|c| c.is_ascii_digit())
}

fn digits(line: &Line, at: usize) -> Option<(Number, usize)> {
    let digit = |i: usize| line.at(i).and_then(|c| c.to_digit(10));
    let (mut mantissa, mut scale, mut i) = (i64::from(digit(at)?), 0, at + 1);
    let mut since_comma: Option<u32> = None;
    let mut point = false;
    loop {
        if let Some(d) = digit(i) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(d))?;
            if mantissa > 999_999_999_999_999 {
                return None;
            }
            scale += u32::from(point);
            since_comma = since_comma.map(|n| n + 1);
            i += 1;
            continue;
        }
        let group = (1..=3).all(|k| digit(i + k).is_some()) && digit(i + 4).is_none();
        match line.at(i) {
            Some(',') if !point && group && since_comma.unwrap_or(3) == 3 => since_comma = Some(0),
            Some('.') if !point && digit(i + 1).is_some() => point = true,
            _ => break,
        }
        i += 1;
    }
    Some((
        Number {
            mantissa,
            scale,
            han: false,
        },
        i,
    ))
}

/// Han numerals below ten thousand: 十二 = 12, 两百五 = 250, 二〇二六 = 2026.
fn han(line: &Line, at: usize) -> Option<(Number, usize)> {
    let (mut total, mut last, mut unit, mut i) = (0_i64, None::<i64>, 0_i64, at);
    let mut run = 0;
    while let Some(c) = line.at(i) {
        if let Some(d) = digit_of(c) {
            last = Some(match last {
                Some(so_far) if run > 0 => so_far * 10 + d,
                _ => d,
            });
            run += 1;
            if run > 4 {
                return None;
            }
        } else if let Some(u) = unit_of(c) {
            if run > 1 || (unit != 0 && u >= unit) || (last.is_none() && u != 10) {
                return None;
            }
            total += last.take().filter(|&d| d != 0).unwrap_or(1) * u;
            (unit, run) = (u, 0);
        } else {
            break;
        }
        i += 1;
    }
    if i == at {
        return None;
    }
    let after_zero = i >= at + 2 && matches!(line.at(i - 2), Some('零' | '〇'));
    let rest = last.unwrap_or(0);
    total += if unit >= 100 && run == 1 && !after_zero {
        rest * unit / 10
    } else {
        rest
    };
    Some((
        Number {
            mantissa: total,
            scale: 0,
            han: true,
        },
        i,
    ))
}

fn digit_of(c: char) -> Option<i64> {
    "零一二三四五六七八九"
        .chars()
        .position(|d| d == c)
        .map(|d| d as i64)
        .or(match c {
            '〇' => Some(0),
            '两' => Some(2),
            _ => None,
        })
}

fn unit_of(c: char) -> Option<i64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        _ => None,
    }
}
