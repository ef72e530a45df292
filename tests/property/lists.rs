//! Paging gives every row once, in order, in both directions, with empty values and ties; a filter finds what was
//! typed, whatever it looks like.

use anyhow::Result;
use proptest::prelude::*;
use touchline_core::kernel::list::{self, Offer, PageInput};
use touchline_core::kernel::{Act, Db, Record};
use touchline_core::organizations::{self, Organization};
use touchline_core::team::{self, Member, Role};
use touchline_tests::store::Store;

use crate::config;

const OFFER: Offer = Offer::sorts(&[("employees", "employees"), ("name", "sort_key")]);

fn filled(employees: &[Option<i64>]) -> Result<(Store, Db)> {
    let store = Store::new()?;
    let db = store.create()?;
    db.write(Act::new("rows_put"), |tx| {
        for (at, count) in employees.iter().enumerate() {
            // Names tie as well: three rows share one.
            let name = format!("企业{}", at / 3);
            let mut organization = organizations::named(tx.fresh_id(), &name);
            organization.employees = *count;
            tx.put(&organization)?;
        }
        Ok(())
    })?;
    Ok((store, db))
}

/// All pages of a list, one after the other.
fn paged(db: &Db, sort: &str, desc: bool, limit: u32) -> Result<Vec<i64>> {
    let mut input = PageInput::first(sort, desc, limit);
    let mut rows = Vec::new();
    loop {
        let page = db.read(|read| list::page(read, Organization::noun(), &OFFER, &input))?;
        assert!(page.rows.len() <= limit as usize);
        rows.extend(page.rows);
        match page.next {
            Some(next) => input.after = Some(next),
            None => {
                assert_eq!(page.total, i64::try_from(rows.len())?);
                return Ok(rows);
            }
        }
    }
}

/// The same order by the book: valued rows by value and number, then the valueless by number.
fn ordered(db: &Db, column: &str, desc: bool) -> Result<Vec<i64>> {
    let way = if desc { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT n FROM organizations WHERE deleted_at IS NULL
         ORDER BY {column} IS NULL, {column} {way}, CASE WHEN {column} IS NULL THEN n END, n {way}"
    );
    Ok(db.read(|read| read.all(&sql, [], |row| row.get(0)))?)
}

fn count() -> impl Strategy<Value = Option<i64>> {
    prop_oneof![
        2 => Just(None),
        4 => (0..4i64).prop_map(Some),
        1 => any::<i64>().prop_map(Some),
        1 => prop::sample::select(vec![i64::MIN, i64::MAX]).prop_map(Some),
    ]
}

#[test]
fn paging_gives_every_row_once_and_in_order() {
    let cases = (prop::collection::vec(count(), 0..40), 1..12u32);
    proptest!(config(24), |((employees, limit) in cases)| {
        let (_store, db) = filled(&employees).expect("filled");
        for (sort, column) in OFFER.sorts {
            for desc in [false, true] {
                let pages = paged(&db, sort, desc, limit).expect("paged");
                prop_assert_eq!(pages, ordered(&db, column, desc).expect("ordered"));
            }
        }
    });
}

#[test]
fn a_cursor_that_is_none_of_ours_is_refused() -> Result<()> {
    let (_store, db) = filled(&[Some(1), None])?;
    for after in ["", "nonsense", "[]", "[1]", "[{},1]", "[[],1]", "[1,\"x\"]"] {
        let mut input = PageInput::first("employees", false, 10);
        input.after = Some(after.to_owned());
        let page = db.read(|read| list::page(read, Organization::noun(), &OFFER, &input));
        assert!(page.is_err(), "{after:?} was taken");
    }
    Ok(())
}

#[test]
fn a_filter_finds_text_that_looks_like_a_number_or_a_yes() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let regions = ["007", "7", "+7", "true", "false", "0", "1"];
    db.write(Act::new("rows_put"), |tx| {
        for region in regions {
            let mut member = team::member(tx.fresh_id(), region, Role::Sales);
            member.region = Some(region.to_owned());
            member.active = region != "0";
            tx.put(&member)?;
        }
        Ok(())
    })?;
    let found = |filter: &str| {
        let mut input = PageInput::first("name", false, 10);
        input.filters = vec![filter.to_owned()];
        let page = db.read(|read| {
            list::page(
                read,
                Member::noun(),
                &Offer::sorts(&[("name", "name")]),
                &input,
            )
        })?;
        anyhow::Ok(page.rows.len())
    };
    for region in regions {
        assert_eq!(found(&format!("region={region}"))?, 1, "{region}");
    }
    assert_eq!(found("active=true")?, 6);
    assert_eq!(found("active=false")?, 1);
    assert_eq!(found("active=1")?, 6);
    assert_eq!(found("region=")?, 0);
    Ok(())
}
