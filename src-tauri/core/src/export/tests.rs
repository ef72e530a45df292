//! What goes out comes in again the same.

mod own;

use std::path::{Path, PathBuf};

use chrono::DateTime;
use chrono_tz::Asia::Shanghai;
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::exchange::{self, ImportChoice};
use crate::kernel::time::Zone;
use crate::kernel::{Act, Clock, Options, Record};
use crate::organizations::Organization;
use crate::people::{self, Identifier, IdentifierKind, IdentifierState, Person, PersonKind};
use crate::pipeline::Deal;

struct Place {
    dir: TempDir,
    db: Db,
}

impl Place {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let now = DateTime::parse_from_rfc3339("2026-11-21T09:00:00+08:00").expect("a moment");
        let options = Options {
            clock: Clock::Fixed(now.to_utc()),
            seed: Some(1),
            config: dir.path().join("config"),
        };
        let db = Db::create(
            crate::model(),
            &dir.path().join("w"),
            Zone(Shanghai),
            options,
        );
        let db = db.expect("made");
        db.write(Act::new("workspace_made"), |tx| {
            settings::set(tx, settings::CURRENCY, "CNY")?;
            settings::set(tx, settings::LANG, "zh-Hans")?;
            crate::pipeline::make_default(tx, "zh-Hans")
        })
        .expect("set");
        Place { dir, db }
    }

    fn import(&self, path: &Path) -> exchange::ImportResult {
        let choices = [ImportChoice::of(path)];
        exchange::import(&self.db, &choices, &mut |_| (), &|| false).expect("imported")
    }

    fn import_text(&self, text: &str) -> exchange::ImportResult {
        let path = self.dir.path().join("in.csv");
        std::fs::write(&path, text).expect("written");
        self.import(&path)
    }

    fn export(&self, kind: ListKind, format: ExportFormat) -> PathBuf {
        let path = self.dir.path().join(format!("out.{}", format.word()));
        list(&self.db, &wanted(kind, format), &path).expect("exported");
        path
    }

    fn live<R: Record>(&self) -> Vec<R> {
        let tail = format!("WHERE {}.deleted_at IS NULL ORDER BY n", R::noun().table);
        self.db.read(|read| read.rows(&tail, [])).expect("rows")
    }

    fn change(&self, id: Id, change: impl Fn(&mut Person)) {
        let written = self.db.write(Act::new("changed"), |tx| {
            let mut row: Person = tx.get(id)?;
            change(&mut row);
            tx.put(&row).map(drop)
        });
        written.expect("changed");
    }
}

fn wanted(kind: ListKind, format: ExportFormat) -> ExportInput {
    ExportInput {
        kind,
        page: PageInput::first("name", false, 1),
        only: None,
        but: Vec::new(),
        columns: None,
        format,
    }
}

const PEOPLE: &str = "姓名,手机,邮箱,微信,公司,职务,城市,等级,来源,标签,生日,负责人,备注\n\
    张立群,+86 138 1234 2231;0512-66668888,z@example.com,zlq_1,苏州佳明精密,财务总监,苏州,A,展会,\"老客户,爱喝茶\",03-07,周航,\"- 先谈价\n=1+1\"\n\
    王敏,,,,,,,,,,,,\n";

/// What a person is, without ids and who made them when.
fn content(place: &Place) -> Vec<String> {
    let ids: Vec<Id> = place.live::<Person>().iter().map(|row| row.id).collect();
    let rows = place
        .db
        .read(|read| fields::people(read, &ids))
        .expect("people");
    let mut all: Vec<String> = rows
        .into_iter()
        .map(|row| {
            let mut cells: Vec<_> = row.cells.into_iter().collect();
            cells.sort_by_key(|(name, _)| *name);
            format!("{cells:?}")
        })
        .collect();
    all.sort();
    all
}

#[test]
fn people_come_back_the_same_from_text_and_from_a_workbook() {
    let place = Place::new();
    place.import_text(PEOPLE);
    for format in [ExportFormat::Csv, ExportFormat::Xlsx] {
        let out = place.export(ListKind::People, format);
        let other = Place::new();
        let result = other.import(&out);
        assert_eq!(
            (result.counts.created, result.counts.failed),
            (2, 0),
            "{result:?}"
        );
        assert_eq!(content(&other), content(&place), "{format:?}");
        assert!(
            result.files[0]
                .notes
                .iter()
                .all(|note| note.code != "kept_columns"),
            "{result:?}"
        );
    }
}

#[test]
fn organizations_and_deals_come_back_the_same() {
    let place = Place::new();
    place.import_text("企业名称,行业,地区,成立年份,员工数,上级企业,备注\n佳明精密,制造,苏州,1998,320,佳明集团,@重点\n佳明集团,制造,苏州,,,,\n");
    place.import_text("商机名称,企业名称,商机阶段,金额,币种,负责人,预计成交日期,备注\n佳明二期,佳明精密,报价,\"86,000.50\",CNY,周航,2026-12-24,+补充\n");
    let other = Place::new();
    other.import(&place.export(ListKind::Organizations, ExportFormat::Csv));
    let mut before: Vec<Organization> = place.live();
    let mut after: Vec<Organization> = other.live();
    before.sort_by(|a, b| a.name.cmp(&b.name));
    after.sort_by(|a, b| a.name.cmp(&b.name));
    let told = |row: &Organization| {
        (
            row.name.clone(),
            row.industry.clone(),
            row.founded,
            row.employees,
            row.note.clone(),
            row.parent.is_some(),
        )
    };
    assert_eq!(
        before.iter().map(told).collect::<Vec<_>>(),
        after.iter().map(told).collect::<Vec<_>>()
    );
    let result = other.import(&place.export(ListKind::Deals, ExportFormat::Csv));
    assert_eq!(result.counts.created, 1);
    let (before, after) = (&place.live::<Deal>()[0], &other.live::<Deal>()[0]);
    assert_eq!(
        (&after.name, after.amount_minor, &after.note),
        (&before.name, Some(8_600_050), &before.note)
    );
    assert_eq!(
        (after.stage, &after.close_on),
        (before.stage, &before.close_on)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_text_comes_back_as_it_was(notes in prop::collection::vec("['=+@\\-\t]{0,2}\\PC{0,40}(\r?\n\\PC{0,10})?", 1..6)) {
        let place = Place::new();
        let lines: String = notes.iter().enumerate().map(|(n, _)| format!("某人{n},1381234{n:04}\n")).collect();
        place.import_text(&format!("姓名,手机\n{lines}"));
        for (row, note) in place.live::<Person>().iter().zip(&notes) {
            let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
            place.change(row.id, |row| row.note.clone_from(&note));
        }
        let other = Place::new();
        other.import(&place.export(ListKind::People, ExportFormat::Csv));
        prop_assert_eq!(content(&other), content(&place));
    }
}

#[test]
fn no_cell_is_a_formula_and_the_mark_tells_spreadsheets_the_encoding() {
    let place = Place::new();
    place.import_text(PEOPLE);
    let text =
        std::fs::read_to_string(place.export(ListKind::People, ExportFormat::Csv)).expect("text");
    assert!(text.starts_with('\u{FEFF}'));
    assert!(
        text.contains("'+8613812342231") && text.contains("\"'- 先谈价"),
        "{text}"
    );
}

#[test]
fn a_candidate_goes_out_under_their_code_and_unreached_and_a_blocked_number_stays() {
    let place = Place::new();
    place.import_text(PEOPLE);
    let id = place.live::<Person>()[0].id;
    place.change(id, |row| row.kind = PersonKind::Candidate);
    let text =
        std::fs::read_to_string(place.export(ListKind::People, ExportFormat::Csv)).expect("text");
    assert!(
        !text.contains("张立群") && !text.contains("13812342231") && !text.contains("先谈价"),
        "{text}"
    );
    let cards =
        std::fs::read_to_string(place.export(ListKind::People, ExportFormat::Vcard)).expect("text");
    assert!(
        !cards.contains("张立群") && !cards.contains("z@example.com"),
        "{cards}"
    );
    place.change(id, |row| row.kind = PersonKind::Lead);
    let blocked = place.db.write(Act::new("blocked"), |tx| {
        let mut row: Identifier = tx.get(people::identifier_id(
            id,
            IdentifierKind::Email,
            "z@example.com",
        ))?;
        row.state = Some(IdentifierState::DoNotContact);
        tx.put(&row).map(drop)
    });
    blocked.expect("blocked");
    let text =
        std::fs::read_to_string(place.export(ListKind::People, ExportFormat::Csv)).expect("text");
    assert!(
        text.contains("13812342231") && !text.contains("z@example.com"),
        "{text}"
    );
}

#[test]
fn a_list_goes_out_as_it_stands() {
    let place = Place::new();
    place.import_text(
        "姓名,手机,城市\n张一,13800000001,苏州\n李二,13800000002,无锡\n王三,13800000003,苏州\n",
    );
    let path = place.dir.path().join("out.csv");
    let input = ExportInput {
        page: PageInput {
            filters: vec!["city=苏州".to_owned()],
            ..PageInput::first("name", true, 1)
        },
        columns: Some(vec![
            "city".to_owned(),
            "name".to_owned(),
            "touch_count".to_owned(),
        ]),
        ..wanted(ListKind::People, ExportFormat::Csv)
    };
    assert_eq!(list(&place.db, &input, &path).expect("exported").rows, 2);
    let text = std::fs::read_to_string(&path).expect("text");
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_start_matches('\u{FEFF}'))
        .collect();
    assert!(
        lines[0].starts_with("城市,姓名,手机,邮箱,微信,"),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].starts_with("苏州,张一") && lines[2].starts_with("苏州,王三"),
        "{text}"
    );
    let but = ExportInput {
        but: vec![place.live::<Person>()[0].id],
        ..input
    };
    assert_eq!(list(&place.db, &but, &path).expect("exported").rows, 1);
}

#[test]
fn cards_say_who_and_how_to_reach_them() {
    let place = Place::new();
    place.import_text(PEOPLE);
    let text =
        std::fs::read_to_string(place.export(ListKind::People, ExportFormat::Vcard)).expect("text");
    for line in [
        "VERSION:4.0",
        "FN:张立群",
        "N:张;立群;;;",
        "ORG:苏州佳明精密",
        "TITLE:财务总监",
        "BDAY:--0307",
        "EMAIL:z@example.com",
        "TEL;VALUE=uri:tel:+8613812342231",
    ] {
        assert!(text.contains(&format!("{line}\r\n")), "{line} in {text}");
    }
    assert_eq!(text.matches("BEGIN:VCARD").count(), 2);
    assert!(text.lines().all(|line| line.len() <= 75));
    let organizations = wanted(ListKind::Organizations, ExportFormat::Vcard);
    assert!(list(&place.db, &organizations, &place.dir.path().join("x.vcf")).is_err());
}

#[test]
fn everything_goes_out_with_its_history() {
    let place = Place::new();
    place.import_text(PEOPLE);
    let id = place.live::<Person>()[0].id;
    place.change(id, |row| row.city = Some("上海".to_owned()));
    let path = place.dir.path().join("all.jsonl");
    everything(&place.db, &path).expect("exported");
    let text = std::fs::read_to_string(&path).expect("text");
    let lines: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines[0]["touchline"], "everything");
    let person = lines
        .iter()
        .find(|line| line["noun"] == "people" && line["id"] == id.to_string());
    assert_eq!(person.expect("there")["cells"]["city"], "上海");
    let change = lines
        .iter()
        .find(|line| line["change"].is_i64() && line["cells"]["city"]["old"] == "苏州");
    let change = change.expect("the change");
    assert_eq!(
        (&change["row"], &change["cells"]["city"]["new"]),
        (
            &serde_json::json!(id.to_string()),
            &serde_json::json!("上海")
        )
    );
    assert!(
        lines
            .iter()
            .any(|line| line["action"] == change["action"] && line["label"] == "changed")
    );
}
