//! Files of vCards as a list of contacts: every card is a line, every property a column that lists of
//! contacts know or that stays with the line. Not here: how a line of a card is read
//! (`kernel::content_lines`), and whom a card is about (`contacts`).

use std::collections::HashMap;

use csv::StringRecord;

use super::contacts::JOINED;
use super::limits::Budget;
use super::table::Lines;
use super::types::ImportNote;
use crate::kernel::content_lines::{self, Property};
use crate::kernel::{Result, text};

/// Columns in their order; the rest of what cards say comes behind them.
const FIRST: [&str; 10] = [
    "name",
    "organization",
    "title",
    "phone",
    "email",
    "wechat",
    "city",
    "birthday",
    "tags",
    "note",
];
/// Holds what somebody has in a field of the team's own, which its parameter LABEL names.
pub const OWN_IN_CARD: &str = "X-TOUCHLINE-FIELD";
/// What a card that is cut off says, as it stands.
const CARD: &str = "card";
/// Properties of other names get columns of their own, up to so many.
const OTHERS: usize = 60;
/// Lines of one card; more is no card of a person.
const LINES: usize = 2_000;
/// What says nothing of the person.
const ABOUT_THE_CARD: [&str; 9] = [
    "VERSION",
    "PRODID",
    "REV",
    "MAILER",
    "CLASS",
    "SORT-STRING",
    "KIND",
    "PROFILE",
    "CLIENTPIDMAP",
];

/// Whether a text is a file of cards.
pub fn fits(text: &str) -> bool {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let first = start.get(..11);
    first.is_some_and(|first| first.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// Reads all cards. One that is cut off becomes a line that is too short, and so fails alone.
pub fn read(file: &str, budget: &mut Budget<'_>) -> Result<Lines> {
    let mut all = All::default();
    let mut card: Option<Card> = None;
    for line in content_lines::read(file) {
        let of_card = line.value.trim().eq_ignore_ascii_case("VCARD");
        match line.name.as_str() {
            "BEGIN" if of_card => {
                all.cut_off(card.take(), budget)?;
                card = Some(Card::default());
            }
            "END" if of_card => {
                if let Some(card) = card.take() {
                    all.done(card, budget)?;
                }
            }
            _ => {
                if let Some(card) = &mut card
                    && card.lines.len() < LINES
                {
                    card.lines.push(line);
                }
            }
        }
    }
    all.cut_off(card, budget)?;
    Ok(all.table())
}

#[derive(Default)]
struct Card {
    lines: Vec<Property>,
}

/// All cards so far: cells by column.
#[derive(Default)]
struct All {
    columns: Vec<String>,
    at: HashMap<String, usize>,
    rows: Vec<Vec<(usize, String)>>,
    /// Cards of `rows` that are cut off.
    broken: Vec<usize>,
    pictures: usize,
}

impl All {
    /// A column by its name; `None` when there are too many already.
    fn column(&mut self, name: &str) -> Option<usize> {
        if let Some(at) = self.at.get(name) {
            return Some(*at);
        }
        if self.columns.len() >= FIRST.len() + OTHERS {
            return None;
        }
        self.columns.push(name.to_owned());
        self.at.insert(name.to_owned(), self.columns.len() - 1);
        Some(self.columns.len() - 1)
    }

    fn done(&mut self, card: Card, budget: &mut Budget<'_>) -> Result<()> {
        let mut said = Said::default();
        said.take(&card.lines);
        self.pictures += said.pictures;
        budget.place(self.rows.len() as u64, 0)?;
        let mut row = Vec::new();
        for (name, text) in said.cells() {
            if let Some(at) = self.column(&name) {
                budget.cell(text.len())?;
                row.push((at, text));
            }
        }
        self.rows.push(row);
        Ok(())
    }

    fn cut_off(&mut self, card: Option<Card>, budget: &mut Budget<'_>) -> Result<()> {
        let Some(card) = card else {
            return Ok(());
        };
        let shown = |line: &Property| format!("{}:{}", line.name, line.value);
        let text: Vec<String> = card
            .lines
            .iter()
            .filter(|line| !is_picture(line))
            .map(shown)
            .collect();
        let text = text.join("\n");
        budget.place(self.rows.len() as u64, 0)?;
        budget.cell(text.len())?;
        self.broken.push(self.rows.len());
        self.rows.push(vec![(usize::MAX, text)]);
        Ok(())
    }

    fn table(self) -> Lines {
        let mut order: Vec<usize> = (0..self.columns.len()).collect();
        let rank = |name: &str| FIRST.iter().position(|first| *first == name);
        order.sort_by_key(|at| rank(&self.columns[*at]).unwrap_or(FIRST.len()));
        let with_card = !self.broken.is_empty();
        let first = usize::from(with_card);
        let mut columns: Vec<String> = order.iter().map(|at| self.columns[*at].clone()).collect();
        if with_card {
            columns.insert(0, CARD.to_owned());
        }
        let mut place = vec![0; order.len()];
        for (to, from) in order.iter().enumerate() {
            place[*from] = to + first;
        }
        let rows = self.rows.into_iter().map(|row| {
            if let [(usize::MAX, text)] = &row[..] {
                return StringRecord::from(vec![text.as_str()]);
            }
            let mut cells = vec![String::new(); columns.len()];
            for (at, text) in row {
                cells[place[at]] = text;
            }
            StringRecord::from(cells)
        });
        let rows = rows.collect();
        let mut notes = Vec::new();
        if self.pictures > 0 {
            notes.push(ImportNote::new("photos_skipped").with("rows", self.pictures));
        }
        Lines {
            columns,
            rows,
            notes,
        }
    }
}

fn is_picture(line: &Property) -> bool {
    ["PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE"].contains(&line.name.as_str())
}

/// What one card says, by column.
#[derive(Default)]
struct Said {
    full: String,
    parts: Vec<String>,
    is_firm: bool,
    cells: Vec<(String, Vec<String>)>,
    pictures: usize,
}

impl Said {
    fn take(&mut self, lines: &[Property]) {
        for line in lines {
            self.line(line, lines);
        }
    }

    fn line(&mut self, line: &Property, lines: &[Property]) {
        if is_picture(line) {
            self.pictures += usize::from(!line.value.trim().is_empty());
            return;
        }
        let name = line.name.as_str();
        match name {
            "FN" if self.full.is_empty() => self.full = line.text(),
            "N" => self.parts = line.parts(';'),
            "X-ABSHOWAS" => self.is_firm = line.text().eq_ignore_ascii_case("COMPANY"),
            "ORG" => {
                let mut units = line.parts(';').into_iter().filter(|unit| !unit.is_empty());
                self.one("organization", units.next());
                self.add("department", units.collect::<Vec<_>>().join(" / "));
            }
            "TITLE" => self.one("title", Some(line.text())),
            "ROLE" => self.add("role", line.text()),
            "TEL" => self.number(line, lines),
            "EMAIL" => self.add("email", bare(&line.text(), "mailto:")),
            "X-WECHAT" | "X-WEIXIN" => self.add("wechat", line.text()),
            "X-QQ" => self.add("QQ", line.text()),
            "IMPP" | "X-SOCIALPROFILE" | "X-IM" => self.account(line),
            "ADR" => self.address(line),
            "BDAY" => self.one("birthday", Some(day(&line.text()))),
            "NOTE" => self.add("note", line.text()),
            "CATEGORIES" => {
                for tag in line.parts(',') {
                    self.add("tags", tag);
                }
            }
            "UID" => self.one("UID", Some(bare(&line.text(), "urn:uuid:"))),
            "X-ABLABEL" => {}
            OWN_IN_CARD => self.add(line.param("LABEL").unwrap_or(name), line.text()),
            _ if ABOUT_THE_CARD.contains(&name) => {}
            _ => self.add(name, line.text()),
        }
    }

    /// What a group is called by its owner: `item1.X-ABLabel:助理`. Apple writes its own words in signs.
    fn number(&mut self, line: &Property, lines: &[Property]) {
        let number = bare(&line.text(), "tel:");
        if line.is("FAX") {
            self.add("fax", number);
            return;
        }
        let label = line.group.as_ref().and_then(|group| {
            let labels = |other: &&Property| {
                other.name == "X-ABLABEL" && other.group.as_ref() == Some(group)
            };
            lines.iter().find(labels)
        });
        if let Some(label) = label.map(Property::text)
            && !label.starts_with("_$!<")
        {
            self.add("label", format!("{label}: {number}"));
        }
        self.add("phone", number);
    }

    /// `IMPP:weixin:zhang_san`, `X-SOCIALPROFILE;TYPE=wechat:x-apple:zhang_san`.
    fn account(&mut self, line: &Property) {
        let text = line.text();
        let (scheme, account) = text.split_once(':').unwrap_or(("", &text));
        let service = [
            line.param("X-SERVICE-TYPE"),
            line.param("TYPE"),
            Some(scheme),
        ];
        let is = |words: &[&str]| {
            let mut said = service.iter().flatten();
            said.any(|said| words.iter().any(|word| said.eq_ignore_ascii_case(word)))
        };
        match () {
            () if is(&["wechat", "weixin", "wxid", "微信"]) => {
                self.add("wechat", account.to_owned())
            }
            () if is(&["qq"]) => self.add("QQ", account.to_owned()),
            () => self.add(&line.name, text.clone()),
        }
    }

    /// Post box; extended; street; city; region; code; country.
    fn address(&mut self, line: &Property) {
        let parts = line.parts(';');
        let city = parts.get(3).map_or("", String::as_str);
        self.one("city", Some(city.trim_end_matches('市').to_owned()));
        let mut filled: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        if filled.iter().any(|part| part.chars().any(text::is_han)) {
            // The largest comes first in China.
            filled.reverse();
        }
        self.add("address", filled.join(" "));
    }

    /// The first one said holds.
    fn one(&mut self, column: &str, text: Option<String>) {
        let said = self.cells.iter().any(|(known, _)| known == column);
        if let Some(text) = text.filter(|_| !said) {
            self.add(column, text);
        }
    }

    fn add(&mut self, column: &str, text: String) {
        if text.trim().is_empty() {
            return;
        }
        match self.cells.iter_mut().find(|(known, _)| known == column) {
            Some((_, texts)) if texts.contains(&text) => {}
            Some((_, texts)) => texts.push(text),
            None => self.cells.push((column.to_owned(), vec![text])),
        }
    }

    fn cells(mut self) -> Vec<(String, String)> {
        let name = self.name();
        self.one("name", Some(name));
        let joined = |texts: Vec<String>, between: &str| texts.join(between);
        let cells = self.cells.into_iter().map(|(column, texts)| {
            let between = if column == "note" { "\n" } else { JOINED };
            (column, joined(texts, between))
        });
        cells.collect()
    }

    /// As people write it. Phones put a blank into 张 三, or turn it round; what is more than the parts of
    /// the name stays as it is written.
    fn name(&mut self) -> String {
        let part = |at: usize| self.parts.get(at).map_or("", String::as_str);
        let (family, given, middle) = (part(0), part(1), part(2));
        let built = text::full_name(family, given, middle);
        let whole: String = self.full.split_whitespace().collect();
        let turned = format!("{given}{middle}{family}");
        let is_han = built.chars().any(text::is_han);
        if self.is_firm {
            let firm = std::mem::take(&mut self.full);
            self.one("organization", Some(firm));
            return String::new();
        }
        match whole.as_str() {
            "" => built,
            whole if is_han && (whole == built || whole == turned) => built,
            _ => self.full.trim().to_owned(),
        }
    }
}

fn bare(text: &str, scheme: &str) -> String {
    let head = text.get(..scheme.len());
    match head.is_some_and(|head| head.eq_ignore_ascii_case(scheme)) {
        true => text[scheme.len()..].to_owned(),
        false => text.to_owned(),
    }
}

/// 19900307, 1990-03-07T00:00:00Z and --0307 as days that lists of contacts read.
fn day(text: &str) -> String {
    let day = text.split('T').next().unwrap_or_default();
    let digits: String = day.chars().filter(char::is_ascii_digit).collect();
    let yearless = day.starts_with("--");
    match (yearless, digits.len()) {
        (true, 4) => format!("--{}-{}", &digits[..2], &digits[2..]),
        (false, 8) => format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]),
        _ => day.to_owned(),
    }
}

#[cfg(test)]
mod tests;
