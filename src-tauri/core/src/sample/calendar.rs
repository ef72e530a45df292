//! Days of the sample, counted back from today in the workspace's zone. Work happens on weekdays and
//! never later than yesterday, so that nothing stands in the future.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use crate::kernel::Read;
use crate::kernel::time::{Zone, plus_days};

pub struct Calendar {
    zone: Zone,
    today: NaiveDate,
}

impl Calendar {
    pub fn of(read: &Read<'_>) -> Self {
        Calendar {
            zone: read.zone,
            today: read.today(),
        }
    }

    /// The day so many days ago; a negative count is to come.
    pub fn day(&self, ago: i64) -> NaiveDate {
        plus_days(self.today, -ago)
    }

    pub fn instant(&self, ago: i64, time: NaiveTime) -> i64 {
        self.zone.instant(self.day(ago).and_time(time))
    }

    pub fn is_weekday(&self, ago: i64) -> bool {
        !matches!(self.day(ago).weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// The nearest weekday, counted in days ago, at least one. Later days never come out earlier.
    pub fn worked(&self, ago: i64) -> i64 {
        match self.day(ago).weekday() {
            Weekday::Sat => ago + 1,
            Weekday::Sun if ago > 1 => ago - 1,
            Weekday::Sun => ago + 2,
            _ => ago,
        }
    }

    /// A promised day, in days from today: weekends move away from today.
    pub fn promised(&self, ahead: i64) -> i64 {
        match (self.day(-ahead).weekday(), ahead.signum()) {
            (Weekday::Sat, 1) => ahead + 2,
            (Weekday::Sun, 1) => ahead + 1,
            (Weekday::Sat, -1) => ahead - 1,
            (Weekday::Sun, -1) => ahead - 2,
            _ => ahead,
        }
    }
}

/// A time of day.
pub fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}
