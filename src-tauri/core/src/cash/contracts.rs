//! Contracts, invoices and receipts. All money of a contract is in its currency.

use super::rules::{self, Span};
use super::types::{Contract, Invoice, PlanItem, Quote, Receipt};
use super::views::{ContractInput, InvoiceInput, ReceiptInput};
use crate::kernel::text::filled;
use crate::kernel::{Act, Db, Error, Id, Read, Record, Result, WriteTx, Written};
use crate::pipeline::Deal;

/// Writes a signed contract down, or changes one. Its currency stays once money is planned in it.
pub fn save(db: &Db, input: ContractInput) -> Result<Written<Id>> {
    db.write(Act::new("contract_saved"), |tx| {
        let deal: Deal = tx.get(input.deal)?;
        tx.name_subject(deal.name);
        let mut contract = match input.id {
            Some(id) => tx.get(id)?,
            None => signed(tx.fresh_id(), input.deal),
        };
        let today = tx.today();
        let currency = rules::currency(&input.currency)?;
        if currency != contract.currency && has_money(tx, contract.id)? {
            rules::same_currency(&contract.currency, &currency)?;
        }
        contract.amount_minor = input.amount_minor.map(rules::above_zero).transpose()?;
        contract.currency = currency;
        if let Some(quote) = input.quote {
            let quote: Quote = tx.get(quote)?;
            if quote.deal != input.deal {
                return Err(Error::invalid("quote"));
            }
        }
        contract.quote = input.quote;
        contract.signed_on =
            rules::day(&input.signed_on, "signed_on", Span::past(today))?.to_string();
        let from = rules::day_if(input.from_on.as_deref(), "from_on", Span::any(today))?;
        let span = from.map_or(Span::any(today), |from| Span::since(from, today));
        let to = rules::day_if(input.to_on.as_deref(), "to_on", span)?;
        contract.from_on = from.map(|day| day.to_string());
        contract.to_on = to.map(|day| day.to_string());
        contract.file = filled(input.file.clone());
        contract.note = filled(input.note.clone());
        tx.put(&contract)?;
        Ok(contract.id)
    })
}

/// Moves a contract to the recycle bin, and with it its plan and what came in.
pub fn delete(db: &Db, id: Id) -> Result<Written<bool>> {
    db.write(Act::new("contract_deleted"), |tx| {
        name(tx, id)?;
        tx.delete::<Contract>(id)
    })
}

/// Writes an invoice down, or changes one.
pub fn save_invoice(db: &Db, input: InvoiceInput) -> Result<Written<Id>> {
    db.write(Act::new("invoice_saved"), |tx| {
        let contract = name(tx, input.contract)?;
        check_item(tx, &contract, input.item)?;
        let today = tx.today();
        let issued = rules::day(&input.issued_on, "issued_on", Span::any(today))?;
        let due = rules::day_if(
            input.due_on.as_deref(),
            "due_on",
            Span::since(issued, today),
        )?;
        let invoice = Invoice {
            n: 0,
            id: known::<Invoice>(tx, input.id)?,
            deleted_at: None,
            contract: contract.id,
            item: input.item,
            number: filled(input.number.clone()),
            issued_on: issued.to_string(),
            due_on: due.map(|day| day.to_string()),
            amount_minor: rules::amount(&input.amount, &contract.currency)?,
            currency: contract.currency.clone(),
            note: filled(input.note.clone()),
        };
        tx.put(&invoice)?;
        Ok(invoice.id)
    })
}

/// Moves an invoice to the recycle bin.
pub fn delete_invoice(db: &Db, id: Id) -> Result<Written<bool>> {
    db.write(Act::new("invoice_deleted"), |tx| {
        let invoice: Invoice = tx.get(id)?;
        name(tx, invoice.contract)?;
        tx.delete::<Invoice>(id)
    })
}

/// Writes down that money came in, or changes what was written.
pub fn save_receipt(db: &Db, input: ReceiptInput) -> Result<Written<Id>> {
    db.write(Act::new("receipt_saved"), |tx| {
        let contract = name(tx, input.contract)?;
        check_item(tx, &contract, input.item)?;
        let received = rules::day(&input.received_on, "received_on", Span::past(tx.today()))?;
        let receipt = Receipt {
            n: 0,
            id: known::<Receipt>(tx, input.id)?,
            deleted_at: None,
            contract: contract.id,
            item: input.item,
            received_on: received.to_string(),
            amount_minor: rules::amount(&input.amount, &contract.currency)?,
            currency: contract.currency.clone(),
            note: filled(input.note.clone()),
        };
        tx.put(&receipt)?;
        Ok(receipt.id)
    })
}

/// Moves a receipt to the recycle bin: its money counts as open again.
pub fn delete_receipt(db: &Db, id: Id) -> Result<Written<bool>> {
    db.write(Act::new("receipt_deleted"), |tx| {
        let receipt: Receipt = tx.get(id)?;
        name(tx, receipt.contract)?;
        tx.delete::<Receipt>(id)
    })
}

/// The contract; the action is named after its deal.
pub(super) fn name(tx: &mut WriteTx<'_>, contract: Id) -> Result<Contract> {
    let contract: Contract = tx.get(contract)?;
    let deal: Deal = tx.get(contract.deal)?;
    tx.name_subject(deal.name);
    Ok(contract)
}

/// The id of a row that is there, or a fresh one.
fn known<R: Record>(tx: &WriteTx<'_>, id: Option<Id>) -> Result<Id> {
    match id {
        Some(id) => tx.get::<R>(id).map(|row| row.id()),
        None => Ok(tx.fresh_id()),
    }
}

fn check_item(read: &Read<'_>, contract: &Contract, item: Option<Id>) -> Result<()> {
    match item {
        Some(item) if read.get::<PlanItem>(item)?.contract != contract.id => {
            Err(Error::invalid("plan_item"))
        }
        _ => Ok(()),
    }
}

/// Something is planned, billed or received in the contract's currency.
fn has_money(read: &Read<'_>, contract: Id) -> Result<bool> {
    read.value(
        "SELECT EXISTS (SELECT 1 FROM plan_items WHERE contract = ?1 AND deleted_at IS NULL)
             OR EXISTS (SELECT 1 FROM invoices WHERE contract = ?1 AND deleted_at IS NULL)
             OR EXISTS (SELECT 1 FROM receipts WHERE contract = ?1 AND deleted_at IS NULL)",
        [contract],
    )
}

fn signed(id: Id, deal: Id) -> Contract {
    Contract {
        n: 0,
        id,
        deleted_at: None,
        deal,
        quote: None,
        signed_on: String::new(),
        amount_minor: None,
        currency: String::new(),
        from_on: None,
        to_on: None,
        file: None,
        note: None,
        stay: false,
    }
}
