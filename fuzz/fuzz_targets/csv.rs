//! Any bytes as text: encoding and delimiter found, or said by the first byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use touchline_core::exchange::{self, ImportChoice};

const ENCODINGS: [&str; 5] = ["UTF-8", "GBK", "Big5", "UTF-16LE", "windows-1252"];
const DELIMITERS: [&str; 4] = [",", ";", "\t", "|"];

fuzz_target!(|data: &[u8]| {
    let Some((said, bytes)) = data.split_first() else {
        return;
    };
    let said = usize::from(*said);
    let choice = ImportChoice {
        encoding: ENCODINGS.get(said % 8).map(|name| (*name).to_owned()),
        delimiter: DELIMITERS.get(said / 8 % 8).map(|sign| (*sign).to_owned()),
        ..ImportChoice::of("fuzz.csv")
    };
    let _ = exchange::inspect(&choice, bytes.to_vec());
});
