//! The deterministic workspace behind benchmarks: people, organizations, deals and touchpoints, half
//! of them Chinese, half English, the same for the same seed. It writes through the one write path.

use chrono::{DateTime, Utc};
use rand::seq::IndexedRandom;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;
use touchline_core::followups;
use touchline_core::kernel::time::plus_days;
use touchline_core::kernel::{Act, Db, Id, Result};
use touchline_core::organizations::{self, Position};
use touchline_core::people::{self, Grade, Identifier, IdentifierKind, Person};
use touchline_core::pipeline::{self, Deal, Stage, StageMove};
use touchline_core::touchpoints::{Channel, Direction, Outcome, Touchpoint};

/// How much to make.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub people: usize,
    pub organizations: usize,
    pub deals: usize,
    pub touchpoints: usize,
}

impl Size {
    /// What the budgets in docs/PERFORMANCE.md are about.
    pub const FULL: Size = Size {
        people: 100_000,
        organizations: 20_000,
        deals: 50_000,
        touchpoints: 1_000_000,
    };
}

/// Rows written in one transaction.
const SLICE: usize = 5_000;

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗",
];
const GIVEN: &[&str] = &[
    "伟", "芳", "立群", "敏", "静", "国栋", "晓岚", "思源", "建平", "海燕", "一帆", "雨桐", "志强",
    "佳怡", "子墨", "文博", "雪梅", "丽华",
];
const FIRST: &[&str] = &[
    "Anna", "Ben", "Carla", "David", "Elena", "Frank", "Grace", "Hugo", "Irene", "Jonas", "Karen",
    "Luis", "Maria", "Nadia", "Oscar", "Paula",
];
const LAST: &[&str] = &[
    "Miller", "Santos", "Novak", "Fischer", "Rossi", "Kim", "Larsen", "Dubois", "Haddad", "Okafor",
    "Silva", "Tanaka", "Weber", "Young",
];
const CITIES: &[&str] = &[
    "苏州", "上海", "杭州", "深圳", "成都", "London", "Berlin", "Austin",
];
const SAID_ZH: &[&str] = &[
    "问了价格和交付周期，下周给答复",
    "试用两周，对账快了不少，觉得按席位计价偏贵",
    "没人接，晚点再打",
    "发来两张导出失败的截图，已转给研发",
    "去厂里演示，财务三人在场，当场对完一本账",
    "希望能对接金蝶，移动端审批什么时候上线",
    "合同第三条按法务意见修改后再发一版",
];
const SAID_EN: &[&str] = &[
    "Asked about price and delivery, will answer next week",
    "Two weeks into the trial, matching is much faster; finds seats dear",
    "No answer, will try again later",
    "Sent two screenshots of a failed export, passed on",
    "Demo on site, three from finance in the room",
    "Wants single sign-on before the pilot starts",
    "Legal wants clause three changed before signing",
];

/// A chance-free source of everything a generated row needs.
pub struct Generator {
    rng: ChaCha12Rng,
    now: DateTime<Utc>,
}

impl Generator {
    pub fn new(seed: u64, now: DateTime<Utc>) -> Self {
        Generator {
            rng: ChaCha12Rng::seed_from_u64(seed),
            now,
        }
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list.choose(&mut self.rng).copied().unwrap_or_default()
    }

    fn id(&mut self) -> Id {
        let mut bytes = [0; 16];
        self.rng.fill_bytes(&mut bytes);
        Id(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    /// A person with a phone number and an address.
    pub fn person(&mut self, at: usize) -> (Person, [Identifier; 2]) {
        let chinese = at.is_multiple_of(2);
        let name = if chinese {
            format!("{}{}", self.pick(SURNAMES), self.pick(GIVEN))
        } else {
            format!("{} {}", self.pick(FIRST), self.pick(LAST))
        };
        let id = self.id();
        let person = Person {
            grade: [None, Some(Grade::A), Some(Grade::B), Some(Grade::C)]
                [self.rng.random_range(0..4)],
            city: Some(self.pick(CITIES).to_owned()),
            ..people::named(id, &name)
        };
        let phone = format!(
            "+861{:010}",
            3_000_000_000u64 + at as u64 * 7919 % 6_000_000_000
        );
        let email = format!("p{at}@example.com");
        let identifier = |me: &mut Self, kind, value| Identifier {
            n: 0,
            id: me.id(),
            deleted_at: None,
            person: id,
            kind,
            value,
            shown: None,
            state: None,
            state_why: None,
            state_on: None,
        };
        let phone = identifier(self, IdentifierKind::Phone, phone);
        let email = identifier(self, IdentifierKind::Email, email);
        (person, [phone, email])
    }

    fn firm(&mut self, at: usize) -> String {
        if at.is_multiple_of(2) {
            format!("{}{}{}{at}", self.pick(CITIES), self.pick(SURNAMES), "机电")
        } else {
            format!("{} {} {at}", self.pick(LAST), "Industries")
        }
    }

    fn stage_move(&mut self, deal: &Deal, stage: &Stage) -> StageMove {
        let ago = self.rng.random_range(0..120i64 * 86_400);
        StageMove {
            n: 0,
            id: self.id(),
            deleted_at: None,
            deal: deal.id,
            stage: stage.id,
            at: Some(self.now.timestamp_millis() - ago * 1000),
            at_day: false,
            place: stage.place,
            member: None,
            reason: None,
        }
    }

    /// A contact with one of these people some time in the last two years.
    pub fn touchpoint(
        &mut self,
        at: usize,
        person: Id,
        organization: Option<Id>,
        deal: Option<Id>,
    ) -> Touchpoint {
        let said = if at.is_multiple_of(2) {
            self.pick(SAID_ZH)
        } else {
            self.pick(SAID_EN)
        };
        let channel = Channel::ALL[self.rng.random_range(0..8)];
        let ago = self.rng.random_range(0..730i64 * 86_400);
        Touchpoint {
            n: 0,
            id: self.id(),
            deleted_at: None,
            at: self.now.timestamp_millis() - ago * 1000,
            at_day: false,
            channel,
            direction: if at.is_multiple_of(3) {
                Direction::Inbound
            } else {
                Direction::Outbound
            },
            outcome: [
                None,
                Some(Outcome::Reached),
                Some(Outcome::NoAnswer),
                Some(Outcome::Interested),
            ][self.rng.random_range(0..4)],
            minutes: (channel == Channel::Call).then(|| self.rng.random_range(1..40)),
            sentiment: at.is_multiple_of(4).then(|| self.rng.random_range(-2..=2)),
            summary: Some(said.to_owned()),
            raw: None,
            who: None,
            member: None,
            person: Some(person),
            organization,
            deal,
        }
    }
}

/// Writes `count` people with two identifiers each, as one action; returns their ids.
pub fn people(db: &Db, generator: &mut Generator, count: usize) -> Result<Vec<Id>> {
    let mut ids = Vec::with_capacity(count);
    let mut long = db.long(Act::new("generated"));
    for start in (0..count).step_by(SLICE) {
        long.slice(|tx| {
            for at in start..(start + SLICE).min(count) {
                let (person, identifiers) = generator.person(at);
                ids.push(person.id);
                tx.put_new(&person)?;
                for identifier in &identifiers {
                    tx.put_new(identifier)?;
                }
            }
            Ok(())
        })?;
    }
    long.finish()?;
    Ok(ids)
}

/// Writes organizations and makes every second person work at one of them.
pub fn organizations(
    db: &Db,
    generator: &mut Generator,
    count: usize,
    people: &[Id],
) -> Result<Vec<Id>> {
    let ids: Vec<Id> = (0..count).map(|_| generator.id()).collect();
    let mut long = db.long(Act::new("generated"));
    for start in (0..count).step_by(SLICE) {
        long.slice(|tx| {
            for (at, id) in ids.iter().enumerate().skip(start).take(SLICE) {
                let mut organization = organizations::named(*id, &generator.firm(at));
                organization.industry = Some("制造".to_owned());
                tx.put_new(&organization)?;
            }
            Ok(())
        })?;
    }
    for (at, chunk) in people.chunks(2 * SLICE).enumerate() {
        long.slice(|tx| {
            for (within, person) in chunk.iter().step_by(2).enumerate() {
                let organization = ids[(at * SLICE + within) % ids.len()];
                tx.put_new(&Position {
                    n: 0,
                    id: generator.id(),
                    deleted_at: None,
                    person: *person,
                    organization,
                    title: Some("采购经理".to_owned()),
                    from_on: None,
                    to_on: None,
                })?;
            }
            Ok(())
        })?;
    }
    long.finish()?;
    Ok(ids)
}

/// Writes deals over all stages of the default pipeline, each with a move, a holding and, one in
/// three, a promise.
pub fn deals(
    db: &Db,
    generator: &mut Generator,
    count: usize,
    people: &[Id],
    firms: &[Id],
) -> Result<Vec<Id>> {
    db.write(Act::new("generated"), |tx| {
        pipeline::make_default(tx, "zh-Hans")
    })?;
    let stages = db.read(|read| {
        let first = pipeline::pipelines(read)?.remove(0);
        pipeline::stages(read, first.id)
    })?;
    let ids: Vec<Id> = (0..count).map(|_| generator.id()).collect();
    let mut long = db.long(Act::new("generated"));
    for start in (0..count).step_by(SLICE) {
        long.slice(|tx| {
            for at in start..(start + SLICE).min(count) {
                let stage = &stages[at % stages.len()];
                let mut deal = pipeline::empty(ids[at], &format!("{} 席位", 5 + at % 200));
                deal.person = Some(people[at * 7 % people.len()]);
                deal.organization = Some(firms[at * 3 % firms.len()]);
                deal.amount_minor = (at % 9 != 0).then_some(100_000 * (1 + at as i64 % 300));
                deal.currency = deal.amount_minor.map(|_| "CNY".to_owned());
                tx.put_new(&deal)?;
                tx.put_new(&generator.stage_move(&deal, stage))?;
                pipeline::hold(tx, deal.id, None, None)?;
                if at % 3 == 0 {
                    let mut promise = followups::open(generator.id(), "回访");
                    promise.due_on = plus_days(tx.today(), at as i64 % 40 - 10).to_string();
                    promise.deal = Some(deal.id);
                    promise.person = deal.person;
                    tx.put_new(&promise)?;
                }
            }
            Ok(())
        })?;
    }
    long.finish()?;
    Ok(ids)
}

/// Writes `count` touchpoints with these people, every third about a deal, as one action.
pub fn touchpoints(
    db: &Db,
    generator: &mut Generator,
    count: usize,
    people: &[Id],
    firms: &[Id],
    deals: &[Id],
) -> Result<()> {
    let mut long = db.long(Act::new("generated"));
    for start in (0..count).step_by(SLICE) {
        long.slice(|tx| {
            for at in start..(start + SLICE).min(count) {
                let person = people[at * 31 % people.len()];
                let firm = (at % 2 == 0).then(|| firms[at * 13 % firms.len()]);
                let deal = (at % 3 == 0).then(|| deals[at * 11 % deals.len()]);
                tx.put_new(&generator.touchpoint(at, person, firm, deal))?;
            }
            Ok(())
        })?;
    }
    long.finish()?;
    Ok(())
}

/// The whole workspace of a size.
pub fn fill(db: &Db, generator: &mut Generator, size: Size) -> Result<()> {
    let people = people(db, generator, size.people)?;
    let firms = organizations(db, generator, size.organizations, &people)?;
    let deals = deals(db, generator, size.deals, &people, &firms)?;
    touchpoints(db, generator, size.touchpoints, &people, &firms, &deals)
}
