//! Follow-ups: promises with a due day. Done and dropped ones stay in the history.

pub mod next;
mod store;
#[cfg(test)]
mod tests;
mod types;

pub use store::{Of, closed_of, days_late, earliest, open_of};
pub use types::{ClosedStep, Followup, FollowupInput, FollowupSaved, FollowupState, NextStep};

use chrono::{NaiveDate, NaiveTime};

use crate::kernel::text::required;
use crate::kernel::{Act, Db, Error, Id, Read, Result, WriteTx, Written};
use crate::organizations;

/// Makes or changes a promise.
pub fn save(db: &Db, input: FollowupInput) -> Result<FollowupSaved> {
    let title = required(&input.title, "title")?;
    let written = db.write(Act::new("followup_saved").on(&title), |tx| {
        let mut followup = match input.id {
            Some(id) => tx.get(id)?,
            None => open(tx.fresh_id(), &title),
        };
        followup.title = title.clone();
        (followup.due_on, followup.due_at) = due(tx, &input.due_on, input.due_time.as_deref())?;
        followup.channel = input.channel;
        followup.person = input.person;
        followup.deal = input.deal;
        // A promise to a firm names nobody: the form says nothing of the firm, so it stays.
        if let Some(person) = input.person {
            followup.organization =
                organizations::current(tx, person)?.map(|(organization, _)| organization);
        }
        followup.member = followup.member.or(tx.me);
        tx.put(&followup)?;
        Ok(followup.id)
    })?;
    Ok(FollowupSaved {
        id: written.value,
        action: written.action,
    })
}

/// An open promise without a day yet.
pub fn open(id: Id, title: &str) -> Followup {
    Followup {
        n: 0,
        id,
        deleted_at: None,
        title: title.to_owned(),
        due_on: String::new(),
        due_at: None,
        channel: None,
        state: FollowupState::Open,
        done_at: None,
        member: None,
        person: None,
        organization: None,
        deal: None,
        touchpoint: None,
    }
}

/// A due day, and its instant when a time was said ("15:00", the workspace's zone).
pub fn due(read: &Read<'_>, day: &str, time: Option<&str>) -> Result<(String, Option<i64>)> {
    let date: NaiveDate = day
        .parse()
        .map_err(|_| Error::invalid("due_on").because(day))?;
    let at = match time {
        Some(time) => {
            let time = NaiveTime::parse_from_str(time, "%H:%M")
                .map_err(|_| Error::invalid("due_time").because(time))?;
            Some(read.zone.instant(date.and_time(time)))
        }
        None => None,
    };
    Ok((date.to_string(), at))
}

/// Marks a promise kept.
pub fn done(db: &Db, id: Id) -> Result<Written<()>> {
    db.write(Act::new("followup_done"), |tx| {
        close(tx, id, FollowupState::Done)
    })
}

/// Gives a promise up.
pub fn drop_it(db: &Db, id: Id) -> Result<Written<()>> {
    db.write(Act::new("followup_dropped"), |tx| {
        close(tx, id, FollowupState::Dropped)
    })
}

/// Moves a promise to another day; its time of day is forgotten.
pub fn postpone(db: &Db, id: Id, due_on: &str) -> Result<Written<()>> {
    db.write(Act::new("followup_postponed"), |tx| {
        let mut followup: Followup = tx.get(id)?;
        tx.name_subject(followup.title.clone());
        (followup.due_on, followup.due_at) = due(tx, due_on, None)?;
        tx.put(&followup)?;
        Ok(())
    })
}

/// Closes an open promise inside another action.
pub fn close(tx: &mut WriteTx<'_>, id: Id, state: FollowupState) -> Result<()> {
    let mut followup: Followup = tx.get(id)?;
    tx.name_subject(followup.title.clone());
    followup.state = state;
    followup.done_at = Some(tx.now);
    tx.put(&followup)?;
    Ok(())
}
