//! A new workspace: where it may stand, what holds for all of it, its first pipeline and, if wanted,
//! the sample. The window and the command line begin here.

use std::path::Path;

use chrono_tz::Tz;

use crate::kernel::settings::Lang;
use crate::kernel::text::required;
use crate::kernel::time::Zone;
use crate::kernel::{Act, Db, Error, Options, Result, Written, place, settings};
use crate::team::{self, Role};
use crate::{guides, model, pipeline, places, sample};

/// What is asked before the first workspace is made.
#[derive(Debug, Clone, serde::Deserialize, specta::Type)]
pub struct Beginning {
    pub lang: Lang,
    /// Who works on this device.
    pub member: String,
    pub role: Role,
    /// IANA name.
    pub zone: String,
    /// ISO 4217.
    pub currency: String,
}

/// Makes a workspace in `dir`, in a language ("zh-Hans", "zh-Hant", "en"). A folder that a sync
/// service or a network owns is refused, with this platform's usual place offered instead.
pub fn create(
    dir: &Path,
    zone: Zone,
    lang: &str,
    with_sample: bool,
    options: Options,
) -> Result<Db> {
    place::check(dir, &places::workspace())?;
    let db = Db::create(model(), dir, zone, options)?;
    if with_sample {
        sample::fill(&db, lang)?;
    } else {
        set_up(&db, lang, usual_currency(lang), None)?;
    }
    guides::provide(&db)?;
    db.index_all()?;
    Ok(db)
}

/// Makes an empty workspace in `dir` from the answers of the first run; who answered works here from
/// now on.
pub fn begin(dir: &Path, from: &Beginning, options: Options) -> Result<Db> {
    let zone = known_zone(&from.zone)?;
    let member = required(&from.member, "name")?;
    known_currency(&from.currency)?;
    place::check(dir, &places::workspace())?;
    let db = Db::create(model(), dir, zone, options)?;
    let me = (member.as_str(), from.role);
    set_up(&db, from.lang.word(), &from.currency, Some(me))?;
    guides::provide(&db)?;
    Ok(db)
}

/// Opens the workspace in `dir`, with the built-in guides that an older build did not bring. A file
/// that cannot be written opens without them.
pub fn open(dir: &Path, options: Options) -> Result<Db> {
    let db = Db::open(model(), dir, options)?;
    let _provided = guides::provide(&db);
    Ok(db)
}

fn set_up(db: &Db, lang: &str, currency: &str, member: Option<(&str, Role)>) -> Result<()> {
    let workspace = db.workspace();
    let made = db.write(Act::new("workspace_set_up").foundation(), |tx| {
        settings::set(tx, settings::NAME, usual_name(lang))?;
        settings::set(tx, settings::LANG, lang)?;
        settings::set(tx, settings::CURRENCY, currency)?;
        pipeline::make_default(tx, lang)?;
        let Some((name, role)) = member else {
            return Ok(None);
        };
        let id = team::id_of(workspace, name);
        team::save(tx, &team::member(id, name, role))?;
        Ok(Some(id))
    })?;
    match made.value {
        Some(id) => db.set_device(|device| device.me = Some(id)),
        None => Ok(()),
    }
}

/// Changes what holds for the whole workspace; what is `None` stays. Days are counted in the new zone
/// from then on: what was due on a day stays on that day.
pub fn change(
    db: &Db,
    name: Option<&str>,
    zone: Option<&str>,
    currency: Option<&str>,
) -> Result<Written<()>> {
    if let Some(zone) = zone {
        known_zone(zone)?;
    }
    if let Some(currency) = currency {
        known_currency(currency)?;
    }
    let name = name.map(|name| required(name, "name")).transpose()?;
    db.write(Act::new("workspace_changed"), |tx| {
        if let Some(name) = &name {
            settings::set(tx, settings::NAME, name)?;
        }
        if let Some(zone) = zone {
            settings::set(tx, settings::ZONE, zone)?;
        }
        if let Some(currency) = currency {
            settings::set(tx, settings::CURRENCY, currency)?;
        }
        Ok(())
    })
}

fn known_zone(name: &str) -> Result<Zone> {
    name.parse::<Tz>()
        .map(Zone)
        .map_err(|_| Error::invalid("zone").because(name))
}

fn known_currency(code: &str) -> Result<()> {
    if code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()) {
        Ok(())
    } else {
        Err(Error::invalid("currency").because(code))
    }
}

fn usual_name(lang: &str) -> &'static str {
    match lang {
        "zh-Hans" => "我的工作区",
        "zh-Hant" => "我的工作區",
        _ => "My workspace",
    }
}

/// The currency offered first in a language.
pub fn usual_currency(lang: &str) -> &'static str {
    match lang {
        "zh-Hans" => "CNY",
        "zh-Hant" => "TWD",
        _ => "USD",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Clock, Code};

    fn options(root: &Path) -> Options {
        Options {
            clock: Clock::System,
            seed: None,
            config: root.join("config"),
        }
    }

    #[test]
    fn a_new_workspace_has_its_settings_and_a_pipeline_and_nothing_to_undo() {
        let root = tempfile::tempdir().expect("a folder");
        let zone = Zone(chrono_tz::Asia::Taipei);
        let dir = root.path().join("work");
        let db = create(&dir, zone, "zh-Hant", false, options(root.path())).expect("created");
        db.read(|read| {
            assert_eq!(
                settings::get(read, settings::CURRENCY)?.as_deref(),
                Some("TWD")
            );
            assert_eq!(settings::get(read, settings::SAMPLE)?, None);
            let first = pipeline::pipelines(read)?.remove(0);
            assert_eq!(pipeline::stages(read, first.id)?.len(), 10);
            Ok(())
        })
        .expect("read");
        assert_eq!(db.undo(None).expect_err("nothing").code, Code::UndoNothing);
    }

    #[test]
    fn the_first_run_makes_a_workspace_in_which_the_one_who_answered_works() {
        let root = tempfile::tempdir().expect("a folder");
        let from = |member: &str, zone: &str| Beginning {
            lang: Lang::En,
            member: member.to_owned(),
            role: Role::Founder,
            zone: zone.to_owned(),
            currency: "EUR".to_owned(),
        };
        let dir = root.path().join("work");
        for wrong in [from(" ", "UTC"), from("Ada", "Mars/Olympus")] {
            let refused = begin(&dir, &wrong, options(root.path()));
            assert_eq!(
                refused.err().map(|error| error.code),
                Some(Code::FieldInvalid)
            );
            assert!(!dir.exists());
        }
        let db = begin(&dir, &from("Ada", "Europe/Berlin"), options(root.path())).expect("begun");
        db.read(|read| {
            assert_eq!(team::me(read)?.map(|me| me.name).as_deref(), Some("Ada"));
            assert_eq!(
                settings::get(read, settings::CURRENCY)?.as_deref(),
                Some("EUR")
            );
            assert_eq!(read.zone.0, chrono_tz::Europe::Berlin);
            Ok(())
        })
        .expect("read");
        assert_eq!(db.undo(None).expect_err("nothing").code, Code::UndoNothing);
    }

    #[test]
    fn a_synced_folder_is_refused_and_nothing_is_written() {
        let root = tempfile::tempdir().expect("a folder");
        let dir = root.path().join("Dropbox/sales");
        let zone = Zone(chrono_tz::UTC);
        let refused = create(&dir, zone, "en", false, options(root.path()));
        assert_eq!(
            refused.err().map(|error| error.code),
            Some(Code::WorkspaceSynced)
        );
        assert!(!dir.exists());
    }

    #[test]
    fn a_stage_that_a_deal_entered_later_cannot_be_taken_back_alone() {
        let root = tempfile::tempdir().expect("a folder");
        let zone = Zone(chrono_tz::UTC);
        let dir = root.path().join("work");
        let db = create(&dir, zone, "en", false, options(root.path())).expect("created");
        let made = db
            .write(Act::new("stage_saved"), |tx| {
                let first = pipeline::pipelines(tx)?.remove(0);
                let mut stage = pipeline::stages(tx, first.id)?.remove(0);
                stage.id = tx.fresh_id();
                stage.name = "Pilot".to_owned();
                tx.put_new(&stage)?;
                Ok((stage.id, pipeline::empty(tx.fresh_id(), "Fifty seats")))
            })
            .expect("a stage");
        let (stage, deal) = made.value;
        db.write(Act::new("deal_saved"), |tx| {
            pipeline::open(tx, &deal, Some(stage))
        })
        .expect("a deal in it");
        let refused = db.undo(made.action).expect_err("a deal stands in it");
        assert_eq!(refused.code, Code::UndoBlocked);
    }
}
