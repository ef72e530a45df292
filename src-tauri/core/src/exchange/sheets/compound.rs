//! The container of old Office files: a file system of sectors inside a file. A chain of sectors is
//! followed no further than there are sectors, wherever it leads.

/// Marks above this are no sectors: end of a chain, free, the table's own.
const LAST: u32 = 0xFFFF_FFFA;
/// Streams below this many bytes lie in sectors of their own size.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;
/// Bytes of a name in the directory and of its entry.
const ENTRY: usize = 128;

/// The stream of this name; `None`: there is none, or the file is broken.
pub fn stream(file: &[u8], name: &str) -> Option<Vec<u8>> {
    let size = match u16_at(file, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let volume = Volume {
        sectors: file.get(size..)?,
        size,
    };
    let table = volume.table(file)?;
    let directory = volume.chain(u32_at(file, 48)?, &table, usize::MAX)?;
    let entry = directory
        .chunks_exact(ENTRY)
        .find(|entry| called(entry, name))?;
    let (start, length) = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
    if length >= SMALL {
        return volume.chain(start, &table, length);
    }
    let root = directory.get(..ENTRY)?;
    let held = volume.chain(u32_at(root, 116)?, &table, u32_at(root, 120)? as usize)?;
    let small_table = volume.chain(u32_at(file, 60)?, &table, usize::MAX)?;
    let small = Volume {
        sectors: &held,
        size: SMALL_SECTOR,
    };
    small.chain(start, &numbers(&small_table), length)
}

fn called(entry: &[u8], name: &str) -> bool {
    let units = entry[..64]
        .chunks_exact(2)
        .map(|two| u16::from_le_bytes([two[0], two[1]]));
    let own: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
    String::from_utf16_lossy(&own).eq_ignore_ascii_case(name)
}

struct Volume<'f> {
    sectors: &'f [u8],
    size: usize,
}

impl Volume<'_> {
    /// The last sector of a file may be cut off.
    fn sector(&self, at: u32) -> Option<&[u8]> {
        let start = (at as usize).checked_mul(self.size)?;
        let end = (start + self.size).min(self.sectors.len());
        self.sectors
            .get(start..end)
            .filter(|sector| !sector.is_empty())
    }

    fn count(&self) -> usize {
        self.sectors.len().div_ceil(self.size)
    }

    /// Which sector follows which. Where the table lies stands in the header, and where that is too
    /// short in a chain of its own.
    fn table(&self, file: &[u8]) -> Option<Vec<u32>> {
        let mut places = numbers(file.get(76..512)?);
        let mut more = u32_at(file, 68)?;
        for _ in 0..self.count() {
            if more >= LAST {
                break;
            }
            let mut further = numbers(self.sector(more)?);
            more = further.pop()?;
            places.extend(further);
        }
        let mut table = Vec::new();
        for place in places
            .into_iter()
            .filter(|place| *place < LAST)
            .take(self.count())
        {
            table.extend(numbers(self.sector(place)?));
        }
        Some(table)
    }

    fn chain(&self, start: u32, table: &[u32], length: usize) -> Option<Vec<u8>> {
        let mut found = Vec::new();
        let mut at = start;
        for _ in 0..self.count() {
            if at >= LAST || found.len() >= length {
                break;
            }
            found.extend_from_slice(self.sector(at)?);
            at = *table.get(at as usize)?;
        }
        found.truncate(length);
        Some(found)
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
        .collect()
}

pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
