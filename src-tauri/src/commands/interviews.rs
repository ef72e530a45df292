//! Interviews by guide.

use touchline_core::guides::{
    self, AnswerInput, ConsentInput, FinishInput, Finished, InterviewLine, Sheet, StartInput,
    Started,
};
use touchline_core::kernel::Id;
use touchline_core::kernel::settings::Lang;

use super::{App, Committed, Saved};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn interviews_start(app: App<'_>, input: StartInput) -> IpcResult<Started> {
    app.with(move |db| guides::start(db, &input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn interviews_get(app: App<'_>, id: Id) -> IpcResult<Sheet> {
    app.read(move |read| guides::sheet(read, id)).await
}

/// Those held with a person, the latest first.
#[tauri::command]
#[specta::specta]
pub async fn interviews_of(app: App<'_>, person: Id) -> IpcResult<Vec<InterviewLine>> {
    app.read(move |read| guides::of_person(read, person)).await
}

/// Those to go on with; of everybody when no person is named.
#[tauri::command]
#[specta::specta]
pub async fn interviews_unfinished(
    app: App<'_>,
    person: Option<Id>,
) -> IpcResult<Vec<InterviewLine>> {
    app.read(move |read| guides::unfinished(read, person)).await
}

#[tauri::command]
#[specta::specta]
pub async fn interviews_answer(app: App<'_>, id: Id, input: AnswerInput) -> IpcResult<Committed> {
    app.with(move |db| guides::answer(db, id, &input))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn interviews_ask(app: App<'_>, id: Id, text: String) -> IpcResult<Saved> {
    app.with(move |db| guides::ask(db, id, &text))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn interviews_consent(app: App<'_>, id: Id, input: ConsentInput) -> IpcResult<Committed> {
    app.with(move |db| guides::consent(db, id, &input))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn interviews_speak(app: App<'_>, id: Id, lang: Lang) -> IpcResult<Committed> {
    app.with(move |db| guides::speak(db, id, lang))
        .await
        .map(|action| Committed { action })
}

#[tauri::command]
#[specta::specta]
pub async fn interviews_pause(app: App<'_>, id: Id, minutes: Option<i64>) -> IpcResult<Committed> {
    app.with(move |db| guides::pause(db, id, minutes))
        .await
        .map(|action| Committed { action })
}

#[tauri::command]
#[specta::specta]
pub async fn interviews_finish(app: App<'_>, id: Id, input: FinishInput) -> IpcResult<Finished> {
    app.with(move |db| guides::finish(db, id, &input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn interviews_discard(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| guides::discard(db, id))
        .await
        .map(|action| Committed { action })
}
