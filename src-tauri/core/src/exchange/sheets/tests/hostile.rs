//! Files made to fill the memory. Each is refused for what it has too much of, before it is unpacked or
//! on the way.

use super::*;

/// The word of the limit that a file breaks.
fn limit(bytes: &[u8]) -> String {
    let error = tables("bomb.xlsx", bytes).err().expect("refused");
    assert_eq!(error.code, Code::ImportTooLarge, "{error}");
    assert_eq!(error.params["name"], "bomb.xlsx");
    error.params["field"].clone()
}

const ROOT: &str = "<Relationships><Relationship Type=\"x/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK: &str = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    zip(&[
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

fn data(rows: &str) -> String {
    format!(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>"
    )
}

/// Overwrites the size that the directory gives for its first entry, and in the entry itself.
fn lying(mut bytes: Vec<u8>, size: u32) -> Vec<u8> {
    for (mark, at) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let found = memchr::memmem::find(&bytes, mark).expect("a header") + at;
        bytes[found..found + 4].copy_from_slice(&size.to_le_bytes());
    }
    bytes
}

#[test]
fn an_archive_that_unpacks_to_much_more_than_it_is_is_refused() {
    let zeros = vec![b' '; 30 * 1024 * 1024];
    let honest = zip(&[("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(honest.len() < 100_000);
    assert_eq!(limit(&honest), "limit_ratio");
    // The directory says nothing of it.
    let error = tables("bomb.xlsx", &lying(honest.clone(), 10))
        .err()
        .expect("refused");
    assert!([Code::ImportTooLarge, Code::ImportUnreadable].contains(&error.code));
    // The directory says so at once.
    assert_eq!(limit(&lying(honest, u32::MAX - 1)), "limit_unpacked");
}

#[test]
fn entries_that_share_their_bytes_count_each_time() {
    let zeros = vec![b' '; 4 * 1024 * 1024];
    let one = zip(&[("a.xml", &zeros)]);
    let directory = memchr::memmem::find(&one, b"PK\x01\x02").expect("a directory");
    let end = memchr::memmem::find(&one, b"PK\x05\x06").expect("an end");
    let entry = &one[directory..end];
    let mut bytes = one[..directory].to_vec();
    for number in 0..200 {
        let mut entry = entry.to_vec();
        entry[46] = b'A' + (number % 26) as u8;
        entry[48] = b'a' + (number / 26) as u8;
        bytes.extend(entry);
    }
    let mut tail = one[end..].to_vec();
    tail[8..10].copy_from_slice(&200u16.to_le_bytes());
    tail[10..12].copy_from_slice(&200u16.to_le_bytes());
    tail[12..16].copy_from_slice(&(200 * entry.len() as u32).to_le_bytes());
    bytes.extend(tail);
    assert!(["limit_unpacked", "limit_ratio"].contains(&limit(&bytes).as_str()));
}

#[test]
fn more_entries_than_any_spreadsheet_has_are_refused_uncounted() {
    let names: Vec<String> = (0..6000).map(|number| format!("e{number}")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(limit(&zip(&entries)), "limit_entries");
}

#[test]
fn an_archive_in_an_archive_is_not_opened() {
    let inner = zip(&[("a.xml", &vec![b' '; 30 * 1024 * 1024])]);
    let error = tables("x.xlsx", &zip(&[("inner.zip", &inner)]))
        .err()
        .expect("refused");
    assert_eq!(error.code, Code::ImportUnreadable);
}

#[test]
fn what_a_sheet_says_of_its_size_makes_no_room() {
    let two = data(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>姓名</v></c></row><row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>x</v></c></row>",
    );
    let tables = tables("a.xlsx", &xlsx(&two, "<sst/>")).expect("read");
    assert_eq!(tables[0].rows.len(), 1);
    let wide = data(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>姓名</v></c><c r=\"XFD1\" t=\"str\"><v>x</v></c></row>",
    );
    assert_eq!(limit(&xlsx(&wide, "<sst/>")), "limit_columns");
}

#[test]
fn lines_that_only_reach_far_are_counted_as_wide_as_they_reach() {
    let far: String = (1..=6000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"ALL{row}\" t=\"str\"><v>x</v></c></row>"))
        .collect();
    assert_eq!(limit(&xlsx(&data(&far), "<sst/>")), "limit_cells");
}

#[test]
fn a_count_of_texts_that_is_a_lie_makes_no_room() {
    let sheet = data("<row><c t=\"s\"><v>0</v></c></row>");
    for count in [
        "uniqueCount=\"99999999999\"",
        "uniqueCount \n = '1152921504606846976'",
    ] {
        let strings = format!("<sst {count} count=\"1\"><si><t>姓名</t></si></sst>");
        assert_eq!(limit(&xlsx(&sheet, &strings)), "limit_cells");
    }
    let none = xlsx(
        &data("<row><c><v>1</v></c></row>"),
        "<sst uniqueCount=\"0\"/>",
    );
    assert!(tables("a.xlsx", &none).is_ok());
    // Where the chunks of 64 kB part.
    for place in 65_536 - 40..65_536 {
        let padding = " ".repeat(place);
        let strings = format!("<sst{padding}uniqueCount=\"99999999999\"><si/></sst>");
        assert_eq!(limit(&xlsx(&sheet, &strings)), "limit_cells", "{place}");
    }
    let wide: Vec<u8> = "<sst uniqueCount=\"99999999999\"/>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let hidden = zip(&[("xl/sharedStrings.xml", &wide)]);
    let error = tables("x.xlsx", &hidden).err().expect("refused");
    assert_eq!(error.code, Code::ImportUnreadable);
}

#[test]
fn one_long_text_in_many_cells_is_refused() {
    let strings = format!(
        "<sst uniqueCount=\"1\" count=\"1\"><si><t>{}</t></si></sst>",
        "长".repeat(30_000)
    );
    let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(20_000);
    assert_eq!(limit(&xlsx(&data(&rows), &strings)), "limit_unpacked");
}

#[test]
fn entities_that_grow_stay_what_they_are() {
    let sheet = format!(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>{}",
        data("<row><c t=\"str\"><v>姓名&b;</v></c></row>")
    );
    match tables("x.xlsx", &xlsx(&sheet, "<sst/>")) {
        Ok(tables) => assert!(tables[0].columns[0].len() < 20),
        Err(error) => assert_eq!(error.code, Code::ImportUnreadable),
    }
}

#[test]
fn an_ods_that_repeats_a_cell_or_a_line_without_end_is_refused() {
    let cell = |attributes: &str| {
        format!("<table:table-cell {attributes}><text:p>x</text:p></table:table-cell>")
    };
    let many_columns = cell("table:number-columns-repeated=\"18446744073709551615\"");
    let table = |rows: &str| {
        ods(&format!(
            "<table:table table:name=\"a\">{rows}</table:table>"
        ))
    };
    let row = |cells: &str| table(&format!("<table:table-row>{cells}</table:table-row>"));
    assert_eq!(limit(&row(&many_columns)), "limit_columns");
    let line = format!(
        "<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>",
        cell("table:number-columns-repeated=\"1000\"")
    );
    assert_eq!(limit(&table(&line)), "limit_cells");
    let line = format!(
        "<table:table-row table:number-rows-repeated=\"18446744073709551615\">{}</table:table-row>",
        cell("")
    );
    assert_eq!(limit(&table(&line)), "limit_rows");
}
