//! Who the line is about: a known person by name, title, pinyin, initials or digits; else the word that stands
//! where a name stands and looks like one (`fresh`). Candidates come from the caller; nothing is
//! looked up here.

use std::collections::HashMap;
use std::ops::Range;

use super::lexicon;
use super::names;
use super::text::{Claims, Line, fold, is_gap, is_han, is_latin};
use super::types::{Candidate, Who};

mod fresh;
mod keys;
mod latin;

pub(super) use fresh::fresh;
pub use keys::who_keys;

/// Lower is better; the earliest of the best wins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A known name anywhere, or anything that stands first in the line.
    Sure,
    /// Initials, half a name or an unknown 李经理 in mid-line.
    Likely,
}

struct Hit {
    range: Range<usize>,
    fits: Vec<usize>,
    rank: Rank,
}

pub(super) struct People<'a> {
    candidates: &'a [Candidate],
    /// Keys with Han by their first character.
    han: HashMap<char, Vec<(String, usize)>>,
    /// Keys in letters and digits, without spaces.
    latin: HashMap<String, Vec<usize>>,
    /// Surnames in Han and Latin, and Latin first names.
    parts: HashMap<String, Vec<usize>>,
}

impl<'a> People<'a> {
    pub fn new(candidates: &'a [Candidate]) -> Self {
        let mut people = People {
            candidates,
            han: HashMap::new(),
            latin: HashMap::new(),
            parts: HashMap::new(),
        };
        for (i, candidate) in candidates.iter().enumerate() {
            for key in candidate.keys.iter().chain([&candidate.name]) {
                people.add_key(&fold(key), i);
            }
            for key in short_forms(&fold(&candidate.name)) {
                people.add_key(&key, i);
            }
            for part in parts_of(&fold(&candidate.name)) {
                add(&mut people.parts, part, i);
            }
        }
        people
    }

    fn add_key(&mut self, key: &str, i: usize) {
        let squeezed: String = key.chars().filter(|c| is_latin(*c)).collect();
        if !key.chars().any(is_han) {
            if squeezed.chars().count() >= 2 {
                add(&mut self.latin, squeezed, i);
            }
        } else if key.chars().count() >= 2
            && let Some(first) = key.chars().next()
        {
            let keys = self.han.entry(first).or_default();
            if !keys.iter().any(|(k, n)| k == key && *n == i) {
                keys.push((key.to_owned(), i));
            }
        }
    }

    #[cfg(test)]
    pub fn has_part(&self, part: &str) -> bool {
        self.parts.contains_key(part)
    }

    fn who(&self, hit: &Hit, line: &Line) -> Who {
        let index = |i: &usize| self.candidates.get(*i).map(|c| c.index);
        match &hit.fits[..] {
            [] => Who::New(line.text(hit.range.clone())),
            [one] => index(one).map_or(Who::None, Who::Known),
            several => {
                let text = line.text(hit.range.clone());
                Who::Several(text, several.iter().filter_map(index).collect())
            }
        }
    }
}

fn add(map: &mut HashMap<String, Vec<usize>>, key: String, i: usize) {
    let fits = map.entry(key).or_default();
    if !fits.contains(&i) {
        fits.push(i);
    }
}

/// 张立群 → 张, zhang; Sarah Johnson → sarah, johnson
fn parts_of(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    if chars.first().copied().is_some_and(is_han) {
        let surname = surname(&chars);
        let mut parts = latin_surname(&surname);
        parts.push(surname);
        return parts;
    }
    let words = name
        .split(|c: char| !is_latin(c))
        .filter(|w| w.chars().count() >= 2);
    words.map(str::to_owned).collect()
}

/// 张立群 → zhanglq
fn short_forms(name: &str) -> Vec<String> {
    use pinyin::ToPinyin;
    let chars: Vec<char> = name.chars().collect();
    if !chars.iter().copied().all(is_han) {
        return Vec::new();
    }
    let surname = surname(&chars);
    let given = chars.iter().skip(surname.chars().count());
    let initials: String = given
        .filter_map(|c| c.to_pinyin())
        .map(|p| p.first_letter())
        .collect();
    latin_surname(&surname)
        .into_iter()
        .map(|s| format!("{s}{initials}"))
        .collect()
}

fn surname(name: &[char]) -> String {
    let two: String = name.iter().take(2).collect();
    if name.len() >= 3 && names::COMPOUND.contains(&&*two) {
        return two;
    }
    name.iter().take(1).collect()
}

fn latin_surname(surname: &str) -> Vec<String> {
    use pinyin::ToPinyinMulti;
    let mut spellings = vec![String::new()];
    for c in surname.chars() {
        let Some(readings) = c.to_pinyin_multi() else {
            return Vec::new();
        };
        let mut longer: Vec<String> = Vec::new();
        for reading in readings {
            for plain in [
                reading.plain().replace('ü', "v"),
                reading.plain().replace('ü', "u"),
            ] {
                longer.extend(spellings.iter().map(|s| format!("{s}{plain}")));
            }
        }
        longer.sort();
        longer.dedup();
        spellings = longer;
    }
    spellings
}

/// A known person, or 张总 and Mr Zhang even when unknown.
pub(super) fn named(line: &Line, claims: &Claims, people: &People) -> Option<(Range<usize>, Who)> {
    let first = (0..line.len())
        .find(|&i| line.at(i).is_some_and(|c| !is_gap(c)))
        .unwrap_or(0);
    let mut best: Option<Hit> = None;
    let mut at = 0;
    while at < line.len() {
        let hits = [
            han_key(line, at, first, people),
            titled(line, at, first, people),
            latin::named(line, at, first, people),
        ];
        for hit in hits
            .into_iter()
            .flatten()
            .filter(|h| claims.free(h.range.clone()))
        {
            let better = best.as_ref().is_none_or(|b| {
                (hit.rank, hit.range.start, usize::MAX - hit.range.end)
                    < (b.rank, b.range.start, usize::MAX - b.range.end)
            });
            if better {
                best = Some(hit);
            }
        }
        if best.as_ref().is_some_and(|b| b.rank == Rank::Sure)
            && best.as_ref().is_some_and(|b| b.range.start <= at)
        {
            break;
        }
        at += 1;
    }
    best.map(|hit| (hit.range.clone(), people.who(&hit, line)))
}

/// Four digits and more, once everything else is read: 2231 is a person only where nobody else is.
pub(super) fn by_digits(
    line: &Line,
    claims: &Claims,
    people: &People,
) -> Option<(Range<usize>, Who)> {
    let digit = |i: usize| line.at(i).is_some_and(|c| c.is_ascii_digit());
    let mut at = 0;
    while at < line.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let end = (at..line.len()).find(|&i| !digit(i)).unwrap_or(line.len());
        let joins = |i: Option<char>, j: Option<char>| match i {
            Some('.' | ',' | '/' | '-' | ':' | '%' | '+') => j.is_some_and(|c| c.is_ascii_digit()),
            Some(c) => {
                c.is_ascii_alphanumeric() || "年月日号点分万千百元块个人台天次条家套".contains(c)
            }
            None => false,
        };
        let before = line.before(at).filter(|c| !is_han(*c));
        let alone = !joins(before, at.checked_sub(2).and_then(|i| line.at(i)))
            && !joins(line.at(end), line.at(end + 1));
        let key = line.folded(at..end);
        if alone
            && end - at >= 4
            && claims.free(at..end)
            && let Some(fits) = people.latin.get(&key)
        {
            let start = ["尾号", "尾号是", "手机尾号", "ending in ", "ending "]
                .iter()
                .filter_map(|w| {
                    at.checked_sub(w.chars().count())
                        .filter(|s| line.prefix(*s, w) == Some(at))
                })
                .min()
                .unwrap_or(at);
            let hit = Hit {
                range: start..end,
                fits: fits.clone(),
                rank: Rank::Sure,
            };
            let Who::Several(_, indexes) = people.who(&hit, line) else {
                return Some((start..end, people.who(&hit, line)));
            };
            return Some((start..end, Who::Several(key, indexes)));
        }
        at = end;
    }
    None
}

fn han_key(line: &Line, at: usize, first: usize, people: &People) -> Option<Hit> {
    let keys = people.han.get(&line.at(at)?)?;
    let fitting = keys
        .iter()
        .filter_map(|(key, i)| Some((line.word(at, key)?, *i)));
    let end = fitting.clone().map(|(end, _)| end).max()?;
    // Someone may be called 高兴; in mid-sentence it is a mood.
    let doubtful = names::NOT_A_NAME.contains(&&*line.folded(at..end))
        || (at..end).any(|i| lexicon::sense_at(line, i).is_some_and(|(e, _)| e - i >= end - at));
    if doubtful && at != first {
        return None;
    }
    let fits = fitting.filter(|(e, _)| *e == end).map(|(_, i)| i).collect();
    let range = at..title_end(line, end).unwrap_or(end);
    Some(Hit {
        range,
        fits,
        rank: Rank::Sure,
    })
}

/// 张总, 欧阳经理, 小王 where a person is known by it is a key; here only surname and title.
fn titled(line: &Line, at: usize, first: usize, people: &People) -> Option<Hit> {
    let (surname, after) = surname_at(line, at)?;
    let end = title_end(line, after)?;
    let fits = people.parts.get(&surname).cloned().unwrap_or_default();
    let led_in = at == first
        || line
            .before(at)
            .is_none_or(|c| !is_han(c) || names::LEAD_IN.contains(c));
    if !led_in && (fits.is_empty() || names::DOUBTFUL.contains(&surname)) {
        return None;
    }
    let rank = if fits.is_empty() && at != first {
        Rank::Likely
    } else {
        Rank::Sure
    };
    Some(Hit {
        range: at..end,
        fits,
        rank,
    })
}

fn surname_at(line: &Line, at: usize) -> Option<(String, usize)> {
    if let Some(end) = names::COMPOUND.iter().find_map(|s| line.prefix(at, s)) {
        return Some((line.folded(at..end), end));
    }
    let first = line
        .at(at)
        .filter(|c| is_han(*c) && names::SURNAMES.contains(*c))?;
    Some((first.to_string(), at + 1))
}

fn title_end(line: &Line, at: usize) -> Option<usize> {
    let (title, end) = names::TITLES
        .iter()
        .find_map(|t| Some((t, line.prefix(at, t)?)))?;
    let other = names::NOT_AFTER_TITLE.iter().find(|(t, _)| t == title);
    let other = other.is_some_and(|(_, after)| line.at(end).is_some_and(|c| after.contains(c)));
    (!other).then_some(end)
}
