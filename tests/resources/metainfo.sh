#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# metainfo.sh APPSTREAMCLI FILE: it has no error and no warning but one: that the program is not
# named after a domain. It has none.
set -eu

said=$("$1" validate --no-net --no-color "$2") || true
printf '%s\n' "$said"
printf '%s\n' "$said" | grep -qE '^✘|^✔|Validation' || exit 1
! printf '%s\n' "$said" | grep -E '^[EW]: ' | grep -v cid-desktopapp-is-not-rdns
