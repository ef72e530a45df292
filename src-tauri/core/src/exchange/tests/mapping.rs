//! Tables that no program writes: guessed, confirmed, remembered; and who may be there already.

use super::*;
use crate::people::Person;

const BY_HAND: &str = "老板,打给谁,哪家,喝什么\n张立群,13812342231,苏州佳明精密有限公司,茶\n王敏,13900001111,无锡远山有限公司,咖啡\n";

fn chosen(path: PathBuf, kind: &str, columns: &[(&str, &str)]) -> ImportChoice {
    let pair = |(column, field): &(&str, &str)| ((*column).to_owned(), (*field).to_owned());
    ImportChoice {
        kind: Some(kind.to_owned()),
        columns: Some(columns.iter().map(pair).collect()),
        ..ImportChoice::of(path)
    }
}

fn fields(file: &ImportFile) -> Vec<&str> {
    let columns = file.columns.iter();
    columns
        .map(|column| column.field.as_deref().unwrap_or_default())
        .collect()
}

#[test]
fn what_is_guessed_is_shown_and_waits_for_somebody_to_say_so() {
    let place = Place::new();
    let (gbk, _, _) = encoding_rs::GBK.encode(BY_HAND);
    let path = place.file("t.csv", gbk);
    let shown = preview(&place.db, &choices(std::slice::from_ref(&path))).expect("a preview");
    let file = &shown.files[0];
    assert_eq!(file.told, Some(Told::Guessed));
    assert_eq!(fields(file), ["name", "phone", "organization", ""]);
    assert_eq!(file.sample[0].becomes, Some(Becomes::Created));
    assert_eq!(file.sample[0].name.as_deref(), Some("张立群"));
    let error = import(
        &place.db,
        &choices(std::slice::from_ref(&path)),
        &mut |_| (),
        &|| false,
    );
    assert_eq!(error.expect_err("refused").code, Code::ImportUnrecognised);
    let result = place.import_as(&[chosen(path, "people", &[("喝什么", "note")])]);
    assert_eq!(result.counts.created, 2);
    let people: Vec<Person> = place.live();
    assert_eq!(people[0].note.as_deref(), Some("茶"));
}

#[test]
fn how_a_table_was_read_is_remembered_for_its_columns_in_any_order() {
    let place = Place::new();
    let path = place.file("t.csv", BY_HAND);
    place.import_as(&[chosen(path, "people", &[("喝什么", "note"), ("哪家", "")])]);
    let before = place.log();
    let later = place.file(
        "u.csv",
        "喝什么,哪家,打给谁,老板\n水,东泰,13700002222,陈静\n",
    );
    let shown = preview(&place.db, &choices(std::slice::from_ref(&later))).expect("a preview");
    assert_eq!(shown.files[0].told, Some(Told::Remembered));
    assert_eq!(fields(&shown.files[0]), ["note", "", "phone", "name"]);
    assert_eq!(place.log(), before, "looking writes nothing");
    let result = place.import(std::slice::from_ref(&later));
    assert_eq!((result.counts.created, result.counts.failed), (1, 0));
    // It can be read otherwise, and that is remembered then.
    place.import_as(&[chosen(later.clone(), "people", &[("哪家", "organization")])]);
    let shown = preview(&place.db, &choices(&[later])).expect("a preview");
    assert_eq!(
        fields(&shown.files[0]),
        ["note", "organization", "phone", "name"]
    );
}

#[test]
fn the_import_is_taken_back_before_what_was_remembered() {
    let place = Place::new();
    let path = place.file("t.csv", BY_HAND);
    place.import_as(&[chosen(path.clone(), "people", &[("喝什么", "note")])]);
    place.db.undo(None).expect("taken back");
    assert_eq!(place.count("people"), 0);
    let shown = preview(&place.db, &choices(&[path])).expect("a preview");
    assert_eq!(shown.files[0].told, Some(Told::Remembered));
}

#[test]
fn a_mended_failures_file_is_read_as_its_table_was() {
    let place = Place::new();
    let path = place.file("t.csv", "谁,成立\n佳明精密,很久以前\n远山,1998\n");
    let columns = [("谁", "name"), ("成立", "founded")];
    let result = place.import_as(&[chosen(path, "organizations", &columns)]);
    assert_eq!((result.counts.created, result.counts.failed), (1, 1));
    let failed = result.failures_file.expect("a file");
    let text = std::fs::read_to_string(&failed).expect("read");
    let mended = place.import_text(text.replace("很久以前", "1996"));
    assert_eq!((mended.counts.created, mended.counts.failed), (1, 0));
    assert_eq!(place.count("source_lines"), 0);
}

#[test]
fn a_field_that_is_missing_is_told() {
    let place = Place::new();
    let path = place.file("t.csv", "a,b\n1,2\n");
    let shown = preview(&place.db, &[chosen(path, "organizations", &[])]).expect("a preview");
    assert_eq!(shown.files[0].missing, ["name"]);
    assert_eq!(shown.files[0].sample[0].becomes, Some(Becomes::Failed));
    assert_eq!(shown.files[0].sample[0].reason, Some(Reason::NameMissing));
}

#[test]
fn somebody_of_the_same_name_may_be_there_already() {
    let place = Place::new();
    place.import_text("姓名,手机,公司\n张伟,13812342231,佳明\n王芳,13900001111,远山\n");
    let result = place.import_text(
        "姓名,手机,邮箱,公司\n\
         张伟,13700002222,,佳明\n\
         张伟,13700003333,,东泰\n\
         王芳,,w@example.com,\n\
         李娜,,l@example.com,佳明\n",
    );
    assert_eq!((result.counts.created, result.counts.duplicates), (4, 2));
    let told: Vec<_> = result.files[0]
        .sample
        .iter()
        .map(|row| row.becomes)
        .collect();
    assert_eq!(
        told,
        [
            Becomes::Duplicate,
            Becomes::Created,
            Becomes::Duplicate,
            Becomes::Created
        ]
        .map(Some)
    );
}

#[test]
fn a_firm_of_a_like_name_may_be_there_already() {
    let place = Place::new();
    place.import_text("account,sector\n苏州佳明精密有限公司,x\n");
    let result = place.import_text("account,sector\n苏州佳明精密,x\n苏州佳明精密有限公司,x\n");
    let ImportCounts {
        created,
        duplicates,
        unchanged,
        ..
    } = result.counts;
    assert_eq!((created, duplicates, unchanged), (1, 1, 1));
}

#[test]
fn lines_that_name_a_firm_alone_are_told_apart() {
    let place = Place::new();
    let result = place.import_text("客户名称,联系人,手机\n佳明,,\n佳明,张伟,13812342231\n");
    let noted = note(&result.files[0], "firm_alone").expect("noted");
    assert_eq!(noted["rows"], "1");
}

#[test]
fn a_column_that_fits_nothing_becomes_a_field_in_the_same_action() {
    use crate::fields::{self, FieldKind, ListKind};
    let place = Place::new();
    let path = place.file(
        "t.csv",
        "姓名,手机,采购额,喝什么\n张立群,13812342231,\"86,000\",茶\n王敏,13900001111,不详,茶\n陈静,13700002222,,咖啡\n",
    );
    let read_as = [chosen(
        path.clone(),
        "people",
        &[("采购额", "new:number"), ("喝什么", "new:choice")],
    )];
    let shown = preview(&place.db, &read_as).expect("a preview");
    assert_eq!(fields(&shown.files[0])[2..], ["new:number", "new:choice"]);
    let unfit = shown.files[0]
        .notes
        .iter()
        .find(|note| note.code == "own_unfit");
    assert_eq!(unfit.map(|note| note.params["rows"].as_str()), Some("1"));
    let result = place.import_as(&read_as);
    assert_eq!((result.counts.created, result.counts.failed), (3, 0));
    let made = place
        .db
        .read(|read| fields::list(read, ListKind::People))
        .expect("fields");
    let told: Vec<_> = made
        .iter()
        .map(|field| (field.name.as_str(), field.kind))
        .collect();
    assert_eq!(
        told,
        [("采购额", FieldKind::Number), ("喝什么", FieldKind::Choice)]
    );
    let people: Vec<Person> = place.live();
    let held = |id| {
        let held = place.db.read(|read| fields::held(read, id)).expect("held");
        held.into_iter().map(|one| one.shown).collect::<Vec<_>>()
    };
    assert_eq!(held(people[0].id), ["86000", "茶"]);
    assert_eq!(
        held(people[1].id),
        ["茶"],
        "what is no number stays with the line"
    );
    assert_eq!(held(people[2].id), ["咖啡"], "a blank writes nothing");
    let again = place.import(&[path]);
    assert_eq!(
        (again.counts.unchanged, again.counts.updated),
        (3, 0),
        "remembered, and the same"
    );
    place.db.undo(result.action).expect("taken back");
    let made = place
        .db
        .read(|read| fields::list(read, ListKind::People))
        .expect("fields");
    assert!(made.is_empty());
    assert_eq!(place.count("people"), 0);
}
