//! People in Latin letters: Zhang Wei, zhanglq, zlq, Mr Zhang, Sarah. How words join into one name and
//! which words are no name; Chinese names stand one room up.

use std::ops::Range;

use super::super::lexicon;
use super::super::names;
use super::super::text::{Line, is_latin};
use super::super::words;
use super::{Hit, People, Rank, title_end};

/// Zhang Wei, zhanglq, zlq, Mr Zhang, Sarah
pub(super) fn named(line: &Line, at: usize, first: usize, people: &People) -> Option<Hit> {
    let alone = line.at(at).is_some_and(is_latin) && line.starts_word(at);
    if !alone || line.at(at).is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    if let Some(hit) = honoured(line, at, people) {
        return Some(hit);
    }
    let ends = word_ends(line, at, 4);
    let long = ends
        .iter()
        .rev()
        .find_map(|&end| Some((end, people.latin.get(&squeezed(line, at..end))?)));
    if let Some((end, fits)) = long {
        let letters = squeezed(line, at..end).chars().count();
        let common = common_word(line, at, end);
        let rank = if at == first || (letters >= 4 && !common) {
            Rank::Sure
        } else {
            Rank::Likely
        };
        if !(common && (at != first || !capital(line, at))) && (rank == Rank::Sure || letters >= 3)
        {
            let range = at..title_end(line, end).unwrap_or(end);
            return Some(Hit {
                range,
                fits: fits.clone(),
                rank,
            });
        }
    }
    let end = *ends.first()?;
    let whole =
        capital(line, at) || at == first || introduced(line, at) || title_end(line, end).is_some();
    if !whole || common_word(line, at, end) {
        return None;
    }
    let fits = people.parts.get(&line.folded(at..end))?;
    // A capitalised neighbour makes it someone else: Zhang Min is not Zhang Wei.
    if after_capital(line, at) {
        return None;
    }
    if ends.get(1).is_some_and(|&e| {
        capital(line, line.skip_blanks(end)) && !common_word(line, line.skip_blanks(end), e)
    }) {
        return None;
    }
    let range = at..title_end(line, end).unwrap_or(end);
    let rank = if at == first {
        Rank::Sure
    } else {
        Rank::Likely
    };
    Some(Hit {
        range,
        fits: fits.clone(),
        rank,
    })
}

pub(super) fn honoured(line: &Line, at: usize, people: &People) -> Option<Hit> {
    let name = honoured_name(line, at)?;
    let squeezed = squeezed(line, name.clone());
    let fits = people
        .latin
        .get(&squeezed)
        .or_else(|| people.parts.get(&squeezed));
    let fits = fits.cloned().unwrap_or_default();
    Some(Hit {
        range: at..name.end,
        fits,
        rank: Rank::Sure,
    })
}

/// The name behind Mr or Manager.
pub(super) fn honoured_name(line: &Line, at: usize) -> Option<Range<usize>> {
    let after = names::HONORIFICS.iter().find_map(|h| line.word(at, h))?;
    let name = line.skip_blanks(after);
    let polite = ["m", "dr", "prof"]
        .iter()
        .any(|p| line.prefix(at, p).is_some());
    let polite = polite && after - at <= 5;
    if name == after || !line.at(name).is_some_and(is_latin) || !(polite || capital(line, name)) {
        return None;
    }
    let ends = word_ends(line, name, 2);
    let one = *ends.first()?;
    if common_word(line, name, one) {
        return None;
    }
    let second = ends.get(1).filter(|&&end| {
        let start = line.skip_blanks(one);
        capital(line, start) && !common_word(line, start, end)
    });
    Some(name..second.copied().unwrap_or(one))
}

/// Ends of one, two … words that may belong to one name.
pub(super) fn word_ends(line: &Line, at: usize, most: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = at;
    while ends.len() < most && line.at(start).is_some_and(is_latin) {
        let end = (start..line.len())
            .find(|&i| !line.at(i).is_some_and(is_latin))
            .unwrap_or(line.len());
        if end - at > 40 {
            break;
        }
        ends.push(end);
        start = match (line.at(end), line.at(end + 1)) {
            (Some(' ' | '-' | '.' | '\''), Some(c)) if is_latin(c) => end + 1,
            (Some('.'), Some(' ')) => end + 2,
            _ => break,
        };
    }
    ends
}

pub(super) fn squeezed(line: &Line, range: Range<usize>) -> String {
    line.folded(range)
        .chars()
        .filter(|c| is_latin(*c))
        .collect()
}

pub(super) fn capital(line: &Line, at: usize) -> bool {
    line.raw.get(at).is_some_and(|c| c.is_uppercase())
}

/// with sarah, called sarah: in small letters a half name needs such a word before it.
pub(super) fn introduced(line: &Line, at: usize) -> bool {
    const BEFORE: &[&str] = &["with", "to", "from", "call", "called", "met", "emailed"];
    let end = line.trimmed(0..at).end;
    BEFORE
        .iter()
        .any(|w| end.checked_sub(w.len()).and_then(|s| line.word(s, w)) == Some(end))
}

pub(super) fn after_capital(line: &Line, at: usize) -> bool {
    let Some(end) = at.checked_sub(1).filter(|&i| line.at(i) == Some(' ')) else {
        return false;
    };
    let start = (0..end)
        .rev()
        .take_while(|&i| line.at(i).is_some_and(is_latin))
        .last();
    start.is_some_and(|start| capital(line, start) && !common_word(line, start, end))
}

/// A word of the language, not of a name.
pub(super) fn common_word(line: &Line, start: usize, end: usize) -> bool {
    let word = &*line.folded(start..end);
    names::NOT_A_NAME_EN.contains(&word)
        || names::HONORIFICS.contains(&word)
        || words::TO_DO.1.contains(&word)
        || lexicon::sense_at(line, start).is_some_and(|(e, _)| e >= end)
}
