//! Takes the report page into the binary, if `npm run build:report` made one. Without it everything
//! but `journey --html` works.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[allow(
    clippy::print_stdout,
    reason = "this is how a build script speaks to cargo"
)]
fn main() -> io::Result<()> {
    let built = Path::new("../../ui/dist-report/report.html");
    println!("cargo:rerun-if-changed={}", built.display());
    let page = if built.is_file() {
        fs::read(built)?
    } else {
        Vec::new()
    };
    let out = env::var_os("OUT_DIR").map(PathBuf::from);
    let out = out.ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(out.join("report.html"), page)
}
