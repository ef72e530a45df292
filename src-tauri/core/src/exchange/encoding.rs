//! From bytes to text. UTF-8 and UTF-16 are recognised by themselves, older encodings (GBK above all)
//! by detection. What is no text at all is refused.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::kernel::{Error, Result};

/// How much is looked at to tell UTF-16 without a mark, or the older encodings from each other.
const SAMPLE: usize = 1024 * 1024;

/// Text, and what it was written in.
pub struct Decoded {
    pub text: String,
    /// "UTF-8", "GBK", …
    pub encoding: &'static str,
    /// Some bytes fit no character and read as U+FFFD.
    pub broken: bool,
}

/// Decodes the bytes of a file; `lang` decides between encodings that fit equally well. `None`: not text.
pub fn decode(bytes: Vec<u8>, lang: &str) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return Some(by(encoding, &bytes[mark..]));
    }
    if let Some(encoding) = utf_16(&bytes[..bytes.len().min(SAMPLE)]) {
        return Some(by(encoding, &bytes));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            return Some(Decoded {
                text,
                encoding: UTF_8.name(),
                broken: false,
            });
        }
        Err(error) => error.into_bytes(),
    };
    if bytes.contains(&0) {
        return None;
    }
    if mostly_utf_8(&bytes) {
        return Some(by(UTF_8, &bytes));
    }
    Some(by(detect(&bytes, lang), &bytes))
}

/// Decodes the bytes of a file as what somebody says it was written in; a mark at its start is none of its text.
pub fn decode_as(bytes: &[u8], label: &str) -> Result<Decoded> {
    let encoding = Encoding::for_label(label.as_bytes())
        .ok_or_else(|| Error::invalid("encoding").because(label))?;
    let mark = match Encoding::for_bom(bytes) {
        Some((marked, length)) if marked == encoding => length,
        _ => 0,
    };
    Ok(by(encoding, &bytes[mark..]))
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text: Cow::into_owned(text),
        encoding: encoding.name(),
        broken,
    }
}

/// UTF-16 without a mark: the zero halves of plain letters all lie on one side.
fn utf_16(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros = |side: usize| {
        sample
            .iter()
            .skip(side)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    match (even, odd) {
        (0, 0) => None,
        (0, odd) if odd * 20 >= sample.len() => Some(UTF_16LE),
        (even, 0) if even * 20 >= sample.len() => Some(UTF_16BE),
        _ => None,
    }
}

/// A few broken bytes do not make a UTF-8 file another encoding.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 10
}

fn detect(bytes: &[u8], lang: &str) -> &'static Encoding {
    let near = match lang {
        "zh-Hans" => Some(b"cn".as_slice()),
        "zh-Hant" => Some(b"tw".as_slice()),
        _ => None,
    };
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], true);
    detector.guess(near, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "account,sector\n北京星河科技有限公司,医疗器械\n上海云帆贸易,物流与供应链\n";

    fn decoded(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes.to_vec(), "zh-Hans").expect("text");
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let (gbk, _, _) = encoding_rs::GBK.encode(TEXT);
        let utf_16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [0xFE, 0xFF]
            .into_iter()
            .chain(TEXT.encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        let with_bom = format!("\u{FEFF}{TEXT}");
        assert_eq!(decoded(TEXT.as_bytes()), (TEXT.to_owned(), "UTF-8"));
        assert_eq!(decoded(with_bom.as_bytes()), (TEXT.to_owned(), "UTF-8"));
        assert_eq!(decoded(&utf_16), (TEXT.to_owned(), "UTF-16LE"));
        assert_eq!(decoded(&marked), (TEXT.to_owned(), "UTF-16BE"));
        assert_eq!(decoded(&gbk).0, TEXT);
    }

    #[test]
    fn one_broken_byte_does_not_spoil_a_utf_8_file() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.push(0xFF);
        let decoded = decode(bytes, "en").expect("text");
        assert_eq!(decoded.text, format!("{TEXT}\u{FFFD}"));
        assert!(decoded.broken);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(
            decode(
                b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x9f\xff\xfe\x00\x00\x12".to_vec(),
                "en"
            )
            .is_none()
        );
    }
}
