//! How long it took, in words or figures.

use crate::kernel::text;

/// Minutes in words or figures: 45, 00:45:12, 1小时18分59秒, 2700秒. `seconds`: a bare number counts seconds.
pub fn minutes(cell: &str, seconds: bool) -> Option<i64> {
    let folded = text::fold(cell);
    // Longer than any conversation, and short enough to be counted in seconds.
    let most = |number: &i64| (0..=60 * 60 * 24 * 31).contains(number);
    let whole = |text: &str| text.trim().parse::<i64>().ok().filter(most);
    let total = if folded.contains(':') {
        let parts: Vec<i64> = folded.split(':').map(whole).collect::<Option<_>>()?;
        match parts[..] {
            [h, m, s] => h * 3600 + m * 60 + s,
            [m, s] => m * 60 + s,
            _ => return None,
        }
    } else if let Ok(number) = folded.parse::<f64>() {
        (number * if seconds { 1.0 } else { 60.0 }) as i64
    } else {
        let mut total = 0;
        let mut digits = String::new();
        for c in folded
            .replace("小时", "h")
            .replace("分钟", "m")
            .replace("min", "m")
            .chars()
        {
            let unit = match c {
                '0'..='9' => {
                    digits.push(c);
                    continue;
                }
                ' ' => continue,
                'h' | '时' => 3600,
                'm' | '分' => 60,
                's' | '秒' => 1,
                _ => return None,
            };
            total += whole(&digits)? * unit;
            digits.clear();
        }
        total
    };
    most(&total)
        .then_some((total + 30) / 60)
        .map(|whole| whole.max(i64::from(total > 0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_read_the_same_however_they_are_written() {
        for (cell, seconds, whole) in [
            ("45", false, 45),
            ("00:45:12", false, 45),
            ("1小时18分59秒", false, 79),
            ("45分钟", false, 45),
            ("2700", true, 45),
            ("8秒", false, 1),
            ("1 h 5 min", false, 65),
        ] {
            assert_eq!(minutes(cell, seconds), Some(whole), "{cell}");
        }
        for cell in [
            "",
            "long",
            "1:2:3:4",
            "-5",
            "9223372036854775807小时",
            "9223372036854775807:00",
        ] {
            assert_eq!(
                minutes(cell, false).filter(|_| !cell.is_empty()),
                None,
                "{cell}"
            );
        }
    }
}
