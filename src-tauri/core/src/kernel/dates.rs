//! Days in a column of a file. Which of day and month comes first is decided once for the whole
//! column, by the values that leave no choice.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use super::text;

/// What stands in front when a column writes a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    Year,
    Month,
    Day,
}

impl First {
    /// As people write the format.
    pub fn shown(self) -> &'static str {
        match self {
            First::Year => "YYYY-MM-DD",
            First::Month => "MM/DD/YYYY",
            First::Day => "DD/MM/YYYY",
        }
    }
}

/// What a column tells of its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Is(First),
    /// Day and month could be either way round.
    Open,
    /// There are no days in it.
    Nothing,
}

/// What a column tells. A number above 12 is a day; when both readings have such proof, the more
/// frequent one holds. A year in front leaves nothing to tell.
pub fn told<'a>(values: impl Iterator<Item = &'a str>) -> Told {
    let (mut year_first, mut month_first, mut day_first, mut open) = (0, 0, 0, 0);
    for (a, b, c) in values.filter_map(numbers) {
        match (a, b, c) {
            _ if a > 31 => year_first += 1,
            _ if c <= 31 => {}
            (13.., ..=12, _) => day_first += 1,
            (..=12, 13.., _) => month_first += 1,
            _ => open += 1,
        }
    }
    match (month_first, day_first) {
        (0, 0) if open > 0 => Told::Open,
        (0, 0) if year_first > 0 => Told::Is(First::Year),
        (0, 0) => Told::Nothing,
        (month, day) if month >= day => Told::Is(First::Month),
        _ => Told::Is(First::Day),
    }
}

/// The orders of two columns of one file: where one leaves it open the other decides, else the month
/// comes first.
pub fn orders(columns: [Told; 2]) -> [First; 2] {
    let decided = columns.into_iter().find_map(|told| match told {
        Told::Is(order) if order != First::Year => Some(order),
        _ => None,
    });
    columns.map(|told| match told {
        Told::Is(order) => order,
        Told::Open => decided.unwrap_or(First::Month),
        Told::Nothing => First::Year,
    })
}

/// The day of one value. A value with its year in front reads the same in every column.
pub fn day(value: &str, order: First) -> Option<NaiveDate> {
    if let Some((days, _)) = serial(value) {
        return NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days));
    }
    let (a, b, c) = numbers(value)?;
    let (year, month, day) = match order {
        _ if a > 31 => (a, b, c),
        First::Year | First::Month => (c, a, b),
        First::Day => (c, b, a),
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        .filter(|day| (1900..2200).contains(&day.year()))
}

/// The time of day behind a day: "2024-03-05 14:30", "2024-03-05T14:30:09".
pub fn time(value: &str) -> Option<NaiveTime> {
    if let Some((_, seconds)) = serial(value) {
        return NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).filter(|_| seconds > 0);
    }
    let folded = text::fold(value);
    let (_, time) = folded.split_once([' ', 't'])?;
    let time = time.trim_end_matches('z');
    ["%H:%M:%S", "%H:%M", "%H:%M:%S%.f"]
        .into_iter()
        .find_map(|format| NaiveTime::parse_from_str(time, format).ok())
}

/// A day as a spreadsheet counts it, where it lost how the cell was shown: 45292 is 2024-01-01, 45292.5 its
/// noon. The days since 1899-12-30, and the seconds of the day.
fn serial(value: &str) -> Option<(u64, u32)> {
    let value = value.trim();
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 5 || !digits(whole) || !digits(part) {
        return None;
    }
    let days = whole
        .parse()
        .ok()
        .filter(|days| (20_000..80_000).contains(days))?;
    let part: f64 = format!("0.{part}0").parse().ok()?;
    Some((days, ((part * 86_400.0).round() as u32).min(86_399)))
}

/// The three numbers of a day; a time of day behind them is left off.
fn numbers(value: &str) -> Option<(u32, u32, u32)> {
    let folded = text::fold(value);
    let date = folded.split([' ', 't']).next()?.trim_end_matches('日');
    let mut parts = date.split(['-', '/', '.', '年', '月']);
    let mut next = || {
        let digits = parts.next()?;
        let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let found = (next()?, next()?, next()?);
    parts.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str, order: First) -> Option<String> {
        day(value, order).map(|day| day.to_string())
    }

    #[test]
    fn one_value_above_twelve_decides_for_its_column() {
        let told = |values: &[&'static str]| told(values.iter().copied());
        assert_eq!(told(&["3/1/2017", "10/20/2016"]), Told::Is(First::Month));
        assert_eq!(told(&["3/1/2017", "20/10/2016"]), Told::Is(First::Day));
        assert_eq!(told(&["2016-10-20", "2017-03-01"]), Told::Is(First::Year));
        assert_eq!(told(&["3/1/2017", "4/2/2017", "", "soon"]), Told::Open);
        assert_eq!(told(&["", "soon", "1/2/3"]), Told::Nothing);
        let mixed = ["10/20/2016", "10/21/2016", "20/10/2016"];
        assert_eq!(told(&mixed), Told::Is(First::Month));
    }

    #[test]
    fn an_open_column_follows_the_other_one() {
        let day_first = Told::Is(First::Day);
        let year_first = Told::Is(First::Year);
        assert_eq!(orders([Told::Open, day_first]), [First::Day; 2]);
        assert_eq!(
            orders([Told::Open, Told::Nothing]),
            [First::Month, First::Year]
        );
        assert_eq!(
            orders([year_first, Told::Open]),
            [First::Year, First::Month]
        );
    }

    #[test]
    fn a_day_reads_the_same_however_it_is_written() {
        for value in [
            "2016-10-20",
            "2016/10/20",
            "2016.10.20",
            "2016年10月20日",
            "２０１６-10-20",
            "2016-10-20 00:00:00",
            "2016-10-20T08:00:00Z",
        ] {
            assert_eq!(
                read(value, First::Month).as_deref(),
                Some("2016-10-20"),
                "{value}"
            );
        }
        assert_eq!(
            read("10/20/2016", First::Month).as_deref(),
            Some("2016-10-20")
        );
        assert_eq!(
            read("20.10.2016", First::Day).as_deref(),
            Some("2016-10-20")
        );
    }

    #[test]
    fn a_day_that_no_calendar_has_is_none() {
        for value in [
            "2016-02-30",
            "2017-02-29",
            "2016-13-01",
            "0016-01-01",
            "16-1-1",
            "2016-10",
            "2016-10-20-1",
            "yesterday",
            "2016-10-2O",
            "",
        ] {
            assert_eq!(read(value, First::Month), None, "{value}");
        }
        assert_eq!(read("20/10/2016", First::Month), None);
    }

    #[test]
    fn a_day_that_a_spreadsheet_only_counted_is_a_day() {
        assert_eq!(read("45292", First::Month).as_deref(), Some("2024-01-01"));
        assert_eq!(
            read("45292.604166667", First::Day).as_deref(),
            Some("2024-01-01")
        );
        let noon = NaiveTime::from_hms_opt(14, 30, 0);
        assert_eq!(time("45292.604166667"), noon);
        assert_eq!(time("45292"), None);
        for value in ["12345", "99999", "4529", "45292a", "45292,5", "1.5"] {
            assert_eq!(read(value, First::Month), None, "{value}");
        }
    }
}
