//! Cutting a line into labelled pieces, and taking addresses and numbers out of them.

use super::words::{Label, label, label_at_end};
use crate::kernel::text::is_han;

/// A piece of a line: what the line calls it, if it does, and its words.
#[derive(Debug, PartialEq)]
pub struct Segment {
    pub label: Option<Label>,
    pub text: String,
}

/// Cuts a line at bars, tabs, wide gaps and before each label it knows.
pub fn segments(line: &str) -> Vec<Segment> {
    line.split(['|', '｜', '\t', ';', '；', '•', '·', '│', '┃'])
        .flat_map(|piece| piece.split("  "))
        .flat_map(labelled)
        .collect()
}

/// Cuts at "label:"; the words before the first label have none.
fn labelled(piece: &str) -> Vec<Segment> {
    let mut found: Vec<Segment> = vec![Segment {
        label: None,
        text: String::new(),
    }];
    let chars: Vec<char> = piece.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let colon = chars[at] == ':' && !is_link(&chars, at);
        // 手机138…: a number right after Chinese words.
        let number = chars[at].is_ascii_digit() && at > 0 && is_han(chars[at - 1]);
        let Some(last) = found.last_mut() else { break };
        // The words right before may be a label.
        if (colon || number)
            && let Some((label, from)) = label_at_end(&last.text)
        {
            last.text.truncate(from);
            let text = if number {
                chars[at].into()
            } else {
                String::new()
            };
            found.push(Segment {
                label: Some(label),
                text,
            });
        } else {
            last.text.push(chars[at]);
        }
        at += 1;
    }
    found.retain(|segment| !segment.text.trim().is_empty());
    found.into_iter().map(with_leading_label).collect()
}

/// A colon inside a link or a time of day is none of ours.
fn is_link(chars: &[char], at: usize) -> bool {
    let slashes = chars.get(at + 1) == Some(&'/');
    let digits = at > 0
        && chars[at - 1].is_ascii_digit()
        && chars.get(at + 1).is_some_and(char::is_ascii_digit);
    slashes || digits
}

/// "Tel +44 20 7946 0000", "电话 010-5550 0123": a label without its colon, before a number or address.
fn with_leading_label(segment: Segment) -> Segment {
    if segment.label.is_some() {
        return segment;
    }
    let trimmed = segment.text.trim_start();
    let Some((first, rest)) = trimmed.split_once(' ') else {
        return segment;
    };
    let begins = rest.trim_start().chars().next();
    let numberish = begins.is_some_and(|c| c.is_ascii_digit() || matches!(c, '+' | '('));
    match label(first.trim_end_matches(['.', '/'])) {
        Some(kind) if numberish || (kind == Label::Email && rest.contains('@')) => Segment {
            label: Some(kind),
            text: rest.to_owned(),
        },
        _ => segment,
    }
}

/// Mail addresses, and the text without them.
pub fn emails(text: &str) -> (Vec<String>, String) {
    let chars: Vec<char> = text.chars().collect();
    let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let (mut found, mut cuts) = (Vec::new(), Vec::new());
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| **c == '@') {
        let from = at - chars[..at].iter().rev().take_while(|c| local(**c)).count();
        let mut to = at + 1 + chars[at + 1..].iter().take_while(|c| domain(**c)).count();
        while to > at + 1 && matches!(chars[to - 1], '.' | '-') {
            to -= 1;
        }
        let host: String = chars[at + 1..to].iter().collect();
        let top = host.rsplit('.').next().unwrap_or_default();
        let whole =
            host.contains('.') && top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
        if from < at && whole {
            found.push(chars[from..to].iter().collect::<String>().to_lowercase());
            cuts.push((from, to));
        }
    }
    (found, cut_out(&chars, &cuts, "mailto:"))
}

/// The text without the given ranges of characters, and without a word that led to them.
fn cut_out(chars: &[char], cuts: &[(usize, usize)], lead: &str) -> String {
    let kept = chars
        .iter()
        .enumerate()
        .filter(|(at, _)| !cuts.iter().any(|(from, to)| (*from..*to).contains(at)));
    let text: String = kept.map(|(_, c)| *c).collect();
    text.replace(lead, "")
}

/// The text without web addresses.
pub fn without_links(text: &str) -> String {
    let is_link = |word: &&str| {
        let word = word.to_ascii_lowercase();
        word.starts_with("http:") || word.starts_with("https:") || word.starts_with("www.")
    };
    if !text.split_whitespace().any(|word| is_link(&word)) {
        return text.to_owned();
    }
    let kept: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !is_link(word))
        .collect();
    kept.join(" ")
}

/// Digits of one telephone number.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Telephone numbers as they are written, and the text without them.
pub fn phones(text: &str) -> (Vec<String>, String) {
    let chars: Vec<char> = text.chars().collect();
    let inside =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.' | '+' | '–' | '‑');
    let (mut found, mut cuts) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < chars.len() {
        let begins = chars[at].is_ascii_digit() || matches!(chars[at], '+' | '(');
        let in_word = at > 0 && (chars[at - 1].is_ascii_alphanumeric() || chars[at - 1] == '#');
        if !begins || in_word {
            at += 1;
            continue;
        }
        let end = at + chars[at..].iter().take_while(|c| inside(**c)).count();
        let glued = chars.get(end).is_some_and(char::is_ascii_alphabetic)
            && chars[end - 1].is_ascii_digit();
        let run: String = chars[at..end].iter().collect();
        let numbers = if glued { Vec::new() } else { split(&run) };
        if !numbers.is_empty() {
            cuts.push((at, end));
            found.extend(numbers);
        }
        at = end.max(at + 1);
    }
    (found, cut_out(&chars, &cuts, "tel:"))
}

fn count(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

/// One run of digits as the numbers in it: several stand side by side when one alone would be too long.
fn split(run: &str) -> Vec<String> {
    let clean = |part: &str| {
        part.trim_matches([' ', '-', '.', '–'])
            .trim_end_matches('(')
            .trim()
            .to_owned()
    };
    if DIGITS.contains(&count(run)) {
        return match is_date(run) {
            true => Vec::new(),
            false => vec![clean(run)],
        };
    }
    if count(run) < *DIGITS.start() {
        return Vec::new();
    }
    let mut numbers: Vec<String> = Vec::new();
    let mut open = String::new();
    for part in run.split(' ').filter(|part| !part.is_empty()) {
        let whole = DIGITS.contains(&count(&open))
            && (part.starts_with('+') || count(part) >= *DIGITS.start() || count(&open) >= 11);
        if whole {
            numbers.push(clean(&open));
            open.clear();
        }
        if !open.is_empty() {
            open.push(' ');
        }
        open.push_str(part);
    }
    numbers.push(clean(&open));
    match numbers.iter().all(|number| DIGITS.contains(&count(number))) {
        true => numbers,
        false => Vec::new(),
    }
}

/// 2026-11-21, 2019–2026: days and years, not telephones.
fn is_date(run: &str) -> bool {
    let parts: Vec<&str> = run
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    match parts.as_slice() {
        [first, second] => year(first) && year(second),
        [first, month, day] => year(first) && month.len() <= 2 && day.len() <= 2,
        _ => false,
    }
}
