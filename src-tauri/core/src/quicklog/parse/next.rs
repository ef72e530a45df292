//! When it happened, or what comes next: judges every day found in the line by its tense and by what stands
//! beside it, then cuts the words of the next step out of the line. Finding days is `dates`' work.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::calendar::{
    self, Now, coming_day_of_month, coming_month_day, coming_weekday, last_day_of_month,
    last_month_day, last_weekday,
};
use super::dates::{Date, Day};
use super::doing::{self, Doing};
use super::lexicon::{Found, Sense};
use super::text::{Claims, Line, is_gap};
use super::types::{Channel, NextRead, SpanKind};
use super::words;

/// A line with more days than this is no log line; judging each would cost its length again.
const MOST_DAYS: usize = 64;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tense {
    Past,
    Future,
    Neither,
}

pub(super) struct When {
    pub at: DateTime<Utc>,
    pub day_only: bool,
}

pub(super) struct Reading<'a> {
    pub line: &'a Line,
    pub now: &'a Now,
    pub dates: &'a [Date],
    pub found: &'a [Found],
}

impl Reading<'_> {
    /// The first day ahead is the next step, the first behind is when it happened. Days that are
    /// neither go back to the summary.
    pub fn decide(&self, claims: &mut Claims) -> (Option<When>, Option<NextRead>) {
        let (mut when, mut next) = (None, None);
        for (i, date) in self.dates.iter().enumerate() {
            if !claims.all(date.range.clone(), SpanKind::When) {
                continue; // inside the next step's words
            }
            let settled = i >= MOST_DAYS || (when.is_some() && next.is_some());
            let tense = if settled {
                Tense::Neither
            } else {
                self.tense(claims, date)
            };
            let kept = match tense {
                Tense::Past if when.is_none() => {
                    when = self.when(date);
                    when.is_some()
                }
                Tense::Future if next.is_none() => {
                    next = self.next(claims, date);
                    next.is_some()
                }
                _ => false,
            };
            if !kept {
                claims.take(date.range.clone(), SpanKind::Summary);
            }
        }
        (when, next)
    }

    fn tense(&self, claims: &Claims, date: &Date) -> Tense {
        let doing = doing::after(self.line, claims, date);
        let set = doing::set_for(self.line, date.range.start);
        let before = doing::before(self.line, claims, date, self.found);
        let plan = doing == Doing::ToDo || set || before.as_ref().is_some_and(|b| !b.channel);
        if date.weak && !date.bound && !plan && !self.stands_alone(claims, date) {
            return Tense::Neither;
        }
        match date.day {
            Day::Instant(at) if at <= self.now.instant => Tense::Past,
            Day::Ask | Day::Instant(_) => self.unless_absent(date),
            Day::Impossible if plan || date.bound => Tense::Future,
            Day::Impossible => Tense::Neither,
            Day::On(day) if day < self.now.today => Tense::Past,
            Day::On(day) if day > self.now.today => self.unless_absent(date),
            Day::On(_) | Day::Clock => self.today(claims, date, plan || date.bound),
            Day::Weekday(_) | Day::Yearless(..) | Day::Numbered(_) => {
                let before = before.map(|b| b.range.start);
                let beside = [
                    (doing == Doing::Channel).then_some(date.range.start),
                    before,
                ];
                // 没接 周三电话: where a channel was told before, a second one is a plan.
                let second = beside
                    .into_iter()
                    .flatten()
                    .any(|start| claims.any(0..start, &[SpanKind::Channel, SpanKind::Direction]));
                if date.bound || set || second {
                    return Tense::Future;
                }
                self.undecided(claims, date, doing, plan)
            }
        }
    }

    /// A weak day counts without a verb where nothing else stands in its part of the line, or where
    /// a channel word follows: "12/3 call".
    fn stands_alone(&self, claims: &Claims, date: &Date) -> bool {
        let numeric = matches!(date.day, Day::Yearless(..));
        let ahead = doing::skip_blanks_and_people(self.line, claims, date.range.end);
        let leads = self.leads(claims, date.range.start);
        let ends = self.line.breaks(ahead) || claims.of(ahead) == SpanKind::When;
        numeric && (claims.of(ahead) == SpanKind::Channel || (leads && ends))
            || (leads && matches!(date.day, Day::On(_)))
    }

    /// 下周三没空 says where they are, not what we will do.
    fn unless_absent(&self, date: &Date) -> Tense {
        let ahead = self.line.skip_blanks(date.range.end);
        let filled = self.line.skip_blanks(doing::skip_fillers(self.line, ahead));
        let starts = |at: usize| {
            words::NOT_A_PLAN
                .iter()
                .any(|w| self.line.word(at, w).is_some())
        };
        let ended = self
            .line
            .trimmed(self.line.clause_start(date.range.start)..date.range.start)
            .end;
        let ends = |w: &&str| {
            let start = ended.checked_sub(w.chars().count());
            start.is_some_and(|s| self.line.word(s, w) == Some(ended))
        };
        if starts(ahead) || starts(filled) || words::NOT_A_PLAN.iter().any(ends) {
            Tense::Neither
        } else {
            Tense::Future
        }
    }

    fn today(&self, claims: &Claims, date: &Date, plan: bool) -> Tense {
        if let Some(time) = date.clock.time {
            return if time > self.now.time {
                Tense::Future
            } else {
                Tense::Past
            };
        }
        let hour = chrono::Timelike::hour(&self.now.time);
        match date.clock.period.map(|p| p.hours()) {
            Some((from, _)) if hour < from => Tense::Future,
            Some((_, to)) if hour >= to => Tense::Past,
            _ if plan && !self.happened(claims, date) => Tense::Future,
            _ => Tense::Past,
        }
    }

    /// A weekday or a date without a year fits both ways.
    fn undecided(&self, claims: &Claims, date: &Date, doing: Doing, plan: bool) -> Tense {
        if plan {
            return if self.happened(claims, date) {
                Tense::Past
            } else {
                Tense::Future
            };
        }
        if doing == Doing::Done {
            return Tense::Past;
        }
        match date.day {
            Day::Yearless(..) => self.nearer(date),
            _ => Tense::Past,
        }
    }

    fn nearer(&self, date: &Date) -> Tense {
        let days = |d: Option<NaiveDate>| d.map(|d| (d - self.now.today).num_days().abs());
        match (days(self.ahead(date)), days(self.behind(date))) {
            (Some(ahead), Some(behind)) if ahead < behind => Tense::Future,
            _ => Tense::Past,
        }
    }

    /// 周一回访张总，12分钟，很满意: a day at the very start, with signs that it took place and no
    /// other channel, is when the follow-up happened.
    fn happened(&self, claims: &Claims, date: &Date) -> bool {
        let signs = [SpanKind::Minutes, SpanKind::Outcome, SpanKind::Sentiment];
        let end = self.line.clause_end(date.range.end);
        let other_channel = claims.any(end..self.line.len(), &[SpanKind::Channel]);
        self.leads(claims, date.range.start)
            && claims.any(date.range.end..self.line.len(), &signs)
            && !other_channel
    }

    /// Nothing but the person stands before.
    fn leads(&self, claims: &Claims, start: usize) -> bool {
        (0..start).all(|i| claims.of(i) == SpanKind::Who || self.line.at(i).is_none_or(is_gap))
    }

    fn ahead(&self, date: &Date) -> Option<NaiveDate> {
        let today = self.now.today;
        match date.day {
            Day::On(day) => Some(day),
            Day::Weekday(weekday) => coming_weekday(today, weekday),
            Day::Yearless(month, day) => coming_month_day(today, month, day),
            Day::Numbered(day) => coming_day_of_month(today, day),
            Day::Clock => Some(today),
            Day::Instant(_) | Day::Ask | Day::Impossible => None,
        }
    }

    fn behind(&self, date: &Date) -> Option<NaiveDate> {
        let today = self.now.today;
        match date.day {
            Day::On(day) => Some(day),
            Day::Weekday(weekday) => last_weekday(today, weekday),
            Day::Yearless(month, day) => last_month_day(today, month, day),
            Day::Numbered(day) => last_day_of_month(today, day),
            Day::Clock => Some(today),
            Day::Instant(_) | Day::Ask | Day::Impossible => None,
        }
    }

    fn when(&self, date: &Date) -> Option<When> {
        if let Day::Instant(at) = date.day {
            return Some(When {
                at,
                day_only: false,
            });
        }
        let day = self.behind(date)?;
        Some(match date.clock.time {
            Some(time) => When {
                at: self.now.instant_of(day, time),
                day_only: false,
            },
            None => When {
                at: self.now.noon_of(day),
                day_only: true,
            },
        })
    }

    fn next(&self, claims: &mut Claims, date: &Date) -> Option<NextRead> {
        let (due_on, mut due_time) = self.due(date);
        let asked = matches!(date.day, Day::Ask | Day::Impossible);
        if due_on.is_none() && !asked {
            return None;
        }
        let after = doing::rest(self.line, claims, date);
        let before = doing::before(self.line, claims, date, self.found).filter(|b| {
            !b.channel || (after.is_empty() && self.only_a_plan(claims, b.range.start))
        });
        // 今晚 张总 吃饭: who it is about stands in its own field.
        let words = (after.start..after.end)
            .find(|&i| claims.of(i) != SpanKind::Who)
            .map_or(after.clone(), |start| start..after.end);
        let title = title(self.line, before.as_ref().map(|b| b.range.clone()), words);
        let start = before.map_or(date.range.start, |b| b.range.start);
        let mut range = start..after.end.max(date.range.end);
        // meet the day after tomorrow … at 2pm: the time may follow the words.
        let clock = self
            .dates
            .iter()
            .find(|d| d.day == Day::Clock && d.range.start == self.line.skip_blanks(range.end));
        if let Some(time) = clock.and_then(|d| d.clock.time)
            && due_time.is_none()
        {
            due_time = Some(time);
            range.end = clock.map_or(range.end, |d| d.range.end);
        }
        let channel = self.channel(&range, &title);
        for i in range.clone() {
            if !matches!(
                claims.of(i),
                SpanKind::Who | SpanKind::Amount | SpanKind::Tag
            ) {
                claims.take(i..i + 1, SpanKind::Next);
            }
        }
        let ask = asked.then(|| self.line.text(date.range.clone()).trim().to_owned());
        Some(NextRead {
            title,
            due_on,
            due_time,
            ask,
            channel,
        })
    }

    fn due(&self, date: &Date) -> (Option<NaiveDate>, Option<NaiveTime>) {
        match date.day {
            Day::Instant(at) => {
                let (day, time) = self.now.local(at);
                (Some(day), Some(calendar::to_minute(time)))
            }
            _ => (self.ahead(date), date.clock.time),
        }
    }

    /// "Zhang Wei, call next Wed": the channel word is the plan, unless it tells what was done.
    fn only_a_plan(&self, claims: &Claims, start: usize) -> bool {
        let signs = [SpanKind::Minutes, SpanKind::Outcome, SpanKind::Sentiment];
        let starts_part = self
            .line
            .trimmed(self.line.clause_start(start)..start)
            .is_empty();
        starts_part || !claims.any(0..self.line.len(), &signs)
    }

    fn channel(&self, range: &Range<usize>, title: &str) -> Option<Channel> {
        let inside = |f: &&Found| f.range.start >= range.start && f.range.end <= range.end;
        let said = self
            .found
            .iter()
            .filter(inside)
            .find_map(|f| match f.sense {
                Sense::Channel(c) | Sense::Direction(_, Some(c)) => Some(c),
                _ => None,
            });
        let call = ["再打", "回电", "打给", "打过去", "call", "ring back"];
        let folded = super::text::fold(title);
        said.or_else(|| {
            call.iter()
                .any(|w| folded.contains(w))
                .then_some(Channel::Call)
        })
    }
}

fn title(line: &Line, before: Option<Range<usize>>, after: Range<usize>) -> String {
    let after = doing::without_lead(line, line.trimmed(after));
    let after = line.text(after);
    let before = before
        .map(|b| line.text(line.trimmed(b)))
        .unwrap_or_default();
    let latin = before.chars().next_back().is_some_and(|c| c.is_ascii());
    let title = match (before.is_empty(), after.is_empty()) {
        (false, false) if latin => format!("{before} {after}"),
        (_, false) => after,
        (false, true) => before.trim_end_matches('了').to_owned(),
        (true, true) if line.has_han() => words::NO_TITLE.0.to_owned(),
        (true, true) => words::NO_TITLE.1.to_owned(),
    };
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}
