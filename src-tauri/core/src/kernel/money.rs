//! Amounts in minor units (分, cents) with their ISO 4217 currency.

use serde::{Deserialize, Serialize};

/// An amount of money. Sums are only made within one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Money {
    /// Minor units: 8600000 is ¥86,000.00.
    pub minor: i64,
    pub currency: String,
}

/// Currencies without cents.
pub const WHOLE: [&str; 5] = ["JPY", "KRW", "VND", "CLP", "ISK"];
/// Currencies in thousandths.
pub const THOUSANDTHS: [&str; 5] = ["BHD", "KWD", "OMR", "TND", "JOD"];

/// How many minor units make one of this currency (ISO 4217; those without cents count whole).
pub fn minor_per_major(currency: &str) -> i64 {
    match currency {
        whole if WHOLE.contains(&whole) => 1,
        thousandths if THOUSANDTHS.contains(&thousandths) => 1000,
        _ => 100,
    }
}

/// A plain decimal such as `1054`, `1,054.5` or `¥86,000` in minor units, what is smaller than one
/// rounded half away from zero; `None` if it is no number or more than fits.
pub fn parse_minor(text: &str, currency: &str) -> Option<i64> {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | ' ' | '¥' | '$' | '€' | '£' | '￥'))
        .collect();
    let (sign, digits) = match plain.strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest),
        None => (1, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + part.len() == 0 || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let per_major = minor_per_major(currency);
    let places = per_major.ilog10() as usize;
    let mut minor = if whole.is_empty() {
        0
    } else {
        whole.parse::<i64>().ok()?.checked_mul(per_major)?
    };
    let kept = &part[..part.len().min(places)];
    if !kept.is_empty() {
        let missing = (places - kept.len()) as u32;
        minor = minor.checked_add(kept.parse::<i64>().ok()? * 10_i64.pow(missing))?;
    }
    if part
        .as_bytes()
        .get(places)
        .is_some_and(|digit| *digit >= b'5')
    {
        minor = minor.checked_add(1)?;
    }
    Some(sign * minor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_last_minor_unit() {
        for (text, currency, minor) in [
            ("1054", "USD", 105_400),
            ("1,054.5", "USD", 105_450),
            ("¥86,000", "CNY", 8_600_000),
            ("￥0.29", "CNY", 29),
            (".5", "EUR", 50),
            ("12.", "EUR", 1200),
            ("-3.20", "CNY", -320),
            ("1.005", "USD", 101),
            ("-1.005", "USD", -101),
            ("1.0049999", "USD", 100),
            ("1,500", "JPY", 1500),
            ("1.5", "JPY", 2),
            ("1.2345", "KWD", 1235),
            // One cent more than a float could tell apart.
            ("90071992547409.93", "CNY", 9_007_199_254_740_993),
        ] {
            assert_eq!(
                parse_minor(text, currency),
                Some(minor),
                "{text} {currency}"
            );
        }
    }

    #[test]
    fn what_is_no_amount_or_does_not_fit_is_nothing() {
        for text in [
            "",
            " ",
            "-",
            ".",
            "¥",
            "inf",
            "NaN",
            "1e5",
            "0x10",
            "1.2.3",
            "--1",
            "12万",
            "１２",
            "92233720368547758.08",
            "99999999999999999999",
        ] {
            assert_eq!(parse_minor(text, "CNY"), None, "{text}");
        }
        assert_eq!(parse_minor("92233720368547758.07", "CNY"), Some(i64::MAX));
    }
}
