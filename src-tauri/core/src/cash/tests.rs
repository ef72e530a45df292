//! From quote to cash: what is kept, what is refused, what is suggested, what is still open.

use super::receivables::{Age, Receivables, ReceivablesBy, ReceivablesInput};
use super::*;
use crate::kernel::money::Money;
use crate::kernel::{Code, Db, Error, Id, Result};
use crate::pipeline::{self, DealInput, default_stage};
use crate::testing::workspace;

fn deal(db: &Db, name: &str) -> Id {
    let input = DealInput {
        id: None,
        name: name.to_owned(),
        organization: Some(format!("{name} Ltd")),
        person: None,
        stage: None,
        product: None,
        amount: None,
        note: None,
    };
    pipeline::save(db, input).expect("a deal").id
}

fn line(title: &str, quantity_milli: i64, unit_minor: i64, discount_bp: i64) -> QuoteLineInput {
    QuoteLineInput {
        id: None,
        product: None,
        title: title.to_owned(),
        quantity_milli,
        unit_minor,
        discount_bp,
    }
}

fn quote(deal: Id, lines: Vec<QuoteLineInput>) -> QuoteInput {
    QuoteInput {
        id: None,
        deal,
        currency: "CNY".to_owned(),
        valid_until: Some("2026-12-21".to_owned()),
        note: None,
        lines,
    }
}

fn contract(deal: Id, amount_minor: Option<i64>) -> ContractInput {
    ContractInput {
        id: None,
        deal,
        quote: None,
        signed_on: "2026-11-20".to_owned(),
        amount_minor,
        currency: "cny".to_owned(),
        from_on: None,
        to_on: None,
        file: None,
        note: None,
    }
}

fn receipt(contract: Id, minor: i64, currency: &str) -> ReceiptInput {
    ReceiptInput {
        id: None,
        contract,
        item: None,
        received_on: "2026-11-21".to_owned(),
        amount: money(minor, currency),
        note: None,
    }
}

fn money(minor: i64, currency: &str) -> Money {
    Money {
        minor,
        currency: currency.to_owned(),
    }
}

fn record(db: &Db, deal: Id) -> CashRecord {
    db.read(|read| of_deal(read, deal)).expect("a record")
}

fn owed(db: &Db, by: ReceivablesBy) -> Receivables {
    let input = ReceivablesInput { by, limit: 10 };
    db.read(|read| receivables::list(read, &input))
        .expect("receivables")
}

fn refused<T>(done: Result<T>) -> Error {
    done.err().expect("a refusal")
}

#[test]
fn a_quote_adds_up_its_lines_and_is_fixed_once_it_has_gone_out() -> Result<()> {
    let (_root, db) = workspace();
    let deal = deal(&db, "Aurora");
    let lines = vec![
        line("Press", 1000, 8_600_000, 500),
        line("Training, days", 1500, 300_001, 0),
    ];
    let id = save_quote(&db, quote(deal, lines))?.value;
    let found = &record(&db, deal).quotes[0];
    assert_eq!(found.total, Some(money(8_170_000 + 450_002, "CNY")));
    assert_eq!(found.list, Some(money(8_600_000 + 450_002, "CNY")));
    assert_eq!(
        (found.version, found.latest, found.expired),
        (1, true, false)
    );
    assert_eq!(
        record(&db, deal).suggestion,
        None,
        "a draft suggests nothing"
    );

    // The second line goes, the first keeps its identity.
    let kept = found.lines[0].id;
    let mut input = quote(deal, vec![line("Press", 2000, 8_600_000, 0)]);
    input.id = Some(id);
    input.lines[0].id = Some(kept);
    save_quote(&db, input.clone())?;
    let lines = &record(&db, deal).quotes[0].lines;
    assert_eq!((lines.len(), lines[0].id), (1, kept));

    send_quote(&db, id)?;
    let again = refused(save_quote(&db, input));
    assert_eq!(again.code, Code::QuoteFixed);
    let next = revise_quote(&db, id)?.value;
    let found = record(&db, deal).quotes;
    assert_eq!(
        (found[0].id, found[0].version, found[0].latest),
        (next, 2, true)
    );
    assert_eq!(
        (found[0].state, found[0].lines.len()),
        (QuoteState::Draft, 1)
    );
    assert_eq!((found[1].id, found[1].latest), (id, false));
    assert_eq!(found[0].number, found[1].number);
    answer_quote(&db, id, true)?;
    assert_eq!(record(&db, deal).quotes[1].state, QuoteState::Accepted);
    Ok(())
}

#[test]
fn what_cannot_be_meant_is_refused_and_nothing_is_written() {
    let (_root, db) = workspace();
    let deal = deal(&db, "Aurora");
    let before = db.digest().expect("a digest").content;
    for (line, code) in [
        (line("x", 1000, 100, -1), Code::DiscountUnfit),
        (line("x", 1000, 100, 10_001), Code::DiscountUnfit),
        (line("x", -1000, 100, 0), Code::QuantityUnfit),
        (line("x", 0, 100, 0), Code::QuantityUnfit),
        (line("x", 1000, -1, 0), Code::FieldInvalid),
        (line(" ", 1000, 1, 0), Code::FieldInvalid),
        (line("x", i64::MAX, i64::MAX, 0), Code::AmountTooLarge),
        (line("x", 1000, i64::MAX, 0), Code::AmountTooLarge),
    ] {
        let error = refused(save_quote(&db, quote(deal, vec![line.clone()])));
        assert_eq!(error.code, code, "{line:?}");
    }
    let most = line("x", 1000, sums::MOST, 0);
    let two = refused(save_quote(&db, quote(deal, vec![most.clone(), most])));
    assert_eq!(two.code, Code::AmountTooLarge);
    let old = QuoteInput {
        valid_until: Some("1899-01-01".to_owned()),
        ..quote(deal, vec![line("x", 1000, 1, 0)])
    };
    let old = refused(save_quote(&db, old));
    assert_eq!(
        (old.code, old.params["value"].as_str()),
        (Code::DayOutOfRange, "1899-01-01")
    );
    for signed_on in ["0001-01-01", "1989-12-31", "2026-11-22"] {
        let input = ContractInput {
            signed_on: signed_on.to_owned(),
            ..contract(deal, Some(1))
        };
        let error = refused(save_contract(&db, input));
        assert_eq!(error.code, Code::DayOutOfRange, "{signed_on}");
    }
    let backwards = ContractInput {
        from_on: Some("2027-01-01".to_owned()),
        to_on: Some("2026-12-31".to_owned()),
        ..contract(deal, Some(1))
    };
    assert_eq!(
        refused(save_contract(&db, backwards)).params["field"],
        "to_on"
    );
    for amount in [0, -1] {
        let error = refused(save_contract(&db, contract(deal, Some(amount))));
        assert_eq!(error.code, Code::AmountUnfit);
    }
    assert_eq!(db.digest().expect("a digest").content, before);
}

#[test]
fn one_plan_has_one_currency() -> Result<()> {
    let (_root, db) = workspace();
    let deal = deal(&db, "Aurora");
    let id = save_contract(&db, contract(deal, Some(10_000)))?.value;
    let part = |currency: &str| PlanItemInput {
        id: None,
        title: None,
        share_bp: None,
        amount: Some(money(100, currency)),
        due_on: None,
        pay_after: None,
    };
    let mixed = PlanInput {
        contract: id,
        items: vec![part("CNY"), part("USD")],
    };
    let error = refused(save_plan(&db, mixed));
    assert_eq!(error.code, Code::CurrencyMixed);
    assert_eq!(
        (
            error.params["expected"].as_str(),
            error.params["given"].as_str()
        ),
        ("CNY", "USD")
    );
    assert!(
        record(&db, deal).contracts[0].items.is_empty(),
        "nothing half done"
    );
    assert_eq!(
        refused(save_receipt(&db, receipt(id, 5, "USD"))).code,
        Code::CurrencyMixed
    );

    // Free to change while nothing is planned, not afterwards.
    let dollars = ContractInput {
        id: Some(id),
        currency: "USD".to_owned(),
        ..contract(deal, Some(10_000))
    };
    save_contract(&db, dollars)?;
    save_receipt(&db, receipt(id, 5, "USD"))?;
    let yuan = ContractInput {
        id: Some(id),
        ..contract(deal, Some(10_000))
    };
    assert_eq!(refused(save_contract(&db, yuan)).code, Code::CurrencyMixed);
    Ok(())
}

#[test]
fn thirty_sixty_ten_is_paid_part_by_part_and_every_step_can_be_undone() -> Result<()> {
    let (_root, db) = workspace();
    let deal = deal(&db, "Aurora");
    let id = save_contract(&db, contract(deal, Some(8_600_001)))?.value;
    lay_plan(&db, id, PlanTemplate::ThirtySixtyTen)?;
    let planned = &record(&db, deal).contracts[0];
    let parts: Vec<_> = planned
        .items
        .iter()
        .map(|item| item.amount.clone().map(|sum| sum.minor))
        .collect();
    assert_eq!(parts, [Some(2_580_000), Some(5_160_001), Some(860_000)]);
    assert_eq!(planned.unplanned, Some(money(0, "CNY")));
    // The first is due since the day of signing, the others wait without a day.
    assert_eq!(
        (planned.items[0].state, planned.items[0].days_late),
        (PlanState::Overdue, Some(1))
    );
    assert_eq!(
        (planned.items[1].state, planned.items[1].days_late),
        (PlanState::Open, None)
    );

    let all = owed(&db, ReceivablesBy::Deal);
    assert_eq!(
        (all.count, all.unknown, all.sum),
        (3, 0, vec![money(8_600_001, "CNY")])
    );
    let at = |all: &Receivables, age: Age| all.ages[age as usize].sum.clone();
    let all = owed(&db, ReceivablesBy::Organization);
    assert_eq!(at(&all, Age::To30), [money(2_580_000, "CNY")]);
    assert_eq!(at(&all, Age::Undated), [money(6_020_001, "CNY")]);
    assert_eq!(all.rows[0].name.as_deref(), Some("Aurora Ltd"));

    let before = db.digest()?.content;
    // A little more than the first part: the rest counts for the second.
    save_receipt(&db, receipt(id, 2_580_001, "CNY"))?;
    let paid = &record(&db, deal).contracts[0];
    assert_eq!(paid.items[0].state, PlanState::Paid);
    assert_eq!(paid.items[1].open, Some(money(5_160_000, "CNY")));
    assert_eq!(
        (paid.open.minor, paid.received.minor, paid.over.minor),
        (6_020_000, 2_580_001, 0)
    );
    assert_eq!(owed(&db, ReceivablesBy::Deal).count, 2);
    db.undo(None)?;
    assert_eq!(db.digest()?.content, before);
    assert_eq!(owed(&db, ReceivablesBy::Deal).count, 3);

    // An invoice gives the second part its day.
    let second = record(&db, deal).contracts[0].items[1].id;
    save_invoice(
        &db,
        InvoiceInput {
            id: None,
            contract: id,
            item: Some(second),
            number: Some("2026-118".to_owned()),
            issued_on: "2026-10-01".to_owned(),
            due_on: Some("2026-10-15".to_owned()),
            amount: money(5_160_001, "CNY"),
            note: None,
        },
    )?;
    assert_eq!(
        at(&owed(&db, ReceivablesBy::Deal), Age::To60),
        [money(5_160_001, "CNY")]
    );
    let due = db.read(today::today)?;
    assert_eq!(
        due.due.iter().map(|one| one.days_late).collect::<Vec<_>>(),
        [37, 1]
    );

    save_receipt(&db, receipt(id, 8_600_002, "CNY"))?;
    let paid = &record(&db, deal).contracts[0];
    assert!(paid.items.iter().all(|item| item.state == PlanState::Paid));
    assert_eq!((paid.open.minor, paid.over.minor), (0, 1));
    assert_eq!(owed(&db, ReceivablesBy::Deal).count, 0);
    Ok(())
}

#[test]
fn a_plan_of_a_contract_without_an_amount_is_unknown_and_said_to_be() -> Result<()> {
    let (_root, db) = workspace();
    let deal = deal(&db, "Aurora");
    let id = save_contract(&db, contract(deal, None))?.value;
    lay_plan(&db, id, PlanTemplate::Halves)?;
    save_receipt(&db, receipt(id, 700, "CNY"))?;
    let found = &record(&db, deal).contracts[0];
    assert_eq!(
        (found.unknown, found.unplanned.clone(), found.over.minor),
        (2, None, 700)
    );
    let all = owed(&db, ReceivablesBy::Deal);
    assert_eq!((all.count, all.unknown, all.sum.len()), (2, 2, 0));
    let shares = |share: i64| PlanItemInput {
        id: None,
        title: None,
        share_bp: Some(share),
        amount: None,
        due_on: None,
        pay_after: None,
    };
    let over = PlanInput {
        contract: id,
        items: vec![shares(6000), shares(4001)],
    };
    let error = refused(save_plan(&db, over));
    assert_eq!(
        (error.code, error.params["sum"].as_str()),
        (Code::SharesOver, "100.01")
    );
    Ok(())
}

#[test]
fn sending_and_signing_suggest_a_stage_and_move_nothing() -> Result<()> {
    let (_root, db) = workspace();
    let deal = deal(&db, "Aurora");
    let id = save_quote(&db, quote(deal, vec![line("Press", 1000, 100, 0)]))?.value;
    send_quote(&db, id)?;
    let stage = db.read(|read| Ok(pipeline::glance_of(read, deal)?.stage_id))?;
    assert_eq!(stage, Some(default_stage("new")));
    let said = record(&db, deal).suggestion.expect("a suggestion");
    assert_eq!(
        (said.source, said.by, said.stage_id),
        (id, SuggestedBy::Quote, default_stage("quoted"))
    );
    stay(&db, id)?;
    assert_eq!(record(&db, deal).suggestion, None);
    db.undo(None)?;
    assert!(
        record(&db, deal).suggestion.is_some(),
        "dismissing can be undone"
    );

    let signed = save_contract(&db, contract(deal, Some(100)))?.value;
    let said = record(&db, deal).suggestion.expect("a suggestion");
    assert_eq!(
        (said.source, said.by, said.stage_id),
        (signed, SuggestedBy::Contract, default_stage("won"))
    );
    pipeline::move_to(&db, deal, &said.stage_id.to_string(), None)?;
    assert_eq!(record(&db, deal).suggestion, None, "it stands there now");
    Ok(())
}

#[test]
fn a_contract_that_ends_soon_is_told_of_until_a_later_one_carries_it_on() -> Result<()> {
    let (_root, db) = workspace();
    let deal = deal(&db, "Aurora");
    let year = |from: &str, to: &str| ContractInput {
        from_on: Some(from.to_owned()),
        to_on: Some(to.to_owned()),
        ..contract(deal, Some(100))
    };
    save_contract(&db, year("2026-01-01", "2026-12-31"))?;
    let ending = db.read(today::today)?.ending;
    assert_eq!((ending.len(), ending[0].days_late), (1, -40));
    save_contract(&db, year("2027-01-01", "2027-12-31"))?;
    assert!(db.read(today::today)?.ending.is_empty());
    Ok(())
}

#[test]
fn what_is_open_is_the_same_after_a_rebuild_and_goes_with_its_contract() -> Result<()> {
    let (_root, db) = workspace();
    let deal = deal(&db, "Aurora");
    let id = save_contract(&db, contract(deal, Some(1000)))?.value;
    lay_plan(&db, id, PlanTemplate::Halves)?;
    save_receipt(&db, receipt(id, 400, "CNY"))?;
    delete_contract(&db, id)?;
    assert_eq!(owed(&db, ReceivablesBy::Deal).count, 0);
    assert!(record(&db, deal).contracts.is_empty());
    db.undo(None)?;
    assert_eq!(owed(&db, ReceivablesBy::Deal).sum, [money(600, "CNY")]);
    let before = owed(&db, ReceivablesBy::Deal).rows.len();
    db.rebuild()?;
    assert_eq!(owed(&db, ReceivablesBy::Deal).rows.len(), before);
    assert_eq!(owed(&db, ReceivablesBy::Deal).sum, [money(600, "CNY")]);
    Ok(())
}
