//! Calendar arithmetic in the workspace's own zone. "Today", "due" and "after 14 days" never use the
//! device's zone and never UTC.

use chrono::{
    DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

/// The zone in which a workspace counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(pub Tz);

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// 0001-01-02 and 9999-12-30: a day inside, so that every zone can tell them.
const EARLIEST: i64 = -62_135_510_400_000;
const LATEST: i64 = 253_402_128_000_000;

impl Zone {
    /// The local day of an instant (milliseconds UTC).
    pub fn day(self, at_ms: i64) -> NaiveDate {
        self.local(at_ms).date()
    }

    /// The local wall clock at an instant; one outside the years 1 to 9999 counts as their end.
    pub fn local(self, at_ms: i64) -> NaiveDateTime {
        let kept = at_ms.clamp(EARLIEST, LATEST);
        let utc = DateTime::<Utc>::from_timestamp_millis(kept).unwrap_or_default();
        utc.with_timezone(&self.0).naive_local()
    }

    /// The instant of a wall-clock time, in milliseconds UTC. A time that a clock change skips is as
    /// much later as was skipped; one that comes twice is the earlier.
    pub fn instant(self, local: NaiveDateTime) -> i64 {
        let utc_ms = local.and_utc().timestamp_millis();
        if !(EARLIEST..=LATEST).contains(&utc_ms) {
            return utc_ms;
        }
        if let Some(at) = self.0.from_local_datetime(&local).earliest() {
            return at.timestamp_millis();
        }
        // Skipped: count on with the clock as it went before. No change skips more than a day.
        let before = local - TimeDelta::hours(26);
        let offset = self.0.offset_from_utc_datetime(&before).fix();
        utc_ms - i64::from(offset.local_minus_utc()) * 1000
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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Tz;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().expect("a wall-clock time")
    }

    /// The instant of a wall-clock time, read back as a wall clock.
    fn there_and_back(zone: Tz, text: &str) -> String {
        let zone = Zone(zone);
        zone.local(zone.instant(local(text))).to_string()
    }

    #[test]
    fn an_ordinary_time_reads_back_the_same() {
        for zone in [
            chrono_tz::Asia::Shanghai,
            chrono_tz::America::New_York,
            chrono_tz::Asia::Kathmandu,
            chrono_tz::Pacific::Kiritimati,
        ] {
            assert_eq!(
                there_and_back(zone, "2026-11-21T09:30:00"),
                "2026-11-21 09:30:00"
            );
        }
    }

    #[test]
    fn a_time_that_a_clock_change_skips_is_as_much_later_as_was_skipped() {
        // New York, March: 02:00 becomes 03:00.
        assert_eq!(
            there_and_back(chrono_tz::America::New_York, "2026-03-08T02:30:00"),
            "2026-03-08 03:30:00"
        );
        // Lord Howe skips half an hour.
        assert_eq!(
            there_and_back(chrono_tz::Australia::Lord_Howe, "2026-10-04T02:15:00"),
            "2026-10-04 02:45:00"
        );
        // Samoa crossed the date line and had no 30 December 2011.
        assert_eq!(
            there_and_back(chrono_tz::Pacific::Apia, "2011-12-30T12:00:00"),
            "2011-12-31 12:00:00"
        );
    }

    #[test]
    fn a_time_that_comes_twice_is_the_earlier() {
        let zone = Zone(chrono_tz::America::New_York);
        let twice = zone.instant(local("2026-11-01T01:30:00"));
        assert_eq!(zone.local(twice).to_string(), "2026-11-01 01:30:00");
        assert_eq!(
            zone.local(twice + 3_600_000).to_string(),
            "2026-11-01 01:30:00"
        );
    }

    #[test]
    fn a_day_begins_at_its_first_instant_even_where_midnight_is_skipped() {
        // Beirut, March: 00:00 becomes 01:00.
        let zone = Zone(chrono_tz::Asia::Beirut);
        let day = NaiveDate::from_ymd_opt(2026, 3, 29).expect("a day");
        let first = zone.midnight(day);
        assert_eq!(zone.day(first), day);
        assert_eq!(zone.day(first - 1), plus_days(day, -1));
        assert_eq!(zone.local(first).to_string(), "2026-03-29 01:00:00");
    }

    #[test]
    fn a_day_is_the_workspaces_and_not_that_of_utc() {
        let late = local("2026-11-21T23:30:00").and_utc().timestamp_millis();
        assert_eq!(
            Zone(chrono_tz::Asia::Shanghai).day(late).to_string(),
            "2026-11-22"
        );
        assert_eq!(
            Zone(chrono_tz::America::New_York).day(late).to_string(),
            "2026-11-21"
        );
    }

    #[test]
    fn every_day_of_a_year_has_its_noon_and_follows_the_day_before() {
        for zone in [
            chrono_tz::America::Santiago,
            chrono_tz::Africa::Cairo,
            chrono_tz::Australia::Lord_Howe,
        ] {
            let zone = Zone(zone);
            let mut day = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
            for _ in 0..365 {
                let next = plus_days(day, 1);
                assert_eq!(zone.day(zone.noon(day)), day);
                assert_eq!(zone.day(zone.midnight(day)), day);
                assert!(
                    zone.midnight(day) < zone.noon(day) && zone.noon(day) < zone.midnight(next)
                );
                assert_eq!(days_between(day, next), 1);
                day = next;
            }
        }
    }

    #[test]
    fn instants_and_days_at_the_end_of_time_do_no_harm() {
        for zone in [
            chrono_tz::Pacific::Kiritimati,
            chrono_tz::Pacific::Pago_Pago,
        ] {
            for at in [i64::MIN, i64::MAX, 0, -1] {
                let _ = Zone(zone).day(at);
            }
            for day in [NaiveDate::MIN, NaiveDate::MAX] {
                let _ = (Zone(zone).noon(day), Zone(zone).midnight(day));
                let _ = (plus_days(day, i64::MIN), plus_days(day, i64::MAX));
            }
        }
    }
}
