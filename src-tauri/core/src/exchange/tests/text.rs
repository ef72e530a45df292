//! Text in every encoding, with every separator, and more of it than an import takes.

use super::*;

#[test]
fn every_encoding_and_every_separator_shows_the_same_cells() {
    use encoding_rs::{BIG5, GB18030, GBK, WINDOWS_1252};
    let place = Place::new();
    let simplified = "姓名,手机,公司,备注\n张立群,13812342231,苏州佳明精密有限公司,一周内报价\n王敏,13900001111,无锡远山贸易,要一份合同\n";
    let traditional = "姓名,手機,公司,備註\n林佳怡,0912345678,台北數位科技股份有限公司,請於週五前回覆報價\n陳國華,0987654321,華東醫藥器械,老客戶介紹\n黃雅婷,0922333444,高雄港運物流,需要發票與合約\n";
    let western = "Name,Phone,Company,Note\nJürgen Müller,+49 40 1234,Süßwaren Köln GmbH,später\nRenée Lefèvre,+33 1 2345,Café Façade,à rappeler\n";
    let rare = simplified.replace("张立群", "张\u{20BB7}㐱");
    let wide = |text: &str, mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let units = mark.encode_utf16().chain(text.encode_utf16());
        units.flat_map(bytes).collect()
    };
    for sign in [',', ';', '\t', '|'] {
        let apart = |text: &str| text.replace(',', &sign.to_string());
        let mut files: Vec<(&str, String, Vec<u8>)> = Vec::new();
        for text in [simplified, traditional, western].map(apart) {
            files.push(("UTF-8", text.clone(), text.clone().into_bytes()));
            files.push((
                "UTF-8",
                text.clone(),
                format!("\u{FEFF}{text}").into_bytes(),
            ));
            for mark in ["", "\u{FEFF}"] {
                files.push((
                    "UTF-16LE",
                    text.clone(),
                    wide(&text, mark, u16::to_le_bytes),
                ));
                files.push((
                    "UTF-16BE",
                    text.clone(),
                    wide(&text, mark, u16::to_be_bytes),
                ));
            }
        }
        for (name, text, encoding) in [
            ("GBK", apart(simplified), GBK),
            ("gb18030", apart(&rare), GB18030),
            ("Big5", apart(traditional), BIG5),
            ("windows-1252", apart(western), WINDOWS_1252),
        ] {
            let bytes = encoding.encode(&text).0.into_owned();
            files.push((name, text, bytes));
        }
        for (name, text, bytes) in files {
            for end in ["\n", "\r\n"] {
                // Ends of lines as another machine writes them.
                let bytes = match (end, name.starts_with("UTF-16")) {
                    ("\r\n", false) => {
                        let ends = |byte: &u8| {
                            if *byte == b'\n' {
                                vec![b'\r', b'\n']
                            } else {
                                vec![*byte]
                            }
                        };
                        bytes.iter().flat_map(ends).collect()
                    }
                    _ => bytes.clone(),
                };
                let path = place.file("t.csv", bytes);
                let shown = preview(&place.db, &choices(&[path])).expect("a preview");
                let file = &shown.files[0];
                assert_eq!(file.told, Some(Told::Recognised), "{name} {sign}");
                assert_eq!(file.delimiter, sign.to_string(), "{name}");
                if name != "gb18030" {
                    assert_eq!(file.encoding, name, "{sign}");
                }
                let cells: Vec<&[String]> = file.sample.iter().map(|row| &row.cells[..]).collect();
                let wanted: Vec<Vec<&str>> = text
                    .lines()
                    .skip(1)
                    .map(|line| line.split(sign).collect())
                    .collect();
                assert_eq!(cells, wanted, "{name} {sign}");
            }
        }
    }
}

/// The word of the limit that a file breaks.
fn limit(place: &Place, path: PathBuf) -> String {
    let error = preview(&place.db, &choices(&[path])).expect_err("refused");
    assert_eq!(error.code, Code::ImportTooLarge, "{error}");
    error.params["field"].clone()
}

#[test]
fn a_file_that_is_too_long_is_refused_unread() {
    let place = Place::new();
    for (name, begins, megabytes) in [
        ("a.csv", &b"name,phone\n"[..], 257),
        ("a.vcf", b"BEGIN:VCARD\n", 257),
        ("a.ics", b"BEGIN:VCALENDAR\n", 257),
        ("a.xlsx", b"PK\x03\x04", 65),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 65),
    ] {
        let path = place.file(name, begins);
        let file = std::fs::OpenOptions::new().write(true).open(&path);
        // Nothing of it lies on the disk.
        let long = file.and_then(|file| file.set_len(megabytes * 1024 * 1024));
        long.expect("as long as that");
        assert_eq!(limit(&place, path), "limit_file", "{name}");
    }
}

#[test]
fn more_columns_lines_or_cells_than_a_table_has_are_refused() {
    let place = Place::new();
    let wide = format!("{}\n", vec!["a"; 1001].join(","));
    assert_eq!(limit(&place, place.file("w.csv", wide)), "limit_columns");
    let long = "a\n".repeat(1_048_577);
    assert_eq!(limit(&place, place.file("l.csv", long)), "limit_rows");
    let full = format!("{}\n", ",".repeat(999)).repeat(5_001);
    assert_eq!(limit(&place, place.file("f.csv", full)), "limit_cells");
}
