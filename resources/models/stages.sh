# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034,SC2154,SC2164
# What the recipes beside this file have in common, which they read with ".". A stage makes a file
# in the folder `work`, whole or not at all, unless it is there.

# set_values NAME=VALUE...: sets what the recipe lets be set, which is what it assigns between its
# line "# What can be set" and the call of this; --help prints the recipe's head.
set_values() {
    settable=" $(sed -n '/^set_values/q; /^# What can be/,$s/^\([a-z_]*\)=.*/\1/p' "$0" | tr '\n' ' ')"
    for setting; do
        name=${setting%%=*}
        case $setting in
            --help)
                sed -n '3,/^set -eu/s/^# \{0,1\}//p' "$0"
                exit 0 ;;
            *=*) ;;
            *)
                echo "Got '$setting', expected NAME=VALUE." >&2
                exit 2 ;;
        esac
        case $settable in
            *" $name "*) eval "$name=\${setting#*=}" ;;
            *)
                echo "There is nothing called '$name' to set, see $0." >&2
                exit 2 ;;
        esac
    done
}

# begin FILE...: refuses to begin without the program and these files of the folder `corpus`; then
# goes to the folder `work`, and stops what runs when it is told to stop.
begin() {
    [ -x "$program" ] || {
        echo "There is no program $program: build it with sh app/run, or name it, program=FILE." >&2
        exit 2
    }
    for needed; do
        [ -s "$corpus/$needed" ] || {
            echo "There is no $corpus/$needed: name the folder of the corpora, corpus=FOLDER." >&2
            exit 2
        }
    done
    corpus=$(CDPATH='' cd -- "$corpus" && pwd)
    program=$(CDPATH='' cd -- "$(dirname -- "$program")" && pwd)/$(basename -- "$program")
    mkdir -p "$work"
    cd "$work"
    # Sorting and comparing by bytes is the same everywhere.
    LC_ALL=C
    export LC_ALL
    trap stop INT TERM HUP
}

# What runs is told to stop; training stores where it is before it ends.
running=
stop() {
    trap '' INT TERM HUP
    # shellcheck disable=SC2086
    [ -z "$running" ] || kill $running 2>/dev/null || true
    wait
    echo "Interrupted. Started again with the same values, it goes on from here." >&2
    exit 130
}

say() {
    echo "$(date +%H:%M:%S) $*" >&2
}

# run COMMAND...: where the shell waits for it, not in it, signals reach the shell.
run() {
    "$@" &
    running=$!
    wait "$running"
    running=
}

# make FILE COMMAND...: FILE is what the command prints, whole or not at all.
make() {
    file=$1
    shift
    [ ! -e "$file" ] || return 0
    say "$file"
    rm -f "$file.part"
    run "$@" >"$file.part"
    mv -f "$file.part" "$file"
}

# write FILE COMMAND...: FILE is what the command writes, the name of which is appended to it.
write() {
    file=$1
    shift
    [ ! -e "$file" ] || return 0
    say "$file"
    run "$@" "$file.part"
    mv -f "$file.part" "$file"
}

# learn NAME OPTIONS...: NAME.safetensors is a model that has been trained so. It goes on from its
# checkpoint where there is one.
learn() {
    model=$1
    shift
    [ ! -e "$model.safetensors" ] || return 0
    say "$model.log tells how far the training is"
    write "$model.safetensors" "$program" train "$@" --threads "$threads" \
        --checkpoint "$model.checkpoint" --checkpoint-minutes "$minutes" --output >>"$model.log"
    rm -f "$model.checkpoint"
}

# A sentence without case, accents, blanks and marks.
key='function key(text) {
    text = tolower(text)
    gsub(/[^a-z0-9]/, "", text)
    return text
}'
