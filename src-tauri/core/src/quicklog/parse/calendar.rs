//! Day arithmetic in the workspace's zone: weeks that start on Monday, month ends, the coming and
//! the last such day, local time to an instant. Reads no words and no system clock.

use chrono::{
    DateTime, Datelike, Days, Duration, Months, NaiveDate, NaiveTime, TimeZone, Timelike, Utc,
    Weekday,
};
use chrono_tz::Tz;

#[derive(Clone, Copy)]
pub(super) struct Now {
    pub instant: DateTime<Utc>,
    pub zone: Tz,
    pub today: NaiveDate,
    pub time: NaiveTime,
}

impl Now {
    pub fn new(instant: DateTime<Utc>, zone: Tz) -> Self {
        let local = instant.with_timezone(&zone);
        Now {
            instant,
            zone,
            today: local.date_naive(),
            time: local.time(),
        }
    }

    pub fn instant_of(&self, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        let wall = day.and_time(time);
        // Clocks that jump forward skip an hour: what was said inside it is meant an hour later.
        [wall, wall + Duration::hours(1), wall + Duration::hours(2)]
            .iter()
            .find_map(|wall| self.zone.from_local_datetime(wall).earliest())
            .map_or(wall.and_utc(), |local| local.with_timezone(&Utc))
    }

    pub fn noon_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant_of(day, NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default())
    }

    pub fn local(&self, instant: DateTime<Utc>) -> (NaiveDate, NaiveTime) {
        let local = instant.with_timezone(&self.zone);
        (local.date_naive(), local.time())
    }
}

pub(super) fn add_days(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    let days = Days::new(n.unsigned_abs());
    if n < 0 {
        day.checked_sub_days(days)
    } else {
        day.checked_add_days(days)
    }
}

pub(super) fn add_months(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(n.unsigned_abs()).ok()?);
    if n < 0 {
        day.checked_sub_months(months)
    } else {
        day.checked_add_months(months)
    }
}

/// Monday to Friday; public holidays are not known here.
pub(super) fn add_workdays(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    let (mut day, mut left) = (day, n.clamp(0, 400));
    while left > 0 {
        day = day.succ_opt()?;
        left -= i64::from(day.weekday().number_from_monday() <= 5);
    }
    Some(day)
}

/// `weekday` of the week `weeks` after this one.
pub(super) fn in_week(today: NaiveDate, weeks: i64, weekday: Weekday) -> Option<NaiveDate> {
    let from_monday = |w: Weekday| i64::from(w.num_days_from_monday());
    add_days(
        today,
        weeks * 7 + from_monday(weekday) - from_monday(today.weekday()),
    )
}

/// Today excluded.
pub(super) fn coming_weekday(today: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    in_week(today, 0, weekday)
        .filter(|d| *d > today)
        .or_else(|| in_week(today, 1, weekday))
}

/// Today excluded.
pub(super) fn last_weekday(today: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    in_week(today, 0, weekday)
        .filter(|d| *d < today)
        .or_else(|| in_week(today, -1, weekday))
}

/// The next such day, today included; eight years reach every 29 February.
pub(super) fn coming_month_day(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    (0..=8)
        .filter_map(|n| NaiveDate::from_ymd_opt(today.year() + n, month, day))
        .find(|d| *d >= today)
}

pub(super) fn last_month_day(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    (0..=8)
        .filter_map(|n| NaiveDate::from_ymd_opt(today.year() - n, month, day))
        .find(|d| *d <= today)
}

pub(super) fn coming_day_of_month(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    (0..=2)
        .filter_map(|n| add_months(first, n)?.with_day(day))
        .find(|d| *d >= today)
}

pub(super) fn last_day_of_month(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    (0..=2)
        .filter_map(|n| add_months(first, -n)?.with_day(day))
        .find(|d| *d <= today)
}

/// Day `day` of the month `months` after this one; `None` where it has no such day.
pub(super) fn day_in_month(today: NaiveDate, months: i64, day: u32) -> Option<NaiveDate> {
    add_months(today.with_day(1)?, months)?.with_day(day)
}

pub(super) fn month_end(today: NaiveDate, months: i64) -> Option<NaiveDate> {
    day_in_month(today, months + 1, 1)?.pred_opt()
}

pub(super) fn quarter_end(today: NaiveDate, quarters: i64) -> Option<NaiveDate> {
    let into = i64::from(today.month0() % 3);
    month_end(today, 2 - into + 3 * quarters)
}

pub(super) fn year_end(today: NaiveDate, years: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(today.year().checked_add(years)?, 12, 31)
}

pub(super) fn to_minute(time: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(time)
}
