#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# versions.sh VERSION METAINFO CHANGELOG: the newest release that each tells of is this version.
set -eu

told=$(sed -nE 's/.*<release version="([^"]*)".*/\1/p' "$2" | head -n 1)
[ "$told" = "$1" ] || {
    echo "$2 tells of '$told', expected '$1'." >&2
    exit 1
}
told=$(sed -nE '1s/.*\((.*)\).*/\1/p' "$3")
[ "$told" = "$1" ] || {
    echo "$3 tells of '$told', expected '$1'." >&2
    exit 1
}
