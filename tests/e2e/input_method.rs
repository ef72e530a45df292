//! An Enter that confirms a Chinese input-method candidate saves nothing; the next one does.

use anyhow::Result;
use serde_json::json;
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::places::Story;
use touchline_tests::screens::nav::{self, Page};
use touchline_tests::screens::quicklog;

/// What WebKit sends when a candidate is confirmed with Enter: the composition ends before the key goes down, so that
/// `isComposing` is already false and only the key code 229 tells.
const CONFIRM: &str = "
    const box = document.activeElement;
    const bubbles = { bubbles: true, cancelable: true };
    box.dispatchEvent(new CompositionEvent('compositionstart', { ...bubbles, data: '' }));
    box.dispatchEvent(new CompositionEvent('compositionupdate', { ...bubbles, data: 'jiage' }));
    if (arguments[0] === 'while composing') {
      box.dispatchEvent(new KeyboardEvent('keydown', { ...bubbles, key: 'Enter', keyCode: 229, isComposing: true }));
    }
    box.dispatchEvent(new CompositionEvent('compositionend', { ...bubbles, data: '价格' }));
    if (arguments[0] === 'after composing') {
      box.dispatchEvent(new KeyboardEvent('keydown', { ...bubbles, key: 'Enter', keyCode: 229 }));
    }";

#[test]
fn an_enter_that_confirms_a_candidate_does_not_save() -> Result<()> {
    drive("input-method", Lang::ZhHans, Content::Sample, async |app| {
        let before = touchpoints(app)?;
        let window = &app.window;
        nav::go(window, Page::Today).await?;
        quicklog::open(window).await?;
        quicklog::write(window, Story::of(app.lang()).line).await?;

        for order in ["while composing", "after composing"] {
            window.js(CONFIRM, vec![json!(order)]).await?;
            window.settle().await?;
            assert!(
                window.has(quicklog::INPUT).await?,
                "the box closed on an Enter {order}"
            );
            assert_eq!(
                touchpoints(app)?,
                before,
                "something was saved by an Enter {order}"
            );
        }

        window
            .find(quicklog::INPUT)
            .await?
            .send_keys(Key::Enter + "")
            .await?;
        window.gone(quicklog::INPUT).await?;
        assert_eq!(touchpoints(app)?, before + 1);
        Ok(())
    })
}

fn touchpoints(app: &App) -> Result<usize> {
    Ok(app
        .workspace
        .rows(&["touchpoints", "list", "--limit", "5000"])?
        .len())
}
