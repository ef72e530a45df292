//! The two clocks of a turnover rule, and when they give a deal back. Pure: days in, a day out.
//!
//! A rule runs in the night that begins a day. A deal taken over on day 0 under a limit of 14 days goes back in
//! the night that begins day 14; on day 13 one day is left. Days that nobody knows never count as long ago.

use chrono::NaiveDate;

use crate::kernel::time::{days_between, plus_days};
use crate::pipeline::TurnoverClock;

/// After how many days each clock gives a deal back; `None`: that clock does not run.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub held_days: Option<i64>,
    pub silent_days: Option<i64>,
}

/// What the clocks count from.
#[derive(Debug, Clone, Copy)]
pub struct Since {
    /// When it was taken over, or a return of it was taken back; `None`: nobody knows.
    pub held: Option<NaiveDate>,
    /// When it was written down who holds it.
    pub told: NaiveDate,
    /// The last real touch.
    pub touched: Option<NaiveDate>,
    /// The last day of a granted extension.
    pub granted: Option<NaiveDate>,
}

/// In which night a deal goes back, by which clock, after how many days of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub on: NaiveDate,
    pub clock: TurnoverClock,
    pub days: i64,
}

/// The night in which a rule gives a deal back: whichever clock ends first, but not before an extension does.
pub fn due(limits: Limits, since: &Since) -> Option<Due> {
    let silent_since = match since.held {
        Some(held) => Some(since.touched.map_or(held, |touched| touched.max(held))),
        // Nobody knows when it was taken over: a touch after it was told is the first sign that it was.
        None => since.touched.filter(|touched| *touched > since.told),
    };
    let end = |from: Option<NaiveDate>, limit: Option<i64>, clock| {
        let (from, limit) = (from?, limit?);
        Some((plus_days(from, limit), from, clock))
    };
    let ends = [
        end(since.held, limits.held_days, TurnoverClock::Holding),
        end(silent_since, limits.silent_days, TurnoverClock::Silence),
    ];
    let (on, from, clock) = ends.into_iter().flatten().min_by_key(|(on, ..)| *on)?;
    let on = since
        .granted
        .map_or(on, |granted| on.max(plus_days(granted, 1)));
    Some(Due {
        on,
        clock,
        days: days_between(from, on),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Limits = Limits {
        held_days: Some(14),
        silent_days: Some(7),
    };

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
    }

    fn since(held: u32, touched: Option<u32>) -> Since {
        Since {
            held: Some(day(held)),
            told: day(held),
            touched: touched.map(day),
            granted: None,
        }
    }

    fn told(since: &Since) -> Option<(NaiveDate, TurnoverClock, i64)> {
        due(USUAL, since).map(|due| (due.on, due.clock, due.days))
    }

    #[test]
    fn whichever_clock_ends_first_gives_it_back() {
        use TurnoverClock::{Holding, Silence};
        assert_eq!(told(&since(1, None)), Some((day(8), Silence, 7)));
        assert_eq!(told(&since(1, Some(3))), Some((day(10), Silence, 7)));
        assert_eq!(told(&since(1, Some(12))), Some((day(15), Holding, 14)));
        // What was before it was taken over does not shorten the time.
        let mut early = since(10, Some(2));
        assert_eq!(told(&early), Some((day(17), Silence, 7)));
        early.granted = Some(day(20));
        assert_eq!(told(&early), Some((day(21), Silence, 11)));
        early.granted = Some(day(12));
        assert_eq!(told(&early), Some((day(17), Silence, 7)));
    }

    #[test]
    fn a_day_that_nobody_knows_never_counts_as_long_ago() {
        let mut unknown = since(10, None);
        unknown.held = None;
        assert_eq!(told(&unknown), None);
        unknown.touched = Some(day(4));
        assert_eq!(told(&unknown), None, "touched before it was told");
        unknown.touched = Some(day(12));
        let silence = (day(19), TurnoverClock::Silence, 7);
        assert_eq!(told(&unknown), Some(silence));
    }

    #[test]
    fn a_clock_that_is_not_set_does_not_run() {
        let limits = |held_days, silent_days| Limits {
            held_days,
            silent_days,
        };
        let on = |limits| due(limits, &since(1, Some(2))).map(|due| due.on);
        assert_eq!(on(limits(Some(3), None)), Some(day(4)));
        assert_eq!(on(limits(None, Some(3))), Some(day(5)));
        assert_eq!(on(limits(None, None)), None);
    }
}
