//! Amounts in minor units (分, cents) with their ISO 4217 currency.

use serde::{Deserialize, Serialize};

/// An amount of money. Sums are only made within one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Money {
    /// Minor units: 8600000 is ¥86,000.00.
    pub minor: i64,
    pub currency: String,
}

/// How many minor units make one of this currency (ISO 4217; those without cents count whole).
pub fn minor_per_major(currency: &str) -> i64 {
    match currency {
        "JPY" | "KRW" | "VND" | "CLP" | "ISK" => 1,
        "BHD" | "KWD" | "OMR" | "TND" | "JOD" => 1000,
        _ => 100,
    }
}

/// A plain decimal such as `1054`, `1,054.5` or `¥86,000` in minor units; `None` if it is no number.
pub fn parse_minor(text: &str, currency: &str) -> Option<i64> {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | ' ' | '¥' | '$' | '€' | '£' | '￥'))
        .collect();
    let value: f64 = plain.parse().ok()?;
    let minor = value * minor_per_major(currency) as f64;
    (minor.is_finite() && minor.abs() < 9e15).then(|| minor.round() as i64)
}
