//! A new workspace: where it may stand, what holds for all of it, its first pipeline and, if wanted,
//! the sample. The window and the command line begin here.

use std::path::Path;

use crate::kernel::time::Zone;
use crate::kernel::{Act, Db, Options, Result, place, settings};
use crate::{model, pipeline, places, sample};

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
        return Ok(db);
    }
    let (name, currency) = match lang {
        "zh-Hans" => ("我的工作区", "CNY"),
        "zh-Hant" => ("我的工作區", "TWD"),
        _ => ("My workspace", "USD"),
    };
    db.write(Act::new("workspace_set_up").foundation(), |tx| {
        settings::set(tx, settings::NAME, name)?;
        settings::set(tx, settings::LANG, lang)?;
        settings::set(tx, settings::CURRENCY, currency)?;
        pipeline::make_default(tx, lang)
    })?;
    Ok(db)
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
