//! What can be said on the command line.

mod funnel;

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use chrono_tz::Tz;
use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Parser, Subcommand};

pub use funnel::{FunnelAsked, PlanAsked};
use touchline_core::kernel::Id;

/// Touchline in a terminal: the same verbs as the window.
#[derive(Debug, Parser)]
#[command(name = "touchline", version)]
pub struct Args {
    /// Folder of the workspace; the usual one when absent.
    #[arg(short, long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    /// One JSON document on stdout, refusals as JSON on stderr.
    #[arg(long, global = true)]
    pub json: bool,
    /// Pretend that it is this moment (RFC 3339).
    #[arg(long, global = true, value_name = "ISO", value_parser = moment)]
    pub now: Option<DateTime<FixedOffset>>,
    /// Language of the words; with init, of the workspace.
    #[arg(long, global = true, value_parser = PossibleValuesParser::new(["zh-Hans", "zh-Hant", "en"]))]
    pub lang: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

fn moment(text: &str) -> Result<DateTime<FixedOffset>, chrono::ParseError> {
    DateTime::parse_from_rfc3339(text)
}

/// Files to bring in. What is said of how to read them holds for each.
#[derive(Debug, clap::Args)]
pub struct Importing {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Say what would come in and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// What the rows become, where the columns do not tell.
    #[arg(long = "as", value_name = "NOUN", value_parser = PossibleValuesParser::new(touchline_core::exchange::NOUNS))]
    pub kind: Option<String>,
    /// The field that a column becomes; empty: it stays with the line. May be given for several columns.
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = pair)]
    pub column: Vec<(String, String)>,
    /// What the file is written in: UTF-8, GBK, Big5, windows-1252, …
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// What stands between two cells: , ; | or tab.
    #[arg(long, value_name = "SIGN", value_parser = delimiter)]
    pub delimiter: Option<String>,
    /// The table of a file that holds several.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Exporting {
    #[arg(value_parser = PossibleValuesParser::new(["people", "organizations", "deals", "all"]))]
    pub what: String,
    pub file: PathBuf,
    /// By the end of the file's name when absent; everything is written as jsonl.
    #[arg(long, value_parser = PossibleValuesParser::new(["csv", "xlsx", "vcard", "jsonl"]))]
    pub format: Option<String>,
    /// Rows whose field has this value; an empty value: rows without one.
    #[arg(long, value_name = "FIELD=VALUE")]
    pub filter: Vec<String>,
    /// Rows that a beginning of a name, pinyin, initials or last four digits finds.
    #[arg(long)]
    pub query: Option<String>,
    #[arg(long, default_value = "name")]
    pub sort: String,
    #[arg(long)]
    pub desc: bool,
    /// Fields in their order, commas between; all when absent.
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    pub columns: Vec<String>,
}

/// "Name=field"; the name of a column may hold a sign of equality itself.
fn pair(text: &str) -> Result<(String, String), String> {
    let (column, field) = text.rsplit_once('=').ok_or("COLUMN=FIELD")?;
    Ok((column.trim().to_owned(), field.trim().to_owned()))
}

fn delimiter(text: &str) -> Result<String, &'static str> {
    match text {
        "," | ";" | "|" | "\t" => Ok(text.to_owned()),
        "tab" | "\\t" => Ok("\t".to_owned()),
        _ => Err("one of , ; | tab"),
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a workspace.
    Init {
        /// Fill it with the sample.
        #[arg(long)]
        sample: bool,
        /// IANA time zone in which it counts its days; this device's when absent.
        #[arg(long)]
        zone: Option<Tz>,
    },
    /// Bring in tables: CSV in any usual encoding, XLSX, XLS, ODS; and contacts: vCard.
    Import(Importing),
    /// Write a list, or everything with its history, into a file.
    Export(Exporting),
    /// Log a conversation in one line; several lines are several conversations.
    Log {
        line: String,
        /// Who had it, by name or id; the member who works here when absent.
        #[arg(long = "as", value_name = "MEMBER")]
        member: Option<String>,
        /// With whom it was, whatever the line says.
        #[arg(long, value_name = "ID")]
        person: Option<Id>,
    },
    /// Find words in everything: names and notes, conversations, answers, promises.
    Search {
        query: String,
        /// Only this kind.
        #[arg(long, value_parser = PossibleValuesParser::new(
            ["organization", "person", "deal", "touchpoint", "answer", "followup"]))]
        kind: Option<String>,
        /// So many of each kind.
        #[arg(long, default_value_t = 8, value_name = "N")]
        limit: u32,
    },
    /// People.
    #[command(subcommand)]
    People(Rows),
    /// Organizations.
    #[command(subcommand)]
    Organizations(Rows),
    /// Deals and the board.
    #[command(subcommand)]
    Deals(Deals),
    /// Quotes, contracts, plans and money of a deal.
    Cash { deal: Id },
    /// What is still open of all payment plans, by age.
    Receivables(Owing),
    /// How many deals came how far, and how long they took.
    Funnel(FunnelAsked),
    /// What the target takes a month, and what open deals may come to.
    Plan(PlanAsked),
    /// Open deals that stopped before a sale usually does.
    Stopped {
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Scores of deals: fit A–D, engagement 1–4.
    #[command(subcommand)]
    Score(Score),
    /// Deals that nobody holds.
    #[command(subcommand)]
    Pool(Pool),
    /// Turnover rules: when deals go back to the pool.
    #[command(subcommand)]
    Rules(Rules),
    /// Hand everything that a member looks after over to another.
    Handover(Handover),
    /// Touchpoints.
    #[command(subcommand)]
    Touchpoints(Rows),
    /// Follow-ups.
    #[command(subcommand)]
    Followups(Followups),
    /// This week beside last week up to the same weekday.
    Week,
    /// Guides: the questions to ask.
    #[command(subcommand)]
    Guides(Guides),
    /// Interviews held by guide.
    #[command(subcommand)]
    Interviews(Interviews),
    /// The journey of one customer.
    Journey {
        /// Id or full name of a person or an organization.
        #[arg(value_name = "PERSON_OR_ORG")]
        whose: String,
        /// Write it as a page that opens without a network.
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
    },
    /// Change one field or tag of many rows, as one action.
    Change(Changing),
    /// Fields of the team's own.
    #[command(subcommand)]
    Fields(Fields),
    /// Who changed what on a record; or bring an older value back.
    History {
        id: Id,
        /// Bring back what the field held before this line. The id is then that of the line's row.
        #[arg(long, value_name = "LINE", requires = "field")]
        restore: Option<String>,
        /// Which field.
        #[arg(long, value_name = "FIELD", requires = "restore")]
        field: Option<String>,
    },
    /// Take back this device's latest action, or the one with this id.
    Undo { action: Option<Id> },
    /// Bring back what was taken back last, or the action with this id.
    Redo { action: Option<Id> },
    /// Everything done here, the latest first.
    Actions {
        #[arg(long, default_value_t = 50, value_name = "N")]
        limit: u32,
        /// Only what this member did.
        #[arg(long, value_name = "ID")]
        member: Option<Id>,
        /// Only this kind of action, by its key: deal_moved, person_saved.
        #[arg(long, value_name = "KEY")]
        kind: Option<String>,
        /// Only what stands in the way of taking this action back.
        #[arg(long, value_name = "ID", conflicts_with_all = ["member", "kind"])]
        before: Option<Id>,
    },
    /// What was deleted, and bringing it back.
    #[command(subcommand)]
    Bin(Bin),
    /// Who may be there twice; merging two, and setting them apart again.
    #[command(subcommand)]
    Duplicates(Duplicates),
    /// Digests of content and state.
    Digest,
    /// Is the file sound, and does everything derived equal a rebuild?
    Check,
    /// Derive everything again.
    Rebuild,
    /// Copy the workspace into one file, also while others write.
    Backup { file: PathBuf },
    /// Put a backup in the place of the workspace; what was there is kept.
    Restore { file: PathBuf },
    /// The backups that are kept beside the workspace.
    #[command(subcommand)]
    Backups(Backups),
    /// The team.
    #[command(subcommand)]
    Members(Members),
    /// Pipelines and their stages.
    #[command(subcommand)]
    Stages(Stages),
}

#[derive(Debug, Subcommand)]
pub enum Score {
    /// A deal's score, opened into the lines that add up to it.
    Explain { deal: Id },
    /// Fit × engagement: open deals, and of the closed ones how many were won.
    Grid,
    /// The rules, as `save` takes them.
    Rules {
        /// Rules to begin with, instead of those in force.
        #[arg(long)]
        suggested: bool,
    },
    /// Put rules from a JSON file in force.
    Save {
        file: PathBuf,
        /// Say how deals would stand and save nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

/// What is open, of whom.
#[derive(Debug, clap::Args)]
pub struct Owing {
    #[arg(long, default_value = "deal", value_parser = PossibleValuesParser::new(["deal", "organization"]))]
    pub by: String,
    /// So many rows; sums are over all.
    #[arg(long, default_value_t = 50, value_name = "N")]
    pub limit: u32,
}

#[derive(Debug, Subcommand)]
pub enum Pool {
    /// List it, what lies there longest first.
    List(Page),
    /// Take a deal out of the pool.
    Claim {
        deal: Id,
        /// Who takes it, by name or id; the member who works here when absent.
        #[arg(long = "as", value_name = "MEMBER")]
        member: Option<String>,
    },
    /// Give deals back to the pool.
    Return {
        #[arg(required = true, value_name = "DEAL")]
        deals: Vec<Id>,
        #[arg(long)]
        reason: Option<String>,
        /// Into this pool, by name or id; the common one when absent.
        #[arg(long, value_name = "POOL")]
        pool: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Rules {
    /// List them.
    List,
    /// What a rule would take tonight. Changes nothing.
    Simulate {
        /// A rule, by name or id; one of the usual days when absent.
        rule: Option<String>,
        /// Days since it was taken over.
        #[arg(long, value_name = "DAYS")]
        held: Option<i64>,
        /// Days since then or the last real touch.
        #[arg(long, value_name = "DAYS")]
        silent: Option<i64>,
    },
    /// Go through the nights that were missed, as the window does by itself.
    Apply,
}

#[derive(Debug, clap::Args)]
pub struct Handover {
    /// Member, by name or id.
    pub from: String,
    pub to: String,
    #[arg(long)]
    pub reason: Option<String>,
    /// Also where the new holder then holds more than their cap.
    #[arg(long)]
    pub anyway: bool,
    /// Say what it would be and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub enum Duplicates {
    /// List them, the most likely first.
    List {
        #[arg(default_value = "people", value_parser = PossibleValuesParser::new(["people", "organizations"]))]
        kind: String,
    },
    /// Merge two people or two organizations; the one with the lower id stays.
    Merge { one: Id, other: Id },
    /// Set one apart again that was merged into another.
    Separate { id: Id },
}

#[derive(Debug, Subcommand)]
pub enum Backups {
    /// List them, the latest first.
    List,
    /// What one holds against what is here now.
    Show { file: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum Members {
    /// List them.
    List,
    /// Say who works on this device, by name or id.
    Me {
        #[arg(value_name = "MEMBER")]
        who: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Stages {
    /// List them, pipeline by pipeline.
    List,
}

#[derive(Debug, Subcommand)]
pub enum Fields {
    /// List them, those put away last.
    List,
    /// Make one.
    Add {
        #[arg(value_parser = PossibleValuesParser::new(["people", "organizations", "deals"]))]
        noun: String,
        name: String,
        #[arg(long, default_value = "text", value_parser = PossibleValuesParser::new(
            ["text", "number", "date", "choice", "choices", "yes_no", "link"]))]
        kind: String,
        /// One of its choices.
        #[arg(long = "choice", value_name = "NAME")]
        choices: Vec<String>,
    },
    /// Put one away: it is no longer offered, and what rows hold in it stays.
    Retire {
        #[arg(value_parser = PossibleValuesParser::new(["people", "organizations", "deals"]))]
        noun: String,
        /// Name or id.
        name: String,
        /// Take it out again.
        #[arg(long)]
        back: bool,
    },
}

/// What can be asked of any noun.
#[derive(Debug, Subcommand)]
pub enum Rows {
    /// List them.
    List(Page),
    /// Everything about one.
    Show { id: Id },
}

/// Which rows of a list.
#[derive(Debug, clap::Args)]
pub struct Page {
    #[arg(long, default_value_t = 50, value_name = "N")]
    pub limit: usize,
    /// Column to sort by.
    #[arg(long, value_name = "F")]
    pub sort: Option<String>,
    /// The greatest first.
    #[arg(long)]
    pub desc: bool,
    /// Only rows whose field has this value; an empty value asks for rows without one.
    #[arg(long, num_args = 1.., value_name = "FIELD=VALUE")]
    pub filter: Vec<String>,
    /// Words that a row holds, or the beginning of its name, pinyin, initials or last four digits.
    #[arg(long)]
    pub query: Option<String>,
}

/// Which rows are changed, and how.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("what").required(true).args(["tag", "untag", "grade", "owner", "set"]))]
#[command(group = ArgGroup::new("which").required(true).multiple(true).args(["ids", "filter", "query", "all"]))]
pub struct Changing {
    #[arg(value_parser = PossibleValuesParser::new(["people", "organizations", "deals"]))]
    pub kind: String,
    /// These rows.
    #[arg(value_name = "ID", conflicts_with_all = ["filter", "query", "all"])]
    pub ids: Vec<Id>,
    /// Every row whose field has this value; an empty value: rows without one.
    #[arg(long, value_name = "FIELD=VALUE")]
    pub filter: Vec<String>,
    /// Every row that holds these words, or that a beginning of a name, pinyin, initials or last four digits finds.
    #[arg(long)]
    pub query: Option<String>,
    /// Every row there is.
    #[arg(long)]
    pub all: bool,
    /// Put a tag on.
    #[arg(long, value_name = "NAME")]
    pub tag: Option<String>,
    /// Take a tag off.
    #[arg(long, value_name = "NAME")]
    pub untag: Option<String>,
    /// A, B, C or D; empty: none.
    #[arg(long)]
    pub grade: Option<String>,
    /// Who looks after them, by name or id; empty: nobody named, and of a deal: to the pool.
    #[arg(long, value_name = "MEMBER")]
    pub owner: Option<String>,
    /// Set any other field, also one of the team's own by its name; an empty value empties it.
    #[arg(long, value_name = "FIELD=VALUE")]
    pub set: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Followups {
    /// List them.
    List(Page),
    /// Everything about one.
    Show { id: Id },
    /// Write the open ones as a calendar file (.ics).
    Export { file: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum Bin {
    /// What was deleted, the latest first.
    List {
        #[arg(long, default_value_t = 50, value_name = "N")]
        limit: u32,
        /// One table only: people, deals, …
        #[arg(long, value_name = "TABLE")]
        kind: Option<String>,
    },
    /// Bring rows back.
    Restore {
        #[arg(required = true, value_name = "ID")]
        ids: Vec<Id>,
    },
    /// Move a row to the bin; what refers to it stays.
    Delete { id: Id },
}

#[derive(Debug, Subcommand)]
pub enum Deals {
    /// List them.
    List(Page),
    /// Everything about one.
    Show { id: Id },
    /// Move a deal to a stage of its pipeline, by name or id.
    Move {
        id: Id,
        stage: String,
        #[arg(long)]
        reason: Option<String>,
    },
    /// Stages with count and sum.
    Board {
        /// Name or id; the first when absent.
        #[arg(long)]
        pipeline: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Guides {
    /// List them.
    List,
    /// The questions of one, in every language.
    Show { id: Id },
}

#[derive(Debug, Subcommand)]
pub enum Interviews {
    /// List them, the latest first.
    List {
        #[arg(long, default_value_t = 50, value_name = "N")]
        limit: i64,
        /// Only those to go on with.
        #[arg(long)]
        unfinished: bool,
    },
    /// What was answered in one.
    Show { id: Id },
}
