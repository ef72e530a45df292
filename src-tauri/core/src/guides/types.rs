//! Columns of guides, their questions and wordings, of interviews and answers.

use crate::kernel::Id;
use crate::kernel::settings::Lang;
use crate::touchpoints::Channel;
use crate::{record, words};

words! {
    /// What a guide is for.
    pub enum Purpose {
        Care = "care",
        Owner = "owner",
        Candidate = "candidate",
        Meetup = "meetup",
        WinLoss = "win_loss",
        Churn = "churn",
        Demand = "demand",
        Own = "own",
    }
}

words! {
    /// Where an interview stands.
    pub enum InterviewState {
        Running = "running",
        Paused = "paused",
        Done = "done",
    }
}

words! {
    /// What came of a question. A question without a row was not asked.
    pub enum AnswerState {
        Answered = "answered",
        /// Asked; nothing was said to it.
        NoAnswer = "no_answer",
        NotAsked = "not_asked",
    }
}

record! {
    /// A set of questions for a kind of conversation.
    pub struct Guide in "guides", noun 20 {
        cell 1 name: String [sortable, searchable];
        cell 2 purpose: Purpose [filterable];
        /// Over what such a conversation usually goes.
        cell 3 channel: Channel;
        /// Key of a guide that came with the product: its name is a word of ours and it is not edited.
        cell 4 builtin: Option<String>;
        /// The version that is asked now, from 1.
        cell 5 version: i64;
        cell 6 place: i64 [sortable];
    }
}

record! {
    /// A question in one version of a guide.
    pub struct Question in "questions", noun 21 {
        cell 1 guide: Id [refers(guides)];
        cell 2 version: i64;
        cell 3 place: i64;
        /// The question's id in its first version: what answers are counted by.
        cell 4 origin: Id [refers(questions)];
        /// Asked on the spot: it belongs to this interview alone.
        cell 5 interview: Option<Id> [refers(interviews)];
    }
}

record! {
    /// A question's words in one language.
    pub struct Wording in "wordings", noun 22 {
        cell 1 question: Id [refers(questions)];
        cell 2 lang: Lang;
        /// A few words for lists.
        cell 3 title: String [searchable];
        cell 4 text: String [searchable];
        /// What to ask further.
        cell 5 probe: Option<String>;
    }
}

record! {
    /// A conversation by guide. When, with whom and by whom stands in its touchpoint.
    pub struct Interview in "interviews", noun 23 {
        cell 1 touchpoint: Id [refers(touchpoints)];
        /// It keeps the version it was asked with.
        cell 2 guide { guide: Id, version: i64 };
        /// The language asked in.
        cell 3 lang: Lang;
        /// `None`: not asked for.
        cell 4 consent { consent: Option<bool>, consent_on: Option<String> };
        /// The day after which it is erased.
        cell 5 retain_until: Option<String>;
        cell 6 state: InterviewState [filterable];
        /// Typed up after the conversation, whose own date stands in the touchpoint.
        cell 7 typed_later: bool;
        /// The promise to thank and to tell the result.
        cell 8 thanks: Option<Id> [refers(followups)];
        /// The promise that this conversation keeps.
        cell 9 keeps: Option<Id> [refers(followups)];
    }
}

record! {
    /// What was said to one question in one interview.
    pub struct Answer in "answers", noun 24 {
        cell 1 interview: Id [refers(interviews)];
        cell 2 question: Id [refers(questions)];
        cell 3 state: AnswerState [filterable];
        cell 4 text: Option<String> [searchable];
        /// Word for word, else a note.
        cell 5 verbatim: bool;
    }
}

impl Answer {
    /// Two devices that answer the same question of one interview write one row.
    pub fn id_of(interview: Id, question: Id) -> Id {
        Id::derived(&[b"answers", interview.bytes(), question.bytes()])
    }
}

impl Wording {
    pub fn id_of(question: Id, lang: Lang) -> Id {
        Id::derived(&[b"wordings", question.bytes(), lang.word().as_bytes()])
    }
}
