#!/usr/bin/env bash
# Puts in place what Touchline needs to build, run and test itself; does next to nothing when all is there.
# System packages, npm packages and the test runner are installed. Rust and Node are only checked: where those
# come from is the user's choice.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
stop() { say "touchline setup: $*"; exit 1; }

system_packages() {
  local wanted=(
    build-essential pkg-config make
    libwebkit2gtk-4.1-dev              # the window
    webkit2gtk-driver xvfb             # the end-to-end tests drive the real window in a virtual display
    fonts-noto-cjk                     # Chinese text that is not boxes
  )
  local missing=() package
  for package in "${wanted[@]}"; do
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "as root, run: apt-get install ${missing[*]}"
    sudo=(sudo)
  fi
  say "touchline setup: installing ${missing[*]}"
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

other_linux() {
  pkg-config --exists webkit2gtk-4.1 2>/dev/null && command -v WebKitWebDriver >/dev/null \
    && command -v Xvfb >/dev/null && return
  stop "this is not Debian or Ubuntu. Install with your package manager, then run again:
  a C compiler, make, pkg-config, WebKitGTK 4.1 with headers, WebKitWebDriver, Xvfb, Noto CJK fonts"
}

case "$(uname -s)" in
  Linux) if command -v dpkg-query >/dev/null; then system_packages; else other_linux; fi ;;
  Darwin) xcode-select -p >/dev/null 2>&1 || stop "install Apple's command line tools: xcode-select --install" ;;
  *) command -v link.exe cl.exe >/dev/null 2>&1 \
      || say "touchline setup: Windows needs Visual Studio's C++ build tools and WebView2 (part of Windows 11)" ;;
esac

command -v cargo >/dev/null || stop "Rust is missing. Install rustup, then run again."
cargo fmt --version >/dev/null && cargo clippy --version >/dev/null \
  || stop "this Rust has no rustfmt or clippy: rustup component add rustfmt clippy"

command -v node >/dev/null || stop "Node is missing. Install Node 20 or newer, then run again."
node --eval 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' \
  || stop "Node $(node --version) is too old. Install Node 20 or newer, then run again."

# npm writes no mark of the lock file it installed from, so a copy of that lock is the mark.
stamp=ui/node_modules/.installed-lock.json
if ! cmp -s ui/package-lock.json "$stamp"; then
  npm --prefix ui ci --no-audit --no-fund >&2
  cp ui/package-lock.json "$stamp"
fi

# nextest is the runner. Where it cannot be built, scripts/test.sh falls back to cargo's own and says so.
if ! command -v cargo-nextest >/dev/null; then
  say "touchline setup: building cargo-nextest, once"
  cargo install cargo-nextest --locked --version '^0.9' >&2 \
    || say "touchline setup: cargo-nextest did not build; the tests will run under cargo test, slower"
fi
