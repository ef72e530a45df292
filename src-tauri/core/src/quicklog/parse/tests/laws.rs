//! What holds for any line at all: every code point lies in one span, nothing panics, reading twice gives
//! the same, long lines end.

use chrono_tz::Asia::Shanghai;
use proptest::prelude::*;

use super::super::*;
use super::{NOW, moment, people};

#[test]
fn folding_keeps_the_number_of_code_points() {
    for text in [
        "張總電話１２分鐘",
        "İstanbul ẞtraße ﬁ",
        "乾坤頭髮發展乾淨",
        "a\u{301}😀\u{200f}שלום",
        "",
    ] {
        assert_eq!(fold(text).chars().count(), text.chars().count(), "{text}");
    }
}

#[test]
fn long_lines_are_read() {
    let people = people();
    for piece in [
        "张",
        "张总 ",
        "一",
        "9",
        "#",
        "下周三",
        "下周三回访，",
        "a ",
        "call ",
        "Zhang Wei ",
        "不",
        "很",
        "😀",
        "给",
        "not ",
        "\u{0}",
        "12/3 ",
        "，",
        "再",
        "1,",
        "十百千",
        "Mr ",
        "next ",
        "in ",
        "。",
    ] {
        let line: String = piece.repeat(10_000).chars().take(10_000).collect();
        covers(&parse(&line, moment(NOW), Shanghai, &people));
        who_keys(&line);
    }
}

fn covers(read: &LineRead) {
    let mut at = 0;
    for span in &read.spans {
        assert_eq!(span.start, at, "{:?}", read.raw);
        assert!(span.end > span.start, "{:?}", read.raw);
        at = span.end;
    }
    assert_eq!(at, read.raw.chars().count(), "{:?}", read.raw);
    let has = |kind| read.spans.iter().any(|s| s.kind == kind);
    assert_eq!(has(SpanKind::Who), read.who != Who::None, "{:?}", read.raw);
    assert_eq!(has(SpanKind::Next), read.next.is_some(), "{:?}", read.raw);
    assert_eq!(has(SpanKind::When), read.at_given, "{:?}", read.raw);
    assert_eq!(
        has(SpanKind::Minutes),
        read.minutes.is_some(),
        "{:?}",
        read.raw
    );
    assert_eq!(
        has(SpanKind::Amount),
        read.amount.is_some(),
        "{:?}",
        read.raw
    );
    assert_eq!(has(SpanKind::Tag), !read.tags.is_empty(), "{:?}", read.raw);
    assert_eq!(
        has(SpanKind::Outcome),
        read.outcome.is_some(),
        "{:?}",
        read.raw
    );
    assert!(read.sentiment.is_none_or(|s| (-2..=2).contains(&s)));
    if let Some(next) = &read.next {
        assert!(!next.title.is_empty(), "{:?}", read.raw);
        assert_ne!(next.due_on.is_some(), next.ask.is_some(), "{:?}", read.raw);
    }
}

fn vocabulary() -> Vec<String> {
    let words = words::CHANNELS.iter().flat_map(|r| r.1.iter().chain(r.2));
    let outcomes = words::OUTCOMES.iter().flat_map(|r| r.1.iter().chain(r.2));
    let feelings = words::FEELINGS.iter().flat_map(|r| r.1.iter().chain(r.2));
    let others = [
        "张总",
        "李经理",
        "张立群",
        "2231",
        "Zhang Wei",
        "Mr ",
        "下周三",
        "周三",
        "明天",
        "下午三点",
        "15:30",
        "昨天",
        "12/3",
        "2月30日",
        "月底",
        "前",
        "年后",
        "三天后",
        "next Wed",
        "in 2 weeks",
        "yesterday",
        "3pm",
        "#价格",
        "#",
        "3万",
        "3万5",
        "$5,000",
        "1.5m",
        "12分钟",
        "1h20",
        "回访",
        "发报价",
        "send quote",
        "不",
        "很",
        "not ",
        " ",
        "，",
        ",",
        "。",
        ".",
        "\n",
        "一",
        "十",
        "９",
        "了",
        "给",
        "约",
        "\u{200f}",
        "😀",
        "張總",
        "(",
        "）",
        "99999999999999999999",
        "9999年",
        "9999个月后",
    ];
    words
        .chain(outcomes)
        .chain(feelings)
        .chain(words::TO_DO.0)
        .chain(words::TO_DO.1)
        .chain(&others)
        .map(|w| (*w).to_owned())
        .collect()
}

proptest! {
    #[test]
    fn any_text_is_covered_once_and_reads_the_same_twice(line in any::<String>()) {
        let people = people();
        let read = parse(&line, moment(NOW), Shanghai, &people);
        covers(&read);
        prop_assert_eq!(&read, &parse(&line, moment(NOW), Shanghai, &people));
        who_keys(&line);
    }

    #[test]
    fn words_spliced_at_random_are_covered_once(
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..24),
        noise in "\\PC{0,4}",
        day in 0_i64..3_000,
        minute in 0_i64..1_440,
    ) {
        let words = vocabulary();
        let mut line = noise;
        for (index, space) in picks {
            line.push_str(index.get::<String>(&words));
            if space {
                line.push(' ');
            }
        }
        let now = moment(NOW) + chrono::Duration::days(day) + chrono::Duration::minutes(minute);
        for zone in [Shanghai, chrono_tz::America::New_York, chrono_tz::Pacific::Apia] {
            let read = parse(&line, now, zone, &people());
            covers(&read);
            prop_assert_eq!(&read, &parse(&line, now, zone, &people()));
        }
        who_keys(&line);
    }
}
