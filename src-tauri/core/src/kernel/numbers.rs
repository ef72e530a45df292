//! Numbers in cells. A comma may only group thousands: what it means elsewhere would be a guess, and
//! a wrong guess about money is worse than a line that fails.

use super::text;

/// Digits with an optional sign and decimal point, without grouping and currency signs; `None` when
/// the text is no such number.
pub fn plain(value: &str) -> Option<String> {
    let folded = text::fold(value);
    let bare: String = folded
        .chars()
        .filter(|c| !matches!(c, ' ' | '¥' | '￥' | '$' | '€' | '£'))
        .collect();
    let (sign, size) = match bare.strip_prefix('-') {
        Some(size) => ("-", size),
        None => ("", bare.strip_prefix('+').unwrap_or(&bare)),
    };
    let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    let fits = |group: &str| group.len() == 3;
    if first.is_empty() || (grouped && first.len() > 3) || !groups.all(fits) {
        return None;
    }
    let digits = whole.replace(',', "");
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(&digits) || !all_digits(decimals) {
        return None;
    }
    Some(match decimals {
        "" => format!("{sign}{digits}"),
        decimals => format!("{sign}{digits}.{decimals}"),
    })
}

/// A whole number that is not negative.
pub fn whole(value: &str) -> Option<i64> {
    let plain = plain(value)?;
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    if decimals.bytes().any(|b| b != b'0') {
        return None;
    }
    whole.parse().ok().filter(|number| *number >= 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_groups_thousands_or_the_text_is_no_number() {
        for (text, read) in [
            ("1054", "1054"),
            ("1,054.5", "1054.5"),
            ("¥ 86,000", "86000"),
            ("２８２２", "2822"),
            ("-12", "-12"),
            ("1,234,567", "1234567"),
            ("$0.50", "0.50"),
            ("7.", "7"),
        ] {
            assert_eq!(plain(text).as_deref(), Some(read), "{text}");
        }
        for text in [
            "1.234,50", "1,5", "12,34", ",5", "1,0000", "1e5", "nan", "inf", "0x10", "", "-",
            "1.2.3", "12 pcs",
        ] {
            assert_eq!(plain(text), None, "{text}");
        }
    }

    #[test]
    fn a_whole_number_has_no_cents_and_no_sign() {
        assert_eq!(whole("2,822"), Some(2822));
        assert_eq!(whole("1996.0"), Some(1996));
        assert_eq!(whole("12.5"), None);
        assert_eq!(whole("-3"), None);
        assert_eq!(whole("99999999999999999999"), None);
    }
}
