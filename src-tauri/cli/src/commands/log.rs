//! `touchline log`: the quick log.

use serde::Serialize;
use touchline_core::followups::NextStep;
use touchline_core::kernel::{Db, Error, Id, Read};
use touchline_core::quicklog::parse::Span;
use touchline_core::quicklog::{self, LineFix, Occasion};
use touchline_core::team;
use touchline_core::touchpoints::{self, PersonChoice, TouchpointView};

use crate::failure::Result;
use crate::output::{Answer, clean};
use crate::words::{Words, params};

#[derive(Serialize)]
struct Logged {
    action: Id,
    touchpoints: Vec<LoggedLine>,
}

#[derive(Serialize)]
struct LoggedLine {
    touchpoint: TouchpointView,
    followup: Option<NextStep>,
    /// Cover the line, every code point once.
    spans: Vec<Span>,
}

pub fn run(
    db: &Db,
    words: &Words,
    line: &str,
    member: Option<String>,
    person: Option<Id>,
) -> Result<Answer> {
    let member = match member {
        Some(named) => Some(db.read(|read| member_named(read, &named))?),
        None => None,
    };
    let fix = person.map(|id| LineFix {
        person: Some(PersonChoice::Existing(id)),
        ..LineFix::default()
    });
    let fixes: Vec<LineFix> = fix
        .iter()
        .cycle()
        .take(line.lines().count())
        .cloned()
        .collect();
    let saved = quicklog::save(
        db,
        line,
        &fixes,
        Occasion {
            member,
            keeps: None,
        },
    )?;
    let mut logged = Logged {
        action: saved.action,
        touchpoints: Vec::new(),
    };
    for line in saved.touchpoints {
        logged.touchpoints.push(LoggedLine {
            touchpoint: db.read(|read| touchpoints::view(read, line.touchpoint))?,
            followup: line.followup,
            spans: line.spans,
        });
    }
    let told: Vec<String> = logged
        .touchpoints
        .iter()
        .map(|line| tell(line, words))
        .collect();
    Answer::new(&logged, told.join("\n"))
}

/// The member of this name or id.
pub(super) fn member_named(read: &Read<'_>, named: &str) -> touchline_core::kernel::Result<Id> {
    let found = match named.parse::<Id>() {
        Ok(id) => team::refer(read, id)?.map(|member| member.id),
        Err(_) => team::by_name(read, named)?.map(|member| member.id),
    };
    found.ok_or_else(|| Error::absent("members", named))
}

fn tell(line: &LoggedLine, words: &Words) -> String {
    let touchpoint = &line.touchpoint;
    let channel = words.say(&format!("common.channel.{}", touchpoint.channel.word()));
    let mut text = match &touchpoint.person {
        Some(person) => {
            let named = params([("name", person.name.clone()), ("channel", channel)]);
            words.fill("cli.say.logged", &named)
        }
        None => words.fill("cli.say.nobody", &params([("channel", channel)])),
    };
    if let Some(next) = &line.followup {
        let named = params([("what", next.title.clone()), ("day", next.due_on.clone())]);
        text = format!("{text} {}", words.fill("cli.say.promise", &named));
    }
    clean(&text)
}
