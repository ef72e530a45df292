//! What can happen in a stage, as `moments.txt` tells it, and choosing among it: what was told least
//! so far, and nothing twice at one firm while there is something else.

use std::collections::{HashMap, HashSet};

use rand::RngExt;
use rand_chacha::ChaCha12Rng;

use super::table::{self, Row};
use super::words::Words;
use super::{Scene, unknown};
use crate::catalog;
use crate::kernel::{Id, Result};
use crate::touchpoints::{Channel, Direction, Outcome, Touchpoint};

const MOMENTS: &str = include_str!("moments.txt");

/// One contact, not yet at a moment or with anybody.
#[derive(Clone)]
pub struct Said {
    pub channel: Channel,
    pub direction: Direction,
    outcome: Option<Outcome>,
    sentiment: Option<i64>,
    pub minutes: Option<i64>,
    /// Keys of `words.txt`, between commas.
    tags: &'static str,
    pub summary: &'static str,
}

impl Said {
    /// Reads channel, o or i, outcome, feeling, minutes, tags and what was said in both languages,
    /// beginning at cell `first`.
    pub fn read(row: &Row, first: usize, words: &Words) -> Result<Self> {
        Ok(Said {
            channel: row.read(first)?,
            direction: match row.text(first + 1) {
                "o" => Direction::Outbound,
                "i" => Direction::Inbound,
                _ => return Err(row.wrong(first + 1)),
            },
            outcome: row.filled(first + 2)?,
            sentiment: row.filled(first + 3)?,
            minutes: row.filled(first + 4)?,
            tags: row.text(first + 5),
            summary: words.say(row, first + 6),
        })
    }
}

/// Everything that can happen, by part.
pub struct Moments {
    parts: HashMap<&'static str, Vec<Said>>,
    told: HashMap<(&'static str, usize), u32>,
    told_there: HashSet<(Id, &'static str, usize)>,
}

impl Moments {
    pub fn read(words: &Words) -> Result<Self> {
        let mut parts: HashMap<_, Vec<Said>> = HashMap::new();
        for row in table::rows(MOMENTS) {
            let said = Said::read(&row, 0, words)?;
            parts.entry(row.part).or_default().push(said);
        }
        Ok(Moments {
            parts,
            told: HashMap::new(),
            told_there: HashSet::new(),
        })
    }

    /// One moment of a part for a firm.
    pub fn choose(&mut self, chance: &mut ChaCha12Rng, part: &str, firm: Id) -> Result<Said> {
        let (part, all) = self
            .parts
            .get_key_value(part)
            .ok_or_else(|| unknown(part))?;
        let weight = |at: &usize| {
            let there = self.told_there.contains(&(firm, *part, *at));
            let told = self.told.get(&(*part, *at)).copied().unwrap_or(0);
            (there, told)
        };
        let least = (0..all.len()).map(|at| weight(&at)).min();
        let best: Vec<usize> = (0..all.len())
            .filter(|at| Some(weight(at)) == least)
            .collect();
        let at = best[chance.random_range(0..best.len())];
        *self.told.entry((*part, at)).or_default() += 1;
        self.told_there.insert((firm, *part, at));
        Ok(all[at].clone())
    }
}

/// With whom and by whom.
#[derive(Clone, Copy)]
pub struct With {
    pub member: Option<Id>,
    pub person: Id,
    pub organization: Option<Id>,
    pub deal: Option<Id>,
}

/// Writes a contact at a moment. Firms outside China have no WeChat: there it went by message.
pub fn write(scene: &mut Scene<'_, '_>, said: &Said, at: i64, with: With) -> Result<Id> {
    let abroad = scene
        .firms
        .values()
        .any(|firm| Some(firm.id) == with.organization && firm.abroad.is_some());
    let id = scene.tx.fresh_id();
    scene.tx.put_new(&Touchpoint {
        n: 0,
        id,
        deleted_at: None,
        at,
        at_day: false,
        channel: match said.channel {
            Channel::Wechat if abroad => Channel::Sms,
            channel => channel,
        },
        direction: said.direction,
        outcome: said.outcome,
        minutes: said.minutes,
        sentiment: said.sentiment,
        summary: Some(said.summary.to_owned()),
        raw: None,
        who: None,
        member: with.member,
        person: Some(with.person),
        organization: with.organization,
        deal: with.deal,
    })?;
    let mut tags = Vec::new();
    for key in said
        .tags
        .split(',')
        .map(str::trim)
        .filter(|key| !key.is_empty())
    {
        tags.push(scene.words.named("tag", key)?.to_owned());
    }
    catalog::mark(scene.tx, id, &tags)?;
    let last = scene.last_touch.entry(with.person).or_insert((at, id));
    *last = (*last).max((at, id));
    Ok(id)
}
