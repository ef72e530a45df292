//! Spreadsheets as programs write them, made here cell by cell; old ones lie beside as files.

use std::io::Write;
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime as Day, Format, Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::kernel::Code;

fn tables(name: &str, bytes: &[u8]) -> Result<Vec<Table>> {
    read(Path::new(name), name, bytes).map(|tables| tables.expect("a spreadsheet"))
}

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.iter().collect()).collect()
}

fn codes(table: &Table) -> Vec<&str> {
    table.notes.iter().map(|note| note.code.as_str()).collect()
}

fn workbook(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().expect("saved")
}

fn sheet(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    workbook(|book| fill(book.add_worksheet()))
}

/// An archive of these entries.
fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        out.start_file(*name, SimpleFileOptions::default())
            .expect("begun");
        out.write_all(content).expect("written");
    }
    out.finish().expect("finished").into_inner()
}

fn ods(body: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>\
         <office:document-content><office:automatic-styles><style:style style:name=\"ta2\">\
         <style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>\
         <office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn cells_of_every_kind_become_what_a_person_would_have_typed() {
    let bytes = sheet(|sheet| {
        let day = Format::new().set_num_format("yyyy-mm-dd");
        let moment = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\" hh:mm");
        let time = Format::new().set_num_format("hh:mm:ss");
        let length = Format::new().set_num_format("[h]:mm");
        for (at, name) in [
            "姓名", "手机", "日", "时", "钟", "长", "数", "是", "式", "错",
        ]
        .iter()
        .enumerate()
        {
            sheet.write(0, at as u16, *name).expect("written");
        }
        sheet.write(1, 0, "张立群").expect("written");
        sheet.write(1, 1, 13_800_138_000_f64).expect("written");
        let when = Day::from_ymd(2024, 2, 29).expect("a day");
        sheet.write_with_format(1, 2, &when, &day).expect("written");
        let when = when.and_hms(14, 30, 0).expect("a time");
        sheet
            .write_with_format(1, 3, &when, &moment)
            .expect("written");
        sheet.write_with_format(1, 4, 0.5, &time).expect("written");
        sheet
            .write_with_format(1, 5, 1.5, &length)
            .expect("written");
        sheet.write(1, 6, 0.1 + 0.2).expect("written");
        sheet.write(1, 7, true).expect("written");
        let formula = rust_xlsxwriter::Formula::new("=1+1").set_result("2");
        sheet.write(1, 8, formula).expect("written");
        let broken = rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A");
        sheet.write(1, 9, broken).expect("written");
        sheet.write(2, 0, "007").expect("written");
        sheet
            .write(2, 1, 110_101_199_003_070_012_f64)
            .expect("written");
    });
    let tables = tables("客户.xlsx", &bytes).expect("read");
    let [table] = &tables[..] else {
        panic!("one table");
    };
    assert_eq!((table.format, table.delimiter), ("XLSX", None));
    assert_eq!(table.name, "客户.xlsx · Sheet1");
    assert_eq!(
        cells(table),
        [
            [
                "张立群",
                "13800138000",
                "2024-02-29",
                "2024-02-29 14:30",
                "12:00",
                "36:00",
                "0.3",
                "TRUE",
                "2",
                ""
            ],
            ["007", "1.1010119900307E+17", "", "", "", "", "", "", "", ""],
        ]
    );
    assert_eq!(codes(table), ["cell_errors", "digits_lost"]);
}

#[test]
fn every_sheet_with_something_in_it_is_a_table_and_hidden_ones_are_named() {
    let bytes = workbook(|book| {
        for (name, text) in [
            ("客户", "张三"),
            ("空", ""),
            ("Old", "李四"),
            ("更多", "王五"),
        ] {
            let sheet = book.add_worksheet().set_name(name).expect("a name");
            if !text.is_empty() {
                sheet.write(0, 0, "姓名").expect("written");
                sheet.write(1, 0, text).expect("written");
            }
            sheet.set_hidden(name == "Old");
        }
    });
    let tables = tables("a.xlsx", &bytes).expect("read");
    let names: Vec<_> = tables.iter().map(|table| table.sheet.as_deref()).collect();
    assert_eq!(names, [Some("客户"), Some("更多")]);
    assert_eq!(tables[0].notes[0].params["sheets"], "Old");
}

#[test]
fn a_title_above_the_header_is_left_out_and_nameless_columns_get_their_letter() {
    let bytes = sheet(|sheet| {
        sheet.write(0, 0, "客户名单").expect("written");
        sheet.write(1, 0, "导出时间：2024-05-01").expect("written");
        for (at, name) in ["姓名", "手机", "", "公司"].iter().enumerate() {
            sheet.write(3, at as u16, *name).expect("written");
        }
        for (at, text) in ["张三", "13800138000", "老客户", "星河"].iter().enumerate() {
            sheet.write(4, at as u16, *text).expect("written");
        }
        sheet.write(6, 0, "李四").expect("written");
    });
    let tables = tables("a.xlsx", &bytes).expect("read");
    assert_eq!(tables[0].columns, ["姓名", "手机", "C", "公司"]);
    assert_eq!(cells(&tables[0])[1], ["李四", "", "", ""]);
    assert_eq!(tables[0].notes[0].code, "header_below");
    assert_eq!(tables[0].notes[0].params["line"], "4");
}

#[test]
fn the_days_of_the_other_date_system_are_four_years_later() {
    assert_eq!(
        moment(44_000.0, false, false).as_deref(),
        Some("2020-06-18")
    );
    assert_eq!(moment(44_000.0, false, true).as_deref(), Some("2024-06-19"));
    assert_eq!(
        moment(60_000.999_999, false, false).as_deref(),
        Some("2064-04-09")
    );
    assert_eq!(moment(-1.0, false, false), None);
    assert_eq!(moment(f64::NAN, false, false), None);
}

#[test]
fn an_ods_repeats_cells_and_lines_and_shows_what_is_said() {
    let body = "<table:table table:name=\"客户\"><table:table-row>\
        <table:table-cell office:value-type=\"string\"><text:p>姓名</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"string\"><office:annotation><text:p>aside</text:p></office:annotation>\
        <text:p>电话 &amp; &#24494;&#20449;&b;</text:p></table:table-cell>\
        <table:table-cell><text:p>日期</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"2\">\
        <table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"13800138000\"><text:p>1.38E+10</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2024-05-01T09:30:00\"><text:p>1.5.</text:p></table:table-cell>\
        </table:table-row>\
        <table:table-row><table:table-cell><text:p>两<text:s/>行</text:p><text:p>字</text:p></table:table-cell>\
        <table:table-cell table:formula=\"of:=NA()\"><text:p>#N/A</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"time\" office:time-value=\"PT09H05M00S\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
        </table:table>\
        <table:table table:name=\"Old\" table:style-name=\"ta2\"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    let tables = tables("a.ods", &ods(body)).expect("read");
    let [table] = &tables[..] else {
        panic!("one table");
    };
    assert_eq!(table.format, "ODS");
    assert_eq!(table.columns, ["姓名", "电话 & 微信", "日期"]);
    assert_eq!(
        cells(table),
        [
            ["13800138000", "13800138000", "2024-05-01 09:30:00"],
            ["13800138000", "13800138000", "2024-05-01 09:30:00"],
            ["两 行\n字", "", "09:05"],
        ]
    );
    assert_eq!(codes(table), ["cell_errors", "sheets_hidden"]);
}

#[test]
fn an_xls_of_excel_97_reads_as_an_xlsx_does() {
    let bytes = include_bytes!("../../../../../tests/data/formats/customers.xls");
    let tables = tables("customers.xls", bytes).expect("read");
    let [customers, more] = &tables[..] else {
        panic!("two tables");
    };
    assert_eq!(customers.format, "XLS");
    assert_eq!(
        customers.columns,
        ["姓名", "手机", "公司", "生日", "金额", "VIP", "备注"]
    );
    assert_eq!(
        cells(customers)[..2],
        [
            [
                "张立群",
                "13800138000",
                "北京星河科技有限公司",
                "1990-03-07",
                "1234.5",
                "TRUE",
                "问价格"
            ],
            [
                "Anna Müller",
                "013900139000",
                "Nordwind GmbH",
                "1985-12-24",
                "0.25",
                "FALSE",
                ""
            ],
        ]
    );
    // The long notes at the end cross from one record into the next.
    assert_eq!(customers.rows.len(), 302);
    assert!(
        customers
            .rows
            .iter()
            .skip(2)
            .all(|row| row[6].starts_with("第") && row[6].ends_with("完"))
    );
    assert_eq!(more.sheet.as_deref(), Some("更多"));
    assert_eq!(codes(customers), ["cell_errors", "sheets_hidden"]);
}

#[test]
fn a_file_that_only_begins_like_a_spreadsheet_is_refused() {
    for bytes in [
        b"PK\x03\x04nothing more".to_vec(),
        limits::COMPOUND.to_vec(),
        [limits::COMPOUND, &[0xFF; 4096]].concat(),
        [limits::COMPOUND, &[0; 4096]].concat(),
        zip(&[("word/document.xml", b"<a/>")]),
        zip(&[("../../etc/passwd", b"x"), ("/tmp/y", b"y")]),
        ods(""),
    ] {
        let error = tables("x.xlsx", &bytes).err().expect("refused");
        assert_eq!(error.code, Code::ImportUnreadable);
    }
}

mod hostile;
