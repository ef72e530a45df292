//! Address books as phones and programs write them.

use super::*;
use crate::organizations::Organization;
use crate::people::{Identifier, IdentifierKind, Person};

const BOOK: &str = include_str!("../../../../../tests/data/formats/contacts.vcf");

#[test]
fn an_address_book_becomes_people_with_all_that_their_cards_say() {
    let place = Place::new();
    let result = place.import(&[place.file("通讯录.vcf", BOOK)]);
    let file = &result.files[0];
    assert_eq!(
        (file.format.as_str(), file.encoding.as_str()),
        ("vCard", "UTF-8")
    );
    assert_eq!(file.delimiter, "");
    assert_eq!((result.counts.created, result.counts.failed), (5, 1));
    assert_eq!(note(file, "photos_skipped").expect("a note")["rows"], "1");
    let names: Vec<String> = place
        .live::<Person>()
        .into_iter()
        .map(|row| row.name)
        .collect();
    assert_eq!(
        names,
        ["张立群", "Anna Miller", "王小明", "云帆贸易", "O'Neil"]
    );
    let firms: Vec<String> = place
        .live::<Organization>()
        .into_iter()
        .map(|row| row.name)
        .collect();
    assert_eq!(firms, ["北京星河科技有限公司", "Nordwind GmbH", "云帆贸易"]);
    let ways = place.live::<Identifier>();
    let of = |kind| {
        ways.iter()
            .filter(|row| row.kind == kind)
            .map(|row| row.value.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        of(IdentifierKind::Phone),
        [
            "+8613800138000",
            "+491701234567",
            "+49401234",
            "+8613900139000",
            "01055500123",
            "+12125550100"
        ]
    );
    assert_eq!(of(IdentifierKind::Wechat), ["zhang_lq"]);
    let people = place.live::<Person>();
    assert_eq!(people[0].birthday_md.as_deref(), Some("03-07"));
    assert_eq!(people[1].city.as_deref(), Some("Hamburg"));
    place.sound();

    let before = place.content();
    let again = place.import(&[place.file("again.vcf", BOOK)]);
    assert_eq!((again.counts.unchanged, again.counts.failed), (5, 1));
    assert_eq!(place.content(), before);
}

#[test]
fn a_card_that_is_cut_off_stands_in_the_failures_file_with_all_it_says() {
    let place = Place::new();
    let result = place.import(&[place.file("a.vcf", BOOK)]);
    let rows = failures(result.failures_file.as_deref().expect("a failures file"));
    assert_eq!(rows[0][0], "card");
    assert_eq!(rows.len(), 2);
    assert!(
        rows[1][0].starts_with("VERSION:3.0\nFN:Cut Off"),
        "{:?}",
        rows[1]
    );
}

#[test]
fn a_book_of_an_old_phone_reads_in_its_own_encoding() {
    let place = Place::new();
    let (gbk, _, _) = encoding_rs::GBK.encode("BEGIN:VCARD\r\nVERSION:2.1\r\nN:张;立群\r\nORG:北京星河科技有限公司\r\nTEL;CELL:13800138000\r\nEND:VCARD\r\n");
    let result = place.import(&[place.file("old.vcf", gbk)]);
    assert_eq!(result.files[0].encoding, "GBK");
    assert_eq!(place.live::<Person>()[0].name, "张立群");
}

#[test]
fn thousands_of_cards_come_in() {
    let place = Place::new();
    let cards: String = (0..3_000)
        .map(|n| format!("BEGIN:VCARD\nVERSION:3.0\nFN:Person {n}\nTEL:+49170{n:07}\nEND:VCARD\n"))
        .collect();
    let result = place.import(&[place.file("many.vcf", cards)]);
    assert_eq!(result.counts.created, 3_000);
    assert_eq!(place.count("identifiers"), 3_000);
}
