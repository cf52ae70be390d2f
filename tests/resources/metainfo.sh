#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# metainfo.sh APPSTREAMCLI FILE: it has no error, and no warning but those that there is neither a
# home page nor a domain to be named after.
set -eu

said=$("$1" validate --no-net --no-color "$2") || true
printf '%s\n' "$said"
printf '%s\n' "$said" | grep -qE '^✘|^✔|Validation' || exit 1
! printf '%s\n' "$said" | grep -E '^[EW]: ' |
    grep -vE 'cid-desktopapp-is-not-rdns|url-homepage-missing'
