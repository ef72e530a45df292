//! The sample as its users need it: one 张总, every stage filled, the same for the same clock.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::fill;
use super::table;
use crate::kernel::list::PageInput;
use crate::kernel::time::Zone;
use crate::kernel::{Clock, Code, Db, Options, Read, Result};
use crate::people::Person;
use crate::touchpoints::Subject;
use crate::{guides, journeys, lists, model, people, search, today};

const LANGS: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

/// Thursday, 19 November 2026, 09:40 in Shanghai.
fn thursday() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_052_400, 0).expect("a moment")
}

fn sample_at(dir: &std::path::Path, lang: &str, now: DateTime<Utc>) -> Db {
    let options = Options {
        clock: Clock::Fixed(now),
        seed: Some(1),
        config: dir.join("config"),
    };
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir.join("work"), zone, options).expect("created");
    fill(&db, lang).expect("filled");
    db
}

fn look<T>(lang: &str, look: impl FnOnce(&Read<'_>) -> Result<T>) -> T {
    let dir = tempfile::tempdir().expect("a folder");
    let db = sample_at(dir.path(), lang, thursday());
    db.read(look).expect("read")
}

fn count(read: &Read<'_>, sql: &str) -> Result<i64> {
    read.value(&format!("SELECT count(*) FROM {sql}"), [])
}

fn the_one(read: &Read<'_>, surname: &str) -> Result<Person> {
    let mut found: Vec<Person> = read.rows("WHERE name LIKE ?1", [format!("{surname}%")])?;
    assert_eq!(found.len(), 1, "{surname}");
    Ok(found.remove(0))
}

#[test]
fn one_person_is_called_zhang_in_each_language() {
    for (lang, surname) in LANGS.iter().zip(["张", "張", "Zhang "]) {
        look(lang, |read| {
            let person = the_one(read, surname)?;
            let hits = search::lookup(read, "zhang", 20)?;
            assert_eq!(hits.len(), 1, "{lang}: {hits:?}");
            assert_eq!(hits[0].id, person.id);
            let shown = people::refer(read, person.id)?.and_then(|shown| shown.organization);
            assert!(shown.is_some_and(|firm| firm.contains("Hengda") || firm.contains("精密")));
            Ok(())
        });
    }
}

#[test]
fn there_is_enough_of_everything() {
    for lang in LANGS {
        look(lang, |read| {
            let touchpoints = count(read, "touchpoints")?;
            assert!((300..=480).contains(&touchpoints), "{lang}: {touchpoints}");
            assert!((36..=60).contains(&count(read, "organizations")?));
            assert!((60..=90).contains(&count(read, "people")?));
            assert_eq!(count(read, "members")?, 5);
            for column in lists::deals::board(read, None, None)?.columns {
                assert!(
                    column.count >= 3,
                    "{lang}: {} has {}",
                    column.name,
                    column.count
                );
            }
            Ok(())
        });
    }
}

#[test]
fn today_has_something_overdue_due_and_unnamed() {
    look("zh-Hans", |read| {
        let list = today::list(read)?;
        let rows: Vec<usize> = list.sections.iter().map(|part| part.rows.len()).collect();
        assert_eq!(rows, [5, 5, 1]);
        assert_eq!(list.done, 2);
        let board = lists::deals::board(read, None, None)?;
        assert!(board.planned > 10 && board.late >= 4 && board.unplanned > 5);
        Ok(())
    });
}

#[test]
fn no_member_holds_more_than_ten_open_deals_and_some_deals_are_in_the_pool() {
    look("zh-Hans", |read| {
        let held: Vec<(Option<String>, i64)> = read.all(
            "SELECT m.name, count(*) FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
             LEFT JOIN members m ON m.id = d.holder GROUP BY m.name",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        assert!(held.iter().all(|(_, count)| *count <= 10), "{held:?}");
        assert!(held.iter().any(|(name, _)| name.is_none()), "{held:?}");
        Ok(())
    });
}

#[test]
fn nothing_stands_in_the_future_or_before_what_led_to_it() {
    for days in 0..7 {
        let now = thursday() + chrono::Duration::days(days);
        let dir = tempfile::tempdir().expect("a folder");
        let db = sample_at(dir.path(), "zh-Hans", now);
        db.read(|read| {
            for sql in [
                "touchpoints WHERE at > ?1",
                "stage_moves WHERE at > ?1",
                "followups WHERE done_at > ?1",
            ] {
                let sql = format!("SELECT count(*) FROM {sql}");
                assert_eq!(read.value::<i64>(&sql, [read.now])?, 0, "{days}: {sql}");
            }
            let backwards = "stage_moves a JOIN stage_moves b ON b.deal = a.deal AND b.at < a.at AND b.place > a.place
                JOIN deals d ON d.id = a.deal WHERE d.name <> '50 席位'";
            assert_eq!(count(read, backwards)?, 0, "{days}");
            let overdue = "followups WHERE state = 'open' AND due_on < date('2026-11-19', ?1)";
            let sql = format!("SELECT count(*) FROM {overdue}");
            assert_eq!(read.value::<i64>(&sql, [format!("+{days} days")])?, 5, "{days}");
            Ok(())
        })
        .expect("read");
    }
}

#[test]
fn the_journey_of_zhang_is_told_to_the_day() {
    look("zh-Hans", |read| {
        let person = the_one(read, "张")?;
        assert_eq!(person.touch_count, 11);
        let journey = journeys::of(read, Subject::person(person.id))?;
        assert_eq!((journey.days, journey.marks.len()), (108, 11));
        let silences: Vec<i64> = journey
            .silences
            .iter()
            .map(|silence| silence.days)
            .collect();
        assert_eq!(silences, [42]);
        let bands: Vec<(&str, i64, i64)> = journey
            .bands
            .iter()
            .map(|band| (band.stage.as_str(), band.days, band.entry))
            .collect();
        assert_eq!(
            bands,
            [
                ("新线索", 2, 1),
                ("已联系", 15, 1),
                ("合格", 21, 1),
                ("培育", 42, 1),
                ("合格", 5, 2),
                ("试用", 23, 1)
            ]
        );
        let future: Vec<i64> = journey.future.iter().map(|step| step.days_late).collect();
        assert_eq!(future, [2, -13]);
        Ok(())
    });
}

#[test]
fn the_same_clock_and_seed_give_the_same_content() {
    let (one, two) = (
        tempfile::tempdir().expect("a"),
        tempfile::tempdir().expect("b"),
    );
    let one = sample_at(one.path(), "en", thursday());
    let two = sample_at(two.path(), "en", thursday());
    assert_eq!(one.digest().expect("digest"), two.digest().expect("digest"));
}

#[test]
fn the_sample_checks_clean_and_cannot_be_taken_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let db = sample_at(dir.path(), "zh-Hans", thursday());
    let check = db.check().expect("checked");
    assert_eq!(
        (check.integrity.as_str(), check.stale_projections),
        ("ok", vec![])
    );
    assert_eq!(db.undo(None).expect_err("nothing").code, Code::UndoNothing);
    assert_eq!(db.redo(None).expect_err("nothing").code, Code::RedoNothing);
}

#[test]
fn candidates_and_a_customer_were_asked_by_guide_in_the_language_of_the_sample() {
    for lang in LANGS {
        look(lang, |read| {
            let held = guides::latest(read, 10)?;
            let counts: Vec<_> = held
                .iter()
                .map(|one| {
                    (
                        one.purpose.word(),
                        one.answered,
                        one.no_answer,
                        one.questions,
                    )
                })
                .collect();
            assert_eq!(
                counts,
                [
                    ("care", 3, 0, 3),
                    ("candidate", 1, 1, 3),
                    ("candidate", 2, 1, 3)
                ],
                "{lang}"
            );
            let sheet = guides::sheet(read, held[1].id)?;
            assert!(sheet.person.name.starts_with("C-"));
            assert_eq!((sheet.lang.word(), sheet.consent), (lang, Some(true)));
            Ok(())
        });
    }
}

#[test]
fn every_chinese_word_of_the_tables_has_its_traditional_form() {
    let known: BTreeSet<&str> = include_str!("traditional.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t').map(|(hans, _)| hans))
        .collect();
    for text in [
        include_str!("organizations.txt"),
        include_str!("people.txt"),
        include_str!("deals.txt"),
        include_str!("followups.txt"),
        include_str!("moments.txt"),
        include_str!("told.txt"),
        include_str!("interviews.txt"),
        include_str!("words.txt"),
    ] {
        for row in table::rows(text) {
            for cell in (0..12).map(|at| row.text(at)) {
                let han = cell.chars().any(crate::kernel::text::is_han);
                assert!(
                    !han || known.contains(cell),
                    "run ui/scripts/sample-zh-hant.mjs: {cell}"
                );
            }
        }
    }
}

#[test]
fn people_are_told_apart_by_their_last_four_digits() {
    for lang in LANGS {
        look(lang, |read| {
            let input = PageInput::first("name", false, 200);
            let rows = lists::people::list(read, &input)?.rows;
            let tails: BTreeSet<_> = rows.iter().map(|row| row.phone_tail.clone()).collect();
            assert_eq!(tails.len(), rows.len(), "{lang}");
            Ok(())
        });
    }
}

#[test]
fn every_contract_is_signed_on_the_day_its_deal_was_won_and_some_money_is_late() {
    for lang in LANGS {
        look(lang, |read| {
            let contracts = count(read, "contracts")?;
            let won = "deals d JOIN stages s ON s.id = d.stage AND s.kind = 'won'";
            assert_eq!(contracts, count(read, won)?, "{lang}");
            let signed: Vec<(String, i64)> = read.all(
                "SELECT c.signed_on, d.stage_at FROM contracts c JOIN deals d ON d.id = c.deal",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            for (day, at) in signed {
                assert_eq!(day, read.zone.day(at).to_string(), "{lang}");
            }
            let today = crate::cash::today::today(read)?;
            assert!(today.due.iter().any(|due| due.days_late > 0), "{lang}");
            assert!(today.due.iter().any(|due| due.days_late < 0), "{lang}");
            Ok(())
        });
    }
}
