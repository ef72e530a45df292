//! Any bytes as an old Office file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use touchline_core::exchange::{self, ImportChoice};

fuzz_target!(|data: &[u8]| {
    let bytes = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", data].concat();
    let _ = exchange::inspect(&ImportChoice::of("fuzz.xls"), bytes);
});
