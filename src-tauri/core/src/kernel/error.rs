//! Refusals. An error carries a code and parameters, never a sentence: the words stand in the
//! locale files of the window and the command line.

use std::collections::BTreeMap;

pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong, for the program to act on and for the edge to translate.
#[derive(Debug, thiserror::Error)]
#[error("{} {params:?} {detail}", code.as_str())]
pub struct Error {
    pub code: Code,
    /// Fill the placeholders of the sentence that belongs to `code`.
    pub params: BTreeMap<&'static str, String>,
    /// For the log only; not translated.
    pub detail: String,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// Every refusal that the window or the command line answers with its own sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name),+ }

        impl Code {
            /// All codes, for the test that each has its words.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// The key of the sentence in `errors.json`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text),+ }
            }
        }
    };
}

codes! {
    /// `path`: no workspace there.
    WorkspaceAbsent = "workspace_absent",
    /// `path`: a workspace is already there.
    WorkspaceExists = "workspace_exists",
    /// `path`: a file, but not one of ours.
    WorkspaceUnknown = "workspace_unknown",
    /// `path`: ours, but damaged.
    WorkspaceBroken = "workspace_broken",
    /// `path`: written by a newer version; nothing was touched.
    WorkspaceNewer = "workspace_newer",
    /// `path`: cannot be written.
    WorkspaceReadOnly = "workspace_read_only",
    /// `path`, `better`: inside a folder that a sync service or a network owns.
    WorkspaceSynced = "workspace_synced",
    DiskFull = "disk_full",
    DiskFailed = "disk_failed",
    /// Another process has been writing for too long.
    Busy = "busy",
    /// `noun`, `id`: no such row.
    RowAbsent = "row_absent",
    /// `field`: missing or not what it should be.
    FieldInvalid = "field_invalid",
    /// `field`, `max`: longer than may be stored (bytes).
    TextTooLong = "text_too_long",
    /// `name`: another row is called that already.
    NameTaken = "name_taken",
    /// `name`: without it nothing would be left to work with.
    LastOne = "last_one",
    /// `name`, `count`: deals stand in this stage.
    StageOccupied = "stage_occupied",
    /// `name`: the stage was put away, nobody moves in.
    StageRetired = "stage_retired",
    /// `name`, `fields`, `keys`: before a deal enters this stage these must be known.
    StageNeeds = "stage_needs",
    /// `name`, `value`: not a number, in a field of numbers.
    NumberUnfit = "number_unfit",
    /// `name`, `value`: not a day, or one that can be read two ways.
    DayUnfit = "day_unfit",
    /// `name`, `value`: neither a web address nor a mail address.
    LinkUnfit = "link_unfit",
    /// `name`, `value`: neither yes nor no.
    YesNoUnfit = "yes_no_unfit",
    /// `name`, `value`: none of the choices of the field.
    ChoiceUnknown = "choice_unknown",
    /// `name`, `count`: so many values would not fit the new kind of the field.
    KindUnfit = "kind_unfit",
    /// `field`, `value`, `from`, `to`: a day that cannot be meant.
    DayOutOfRange = "day_out_of_range",
    /// `expected`, `given`: an amount in another currency than its plan's.
    CurrencyMixed = "currency_mixed",
    /// Nothing, or less than nothing.
    AmountUnfit = "amount_unfit",
    /// More than can be added up exactly.
    AmountTooLarge = "amount_too_large",
    /// None, or less than none.
    QuantityUnfit = "quantity_unfit",
    /// `value`: percent below 0 or above 100.
    DiscountUnfit = "discount_unfit",
    /// `sum`: shares of a plan that are more than the whole, percent.
    SharesOver = "shares_over",
    /// `number`, `version`: it has gone out; a new version can be made.
    QuoteFixed = "quote_fixed",
    /// A quote without lines.
    QuoteEmpty = "quote_empty",
    /// `name`, `held`, `cap`: a member holds as many open deals as they may.
    CapReached = "cap_reached",
    /// `name`: a member who takes no deals at all.
    CapZero = "cap_zero",
    /// `until`: who held it last waits until that day.
    Quarantined = "quarantined",
    /// `limit`: so many were claimed today.
    ClaimsSpent = "claims_spent",
    /// `grade`, `seniority`: the grade is not for this seniority.
    GradeUnfit = "grade_unfit",
    /// `name`: somebody holds the deal, or it is closed.
    NotInPool = "not_in_pool",
    /// `name`: a pool to which the member does not belong.
    PoolClosed = "pool_closed",
    /// `name`: nobody holds the deal.
    NobodyHolds = "nobody_holds",
    /// Nobody said who works on this device.
    NobodyHere = "nobody_here",
    /// `name`: the member no longer works here.
    MemberGone = "member_gone",
    /// A rule that neither clock would ever end.
    RuleWithoutClock = "rule_without_clock",
    /// The rule was not simulated as it stands, or not today.
    RuleUnseen = "rule_unseen",
    /// `count`: it would give back every deal that somebody holds.
    RuleTakesAll = "rule_takes_all",
    /// `path`: the desktop has no program that shows folders.
    FolderUnopened = "folder_unopened",
    /// `link`: no address, or the desktop has no program that opens it.
    LinkUnopened = "link_unopened",
    UndoNothing = "undo_nothing",
    RedoNothing = "redo_nothing",
    /// `action`, `count`: later work stands on it.
    UndoBlocked = "undo_blocked",
    /// `name`: a file that cannot be read as a table.
    ImportUnreadable = "import_unreadable",
    /// `name`, `field`, `max`: a file that has more of something than an import takes.
    ImportTooLarge = "import_too_large",
    /// `name`: its columns fit nothing that is known.
    ImportUnrecognised = "import_unrecognised",
    Cancelled = "cancelled",
    /// A fault of ours; `detail` says which.
    Internal = "internal",
}

impl Error {
    pub fn new(code: Code) -> Self {
        Error {
            code,
            params: BTreeMap::new(),
            detail: String::new(),
        }
    }

    /// Adds a parameter of the sentence.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }

    /// Adds a line for the log.
    pub fn because(mut self, detail: impl ToString) -> Self {
        self.detail = detail.to_string();
        self
    }

    /// Names the workspace in a refusal that is about its file as a whole.
    pub fn at(self, dir: &std::path::Path) -> Self {
        use Code::{
            WorkspaceAbsent, WorkspaceBroken, WorkspaceNewer, WorkspaceReadOnly, WorkspaceUnknown,
        };
        match self.code {
            WorkspaceAbsent | WorkspaceBroken | WorkspaceNewer | WorkspaceReadOnly
            | WorkspaceUnknown
                if !self.params.contains_key("path") =>
            {
                self.with("path", dir.display())
            }
            _ => self,
        }
    }

    pub fn internal(detail: impl ToString) -> Self {
        Error::new(Code::Internal).because(detail)
    }

    pub fn absent(noun: &'static str, id: impl ToString) -> Self {
        Error::new(Code::RowAbsent)
            .with("noun", noun)
            .with("id", id)
    }

    pub fn invalid(field: &'static str) -> Self {
        Error::new(Code::FieldInvalid).with("field", field)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Sqlite;
        let code = match error.sqlite_error_code() {
            Some(Sqlite::DiskFull) => Code::DiskFull,
            Some(Sqlite::SystemIoFailure | Sqlite::CannotOpen) => Code::DiskFailed,
            Some(Sqlite::DatabaseCorrupt | Sqlite::NotADatabase) => Code::WorkspaceBroken,
            Some(Sqlite::ReadOnly) => Code::WorkspaceReadOnly,
            Some(Sqlite::DatabaseBusy | Sqlite::DatabaseLocked) => Code::Busy,
            Some(Sqlite::OperationInterrupted) => Code::Cancelled,
            // What was absent when this work was prepared is there now: another process imported the
            // same file a moment ago.
            Some(Sqlite::ConstraintViolation) if is_twin(&error) => Code::Busy,
            _ => Code::Internal,
        };
        Error::new(code).because(error)
    }
}

/// True when a row with the same identity was already there.
fn is_twin(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
    error.sqlite_error().is_some_and(|error| {
        matches!(
            error.extended_code,
            SQLITE_CONSTRAINT_PRIMARYKEY | SQLITE_CONSTRAINT_UNIQUE
        )
    })
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull => Code::DiskFull,
            std::io::ErrorKind::ReadOnlyFilesystem => Code::WorkspaceReadOnly,
            _ => Code::DiskFailed,
        };
        Error::new(code).because(error)
    }
}
