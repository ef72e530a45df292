//! The way of an imported deal through the stages of its file, as far as the file tells it.

use chrono::NaiveDate;

use crate::kernel::Id;
use crate::pipeline::StageKind;

/// A stage of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileStage {
    Prospecting,
    Engaging,
    Won,
    Lost,
}

impl FileStage {
    pub const ALL: [FileStage; 4] = [
        FileStage::Prospecting,
        FileStage::Engaging,
        FileStage::Won,
        FileStage::Lost,
    ];

    /// As the file calls it, which stays its name.
    pub fn name(self) -> &'static str {
        match self {
            FileStage::Prospecting => "Prospecting",
            FileStage::Engaging => "Engaging",
            FileStage::Won => "Won",
            FileStage::Lost => "Lost",
        }
    }

    pub fn kind(self) -> StageKind {
        match self {
            FileStage::Prospecting => StageKind::Lead,
            FileStage::Engaging => StageKind::Opportunity,
            FileStage::Won => StageKind::Won,
            FileStage::Lost => StageKind::Lost,
        }
    }

    /// From 1, in the order of the pipeline.
    pub fn place(self) -> i64 {
        match self {
            FileStage::Prospecting => 1,
            FileStage::Engaging => 2,
            FileStage::Won => 3,
            FileStage::Lost => 4,
        }
    }

    pub fn id(self) -> Id {
        Id::derived(&[
            b"stages",
            b"sales_pipeline",
            self.name().to_lowercase().as_bytes(),
        ])
    }

    /// The stage with this name, in any case.
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|stage| stage.name().eq_ignore_ascii_case(text))
    }
}

/// The moves that lead a deal to where it stands; a move without a day happened, nobody knows when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub moves: Vec<(FileStage, Option<NaiveDate>)>,
    /// The day it was engaged is part of a move; else it stays with the line.
    pub uses_engaged: bool,
    /// The same for the day it was closed.
    pub uses_closed: bool,
}

/// The way to `stage`; `None` when it was closed before it was engaged.
pub fn way(stage: FileStage, engaged: Option<NaiveDate>, closed: Option<NaiveDate>) -> Option<Way> {
    let open = |stage, day, uses_engaged| Way {
        moves: vec![(stage, day)],
        uses_engaged,
        uses_closed: false,
    };
    Some(match (stage, closed) {
        (FileStage::Prospecting, _) => open(stage, None, false),
        (FileStage::Engaging, _) => open(stage, engaged, true),
        // A dated move stands after an undated one: with its day, Engaging would seem the latest.
        (FileStage::Won | FileStage::Lost, None) => open(stage, None, false),
        (FileStage::Won | FileStage::Lost, Some(closed)) => {
            if engaged.is_some_and(|engaged| engaged > closed) {
                return None;
            }
            Way {
                moves: vec![(FileStage::Engaging, engaged), (stage, Some(closed))],
                uses_engaged: true,
                uses_closed: true,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2017, 3, day)
    }

    #[test]
    fn a_closed_deal_was_engaged_first() {
        let way = way(FileStage::Won, day(1), day(9)).expect("a way");
        assert_eq!(
            way.moves,
            [(FileStage::Engaging, day(1)), (FileStage::Won, day(9))]
        );
        assert_eq!(super::way(FileStage::Lost, day(10), day(9)), None);
        assert!(super::way(FileStage::Lost, day(9), day(9)).is_some());
    }

    #[test]
    fn a_missing_day_is_not_made_up() {
        let moves = |stage, engaged, closed| way(stage, engaged, closed).expect("a way").moves;
        assert_eq!(
            moves(FileStage::Prospecting, None, None),
            [(FileStage::Prospecting, None)]
        );
        assert_eq!(
            moves(FileStage::Engaging, None, None),
            [(FileStage::Engaging, None)]
        );
        assert_eq!(
            moves(FileStage::Won, day(1), None),
            [(FileStage::Won, None)]
        );
        assert_eq!(
            moves(FileStage::Won, None, day(9)),
            [(FileStage::Engaging, None), (FileStage::Won, day(9))]
        );
    }

    #[test]
    fn a_day_without_a_move_is_left_for_the_line() {
        let way = way(FileStage::Won, day(1), None).expect("a way");
        assert!(!way.uses_engaged);
        let way = super::way(FileStage::Engaging, day(1), day(9)).expect("a way");
        assert!(way.uses_engaged && !way.uses_closed);
    }
}
