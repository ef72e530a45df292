//! What is told line by line in `told.txt`: the journey of 张立群, partners, candidates, and one caller
//! nobody could name.

use chrono::NaiveTime;

use super::calendar::time;
use super::moments::{self, Said, With};
use super::table;
use super::{Scene, unknown};
use crate::kernel::{Id, Result};
use crate::touchpoints::{Channel, Direction, Outcome, Touchpoint};

const TOLD: &str = include_str!("told.txt");

/// One line.
pub struct Told {
    /// The firm, or a candidate's Simplified name.
    pub whose: &'static str,
    /// Exactly so many days ago, weekend or not.
    pub ago: i64,
    pub time: NaiveTime,
    pub member: Id,
    pub said: Said,
}

pub fn read(scene: &Scene<'_, '_>) -> Result<Vec<Told>> {
    table::rows(TOLD)
        .iter()
        .map(|row| {
            Ok(Told {
                whose: row.text(0),
                ago: row.read(1)?,
                time: NaiveTime::parse_from_str(row.text(2), "%H:%M").map_err(|_| row.wrong(2))?,
                member: scene.member(row.text(3))?,
                said: Said::read(row, 4, &scene.words)?,
            })
        })
        .collect()
}

/// Writes what belongs to no deal.
pub fn write_apart(scene: &mut Scene<'_, '_>, told: &[Told]) -> Result<()> {
    for line in told {
        let (person, organization) = match scene.firms.get(line.whose) {
            Some(firm) if !firm.deals.is_empty() => continue,
            Some(firm) => (firm.people.first().map(|contact| contact.id), Some(firm.id)),
            None => (scene.alone.get(line.whose).copied(), None),
        };
        let with = With {
            member: Some(line.member),
            person: person.ok_or_else(|| unknown(line.whose))?,
            organization,
            deal: None,
        };
        let at = scene
            .calendar
            .instant(scene.calendar.worked(line.ago), line.time);
        moments::write(scene, &line.said, at, with)?;
    }
    write_nobody(scene)
}

/// The call that stands on Today as "who was this?".
fn write_nobody(scene: &mut Scene<'_, '_>) -> Result<()> {
    let (who, line) = (
        scene.words.named("nobody", "who")?,
        scene.words.named("nobody", "line")?,
    );
    let ago = scene.calendar.worked(1);
    let touchpoint = Touchpoint {
        n: 0,
        id: scene.tx.fresh_id(),
        deleted_at: None,
        at: scene.calendar.instant(ago, time(17, 20)),
        at_day: false,
        channel: Channel::Call,
        direction: Direction::Inbound,
        outcome: Some(Outcome::Reached),
        minutes: Some(5),
        sentiment: None,
        summary: None,
        raw: Some(line.to_owned()),
        who: Some(who.to_owned()),
        member: Some(scene.member("lin")?),
        person: None,
        organization: None,
        deal: None,
    };
    scene.tx.put_new(&touchpoint)?;
    Ok(())
}
