//! Where the line of columns stands. Above it there may be a title, a word about the file, the data of a
//! meeting: lines of a cell or two. One rule for sheets and for text.

use csv::StringRecord;

use super::types::ImportNote;

/// How many lines are looked at.
pub const NEAR: usize = 20;

/// The first line near the top that fills more than half of what the second widest one fills: a single line
/// that is too wide is a broken one, and tells nothing of the others.
pub fn place<'l>(lines: impl Iterator<Item = &'l StringRecord>) -> usize {
    let filled = |line: &StringRecord| line.iter().filter(|cell| !cell.trim().is_empty()).count();
    let near: Vec<usize> = lines.take(NEAR).map(filled).collect();
    let mut widest = near.clone();
    widest.sort_unstable_by(|one, other| other.cmp(one));
    let usual = widest.get(1).or(widest.first()).copied().unwrap_or(0);
    let head = near.iter().position(|filled| filled * 2 > usual);
    head.unwrap_or(0)
}

/// Says that what stands above the columns is left out; `line` counts from 1.
pub fn below(line: u64) -> ImportNote {
    ImportNote::new("header_below").with("line", line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(lines: &[&[&str]]) -> usize {
        let lines: Vec<StringRecord> = lines.iter().map(|line| line.iter().collect()).collect();
        place(lines.iter())
    }

    #[test]
    fn a_title_is_no_header_and_a_broken_line_makes_none() {
        assert_eq!(head(&[&["a", "b"], &["1", "2"]]), 0);
        assert_eq!(head(&[&["List"], &["a", "b"], &["1", "2"]]), 1);
        assert_eq!(
            head(&[
                &["List", "", ""],
                &["a", "b", "c"],
                &["1", "", ""],
                &["2", "3", "4"]
            ]),
            1
        );
        assert_eq!(head(&[&["a", "b"], &["1", "2", "3", "4", "5"]]), 0);
        assert_eq!(
            head(&[&["a", "b"], &["1", "2"], &["1", "2", "3", "4", "5"]]),
            0
        );
        assert_eq!(head(&[&["a"], &["1"]]), 0);
        assert_eq!(head(&[]), 0);
    }
}
