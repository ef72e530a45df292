//! Columns of pipelines, stages, deals and what is kept of their way.

use crate::kernel::Id;
use crate::people::Grade;
use crate::{record, words};

words! {
    /// What a stage means for a deal in it.
    pub enum StageKind {
        Lead = "lead",
        Qualified = "qualified",
        Opportunity = "opportunity",
        Won = "won",
        Lost = "lost",
    }
}

words! {
    /// How somebody takes part in a deal.
    pub enum DealRoleKind {
        Decides = "decides",
        Pays = "pays",
        Uses = "uses",
        Advises = "advises",
        Champions = "champions",
        Blocks = "blocks",
    }
}

record! {
    /// An ordered set of stages.
    pub struct Pipeline in "pipelines", noun 10 {
        cell 1 name: String;
        cell 2 place: i64;
        /// Put away: its deals stay, the board no longer offers it.
        cell 3 archived_at: Option<i64>;
    }
}

record! {
    /// A step of a pipeline.
    pub struct Stage in "stages", noun 11 {
        cell 1 pipeline: Id [refers(pipelines)];
        cell 2 name: String;
        cell 3 kind: StageKind;
        cell 4 place: i64;
        /// Percent.
        cell 5 win_chance: Option<i64>;
        /// Days after which a deal in it is stale.
        cell 6 limit_days: Option<i64>;
        /// What must be known of a deal before it enters: a JSON list of names of fields and ids of own ones.
        cell 7 required: String;
        /// Put away: deals in it stay, nobody moves in.
        cell 8 retired_at: Option<i64>;
    }
}

record! {
    /// One record from first contact to cash.
    pub struct Deal in "deals", noun 12 {
        cell 1 name: String [sortable, searchable];
        cell 2 organization: Option<Id> [filterable, refers(organizations)];
        cell 3 person: Option<Id> [refers(people)];
        cell 4 product: Option<Id> [filterable, refers(products)];
        /// No amount: unknown, never zero.
        cell 5 amount { amount_minor: Option<i64>, currency: Option<String> } [sortable];
        cell 6 note: Option<String> [searchable];
        /// Came from a file: enters Today by age only after someone touched it.
        cell 7 imported: bool;
        /// The day on which it is expected to close.
        cell 8 close_on: Option<String> [sortable];
        /// Where it came from; its person's source where nobody said.
        cell 9 source: Option<Id> [filterable, refers(sources)];
        /// Since when, milliseconds UTC, and why no rule takes it from its holder.
        cell 10 lock { locked_at: Option<i64>, locked_why: Option<String> };
        /// The latest stage move.
        projected stage: Option<Id>;
        projected stage_at: Option<i64>;
        projected stage_day: bool;
        /// The latest holding; `None`: in the pool.
        projected holder: Option<Id>;
        projected held_at: Option<i64>;
        /// Since when the holder's time counts; `None`: nobody knows when they took it over.
        projected clock_at: Option<i64>;
        /// Day of the earliest open promise.
        projected next_on: Option<String>;
        projected sort_key: String;
        projected touch_count: i64;
        projected last_touch_at: Option<i64>;
        /// How well it fits, by the team's rules; `None`: unknown, or nothing is scored.
        projected fit_now: Option<Grade>;
        /// How far the other side takes part, 1 to 4.
        projected level_now: Option<i64>;
    }
}

record! {
    /// A deal entered a stage. Both of two concurrent moves stay; the later one is current.
    pub struct StageMove in "stage_moves", noun 13 {
        cell 1 whole {
            deal: Id, stage: Id, at: Option<i64>, at_day: bool, place: i64, member: Option<Id>, reason: Option<String>
        } [refers(deals), refers(stages by stage), refers(members by member)];
    }
}

record! {
    /// Somebody took a deal over, or nobody holds it any more.
    pub struct Holding in "holdings", noun 14 {
        cell 1 whole {
            deal: Id, member: Option<Id>, at: i64, at_day: bool, reason: Option<String>,
            why: Option<HeldWhy>, pool: Option<Id>, rule: Option<Id>, clock: Option<TurnoverClock>, days: Option<i64>
        } [refers(deals), refers(members by member)];
    }
}

words! {
    /// How a deal came to who holds it now.
    pub enum HeldWhy {
        Opened = "opened",
        /// Taken out of the pool by who holds it now. Of two such the earlier one holds.
        Claimed = "claimed",
        Assigned = "assigned",
        HandedOver = "handed_over",
        /// Given back to the pool by a person.
        Returned = "returned",
        /// Given back by a rule: which, by which clock, after how many days.
        TurnedOver = "turned_over",
    }
}

words! {
    /// What a turnover rule counts.
    pub enum TurnoverClock {
        /// From the day on which it was taken over.
        Holding = "holding",
        /// From the later of that day and the last real touch.
        Silence = "silence",
    }
}

record! {
    /// Who takes part in a deal, and how. Its id comes from deal and person.
    pub struct DealRole in "deal_roles", noun 15 {
        cell 1 deal: Id [refers(deals)];
        cell 2 person: Id [refers(people)];
        cell 3 role: DealRoleKind;
    }
}

record! {
    /// The columns of an imported line that have no field of their own, as a JSON object.
    pub struct SourceLine in "source_lines", noun 19 {
        cell 1 target: Id;
        /// Which kind of file it came from.
        cell 2 source: String;
        cell 3 line: String;
    }
}
