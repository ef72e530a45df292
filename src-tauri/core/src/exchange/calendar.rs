//! Open follow-ups as a calendar file (RFC 5545). Events rather than to-dos: most calendars show no
//! to-dos. A time that was said stands as an instant; a promise known by its day fills the day. The
//! identity of a follow-up is the event's, so that a second import brings no doubles.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike};

use crate::kernel::time::plus_days;
use crate::kernel::{Error, Id, Read, Result};

/// How long a promise with a time takes, in minutes, and when the day's others are reminded of.
const MINUTES: i64 = 30;
const MORNING: TimeDelta = TimeDelta::hours(9);

struct Promise {
    id: Id,
    title: String,
    due_on: String,
    due_at: Option<i64>,
    person: Option<String>,
    organization: Option<String>,
    deal: Option<String>,
}

/// All open follow-ups, the earliest first.
pub fn followups(read: &Read<'_>) -> Result<String> {
    let promises = read.all(
        concat!("SELECT f.id, f.title, f.due_on, f.due_at, p.shown, o.name, d.name FROM followups f
           LEFT JOIN people p ON p.id = ", crate::root_of!("people", "f.person"), "
           LEFT JOIN organizations o ON o.id = ", crate::root_of!("organizations", "f.organization"), "
           LEFT JOIN deals d ON d.id = f.deal
         WHERE f.state = 'open' AND f.deleted_at IS NULL ORDER BY f.due_on, f.due_at IS NULL, f.due_at, f.n"),
        [],
        |row| {
            Ok(Promise {
                id: row.get(0)?,
                title: row.get(1)?,
                due_on: row.get(2)?,
                due_at: row.get(3)?,
                person: row.get(4)?,
                organization: row.get(5)?,
                deal: row.get(6)?,
            })
        },
    )?;
    let now = instant(read.now)?;
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Touchline//Follow-ups//EN"))
        .append_property(("CALSCALE", "GREGORIAN"));
    calendar.name("Touchline").timezone(read.zone.0.name());
    for promise in promises {
        calendar.push(event(promise, now)?);
    }
    Ok(calendar.to_string())
}

fn instant(at: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(at).ok_or_else(|| Error::internal("an instant out of range"))
}

fn event(promise: Promise, now: DateTime<Utc>) -> Result<Event> {
    let Promise {
        id,
        title,
        due_on,
        due_at,
        person,
        organization,
        deal,
    } = promise;
    let summary = match &person {
        Some(person) => format!("{person}: {title}"),
        None => title.clone(),
    };
    let about: Vec<String> = [organization, deal].into_iter().flatten().collect();
    let mut event = Event::new();
    event
        .uid(&format!("{id}@touchline"))
        .summary(&summary)
        .timestamp(now);
    if !about.is_empty() {
        event.description(&about.join(" · "));
    }
    match due_at {
        Some(at) => {
            let at = instant(at)?;
            event.starts(at).ends(at + TimeDelta::minutes(MINUTES));
            event.alarm(alarm(id, now, &title, TimeDelta::zero()));
        }
        None => {
            let day: NaiveDate = due_on
                .parse()
                .map_err(|_| Error::internal("a due day that is none"))?;
            event.starts(day).ends(plus_days(day, 1));
            event.alarm(alarm(id, now, &title, MORNING));
        }
    }
    Ok(event.done())
}

/// `after` the start of the event. Its identity and stamp are said, or they would be drawn by chance.
fn alarm(id: Id, now: DateTime<Utc>, title: &str, after: TimeDelta) -> Alarm {
    let mut alarm = Alarm::display(title, after);
    alarm.uid(&format!("{id}-alarm@touchline")).timestamp(now);
    alarm.done()
}

#[cfg(test)]
mod tests;
