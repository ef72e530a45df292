//! Waiting for something to become true, with a deadline and a sentence that says what was waited for. The only
//! pauses of the harness are here, in the window's settling before a picture, and where a process is given time to end.

use std::time::Duration;

use anyhow::{Result, bail};
use tokio::time::{Instant, sleep};

/// Long enough for a cold debug build on a busy machine; a passing test never comes near it.
pub const PATIENCE: Duration = Duration::from_secs(15);

const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// Looks until `look` answers with something, or fails with `what` and the last error seen.
pub async fn until<T>(
    what: &str,
    limit: Duration,
    mut look: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let deadline = Instant::now() + limit;
    loop {
        let last = match look().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => String::new(),
            Err(error) => format!(" (last error: {error:#})"),
        };
        if Instant::now() >= deadline {
            bail!("waited {limit:?} in vain for {what}{last}");
        }
        sleep(BETWEEN_LOOKS).await;
    }
}

/// Looks until `look` says yes.
pub async fn until_true(what: &str, mut look: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    until(what, PATIENCE, async || Ok(look().await?.then_some(()))).await
}
