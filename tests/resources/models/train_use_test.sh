#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# train_use_test.sh PROGRAM
# Runs resources/models/train_use.sh on its whole length for both uses, with tiny models of a
# few hundred phrases: from nothing to the evaluation, and where there is nothing left to do.
set -eu

# shellcheck source=tests/resources/models/trial.sh
. "$(dirname -- "$0")/trial.sh"

# train [NAME=VALUE...]
train() {
    recipe train_use.sh pieces=900 epochs=1 twin_epochs=1 development_lines=3 \
        options="--embedding 8 --encoder 8 --decoder 16 --attention 8 --precision float32 --joined 0
            --without-source 0.1" "$@"
}

train use=poetry
[ "$status" -eq 2 ] || fail "it takes a use that it does not know"
grep -q "expected summary or dialogue" "$folder/err" || fail "it does not say what is expected"
train use=summary
[ "$status" -eq 2 ] || fail "it begins without corpora"
[ ! -e "$work" ] || fail "it made something of a wrong call"

# English phrases: three of them with the second for a summary; one with the next as a reply.
cut -f 2 "$root/resources/corpus/everyday.tsv" | awk 'NF > 1 && !seen[$0]++' >"$folder/phrases"
awk '{ if (NR > 2) print first " " second " " $0 "\t" second "\tpackage"; first = second; second = $0 }' \
    "$folder/phrases" >"$folder/summaries"
awk 'NR > 1 { print before "\t" $0 "\town" } { before = $0 }' "$folder/phrases" >"$folder/replies"
printf 'What | is it?\tA mark.\town\n' >>"$folder/replies"
for part in "summaries en." "replies "; do
    file=$folder/${part%% *}
    prefix=$corpus/${part#* }
    sed -n '1,4p' "$file" >"${prefix}dev.tsv"
    sed -n '5,8p' "$file" >"${prefix}test.tsv"
    cp "$file" "${prefix}train.tsv"
done

for use in summary dialogue; do
    rm -rf "$work"
    train use=$use
    [ "$status" -eq 0 ] || fail "$use ended with status $status"
    expect_models attention bottleneck
    for model in attention bottleneck; do
        "$program" info "$work/$model.safetensors" | grep -q "$model $use en" ||
            fail "the name of $model"
    done
    side=$([ $use = dialogue ] || echo en.)
    [ "$(wc -l <"$work/train.tsv")" -eq $(($(wc -l <"$corpus/${side}train.tsv") - 8)) ] ||
        fail "what is measured on is learned from"
    ls "$work"/*.part 2>/dev/null && fail "parts were left behind"
    case $use in
        summary)
            grep -q "^first ten words" "$folder/out" || fail "there is no baseline"
            grep -q " | " "$work/train.tsv" && fail "a text was shown with another one" ;;
        dialogue)
            grep -q "^beam 5, anti-language model 0.5" "$folder/out" || fail "the search"
            grep -q "shown no turn" "$folder/out" || fail "what it says without a turn"
            grep -q "^What / is it?" "$work/train.tsv" || fail "the mark stands within a turn"
            shown=$(grep -c " | " "$work/train.tsv")
            all=$(wc -l <"$work/train.tsv")
            [ $((shown * 100 / all)) -ge 25 ] || fail "$shown of $all turns have one before"
            [ $((shown * 100 / all)) -le 55 ] || fail "$shown of $all turns have one before"
            # Each of these is the phrase before and the phrase, in the order of the corpus.
            grep " | " "$work/train.tsv" | cut -f 1 | sed 's/ | /\t/' >"$folder/turns"
            cut -f 1,2 "$folder/replies" >"$folder/known"
            [ "$(grep -cFxf "$folder/known" "$folder/turns")" -eq "$shown" ] ||
                fail "a turn is shown with one that was not before it" ;;
    esac
    train use=$use
    expect_nothing_to_do
done
echo "passed"
