//! Text as the text index holds it, and as a query asks for it.
//!
//! Folded text falls into runs. Chinese, kana and hangul are not parted into words: such a run is held as
//! overlapping pairs of characters and its last one alone, so that every part of it is found, one
//! character too. Any other run of letters and digits is one word, found by its beginning. What stands
//! between runs (blanks, signs) is not held: "zhang.wei" is found as two words side by side.

use super::text;

/// The longest word held, in characters: of a longer one its beginning.
const LONGEST: usize = 40;
/// How many terms of a query count, and how much of it is read.
const TERMS: usize = 8;
const QUERY: usize = 200;

/// Folded characters side by side, each with its place (code points) in the text it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    dense: bool,
    chars: Vec<char>,
    at: Vec<usize>,
}

/// One term of a query: runs that must stand side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term(Vec<Run>);

/// Characters that belong to the one before them: accents, signs that choose a form.
pub fn joins(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{200C}'..='\u{200D}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0100}'..='\u{E01EF}')
}

fn is_dense(c: char) -> bool {
    text::is_han(c)
        || matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}' | '\u{AC00}'..='\u{D7A3}')
}

/// The runs of a text.
pub fn runs(text: &str) -> Vec<Run> {
    let (mut lower, mut places) = (String::with_capacity(text.len()), Vec::new());
    for (at, c) in text.chars().enumerate() {
        for small in text::half_width(c).to_lowercase() {
            lower.push(small);
            places.push(at);
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    // The Simplified form has as many characters.
    for (c, at) in fast2s::convert(&lower).chars().zip(places) {
        if joins(c) {
            continue;
        }
        if !c.is_alphanumeric() && !is_dense(c) {
            open = false;
            continue;
        }
        let dense = is_dense(c);
        match runs.last_mut().filter(|run| open && run.dense == dense) {
            Some(run) => {
                run.chars.push(c);
                run.at.push(at);
            }
            None => runs.push(Run {
                dense,
                chars: vec![c],
                at: vec![at],
            }),
        }
        open = true;
    }
    runs
}

impl Run {
    /// What the index holds of it, in order.
    fn tokens(&self) -> Vec<String> {
        if !self.dense {
            return vec![self.chars.iter().take(LONGEST).collect()];
        }
        let pairs = self.chars.windows(2).map(|pair| pair.iter().collect());
        let last = self.chars.last().map(char::to_string);
        pairs.chain(last).collect()
    }
}

/// Everything the index holds of a text, in order; the same word as often as it stands there.
pub fn tokens(text: &str) -> Vec<String> {
    runs(text).iter().flat_map(Run::tokens).collect()
}

/// The terms of a query. Signs alone are none.
pub fn terms(query: &str) -> Vec<Term> {
    let read: String = query.chars().take(QUERY).collect();
    read.split(|c: char| text::half_width(c).is_whitespace())
        .map(|part| Term(runs(part)))
        .filter(|term| !term.0.is_empty())
        .take(TERMS)
        .collect()
}

impl Term {
    /// Its folded letters without what stood between them.
    pub fn letters(&self) -> String {
        self.0.iter().flat_map(|run| &run.chars).collect()
    }

    /// What a row must have in the index, in order; true beside the last: it may go on.
    fn asked(&self) -> (Vec<String>, bool) {
        let mut asked = Vec::new();
        for (at, run) in self.0.iter().enumerate() {
            let mut tokens = run.tokens();
            // The end of the last run need not be the end of a run in the text.
            if at + 1 == self.0.len() && run.dense && tokens.len() > 1 {
                tokens.pop();
            }
            asked.extend(tokens);
        }
        let last = self.0.last();
        let may_go_on = last.is_some_and(|run| !run.dense || run.chars.len() == 1);
        (asked, may_go_on)
    }

    /// In FTS5's language, each word behind the mark of its noun: words side by side, or, for an index
    /// that does not know where words stand, all of them.
    pub fn matching(&self, mark: char, side_by_side: bool) -> String {
        let (asked, may_go_on) = self.asked();
        let mut said: Vec<String> = asked
            .iter()
            .map(|token| format!("\"{mark}{token}\""))
            .collect();
        if let Some(last) = said.last_mut().filter(|_| may_go_on) {
            last.push_str(" *");
        }
        match side_by_side {
            true => said.join(" + "),
            false => said.join(" AND "),
        }
    }

    /// Many rows may have to be put together before the first is known: the end of a word is open.
    pub fn is_open(&self) -> bool {
        self.asked().1
    }

    /// Where it stands in these runs: places of the first code point and the one after the last.
    pub fn found(&self, runs: &[Run]) -> Vec<(usize, usize)> {
        let Some((first, rest)) = self.0.split_first() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (at, run) in runs.iter().enumerate() {
            if rest.is_empty() {
                found.extend(starts(run, first).map(|from| {
                    let to = from + first.chars.len();
                    (run.at[from], run.at[to - 1] + 1)
                }));
                continue;
            }
            let after = &runs[at + 1..];
            let Some(end) = goes_on(rest, after) else {
                continue;
            };
            if ends_with(run, first) {
                found.push((run.at[run.chars.len() - first.chars.len()], end));
            }
        }
        found
    }
}

/// Where a run of a query begins in a run of text: anywhere in Chinese, else at its beginning.
fn starts<'r>(run: &'r Run, asked: &'r Run) -> impl Iterator<Item = usize> + 'r {
    let room = match run.dense == asked.dense {
        true => (run.chars.len() + 1).saturating_sub(asked.chars.len()),
        false => 0,
    };
    let places = if run.dense { room } else { room.min(1) };
    (0..places).filter(|from| run.chars[*from..].starts_with(&asked.chars))
}

fn ends_with(run: &Run, asked: &Run) -> bool {
    run.dense == asked.dense
        && match run.dense {
            true => run.chars.ends_with(&asked.chars),
            false => run.chars == asked.chars,
        }
}

/// Where the rest of a term ends, if it stands at the beginning of these runs.
fn goes_on(rest: &[Run], runs: &[Run]) -> Option<usize> {
    let (last, middle) = rest.split_last()?;
    let here = runs.get(..rest.len())?;
    let same = |(run, asked): (&Run, &Run)| run.dense == asked.dense && run.chars == asked.chars;
    if !here.iter().zip(middle).all(same) {
        return None;
    }
    let run = here.last()?;
    let fits = run.dense == last.dense && run.chars.starts_with(&last.chars);
    fits.then(|| run.at[last.chars.len() - 1] + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn places(text: &str, query: &str) -> Vec<(usize, usize)> {
        terms(query)
            .iter()
            .flat_map(|term| term.found(&runs(text)))
            .collect()
    }

    #[test]
    fn chinese_is_held_in_pairs_and_everything_else_in_words() {
        assert_eq!(tokens("報價單"), ["报价", "价单", "单"]);
        assert_eq!(tokens("ＧＴＸ報價, v2.5"), ["gtx", "报价", "价", "v2", "5"]);
        assert_eq!(
            tokens("zhang.wei@acme.com"),
            ["zhang", "wei", "acme", "com"]
        );
        assert!(tokens("👩‍👩‍👧 — “”").is_empty());
    }

    #[test]
    fn a_term_is_found_where_it_stands() {
        assert_eq!(places("客戶問報價單，再看報價", "报价"), [(3, 5), (9, 11)]);
        assert_eq!(places("报价", "价"), [(1, 2)]);
        assert_eq!(places("Quoted the PRICE list", "pri"), [(11, 14)]);
        assert_eq!(places("surprise", "pri"), []);
        assert_eq!(places("👩‍👩‍👧 報價", "报价"), [(6, 8)]);
        assert_eq!(places("zhang.wei@acme.com", "@acme"), [(10, 14)]);
        assert_eq!(places("zhang.wei@acme.com", "zhang.we"), [(0, 8)]);
        assert_eq!(places("用GTX报价", "gtx报"), [(1, 5)]);
        assert_eq!(places("报价。单价", "报价单"), []);
    }

    #[test]
    fn signs_quotes_and_words_of_the_query_language_ask_for_nothing_else() {
        for query in ["\"", "*", "\u{0}", "\u{202E}", "()", "^", "-", "''", "…"] {
            assert_eq!(terms(query), [], "{query:?}");
        }
        let term = &terms("AND")[0];
        assert_eq!(term.matching('q', false), "\"qand\" *");
        assert_eq!(
            terms(&"报价".repeat(5000))[0].letters().chars().count(),
            QUERY
        );
        assert_eq!(
            terms("gtx报价")[0].matching('g', true),
            "\"ggtx\" + \"g报价\""
        );
    }

    proptest! {
        #[test]
        fn whatever_a_text_holds_is_found_in_it(text in "[\\PC張报价單ＡＢ a-z0-9.@]{0,40}") {
            let held = runs(&text);
            for run in &held {
                for part in 1..=run.chars.len() {
                    let asked: String = run.chars[..part].iter().collect();
                    for term in terms(&asked) {
                        let found = term.found(&held);
                        prop_assert!(!found.is_empty(), "{asked:?} in {text:?}");
                        let length = text.chars().count();
                        prop_assert!(found.iter().all(|(from, to)| from < to && *to <= length));
                    }
                }
            }
        }

        #[test]
        fn no_query_is_too_strange(query: String) {
            for term in terms(&query) {
                prop_assert!(!term.matching('a', true).is_empty());
            }
        }
    }
}
