//! Values as no form would send them, for every kind of field and every noun.

use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use touchline_core::cash::{
    Contract, Invoice, PayAfter, PlanItem, Quote, QuoteLine, QuoteState, Receipt,
};
use touchline_core::catalog::{Product, Source, Tag, Tagging};
use touchline_core::fields::{Field, FieldKind, FieldValue, ListKind};
use touchline_core::followups::{Followup, FollowupState};
use touchline_core::guides::{
    Answer, AnswerState, Guide, Interview, InterviewState, Purpose, Question, Wording,
};
use touchline_core::holding::{Extension, ExtensionState, Pool, PoolMember, TurnoverRule};
use touchline_core::kernel::settings::{Lang, Setting};
use touchline_core::kernel::{Act, Db, Id, Noun, Read, Record, Result, WriteTx};
use touchline_core::organizations::{Organization, Position};
use touchline_core::people::{
    DistinctPair, Grade, Identifier, IdentifierKind, IdentifierState, Person, PersonKind,
};
use touchline_core::pipeline::{
    Deal, DealRole, DealRoleKind, HeldWhy, Holding, Pipeline, SourceLine, Stage, StageKind,
    StageMove, TurnoverClock,
};
use touchline_core::team::{Member, Role, Seniority};
use touchline_core::touchpoints::{Channel, Direction, Outcome, Touchpoint};
use touchline_core::views::View;

/// Everything a case draws, from one number.
pub struct Chance(ChaCha12Rng);

/// How many identities there are to draw from: few, so that rows meet again and references find or miss them.
const IDS: u8 = 10;

const TEXTS: &[&str] = &[
    "",
    " ",
    "张立群",
    "張立群",
    "Anna Müller",
    "nul\0inside",
    "\0",
    "שלום עולם",
    "\u{202E}right to left",
    "👩‍👩‍👧‍👦 emoji",
    "e\u{301}",
    "<script>alert(1)</script>",
    "'; DROP TABLE people; --",
    "line\nbreak\ttab\r\n",
    "ＧＴＸ　Ｐｒｏ",
    "\u{FEFF}\u{FFFD}\u{10FFFF}",
    "İstanbul ß ﬁ",
    "1",
    "null",
    "𠮷野家",
];

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(ChaCha12Rng::seed_from_u64(seed))
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end.max(1))
    }

    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        from.choose(&mut self.0).cloned()
    }

    pub fn any<T: Any>(&mut self) -> T {
        T::any(self)
    }
}

/// A value that the type allows, likely an awkward one.
pub trait Any {
    fn any(chance: &mut Chance) -> Self;
}

impl Any for String {
    fn any(chance: &mut Chance) -> Self {
        if chance.one_in(4) {
            let length = chance.below(12);
            return (0..length).map(|_| chance.0.random::<char>()).collect();
        }
        if chance.one_in(60) {
            return "长".repeat(10_000);
        }
        chance.pick(TEXTS).unwrap_or_default().to_owned()
    }
}

impl Any for i64 {
    fn any(chance: &mut Chance) -> Self {
        let extreme = [0, 1, -1, i64::MAX, i64::MIN, 1 << 53, 1_795_222_800_000];
        if chance.one_in(2) {
            chance.pick(&extreme).unwrap_or_default()
        } else {
            chance.0.random()
        }
    }
}

impl Any for bool {
    fn any(chance: &mut Chance) -> Self {
        chance.one_in(2)
    }
}

impl Any for Id {
    fn any(chance: &mut Chance) -> Self {
        Id::derived(&[b"drawn", &[chance.0.random_range(0..IDS)]])
    }
}

macro_rules! any_word {
    ($($Name:ident),+) => {
        $(impl Any for $Name {
            fn any(chance: &mut Chance) -> Self {
                chance.pick($Name::ALL).expect("a word")
            }
        })+
    };
}

any_word!(Channel, Grade, IdentifierKind, PersonKind);

impl<T: Any> Any for Option<T> {
    fn any(chance: &mut Chance) -> Self {
        (!chance.one_in(3)).then(|| chance.any())
    }
}

/// Every word that some column holds instead of free text.
fn words() -> Vec<&'static str> {
    let mut all = Vec::new();
    macro_rules! of {
        ($($Name:ident),+) => { $(all.extend($Name::ALL.iter().map(|one| one.word()));)+ };
    }
    of!(
        AnswerState,
        Channel,
        DealRoleKind,
        Direction,
        ExtensionState,
        FieldKind,
        FollowupState,
        Grade,
        HeldWhy,
        IdentifierKind,
        IdentifierState,
        InterviewState,
        Lang,
        ListKind,
        Outcome,
        PayAfter,
        PersonKind,
        Purpose,
        QuoteState,
        Role,
        Seniority,
        StageKind,
        TurnoverClock
    );
    // Columns that hold JSON: any object is how a view stands, any array are choices.
    all.extend(["{}", "[]"]);
    all
}

/// Any row of a noun: each column gets a value of its declared type, and one of the [`words`] where
/// free text does not read.
pub fn row<R: Record>(read: &Read<'_>, chance: &mut Chance) -> Result<R> {
    let noun = R::noun();
    let declared = read.all(
        // A column that SQLite computes is never null to us either; what it is drawn as is not stored.
        "SELECT name, type, \"notnull\" OR hidden FROM pragma_table_xinfo(?1)",
        [noun.table],
        |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, bool>(2)?,
            ))
        },
    )?;
    let columns: Vec<&str> = R::COLUMNS
        .split(", ")
        .map(|column| column.rsplit('.').next().unwrap_or(column))
        .collect();
    let mut values: Vec<Value> = columns
        .iter()
        .map(|column| {
            let (_, kind, needed) = declared
                .iter()
                .find(|(name, ..)| name == column)
                .expect("a column of the table");
            let logged = *column == "id" || noun.cell_of(column).is_some();
            if !needed && *column != "n" && (!logged || chance.one_in(3)) {
                return Value::Null;
            }
            match kind.as_str() {
                "INTEGER" if logged => Value::Integer(chance.any()),
                "INTEGER" => Value::Integer(0),
                "BLOB" => Value::Blob(chance.any::<Id>().bytes().to_vec()),
                _ => Value::Text(chance.any()),
            }
        })
        .collect();
    let marks = vec!["?"; columns.len()].join(", ");
    let words = words();
    for _ in 0..1000 {
        let row = read.first(
            &format!("SELECT {marks}"),
            params_from_iter(values.iter()),
            |row| Ok(R::read(row)),
        )?;
        match row.expect("one row") {
            Ok(row) => return Ok(row),
            Err(rusqlite::Error::FromSqlConversionFailure(at, ..)) => {
                let word = chance.pick(&words).expect("a word");
                values[at] = Value::Text(word.to_owned());
            }
            Err(other) => return Err(other.into()),
        }
    }
    panic!(
        "{}: a column holds words that `words` does not list",
        noun.table
    );
}

/// A noun, for tests that treat all alike.
pub struct Kind {
    pub noun: fn() -> &'static Noun,
    /// Writes any row of it.
    pub put: fn(&mut WriteTx<'_>, &mut Chance) -> Result<()>,
    pub delete: fn(&mut WriteTx<'_>, Id) -> Result<bool>,
    pub restore: fn(&mut WriteTx<'_>, Id) -> Result<bool>,
    /// Writes any row and reads it back: what was written, what was read.
    pub there_and_back: fn(&Db, &mut Chance) -> Result<(String, String)>,
}

fn there_and_back<R: Record>(db: &Db, chance: &mut Chance) -> Result<(String, String)> {
    let written = db.write(Act::new("drawn"), |tx| {
        let drawn: R = row(tx, chance)?;
        tx.put(&drawn)?;
        Ok(drawn)
    })?;
    let stored: R = db.read(|read| read.get(written.value.id()))?;
    let told = |values: Vec<Value>| format!("{} {values:?}", R::noun().table);
    Ok((told(written.value.values()?), told(stored.values()?)))
}

macro_rules! kinds {
    ($($Name:ident),+ $(,)?) => {
        /// Every noun of the model.
        pub const KINDS: &[Kind] = &[$(Kind {
            noun: <$Name as Record>::noun,
            put: |tx, chance| {
                let drawn: $Name = row(tx, chance)?;
                tx.put(&drawn).map(drop)
            },
            delete: |tx, id| tx.delete::<$Name>(id),
            restore: |tx, id| tx.restore::<$Name>(id),
            there_and_back: there_and_back::<$Name>,
        }),+];
    };
}

kinds!(
    Setting,
    Member,
    Tag,
    Source,
    Product,
    Person,
    Identifier,
    Organization,
    Position,
    Pipeline,
    Stage,
    Deal,
    StageMove,
    Holding,
    DealRole,
    SourceLine,
    Touchpoint,
    Followup,
    Tagging,
    Guide,
    Question,
    Wording,
    Interview,
    Answer,
    Field,
    FieldValue,
    View,
    DistinctPair,
    Quote,
    QuoteLine,
    Contract,
    PlanItem,
    Invoice,
    Receipt,
    Pool,
    PoolMember,
    TurnoverRule,
    Extension,
);
