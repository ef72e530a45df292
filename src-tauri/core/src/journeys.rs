//! The one-customer journey: what happened when and over what, in which stages, how it felt, how
//! long it was silent, what comes next. Computed here; the window only draws it.

use chrono::NaiveDate;
use rusqlite::params;
use serde::Serialize;

use crate::events::kind;
use crate::kernel::time::days_between;
use crate::kernel::{Id, Read, Result};
use crate::pipeline::StageKind;
use crate::touchpoints::{Channel, Direction, Outcome, Subject, SubjectWord, subject_n};

/// A lane: one channel that was used.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct JourneyLane {
    pub channel: Channel,
    pub count: i64,
}

/// One touchpoint.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct JourneyMark {
    pub id: Id,
    pub at: i64,
    pub day_only: bool,
    /// Calendar days since the first touchpoint or stage.
    pub day_index: i64,
    pub channel: Channel,
    pub direction: Direction,
    pub sentiment: Option<i64>,
    pub outcome: Option<Outcome>,
    pub minutes: Option<i64>,
    pub summary: Option<String>,
    pub member: Option<String>,
    /// Who it was with, on an organization's journey.
    pub person: Option<String>,
}

/// A stretch of time that a deal spent in a stage; a second stay is a second band.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct StageBand {
    pub deal_id: Id,
    pub deal: String,
    pub stage_id: Id,
    pub stage: String,
    pub kind: StageKind,
    pub from: i64,
    /// `None`: it is still there.
    pub to: Option<i64>,
    /// Calendar days from entering to leaving, or to today.
    pub days: i64,
    /// 1 for the first stay in this stage, 2 for the second.
    pub entry: i64,
    pub limit_days: Option<i64>,
}

/// A silence longer than usual.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Silence {
    pub from: i64,
    pub to: i64,
    pub days: i64,
    pub usual_days: i64,
}

/// A promise to come, or overdue.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FutureStep {
    pub id: Id,
    pub title: String,
    pub due_on: String,
    pub at: i64,
    /// Only the day is known.
    pub day_only: bool,
    pub channel: Option<Channel>,
    pub days_late: i64,
}

/// One customer's journey as of now.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Journey {
    pub subject: Subject,
    pub name: String,
    pub now: i64,
    pub today: String,
    /// The first thing that happened.
    pub from: Option<i64>,
    /// Calendar days from then to today.
    pub days: i64,
    /// Channels that were used, most used first.
    pub lanes: Vec<JourneyLane>,
    pub empty_channels: i64,
    pub marks: Vec<JourneyMark>,
    pub bands: Vec<StageBand>,
    pub silences: Vec<Silence>,
    pub future: Vec<FutureStep>,
    /// What a silence is compared with; `None`: too few gaps to say.
    pub usual_gap_days: Option<i64>,
}

/// Below this many gaps nothing is said about what is usual.
const GAPS_NEEDED: usize = 4;
/// A silence shorter than this is never shown, however often somebody calls: two of the weeks after
/// which a held deal counts as silent.
const SHORTEST_SILENCE: i64 = 14;

/// The journey of a person or an organization.
pub fn of(read: &Read<'_>, subject: Subject) -> Result<Journey> {
    let n = subject_n(read, subject)?;
    let subject = Subject {
        id: read.value(
            &format!("SELECT id FROM {} WHERE n = ?1", subject.kind.table()),
            [n],
        )?,
        ..subject
    };
    let called = match subject.kind {
        SubjectWord::Person => "shown",
        SubjectWord::Organization | SubjectWord::Deal => "name",
    };
    let name = read.value(
        &format!("SELECT {called} FROM {} WHERE n = ?1", subject.kind.table()),
        [n],
    )?;
    let mut marks = marks(read, subject, n)?;
    let bands = bands(read, subject, n)?;
    let future = future(read, subject)?;
    let from = marks
        .iter()
        .map(|mark| mark.at)
        .chain(bands.iter().map(|band| band.from))
        .min();
    let today = read.today();
    if let Some(first) = from.map(|at| read.zone.day(at)) {
        for mark in &mut marks {
            mark.day_index = days_between(first, read.zone.day(mark.at));
        }
    }
    let mut lanes: Vec<JourneyLane> = Vec::new();
    for mark in &marks {
        match lanes.iter_mut().find(|lane| lane.channel == mark.channel) {
            Some(lane) => lane.count += 1,
            None => lanes.push(JourneyLane {
                channel: mark.channel,
                count: 1,
            }),
        }
    }
    for step in future.iter().filter_map(|step| step.channel) {
        if !lanes.iter().any(|lane| lane.channel == step) {
            lanes.push(JourneyLane {
                channel: step,
                count: 0,
            });
        }
    }
    lanes.sort_by_key(|lane| lane.channel);
    let days_of: Vec<NaiveDate> = marks.iter().map(|mark| read.zone.day(mark.at)).collect();
    let usual = usual_gap(&days_of);
    let silences = silences(read, &marks, usual);
    Ok(Journey {
        subject,
        name,
        now: read.now,
        today: today.to_string(),
        from,
        days: from.map_or(0, |at| days_between(read.zone.day(at), today)),
        empty_channels: (Channel::ALL.len() - lanes.len()) as i64,
        lanes,
        marks,
        bands,
        silences,
        future,
        usual_gap_days: usual,
    })
}

fn marks(read: &Read<'_>, subject: Subject, n: i64) -> Result<Vec<JourneyMark>> {
    let of_many = subject.kind == SubjectWord::Organization;
    read.all(
        concat!("SELECT t.id, t.at, t.at_day, t.channel, t.direction, t.sentiment, t.outcome, t.minutes, t.summary, m.name, p.shown
         FROM events e JOIN touchpoints t ON t.n = e.ref_n
           LEFT JOIN members m ON m.id = t.member LEFT JOIN people p ON p.id = ", crate::root_of!("people", "t.person"), "
         WHERE e.subject_kind = ?1 AND e.subject_n = ?2 AND e.kind IN (?3, ?4) ORDER BY e.at, e.seq"),
        params![subject.kind.stream() as i64, n, kind::TOUCH, kind::ATTEMPT],
        |row| {
            Ok(JourneyMark {
                id: row.get(0)?,
                at: row.get(1)?,
                day_only: row.get(2)?,
                day_index: 0,
                channel: row.get(3)?,
                direction: row.get(4)?,
                sentiment: row.get(5)?,
                outcome: row.get(6)?,
                minutes: row.get(7)?,
                summary: row.get(8)?,
                member: row.get(9)?,
                person: if of_many { row.get(10)? } else { None },
            })
        },
    )
}

struct Move {
    deal_id: Id,
    deal: String,
    stage_id: Id,
    stage: String,
    kind: StageKind,
    at: i64,
    limit_days: Option<i64>,
}

fn bands(read: &Read<'_>, subject: Subject, n: i64) -> Result<Vec<StageBand>> {
    let moves = read.all(
        "SELECT d.id, d.name, s.id, s.name, s.kind, e.at, s.limit_days
         FROM events e JOIN stage_moves v ON v.n = e.ref_n JOIN deals d ON d.id = v.deal JOIN stages s ON s.id = v.stage
         WHERE e.subject_kind = ?1 AND e.subject_n = ?2 AND e.kind = ?3 ORDER BY d.n, e.at, v.place, v.id",
        params![subject.kind.stream() as i64, n, kind::STAGE_MOVE],
        |row| {
            Ok(Move {
                deal_id: row.get(0)?,
                deal: row.get(1)?,
                stage_id: row.get(2)?,
                stage: row.get(3)?,
                kind: row.get(4)?,
                at: row.get(5)?,
                limit_days: row.get(6)?,
            })
        },
    )?;
    let today = read.today();
    let mut bands: Vec<StageBand> = Vec::new();
    for entered in moves {
        let same_deal = |band: &&mut StageBand| band.deal_id == entered.deal_id;
        if let Some(last) = bands.last_mut().filter(same_deal) {
            if last.stage_id == entered.stage_id {
                continue;
            }
            last.to = Some(entered.at);
            last.days = days_between(read.zone.day(last.from), read.zone.day(entered.at));
        }
        let stays = |band: &&StageBand| {
            band.deal_id == entered.deal_id && band.stage_id == entered.stage_id
        };
        let entry = bands.iter().filter(stays).count() as i64 + 1;
        bands.push(StageBand {
            deal_id: entered.deal_id,
            deal: entered.deal,
            stage_id: entered.stage_id,
            stage: entered.stage,
            kind: entered.kind,
            from: entered.at,
            to: None,
            days: days_between(read.zone.day(entered.at), today),
            entry,
            limit_days: entered.limit_days,
        });
    }
    Ok(bands)
}

fn future(read: &Read<'_>, subject: Subject) -> Result<Vec<FutureStep>> {
    use crate::followups::{Of, open_of};
    let of = match subject.kind {
        SubjectWord::Person => Of::Person(subject.id),
        SubjectWord::Organization => Of::Organization(subject.id),
        SubjectWord::Deal => Of::Deal(subject.id),
    };
    let steps = open_of(read, of)?;
    Ok(steps
        .into_iter()
        .filter_map(|step| {
            let noon = step.due_on.parse().ok().map(|day| read.zone.noon(day))?;
            Some(FutureStep {
                id: step.id,
                title: step.title,
                at: step.due_at.unwrap_or(noon),
                day_only: step.due_at.is_none(),
                due_on: step.due_on,
                channel: step.channel,
                days_late: step.days_late,
            })
        })
        .collect())
}

/// The 90th percentile of the gaps between days of contact, in days, by the nearest-rank method
/// (the smallest gap that at least nine in ten do not exceed); `None` below [`GAPS_NEEDED`] gaps.
fn usual_gap(days: &[NaiveDate]) -> Option<i64> {
    let mut gaps: Vec<i64> = days
        .windows(2)
        .map(|pair| days_between(pair[0], pair[1]))
        .filter(|gap| *gap > 0)
        .collect();
    if gaps.len() < GAPS_NEEDED {
        return None;
    }
    gaps.sort_unstable();
    // The longest gap is what is judged, so it does not also set the measure.
    gaps.pop();
    let rank = (gaps.len() * 9).div_ceil(10);
    Some(gaps[rank - 1])
}

fn silences(read: &Read<'_>, marks: &[JourneyMark], usual: Option<i64>) -> Vec<Silence> {
    let Some(usual_days) = usual else {
        return Vec::new();
    };
    let ends = marks.iter().skip(1).map(|mark| mark.at).chain([read.now]);
    marks
        .iter()
        .zip(ends)
        .map(|(mark, to)| {
            let days = days_between(read.zone.day(mark.at), read.zone.day(to));
            Silence {
                from: mark.at,
                to,
                days,
                usual_days,
            }
        })
        .filter(|silence| silence.days > usual_days.max(SHORTEST_SILENCE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(list: &[i64]) -> Vec<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
        list.iter()
            .map(|at| crate::kernel::time::plus_days(first, *at))
            .collect()
    }

    #[test]
    fn few_gaps_say_nothing_about_what_is_usual() {
        assert_eq!(usual_gap(&days(&[0, 10, 20, 90])), None);
    }

    #[test]
    fn the_longest_gap_does_not_set_its_own_measure() {
        assert_eq!(usual_gap(&days(&[0, 3, 13, 31, 73, 80])), Some(18));
    }
}
