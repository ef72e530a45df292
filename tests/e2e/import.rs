//! Last year's deals come in through the command line while the window is open: the change feed carries them over.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use touchline_tests::app::{Content, Lang, drive};
use touchline_tests::screens::board;
use touchline_tests::wait::until_true;
use touchline_tests::workspace::shared_tables;

/// Made by the import, because the stages of the file are not ours.
const PIPELINE: &str = "Imported sales pipeline";

#[test]
#[expect(clippy::print_stderr, reason = "a test that cannot run here says so")]
fn deals_imported_by_another_process_appear_on_the_open_board() -> Result<()> {
    let tables = match shared_tables() {
        Ok(tables) => tables,
        Err(missing) => {
            eprintln!("SKIPPED, the import of the four tables was not tested: {missing}");
            return Ok(());
        }
    };
    drive("import", Lang::En, Content::Empty, async |app| {
        app.window.click("nav-pipeline").await?;

        let mut command = vec!["import"];
        command.extend(tables.iter().filter_map(|table| table.to_str()));
        let result = app.workspace.cli(&command)?;
        ensure!(
            result["created"] == 8_927 && result["failed"] == 0,
            "imported {result:#}"
        );

        let board = app
            .workspace
            .cli(&["deals", "board", "--pipeline", PIPELINE])?;
        let stages = stages_by_the_cli(&board)?;
        board::choose_pipeline(&app.window, PIPELINE).await?;
        until_true(&format!("the columns {stages:?}"), async || {
            let columns = board::columns(&app.window).await?;
            Ok(stages.iter().all(|(name, count)| {
                columns
                    .iter()
                    .any(|column| column.name == *name && column.count == *count)
            }))
        })
        .await
    })
}

fn stages_by_the_cli(board: &Value) -> Result<Vec<(String, u64)>> {
    let columns = board["columns"].as_array().or_else(|| board.as_array());
    let columns = columns.with_context(|| format!("no columns: {board}"))?;
    let read = |stage: &Value| {
        let name = stage["name"].as_str().context("a stage has a name")?;
        let count = stage["count"].as_u64().context("a stage has a count")?;
        Ok((name.to_owned(), count))
    };
    columns.iter().map(read).collect()
}
