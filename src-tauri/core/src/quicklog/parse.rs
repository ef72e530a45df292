//! The quick-log language: one line such as `张总 电话 12分钟 有意向，下周三回访 #价格` becomes a touchpoint.
//! A pure function of line, moment, zone and candidates, specified by tests/data/quicklog. Reading
//! candidates and saving belong to the use-case in `quicklog`.
//!
//! Kinds claim their words in a fixed order: tags, known people, days, minutes, amounts, vocabulary,
//! new names; then each day is judged to be past or next. What nobody claims is the summary.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

mod amounts;
mod calendar;
mod clock;
mod dates;
mod doing;
mod lexicon;
mod minutes;
mod names;
mod next;
mod numbers;
mod summary;
mod tags;
#[cfg(test)]
mod tests;
mod text;
mod types;
mod who;
mod words;

pub use text::fold;
pub use types::*;
pub use who::who_keys;

use calendar::Now;
use lexicon::{Found, Sense};
use next::Reading;
use text::{Claims, Line};

/// Reads one line. Never fails: what is not understood is the summary.
pub fn parse(line: &str, now: DateTime<Utc>, zone: Tz, candidates: &[Candidate]) -> LineRead {
    let now = Now::new(now, zone);
    let people = who::People::new(candidates);
    let text = Line::new(line);
    let mut claims = Claims::new(text.len());

    let tags = tags(&text, &mut claims);
    let mut who = claim(&mut claims, SpanKind::Who, |c| {
        who::named(&text, c, &people)
    });
    let dates = dates::find(&text, &claims, &now);
    for date in &dates {
        claims.take(date.range.clone(), SpanKind::When);
    }
    let minutes = claim(&mut claims, SpanKind::Minutes, |c| minutes::find(&text, c));
    let amount = claim(&mut claims, SpanKind::Amount, |c| amounts::find(&text, c));
    let found = lexicon::scan(&text, &mut claims);
    if who.is_none() {
        who = claim(&mut claims, SpanKind::Who, |c| {
            who::by_digits(&text, c, &people).or_else(|| who::fresh(&text, c))
        });
    }
    let reading = Reading {
        line: &text,
        now: &now,
        dates: &dates,
        found: &found,
    };
    let (when, next) = reading.decide(&mut claims);
    let minutes = minutes.filter(|_| kept(&claims, SpanKind::Minutes));
    let said = Said::choose(&found, &mut claims);

    LineRead {
        raw: line.to_owned(),
        spans: claims.spans(),
        who: who.unwrap_or(Who::None),
        channel: said.channel.unwrap_or(Channel::Call),
        channel_given: said.channel.is_some(),
        direction: said.direction.unwrap_or(Direction::Outbound),
        direction_given: said.direction.is_some(),
        minutes,
        at: when.as_ref().map_or(now.instant, |w| w.at),
        day_only: when.as_ref().is_some_and(|w| w.day_only),
        at_given: when.is_some(),
        outcome: said.outcome,
        sentiment: said.sentiment,
        next,
        tags,
        amount,
        summary: summary::read(&text, &claims),
    }
}

fn claim<T>(
    claims: &mut Claims,
    kind: SpanKind,
    find: impl Fn(&Claims) -> Option<(std::ops::Range<usize>, T)>,
) -> Option<T> {
    let (range, value) = find(claims)?;
    claims.take(range, kind);
    Some(value)
}

fn kept(claims: &Claims, kind: SpanKind) -> bool {
    claims.spans().iter().any(|s| s.kind == kind)
}

fn tags(line: &Line, claims: &mut Claims) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for (range, tag) in tags::find(line) {
        claims.take(range, SpanKind::Tag);
        if !tags.iter().any(|t| fold(t) == fold(&tag)) {
            tags.push(tag);
        }
    }
    tags
}

/// What the vocabulary said, where it said it more than once: the first channel and direction, the
/// most telling outcome, the strongest feeling; of equals the later. The others stay in the summary,
/// except "reached", which the more telling outcome holds.
#[derive(Default)]
struct Said {
    channel: Option<Channel>,
    direction: Option<Direction>,
    outcome: Option<Outcome>,
    sentiment: Option<i8>,
}

impl Said {
    fn choose(found: &[Found], claims: &mut Claims) -> Said {
        let live: Vec<&Found> = found
            .iter()
            .filter(|f| claims.all(f.range.clone(), f.sense.kind()))
            .collect();
        let mut said = Said::default();
        for word in &live {
            match word.sense {
                Sense::Outcome(o) if said.outcome.map_or(0, weight) <= weight(o) => {
                    said.outcome = Some(o);
                }
                Sense::Feeling(f) if said.sentiment.map_or(0, i8::abs) <= f.abs() => {
                    said.sentiment = Some(f);
                }
                Sense::Direction(d, channel) if said.direction.is_none() => {
                    said.direction = Some(d);
                    said.channel = said.channel.or(channel);
                }
                Sense::Channel(c) if said.channel.is_none() => said.channel = Some(c),
                _ => {}
            }
        }
        for word in live {
            let counts = match word.sense {
                // 接通 is part of having been told yes or no.
                Sense::Outcome(o) => said.outcome == Some(o) || o == Outcome::Reached,
                Sense::Feeling(f) => said.sentiment == Some(f),
                Sense::Direction(d, _) => said.direction == Some(d),
                Sense::Channel(c) => said.channel == Some(c),
                Sense::NotMeant => false,
            };
            if !counts {
                claims.take(word.range.clone(), SpanKind::Summary);
            }
        }
        if said.sentiment.is_none() && said.outcome == Some(Outcome::Interested) {
            said.sentiment = Some(1);
        }
        said
    }
}

/// 接通 and 有意向 in one line: interested says more than reached.
fn weight(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Busy | Outcome::NoAnswer | Outcome::Reached => 1,
        Outcome::Replied | Outcome::WrongNumber => 2,
        Outcome::Interested | Outcome::NotInterested => 3,
        Outcome::Agreed | Outcome::Declined => 4,
    }
}
