//! What two names of one organization share.

use crate::kernel::text;

/// Legal forms, the longest first.
const FORMS: [&str; 12] = [
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "股份",
    "集团",
    "公司",
    "gmbh",
    "corp",
    "inc",
    "ltd",
    "llc",
    "co",
];

/// A name without its legal form, brackets, blanks and signs; for comparing only.
pub fn core_name(name: &str) -> String {
    let whole = text::identity(name);
    let mut rest = whole.as_str();
    while let Some(shorter) = FORMS.iter().find_map(|form| rest.strip_suffix(form)) {
        rest = shorter;
    }
    if rest.chars().count() < 2 {
        whole
    } else {
        rest.to_owned()
    }
}
