//! Any bytes behind the beginning of a calendar. The library that counts days may give up on some: the door
//! catches that, so a panic is only told when it comes through.
#![no_main]

use libfuzzer_sys::fuzz_target;
use touchline_core::exchange::{self, ImportChoice};

fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |data: &[u8]| {
    let bytes = [b"BEGIN:VCALENDAR\n", data].concat();
    let _ = exchange::inspect(&ImportChoice::of("fuzz.ics"), bytes);
});
