//! Reading a signature, a contact block or a vCard that somebody pasted: name, title, firm, numbers,
//! addresses. A pure function of the text; what it does not understand is handed back as it stands, and
//! nothing is guessed that is not written there.

mod scan;
mod vcard;
mod words;

use serde::Serialize;

use crate::kernel::text::{half_width, is_han};
use words::Label;

/// What a pasted block says. Everything is editable before it is saved.
#[derive(Debug, Clone, Default, PartialEq, Serialize, specta::Type)]
pub struct Signature {
    pub name: Option<String>,
    pub title: Option<String>,
    pub organization: Option<String>,
    pub city: Option<String>,
    pub address: Option<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub wechat: Option<String>,
    /// Lines nobody understood, at most ten.
    pub rest: Vec<String>,
}

/// What is read of a pasted novel: as much of its beginning and of its end, where a signature stands.
const MOST_CHARS: usize = 4_000;
const MOST_LINES: usize = 400;
const MOST_REST: usize = 10;
/// A longer line is prose, not part of a signature.
const LONGEST: usize = 120;
/// Of each kind.
const MOST_NUMBERS: usize = 6;

/// Reads a pasted block.
pub fn read(text: &str) -> Signature {
    let half: String = ends_of(text).chars().map(half_width).collect();
    if half.to_ascii_uppercase().contains("BEGIN:VCARD") {
        return vcard::read(&half);
    }
    let mut found = Signature::default();
    for line in half.lines().take(MOST_LINES) {
        let line = line.trim_start_matches(['>', ' ', '\t', '-', '*', '_', '=', '•']);
        if line.trim().is_empty() || words::is_closing(line) {
            continue;
        }
        if line.chars().count() > LONGEST {
            found.keep_rest(line);
            continue;
        }
        for segment in scan::segments(line) {
            found.take(segment.label, segment.text.trim());
        }
    }
    found.finish()
}

/// The beginning and the end of a long text, a short one whole.
fn ends_of(text: &str) -> String {
    let after = text.char_indices().nth(MOST_CHARS).map(|(at, _)| at);
    let before = text
        .char_indices()
        .rev()
        .nth(MOST_CHARS - 1)
        .map(|(at, _)| at);
    match (after, before) {
        (Some(after), Some(before)) if after < before => {
            format!("{}\n{}", &text[..after], &text[before..])
        }
        _ => text.to_owned(),
    }
}

impl Signature {
    /// Takes one piece of a line, with what the line calls it.
    fn take(&mut self, label: Option<Label>, text: &str) {
        if text.is_empty() {
            return;
        }
        match label {
            Some(Label::Ignored) => {}
            Some(Label::Name) => set(&mut self.name, bare_name(text)),
            Some(Label::Title) => set(&mut self.title, text),
            Some(Label::Organization) => set(&mut self.organization, text),
            Some(Label::City) => set(&mut self.city, text.trim_end_matches('市')),
            Some(Label::Address) => self.take_address(text),
            Some(Label::Wechat) => self.take_wechat(text),
            Some(Label::PhoneAndWechat) => {
                self.take_numbers(text);
                self.take_wechat(text);
            }
            Some(Label::Phone | Label::Email) | None => {
                let left = self.take_numbers(text);
                if words::is_wechat_of_phone(&left) {
                    self.take_wechat(&left);
                } else if label.is_none() {
                    self.take_words(&left);
                }
            }
        }
    }

    /// Takes addresses and numbers out of a text and returns what is left of it.
    fn take_numbers(&mut self, text: &str) -> String {
        let (emails, left) = scan::emails(text);
        let left = scan::without_links(&left);
        let (phones, left) = scan::phones(&left);
        add(&mut self.emails, emails);
        add(&mut self.phones, phones);
        left.trim_matches([
            ' ', ',', ';', '<', '>', '(', ')', '/', '"', '\'', ':', '-', '|', '，', '、',
        ])
        .to_owned()
    }

    fn take_wechat(&mut self, text: &str) {
        let id: String = text
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
            .collect();
        if (5..=20).contains(&id.len()) {
            set(&mut self.wechat, &id);
        } else if words::is_same_number(text)
            && let Some(phone) = self.phones.first().cloned()
        {
            set(&mut self.wechat, &phone);
        }
    }

    fn take_address(&mut self, text: &str) {
        if self.city.is_none() {
            self.city = words::city_in(text);
        }
        set(&mut self.address, text);
    }

    /// What words without a label are: an address, a firm, a title or a name.
    fn take_words(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if words::is_address(text) {
            return self.take_address(text);
        }
        if let Some(city) = words::city(text) {
            return set(&mut self.city, &city);
        }
        // Chinese lines put name, title and firm side by side; so do English ones with commas.
        let parts: Vec<String> = match text.chars().any(is_han) {
            true => text
                .split([' ', ',', '，', '、', '/'])
                .filter(|part| part.chars().any(char::is_alphanumeric))
                .map(str::to_owned)
                .collect(),
            false => english_parts(text),
        };
        if parts.len() > 1 && parts.iter().any(|part| place_of(part).is_some()) {
            let mut left = Vec::new();
            for part in parts {
                if !self.take_part(&part) {
                    left.push(part);
                }
            }
            if !left.is_empty() {
                self.keep_rest(&left.join(" "));
            }
        } else if !self.take_part(text) {
            self.keep_rest(text);
        }
    }

    fn take_part(&mut self, part: &str) -> bool {
        match place_of(part) {
            Some(Label::Organization) => {
                let (firm, title) = words::firm_and_title(part);
                if self.organization.is_some() {
                    return false;
                }
                set(&mut self.organization, firm);
                set(&mut self.title, title);
                true
            }
            Some(Label::Title) => match words::name_and_title(part) {
                Some((name, title)) if self.name.is_none() => {
                    set(&mut self.name, name);
                    set(&mut self.title, title);
                    true
                }
                _ if self.title.is_none() => {
                    set(&mut self.title, part);
                    true
                }
                _ => false,
            },
            Some(Label::Name) if self.name.is_none() => {
                set(&mut self.name, bare_name(part));
                true
            }
            _ => false,
        }
    }

    fn keep_rest(&mut self, line: &str) {
        let line: String = line.trim().chars().take(LONGEST * 2).collect();
        if !line.is_empty() && self.rest.len() < MOST_REST {
            self.rest.push(line);
        }
    }

    /// A firm that stands alone under the name has no mark of a firm: the first left-over line after
    /// a title is taken for it only if it is short and nothing else was.
    fn finish(mut self) -> Self {
        if self.organization.is_none()
            && self.name.is_some()
            && let Some(at) = self.rest.iter().position(|line| words::could_be_firm(line))
        {
            self.organization = Some(self.rest.remove(at));
        }
        self
    }
}

/// What a part is taken as.
fn place_of(part: &str) -> Option<Label> {
    if words::is_organization(part) {
        Some(Label::Organization)
    } else if words::is_title(part) {
        Some(Label::Title)
    } else if words::is_name(part) {
        Some(Label::Name)
    } else {
        None
    }
}

/// "Head of Sales, Example Ltd", "Head of Sales at Example Ltd", "Ann Vale - Head of Sales". A mark of a
/// firm ("Inc.") and a degree belong to what stands before their comma.
fn english_parts(text: &str) -> Vec<String> {
    let text = text.replace(" at ", ", ").replace(" @ ", ", ");
    let text = text
        .replace(" - ", ", ")
        .replace(" – ", ", ")
        .replace(" — ", ", ");
    let mut parts: Vec<String> = Vec::new();
    for part in text
        .split(", ")
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        match parts.last_mut() {
            Some(last) if words::is_firm_mark(part) || words::is_degree(part) => {
                last.push_str(", ");
                last.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    parts
}

/// A name without the courtesies around it.
fn bare_name(text: &str) -> &str {
    let text = text
        .split(['(', '<', '/', ','])
        .next()
        .unwrap_or(text)
        .trim();
    words::without_courtesy(text)
}

fn set(slot: &mut Option<String>, text: &str) {
    let text = text.trim_matches([' ', ',', ';', '.', '，', '。', '；', '、', '|']);
    if slot.is_none() && !text.is_empty() {
        *slot = Some(text.chars().take(LONGEST * 2).collect());
    }
}

fn add(to: &mut Vec<String>, found: Vec<String>) {
    for one in found {
        if to.len() < MOST_NUMBERS && !to.contains(&one) {
            to.push(one);
        }
    }
}

#[cfg(test)]
mod tests;
