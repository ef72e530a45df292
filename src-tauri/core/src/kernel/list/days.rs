//! Filters on days, by words that mean the same tomorrow: a period around today, or between two days.

use chrono::{Datelike, NaiveDate};

use crate::kernel::read::Read;
use crate::kernel::time::plus_days;

/// How a column holds its time.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// A calendar day, "2026-11-21".
    Day,
    /// An instant, milliseconds UTC.
    Instant,
    /// The stamp a row was made with: milliseconds UTC and a counter of 16 bits.
    Stamp,
}

/// From the first day to the last, both included; open where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span(Option<NaiveDate>, Option<NaiveDate>);

/// The days that a filter asks for: `today`, `week` (Monday to Sunday), `month`, `planned` (from today
/// on), `late` (before today), `older:14` (more than so many days ago), `2026-11-01..2026-11-30` (either
/// end may be open). `None`: not a word of these.
pub(super) fn span(word: &str, today: NaiveDate) -> Option<Span> {
    let between = |from, to| Some(Span(Some(from), Some(to)));
    match word {
        "today" => return between(today, today),
        "week" => {
            let monday = plus_days(today, -i64::from(today.weekday().num_days_from_monday()));
            return between(monday, plus_days(monday, 6));
        }
        "month" => {
            let first = today.with_day(1)?;
            return between(first, plus_days(plus_days(first, 31).with_day(1)?, -1));
        }
        "planned" => return Some(Span(Some(today), None)),
        "late" => return Some(Span(None, Some(plus_days(today, -1)))),
        _ => {}
    }
    if let Some(days) = word.strip_prefix("older:") {
        let days: u16 = days.parse().ok()?;
        return Some(Span(None, Some(plus_days(today, -i64::from(days) - 1))));
    }
    let (from, to) = word.split_once("..")?;
    let day = |typed: &str| match typed {
        "" => Some(None),
        _ => typed.parse().ok().map(Some),
    };
    let span = Span(day(from)?, day(to)?);
    (span != Span(None, None)).then_some(span)
}

/// The condition that `column` lies in the period of this name; `None`: not a word of these.
pub fn period(read: &Read<'_>, column: &str, holds: Holds, word: &str) -> Option<String> {
    span(word, read.today()).map(|span| within(read, column, holds, span))
}

/// The condition that `column` lies in the span.
pub(super) fn within(read: &Read<'_>, column: &str, holds: Holds, Span(from, to): Span) -> String {
    let bound = |day: NaiveDate| match holds {
        Holds::Day => format!("'{day}'"),
        Holds::Instant => read.zone.midnight(day).to_string(),
        Holds::Stamp => (read.zone.midnight(day) << 16).to_string(),
    };
    let from = from.map(|day| format!("{column} >= {}", bound(day)));
    let to = to.map(|day| format!("{column} < {}", bound(plus_days(day, 1))));
    let both: Vec<String> = from.into_iter().chain(to).collect();
    format!("({})", both.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::{Span, span};

    fn days(word: &str, today: &str) -> Option<(String, String)> {
        let say = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| day.to_string());
        let Span(from, to) = span(word, today.parse().expect("a day"))?;
        Some((say(from), say(to)))
    }

    fn both(from: &str, to: &str) -> Option<(String, String)> {
        Some((from.to_owned(), to.to_owned()))
    }

    #[test]
    fn a_period_is_named_by_a_word() {
        let sunday = "2026-11-22";
        assert_eq!(days("today", sunday), both(sunday, sunday));
        assert_eq!(days("week", sunday), both("2026-11-16", "2026-11-22"));
        assert_eq!(
            days("month", "2026-12-31"),
            both("2026-12-01", "2026-12-31")
        );
        assert_eq!(
            days("month", "2028-02-01"),
            both("2028-02-01", "2028-02-29")
        );
        assert_eq!(days("planned", sunday), both(sunday, ""));
        assert_eq!(days("late", sunday), both("", "2026-11-21"));
        assert_eq!(days("older:14", sunday), both("", "2026-11-07"));
        assert_eq!(days("older:0", sunday), days("late", sunday));
    }

    #[test]
    fn two_days_may_be_open_at_one_end_and_nothing_else_is_a_period() {
        let today = "2026-11-22";
        assert_eq!(
            days("2026-01-01..2026-02-01", today),
            both("2026-01-01", "2026-02-01")
        );
        assert_eq!(days("2026-01-01..", today), both("2026-01-01", ""));
        assert_eq!(days("..2026-02-01", today), both("", "2026-02-01"));
        for word in [
            "",
            "..",
            "yesterday",
            "older:",
            "older:-1",
            "older:99999",
            "2026-13-01..",
            "1..2",
        ] {
            assert_eq!(days(word, today), None, "{word}");
        }
    }
}
