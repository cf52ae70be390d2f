#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sh resources/models/train_use.sh use=summary|dialogue [NAME=VALUE...]
# Trains a model that sums up texts, or replies to turns, and its twin without attention, from
# nothing but a corpus of one language, stage by stage. What a stage makes lies in the folder `work`
# and is not made again; a stage that was interrupted goes on where it was when the script is
# started again with the same values. `work`/attention.safetensors and bottleneck.safetensors are
# the models, `work`/evaluation.txt says how good they are, and *.log what each training reports.
#
# The folder `corpus` holds lines of columns with a tab between:
#   en.train.tsv en.dev.tsv en.test.tsv   of summaries: text, summary; fr. with language=fr
#   train.tsv dev.tsv test.tsv            of a dialogue: turn, reply, where it is from
# to learn from, to choose the best weights by, and to measure on.
set -eu
{ # The shell reads all of this before it begins: this file may be changed while it runs.

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
# shellcheck source=resources/models/stages.sh
. "$here/stages.sh"

# What can be set; every name may be given on the command line. What is empty depends on `use`.
use=
language=en
corpus=
work=
program=$root/build/release/bin/attention-model
threads=2
minutes=3                # between two checkpoints

pieces=                  # of the vocabulary, which both sides share
epochs=
twin_epochs=
options=                 # what train is told beside the files
attention_options=       # of the model with attention alone
development_lines=
earlier=                 # of 100 turns of which the one before is known, so many are shown with it

# How the replies are searched that are measured beside the greedy ones.
search="--beam 5 --anti-language-model 0.5 --anti-language-model-pieces 5"

set_values "$@"
case $use in
    summary)
        side=$language.
        : "${pieces:=5000}" "${epochs:=16}" "${twin_epochs:=10}" "${development_lines:=300}"
        : "${earlier:=0}"
        # Long texts are read whole, and names are exchanged for invented ones to be copied.
        : "${options:=--embedding 224 --encoder 224 --decoder 448 --attention 192 --noise 0
            --joined 0 --longest 320 --batch 1024 --dropout 0.3 --word-dropout 0.05
            --invented-names 0.3 --lists-of-names 0.05 --warm-up 500}"
        : "${attention_options:=--query-of-word --guidance 1 --guided-by-same-words}"
        search= ;;
    dialogue)
        side=
        : "${pieces:=6000}" "${epochs:=5}" "${twin_epochs:=4}" "${development_lines:=1000}"
        : "${earlier:=40}"
        # Shown no turn now and then, it learns what is said whatever the turn.
        : "${options:=--embedding 224 --encoder 224 --decoder 448 --attention 192 --noise 0.2
            --joined 0 --longest 120 --batch 1536 --dropout 0.2 --without-source 0.1}"
        : "${attention_options:=--query-of-word}" ;;
    *)
        echo "Got use='$use', expected summary or dialogue." >&2
        exit 2 ;;
esac
: "${corpus:=$root/../$use}" "${work:=$root/../training-$use}"
begin "${side}train.tsv" "${side}dev.tsv" "${side}test.tsv"

# pairs FILE: its columns, without pairs that are measured on and, of a dialogue, without the mark
# that stands between turns.
pairs() {
    awk -F '\t' -v use="$use" "$key"'
        FILENAME != ARGV[ARGC - 1] { held[key($1) "\t" key($2)]; next }
        NF >= 2 && $1 != "" && $2 != "" && !((key($1) "\t" key($2)) in held) {
            if (use == "dialogue") {
                gsub(/\|/, "/", $1)
                gsub(/\|/, "/", $2)
            }
            print $1 "\t" $2 "\t" $3
        }' "$corpus/${side}dev.tsv" "$corpus/${side}test.tsv" "$1"
}

# with_earlier SHARE FILE: the pairs, some of them with the turn before, "before | turn", where just
# one pair of the same origin has this turn as its reply.
with_earlier() {
    awk -F '\t' -v share="$1" '
        NR == FNR { ++times[$3, $2]; before[$3, $2] = $1; next }
        times[$3, $1] == 1 && FNR % 100 < share { $1 = before[$3, $1] " | " $1 }
        { print $1 "\t" $2 }' "$2" "$2"
}

# taught NAME OPTIONS...: the same as learn, with what both models have in common.
taught() {
    model=$1
    shift
    # shellcheck disable=SC2086
    learn "$model" --use "$use" --source-language "$language" --target-language "$language" \
        --normalize --corpus train.tsv --vocabulary vocabulary \
        --development "$corpus/${side}dev.tsv" --development-lines "$development_lines" $options "$@"
}

# 1. What is learned from.
make pairs.tsv pairs "$corpus/${side}train.tsv"
make train.tsv with_earlier "$earlier" pairs.tsv

# 2. One vocabulary for both sides, so that a name is spelled alike on either.
write vocabulary "$program" vocabulary train.tsv --shared --normalize \
    --source-language "$language" --target-language "$language" --source-vocabulary "$pieces" --output

# 3. The model and its twin without attention.
# shellcheck disable=SC2086
taught attention --epochs "$epochs" $attention_options
taught bottleneck --epochs "$twin_epochs" --architecture bottleneck

# 4. How good they are; a text that cannot be read is told, and stops nothing.
evaluated() {
    # shellcheck disable=SC2086
    "$program" evaluate --model attention.safetensors --twin bottleneck.safetensors \
        --threads "$threads" $search "$corpus/${side}test.tsv" || [ $? -eq 1 ]
}
make evaluation.txt evaluated
exec cat evaluation.txt
}
