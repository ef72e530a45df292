//! What a column holds where its name tells nothing: told by its first cells. A guess is shown and
//! confirmed by somebody before anything is written.

use std::collections::HashSet;

use super::dates::{self, First};
use super::numbers;
use super::sources::{Kind, Shape, Use};
use super::table::Table;
use crate::kernel::text;

/// Cells that are looked at.
const CELLS: usize = 200;
/// Bytes of a cell beyond which it is prose, whatever it begins with.
const PROSE: usize = 400;
/// Of ten cells that hold anything, so many must agree.
const AGREE: usize = 7;

/// What the cells of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Email,
    Phone,
    Link,
    Day,
    Money,
    Firm,
    Name,
    Else,
}

/// The kind of a table by what stands in it: numbers and addresses make people, names of firms alone
/// organizations. `None`: it could be anything.
pub fn kind(table: &Table) -> Option<Kind> {
    let looks: Vec<Look> = (0..table.columns.len()).map(|at| look(table, at)).collect();
    let has = |look: Look| looks.contains(&look);
    let staged = super::sources::names_field(Kind::Deals, table, "stage");
    if staged || (has(Look::Money) && has(Look::Firm) && !has(Look::Phone) && !has(Look::Email)) {
        return Some(Kind::Deals);
    }
    if has(Look::Phone) || has(Look::Email) || has(Look::Name) {
        return Some(Kind::Contacts);
    }
    has(Look::Firm).then_some(Kind::Accounts)
}

/// Gives columns that have no field yet the one that their cells look like, if it is still free.
pub fn fill(shape: &mut Shape, table: &Table) {
    for at in 0..shape.uses.len() {
        if shape.uses[at] != Use::Kept {
            continue;
        }
        let Some(field) = field(shape.kind, look(table, at)) else {
            continue;
        };
        let free = !shape.uses.contains(&Use::Field(field)) || shape.kind.repeats(field);
        let named = field == "name" && shape.kind == Kind::Contacts;
        let parts = ["family", "given"].map(Use::Field);
        if free && !(named && parts.iter().any(|part| shape.uses.contains(part))) {
            shape.uses[at] = Use::Field(field);
        }
    }
}

fn field(kind: Kind, look: Look) -> Option<&'static str> {
    match (kind.noun(), look) {
        ("people", Look::Email) => Some("email"),
        ("people", Look::Phone) => Some("phone"),
        ("people" | "members", Look::Name) => Some("name"),
        ("people" | "deals", Look::Firm) => Some("organization"),
        ("organizations", Look::Firm) => Some("name"),
        ("deals", Look::Money) => Some("amount"),
        ("products", Look::Money) => Some("price"),
        _ => None,
    }
}

/// Whether a cell looks like something.
type Fits = fn(&str) -> bool;

/// What most of the first cells of a column look like.
pub fn look(table: &Table, at: usize) -> Look {
    let cells: Vec<&str> = table
        .rows
        .iter()
        .take(CELLS)
        .filter_map(|row| row.get(at))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    let agree = |fits: Fits| {
        let short = cells.iter().filter(|cell| cell.len() <= PROSE);
        let found = short.filter(|cell| fits(cell)).count();
        found > 0 && found * 10 >= cells.len() * AGREE
    };
    let tests: [(Look, Fits); 6] = [
        (Look::Email, email),
        (Look::Link, link),
        (Look::Day, day),
        (Look::Phone, phone),
        (Look::Money, money),
        (Look::Firm, firm),
    ];
    let told = tests.into_iter().find(|(_, fits)| agree(*fits));
    if let Some((look, _)) = told {
        return look;
    }
    // Cities and trades come again and again, names hardly do.
    let distinct: HashSet<&str> = cells.iter().copied().collect();
    if agree(name) && distinct.len() * 10 >= cells.len() * AGREE {
        return Look::Name;
    }
    Look::Else
}

fn email(cell: &str) -> bool {
    cell.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !cell.contains(char::is_whitespace)
    })
}

fn link(cell: &str) -> bool {
    let start = |prefix: &str| {
        cell.get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    start("http://") || start("https://") || start("www.")
}

fn day(cell: &str) -> bool {
    dates::day(cell, First::Month).is_some() || dates::day(cell, First::Day).is_some()
}

/// A mobile number, or one with a plus, blanks or dashes; other digits may be anything.
fn phone(cell: &str) -> bool {
    let folded = text::fold(cell);
    let digits = folded.chars().filter(char::is_ascii_digit).count();
    let plain = folded
        .chars()
        .all(|c| c.is_ascii_digit() || "+-() ./".contains(c));
    let mobile = digits == 11 && folded.starts_with('1') && folded.len() == 11;
    let marked = folded.starts_with('+') || folded.contains(['-', '(']);
    let rounded = folded.contains("e+") && folded.starts_with('1');
    rounded || (plain && (7..=15).contains(&digits) && (mobile || marked))
}

fn money(cell: &str) -> bool {
    let marked = cell.contains(['¥', '￥', '$', '€', '£', ',', '.']);
    marked && numbers::plain(cell).is_some()
}

fn firm(cell: &str) -> bool {
    const ENDS: [&str; 18] = [
        "公司",
        "集团",
        "有限合伙",
        "事务所",
        "研究院",
        "厂",
        "银行",
        "医院",
        "大学",
        "协会",
        " inc",
        " inc.",
        " ltd",
        " ltd.",
        " llc",
        " gmbh",
        " corp",
        " corp.",
    ];
    let folded = text::fold(cell);
    ENDS.iter().any(|end| folded.ends_with(end)) || folded.contains("有限公司")
}

/// A Chinese name of two to four characters that begins with a usual surname, or two or three words that
/// begin with capitals.
fn name(cell: &str) -> bool {
    const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧阳诸葛司马上官";
    let count = cell.chars().count();
    if cell.chars().all(text::is_han) {
        let folded = text::fold(cell);
        return (2..=4).contains(&count)
            && folded
                .chars()
                .next()
                .is_some_and(|first| SURNAMES.contains(first));
    }
    let words: Vec<&str> = cell.split(' ').collect();
    let word = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || "-'.".contains(c))
    };
    (2..=3).contains(&words.len()) && words.iter().all(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::types::ImportChoice;

    fn table(text: &str) -> Table {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("t.csv");
        std::fs::write(&path, text).expect("written");
        crate::exchange::table::read(
            &ImportChoice::of(path),
            &crate::exchange::plan::Ground::bare("zh-Hans"),
        )
        .expect("a table")
        .remove(0)
    }

    #[test]
    fn cells_tell_what_their_column_holds() {
        let table = table(
            "a,b,c,d,e,f,g,h\n\
             张立群,13812342231,z@example.com,苏州佳明精密有限公司,2026-03-01,\"¥86,000\",https://example.com,17\n\
             王敏,+86 139 0000 1111,m@example.com,无锡远山股份有限公司,2026/3/2,\"12,000.50\",www.example.com,18\n\
             Anna Miller,0512-66668888,,Northwind Ltd.,,¥1.00,,19\n",
        );
        let looks: Vec<Look> = (0..8).map(|at| look(&table, at)).collect();
        assert_eq!(
            looks,
            [
                Look::Name,
                Look::Phone,
                Look::Email,
                Look::Firm,
                Look::Day,
                Look::Money,
                Look::Link,
                Look::Else
            ]
        );
    }

    #[test]
    fn a_column_that_says_the_same_again_and_again_is_no_name() {
        let table = table("a,b\n金华,x\n金华,x\n金华,y\n");
        assert_eq!(look(&table, 0), Look::Else);
        assert_eq!(kind(&table), None);
    }

    #[test]
    fn a_table_of_unknown_columns_is_known_by_what_stands_in_it() {
        let people = table("老板,打给谁,哪家\n张立群,13812342231,苏州佳明精密有限公司\n");
        let kind = kind(&people).expect("guessed");
        assert_eq!(kind.noun(), "people");
        let mut shape = Shape::of(kind, &people);
        fill(&mut shape, &people);
        assert_eq!(
            shape.uses,
            ["name", "phone", "organization"].map(Use::Field)
        );
        let firms = table("x,y\n苏州佳明精密有限公司,17\n");
        assert_eq!(
            super::kind(&firms).expect("guessed").noun(),
            "organizations"
        );
    }
}
