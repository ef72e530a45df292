//! The app's window: things are found by `data-testid`, waited for with a deadline, typed into and dragged as a user
//! would. Pictures are taken after the window has settled, because the page is ahead of what is painted.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::session::scriptret::ScriptRet;
use tokio::time::sleep;

use crate::wait::{self, until, until_true};

/// Width and height of the page inside the window, in CSS pixels.
pub type Size = (u32, u32);
pub const NARROW: Size = (1280, 800);
pub const WIDE: Size = (1920, 1080);

#[derive(Debug)]
pub struct Window {
    web: WebDriver,
}

impl Window {
    pub fn new(web: WebDriver) -> Self {
        Self { web }
    }

    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// Waits for the thing and hands it out.
    pub async fn find(&self, testid: &str) -> Result<WebElement> {
        let by = By::Css(selector(testid));
        until(
            &format!("“{testid}” to appear"),
            wait::PATIENCE,
            async || Ok(self.web.find_all(by.clone()).await?.into_iter().next()),
        )
        .await
    }

    /// All of them that are there now, in the order of the page.
    pub async fn all(&self, testid: &str) -> Result<Vec<WebElement>> {
        Ok(self.web.find_all(By::Css(selector(testid))).await?)
    }

    pub async fn has(&self, testid: &str) -> Result<bool> {
        Ok(!self.all(testid).await?.is_empty())
    }

    pub async fn gone(&self, testid: &str) -> Result<()> {
        until_true(&format!("“{testid}” to go"), async || {
            Ok(!self.has(testid).await?)
        })
        .await
    }

    pub async fn text(&self, testid: &str) -> Result<String> {
        Ok(self.find(testid).await?.text().await?)
    }

    /// The texts of all of them, in the order of the page, in one question (a list may be redrawn between two).
    pub async fn texts(&self, testid: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)";
        Ok(self
            .js(script, vec![json!(selector(testid))])
            .await?
            .convert()?)
    }

    /// Waits for one of them whose text contains `part`.
    pub async fn find_with(&self, testid: &str, part: &str) -> Result<WebElement> {
        until(
            &format!("a “{testid}” that says “{part}”"),
            wait::PATIENCE,
            async || {
                let place = self
                    .texts(testid)
                    .await?
                    .iter()
                    .position(|text| text.contains(part));
                let found = self.all(testid).await?;
                Ok(place.and_then(|place| found.into_iter().nth(place)))
            },
        )
        .await
    }

    /// Clicks the thing; again if a redraw took it away in between.
    pub async fn click(&self, testid: &str) -> Result<()> {
        until_true(&format!("“{testid}” to be clicked"), async || {
            self.find(testid).await?.click().await?;
            Ok(true)
        })
        .await
    }

    /// Types into whatever has the focus.
    pub async fn type_here(&self, text: &str) -> Result<()> {
        let focused = self.web.active_element().await?;
        Ok(focused.send_keys(text).await?)
    }

    /// Presses one key, e.g. `press(&[Key::Control], 'k')`.
    pub async fn press(&self, held: &[Key], key: impl Into<char>) -> Result<()> {
        let key = key.into();
        let mut chain = self.web.action_chain();
        for modifier in held {
            chain = chain.key_down(modifier.clone());
        }
        chain = chain.key_down(key).key_up(key);
        for modifier in held.iter().rev() {
            chain = chain.key_up(modifier.clone());
        }
        Ok(chain.perform().await?)
    }

    /// Plain keys to whatever has the focus, all in one breath: the second of a pair counts only soon after the first.
    pub async fn keys(&self, keys: &str) -> Result<()> {
        Ok(self.web.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses Tab until the thing, or what stands in it, has the focus.
    pub async fn tab_to(&self, testid: &str) -> Result<()> {
        const MOST: usize = 60;
        self.find(testid).await?;
        for _ in 0..MOST {
            if self.has_focus(testid).await? {
                return Ok(());
            }
            self.press(&[], Key::Tab).await?;
        }
        bail!("Tab never comes to “{testid}”")
    }

    /// Waits until the thing, or what stands in it, has the focus; a menu or window takes it only once it stands.
    pub async fn focused(&self, testid: &str) -> Result<()> {
        until_true(&format!("the focus in “{testid}”"), async || {
            self.has_focus(testid).await
        })
        .await
    }

    async fn has_focus(&self, testid: &str) -> Result<bool> {
        let script = "return document.activeElement?.closest(arguments[0]) != null";
        let answer = self.js(script, vec![json!(selector(testid))]).await?;
        Ok(answer.json() == &json!(true))
    }

    /// Goes down a menu until the entry that this selector finds has the focus.
    pub async fn walk_to(&self, selector: &str) -> Result<()> {
        let script = "return document.activeElement?.matches(arguments[0]) === true";
        for _ in 0..60 {
            let there = self.js(script, vec![json!(selector)]).await?;
            if there.json() == &json!(true) {
                return Ok(());
            }
            self.press(&[], Key::Down).await?;
        }
        bail!("the arrow never came to {selector}")
    }

    /// Drags with the pointer as a hand does: in several moves, and letting go once the page has followed.
    /// Places are points of the window: what is seen of a tall column is where a hand would drop.
    pub async fn drag(&self, from: &WebElement, to: &WebElement) -> Result<()> {
        let (x, y) = self.place_of(from).await?;
        let (to_x, to_y) = self.place_of(to).await?;
        let step = Some(Duration::from_millis(30));
        self.web
            .action_chain_with_delay(None, step)
            .move_to(x, y)
            .click_and_hold()
            .move_to(x + 6, y + 3)
            .move_to(x + 18, y + 9)
            .move_to(to_x, to_y)
            .move_to(to_x + 2, to_y + 2)
            .perform()
            .await
            .context("dragging")?;
        self.two_frames().await?;
        self.web
            .action_chain()
            .release()
            .perform()
            .await
            .context("letting go")
    }

    /// The middle of what is seen of a thing, once it has its place: nobody picks up what is still moving.
    async fn place_of(&self, element: &WebElement) -> Result<(i64, i64)> {
        let script = "const { left, top, right, bottom } = arguments[0].getBoundingClientRect();
            return [left, top, Math.min(right, innerWidth), Math.min(bottom, innerHeight)];";
        let mut seen = [0.0; 4];
        until_true("a thing to stand still", async || {
            let now: [f64; 4] = self.js(script, vec![element.to_json()?]).await?.convert()?;
            let still = now == seen && now[2] > now[0] && now[3] > now[1];
            seen = now;
            Ok(still)
        })
        .await?;
        let middle = |from: f64, to: f64| ((from + to) / 2.0).round() as i64;
        Ok((middle(seen[0], seen[2]), middle(seen[1], seen[3])))
    }

    pub async fn js(&self, script: &str, args: Vec<Value>) -> Result<ScriptRet> {
        Ok(self.web.execute(script, args).await?)
    }

    /// Makes the page inside the window that large.
    pub async fn resize(&self, (width, height): Size) -> Result<()> {
        self.web.set_window_rect(0, 0, width, height).await?;
        until_true(&format!("the window to be {width}×{height}"), async || {
            Ok(self.inner_size().await? == (width, height))
        })
        .await
    }

    async fn inner_size(&self) -> Result<Size> {
        Ok(self
            .js("return [innerWidth, innerHeight]", vec![])
            .await?
            .convert()?)
    }

    /// Two frames and 300 ms: the page is ahead of its picture by about that much.
    pub async fn settle(&self) -> Result<()> {
        self.two_frames().await?;
        sleep(Duration::from_millis(300)).await;
        Ok(())
    }

    /// Until what was last changed has been laid out and drawn.
    async fn two_frames(&self) -> Result<()> {
        let frames = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        self.web.execute_async(frames, vec![]).await?;
        Ok(())
    }

    /// Saves what the window shows as PNG.
    pub async fn picture(&self, file: &Path) -> Result<()> {
        self.settle().await?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let png = self.web.screenshot_as_png().await?;
        ensure!(!png.is_empty(), "the window gave an empty picture");
        std::fs::write(file, png).with_context(|| format!("writing {}", file.display()))
    }
}

impl Drop for Window {
    /// Ending the driver's process group needs no answer from the session; asking a hung window for one hangs too.
    fn drop(&mut self) {
        self.web.clone().leak().ok();
    }
}

fn selector(testid: &str) -> String {
    format!("[data-testid=\"{testid}\"]")
}
