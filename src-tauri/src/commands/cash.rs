//! Quotes, contracts, plans, invoices, receipts, and what is still open.

use touchline_core::cash::receivables::{self, Receivables, ReceivablesInput};
use touchline_core::cash::today::{self, CashToday};
use touchline_core::cash::{
    self, CashRecord, ContractInput, InvoiceInput, PlanInput, PlanTemplate, QuoteInput,
    QuoteLineInput, QuoteSum, ReceiptInput,
};
use touchline_core::kernel::Id;

use super::{App, Committed, Saved};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn cash_get(app: App<'_>, deal: Id) -> IpcResult<CashRecord> {
    app.read(move |read| cash::of_deal(read, deal)).await
}

/// The deal stays where it is for this quote or contract.
#[tauri::command]
#[specta::specta]
pub async fn cash_stay(app: App<'_>, source: Id) -> IpcResult<Committed> {
    app.with(move |db| cash::stay(db, source))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn quotes_save(app: App<'_>, input: QuoteInput) -> IpcResult<Saved> {
    app.with(move |db| cash::save_quote(db, input))
        .await
        .map(Saved::of)
}

/// What lines come to while they are typed.
#[tauri::command]
#[specta::specta]
pub async fn quotes_sum(lines: Vec<QuoteLineInput>) -> IpcResult<QuoteSum> {
    Ok(cash::sum_of(&lines))
}

#[tauri::command]
#[specta::specta]
pub async fn quotes_send(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| cash::send_quote(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn quotes_answer(app: App<'_>, id: Id, accepted: bool) -> IpcResult<Committed> {
    app.with(move |db| cash::answer_quote(db, id, accepted))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn quotes_revise(app: App<'_>, id: Id) -> IpcResult<Saved> {
    app.with(move |db| cash::revise_quote(db, id))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn quotes_delete(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| cash::delete_quote(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn contracts_save(app: App<'_>, input: ContractInput) -> IpcResult<Saved> {
    app.with(move |db| cash::save_contract(db, input))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn contracts_delete(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| cash::delete_contract(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn plans_save(app: App<'_>, input: PlanInput) -> IpcResult<Committed> {
    app.with(move |db| cash::save_plan(db, input))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn plans_lay(app: App<'_>, contract: Id, template: PlanTemplate) -> IpcResult<Committed> {
    app.with(move |db| cash::lay_plan(db, contract, template))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn invoices_save(app: App<'_>, input: InvoiceInput) -> IpcResult<Saved> {
    app.with(move |db| cash::save_invoice(db, input))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn invoices_delete(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| cash::delete_invoice(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn receipts_save(app: App<'_>, input: ReceiptInput) -> IpcResult<Saved> {
    app.with(move |db| cash::save_receipt(db, input))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn receipts_delete(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| cash::delete_receipt(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn receivables_list(app: App<'_>, input: ReceivablesInput) -> IpcResult<Receivables> {
    app.read(move |read| receivables::list(read, &input)).await
}

/// Payments that are due, contracts that end.
#[tauri::command]
#[specta::specta]
pub async fn receivables_today(app: App<'_>) -> IpcResult<CashToday> {
    app.read(today::today).await
}
