//! Finding by words, over a small workspace.

use super::*;
use crate::followups::{self, FollowupInput};
use crate::kernel::words;
use crate::kernel::{Act, Db, Id, Record, Result, index};
use crate::people::{self, IdentifierInput, IdentifierKind, Person, PersonInput, PersonKind};
use crate::testing::{sample, workspace};
use crate::touchpoints::{Channel, Direction, Touchpoint};

fn person(db: &Db, name: &str) -> Result<Id> {
    Ok(people::save(db, PersonInput::named(name))?.id)
}

fn said(db: &Db, person: Option<Id>, at: i64, summary: &str) -> Result<Id> {
    let written = db.write(Act::new("touchpoint_added"), |tx| {
        let row = Touchpoint {
            n: 0,
            id: tx.fresh_id(),
            deleted_at: None,
            at,
            at_day: false,
            channel: Channel::Call,
            direction: Direction::Outbound,
            outcome: None,
            minutes: None,
            sentiment: None,
            summary: Some(summary.to_owned()),
            raw: None,
            who: None,
            member: None,
            person,
            organization: None,
            deal: None,
        };
        tx.put(&row)?;
        Ok(row.id)
    })?;
    Ok(written.value)
}

fn group(db: &Db, query: &str, kind: FoundKind) -> Result<FoundGroup> {
    let found = db.read(|read| find(read, query, None, 8))?;
    let none = FoundGroup {
        kind,
        hits: Vec::new(),
        total: 0,
        more: false,
    };
    let mut groups = found.groups.into_iter();
    Ok(groups.find(|group| group.kind == kind).unwrap_or(none))
}

fn ids(db: &Db, query: &str, kind: FoundKind) -> Result<Vec<Id>> {
    Ok(group(db, query, kind)?
        .hits
        .iter()
        .map(|hit| hit.id)
        .collect())
}

fn marked(hit: &FoundHit) -> Vec<String> {
    let snippet = hit.snippet.as_ref().expect("a snippet");
    let chars: Vec<char> = snippet.text.chars().collect();
    let piece = |(from, to): &(u32, u32)| chars[*from as usize..*to as usize].iter().collect();
    snippet.matched.iter().map(piece).collect()
}

fn equals_a_rebuild(db: &Db) -> Result<()> {
    assert!(db.check()?.stale_projections.is_empty());
    Ok(())
}

#[test]
fn what_was_said_is_found_by_one_character_or_two_in_either_script_the_latest_first() -> Result<()>
{
    let (_root, db) = workspace();
    let zhang = person(&db, "张立群")?;
    let old = said(&db, Some(zhang), 1_000_000, "客戶要求下週給報價單")?;
    let new = said(&db, Some(zhang), 2_000_000, "报价太高，要再谈")?;
    said(&db, Some(zhang), 3_000_000, "单价合适，报社也来了")?;
    assert_eq!(ids(&db, "报价", FoundKind::Touchpoint)?, [new, old]);
    assert_eq!(ids(&db, "報價", FoundKind::Touchpoint)?, [new, old]);
    assert_eq!(ids(&db, "谈", FoundKind::Touchpoint)?, [new]);
    assert_eq!(ids(&db, "报价单", FoundKind::Touchpoint)?, [old]);
    let found = group(&db, "报价", FoundKind::Touchpoint)?;
    assert_eq!(marked(&found.hits[1]), ["報價"]);
    assert_eq!((found.total, found.more), (2, false));
    assert_eq!(found.hits[0].name.as_deref(), Some("张立群"));
    equals_a_rebuild(&db)
}

#[test]
fn several_words_must_all_be_there_and_some_may_name_who_it_was() -> Result<()> {
    let (_root, db) = workspace();
    let (zhang, li) = (person(&db, "张伟")?, person(&db, "李娜")?);
    let his = said(&db, Some(zhang), 1_000_000, "发了 GTX 报价")?;
    said(&db, Some(li), 2_000_000, "发了报价")?;
    for query in [
        "zhang 报价",
        "报价 zw",
        "张伟 报价",
        "zhangw gtx",
        "发了 gtx",
    ] {
        assert_eq!(ids(&db, query, FoundKind::Touchpoint)?, [his], "{query}");
    }
    assert_eq!(ids(&db, "zhang 合同", FoundKind::Touchpoint)?, []);
    let hit = &group(&db, "zhang 报价", FoundKind::Touchpoint)?.hits[0];
    assert_eq!(
        (marked(hit), hit.matched.clone()),
        (vec!["报价".to_owned()], vec![(0, 1)])
    );
    Ok(())
}

#[test]
fn people_are_found_however_their_name_is_spelled() -> Result<()> {
    let (_root, db) = workspace();
    for (name, spelled) in [
        ("单雄信", ["shan", "sxx", "danxiong", "單雄"]),
        ("曾国藩", ["zeng", "zgf", "zenggf", "国藩"]),
        ("查良镛", ["zha", "zly", "chaliang", "查"]),
        ("解缙", ["xiejin", "xj", "jiejin", "xjin"]),
        ("仇英", ["qiu", "qy", "chou", "仇"]),
        ("尉迟恭", ["yuchi", "ycg", "weichi", "尉遲"]),
        ("区适子", ["ou", "osz", "qushi", "區"]),
        ("张伟", ["zhangw", "zwei", "zw", "張偉"]),
        ("Anna Müller", ["ann", "müll", "anna m", "ＡＮＮＡ"]),
    ] {
        let id = person(&db, name)?;
        for query in spelled {
            let found = ids(&db, query, FoundKind::Person)?;
            assert!(found.contains(&id), "{name} by {query}");
        }
    }
    equals_a_rebuild(&db)
}

#[test]
fn people_are_found_by_digits_parts_of_addresses_and_what_is_noted() -> Result<()> {
    let (_root, db) = workspace();
    let input = PersonInput {
        organization: Some("东泰机电".to_owned()),
        title: Some("采购经理".to_owned()),
        note: Some("喜歡登山，朋友推薦".to_owned()),
        identifiers: vec![
            IdentifierInput {
                kind: IdentifierKind::Phone,
                value: "138 1234 2231".to_owned(),
            },
            IdentifierInput {
                kind: IdentifierKind::Email,
                value: "zhang.wei@acme.com".to_owned(),
            },
        ],
        ..PersonInput::named("张伟")
    };
    let id = people::save(&db, input)?.id;
    let queries = [
        "2231",
        "1381234",
        "@acme",
        "zhang.wei",
        "wei@ac",
        "登山",
        "采购",
        "东泰 张",
    ];
    for query in queries {
        assert_eq!(ids(&db, query, FoundKind::Person)?, [id], "{query}");
    }
    let hit = &group(&db, "登山", FoundKind::Person)?.hits[0];
    assert_eq!(marked(hit), ["登山"]);
    db.undo(None)?;
    for query in queries {
        assert_eq!(ids(&db, query, FoundKind::Person)?, [], "{query}");
    }
    equals_a_rebuild(&db)
}

#[test]
fn promises_are_found_until_they_are_deleted_and_again_once_they_are_back() -> Result<()> {
    let (_root, db) = workspace();
    let input = FollowupInput {
        id: None,
        title: "寄樣品".to_owned(),
        due_on: "2026-11-25".to_owned(),
        due_time: None,
        channel: None,
        person: Some(person(&db, "张伟")?),
        deal: None,
    };
    let id = followups::save(&db, input)?.id;
    assert_eq!(ids(&db, "样品", FoundKind::Followup)?, [id]);
    db.write(Act::new("deleted"), |tx| {
        tx.delete::<crate::followups::Followup>(id)
    })?;
    assert_eq!(ids(&db, "样品", FoundKind::Followup)?, []);
    db.undo(None)?;
    assert_eq!(ids(&db, "样品", FoundKind::Followup)?, [id]);
    equals_a_rebuild(&db)
}

#[test]
fn no_query_is_refused() -> Result<()> {
    let (_root, db) = workspace();
    said(&db, None, 1_000_000, "AND then OR not NEAR")?;
    let long = "报价 ".repeat(5000);
    for query in [
        "",
        " ",
        "\"",
        "'",
        "*",
        "a*",
        "AND",
        "OR",
        "NOT",
        "NEAR(a b)",
        "(",
        ")",
        "^a",
        "-a",
        "a:b",
        "{a}",
        "\u{0}",
        "a\u{0}b",
        "\u{202E}abc",
        "%",
        "_",
        "😀",
        "\u{301}",
        "İ",
        "ß",
        "𠮷",
        &long,
    ] {
        db.read(|read| find(read, query, None, 8))?;
    }
    assert_eq!(ids(&db, "and", FoundKind::Touchpoint)?.len(), 1);
    Ok(())
}

#[test]
fn a_candidates_name_finds_nothing_that_was_said() -> Result<()> {
    let (_root, db) = workspace();
    let input = PersonInput {
        kind: PersonKind::Candidate,
        note: Some("闻人雪的朋友推荐来的".to_owned()),
        ..PersonInput::named("闻人雪")
    };
    let id = people::save(&db, input)?.id;
    said(&db, Some(id), 1_000_000, "闻人雪说品牌清楚")?;
    let candidate: Person = db.read(|read| read.get(id))?;
    for query in ["闻人", "闻人雪", "闻人 品牌", "wrx 品牌"] {
        assert_eq!(ids(&db, query, FoundKind::Touchpoint)?, [], "{query}");
    }
    let said = serde_json::to_string(&db.read(|read| find(read, "品牌", None, 8))?).expect("JSON");
    assert!(
        said.contains(&candidate.shown) && !said.contains("闻人"),
        "{said}"
    );
    let noted = serde_json::to_string(&db.read(|read| find(read, "推荐", None, 8))?).expect("JSON");
    assert!(
        noted.contains(&candidate.shown) && !noted.contains("闻人"),
        "{noted}"
    );
    assert_eq!(ids(&db, &candidate.shown, FoundKind::Person)?, [id]);
    Ok(())
}

#[test]
fn a_new_name_rewrites_nothing_that_was_said() -> Result<()> {
    let (_root, db) = workspace();
    let id = person(&db, "张伟")?;
    said(&db, Some(id), 1_000_000, "谈了报价")?;
    let held =
        |db: &Db| db.read(|read| read.value::<i64>("SELECT max(id) FROM search_talk_data", []));
    let before = held(&db)?;
    db.write(Act::new("edited"), |tx| {
        people::set(tx, id, "name", Some("张大伟"))
    })?;
    assert_eq!(held(&db)?, before);
    assert_eq!(ids(&db, "张大伟 报价", FoundKind::Touchpoint)?.len(), 1);
    Ok(())
}

#[test]
fn what_many_rows_say_is_indexed_after_they_are_written() -> Result<()> {
    let (_root, db) = workspace();
    db.write(Act::new("imported"), |tx| {
        for number in 0..120 {
            let id = tx.fresh_id();
            tx.put_new(&people::named(id, &format!("李{number}号")))?;
        }
        Ok(())
    })?;
    let found = db.read(|read| find(read, "号", None, 8))?;
    assert_eq!((found.groups.len(), found.waiting), (0, 120));
    db.index_all()?;
    let found = db.read(|read| find(read, "号", None, 8))?;
    assert_eq!(found.waiting, 0);
    let people = &found.groups[0];
    assert_eq!(
        (people.hits.len(), people.total, people.more),
        (8, 50, true)
    );
    db.undo(None)?;
    assert_eq!(
        db.read(|read| find(read, "号", None, 8))?.groups.len(),
        0,
        "deleted rows are not shown"
    );
    equals_a_rebuild(&db)
}

#[test]
fn the_latest_of_many_are_met_first_without_walking_all() -> Result<()> {
    let (_root, db) = workspace();
    let (first, beyond) = index::docids(Touchpoint::noun());
    said(&db, None, 1_795_000_000_000, "报价")?;
    let docid = db.read(|read| read.value::<i64>("SELECT max(docid) FROM search_docs", []))?;
    assert!(docid >= first && docid < beyond);
    assert_eq!((docid - first) >> 20, 1_795_000_000);
    let plan = db.read(|read| {
        read.all(
            "EXPLAIN QUERY PLAN SELECT f.rowid, d.row FROM search_talk f CROSS JOIN search_docs d ON d.docid = f.rowid
             WHERE f.search_talk MATCH 'q报价' ORDER BY f.rowid DESC LIMIT 10",
            [],
            |row| row.get::<_, String>(3),
        )
    })?;
    assert!(
        plan.iter().all(|step| !step.contains("TEMP B-TREE")),
        "{plan:?}"
    );
    Ok(())
}

#[test]
fn everything_that_was_said_is_found_by_each_of_its_words() -> Result<()> {
    for lang in ["zh-Hans", "en"] {
        let (_root, db) = sample(lang);
        let said: Vec<(Id, String)> = db.read(|read| {
            read.all(
                "SELECT id, summary FROM touchpoints WHERE summary IS NOT NULL ORDER BY n LIMIT 12",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
        })?;
        for (id, summary) in said {
            for word in words::tokens(&summary) {
                let found = db.read(|read| find(read, &word, Some(FoundKind::Touchpoint), 500))?;
                let hits = found.groups.iter().flat_map(|group| &group.hits);
                assert!(
                    hits.into_iter().any(|hit| hit.id == id),
                    "{word} in {summary}"
                );
            }
        }
    }
    Ok(())
}
