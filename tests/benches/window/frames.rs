//! What the page itself says of its frames.

use anyhow::Result;
use touchline_tests::window::Window;

/// Frames are counted from here on.
pub struct Frames<'w> {
    window: &'w Window,
}

impl<'w> Frames<'w> {
    pub async fn watch(window: &'w Window) -> Result<Self> {
        let script = "const seen = { gaps: [], on: true }; window.framesSeen = seen;
            let last = performance.now();
            requestAnimationFrame(function next(now) {
              seen.gaps.push(now - last); last = now; if (seen.on) requestAnimationFrame(next);
            });";
        window.js(script, vec![]).await?;
        Ok(Frames { window })
    }

    /// Stops counting and prints a line.
    pub async fn tell(self, what: &str, took: f64) -> Result<()> {
        let script = "window.framesSeen.on = false; return window.framesSeen.gaps";
        let gaps: Vec<f64> = self.window.js(script, vec![]).await?.convert()?;
        let longest = gaps.iter().copied().fold(0.0, f64::max);
        let slow = gaps.iter().filter(|gap| **gap > 100.0).count();
        println!(
            "| {what} | {took:.0} ms | {} | {longest:.0} ms | {slow} |",
            gaps.len()
        );
        Ok(())
    }
}

/// Does something in the page and answers how long it was until the page changed for the last time, in
/// milliseconds; that it was the last is known after 300 ms of quiet.
pub async fn settled(window: &Window, action: &str) -> Result<f64> {
    let script = "const done = arguments[arguments.length - 1], start = performance.now();
        let last = start;
        const watcher = new MutationObserver(() => { last = performance.now(); });
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        { ACTION }
        (function look() {
          const now = performance.now();
          if (now - last < 300 && now - start < 10000) { setTimeout(look, 20); return; }
          watcher.disconnect();
          requestAnimationFrame(() => done(last - start));
        })();";
    // Written into the script: the page's policy lets it evaluate no text.
    let script = script.replace("ACTION", action);
    let answer = window.web().execute_async(script, vec![]).await?;
    Ok(answer.convert()?)
}
