//! Texts in records: counted characters of one byte or two, and the table of shared ones, which goes
//! on over several records and may change from one width to the other where a record begins.

use crate::exchange::limits::CELLS;
use crate::exchange::sheets::compound::u16_at;

/// A text with a count of two bytes.
pub fn long(data: &[u8]) -> Option<String> {
    Some(plain(data.get(2..)?, usize::from(u16_at(data, 0)?)))
}

/// A text with a count of one byte.
pub fn short(data: &[u8]) -> Option<String> {
    Some(plain(data.get(1..)?, usize::from(*data.first()?)))
}

/// Width, then characters; what is cut off is left out.
fn plain(data: &[u8], count: usize) -> String {
    let Some((flags, rest)) = data.split_first() else {
        return String::new();
    };
    let mut units = Vec::new();
    take(rest, count, flags & 1 != 0, &mut units);
    String::from_utf16_lossy(&units)
}

/// Reads up to `count` characters; answers how many bytes they took.
fn take(data: &[u8], count: usize, wide: bool, units: &mut Vec<u16>) -> usize {
    if wide {
        let found = count.min(data.len() / 2);
        let two = data.chunks_exact(2).take(found);
        units.extend(two.map(|two| u16::from_le_bytes([two[0], two[1]])));
        return found * 2;
    }
    let found = count.min(data.len());
    units.extend(data[..found].iter().map(|byte| u16::from(*byte)));
    found
}

/// The table of shared texts: the parts of its record, and the place that is read next.
pub struct Strings<'f> {
    parts: std::vec::IntoIter<&'f [u8]>,
    rest: &'f [u8],
}

impl<'f> Strings<'f> {
    pub fn of(parts: Vec<&'f [u8]>) -> Self {
        let mut parts = parts.into_iter();
        let rest = parts.next().unwrap_or_default();
        Strings { parts, rest }
    }

    /// All texts, as far as they can be read.
    pub fn all(mut self) -> Vec<String> {
        let mut texts = Vec::new();
        while texts.len() < CELLS as usize
            && let Some(text) = self.next()
        {
            texts.push(text);
        }
        texts
    }

    fn next(&mut self) -> Option<String> {
        if self.rest.is_empty() {
            self.rest = self.parts.next()?;
        }
        let count = usize::from(u16_at(self.rest, 0)?);
        let flags = *self.rest.get(2)?;
        self.skip(3)?;
        // Runs of letters that look alike, and how they are spoken: both stand behind the text.
        let mut behind = 0;
        if flags & 8 != 0 {
            behind += 4 * usize::from(u16_at(self.rest, 0)?);
            self.skip(2)?;
        }
        if flags & 4 != 0 {
            let spoken = super::u32_at(self.rest, 0)?;
            behind += spoken as usize;
            self.skip(4)?;
        }
        let mut units = Vec::new();
        let mut wide = flags & 1 != 0;
        loop {
            let taken = take(self.rest, count - units.len(), wide, &mut units);
            self.rest = &self.rest[taken..];
            if units.len() == count {
                break;
            }
            let (flags, rest) = self.parts.next()?.split_first()?;
            wide = flags & 1 != 0;
            self.rest = rest;
        }
        self.skip(behind)?;
        Some(String::from_utf16_lossy(&units))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > self.rest.len() {
            count -= self.rest.len();
            self.rest = self.parts.next()?;
        }
        self.rest = &self.rest[count..];
        Some(())
    }
}
