//! The screens as a user meets them: one page object per screen, found by `data-testid`, with the gestures it offers.
//! They say what is there; whether that is right is for the journeys to say.

pub mod board;
pub mod exchange;
pub mod interview;
pub mod nav;
pub mod palette;
pub mod quicklog;
pub mod record;
pub mod settings;
pub mod today;
