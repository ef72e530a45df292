//! Which numbers and addresses tell who somebody is. One that does is enough to say that two rows are one
//! person; of any other the name must agree too.
//!
//! | kind | tells | why |
//! |---|---|---|
//! | mobile phone (+86 1…) | yes | one person carries it |
//! | landline, extension, number abroad | no | an office or a family answers; abroad nobody can tell which it is |
//! | email | yes, but no info@, sales@ … | a letterbox of its own |
//! | WeChat, WeCom, external id | yes | an account, a row of another program |

use super::types::IdentifierKind;

/// With how many people a value that tells may stand. One that stands with more is shared, whatever its
/// kind: a shop's mobile phone, a family's letterbox. It tells no longer.
pub const LIMIT: usize = 1;

/// Numbers that forms are filled with.
const NUMBERS: &[&str] = &[
    "13800138000",
    "12345678",
    "123456789",
    "1234567890",
    "12345678901",
    "13812345678",
];

/// Addresses that forms are filled with.
const ADDRESSES: &[&str] = &[
    "test@test.com",
    "a@a.com",
    "1@1.com",
    "123@123.com",
    "none@none.com",
    "no@no.com",
    "abc@abc.com",
];

/// What is kept free for examples.
const EXAMPLES: &[&str] = &["example.com", "example.org", "example.net", "test.com"];

/// Letterboxes that many read.
const ROLES: &[&str] = &[
    "info",
    "sales",
    "hr",
    "admin",
    "contact",
    "office",
    "service",
    "support",
    "hello",
    "mail",
    "noreply",
    "no-reply",
    "webmaster",
    "marketing",
    "jobs",
    "careers",
    "billing",
    "finance",
    "kefu",
    "zhaopin",
];

/// Whether a value in its normal form tells who somebody is, as far as the value itself shows.
pub fn tells(kind: IdentifierKind, value: &str) -> bool {
    if placeholder(kind, value) {
        return false;
    }
    match kind {
        IdentifierKind::Phone => is_mobile(value),
        IdentifierKind::Email => {
            let letterbox = value.split('@').next().unwrap_or_default();
            value.contains('@') && !ROLES.contains(&letterbox)
        }
        IdentifierKind::Wechat | IdentifierKind::Wecom | IdentifierKind::External => true,
    }
}

/// A value that stands in forms because something had to.
pub fn placeholder(kind: IdentifierKind, value: &str) -> bool {
    match kind {
        IdentifierKind::Phone => {
            let local = value.strip_prefix("+86").unwrap_or(value);
            // 138 0000 0000 is no number of anybody, nor is 111 1111 1111.
            let tail = &local[local.len().saturating_sub(8)..];
            NUMBERS.contains(&local) || one_sign(tail)
        }
        IdentifierKind::Email => {
            let domain = value.rsplit('@').next().unwrap_or_default();
            ADDRESSES.contains(&value) || EXAMPLES.contains(&domain)
        }
        IdentifierKind::Wechat | IdentifierKind::Wecom | IdentifierKind::External => {
            one_sign(value)
        }
    }
}

fn one_sign(value: &str) -> bool {
    let mut signs = value.chars();
    signs
        .next()
        .is_none_or(|first| signs.all(|sign| sign == first))
}

fn is_mobile(value: &str) -> bool {
    let mut local = value.strip_prefix("+86").unwrap_or_default().bytes();
    local.len() == 11 && local.next() == Some(b'1') && matches!(local.next(), Some(b'3'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::normalise;

    fn said(kind: IdentifierKind, typed: &str) -> bool {
        normalise(kind, typed).is_some_and(|value| tells(kind, &value))
    }

    #[test]
    fn a_mobile_an_address_and_an_account_tell_who_somebody_is() {
        for (kind, typed) in [
            (IdentifierKind::Phone, "138 1234 2231"),
            (IdentifierKind::Phone, "+86-186-6620-4471"),
            (IdentifierKind::Email, "Lin.Yutong@lanjing.cn"),
            (IdentifierKind::Email, "infos@lanjing.cn"),
            (IdentifierKind::Wechat, "lyt_0412"),
            (IdentifierKind::Wecom, "LinYuTong"),
            (IdentifierKind::External, "1000231"),
        ] {
            assert!(said(kind, typed), "{typed}");
        }
    }

    #[test]
    fn what_many_answer_or_nobody_has_tells_nothing() {
        for (kind, typed) in [
            (IdentifierKind::Phone, "021-6888 1234"),
            (IdentifierKind::Phone, "400-820-8820"),
            (IdentifierKind::Phone, "+44 20 7946 0958"),
            (IdentifierKind::Phone, "12812345670"),
            (IdentifierKind::Phone, "11111111111"),
            (IdentifierKind::Phone, "13800000000"),
            (IdentifierKind::Phone, "13800138000"),
            (IdentifierKind::Phone, "12345678"),
            (IdentifierKind::Phone, "0000"),
            (IdentifierKind::Email, "test@test.com"),
            (IdentifierKind::Email, "anna@example.com"),
            (IdentifierKind::Email, "INFO@lanjing.cn"),
            (IdentifierKind::Email, "lanjing.cn"),
            (IdentifierKind::Wechat, "无"),
            (IdentifierKind::Wechat, "xxx"),
            (IdentifierKind::External, "null"),
        ] {
            assert!(!said(kind, typed), "{typed}");
        }
    }
}
