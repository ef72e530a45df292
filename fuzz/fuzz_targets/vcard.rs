//! Any bytes behind the beginning of a card.
#![no_main]

use libfuzzer_sys::fuzz_target;
use touchline_core::exchange::{self, ImportChoice};

fuzz_target!(|data: &[u8]| {
    let bytes = [b"BEGIN:VCARD\n", data].concat();
    let _ = exchange::inspect(&ImportChoice::of("fuzz.vcf"), bytes);
});
