#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# manual.sh PAGES PROGRAM...: the manual page of each program holds the options that its help tells
# of, with their values and defaults, no more and no less.
set -u

pages=$1
shift
failed=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# of_help PROGRAM [COMMAND]: a line for each option, "--beam N (default: 1)".
of_help() {
    "$@" --help | awk '
        sub(/^  (-., )?--/, "--") {
            fallback = match($0, /\(default: [^)]*\)$/) ? " " substr($0, RSTART) : ""
            sub(/  .*/, ""); gsub(/[<>]/, "")
            print $0 fallback
        }'
}

# of_page PAGE SECTION: the same of that section, or of the whole where none is named.
of_page() {
    awk -v section="$2" '
        function finish() { if (option != "") print option fallback; option = fallback = "" }
        /^\.S[SH]/ { finish(); inside = section == "" || $0 == ".SS " section }
        /^\.TP/ { finish(); expected = 1; next }
        expected {
            expected = 0
            gsub(/\\-/, "-"); gsub(/"|, /, "")
            if (inside && match($0, /--[a-z0-9-]+.*/)) option = substr($0, RSTART)
            next
        }
        match($0, /\(default: [^)]*\)/) { fallback = " " substr($0, RSTART, RLENGTH) }
        END { finish() }' "$1" | tr -s ' ' | sed 's/ *$//'
}

# compare NAME: the two lists in the folder.
compare() {
    LC_ALL=C sort -o "$folder/help" "$folder/help"
    LC_ALL=C sort -o "$folder/page" "$folder/page"
    [ -s "$folder/help" ] && diff "$folder/help" "$folder/page" && return
    echo "$1: of --help (<), of the manual page (>)"
    failed=1
}

for program; do
    name=$(basename -- "$program")
    page="$pages/$name.1"
    commands=$("$program" --help | awk '/^  [a-z]+  / {print $1}')
    if [ -z "$commands" ]; then
        of_help "$program" >"$folder/help"
        of_page "$page" "" >"$folder/page"
        compare "$name"
        continue
    fi
    printf '%s\n' "$commands" >"$folder/help"
    sed -n 's/^\.SS //p' "$page" >"$folder/page"
    compare "commands of $name"
    for command in $commands; do
        of_help "$program" "$command" | grep -v '^--help$' >"$folder/help"
        of_page "$page" "$command" >"$folder/page"
        # It may have none.
        [ -s "$folder/help" ] || [ -s "$folder/page" ] || continue
        compare "$name $command"
    done
done
exit $failed
