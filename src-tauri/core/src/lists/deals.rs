//! The board of a pipeline, and the list of deals.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{OWN_FIELDS, made};
use crate::catalog;
use crate::fields;
use crate::followups::{NextStep, earliest};
use crate::holding::left::{self, DaysLeft};
use crate::kernel::list::{self, Filter, Holds, Listed, Offer, PageInput};
use crate::kernel::money::Money;
use crate::kernel::{Error, Id, Read, Record, Result};
use crate::organizations::Organization;
use crate::people::Person;
use crate::pipeline::{self, Deal, DealGlance, DealScore, PipelineRef, StageKind};
use crate::team::MemberRef;
use crate::words;
use crate::{idle_from, root_of};

/// A card of the board.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DealCard {
    pub id: Id,
    pub name: String,
    pub organization: Option<String>,
    pub person: Option<String>,
    pub person_id: Option<Id>,
    pub amount: Option<Money>,
    pub touch_count: i64,
    pub days_in_stage: Option<i64>,
    pub stale_after: Option<i64>,
    /// Calendar days since the later of stage change and last real touch: what its limit counts.
    #[specta(optional)]
    pub idle_days: Option<i64>,
    pub holder: Option<MemberRef>,
    pub next: Option<NextStep>,
    #[specta(optional)]
    pub score: DealScore,
    /// When a turnover rule gives it back.
    #[specta(optional)]
    pub left: Option<DaysLeft>,
}

/// A stage with its first cards.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct BoardColumn {
    pub stage_id: Id,
    pub name: String,
    pub kind: StageKind,
    /// Put away: it shows while deals stand in it.
    #[specta(optional)]
    pub retired: bool,
    pub count: i64,
    /// Of these, how many have a next step as asked for.
    #[specta(optional)]
    pub shown: i64,
    /// One sum a currency.
    pub sum: Vec<Money>,
    /// Deals without an amount: not in the sum.
    pub unknown: i64,
    pub cards: Vec<DealCard>,
    pub next: Option<String>,
}

/// A pipeline as columns.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Board {
    pub pipeline: PipelineRef,
    pub pipelines: Vec<PipelineRef>,
    pub columns: Vec<BoardColumn>,
    /// Over open deals with a known amount.
    pub open_sum: Vec<Money>,
    /// The same, each times its stage's win chance.
    pub weighted_sum: Vec<Money>,
    /// Open deals without an amount.
    pub unknown: i64,
    /// Open deals whose next step is to come, is late, is missing.
    pub planned: i64,
    pub late: i64,
    pub unplanned: i64,
}

/// More cards of one column.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct CardsPage {
    pub cards: Vec<DealCard>,
    pub next: Option<String>,
}

/// One line of the list of deals.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DealRow {
    #[serde(flatten)]
    pub deal: DealGlance,
    pub product: Option<String>,
    pub last_touch_at: Option<i64>,
    pub next: Option<NextStep>,
    /// When it was written down here, milliseconds UTC.
    #[specta(optional)]
    pub made_at: i64,
    pub tags: Vec<String>,
    /// When a turnover rule gives it back.
    #[specta(optional)]
    pub left: Option<DaysLeft>,
    /// What it holds in the team's own fields, by the id of the field.
    #[specta(optional)]
    pub fields: BTreeMap<String, String>,
}

pub(super) const OFFER: Offer = Offer {
    sorts: &[
        ("name", "sort_key"),
        ("stage_at", "stage_at"),
        ("amount", "amount_minor"),
        ("next_on", "next_on"),
        ("last_touch_at", "last_touch_at"),
        ("touch_count", "touch_count"),
        ("close_on", "close_on"),
        ("made_at", "stamp"),
        ("fit", "fit_points"),
        ("level", "level_points"),
        ("held_at", "held_at"),
    ],
    filters: &[
        ("stage", Filter::Reference("stage", "stages")),
        ("owner", Filter::Reference("holder", "members")),
        ("tag", Filter::Tag),
        ("next", Filter::days("next_on", Holds::Day, "deals_by_next")),
        (
            "last_touch_at",
            Filter::days("last_touch_at", Holds::Instant, "deals_by_touch"),
        ),
        (
            "close_on",
            Filter::days("close_on", Holds::Day, "deals_by_close"),
        ),
        ("made_at", made("deals_by_made")),
        (
            "stage_at",
            Filter::days("stage_at", Holds::Instant, "deals_by_stage_at"),
        ),
        (
            "amount",
            Filter::Money {
                minor: "amount_minor",
                currency: "currency",
            },
        ),
        (
            "organization",
            Filter::Named {
                column: "organization",
                of: Organization::noun,
                index: "deals_by_organization",
                none: "organization IS NULL",
            },
        ),
        (
            "person",
            Filter::Named {
                column: "person",
                of: Person::noun,
                index: "deals_by_person",
                none: "person IS NULL",
            },
        ),
        ("touch_count", Filter::Range("touch_count")),
        ("fit", Filter::Word("fit_now")),
        ("level", Filter::Word("level_now")),
    ],
    index: Some("deals_by_filters"),
    more: Some(OWN_FIELDS),
};

words! {
    /// How a deal's next step stands: to come, late, missing.
    pub enum NextTone {
        Planned = "planned",
        Late = "late",
        None = "none",
    }
}

/// The words of [`NextTone`], each with its condition.
const NEXT: &[(&str, &str)] = &[
    ("planned", "next_on >= {today}"),
    ("late", "next_on < {today}"),
    ("none", "next_on IS NULL"),
];

/// How many cards a column brings at first and with each further page.
const CARDS: usize = 30;

/// One page of deals.
pub fn list(read: &Read<'_>, input: &PageInput) -> Result<Listed<DealRow>> {
    let page = list::page(read, Deal::noun(), &OFFER, input)?;
    let today = read.today();
    let mut tags = catalog::tags_of_rows(read, Deal::noun(), &page.rows)?;
    let mut fields = fields::held_by_rows(read, Deal::noun(), &page.rows)?;
    let mut left = left::of_rows(read, &page.rows)?;
    let numbers = list::numbers(&page.rows);
    let glances = read.uncached(
        &format!("{} WHERE deals.n IN ({numbers})", pipeline::GLANCE),
        |row| Ok((row.get::<_, i64>(15)?, pipeline::glance(read, row)?)),
    )?;
    let mut glances: HashMap<i64, DealGlance> = glances.into_iter().collect();
    let sql = format!(
        "SELECT d.n, products.name, d.last_touch_at, next.id, next.title, next.due_on, next.due_at, next.channel,
           d.stamp >> 16
         FROM deals d LEFT JOIN products ON products.id = d.product LEFT JOIN followups next ON next.n = {}
         WHERE d.n IN ({numbers})",
        earliest("deal", "d.id")
    );
    let rest = read.uncached(&sql, |row| {
        let next = NextStep::read(row, 3, today)?;
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, next, row.get(8)?))
    })?;
    let found = rest
        .into_iter()
        .filter_map(|(n, product, last_touch_at, next, made_at)| {
            let line = DealRow {
                deal: glances.remove(&n)?,
                product,
                last_touch_at,
                next,
                made_at,
                tags: tags.remove(&n).unwrap_or_default(),
                left: left.remove(&n),
                fields: fields.remove(&n).unwrap_or_default(),
            };
            Some((n, line))
        });
    Ok(page.with(found))
}

/// The board of a pipeline. When none is named, the first that has deals; when none has, the first.
pub fn board(read: &Read<'_>, pipeline: Option<Id>, next: Option<NextTone>) -> Result<Board> {
    let pipelines = pipeline::pipelines(read)?;
    let chosen = match pipeline {
        Some(id) => pipelines.iter().find(|candidate| candidate.id == id),
        None => first_in_use(read, &pipelines)?.or(pipelines.first()),
    }
    .cloned()
    .ok_or_else(|| {
        Error::absent(
            "pipelines",
            pipeline.map_or(String::new(), |id| id.to_string()),
        )
    })?;
    let mut board = Board {
        pipeline: chosen,
        pipelines,
        columns: Vec::new(),
        open_sum: Vec::new(),
        weighted_sum: Vec::new(),
        unknown: 0,
        planned: 0,
        late: 0,
        unplanned: 0,
    };
    let tallies = tallies(read, board.pipeline.id)?;
    for stage in pipeline::stages(read, board.pipeline.id)? {
        let page = cards(read, stage.id, next, None)?;
        let mut column = BoardColumn {
            stage_id: stage.id,
            name: stage.name.clone(),
            kind: stage.kind,
            retired: stage.retired_at.is_some(),
            count: 0,
            shown: 0,
            sum: Vec::new(),
            unknown: 0,
            cards: page.cards,
            next: page.next,
        };
        let open = !matches!(stage.kind, StageKind::Won | StageKind::Lost);
        for tally in tallies.iter().filter(|tally| tally.stage == stage.id) {
            column.shown += match next {
                Some(NextTone::Planned) => tally.planned,
                Some(NextTone::Late) => tally.late,
                Some(NextTone::None) => tally.count - tally.planned - tally.late,
                None => tally.count,
            };
            column.count += tally.count;
            column.unknown += tally.unknown;
            if let (Some(currency), Some(sum)) = (&tally.currency, tally.sum) {
                add(&mut column.sum, sum, currency);
                if open {
                    add(&mut board.open_sum, sum, currency);
                    let chance = stage.win_chance.unwrap_or(0);
                    add(&mut board.weighted_sum, sum * chance, currency);
                }
            }
            if open {
                board.unknown += tally.unknown;
                board.planned += tally.planned;
                board.late += tally.late;
                board.unplanned += tally.count - tally.planned - tally.late;
            }
        }
        if !column.retired || column.count > 0 {
            board.columns.push(column);
        }
    }
    // Percent up to here, so that it is rounded once.
    for sum in &mut board.weighted_sum {
        sum.minor = (sum.minor + 50).div_euclid(100);
    }
    Ok(board)
}

fn first_in_use<'p>(
    read: &Read<'_>,
    pipelines: &'p [PipelineRef],
) -> Result<Option<&'p PipelineRef>> {
    for pipeline in pipelines {
        let used: bool = read.value(
            "SELECT EXISTS (SELECT 1 FROM stages s JOIN deals d ON d.stage = s.id AND d.deleted_at IS NULL
                            WHERE s.pipeline = ?1 AND s.deleted_at IS NULL)",
            [pipeline.id],
        )?;
        if used {
            return Ok(Some(pipeline));
        }
    }
    Ok(None)
}

fn add(sums: &mut Vec<Money>, minor: i64, currency: &str) {
    match sums.iter_mut().find(|sum| sum.currency == currency) {
        Some(sum) => sum.minor += minor,
        None => sums.push(Money {
            minor,
            currency: currency.to_owned(),
        }),
    }
}

/// Deals of one stage in one currency.
struct Tally {
    stage: Id,
    currency: Option<String>,
    count: i64,
    sum: Option<i64>,
    /// Without an amount.
    unknown: i64,
    /// With a next step to come, and with a late one.
    planned: i64,
    late: i64,
}

/// Counts and sums of all stages of a pipeline, out of one index and in its order: joined to the stages
/// instead, SQLite sorts all deals first (24 ms for 50,000, against 10).
fn tallies(read: &Read<'_>, pipeline: Id) -> Result<Vec<Tally>> {
    read.all(
        "SELECT stage, currency, count(*), sum(amount_minor), count(amount_minor), count(next_on),
                count(CASE WHEN next_on < ?2 THEN 1 END)
         FROM deals INDEXED BY deals_in_sums
         WHERE deleted_at IS NULL
           AND stage IN (SELECT id FROM stages WHERE pipeline = ?1 AND deleted_at IS NULL)
         GROUP BY stage, currency",
        rusqlite::params![pipeline, read.today().to_string()],
        |row| {
            let count: i64 = row.get(2)?;
            let late: i64 = row.get(6)?;
            Ok(Tally {
                stage: row.get(0)?,
                currency: row.get(1)?,
                count,
                sum: row.get(3)?,
                unknown: count - row.get::<_, i64>(4)?,
                planned: row.get::<_, i64>(5)? - late,
                late,
            })
        },
    )
}

/// One page of a column's cards, the latest moved first.
pub fn cards(
    read: &Read<'_>,
    stage: Id,
    next: Option<NextTone>,
    after: Option<&str>,
) -> Result<CardsPage> {
    let today = read.today();
    let wanted = NEXT
        .iter()
        .find(|(word, _)| Some(*word) == next.map(NextTone::word))
        .map_or(String::new(), |(_, condition)| {
            format!(
                " AND {}",
                condition.replace("{today}", &format!("'{today}'"))
            )
        });
    let skip: Option<(Option<i64>, i64)> = after
        .map(|cursor| {
            serde_json::from_str(cursor).map_err(|_| Error::invalid("after").because(cursor))
        })
        .transpose()?;
    let (at, n) = skip.unwrap_or((Some(i64::MAX), i64::MAX));
    let sql = format!(
        "SELECT d.n, d.stage_at, d.id, d.name, o.name, p.shown, p.id, d.amount_minor, d.currency, d.touch_count,
                s.limit_days, m.id, m.name, m.role, next.id, next.title, next.due_on, next.due_at, next.channel,
                {} AS idle_from, d.fit_now, d.level_now
         FROM (SELECT * FROM deals WHERE stage = ?1 AND deleted_at IS NULL
                 AND (coalesce(stage_at, -9000000000000000) < ?2 OR (coalesce(stage_at, -9000000000000000) = ?2 AND n < ?3)){wanted}
               ORDER BY stage_at DESC, n DESC LIMIT {}) d
           JOIN stages s ON s.id = d.stage
           LEFT JOIN organizations o ON o.id = {} LEFT JOIN people p ON p.id = {}
           LEFT JOIN members m ON m.id = d.holder LEFT JOIN followups next ON next.n = {}
         ORDER BY d.stage_at DESC, d.n DESC",
        idle_from!("d"),
        CARDS + 1,
        root_of!("organizations", "d.organization"),
        root_of!("people", "d.person"),
        earliest("deal", "d.id")
    );
    let mut found = read.all(
        &sql,
        rusqlite::params![stage, at.unwrap_or(-9_000_000_000_000_000), n],
        |row| {
            let stage_at: Option<i64> = row.get(1)?;
            let card = DealCard {
                id: row.get(2)?,
                name: row.get(3)?,
                organization: row.get(4)?,
                person: row.get(5)?,
                person_id: row.get(6)?,
                amount: pipeline::money(row.get(7)?, row.get(8)?),
                touch_count: row.get(9)?,
                days_in_stage: stage_at.map(|at| pipeline::days_since(read, at)),
                stale_after: row.get(10)?,
                idle_days: pipeline::idle_days(read, row)?,
                holder: MemberRef::read(row, 11)?,
                next: NextStep::read(row, 14, today)?,
                score: DealScore::read(row, 20)?,
                left: None,
            };
            Ok((stage_at, row.get::<_, i64>(0)?, card))
        },
    )?;
    let more = found.len() > CARDS;
    found.truncate(CARDS);
    let rows: Vec<i64> = found.iter().map(|(_, n, _)| *n).collect();
    let mut left = left::of_rows(read, &rows)?;
    for (_, n, card) in &mut found {
        card.left = left.remove(n);
    }
    let next = found
        .last()
        .filter(|_| more)
        .map(|(at, n, _)| serde_json::json!([at, n]).to_string());
    Ok(CardsPage {
        cards: found.into_iter().map(|(_, _, card)| card).collect(),
        next,
    })
}
