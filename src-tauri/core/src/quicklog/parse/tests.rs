//! The specification in tests/data/quicklog, line by line, and the tables it rests on. What holds for
//! any line stands in `laws`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Shanghai;

use super::*;

mod laws;

const CLASSES: &[&str] = &[
    "who",
    "channel",
    "direction",
    "minutes",
    "when",
    "outcome",
    "sentiment",
    "next",
    "tags",
    "amount",
    "combined",
    "traps",
];
const NOW: &str = "2026-11-21T09:00:00+08:00";

struct Example {
    lang: String,
    line: String,
    expect: Vec<(String, String)>,
    now: DateTime<Utc>,
}

fn data() -> PathBuf {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/quicklog");
    std::env::var("TOUCHLINE_TEST_DATA")
        .unwrap_or_else(|_| here.to_owned())
        .into()
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let path = data().join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path:?}: {e}"));
    text.lines()
        .skip(1)
        .map(|l| l.split('\t').map(str::to_owned).collect())
        .collect()
}

fn people() -> Vec<Candidate> {
    let person = |(index, row): (usize, Vec<String>)| Candidate {
        index,
        name: row[0].clone(),
        keys: row[1].split(',').map(str::to_owned).collect(),
    };
    rows("people.tsv")
        .into_iter()
        .enumerate()
        .map(person)
        .collect()
}

fn moment(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).map_or_else(|e| panic!("{text}: {e}"), |at| at.to_utc())
}

fn examples(class: &str) -> Vec<Example> {
    let pair = |p: &str| {
        p.split_once('=')
            .map(|(k, v)| (k.trim().to_owned(), v.trim().to_owned()))
    };
    rows(&format!("{class}.tsv"))
        .into_iter()
        .map(|row| Example {
            lang: row[0].clone(),
            line: row[1].clone(),
            expect: row[2]
                .split(" | ")
                .map(|p| pair(p).unwrap_or_else(|| panic!("{class}: {p}")))
                .collect(),
            now: moment(row.get(3).map_or(NOW, |now| now)),
        })
        .collect()
}

fn code(value: impl std::fmt::Debug) -> String {
    let name = format!("{value:?}");
    let mut code = String::new();
    for (i, c) in name.chars().enumerate() {
        if c.is_uppercase() && i > 0 {
            code.push('_');
        }
        code.extend(c.to_lowercase());
    }
    code
}

fn or_none(value: Option<String>) -> String {
    value.unwrap_or_else(|| "none".to_owned())
}

fn amount(amount: &AmountRead) -> String {
    let whole = matches!(amount.currency.as_deref(), Some("JPY" | "KRW"));
    let number = match amount.minor {
        minor if whole => minor.to_string(),
        minor if minor % 100 == 0 => (minor / 100).to_string(),
        minor => format!("{}.{:02}", minor / 100, minor % 100),
    };
    amount
        .currency
        .iter()
        .fold(number, |n, currency| format!("{n} {currency}"))
}

fn shown(read: &LineRead, field: &str, people: &[Candidate]) -> String {
    let next = read.next.as_ref();
    match field {
        "who" => match &read.who {
            Who::None => "none".to_owned(),
            Who::Known(i) => people[*i].name.clone(),
            Who::New(name) => format!("new:{name}"),
            Who::Several(text, fits) => format!("several:{text}:{}", fits.len()),
        },
        "channel" => code(read.channel),
        "given" => if read.channel_given { "yes" } else { "no" }.to_owned(),
        "direction" => code(read.direction),
        "minutes" => or_none(read.minutes.map(|m| m.to_string())),
        "when" if !read.at_given => "now".to_owned(),
        "when" => {
            let format = if read.day_only {
                "%Y-%m-%d"
            } else {
                "%Y-%m-%dT%H:%M"
            };
            read.at.with_timezone(&Shanghai).format(format).to_string()
        }
        "outcome" => or_none(read.outcome.map(code)),
        "sentiment" => or_none(read.sentiment.map(|s| s.to_string())),
        "next" => or_none(next.map(|n| n.title.clone())),
        "due" => or_none(next.and_then(|n| n.due_on).map(|d| d.to_string())),
        "time" => or_none(
            next.and_then(|n| n.due_time)
                .map(|t| t.format("%H:%M").to_string()),
        ),
        "ask" => or_none(next.and_then(|n| n.ask.clone())),
        "by" => or_none(next.and_then(|n| n.channel).map(code)),
        "tags" => read.tags.join(","),
        "amount" => or_none(read.amount.as_ref().map(amount)),
        "summary" => read.summary.clone(),
        "spans" => {
            let chars: Vec<char> = read.raw.chars().collect();
            let text = |s: &Span| chars[s.start..s.end].iter().collect::<String>();
            let understood = read.spans.iter().filter(|s| s.kind != SpanKind::Summary);
            understood
                .map(|s| format!("{}:{}", code(s.kind), text(s)))
                .collect::<Vec<_>>()
                .join(" / ")
        }
        other => panic!("unknown field {other}"),
    }
}

#[test]
fn every_line_of_the_specification_reads_as_written() {
    let people = people();
    let mut wrong = Vec::new();
    for class in CLASSES {
        for example in examples(class) {
            let read = parse(&example.line, example.now, Shanghai, &people);
            for (field, expected) in &example.expect {
                let got = shown(&read, field, &people);
                if got != *expected {
                    wrong.push(format!(
                        "{class}: {}\n    {field}: {expected} ≠ {got}",
                        example.line
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn each_class_has_at_least_twelve_lines_in_each_language() {
    for class in CLASSES {
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        for example in examples(class) {
            *lines.entry(example.lang).or_default() += 1;
        }
        for lang in ["zh", "en"] {
            let count = lines.get(lang).copied().unwrap_or(0);
            assert!(count >= 12, "{class} has {count} lines in {lang}");
        }
    }
}

#[test]
fn the_keys_to_look_up_hold_every_way_to_name_someone() {
    let exact = |t: &str| WhoKey::Exact(t.to_owned());
    let surname = |t: &str| WhoKey::Surname(t.to_owned());
    for (line, keys) in [
        ("张总电话12分钟", vec![exact("张总"), surname("张")]),
        ("张立群电话", vec![exact("张立群"), exact("张立")]),
        ("電話張立群", vec![exact("张立群")]),
        ("欧阳总 电话", vec![surname("欧阳")]),
        ("海燕 电话", vec![exact("海燕")]),
        ("zhanglq 电话", vec![exact("zhanglq")]),
        ("2231 电话", vec![exact("2231")]),
        (
            "call with Zhang Liqun",
            vec![exact("zhangliqun"), surname("zhang")],
        ),
        ("Mr Zhang call", vec![surname("zhang")]),
        ("Sarah call", vec![exact("sarah"), surname("sarah")]),
    ] {
        let found = who_keys(line);
        for key in keys {
            assert!(found.contains(&key), "{line}: {key:?} not in {found:?}");
        }
    }
    assert!(who_keys("").is_empty());
    assert!(who_keys(&"张王李赵".repeat(5_000)).len() <= 128);
}

#[test]
fn a_known_person_is_among_the_looked_up_keys_wherever_the_specification_finds_one() {
    let people = people();
    for class in CLASSES {
        for example in examples(class) {
            let read = parse(&example.line, example.now, Shanghai, &people);
            let found: Vec<usize> = match read.who {
                Who::Known(i) => vec![i],
                Who::Several(_, all) => all,
                Who::None | Who::New(_) => continue,
            };
            let keys = who_keys(&example.line);
            for i in found {
                let one = std::slice::from_ref(&people[i]);
                let reachable = keys.iter().any(|key| match key {
                    WhoKey::Exact(key) => {
                        let squeezed = |k: &String| fold(k).replace(' ', "") == *key;
                        people[i].keys.iter().chain([&people[i].name]).any(squeezed)
                    }
                    WhoKey::Surname(part) => who::People::new(one).has_part(part),
                });
                assert!(
                    reachable,
                    "{}: {} not reached by {keys:?}",
                    example.line, people[i].name
                );
            }
        }
    }
}

#[test]
fn the_vocabulary_is_written_in_folded_form() {
    let mut all: Vec<&str> = Vec::new();
    all.extend(words::CHANNELS.iter().flat_map(|r| r.1.iter().chain(r.2)));
    all.extend(words::DIRECTIONS.iter().flat_map(|r| r.2.iter().chain(r.3)));
    all.extend(words::OUTCOMES.iter().flat_map(|r| r.1.iter().chain(r.2)));
    all.extend(words::FEELINGS.iter().flat_map(|r| r.1.iter().chain(r.2)));
    all.extend(words::TO_DO.0.iter().chain(words::TO_DO.1));
    for list in [
        words::NOT_MEANT,
        words::NOT_TO_DO,
        words::NOT_A_PLAN,
        words::FILLERS,
        words::SET_FOR,
        words::NOT,
        words::VERY,
        words::SOMEWHAT,
        words::CONNECTORS,
        names::NOT_A_NAME,
        names::NOT_A_NAME_EN,
        names::TITLES,
        names::COMPOUND,
        names::HONORIFICS,
    ] {
        all.extend(list);
    }
    let unfolded: Vec<&&str> = all.iter().filter(|w| fold(w) != **w).collect();
    assert!(unfolded.is_empty(), "{unfolded:?}");
}

#[test]
fn a_word_has_one_meaning() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let rows = (words::CHANNELS.iter().map(|r| (r.1, r.2)))
        .chain(words::DIRECTIONS.iter().map(|r| (r.2, r.3)))
        .chain(words::OUTCOMES.iter().map(|r| (r.1, r.2)))
        .chain(words::FEELINGS.iter().map(|r| (r.1, r.2)))
        .chain([(words::NOT_MEANT, &[][..])]);
    for (zh, en) in rows {
        for word in zh.iter().chain(en) {
            *seen.entry(word).or_default() += 1;
        }
    }
    let twice: Vec<_> = seen.iter().filter(|(_, n)| **n > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
