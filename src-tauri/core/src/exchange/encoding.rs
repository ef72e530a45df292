//! From bytes to text. UTF-8 and UTF-16 are recognised by themselves, older encodings (GBK above all)
//! by detection. What is no text at all is refused.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

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

/// UTF-16 without a mark: no other text has zeros in it. Which half comes first is told by what parts
/// cells and lines and by digits: those have a zero half in every language.
fn utf_16(sample: &[u8]) -> Option<&'static Encoding> {
    if !sample.contains(&0) {
        return None;
    }
    let units = |order: fn([u8; 2]) -> u16| {
        let pairs = sample.chunks_exact(2);
        pairs.map(move |pair| order([pair[0], pair[1]]))
    };
    let sure = |unit: &u16| {
        let sign = u8::try_from(*unit).unwrap_or_default();
        matches!(
            sign,
            b'\n' | b'\r' | b'\t' | b',' | b';' | b'|' | b'1'..=b'9'
        )
    };
    // Control signs, surrogates and private letters: more than a few are no text.
    let odd = |unit: &u16| matches!(*unit, 0..=8 | 11 | 12 | 14..=31 | 0x7F..=0x9F | 0xD800..=0xF8FF | 0xFFF0..);
    let little = units(u16::from_le_bytes).filter(sure).count();
    let big = units(u16::from_be_bytes).filter(sure).count();
    let (encoding, order) = match little > big {
        true => (UTF_16LE, u16::from_le_bytes as fn([u8; 2]) -> u16),
        false => (UTF_16BE, u16::from_be_bytes as fn([u8; 2]) -> u16),
    };
    let strange = units(order).filter(odd).count();
    (little.max(big) > 0 && strange * 20 <= sample.len() / 2).then_some(encoding)
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
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if letters_stand_alone(sample) {
        return WINDOWS_1252;
    }
    let near = match lang {
        "zh-Hans" => Some(b"cn".as_slice()),
        "zh-Hant" => Some(b"tw".as_slice()),
        _ => None,
    };
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let found = detector.guess(near, Utf8Detection::Deny);
    // Where the best guess leaves holes or letters that nobody writes, another may leave none.
    let end = sample.iter().rposition(|byte| *byte == b'\n');
    let whole = end.map_or(sample, |end| &sample[..end]);
    let strange = |encoding: &&'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(whole);
        let strange = |c: &char| matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}');
        text.chars().filter(strange).count()
    };
    let candidates = [found, GBK, BIG5].into_iter();
    candidates.min_by_key(strange).unwrap_or(found)
}

/// Every letter beyond ASCII stands alone among plain letters, as the accents of Western Europe do: M\u{FC}ller.
/// The letters of East Asia take two bytes, most often both beyond ASCII.
fn letters_stand_alone(sample: &[u8]) -> bool {
    let high = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii());
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let (mut alone, mut all) = (0, 0);
    for (at, _) in sample
        .iter()
        .enumerate()
        .filter(|(_, byte)| !byte.is_ascii())
    {
        let before = at.checked_sub(1).and_then(|before| sample.get(before));
        let after = sample.get(at + 1);
        all += 1;
        alone += usize::from(!high(before) && !high(after) && (plain(before) || plain(after)));
    }
    all > 0 && alone * 10 >= all * 9
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

    /// A list that a team keeps, in the words of its place.
    const HANS: &str = "姓名,手机,公司,备注\n张立群,13800138000,北京星河科技有限公司,一周内报价\n王一一,13900139000,上海云帆贸易,要一份合同\n";
    const HANT: &str = "姓名,手機,公司,備註\n林佳怡,0912345678,台北數位科技股份有限公司,請於週五前回覆報價\n陳國華,0987654321,華東醫藥器械,老客戶介紹\n黃雅婷,0922333444,高雄港運物流,需要發票與合約\n";
    const WEST: &str = "Name,Phone,Company\nJürgen Müller,+49 40 1234,Süßwaren Köln GmbH\nRenée Lefèvre,+33 1 2345,Café Façade\n";

    fn every_lang(bytes: &[u8], text: &str, encoding: &str) {
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            let decoded = decode(bytes.to_vec(), lang).expect("text");
            assert_eq!(
                (decoded.encoding, decoded.text.as_str()),
                (encoding, text),
                "{lang}"
            );
        }
    }

    #[test]
    fn old_encodings_are_told_apart_whatever_the_language_of_the_workspace() {
        every_lang(&encoding_rs::GBK.encode(HANS).0, HANS, "GBK");
        every_lang(&encoding_rs::BIG5.encode(HANT).0, HANT, "Big5");
        every_lang(&WINDOWS_1252.encode(WEST).0, WEST, "windows-1252");
    }

    #[test]
    fn a_rare_character_of_four_bytes_is_read() {
        let rare = HANS.replace("张立群", "张\u{20BB7}㐱");
        let bytes = encoding_rs::GB18030.encode(&rare).0;
        assert_eq!(decode(bytes.to_vec(), "zh-Hans").expect("text").text, rare);
    }

    #[test]
    fn utf_16_without_a_mark_is_told_by_what_parts_its_cells() {
        for text in [HANS, HANT, WEST] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            every_lang(&little, text, "UTF-16LE");
            every_lang(&big, text, "UTF-16BE");
            every_lang(&[&[0xFF, 0xFE], &little[..]].concat(), text, "UTF-16LE");
            every_lang(&[&[0xFE, 0xFF], &big[..]].concat(), text, "UTF-16BE");
        }
    }
}
