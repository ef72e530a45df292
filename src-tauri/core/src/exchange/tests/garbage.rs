//! Bytes that nobody meant to be a file: read or refused, never a panic, and never half of them written.

use std::path::Path;

use proptest::prelude::*;

use super::*;

/// What tests and fuzz targets begin with: a file of each format.
const SEEDS: [(&str, &[u8]); 3] = [
    (
        "contacts.vcf",
        include_bytes!("../../../../../tests/data/formats/contacts.vcf"),
    ),
    (
        "calendar.ics",
        include_bytes!("../../../../../tests/data/formats/calendar.ics"),
    ),
    (
        "customers.xls",
        include_bytes!("../../../../../tests/data/formats/customers.xls"),
    ),
];

fn tried(name: &str, bytes: Vec<u8>) {
    // An answer of either kind is one.
    let _ = inspect(&ImportChoice::of(name), bytes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn bytes_of_any_kind_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..2_000), head in 0..6usize) {
        let heads: [&[u8]; 6] = [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"BEGIN:VCARD\n", b"BEGIN:VCALENDAR\n", b"\xFF\xFE"];
        tried("x", [heads[head], &bytes].concat());
    }

    #[test]
    fn a_file_with_a_few_bytes_turned_does_no_harm(
        seed in 0..SEEDS.len(),
        turned in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        length in any::<prop::sample::Index>(),
    ) {
        let (name, whole) = SEEDS[seed];
        let mut bytes = whole.to_vec();
        for (at, byte) in turned {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        tried(name, bytes[..=length.index(bytes.len())].to_vec());
        tried(name, bytes);
    }
}

#[test]
fn an_import_of_garbage_leaves_the_workspace_as_it_was() {
    let place = Place::new();
    let (content, log) = (place.content(), place.log());
    let zeros = vec![0; 10_000];
    let noise: Vec<u8> = (0..50_000u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    for bytes in [
        &zeros[..],
        &noise,
        b"PK\x03\x04",
        b"\x7FELF",
        b"%PDF-1.7\n%\xE2\xE3",
    ] {
        for name in ["a.csv", "a.xlsx", "a.vcf", "a.ics", "a"] {
            let path = place.file(name, bytes);
            let done = import(&place.db, &[ImportChoice::of(path)], &mut |_| (), &|| false);
            assert!(done.is_err(), "{name}");
        }
    }
    assert_eq!((place.content(), place.log()), (content, log));
}

/// What fuzzing found, each with the fix that it needed.
#[test]
fn what_once_did_harm_does_none() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/formats/crashes");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files {
        let bytes = std::fs::read(file.path()).expect("read");
        tried(&file.file_name().to_string_lossy(), bytes);
    }
}
