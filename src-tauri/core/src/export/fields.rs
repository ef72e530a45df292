//! What of a row goes out, and what its columns are called: by names that an import knows again.

use std::collections::{BTreeMap, HashMap};

use super::own;
use super::table::{Cell, Table};
use crate::exchange::OURS;
use crate::fields::{self, Field};
use crate::kernel::list::numbers;
use crate::kernel::settings::Lang;
use crate::kernel::{Id, Noun, Read, Record, Result, money};
use crate::lists::ListKind;
use crate::organizations::Organization;
use crate::people::{self, CURRENT_POSITION, Person};
use crate::pipeline::Deal;
use crate::{catalog, group_of, root_of};

/// Rows that are read at once.
const SLICE: usize = 500;

/// A field and its name in en, zh-Hans, zh-Hant.
type Named = (&'static str, [&'static str; 3]);

const PEOPLE: &[Named] = &[
    ("name", ["Name", "姓名", "姓名"]),
    ("organization", ["Company", "公司", "公司"]),
    ("title", ["Job title", "职务", "職務"]),
    ("phone", ["Phone", "手机", "手機"]),
    ("email", ["Email", "邮箱", "電子郵件"]),
    ("wechat", ["WeChat", "微信", "微信"]),
    ("grade", ["Grade", "等级", "等級"]),
    ("city", ["City", "城市", "城市"]),
    ("source", ["Source", "来源", "來源"]),
    ("tags", ["Tags", "标签", "標籤"]),
    ("birthday", ["Birthday", "生日", "生日"]),
    ("owner", ["Owner", "负责人", "負責人"]),
    ("note", ["Notes", "备注", "備註"]),
];

const ORGANIZATIONS: &[Named] = &[
    ("name", ["Company name", "企业名称", "企業名稱"]),
    ("industry", ["Industry", "行业", "行業"]),
    ("region", ["Region", "地区", "地區"]),
    ("grade", ["Grade", "等级", "等級"]),
    ("founded", ["Year founded", "成立年份", "成立年份"]),
    ("employees", ["Employees", "员工数", "員工數"]),
    ("parent", ["Parent company", "上级企业", "上級企業"]),
    ("owner", ["Company owner", "负责人", "負責人"]),
    ("note", ["Notes", "备注", "備註"]),
];

const DEALS: &[Named] = &[
    ("name", ["Deal name", "商机名称", "商機名稱"]),
    ("organization", ["Company name", "企业名称", "企業名稱"]),
    ("person", ["Contact name", "联系人姓名", "聯繫人姓名"]),
    ("pipeline", ["Pipeline", "销售管道", "銷售管道"]),
    ("stage", ["Stage", "商机阶段", "商機階段"]),
    ("amount", ["Amount", "金额", "金額"]),
    ("currency", ["Currency", "币种", "幣種"]),
    ("holder", ["Owner", "负责人", "負責人"]),
    ("product", ["Product", "产品", "產品"]),
    ("closed_on", ["Close date", "成交日期", "成交日期"]),
    (
        "close_on",
        ["Deal expected close date", "预计成交日期", "預計成交日期"],
    ),
    ("note", ["Description", "备注", "備註"]),
];

/// Fields of a list as the window calls its columns → as they are called here.
fn asked(column: &str) -> &str {
    match column {
        "phone_tail" => "phone",
        "next_on" | "next" => "close_on",
        other => other,
    }
}

/// A row and what is known of it.
pub struct Row {
    pub id: Id,
    pub cells: HashMap<&'static str, Cell>,
    /// How a person is reached: kind and value.
    pub ways: Vec<(String, String)>,
    /// What it holds in the team's own fields, by the id of the field.
    pub own: BTreeMap<String, String>,
}

impl Row {
    /// The text of a field, if there is any.
    pub fn text(&self, field: &str) -> Option<&str> {
        match self.cells.get(field)? {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A column of what goes out.
enum Column<'f> {
    BuiltIn(&'static Named),
    Own(&'f Field),
}

/// These rows as a table; `columns` in their order, unknown ones left out.
pub fn table(
    read: &Read<'_>,
    kind: ListKind,
    ids: &[Id],
    columns: Option<&[String]>,
    lang: Lang,
) -> Result<Table> {
    let (all, rows) = match kind {
        ListKind::People => (PEOPLE, people(read, ids)?),
        ListKind::Organizations => (ORGANIZATIONS, organizations(read, ids)?),
        ListKind::Deals => (DEALS, deals(read, ids)?),
    };
    let fields = fields::all(read, kind)?;
    let chosen = match columns {
        None => {
            let own = fields.iter().filter(|field| field.retired_at.is_none());
            let own = own.map(Column::Own);
            all.iter().map(Column::BuiltIn).chain(own).collect()
        }
        Some(columns) => chosen(all, &fields, columns),
    };
    let at = match lang {
        Lang::En => 0,
        Lang::ZhHans => 1,
        Lang::ZhHant => 2,
    };
    let mut head: Vec<String> = chosen
        .iter()
        .map(|column| match column {
            Column::BuiltIn((_, names)) => names[at].to_owned(),
            Column::Own(field) => own::head(kind, field),
        })
        .collect();
    head.push(OURS.to_owned());
    let rows = rows.into_iter().map(|mut row| {
        let mut cells: Vec<Cell> = chosen
            .iter()
            .map(|column| match column {
                Column::BuiltIn((field, _)) => row.cells.remove(field).unwrap_or(Cell::Empty),
                Column::Own(field) => own::cell(field, &row.own, lang),
            })
            .collect();
        cells.push(Cell::Text(row.id.to_string()));
        cells
    });
    Ok(Table {
        head,
        rows: rows.collect(),
    })
}

/// What was asked for, and what belongs to it: ways to reach a person, the currency of an amount.
fn chosen<'f>(all: &'static [Named], fields: &'f [Field], columns: &[String]) -> Vec<Column<'f>> {
    let mut wanted: Vec<&str> = columns.iter().map(|column| asked(column)).collect();
    wanted.extend(["phone", "email", "wechat"]);
    if let Some(at) = wanted.iter().position(|field| *field == "amount") {
        wanted.insert(at + 1, "currency");
    }
    let mut seen: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for word in wanted {
        if seen.contains(&word) {
            continue;
        }
        seen.push(word);
        match all.iter().find(|(known, _)| *known == word) {
            Some(known) => found.push(Column::BuiltIn(known)),
            None => {
                let own = fields.iter().find(|field| field.id.to_string() == word);
                found.extend(own.map(Column::Own));
            }
        }
    }
    found
}

fn text(cell: Option<String>) -> Cell {
    cell.filter(|text| !text.is_empty())
        .map_or(Cell::Empty, Cell::Text)
}

fn number(cell: Option<i64>) -> Cell {
    cell.map_or(Cell::Empty, |number| Cell::Number(number.to_string()))
}

/// Numbers of these rows in this order; one that is gone since is left out.
fn places(read: &Read<'_>, noun: &Noun, ids: &[Id]) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT n FROM {} WHERE id = ?1 AND deleted_at IS NULL",
        noun.table
    );
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(read.first(&sql, [*id], |row| row.get::<_, i64>(0))?);
    }
    Ok(found)
}

/// Reads rows slice by slice and puts them into the order of `ids`.
fn in_order(
    read: &Read<'_>,
    noun: &Noun,
    ids: &[Id],
    one: impl Fn(&[i64]) -> Result<Vec<(i64, Row)>>,
) -> Result<Vec<Row>> {
    let places = places(read, noun, ids)?;
    let mut rows = Vec::with_capacity(places.len());
    for slice in places.chunks(SLICE) {
        let mut found: HashMap<i64, Row> = one(slice)?.into_iter().collect();
        for (n, held) in fields::held_by_rows(read, noun, slice)? {
            if let Some(row) = found.get_mut(&n) {
                row.own = held;
            }
        }
        rows.extend(slice.iter().filter_map(|n| found.remove(n)));
    }
    Ok(rows)
}

/// People as every view but their own record shows them.
pub fn people(read: &Read<'_>, ids: &[Id]) -> Result<Vec<Row>> {
    in_order(read, Person::noun(), ids, |slice| {
        let mut tags = catalog::tags_of_rows(read, Person::noun(), slice)?;
        let mut ways = ways(read, slice)?;
        let sql = format!(
            "SELECT people.n, people.id, people.shown, organizations.name, positions.title, people.grade, people.city,
                    s.name, m.name, people.kind = 'candidate', people.birthday_md, people.note
             FROM people {CURRENT_POSITION} LEFT JOIN sources s ON s.id = people.source
               LEFT JOIN members m ON m.id = people.owner WHERE people.n IN ({})",
            numbers(slice)
        );
        read.uncached(&sql, |row| {
            let n: i64 = row.get(0)?;
            let candidate: bool = row.get(9)?;
            let own = |cell: Option<String>| text(cell.filter(|_| !candidate));
            let ways = ways.remove(&n).filter(|_| !candidate).unwrap_or_default();
            let joined = |kind: &str| {
                let values: Vec<&str> = ways
                    .iter()
                    .filter(|(of, _)| of == kind)
                    .map(|(_, value)| value.as_str())
                    .collect();
                text(Some(values.join("; ")))
            };
            let tags = tags.remove(&n).unwrap_or_default();
            let cells = HashMap::from([
                ("name", text(row.get(2)?)),
                ("organization", text(row.get(3)?)),
                ("title", text(row.get(4)?)),
                ("grade", text(row.get(5)?)),
                ("city", text(row.get(6)?)),
                ("source", text(row.get(7)?)),
                ("owner", text(row.get(8)?)),
                ("birthday", own(row.get(10)?)),
                ("note", own(row.get(11)?)),
                ("phone", joined("phone")),
                ("email", joined("email")),
                ("wechat", joined("wechat")),
                ("tags", text(Some(tags.join(", ")))),
            ]);
            Ok((
                n,
                Row {
                    id: row.get(1)?,
                    cells,
                    ways,
                    own: BTreeMap::new(),
                },
            ))
        })
    })
}

/// How people are reached, those left out that must not be.
fn ways(read: &Read<'_>, slice: &[i64]) -> Result<HashMap<i64, Vec<(String, String)>>> {
    let sql = format!(
        "SELECT people.n, i.kind, i.value FROM people JOIN identifiers i ON i.person IN {} AND i.deleted_at IS NULL
         WHERE people.n IN ({}) AND NOT {} ORDER BY i.n",
        group_of!("people", "people.id"),
        numbers(slice),
        people::blocked("i")
    );
    let mut ways: HashMap<i64, Vec<(String, String)>> = HashMap::new();
    let found = read.uncached(&sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for (n, kind, value) in found {
        let way: (String, String) = (kind, value);
        let known = ways.entry(n).or_default();
        // Two rows that are one may have the same number.
        if !known.contains(&way) {
            known.push(way);
        }
    }
    Ok(ways)
}

fn organizations(read: &Read<'_>, ids: &[Id]) -> Result<Vec<Row>> {
    in_order(read, Organization::noun(), ids, |slice| {
        let sql = format!(
            "SELECT o.n, o.id, o.name, o.industry, o.region, o.grade, o.founded, o.employees, p.name, m.name, o.note
             FROM organizations o LEFT JOIN organizations p ON p.id = {} LEFT JOIN members m ON m.id = o.owner
             WHERE o.n IN ({})",
            root_of!("organizations", "o.parent"),
            numbers(slice)
        );
        read.uncached(&sql, |row| {
            let cells = HashMap::from([
                ("name", text(row.get(2)?)),
                ("industry", text(row.get(3)?)),
                ("region", text(row.get(4)?)),
                ("grade", text(row.get(5)?)),
                ("founded", number(row.get(6)?)),
                ("employees", number(row.get(7)?)),
                ("parent", text(row.get(8)?)),
                ("owner", text(row.get(9)?)),
                ("note", text(row.get(10)?)),
            ]);
            Ok((
                row.get(0)?,
                Row {
                    id: row.get(1)?,
                    cells,
                    ways: Vec::new(),
                    own: BTreeMap::new(),
                },
            ))
        })
    })
}

fn deals(read: &Read<'_>, ids: &[Id]) -> Result<Vec<Row>> {
    let zone = read.zone;
    in_order(read, Deal::noun(), ids, |slice| {
        let sql = format!(
            "SELECT d.n, d.id, d.name, o.name, p.shown, l.name, s.name, d.amount_minor, d.currency, m.name, r.name,
                    CASE WHEN s.kind IN ('won', 'lost') THEN d.stage_at END, d.close_on, d.note
             FROM deals d LEFT JOIN organizations o ON o.id = {} LEFT JOIN people p ON p.id = {}
               LEFT JOIN stages s ON s.id = d.stage LEFT JOIN pipelines l ON l.id = s.pipeline
               LEFT JOIN members m ON m.id = d.holder LEFT JOIN products r ON r.id = d.product
             WHERE d.n IN ({})",
            root_of!("organizations", "d.organization"),
            root_of!("people", "d.person"),
            numbers(slice)
        );
        read.uncached(&sql, |row| {
            let currency: Option<String> = row.get(8)?;
            let minor: Option<i64> = row.get(7)?;
            let amount = minor.map(|minor| amount(minor, currency.as_deref().unwrap_or_default()));
            let closed: Option<i64> = row.get(11)?;
            let cells = HashMap::from([
                ("name", text(row.get(2)?)),
                ("organization", text(row.get(3)?)),
                ("person", text(row.get(4)?)),
                ("pipeline", text(row.get(5)?)),
                ("stage", text(row.get(6)?)),
                ("amount", amount.map_or(Cell::Empty, Cell::Number)),
                ("currency", text(currency)),
                ("holder", text(row.get(9)?)),
                ("product", text(row.get(10)?)),
                ("closed_on", text(closed.map(|at| zone.day(at).to_string()))),
                ("close_on", text(row.get(12)?)),
                ("note", text(row.get(13)?)),
            ]);
            Ok((
                row.get(0)?,
                Row {
                    id: row.get(1)?,
                    cells,
                    ways: Vec::new(),
                    own: BTreeMap::new(),
                },
            ))
        })
    })
}

/// Minor units as people write an amount: 105450 of USD is 1054.50.
fn amount(minor: i64, currency: &str) -> String {
    let per = money::minor_per_major(currency);
    let (sign, size) = (if minor < 0 { "-" } else { "" }, minor.unsigned_abs());
    let per = per.unsigned_abs().max(1);
    if per == 1 {
        return format!("{sign}{size}");
    }
    let digits = per.to_string().len() - 1;
    format!("{sign}{}.{:0digits$}", size / per, size % per)
}
