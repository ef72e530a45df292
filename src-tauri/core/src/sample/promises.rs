//! Follow-ups of the sample: those of `followups.txt` relative to today, and kept ones of the past.

use chrono::NaiveTime;
use rand::RngExt;

use super::moments::{Said, With};
use super::table::{self, Row};
use super::{Scene, unknown};
use crate::followups::{self, Followup, FollowupState};
use crate::kernel::{Id, Result};
use crate::touchpoints::{Channel, Direction};

const FOLLOWUPS: &str = include_str!("followups.txt");
/// Firms whose papers went out this morning: promises kept today.
const SENT_TODAY: [&str; 2] = ["hengshun", "lvye"];

/// Writes what is promised, and what was kept today.
pub fn write(scene: &mut Scene<'_, '_>) -> Result<()> {
    for row in table::rows(FOLLOWUPS) {
        write_one(scene, &row)?;
    }
    for (at, key) in SENT_TODAY.iter().enumerate() {
        write_sent(scene, key, at as i64 + 1)?;
    }
    Ok(())
}

fn write_one(scene: &mut Scene<'_, '_>, row: &Row) -> Result<()> {
    let (key, name) = row.text(0).split_once('/').unwrap_or((row.text(0), ""));
    let person = match name {
        "" => None,
        name => scene
            .firm(key)?
            .people
            .iter()
            .find(|contact| contact.key == name),
    };
    let person = person.map(|contact| contact.id);
    let ahead: i64 = row.read(1)?;
    // The journey of 张立群 is told to the day.
    let ahead = match key {
        "hengda" => ahead,
        _ => scene.calendar.promised(ahead),
    };
    let mut followup = promise(scene, key, person, scene.words.say(row, 4))?;
    followup.due_on = scene.calendar.day(-ahead).to_string();
    followup.due_at = match row.text(2) {
        "" => None,
        text => {
            let time = NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| row.wrong(2))?;
            Some(scene.calendar.instant(-ahead, time))
        }
    };
    followup.channel = row.filled(3)?;
    scene.tx.put_new(&followup)?;
    Ok(())
}

/// An open promise to somebody at a firm, made in the last conversation with them.
fn promise(scene: &Scene<'_, '_>, key: &str, person: Option<Id>, title: &str) -> Result<Followup> {
    let firm = scene.firm(key)?;
    let contact = firm.people.first().map(|contact| contact.id);
    let person = person.or(contact).ok_or_else(|| unknown(key))?;
    let deal = firm
        .deals
        .iter()
        .find(|deal| deal.open)
        .or(firm.deals.first());
    Ok(Followup {
        member: match deal.and_then(|deal| deal.holder) {
            Some(holder) => Some(holder),
            None => Some(scene.member("lin")?),
        },
        person: Some(person),
        organization: Some(firm.id),
        deal: deal.map(|deal| deal.id),
        touchpoint: scene.last_touch.get(&person).map(|(_, id)| *id),
        ..followups::open(scene.tx.fresh_id(), title)
    })
}

fn write_sent(scene: &mut Scene<'_, '_>, key: &str, nth: i64) -> Result<()> {
    const APART: i64 = 25 * 60_000;
    let title = scene.words.named("promise", "email")?;
    let mut followup = promise(scene, key, None, title)?;
    let midnight = scene.tx.zone.midnight(scene.tx.today());
    followup.due_on = scene.calendar.day(0).to_string();
    followup.channel = Some(Channel::Email);
    followup.state = FollowupState::Done;
    followup.done_at = Some(i64::max(midnight, scene.tx.now - nth * APART));
    scene.tx.put_new(&followup)?;
    Ok(())
}

/// Some contacts of ours had been promised in the conversation before.
pub fn kept(
    scene: &mut Scene<'_, '_>,
    said: &Said,
    at: i64,
    with: With,
    before: Option<(i64, Id)>,
) -> Result<()> {
    let Some((_, before)) = before.filter(|(earlier, _)| *earlier < at) else {
        return Ok(());
    };
    let ours = said.direction == Direction::Outbound;
    if !ours || scene.chance.random_range(0..2) == 0 {
        return Ok(());
    }
    let title = scene.words.named("promise", said.channel.word())?;
    let day = scene.tx.zone.day(at);
    let followup = Followup {
        due_on: day.to_string(),
        channel: Some(said.channel),
        state: FollowupState::Done,
        done_at: Some(at + said.minutes.unwrap_or(0) * 60_000),
        member: with.member,
        person: Some(with.person),
        organization: with.organization,
        deal: with.deal,
        touchpoint: Some(before),
        ..followups::open(scene.tx.fresh_id(), title)
    };
    scene.tx.put_new(&followup)?;
    Ok(())
}
