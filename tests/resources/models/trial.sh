# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the trials of the recipes in resources/models have in common; included by each, whose first
# argument is the program. Leaves: $program; $root, that of the project; $folder, which is removed
# at the end; in it the empty $corpus, and $work, which is not made yet.
set -eu

program=$1
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
corpus=$folder/corpus
work=$folder/work
mkdir "$corpus"

fail() {
    echo "FAILED: $*" >&2
    cat "$folder/err" >&2
    exit 1
}

# recipe FILE [NAME=VALUE...]: the status is in $status, what is said in the files out and err.
recipe() {
    recipe_file=$root/resources/models/$1
    shift
    status=0
    sh "$recipe_file" corpus="$corpus" work="$work" program="$program" threads=2 "$@" \
        >"$folder/out" 2>"$folder/err" || status=$?
}

# expect_models NAME...: that there are these, without their checkpoints.
expect_models() {
    for model in "$@"; do
        [ -s "$work/$model.safetensors" ] || fail "there is no $model"
        [ ! -e "$work/$model.checkpoint" ] || fail "the checkpoint of $model was left behind"
    done
}

# expect_nothing_to_do: that the last call found nothing to do, and showed the evaluation.
expect_nothing_to_do() {
    [ "$status" -eq 0 ] || fail "it ended with status $status where there was nothing to do"
    [ ! -s "$folder/err" ] || fail "something was made again"
    cmp -s "$folder/out" "$work/evaluation.txt" || fail "the evaluation is not shown"
}
