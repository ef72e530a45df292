//! Calendar files as a table: every event is a line, a repeated one as often as it took place. Times are
//! those of the workspace's zone, with their distance from UTC. Not here: with whom a meeting was.

use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calcard::common::timezone::Tz;
use calcard::icalendar::dates::TimeOrDelta;
use calcard::{Entry, Parser};
use chrono::{DateTime, Utc};
use csv::StringRecord;

use crate::exchange::contacts::JOINED;
use crate::exchange::limits::Budget;
use crate::exchange::table::Lines;
use crate::exchange::types::ImportNote;
use crate::kernel::Result;
use crate::kernel::content_lines::{self, Property};
use crate::kernel::time::Zone;

/// How often a repeated event is looked at.
const TIMES: usize = 2_000;
/// How many repeated events of a file are followed; the others count once.
const RULES: usize = 2_000;
/// Properties that say when.
const WHEN: [&str; 8] = [
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "SEQUENCE",
    "RECURRENCE-ID",
];
pub const COLUMNS: [&str; 10] = [
    "uid",
    "summary",
    "start",
    "minutes",
    "attendees",
    "organizer",
    "location",
    "url",
    "owner",
    "description",
];

/// Whether a text is a calendar.
pub fn fits(text: &str) -> bool {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let first = start.get(..15);
    first.is_some_and(|first| first.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

#[derive(Default)]
struct Event {
    lines: Vec<Property>,
    cut_off: bool,
}

impl Event {
    fn line(&self, name: &str) -> Option<&Property> {
        self.lines.iter().find(|line| line.name == name)
    }

    fn text(&self, name: &str) -> String {
        self.line(name).map(Property::text).unwrap_or_default()
    }

    fn is_day(&self) -> bool {
        let start = self.line("DTSTART");
        start.is_some_and(|line| !line.value.contains(['T', 't']))
    }

    fn repeats(&self) -> bool {
        self.line("RRULE").is_some() || self.line("RDATE").is_some()
    }

    /// Whether its rule is one that meetings have.
    fn is_daily_at_most(&self) -> bool {
        let rule = self.text("RRULE").to_ascii_uppercase();
        !["SECONDLY", "MINUTELY", "HOURLY"]
            .iter()
            .any(|often| rule.contains(often))
    }
}

/// All calendars of a file.
#[derive(Default)]
struct Calendar {
    events: Vec<Event>,
    /// Zones that the file itself describes, as they stand.
    zones: String,
    /// The address of whose calendar it is, where its name is one.
    owner: String,
    cancels: bool,
    todos: usize,
}

/// Reads all events of a file; `now` parts what was from what will be: of a repeated event only the next
/// time to come is taken.
pub fn read(file: &str, zone: Zone, now: i64, budget: &mut Budget<'_>) -> Result<Lines> {
    let calendar = parsed(file);
    let moved = calendar.moved(zone);
    let mut rows = Vec::new();
    let (mut cancelled, mut repeated, mut cut) = (0, 0, 0);
    for event in &calendar.events {
        if event.cut_off {
            let text: Vec<String> = event.lines.iter().map(raw).collect();
            budget.cell(text.iter().map(String::len).sum())?;
            rows.push(StringRecord::from(vec![text.join("\n")]));
            continue;
        }
        if calendar.cancels || event.text("STATUS").eq_ignore_ascii_case("CANCELLED") {
            cancelled += 1;
            continue;
        }
        repeated += usize::from(event.repeats());
        let uid = event.text("UID");
        let no_moves = HashSet::new();
        let moved = moved.get(&uid).unwrap_or(&no_moves);
        let followed = event.repeats() && repeated <= RULES && event.is_daily_at_most();
        let mut times = calendar.times(event, zone, WHEN_IT_IS, !followed);
        cut += usize::from(times.len() >= TIMES || (event.repeats() && !followed));
        if times.is_empty() {
            times.push(Time::default());
        }
        times.sort_by_key(|time| time.start);
        let to_come = times
            .iter()
            .find(|time| time.start > Some(now))
            .map(|time| time.start);
        for time in times {
            let starts = time.start;
            if event.repeats()
                && (starts.is_some_and(|at| moved.contains(&at))
                    || (starts > Some(now) && Some(starts) != to_come))
            {
                continue;
            }
            let row = calendar.row(event, &uid, &time, zone);
            budget.place(rows.len() as u64, 0)?;
            budget.cell(row.iter().map(String::len).sum())?;
            budget.cells(row.len() as u64)?;
            rows.push(StringRecord::from(row));
        }
    }
    let mut notes = Vec::new();
    for (code, count) in [
        ("events_cancelled", cancelled),
        ("events_repeated", repeated),
        ("events_cut", cut),
        ("todos_skipped", calendar.todos),
    ] {
        if count > 0 {
            notes.push(ImportNote::new(code).with("rows", count));
        }
    }
    Ok(Lines {
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        notes,
    })
}

/// One time at which an event takes place: milliseconds UTC, and how long. Without a start it says none.
#[derive(Debug, Clone, Copy, Default)]
struct Time {
    start: Option<i64>,
    minutes: Option<i64>,
}

/// The property that says when an event is.
const WHEN_IT_IS: &str = "DTSTART";

fn parsed(file: &str) -> Calendar {
    let mut calendar = Calendar::default();
    let mut inside: Vec<String> = Vec::new();
    let mut event: Option<Event> = None;
    let mut described: Option<String> = None;
    for line in content_lines::read(file) {
        let of = line.value.trim().to_ascii_uppercase();
        if of == "VTIMEZONE" && line.name == "BEGIN" {
            described = Some(String::new());
        }
        if let Some(text) = &mut described
            && text.len() < ZONES
        {
            text.push_str(&raw(&line));
            text.push_str("\r\n");
        }
        if of == "VTIMEZONE" && line.name == "END" {
            calendar.described(described.take());
        }
        match line.name.as_str() {
            "BEGIN" => {
                match of.as_str() {
                    "VEVENT" => {
                        // A zone without its end would take the events for its own.
                        described = None;
                        calendar.cut_off(event.take());
                        event = Some(Event::default());
                    }
                    "VTODO" => calendar.todos += 1,
                    _ => {}
                }
                if inside.len() < DEPTH {
                    inside.push(of);
                }
            }
            "END" => {
                let within = inside.iter().rposition(|one| *one == of);
                inside.truncate(within.unwrap_or(inside.len()));
                match of.as_str() {
                    "VEVENT" => calendar.events.extend(event.take()),
                    "VCALENDAR" => calendar.cut_off(event.take()),
                    _ => {}
                }
            }
            _ => match &mut event {
                // An alarm inside an event has properties of the same names.
                Some(event) if inside.last().is_some_and(|one| one == "VEVENT") => {
                    if event.lines.len() < LINES {
                        event.lines.push(line);
                    }
                }
                Some(_) => {}
                None => calendar.about(&line),
            },
        }
    }
    calendar.cut_off(event);
    calendar
}

/// Bytes of zones, lines of one event, and parts within parts: more is no calendar of people.
const ZONES: usize = 64 * 1024;
const LINES: usize = 2_000;
const DEPTH: usize = 10;

/// A line as it could stand in a file again.
fn raw(line: &Property) -> String {
    let mut text = line.name.clone();
    for (name, value) in &line.params {
        text.push_str(&format!(";{name}"));
        match value.contains([':', ';', ',']) {
            true => text.push_str(&format!("=\"{value}\"")),
            false if value.is_empty() => {}
            false => text.push_str(&format!("={value}")),
        }
    }
    format!("{text}:{}", line.value.replace(['\r', '\n'], " "))
}

impl Calendar {
    fn described(&mut self, zone: Option<String>) {
        let zone = zone.filter(|zone| self.zones.len() + zone.len() < ZONES);
        self.zones.push_str(&zone.unwrap_or_default());
    }

    fn cut_off(&mut self, event: Option<Event>) {
        if let Some(event) = event {
            self.events.push(Event {
                cut_off: true,
                ..event
            });
        }
    }

    fn about(&mut self, line: &Property) {
        match line.name.as_str() {
            "X-WR-CALNAME" if line.value.contains('@') => self.owner = line.text(),
            "METHOD" => self.cancels = line.text().eq_ignore_ascii_case("CANCEL"),
            _ => {}
        }
    }

    /// The times of repeated events, by their identity, that an event of its own took over.
    fn moved(&self, zone: Zone) -> HashMap<String, HashSet<i64>> {
        let mut moved: HashMap<String, HashSet<i64>> = HashMap::new();
        for event in &self.events {
            if event.line("RECURRENCE-ID").is_some() {
                let times = self.times(event, zone, "RECURRENCE-ID", true);
                let of = moved.entry(event.text("UID")).or_default();
                of.extend(times.iter().filter_map(|time| time.start));
            }
        }
        moved
    }

    /// When an event takes place, by the property that says so; `once`, or as often as its rule says.
    fn times(&self, event: &Event, zone: Zone, by: &str, once: bool) -> Vec<Time> {
        let once = once || event.line("RECURRENCE-ID").is_some();
        let mut text = format!("BEGIN:VCALENDAR\r\n{}BEGIN:VEVENT\r\n", self.zones);
        for line in &event.lines {
            let name = line.name.as_str();
            let taken = match name {
                "DTSTART" | "RECURRENCE-ID" => name == by,
                "RRULE" | "RDATE" | "EXDATE" => !once,
                _ => by == WHEN_IT_IS && WHEN.contains(&name),
            };
            if taken {
                let line = raw(line);
                let said = line
                    .strip_prefix("RECURRENCE-ID")
                    .map(|rest| format!("{WHEN_IT_IS}{rest}"));
                text.push_str(&said.unwrap_or(line));
                text.push_str("\r\n");
            }
        }
        text.push_str("END:VEVENT\r\nEND:VCALENDAR\r\n");
        // The library counts days; what a file claims may lie outside of any calendar.
        catch_unwind(AssertUnwindSafe(|| expanded(&text, zone))).unwrap_or_default()
    }

    fn row(&self, event: &Event, uid: &str, time: &Time, zone: Zone) -> Vec<String> {
        let start = time.start.and_then(DateTime::<Utc>::from_timestamp_millis);
        let format = if event.is_day() {
            "%Y-%m-%d"
        } else {
            "%Y-%m-%d %H:%M%:z"
        };
        let shown = start.map(|start| start.with_timezone(&zone.0).format(format).to_string());
        let id = match (
            event.repeats() || event.line("RECURRENCE-ID").is_some(),
            start,
        ) {
            (true, Some(start)) => format!("{uid}/{}", self.original(event, start, zone)),
            _ => uid.to_owned(),
        };
        let attendees: Vec<String> = event
            .lines
            .iter()
            .filter(|line| line.name == "ATTENDEE" && is_human(line))
            .map(address)
            .collect();
        let minutes = time.minutes.filter(|_| !event.is_day());
        let organizer = event.line("ORGANIZER").map(address);
        vec![
            id,
            event.text("SUMMARY"),
            shown.unwrap_or_default(),
            minutes
                .map(|minutes| minutes.to_string())
                .unwrap_or_default(),
            attendees.join(JOINED),
            organizer.unwrap_or_default(),
            event.text("LOCATION"),
            event.text("URL"),
            self.owner.clone(),
            event.text("DESCRIPTION"),
        ]
    }

    /// The time that a repeated event was planned for, which stays its identity when it is moved.
    fn original(&self, event: &Event, start: DateTime<Utc>, zone: Zone) -> String {
        let said = match event.line("RECURRENCE-ID") {
            Some(_) => {
                let times = self.times(event, zone, "RECURRENCE-ID", true);
                times.first().and_then(|time| time.start)
            }
            None => None,
        };
        let at = said.and_then(DateTime::<Utc>::from_timestamp_millis);
        at.unwrap_or(start).format("%Y%m%dT%H%M%SZ").to_string()
    }
}

fn expanded(text: &str, zone: Zone) -> Vec<Time> {
    let Entry::ICalendar(calendar) = Parser::new(text).entry() else {
        return Vec::new();
    };
    let times = calendar.expand_dates(Tz::Tz(zone.0), TIMES);
    let time = |event: calcard::icalendar::dates::CalendarEvent<_, _>| {
        let start: DateTime<Tz> = event.start;
        let length = match event.end {
            TimeOrDelta::Time(end) => {
                let end: DateTime<Tz> = end;
                end.timestamp_millis()
                    .checked_sub(start.timestamp_millis())?
            }
            TimeOrDelta::Delta(length) => {
                let length: chrono::TimeDelta = length;
                length.num_milliseconds()
            }
        };
        Some(Time {
            start: Some(start.timestamp_millis()),
            minutes: (length > 0).then_some(length / 60_000),
        })
    };
    times.events.into_iter().filter_map(time).collect()
}

/// Rooms and mailing lists take no part, and neither does who said no.
fn is_human(line: &Property) -> bool {
    let is = |name: &str, words: &[&str]| {
        let said = line.param(name);
        said.is_some_and(|said| words.iter().any(|word| said.eq_ignore_ascii_case(word)))
    };
    !is("CUTYPE", &["RESOURCE", "ROOM", "GROUP"]) && !is("PARTSTAT", &["DECLINED"])
}

/// `Anna Miller <anna@nordwind.example>`
fn address(line: &Property) -> String {
    let value = line.text();
    let scheme = value
        .get(..7)
        .filter(|head| head.eq_ignore_ascii_case("mailto:"));
    let mail = scheme.map_or(value.as_str(), |_| &value[7..]);
    let mail = line
        .param("EMAIL")
        .filter(|_| !mail.contains('@'))
        .unwrap_or(mail);
    match line
        .param("CN")
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        Some(name) => format!("{name} <{mail}>"),
        None => mail.to_owned(),
    }
}
