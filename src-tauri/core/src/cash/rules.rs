//! What may stand in a quote, a contract or a plan. Refusals say which field and why; nothing is cut to fit.

use chrono::NaiveDate;

use super::sums::{self, MOST, WHOLE};
use crate::kernel::money::Money;
use crate::kernel::time::plus_days;
use crate::kernel::{Code, Error, Result};

/// Terms and due days do not lie further ahead, in days.
const AHEAD: i64 = 50 * 366;

/// From when to when a day may lie.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    from: NaiveDate,
    to: NaiveDate,
}

impl Span {
    /// What has happened.
    pub fn past(today: NaiveDate) -> Self {
        Span {
            from: earliest(),
            to: today,
        }
    }

    /// Any day of a business.
    pub fn any(today: NaiveDate) -> Self {
        Span {
            from: earliest(),
            to: plus_days(today, AHEAD),
        }
    }

    /// Any day of a business from this one on.
    pub fn since(day: NaiveDate, today: NaiveDate) -> Self {
        Span {
            from: day,
            to: plus_days(today, AHEAD),
        }
    }
}

/// No quote, contract or payment that anybody still writes down is older.
fn earliest() -> NaiveDate {
    NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or_default()
}

/// A day as it is stored, when it lies within the span.
pub fn day(typed: &str, field: &'static str, span: Span) -> Result<NaiveDate> {
    let typed = typed.trim();
    let day: NaiveDate = typed.parse().map_err(|_| {
        Error::new(Code::FieldInvalid)
            .with("field", field)
            .because(typed)
    })?;
    if day < span.from || day > span.to {
        return Err(Error::new(Code::DayOutOfRange)
            .with("field", field)
            .with("value", day)
            .with("from", span.from)
            .with("to", span.to));
    }
    Ok(day)
}

/// A day that may be missing.
pub fn day_if(typed: Option<&str>, field: &'static str, span: Span) -> Result<Option<NaiveDate>> {
    match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => day(typed, field, span).map(Some),
        None => Ok(None),
    }
}

/// An ISO 4217 code.
pub fn currency(typed: &str) -> Result<String> {
    let code = typed.trim().to_uppercase();
    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(Error::invalid("currency").because(typed));
    }
    Ok(code)
}

/// Refuses an amount in another currency than the plan's.
pub fn same_currency(plan: &str, given: &str) -> Result<()> {
    if plan == given {
        return Ok(());
    }
    Err(Error::new(Code::CurrencyMixed)
        .with("expected", plan)
        .with("given", given))
}

/// An amount above zero in the currency of its plan.
pub fn amount(money: &Money, plan: &str) -> Result<i64> {
    same_currency(plan, &money.currency)?;
    above_zero(money.minor)
}

/// An amount above zero that can be kept, minor units.
pub fn above_zero(minor: i64) -> Result<i64> {
    match minor {
        1..=MOST => Ok(minor),
        ..=0 => Err(Error::new(Code::AmountUnfit)),
        _ => Err(too_large()),
    }
}

/// What a line comes to, if its numbers may stand.
pub fn line(quantity_milli: i64, unit_minor: i64, discount_bp: i64) -> Result<i64> {
    if quantity_milli <= 0 {
        return Err(Error::new(Code::QuantityUnfit));
    }
    if unit_minor < 0 {
        return Err(Error::invalid("unit_price"));
    }
    if !(0..=WHOLE).contains(&discount_bp) {
        return Err(Error::new(Code::DiscountUnfit).with("value", percent(discount_bp)));
    }
    let (_, after) = sums::line(quantity_milli, unit_minor, discount_bp).ok_or_else(too_large)?;
    Ok(after)
}

/// Shares above zero that are no more than the whole.
pub fn shares(all: impl Iterator<Item = i64>) -> Result<()> {
    let mut sum = 0_i128;
    for share in all {
        if share <= 0 {
            return Err(Error::invalid("share"));
        }
        sum += i128::from(share);
    }
    if sum > i128::from(WHOLE) {
        let sum = percent(sums::kept(sum));
        return Err(Error::new(Code::SharesOver).with("sum", sum));
    }
    Ok(())
}

pub fn too_large() -> Error {
    Error::new(Code::AmountTooLarge)
}

/// Hundredths of a percent as people write percent: 1250 is "12.5".
fn percent(bp: i64) -> String {
    let sign = if bp < 0 { "-" } else { "" };
    let bp = bp.unsigned_abs();
    let part = format!("{:02}", bp % 100);
    match part.trim_end_matches('0') {
        "" => format!("{sign}{}", bp / 100),
        part => format!("{sign}{}.{part}", bp / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_is_written_without_what_says_nothing() {
        let said = [1250, 10_000, -5, 10_001, 0].map(percent);
        assert_eq!(said, ["12.5", "100", "-0.05", "100.01", "0"]);
    }
}
