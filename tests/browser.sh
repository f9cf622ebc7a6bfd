#!/bin/sh
# See that there is a Chromium and fonts for all four scripts; on Debian install them, elsewhere say what to install.
set -eu
find_browser() {
  [ -n "${CHROMIUM:-}" ] && [ -x "${CHROMIUM:-}" ] && return 0
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}
fonts() {
  command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=ka)" ] && [ -n "$(fc-list :lang=hi)" ]
}
if find_browser && fonts; then
  exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium and fonts for the browser tests (once) …"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fontconfig fonts-noto-core >/dev/null
  if find_browser && fonts; then
    exit 0
  fi
fi
echo "The browser tests need Chromium and fonts for Georgian and Devanagari: install chromium and fonts-noto-core, or name a browser with CHROMIUM=/path/to/chromium." >&2
exit 1
