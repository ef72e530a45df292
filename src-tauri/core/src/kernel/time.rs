//! Calendar arithmetic in the workspace's own zone. "Today", "due" and "after 14 days" never use the
//! device's zone and never UTC.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// The zone in which a workspace counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(pub Tz);

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

impl Zone {
    /// The local day of an instant (milliseconds UTC).
    pub fn day(self, at_ms: i64) -> NaiveDate {
        self.local(at_ms).date()
    }

    /// The local wall clock at an instant.
    pub fn local(self, at_ms: i64) -> NaiveDateTime {
        let utc = DateTime::<Utc>::from_timestamp_millis(at_ms).unwrap_or_default();
        utc.with_timezone(&self.0).naive_local()
    }

    /// The instant of a wall-clock time, in milliseconds UTC. A time that the clock change skips
    /// counts an hour later; one that comes twice is the earlier.
    pub fn instant(self, local: NaiveDateTime) -> i64 {
        let found = self.0.from_local_datetime(&local).earliest().or_else(|| {
            self.0
                .from_local_datetime(&(local + chrono::Duration::hours(1)))
                .earliest()
        });
        found.map_or_else(
            || local.and_utc().timestamp_millis(),
            |at| at.timestamp_millis(),
        )
    }

    /// Where something known only by its day stands: 12:00.
    pub fn noon(self, day: NaiveDate) -> i64 {
        self.instant(day.and_time(NOON))
    }

    /// The first instant of a day.
    pub fn midnight(self, day: NaiveDate) -> i64 {
        self.instant(day.and_time(NaiveTime::MIN))
    }
}

/// Whole days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// `day` moved by whole days.
pub fn plus_days(day: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        day.checked_sub_days(count)
    } else {
        day.checked_add_days(count)
    };
    moved.unwrap_or(day)
}
