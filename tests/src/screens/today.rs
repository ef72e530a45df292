//! Today: the list that is emptied.

use anyhow::Result;

use crate::wait::until_true;
use crate::window::Window;

/// The rows as they read, top to bottom.
pub async fn rows(window: &Window) -> Result<Vec<String>> {
    window.texts("today-row").await
}

/// The large number to call.
pub async fn phone(window: &Window) -> Result<String> {
    window.text("today-phone").await
}

/// Waits until a row says all of `parts`.
pub async fn says(window: &Window, parts: &[&str]) -> Result<()> {
    until_true(&format!("a row of Today with {parts:?}"), async || {
        Ok(rows(window)
            .await?
            .iter()
            .any(|row| parts.iter().all(|part| row.contains(part))))
    })
    .await
}
