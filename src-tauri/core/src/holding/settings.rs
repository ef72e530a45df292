//! How the team shares its deals: who may take which grades, how often, and how long a former holder waits.
//! One setting each, so that two devices that change different ones agree.

use serde::{Deserialize, Serialize};

use crate::kernel::settings;
use crate::kernel::{Act, Db, Error, Id, Read, Result, Written};
use crate::people::Grade;
use crate::team::Seniority;

/// The rules of the pool in this workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct HoldingSettings {
    /// Grades that seniors and juniors take; a deal of unknown grade fits anybody.
    pub senior: Vec<Grade>,
    pub junior: Vec<Grade>,
    /// For so many days who held a deal last may not claim it again.
    pub quarantine_days: i64,
    /// How many deals a member may claim in a day.
    pub claims_a_day: i64,
}

const SENIOR: &str = "holding_senior";
const JUNIOR: &str = "holding_junior";
const QUARANTINE: &str = "holding_quarantine";
const CLAIMS: &str = "holding_claims";

const QUARANTINE_DAYS: i64 = 7;
const CLAIMS_A_DAY: i64 = 5;
const MOST_DAYS: i64 = 366;
const MOST_CLAIMS: i64 = 10_000;

impl HoldingSettings {
    /// The grades that such a member takes.
    pub fn grades(&self, seniority: Seniority) -> &[Grade] {
        match seniority {
            Seniority::Senior => &self.senior,
            Seniority::Junior => &self.junior,
        }
    }

    /// Whether a deal of this grade fits such a member. Unknown is not low: it fits anybody.
    pub fn fits(&self, seniority: Seniority, grade: Option<Grade>) -> bool {
        grade.is_none_or(|grade| self.grades(seniority).contains(&grade))
    }
}

/// The rules as they stand; what was never set is as DOMAIN.md has it.
pub fn get(read: &Read<'_>) -> Result<HoldingSettings> {
    let number = |key: &str, usual: i64| -> Result<i64> {
        let text = settings::get(read, key)?;
        Ok(text.and_then(|text| text.parse().ok()).unwrap_or(usual))
    };
    let grades = |key: &str, usual: &[Grade]| -> Result<Vec<Grade>> {
        let text = settings::get(read, key)?;
        Ok(text.map_or_else(|| usual.to_vec(), |text| grades_in(&text)))
    };
    Ok(HoldingSettings {
        senior: grades(SENIOR, &[Grade::A, Grade::B])?,
        junior: grades(JUNIOR, &[Grade::C, Grade::D])?,
        quarantine_days: number(QUARANTINE, QUARANTINE_DAYS)?,
        claims_a_day: number(CLAIMS, CLAIMS_A_DAY)?,
    })
}

/// Sets the rules.
pub fn set(db: &Db, wanted: &HoldingSettings) -> Result<Written<()>> {
    if !(0..=MOST_DAYS).contains(&wanted.quarantine_days) {
        return Err(Error::invalid("quarantine_days"));
    }
    if !(0..=MOST_CLAIMS).contains(&wanted.claims_a_day) {
        return Err(Error::invalid("claims_a_day"));
    }
    db.write(Act::new("holding_rules_set"), |tx| {
        let before = get(tx)?;
        let mut put = |key: &str, changed: bool, value: String| match changed {
            true => settings::set(tx, key, &value),
            false => Ok(()),
        };
        put(
            SENIOR,
            before.senior != wanted.senior,
            words(&wanted.senior),
        )?;
        put(
            JUNIOR,
            before.junior != wanted.junior,
            words(&wanted.junior),
        )?;
        let days = wanted.quarantine_days;
        put(QUARANTINE, before.quarantine_days != days, days.to_string())?;
        let claims = wanted.claims_a_day;
        put(CLAIMS, before.claims_a_day != claims, claims.to_string())
    })
}

fn words(grades: &[Grade]) -> String {
    let words: Vec<&str> = Grade::ALL
        .iter()
        .filter(|grade| grades.contains(grade))
        .map(|grade| grade.word())
        .collect();
    words.join(",")
}

fn grades_in(text: &str) -> Vec<Grade> {
    text.split(',')
        .filter_map(|word| word.parse().ok())
        .collect()
}

/// How a member stands to the deals they hold.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Room {
    /// Open deals they hold; won and lost ones do not count.
    pub held: i64,
    pub cap: i64,
}

impl Room {
    /// How many more they may take.
    pub fn free(&self) -> i64 {
        i64::max(0, self.cap - self.held)
    }
}

/// How many open deals a member holds, of how many.
pub fn room(read: &Read<'_>, member: &crate::team::Member) -> Result<Room> {
    Ok(Room {
        held: open_held(read, member.id)?,
        cap: member.holding_cap.unwrap_or(crate::team::HOLDING_CAP),
    })
}

fn open_held(read: &Read<'_>, member: Id) -> Result<i64> {
    read.value(
        "SELECT count(*) FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
         WHERE d.holder = ?1 AND d.deleted_at IS NULL",
        [member],
    )
}
