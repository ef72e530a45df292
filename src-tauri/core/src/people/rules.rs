//! Normal forms of identifiers: what two spellings of one number or address share.

use super::types::IdentifierKind;
use crate::kernel::text;

/// Identifiers that stand in sheets without naming anyone.
const BLOCKED: &[&str] = &[
    "0", "00", "000", "0000", "null", "nil", "none", "n/a", "na", "-", "--", "/", "?", "无",
    "没有", "暂无", "未知", "不详", "test", "unknown",
];

/// The normal form, or `None` for what identifies nobody.
pub fn normalise(kind: IdentifierKind, typed: &str) -> Option<String> {
    let folded = text::fold(typed);
    if folded.is_empty() || BLOCKED.contains(&folded.as_str()) {
        return None;
    }
    match kind {
        IdentifierKind::Phone => phone(&folded),
        IdentifierKind::Email => {
            let address = folded.trim_start_matches("mailto:").to_owned();
            Some(address)
        }
        IdentifierKind::Wechat | IdentifierKind::Wecom | IdentifierKind::External => Some(folded),
    }
}

/// Digits with their country code; a Chinese mobile number without one gets +86.
fn phone(folded: &str) -> Option<String> {
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 5 || digits.chars().all(|digit| digit == '0') {
        return None;
    }
    let mobile = |digits: &str| digits.len() == 11 && digits.starts_with('1');
    if folded.starts_with('+') {
        return Some(format!("+{digits}"));
    }
    if let Some(rest) = digits.strip_prefix("00") {
        return Some(format!("+{rest}"));
    }
    if digits.len() == 13 && digits.starts_with("86") && mobile(&digits[2..]) {
        return Some(format!("+{digits}"));
    }
    Some(if mobile(&digits) {
        format!("+86{digits}")
    } else {
        digits
    })
}

/// A phone number for people to read: 138 1234 2231.
pub fn shown(kind: IdentifierKind, value: &str) -> String {
    match (kind, value.strip_prefix("+86")) {
        (IdentifierKind::Phone, Some(local)) if local.len() == 11 => {
            format!("{} {} {}", &local[..3], &local[3..7], &local[7..])
        }
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_phone_number_share_a_normal_form() {
        for typed in [
            "13812342231",
            "138-1234-2231",
            "+86 138 1234 2231",
            "8613812342231",
            "１３８１２３４２２３１",
            "008613812342231",
        ] {
            assert_eq!(
                normalise(IdentifierKind::Phone, typed).as_deref(),
                Some("+8613812342231"),
                "{typed}"
            );
        }
    }

    #[test]
    fn placeholders_identify_nobody() {
        for typed in ["0000", "null", "  ", "N/A", "00000000000"] {
            assert_eq!(normalise(IdentifierKind::Phone, typed), None, "{typed}");
        }
    }

    #[test]
    fn a_mobile_number_is_shown_in_three_groups() {
        assert_eq!(
            shown(IdentifierKind::Phone, "+8613812342231"),
            "138 1234 2231"
        );
        assert_eq!(shown(IdentifierKind::Phone, "02112345678"), "02112345678");
    }
}
