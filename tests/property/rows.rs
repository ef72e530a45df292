//! A saved row reads back the same, whatever stands in it.

use anyhow::Result;
use proptest::prelude::*;
use touchline_core::kernel::text::MAX_TEXT;
use touchline_core::kernel::{Act, Code};
use touchline_core::model;
use touchline_core::people::Person;
use touchline_tests::store::Store;

use crate::config;
use crate::values::{Chance, KINDS, row};

#[test]
fn every_noun_of_the_model_is_drawn() {
    let drawn: Vec<&str> = KINDS.iter().map(|kind| (kind.noun)().table).collect();
    for noun in model().nouns {
        assert!(
            drawn.contains(&noun.table),
            "give {} its line in tests/property/values.rs",
            noun.table
        );
    }
}

#[test]
fn a_saved_row_reads_back_the_same() {
    let store = Store::new().expect("a folder");
    let db = store.create().expect("a workspace");
    proptest!(config(200), |(kind in 0..KINDS.len(), seed: u64)| {
        let (written, read) = (KINDS[kind].there_and_back)(&db, &mut Chance::new(seed)).expect("written");
        prop_assert_eq!(written, read);
    });
    let check = db.check().expect("checked");
    assert_eq!(check.integrity, "ok");
    assert_eq!(check.stale_projections, Vec::<&str>::new());
}

#[test]
fn the_longest_text_is_kept_and_one_byte_more_is_refused_whole() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let mut chance = Chance::new(1);
    let mut person: Person = db.read(|read| row(read, &mut chance))?;
    person.note = Some("x".repeat(MAX_TEXT));
    db.write(Act::new("drawn"), |tx| tx.put(&person))?;
    let before = db.digest()?;

    person.name = "changed before the text that is too long".to_owned();
    person.note = Some("x".repeat(MAX_TEXT + 1));
    let refused = db.write(Act::new("drawn"), |tx| {
        // Even when the caller goes on after the refusal, none of the row was written.
        tx.put(&person)
            .map_or_else(|error| Ok(Some(error)), |_| Ok(None))
    })?;
    let refused = refused.value.expect("a refusal");
    assert_eq!(refused.code, Code::TextTooLong);
    assert_eq!(refused.params["field"], "note");
    assert_eq!(db.digest()?, before);
    Ok(())
}
