//! Guides and interviews: versioned sets of questions in several languages, and what was answered.
//! Each answer is a row of its own; "asked, no answer" differs from "not asked". Nothing here asks
//! about hiring, and no answer is ever a hiring criterion.

mod builtin;
mod edit;
mod interview;
mod plan;
mod sheet;
mod store;
#[cfg(test)]
mod tests;
mod types;

pub use builtin::{guide_id, provide, question_id};
pub use edit::{
    GuideInput, GuideLine, GuideRecord, QuestionInput, QuestionView, WordingView, archive, copy,
    list, record, save,
};
pub use interview::{
    AnswerInput, ConsentInput, FinishInput, Finished, StartInput, Started, ThanksInput, answer,
    ask, consent, discard, finish, pause, speak, start,
};
pub use sheet::{InterviewLine, Sheet, SheetQuestion, latest, of_person, sheet, unfinished};
pub use types::{
    Answer, AnswerState, Guide, Interview, InterviewState, Purpose, Question, Wording,
};
