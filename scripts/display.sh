#!/usr/bin/env bash
# Runs a command in a virtual display large enough for the wide window, so that nothing pops up on the desk and
# pictures come out the same everywhere. Only Linux has (and needs) one.
set -euo pipefail
if [ "$(uname -s)" != Linux ]; then
  exec "$@"
fi
unset WAYLAND_DISPLAY
# --auto-servernum takes the next free display, so several may run at once.
exec xvfb-run --auto-servernum --server-args='-screen 0 1920x1200x24' env GDK_BACKEND=x11 "$@"
