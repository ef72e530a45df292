//! The window around core: start, plugins, commands. No product logic: a command translates, core
//! decides.

mod args;
mod changes;
mod commands;
mod error;
pub mod ipc;
mod reminders;
mod state;
mod upkeep;

use clap::Parser;
use tauri::{Manager, WebviewUrl, WebviewWindowBuilder};

use state::AppState;

/// Opens the workspace named on the command line, or the usual one, in a window.
#[expect(
    clippy::print_stderr,
    reason = "before there is a window there is only the terminal"
)]
pub fn run() {
    let args = args::Args::parse();
    let builder = ipc::builder();
    let started = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            app.manage(AppState::start(&args));
            changes::watch(app.handle().clone());
            upkeep::watch(app.handle().clone());
            upkeep::index(app.handle().clone());
            reminders::watch(app.handle().clone());
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Touchline")
                .inner_size(1280.0, 800.0)
                .min_inner_size(1024.0, 640.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = started {
        eprintln!("touchline: {error}");
        std::process::exit(1);
    }
}
