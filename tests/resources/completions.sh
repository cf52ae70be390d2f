#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# completions.sh COMPLETIONS PROGRAM...: the completions of bash offer what each program's help
# tells of, no more and no less, and these programs take the values that are offered.
set -u

completions=$1
shift
failed=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/files" && cd "$folder/files" || exit 1
touch some.tsv

# completed WORD...: what is offered for the last of these words.
completed() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    "_$(basename -- "$1" | tr - _)"
    printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort
}

# expect WHAT EXPECTED WORD...: as many lines as there are to be, in any order.
expect() {
    local what=$1 expected=$2
    shift 2
    if ! diff <(printf '%s\n' "$expected" | LC_ALL=C sort) <(completed "$@") >"$folder/difference"; then
        echo "$what: expected (<), offered (>):" && cat "$folder/difference"
        failed=1
    fi
}

# options PROGRAM [COMMAND]
options() {
    "$@" --help | grep -oE '^  (-., )?--[a-z0-9-]+' | grep -oE -- '--.*'
}

for program; do
    name=$(basename -- "$program")
    # shellcheck source=/dev/null
    source "$completions/$name"
    expect "$name --model=b" bottleneck "$program" translate --model = b
    if [[ $name == attention-visualizer ]]; then
        expect "options" "$(options "$program")" "$program" --
        views=$("$program" --sentence x --export x.svg --view none 2>&1 |
            sed -E 's/.*expected one or more of (.*), with commas.*/\1/; s/, /\n/g')
        expect "views" "$views" "$program" --view ""
        expect "views of a batch" "$views" "$program" --views ""
        expect "a second view" "states,heatmap" "$program" --views states,hea
        expect "formats" $'png\nsvg\npdf\ncsv\ntex' "$program" --format ""
        expect "files" "some.tsv" "$program" so
        expect "no sentence" "" "$program" --sentence ""
        continue
    fi
    commands=$("$program" --help | awk '/^  [a-z]/ {print $1}')
    expect "commands" "$commands"$'\n--help\n--version' "$program" ""
    for command in $commands; do
        expect "options of $command" "$(options "$program" "$command")" "$program" "$command" --
        expect "files of $command" some.tsv "$program" "$command" so
    done
    expect "a file after an option" some.tsv "$program" evaluate --data so
    expect "no number" "" "$program" evaluate --beam ""
    expect "info" $'attention\nbottleneck\ncaption\ncaption-fr\ndialogue\nsome.tsv\nsummary' "$program" info ""
    names=$("$program" align --corpus some.tsv --symmetrisation x 2>&1 |
        sed -E 's/.*expected one of ([^.]*)\..*/\1/; s/, /\n/g')
    expect "uses" $'translation\nsummary\ndialogue' "$program" train --use ""
    expect "symmetrisations" "$names" "$program" align --symmetrisation ""
    for option in architecture precision; do
        names=$("$program" train --corpus some.tsv --output x --$option x 2>&1 |
            sed -E 's/.*(expected|neither) ([a-z0-9]+) n?or ([a-z0-9]+)\..*/\2\n\3/')
        expect "$option" "$names" "$program" train --$option ""
    done
done
exit $failed
