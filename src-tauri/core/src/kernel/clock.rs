//! Where "now" comes from. Core never asks the system itself, so every rule replays.

use chrono::{DateTime, Utc};

/// The source of the present moment.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    System,
    /// Always the same moment: tests, replays, `--now`.
    Fixed(DateTime<Utc>),
}

impl Clock {
    pub fn now(self) -> DateTime<Utc> {
        match self {
            #[expect(
                clippy::disallowed_methods,
                reason = "the one place that reads the clock"
            )]
            Clock::System => Utc::now(),
            Clock::Fixed(at) => at,
        }
    }

    /// Milliseconds since 1970, UTC.
    pub fn now_ms(self) -> i64 {
        self.now().timestamp_millis()
    }
}
