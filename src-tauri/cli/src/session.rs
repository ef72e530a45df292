//! What all commands share: which workspace, which moment, which language.

use std::cell::OnceCell;
use std::path::PathBuf;

use touchline_core::kernel::act::Origin;
use touchline_core::kernel::{Clock, Db, Options, Result, settings};
use touchline_core::{places, setup};

use crate::args::Args;
use crate::words::Words;

pub struct Session {
    pub dir: PathBuf,
    clock: Clock,
    asked: Option<String>,
    /// The language of the workspace, once it is open.
    heard: OnceCell<String>,
}

impl Session {
    pub fn new(args: &Args) -> Self {
        Session {
            dir: args.workspace.clone().unwrap_or_else(places::workspace),
            clock: args
                .now
                .map_or(Clock::System, |now| Clock::Fixed(now.to_utc())),
            asked: args.lang.clone(),
            heard: OnceCell::new(),
        }
    }

    pub fn options(&self) -> Options {
        Options {
            clock: self.clock,
            seed: None,
            config: places::config(),
        }
    }

    pub fn open(&self) -> Result<Db> {
        let db = setup::open(&self.dir, self.options())?.through(Origin::Cli);
        let spoken = match db.device().lang {
            Some(lang) => Some(lang),
            None => db.read(|read| settings::get(read, settings::LANG))?,
        };
        if let Some(lang) = spoken {
            self.heard.get_or_init(|| lang);
        }
        Ok(db)
    }

    /// The language asked for, else the workspace's, else this device's.
    pub fn lang(&self) -> String {
        let known = self.asked.as_ref().or(self.heard.get());
        known.cloned().unwrap_or_else(places::lang)
    }

    pub fn words(&self) -> Words {
        Words::of(&self.lang())
    }
}
