//! Cards as phones and programs write them, one property at a time.

use super::*;

fn cards(text: &str) -> Lines {
    read(text, &mut Budget::of("a.vcf", text.len() as u64)).expect("read")
}

/// The cells of the only card, by column.
fn one(body: &str) -> HashMap<String, String> {
    let cards = cards(&format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\n{body}\r\nEND:VCARD\r\n"
    ));
    assert_eq!(cards.rows.len(), 1);
    let cells = cards.rows[0].iter().map(str::to_owned);
    cards.columns.into_iter().zip(cells).collect()
}

fn name(body: &str) -> String {
    one(body).remove("name").unwrap_or_default()
}

#[test]
fn a_card_becomes_the_columns_that_lists_of_contacts_know() {
    let said = one(
        "N:Miller;Anna;Maria;Dr.;\r\nFN:Anna Miller\r\nORG:Nordwind GmbH;Einkauf;Nord\r\nTITLE:Head of\r\n  Buying\r\n\
         item1.TEL;type=CELL:+49 170 1234567\r\nitem1.X-ABLabel:Assistentin\r\nTEL;TYPE=\"work,voice\";VALUE=uri:tel:+49-40-1234\r\n\
         TEL;TYPE=FAX:+49 40 999\r\nEMAIL;TYPE=INTERNET:anna@nordwind.example\r\nEMAIL:MAILTO:a.miller@post.example\r\n\
         BDAY;VALUE=date:--0307\r\nADR;TYPE=WORK:;;Hafenstr. 8;Hamburg;;20457;Germany\r\nCATEGORIES:VIP,Messe 2024\r\n\
         NOTE:likes tea\\, no calls\\nbefore 9\r\nURL:https://nordwind.example\r\nUID:urn:uuid:4fbe8971\r\nX-QQ:10001\r\nX-SPOUSE:Jon",
    );
    for (column, text) in [
        ("name", "Anna Miller"),
        ("organization", "Nordwind GmbH"),
        ("department", "Einkauf / Nord"),
        ("title", "Head of Buying"),
        ("phone", "+49 170 1234567 ::: +49-40-1234"),
        ("label", "Assistentin: +49 170 1234567"),
        ("fax", "+49 40 999"),
        ("email", "anna@nordwind.example ::: a.miller@post.example"),
        ("birthday", "--03-07"),
        ("city", "Hamburg"),
        ("address", "Hafenstr. 8 Hamburg 20457 Germany"),
        ("tags", "VIP ::: Messe 2024"),
        ("note", "likes tea, no calls\nbefore 9"),
        ("URL", "https://nordwind.example"),
        ("UID", "4fbe8971"),
        ("QQ", "10001"),
        ("X-SPOUSE", "Jon"),
    ] {
        assert_eq!(said.get(column).map(String::as_str), Some(text), "{column}");
    }
    assert!(!said.contains_key("VERSION"));
}

#[test]
fn a_chinese_name_has_no_blank_whatever_a_phone_wrote() {
    assert_eq!(name("N:张;立群;;;\nFN:立群 张"), "张立群");
    assert_eq!(name("N:张;立群;;;\nFN:张 立群"), "张立群");
    assert_eq!(name("N:张;立群;;;"), "张立群");
    assert_eq!(name("N:;张立群;;;\nFN:张立群（采购）"), "张立群（采购）");
    assert_eq!(name("N:Miller;Anna;;;"), "Anna Miller");
    assert_eq!(name("FN:Anna Miller"), "Anna Miller");
}

#[test]
fn old_cards_read_in_the_encodings_that_phones_wrote() {
    let said = one(
        "N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D5=C5;=C1=A2=C8=BA;;;\r\nORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=98=9F=\r\n=E6=B2=B3\r\n\
         TEL;CELL;PREF:13800138000\r\nADR;WORK;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=E4=B8=AD=E5=B1=B1=E8=B7=AF;=E4=B8=8A=E6=B5=B7=E5=B8=82;;200000;=E4=B8=AD=E5=9B=BD",
    );
    assert_eq!(said["name"], "张立群");
    assert_eq!(said["organization"], "星河");
    assert_eq!(
        (said["phone"].as_str(), said["city"].as_str()),
        ("13800138000", "上海")
    );
    assert_eq!(said["address"], "中国 200000 上海市 中山路");
}

#[test]
fn accounts_are_told_by_their_service() {
    for line in [
        "X-WECHAT:zhang_san",
        "IMPP;X-SERVICE-TYPE=WeChat:x-apple:zhang_san",
        "IMPP:weixin:zhang_san",
        "X-SOCIALPROFILE;type=wechat:x-apple:zhang_san",
    ] {
        assert_eq!(
            one(&format!("FN:张三\n{line}"))["wechat"],
            "zhang_san",
            "{line}"
        );
    }
    assert_eq!(one("FN:张三\nIMPP:qq:10001")["QQ"], "10001");
    assert_eq!(
        one("FN:张三\nIMPP:sip:z@x.example")["IMPP"],
        "sip:z@x.example"
    );
}

#[test]
fn a_card_of_a_firm_names_nobody() {
    let said = one("FN:Nordwind GmbH\nX-ABShowAs:COMPANY\nTEL:+49 40 1234");
    assert_eq!(said["organization"], "Nordwind GmbH");
    assert!(!said.contains_key("name"));
}

#[test]
fn pictures_are_left_out_and_counted_and_a_card_that_is_cut_off_fails_alone() {
    let text = "BEGIN:VCARD\nFN:One\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRg==\nLOGO:http://x.example/l.png\nEND:VCARD\n\
        BEGIN:VCARD\nFN:Two\nTEL:1\n\
        begin:vcard\nFN:Three\nTEL:13800138000\nend:vcard\n\
        BEGIN:VCARD\nFN:Four";
    let cards = cards(text);
    assert_eq!(cards.columns, ["card", "name", "phone"]);
    let rows: Vec<Vec<&str>> = cards.rows.iter().map(|row| row.iter().collect()).collect();
    assert_eq!(
        rows,
        [
            vec!["", "One", ""],
            vec!["FN:Two\nTEL:1"],
            vec!["", "Three", "13800138000"],
            vec!["FN:Four"],
        ]
    );
    assert_eq!(cards.notes[0].code, "photos_skipped");
    assert_eq!(cards.notes[0].params["rows"], "2");
}

#[test]
fn a_text_is_a_file_of_cards_by_its_first_line() {
    assert!(fits("\u{FEFF}\r\nbegin:vcard\r\n"));
    assert!(!fits("BEGIN:VCALENDAR"));
    assert!(!fits("name,BEGIN:VCARD"));
    assert!(!fits("名名名名名名名"));
}
