//! A file that is whole or not there: written beside under another name, and renamed at the end.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::kernel::{Error, Result};

/// Where a file is written to before it takes its name.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

/// Writes a file; when anything fails, what stood there before stands there still.
pub fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let part = beside(path);
    let written =
        filled(&part, fill).and_then(|()| std::fs::rename(&part, path).map_err(Error::from));
    if written.is_err() {
        // What is left of it tells nothing that the refusal does not.
        let _ = std::fs::remove_file(&part);
    }
    written
}

fn filled(part: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = BufWriter::new(File::create(part)?);
    fill(&mut out)?;
    let file = out
        .into_inner()
        .map_err(|error| Error::from(error.into_error()))?;
    file.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_or_as_it_was() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("out.csv");
        write(&path, |out| Ok(out.write_all(b"one")?)).expect("written");
        let full = || Error::from(std::io::Error::from(std::io::ErrorKind::StorageFull));
        let error = write(&path, |out| {
            out.write_all(b"half")?;
            Err(full())
        });
        assert_eq!(error.expect_err("told").code, crate::kernel::Code::DiskFull);
        assert_eq!(std::fs::read(&path).expect("there"), b"one");
        assert_eq!(std::fs::read_dir(dir.path()).expect("a folder").count(), 1);
    }
}
