//! Who is in the sample: the team, what it sells, firms and the people there.

use chrono::Datelike;
use rand::RngExt;

use super::table::{self, Row};
use super::words::Lang;
use super::{Scene, currency};
use crate::catalog::{self, Product};
use crate::kernel::{Id, Result, text};
use crate::organizations::{self, Organization, Position};
use crate::people::{self, Grade, IdentifierInput, IdentifierKind, Person, PersonKind};
use crate::pipeline::DealRoleKind;
use crate::team::{self, Member, Role, Seniority};

const ORGANIZATIONS: &str = include_str!("organizations.txt");
const PEOPLE: &str = include_str!("people.txt");

/// A firm of the sample.
pub struct Firm {
    pub id: Id,
    pub source: &'static str,
    /// In the English sample some are outside China: another phone, no WeChat.
    pub abroad: Option<&'static str>,
    /// hengda of hengda.example.
    domain: String,
    /// hd of zhangliqun_hd.
    mark: String,
    grade: Option<Grade>,
    city: &'static str,
    /// The first is our contact.
    pub people: Vec<Contact>,
    pub deals: Vec<FirmDeal>,
}

/// Somebody at a firm.
#[derive(Clone)]
pub struct Contact {
    pub id: Id,
    /// The Simplified name, by which tables refer.
    pub key: &'static str,
    pub role: Option<DealRoleKind>,
}

/// A deal with a firm.
#[derive(Clone, Copy)]
pub struct FirmDeal {
    pub id: Id,
    /// The Simplified name, by which tables refer.
    pub key: &'static str,
    pub open: bool,
    pub holder: Option<Id>,
}

/// Writes them all.
pub fn write(scene: &mut Scene<'_, '_>) -> Result<()> {
    write_team(scene)?;
    write_products(scene)?;
    for row in table::rows(ORGANIZATIONS) {
        write_firm(scene, &row)?;
    }
    for (at, row) in table::rows(PEOPLE).iter().enumerate() {
        write_person(scene, row, at)?;
    }
    Ok(())
}

fn write_team(scene: &mut Scene<'_, '_>) -> Result<()> {
    let mut team = Vec::new();
    for row in scene.words.of_kind("member") {
        let (role, seniority) = row.text(4).split_once(' ').ok_or_else(|| row.wrong(4))?;
        let (role, seniority): (Role, Seniority) = (role.parse()?, seniority.parse()?);
        let name = scene.words.say(row, 2);
        let member = Member {
            seniority,
            ..team::member(scene.tx.fresh_id(), name, role)
        };
        team.push((row.text(1), member));
    }
    for (key, member) in team {
        team::save(scene.tx, &member)?;
        scene.members.insert(key, member.id);
    }
    Ok(())
}

fn write_products(scene: &mut Scene<'_, '_>) -> Result<()> {
    let mut products = Vec::new();
    for row in scene.words.of_kind("product") {
        products.push((row.text(1), scene.words.say(row, 2), row.read::<i64>(4)?));
    }
    for (key, name, yuan) in products {
        let price = scene.minor(yuan);
        scene.tx.put(&Product {
            n: 0,
            id: product(key),
            deleted_at: None,
            name: name.to_owned(),
            family: None,
            price_minor: Some(price),
            currency: Some(currency(scene.words.lang).to_owned()),
        })?;
    }
    Ok(())
}

/// The identity of a product of the sample.
pub fn product(key: &str) -> Id {
    Id::derived(&[b"products", b"sample", key.as_bytes()])
}

fn write_firm(scene: &mut Scene<'_, '_>, row: &Row) -> Result<()> {
    let words = &scene.words;
    let (name, industry) = (words.say(row, 1), words.say(row, 4));
    let (city, grade) = (words.say(row, 6), row.filled::<Grade>(8)?);
    let parent = match row.text(11) {
        "" => None,
        key => Some(scene.firm(key)?.id),
    };
    let id = scene.tx.fresh_id();
    scene.tx.put_new(&Organization {
        industry: Some(industry.to_owned()),
        region: Some(city.to_owned()),
        grade,
        parent,
        employees: row.filled(9)?,
        ..organizations::named(id, name)
    })?;
    let abroad = (scene.words.lang == Lang::En && !row.text(3).is_empty()).then(|| row.text(3));
    let domain = match abroad {
        Some(_) => text::squeeze(row.text(2)),
        None => row.text(0).to_owned(),
    };
    let firm = Firm {
        id,
        source: row.text(10),
        abroad,
        domain,
        mark: spelled(row.text(1)).1.chars().take(2).collect(),
        grade,
        city,
        people: Vec::new(),
        deals: Vec::new(),
    };
    scene.firms.insert(row.text(0), firm);
    Ok(())
}

fn write_person(scene: &mut Scene<'_, '_>, row: &Row, at: usize) -> Result<()> {
    let (key, name) = (row.text(0), scene.words.say(row, 1));
    let id = scene.tx.fresh_id();
    if key == "-" {
        let source = scene.words.named("source", "interview")?;
        let person = Person {
            kind: PersonKind::Candidate,
            source: Some(catalog::source(scene.tx, source)?),
            ..people::named(id, name)
        };
        scene.tx.put_new(&person)?;
        scene.alone.insert(row.text(1), id);
    } else {
        let firm = scene.firm(key)?;
        let (organization, grade, city) = (firm.id, firm.grade, firm.city);
        let source = scene.words.named("source", firm.source)?;
        let person = Person {
            grade,
            city: Some(city.to_owned()),
            source: Some(catalog::source(scene.tx, source)?),
            ..people::named(id, name)
        };
        scene.tx.put_new(&person)?;
        write_positions(scene, row, id, organization)?;
        scene.firm_mut(key)?.people.push(Contact {
            id,
            key: row.text(1),
            role: row.filled(6)?,
        });
    }
    let identifiers = identifiers(scene, row, at);
    people::identify(scene.tx, id, &identifiers)?;
    Ok(())
}

fn write_positions(
    scene: &mut Scene<'_, '_>,
    row: &Row,
    person: Id,
    organization: Id,
) -> Result<()> {
    let year = scene.calendar.day(0).year() - scene.chance.random_range(1..9);
    let since = format!("{year}-{:02}-01", scene.chance.random_range(1..13));
    let mut position = Position {
        n: 0,
        id: scene.tx.fresh_id(),
        deleted_at: None,
        person,
        organization,
        title: Some(scene.words.say(row, 3).to_owned()),
        from_on: Some(since.clone()),
        to_on: None,
    };
    scene.tx.put_new(&position)?;
    if !row.text(7).is_empty() {
        position.id = scene.tx.fresh_id();
        position.organization = scene.firm(row.text(7))?.id;
        position.title = Some(scene.words.say(row, 8).to_owned());
        position.from_on = Some(format!("{}-04-01", year - 4));
        position.to_on = Some(since);
        scene.tx.put_new(&position)?;
    }
    Ok(())
}

/// Numbers from ranges that belong to nobody: 0000 in the middle in China, the ranges set aside for
/// films elsewhere; addresses under `.example`.
fn identifiers(scene: &Scene<'_, '_>, row: &Row, at: usize) -> Vec<IdentifierInput> {
    const PREFIXES: [&str; 6] = ["138", "139", "135", "158", "186", "150"];
    let tail = row.text(5);
    let short = tail.get(1..).unwrap_or_default();
    let firm = scene.firms.get(row.text(0));
    let abroad = firm.and_then(|firm| firm.abroad);
    let phone = match abroad {
        Some("44") => format!("+44 7700 900{short}"),
        Some("49") => format!("+49 30 23125 {short}"),
        Some(_) => format!("+1 512 555 01{}", &short[1..]),
        None if tail.contains(' ') => tail.to_owned(),
        None => format!("{} 0000 {tail}", PREFIXES[at % PREFIXES.len()]),
    };
    let input = |kind, value| IdentifierInput { kind, value };
    let mut all = vec![input(IdentifierKind::Phone, phone)];
    let Some(firm) = firm else {
        return all;
    };
    let (full, initials) = spelled(row.text(1));
    let user = match abroad {
        Some(_) => text::fold(row.text(2)).replace(' ', "."),
        None => initials,
    };
    let address = format!("{user}@{}.example", firm.domain);
    all.push(input(IdentifierKind::Email, address));
    if abroad.is_none() {
        let account = format!("{full}_{}", firm.mark);
        all.push(input(IdentifierKind::Wechat, account));
    }
    all
}

/// Pinyin and initials.
fn spelled(name: &str) -> (String, String) {
    text::pinyin(&text::fold(name))
}
