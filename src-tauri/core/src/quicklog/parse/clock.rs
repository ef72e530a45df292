//! Time of day: 下午三点半, 15:30, 3pm, noon. Only the clock; which day it belongs to is read in
//! `dates`.

use chrono::NaiveTime;

use super::text::Cursor;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Period {
    Night,
    Morning,
    Noon,
    Afternoon,
    Evening,
}

/// A time, or only a part of the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Clock {
    pub time: Option<NaiveTime>,
    pub period: Option<Period>,
}

pub(super) const PERIODS_ZH: &[(&str, Period)] = &[
    ("凌晨", Period::Night),
    ("清晨", Period::Morning),
    ("早上", Period::Morning),
    ("早晨", Period::Morning),
    ("一早", Period::Morning),
    ("上午", Period::Morning),
    ("中午", Period::Noon),
    ("下午", Period::Afternoon),
    ("午后", Period::Afternoon),
    ("傍晚", Period::Evening),
    ("晚上", Period::Evening),
    ("夜里", Period::Evening),
    ("早", Period::Morning),
    ("晚", Period::Evening),
];

pub(super) const PERIODS_EN: &[(&str, Period)] = &[
    ("morning", Period::Morning),
    ("noon", Period::Noon),
    ("lunchtime", Period::Noon),
    ("afternoon", Period::Afternoon),
    ("evening", Period::Evening),
    ("night", Period::Evening),
];

impl Period {
    /// First and last hour (exclusive) of this part of the day.
    pub fn hours(self) -> (u32, u32) {
        match self {
            Period::Night => (0, 6),
            Period::Morning => (6, 12),
            Period::Noon => (11, 14),
            Period::Afternoon => (12, 18),
            Period::Evening => (18, 24),
        }
    }
}

/// What a clock must have to count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// A day was just read: 三点 is a time.
    AfterDay,
    /// Nothing before it: 三点 may be three points, so a part of the day, a colon or am/pm is needed.
    Alone,
}

impl Cursor<'_> {
    /// `said` is the part of the day that came with the day: 昨晚 makes 八点 20:00.
    pub fn clock(&mut self, strictness: Strictness, said: Option<Period>) -> Option<Clock> {
        let mut ahead = *self;
        ahead.blanks();
        let clock = ahead
            .clock_zh(strictness, said)
            .or_else(|| ahead.clock_en(strictness, said))?;
        *self = ahead;
        Some(clock)
    }

    fn clock_zh(&mut self, strictness: Strictness, said: Option<Period>) -> Option<Clock> {
        let mut ahead = *self;
        let words: Vec<&str> = PERIODS_ZH.iter().map(|(w, _)| *w).collect();
        // A lone 早 or 晚 is too short to mean a part of the day by itself.
        let period = ahead.eat(&words).map(|i| PERIODS_ZH[i]);
        let after_period = ahead;
        ahead.blanks();
        let loose = strictness == Strictness::AfterDay || period.is_some();
        if let Some(time) = ahead.hour_zh(period.map(|p| p.1).or(said), loose) {
            *self = ahead;
            return Some(Clock {
                time: Some(time),
                period: period.map(|p| p.1),
            });
        }
        let (word, period) = period?;
        let short = word.chars().count() == 1;
        if (short && strictness == Strictness::Alone) || after_period.sees(&["好", "安"]) {
            return None;
        }
        *self = after_period;
        Some(Clock {
            time: None,
            period: Some(period),
        })
    }

    fn hour_zh(&mut self, period: Option<Period>, loose: bool) -> Option<NaiveTime> {
        let mut ahead = *self;
        let padded = ahead.peek() == Some('0');
        let hour = ahead.int(0, 24)?;
        let colon = ahead.eat(&[":"]).is_some();
        if colon {
            let minute = ahead.two_digits()?;
            if ahead.sees(&[":"]) {
                ahead.eat(&[":"]);
                ahead.two_digits()?;
            }
            let mut suffix = ahead;
            suffix.blanks();
            if suffix.meridiem(hour).is_some() {
                return None; // 3:30 pm is read by the other hand
            }
            *self = ahead;
            return at(hour, minute, period, padded);
        }
        if !loose {
            return None;
        }
        let dot = ahead.eat(&["点钟", "点整", "点", "时"])?;
        if dot == 3 && ahead.sees(&["间", "候", "段", "期", "长"]) {
            return None;
        }
        if dot == 2 && ahead.sees(&["建议", "意见", "要求", "问题", "反馈", "钱"]) {
            return None;
        }
        let minute = match ahead.eat(&["半", "一刻", "三刻", "零", "过"]) {
            Some(0) => 30,
            Some(1) => 15,
            Some(2) => 45,
            _ => ahead.minutes_past().unwrap_or(0),
        };
        *self = ahead;
        at(hour, minute, period, padded)
    }

    fn minutes_past(&mut self) -> Option<i64> {
        let mut ahead = *self;
        let minute = ahead.int(0, 59)?;
        let said = ahead.eat(&["分钟", "分"]);
        if said == Some(0)
            || (said.is_none() && ahead.sees(&["个", "万", "人", "天", "次", "小时"]))
        {
            return None; // 三点 20分钟: the call lasted that long
        }
        *self = ahead;
        Some(minute)
    }

    fn clock_en(&mut self, strictness: Strictness, said: Option<Period>) -> Option<Clock> {
        let mut ahead = *self;
        let day_said = strictness == Strictness::AfterDay;
        let at_said = ahead.word(&["at", "@"]).is_some();
        ahead.blanks();
        if let Some(which) = ahead.word(&["noon", "midday", "midnight"]) {
            if which == 2 || !(day_said || at_said) {
                return None;
            }
            *self = ahead;
            return Some(Clock {
                time: at(12, 0, None, false),
                period: Some(Period::Noon),
            });
        }
        if day_said && !at_said {
            let words: Vec<&str> = PERIODS_EN.iter().map(|(w, _)| *w).collect();
            let mut part = ahead;
            part.word(&["in the"]);
            if let Some(i) = part.word(&words) {
                *self = part;
                let period = Some(PERIODS_EN[i].1);
                let time = part.clock_en(strictness, period).and_then(|c| c.time);
                *self = part;
                return Some(Clock { time, period });
            }
        }
        if !self.line.starts_word(ahead.at) {
            return None;
        }
        let padded = ahead.peek() == Some('0');
        let hour = ahead.int(0, 24)?;
        let colon = ahead.eat(&[":"]).is_some();
        let minute = if colon { ahead.two_digits()? } else { 0 };
        let mut suffix = ahead;
        suffix.blanks();
        let late = suffix.meridiem(hour);
        if late.is_some() {
            ahead = suffix;
        } else if ahead.word(&["o'clock"]).is_none() && !colon {
            let ends = ahead.line.breaks(ahead.at) || ahead.peek().is_some_and(|c| c == ' ');
            let unit = ahead.line.skip_blanks(ahead.at);
            let counted = Cursor::new(ahead.line, unit).sees(&["min", "hour", "hr", "day", "week"]);
            if !at_said || !ends || counted {
                return None;
            }
        }
        if !self.line.ends_word(ahead.at) {
            return None;
        }
        *self = ahead;
        let period = late.map(|late| {
            if late {
                Period::Afternoon
            } else {
                Period::Morning
            }
        });
        let time = match late {
            Some(true) => NaiveTime::from_hms_opt((hour % 12 + 12) as u32, minute as u32, 0),
            Some(false) => NaiveTime::from_hms_opt((hour % 12) as u32, minute as u32, 0),
            None => at(hour, minute, said, padded),
        };
        time.map(|time| Clock {
            time: Some(time),
            period,
        })
    }

    /// am → false, pm → true
    fn meridiem(&mut self, hour: i64) -> Option<bool> {
        let mut ahead = *self;
        let which = ahead.eat(&["a.m.", "a.m", "am", "p.m.", "p.m", "pm"])?;
        let fits = (1..=12).contains(&hour) && ahead.line.ends_word(ahead.at);
        *self = if fits { ahead } else { *self };
        fits.then_some(which >= 3)
    }

    fn two_digits(&mut self) -> Option<i64> {
        let start = self.at;
        let minute = self.int(0, 59)?;
        (self.at == start + 2).then_some(minute)
    }
}

/// Without a part of the day, 1 to 6 o'clock are meant after noon unless written 03:00.
fn at(hour: i64, minute: i64, period: Option<Period>, padded: bool) -> Option<NaiveTime> {
    let hour = match (period, hour) {
        (Some(Period::Afternoon), 1..=11) => hour + 12,
        (Some(Period::Evening), 5..=11) => hour + 12,
        (Some(Period::Evening), 12 | 24) => return NaiveTime::from_hms_opt(23, 59, 0),
        (Some(Period::Noon), 1..=3) => hour + 12,
        (Some(Period::Night), 12) => 0,
        (None, 1..=6) if !padded => hour + 12,
        _ => hour,
    };
    NaiveTime::from_hms_opt(u32::try_from(hour).ok()?, u32::try_from(minute).ok()?, 0)
}
