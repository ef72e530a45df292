//! What goes wrong with files: each case ends in a code or in plain text, never in lost work.

use proptest::prelude::*;

use super::*;
use crate::kernel::text;
use crate::organizations::Organization;
use crate::pipeline::Deal;

const DEALS: &str =
    "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";

/// Why each failed line failed, and where.
fn reasons(result: &ImportResult) -> Vec<(String, String)> {
    let rows = failures(result.failures_file.as_deref().expect("a failures file"));
    let at = |name: &str| {
        rows[0]
            .iter()
            .position(|column| column == name)
            .expect("a column")
    };
    let (reason, column) = (at("reason"), at("reason_column"));
    rows.iter()
        .skip(1)
        .map(|row| (row[reason].clone(), row[column].clone()))
        .collect()
}

#[test]
fn each_bad_line_fails_alone_with_its_reason() {
    let place = Place::new();
    let result = place.import_text(format!(
        "{DEALS}\
         X1,Ann,P,Acme,Won,2016-02-30,2017-03-01,5\n\
         X2,Ann,P,Acme,Won,2016-10-20,2017-03-01,a lot\n\
         X3,Ann,P,Acme,Sleeping,,,\n\
         X4,Ann,P,Acme,,,,\n\
         ,Ann,P,Acme,Won,2016-10-20,2017-03-01,5\n\
         X5,Ann,P,Acme,Won,2017-10-20,2017-03-01,5\n\
         X6,Ann,P\n\
         X7,Ann,P,Acme,Won,2016-10-20,2017-03-01,5,more\n\
         X8,Ann,P,Acme,Won,2016-10-20,2017-03-01,5\n\
         X8,Ann,P,Acme,Lost,2016-10-20,2017-03-01,0\n\
         X8,Ann,P,Acme,Won,2016-10-20,2017-03-01,5\n\
         X9,Ann,P,Acme,Won,2016-10-20,2017-03-01,92233720368547758.07\n"
    ));
    let ImportCounts {
        rows,
        created,
        unchanged,
        failed,
        ..
    } = result.counts;
    assert_eq!((rows, created, unchanged, failed), (12, 1, 1, 10));
    let reasons = reasons(&result);
    let told: Vec<(&str, &str)> = reasons
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("date_invalid", "engage_date"),
            ("amount_invalid", "close_value"),
            ("stage_unknown", "deal_stage"),
            ("stage_missing", "deal_stage"),
            ("id_missing", "opportunity_id"),
            ("dates_reversed", "close_date"),
            ("row_ragged", ""),
            ("row_ragged", ""),
            ("repeated", "opportunity_id"),
            ("amount_invalid", "close_value"),
        ]
    );
    assert_eq!(place.live::<Deal>().len(), 1);
}

#[test]
fn a_mended_failures_file_is_imported_like_the_original() {
    let place = Place::new();
    let header = "account,sector,employees\n";
    let result = place.import_text(format!("{header}Acme,x,few\nBeta,y,12\n"));
    let path = result.failures_file.expect("a failures file");
    let rows = failures(&path);
    assert_eq!(
        rows[0],
        [
            "account",
            "sector",
            "employees",
            "reason",
            "reason_column",
            "why"
        ]
    );
    assert_eq!(
        rows[1],
        [
            "Acme",
            "x",
            "few",
            "number_invalid",
            "employees",
            "this is no whole number that can be read"
        ]
    );
    let text = std::fs::read_to_string(&path)
        .expect("read")
        .replace("few", "7");
    let mended = place.import_text(text);
    assert_eq!((mended.counts.rows, mended.counts.created), (1, 1));
    assert_eq!(
        place.count("source_lines"),
        0,
        "the reason is no part of the line"
    );
    assert_eq!(mended.failures_file, None);
}

#[test]
fn failures_of_several_files_stand_in_one_with_the_columns_of_all() {
    let place = Place::new();
    let result = place.import(&[
        place.file("a.csv", "account,employees\nAcme,few\n"),
        place.file("p.csv", "product,sales_price\nP,dear\n"),
    ]);
    let rows = failures(&result.failures_file.expect("a failures file"));
    assert_eq!(
        rows[0],
        [
            "account",
            "employees",
            "product",
            "sales_price",
            "reason",
            "reason_column",
            "why",
            "file"
        ]
    );
    assert_eq!(
        rows[1],
        [
            "Acme",
            "few",
            "",
            "",
            "number_invalid",
            "employees",
            "this is no whole number that can be read",
            "a.csv"
        ]
    );
    assert_eq!(
        rows[2],
        [
            "",
            "",
            "P",
            "dear",
            "amount_invalid",
            "sales_price",
            "this is no amount that can be read",
            "p.csv"
        ]
    );
}

#[test]
fn a_file_that_is_no_table_or_fits_nothing_is_refused_before_anything_is_written() {
    let place = Place::new();
    let before = place.log();
    let good = place.file("a.csv", "account,sector\nAcme,x\n");
    let picture = place.file(
        "p.png",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\xff\xfe\x00",
    );
    let other = place.file(
        "o.csv",
        "Table,Field,Description\naccounts,account,Company name\n",
    );
    let refused = |files: &[PathBuf]| {
        import(&place.db, &choices(files), &mut |_| (), &|| false).expect_err("refused")
    };
    let error = refused(&[good.clone(), picture.clone()]);
    assert_eq!(
        (error.code, &*error.params["name"]),
        (Code::ImportUnreadable, "p.png")
    );
    let error = refused(&[good.clone(), other.clone()]);
    assert_eq!(
        (error.code, &*error.params["name"]),
        (Code::ImportUnrecognised, "o.csv")
    );
    let error = refused(&[place.dir.path().join("none.csv")]);
    assert_eq!(error.code, Code::ImportUnreadable);
    let error = preview(&place.db, &choices(&[picture])).expect_err("refused");
    assert_eq!(error.code, Code::ImportUnreadable);
    let shown = preview(&place.db, &choices(&[good, other])).expect("a preview");
    let told: Vec<_> = shown
        .files
        .iter()
        .map(|file| file.source.as_deref())
        .collect();
    assert_eq!(told, [Some("accounts"), None]);
    assert_eq!(shown.files[1].rows, 1);
    assert_eq!(place.log(), before);
}

#[test]
fn a_cell_of_50_mb_fails_its_line_and_no_other() {
    let place = Place::new();
    let long = "x".repeat(50 * 1024 * 1024);
    let file = place.file(
        "a.csv",
        format!("account,sector\nAcme,\"{long}\"\nBeta,y\n"),
    );
    let shown = preview(&place.db, &choices(std::slice::from_ref(&file))).expect("a preview");
    assert!(shown.files[0].sample[0].cells[1].len() < 1000);
    let result = place.import(&[file]);
    assert_eq!((result.counts.created, result.counts.failed), (1, 1));
    assert_eq!(
        reasons(&result),
        [("text_too_long".to_owned(), "sector".to_owned())]
    );
}

#[test]
fn cells_that_are_too_long_together_fail_as_well() {
    let place = Place::new();
    let half = "\u{1}".repeat(text::MAX_TEXT / 2);
    let result = place.import_text(format!("account,sector,more\nAcme,x,{half}\n"));
    assert_eq!(
        reasons(&result),
        [("text_too_long".to_owned(), String::new())]
    );
}

#[test]
fn what_looks_dangerous_is_plain_text() {
    let place = Place::new();
    let long = "长".repeat(10_000);
    let name = "<script>alert(1)</script>\u{0}\u{7} =1+1";
    place.import_text(format!(
        "account,sector,more\n{name},\"a\nb\",\"{{\"\"x\"\":1}}\"\n{long},x,\n"
    ));
    let rows: Vec<Organization> = place.live();
    assert_eq!(rows[0].name, name);
    assert_eq!(rows[0].industry.as_deref(), Some("a\nb"));
    assert_eq!(rows[1].name, long);
    let shown = place
        .db
        .read(|read| crate::records::organization(read, rows[0].id))
        .expect("shown");
    assert_eq!(shown.source_line[0].value, "{\"x\":1}");
    place.sound();
}

#[test]
fn a_header_alone_is_no_row_and_no_pipeline() {
    let place = Place::new();
    let before = place.log();
    let result = place.import_text(DEALS);
    assert_eq!(
        (result.counts, result.action),
        (ImportCounts::default(), None)
    );
    assert_eq!(place.log(), before);
}

#[test]
fn tables_of_any_encoding_and_delimiter_give_the_same_rows() {
    let text =
        "account;sector;office_location\n星河科技有限公司;医疗;北京\n云帆贸易;物流供应链;上海\n";
    let content = |bytes: &[u8], encoding: &str| {
        let place = Place::new();
        let result = place.import_text(bytes);
        assert_eq!(result.files[0].encoding, encoding);
        assert_eq!(result.files[0].delimiter, ";");
        place.content()
    };
    let plain = content(text.as_bytes(), "UTF-8");
    let (gbk, ..) = encoding_rs::GBK.encode(text);
    let wide: Vec<u8> = "\u{FEFF}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(content(&gbk, "GBK"), plain);
    assert_eq!(content(&wide, "UTF-16LE"), plain);
    assert_eq!(
        content(format!("\u{FEFF}{text}").as_bytes(), "UTF-8"),
        plain
    );
}

#[test]
fn names_of_signs_alone_do_not_become_one() {
    let place = Place::new();
    let result = place.import_text("account,sector\n!!!,x\n???,y\n🙂,z\n");
    assert_eq!(result.counts.created, 3);
    assert_eq!(place.live::<Organization>().len(), 3);
}

#[test]
fn the_later_of_two_imports_of_one_new_file_is_told_to_try_again() {
    let place = Place::new();
    let file = place.file("table.csv", "account,sector\nAcme,x\nZed,y\n");
    let late =
        plan::make(&place.db, &choices(std::slice::from_ref(&file)), false).expect("planned");
    place.import(std::slice::from_ref(&file));
    let before = place.content();
    let refused = run::run(&place.db, late, &mut |_| (), &|| false).expect_err("too late");
    assert_eq!(refused.code, Code::Busy, "{refused}");
    assert_eq!(place.content(), before);
    assert_eq!(place.import(&[file]).counts.unchanged, 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_end_in_a_code_or_in_counts_that_add_up(
        header in prop::sample::select(vec![DEALS, "account,sector,subsidiary_of\n", "product;sales_price\n", ""]),
        lines in prop::collection::vec("[^\n]{0,12}(,[0-9/\\-\"Won ]{0,10}){0,8}\n", 0..8),
        tail in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let place = Place::new();
        let bytes: Vec<u8> = header.bytes().chain(lines.concat().into_bytes()).chain(tail).collect();
        let file = place.file("any.csv", bytes);
        match import(&place.db, &choices(&[file]), &mut |_| (), &|| false) {
            Ok(result) => balanced(&result.counts),
            Err(error) => prop_assert!(
                matches!(error.code, Code::ImportUnreadable | Code::ImportUnrecognised),
                "{error}"
            ),
        }
    }
}
