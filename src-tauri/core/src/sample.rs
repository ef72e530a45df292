//! The sample workspace: a small firm that sells matching software, its customers and half a year of
//! conversations, in the chosen language and relative to today. The same clock and language give
//! the same content. What is told stands in tables beside this file; the code only lays it out.

mod calendar;
mod cast;
mod deals;
mod interviews;
mod moments;
mod money;
mod promises;
mod table;
#[cfg(test)]
mod tests;
mod told;
mod words;

use std::collections::HashMap;

use rand::SeedableRng;
use rand_chacha::ChaCha12Rng;

use crate::guides;
use crate::kernel::{Act, Db, Id, Result, WriteTx, settings};
use crate::pipeline::{self, Stage};
use calendar::Calendar;
use cast::Firm;
use moments::Moments;
use words::{Lang, Words};

/// Chooses among words and hours; another number tells another half year.
const SEED: u64 = 0x0070_7563_6865;

/// Fills a workspace with the sample in `zh-Hans`, `zh-Hant` or `en`, as one founding action. The
/// salesperson 林晓岚 sits here, unless somebody already does.
pub fn fill(db: &Db, lang: &str) -> Result<()> {
    guides::provide(db)?;
    let written = db.write(Act::new("sample_filled").foundation(), |tx| {
        let words = Words::of(lang);
        settings::set(tx, settings::NAME, words.named("workspace", "name")?)?;
        settings::set(tx, settings::LANG, lang)?;
        settings::set(tx, settings::CURRENCY, currency(words.lang))?;
        settings::set(tx, settings::SAMPLE, "1")?;
        if tx.find::<Stage>(pipeline::default_stage("new"))?.is_none() {
            pipeline::make_default(tx, lang)?;
        }
        let mut scene = Scene {
            calendar: Calendar::of(tx),
            chance: ChaCha12Rng::seed_from_u64(SEED),
            moments: Moments::read(&words)?,
            members: HashMap::new(),
            firms: HashMap::new(),
            alone: HashMap::new(),
            last_touch: HashMap::new(),
            words,
            tx,
        };
        cast::write(&mut scene)?;
        let told = told::read(&scene)?;
        deals::write(&mut scene, &told)?;
        told::write_apart(&mut scene, &told)?;
        money::write(&mut scene)?;
        interviews::write(&mut scene, lang)?;
        promises::write(&mut scene)?;
        scene.member("lin")
    })?;
    if db.device().me.is_none() {
        db.set_device(|device| device.me = Some(written.value))?;
    }
    Ok(())
}

fn currency(lang: Lang) -> &'static str {
    match lang {
        Lang::Hans | Lang::Hant => "CNY",
        Lang::En => "USD",
    }
}

/// Everything that is known while the sample is laid out. Keys are those of the tables.
struct Scene<'t, 'c> {
    tx: &'t mut WriteTx<'c>,
    words: Words,
    calendar: Calendar,
    chance: ChaCha12Rng,
    moments: Moments,
    members: HashMap<&'static str, Id>,
    firms: HashMap<&'static str, Firm>,
    /// People without a firm, by their Simplified name.
    alone: HashMap<&'static str, Id>,
    /// The latest touchpoint of a person: what a promise was made in.
    last_touch: HashMap<Id, (i64, Id)>,
}

impl Scene<'_, '_> {
    fn member(&self, key: &str) -> Result<Id> {
        self.members.get(key).copied().ok_or_else(|| unknown(key))
    }

    fn firm(&self, key: &str) -> Result<&Firm> {
        self.firms.get(key).ok_or_else(|| unknown(key))
    }

    fn firm_mut(&mut self, key: &str) -> Result<&mut Firm> {
        self.firms.get_mut(key).ok_or_else(|| unknown(key))
    }

    /// An amount in yuan in the sample's currency, in minor units, as round as such amounts are.
    fn minor(&self, yuan: i64) -> i64 {
        if self.words.lang != Lang::En {
            return yuan * 100;
        }
        let dollars = yuan * 10 / 72;
        let step = if dollars < 1_000 { 10 } else { 100 };
        (dollars + step / 2) / step * step * 100
    }
}

fn unknown(key: &str) -> crate::kernel::Error {
    crate::kernel::Error::internal(format!("sample, unknown: {key}"))
}
