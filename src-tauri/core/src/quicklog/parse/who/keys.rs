//! What the caller should look up before parsing: every stretch of the line that may be a name. Generous on
//! purpose, and bounded, so that a pasted page costs one small query.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::lexicon;
use super::super::names;
use super::super::text::{Line, is_han, is_latin};
use super::super::types::WhoKey;
use super::latin::{capital, common_word, honoured_name, introduced, squeezed, word_ends};
use super::{latin_surname, surname_at, title_end};

const MOST: usize = 128;
/// People are named early in a line.
const FAR: usize = 400;

pub fn who_keys(line: &str) -> Vec<WhoKey> {
    let line = Line::new(line);
    let mut keys = Keys(Vec::new());
    let mut at = 0;
    while at < line.len().min(FAR) && keys.0.len() < MOST {
        let Some(c) = line.at(at) else { break };
        if is_han(c) {
            han(&line, at, &mut keys);
        } else if c.is_ascii_digit() && line.starts_word(at) {
            digits(&line, at, &mut keys);
        } else if is_latin(c) && line.starts_word(at) {
            latin(&line, at, &mut keys);
        }
        at += 1;
    }
    keys.0.truncate(MOST);
    keys.0
}

struct Keys(Vec<WhoKey>);

impl Keys {
    fn exact(&mut self, text: String) {
        self.add(WhoKey::Exact(text));
    }

    fn surname(&mut self, text: String) {
        self.add(WhoKey::Surname(text));
    }

    fn add(&mut self, key: WhoKey) {
        if !self.0.contains(&key) {
            self.0.push(key);
        }
    }
}

fn han(line: &Line, at: usize, keys: &mut Keys) {
    let run = |from: usize| {
        (from..line.len())
            .find(|&i| !line.at(i).is_some_and(is_han))
            .unwrap_or(line.len())
    };
    let starts = line.before(at).is_none_or(|c| !is_han(c));
    let end = run(at);
    if let Some((surname, after)) = surname_at(line, at) {
        if let Some(end) = title_end(line, after) {
            keys.exact(line.folded(at..end));
            keys.surname(surname);
        }
        for len in 2..=(after - at + 2) {
            if at + len <= end && lexicon::sense_at(line, at).is_none_or(|(e, _)| e < at + len) {
                keys.exact(line.folded(at..at + len));
            }
        }
    }
    if starts {
        for len in 2..=4.min(end - at) {
            keys.exact(line.folded(at..at + len));
        }
    } else if let Some(before) = line.before(at)
        && "跟和与给找约访系话信".contains(before)
    {
        for len in 2..=3.min(end - at) {
            keys.exact(line.folded(at..at + len));
        }
    }
}

fn digits(line: &Line, at: usize, keys: &mut Keys) {
    let digit = |i: usize| line.at(i).is_some_and(|c| c.is_ascii_digit());
    let end = (at..line.len()).find(|&i| !digit(i)).unwrap_or(line.len());
    if (4..=15).contains(&(end - at)) {
        keys.exact(line.folded(at..end));
    }
}

/// zhanglq: a surname in pinyin and one or two initials.
fn short_form(word: &str) -> Option<String> {
    static SPELLINGS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let single = names::SURNAMES.chars().map(String::from);
        let compound = names::COMPOUND.iter().map(|s| (*s).to_owned());
        single
            .chain(compound)
            .flat_map(|s| latin_surname(&s))
            .collect()
    });
    let letters = word.bytes().all(|b| b.is_ascii_lowercase());
    let ends = [word.len().checked_sub(2)?, word.len() - 1];
    let surname = ends
        .into_iter()
        .filter(|_| letters)
        .find_map(|end| SPELLINGS.get(&word[..end]));
    surname.cloned()
}

fn latin(line: &Line, at: usize, keys: &mut Keys) {
    for (words, end) in word_ends(line, at, 3).into_iter().enumerate() {
        let text = squeezed(line, at..end);
        if words == 0 && common_word(line, at, end) && !capital(line, at) {
            break; // "call with Zhang": no name begins so
        }
        let plain = words == 0 && common_word(line, at, end) && at > 0;
        if plain || text.chars().count() < 2 {
            continue;
        }
        if words == 0 && (capital(line, at) || at == 0 || introduced(line, at)) {
            keys.surname(text.clone());
        }
        if words == 0
            && let Some(surname) = short_form(&text)
        {
            keys.surname(surname);
        }
        keys.exact(text);
    }
    if let Some(name) = honoured_name(line, at) {
        keys.surname(line.folded(name));
    }
}
