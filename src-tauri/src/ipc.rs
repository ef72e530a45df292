//! THE list of commands and events: the only place anything is registered, and the source of
//! `ui/src/ipc/bindings.gen.ts`.

use tauri::Wry;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

use crate::changes::Changed;
use crate::commands::{
    actions, app, backups, bin, deals, drafts, exchange, files, followups, history, journeys,
    labels, lists, members, organizations, people, pipelines, quicklog, search, today, touchpoints,
    workspaces,
};
use crate::error::IpcError;
use crate::reminders::Reminded;

/// Every command of the window, with the types it speaks.
pub fn builder() -> Builder<Wry> {
    Builder::<Wry>::new()
        .commands(collect_commands![
            app::app_info,
            app::app_set_language,
            app::app_set_workspace,
            app::app_about,
            app::app_open_folder,
            workspaces::workspaces_first_run,
            workspaces::workspaces_zones,
            workspaces::workspaces_begin,
            workspaces::workspaces_list,
            workspaces::workspaces_open,
            workspaces::workspaces_open_sample,
            members::members_list,
            members::members_save,
            members::members_sit_here,
            pipelines::pipelines_list,
            pipelines::pipelines_make,
            pipelines::pipelines_rename,
            pipelines::pipelines_archive,
            pipelines::stages_save,
            pipelines::stages_order,
            pipelines::stages_remove,
            labels::labels_list,
            labels::labels_make,
            labels::labels_rename,
            labels::labels_archive,
            labels::labels_merge,
            labels::labels_grades,
            labels::labels_set_grade,
            backups::backups_list,
            backups::backups_make,
            backups::backups_preview,
            backups::backups_restore,
            today::today_list,
            today::week_get,
            today::week_rows,
            people::people_list,
            people::people_get,
            people::people_save,
            people::people_delete,
            people::people_signature,
            people::people_twins,
            organizations::organizations_list,
            organizations::organizations_get,
            organizations::organizations_save,
            organizations::positions_save,
            organizations::positions_delete,
            lists::lists_change,
            lists::lists_choices,
            lists::lists_owners,
            deals::deals_list,
            deals::deals_held_by,
            deals::deals_role_save,
            deals::deals_role_remove,
            deals::deals_board,
            deals::deals_column,
            deals::deals_get,
            deals::deals_save,
            deals::deals_move,
            touchpoints::touchpoints_get,
            touchpoints::touchpoints_timeline,
            touchpoints::touchpoints_assign,
            touchpoints::touchpoints_missed,
            followups::followups_save,
            followups::followups_done,
            followups::followups_drop,
            followups::followups_postpone,
            followups::followups_calendar,
            followups::reminders_get,
            followups::reminders_set,
            quicklog::quicklog_read,
            quicklog::quicklog_save,
            drafts::drafts_get,
            drafts::drafts_put,
            search::search_lookup,
            search::search_named,
            search::search_among,
            journeys::journeys_get,
            actions::actions_undo,
            actions::actions_redo,
            actions::actions_list,
            actions::actions_choices,
            actions::actions_in_the_way,
            bin::bin_list,
            bin::bin_find,
            bin::bin_doomed,
            bin::bin_delete,
            bin::bin_restore,
            history::history_of,
            history::history_restore,
            exchange::exchange_preview,
            exchange::exchange_import,
            exchange::exchange_cancel,
            files::files_write,
        ])
        .typ::<Changed>()
        .typ::<Reminded>()
        .typ::<IpcError>()
        .typ::<touchline_core::exchange::ImportProgress>()
        .error_handling(ErrorHandlingMode::Throw)
        .disable_serde_phases()
        .dangerously_cast_bigints_to_number()
}
