//! `touchline init`, `digest`, `check`, `rebuild`, `backup`, `restore`.

use std::path::Path;

use chrono_tz::Tz;
use serde_json::json;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Code, Db, Error, place, settings};
use touchline_core::{model, places, setup};

use crate::failure::{Failure, Result};
use crate::output::Answer;
use crate::session::Session;
use crate::words::{Words, params};

pub fn init(session: &Session, sample: bool, zone: Option<Tz>) -> Result<Answer> {
    let zone = Zone(zone.unwrap_or_else(places::zone));
    let lang = session.lang();
    let db = setup::create(&session.dir, zone, &lang, sample, session.options())?;
    let setting = |key| db.read(|read| settings::get(read, key));
    let (name, currency) = (setting(settings::NAME)?, setting(settings::CURRENCY)?);
    let path = session.dir.display().to_string();
    let named = params([
        ("name", name.clone().unwrap_or_default()),
        ("path", path.clone()),
    ]);
    let made = json!({
        "workspace": db.workspace(), "path": path, "name": name, "zone": zone.0.name(),
        "lang": lang, "currency": currency, "sample": sample,
    });
    Answer::new(&made, session.words().fill("cli.say.made", &named))
}

pub fn digest(db: &Db, words: &Words) -> Result<Answer> {
    let digest = db.digest()?;
    let (content, state) = (words.say("cli.say.content"), words.say("cli.say.state"));
    let text = format!("{content}: {}\n{state}: {}", digest.content, digest.state);
    Answer::new(&digest, text)
}

pub fn check(db: &Db, words: &Words) -> Result<Answer> {
    let check = db.check()?;
    if check.integrity == "ok" && check.stale_projections.is_empty() {
        return Answer::new(&check, words.say("cli.say.sound"));
    }
    Err(Failure::new("check_failed")
        .with("integrity", &check.integrity)
        .with("stale", check.stale_projections.join(", ")))
}

pub fn rebuild(db: &Db, words: &Words) -> Result<Answer> {
    db.rebuild()?;
    let count = db.model().projections.len();
    let text = words.fill("cli.say.rebuilt", &params([("count", count.to_string())]));
    Answer::new(&json!({ "projections": count }), text)
}

pub fn backup(db: &Db, words: &Words, file: &Path) -> Result<Answer> {
    db.backup(file)?;
    let shown = file.display().to_string();
    let text = words.fill("cli.say.backed_up", &params([("file", shown.clone())]));
    Answer::new(&json!({ "file": shown }), text)
}

/// Where there is no workspace yet, the backup becomes one.
pub fn restore(session: &Session, file: &Path) -> Result<Answer> {
    let kept = match session.open() {
        Ok(db) => Some(db.restore(file)?.display().to_string()),
        Err(error) if error.code == Code::WorkspaceAbsent => {
            begin_with(session, file)?;
            None
        }
        Err(error) => return Err(error.into()),
    };
    let path = session.dir.display().to_string();
    let named = params([
        ("file", file.display().to_string()),
        ("path", path.clone()),
        ("kept", kept.clone().unwrap_or_default()),
    ]);
    let key = match kept {
        Some(_) => "cli.say.restored",
        None => "cli.say.begun",
    };
    let text = session.words().fill(key, &named);
    Answer::new(&json!({ "path": path, "kept": kept }), text)
}

/// A backup is one closed file, so it can be copied; what turns out to be no sound workspace goes away
/// again.
fn begin_with(session: &Session, file: &Path) -> Result<()> {
    place::check(&session.dir, &places::workspace())?;
    if !file.is_file() {
        return Err(Error::new(Code::WorkspaceAbsent)
            .with("path", file.display())
            .into());
    }
    std::fs::create_dir_all(&session.dir).map_err(Error::from)?;
    let target = place::file(&session.dir);
    std::fs::copy(file, &target).map_err(Error::from)?;
    let sound = Db::open(model(), &session.dir, session.options()).and_then(|db| {
        let check = db.check()?;
        match check.integrity.as_str() {
            "ok" => Ok(()),
            found => Err(Error::new(Code::WorkspaceBroken).because(found)),
        }
    });
    if let Err(mut error) = sound {
        std::fs::remove_file(&target).map_err(Error::from)?;
        error.params.insert("path", file.display().to_string());
        return Err(error.into());
    }
    Ok(())
}
