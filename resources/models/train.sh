#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sh resources/models/train.sh [NAME=VALUE...]
# Trains both models from nothing but corpora, stage by stage. What a stage makes lies in the folder
# `work` and is not made again; a stage that was interrupted goes on where it was when the script is
# started again with the same values. To make a file anew, remove it and all that was made after it.
# `work`/attention.safetensors and bottleneck.safetensors are the models, `work`/evaluation.txt says
# how good they are, and *.log what each training reports.
#
# The folder `corpus` holds lines of columns with a tab between:
#   train.tsv dev.tsv test.tsv      French, English: to learn from, to choose the best weights by,
#                                   to measure on; the latter two may have several references
#   train_novels.tsv more.tsv       more to learn from
#   technical.tsv lexicon.tsv       documentation, of which a share is learned from; single words
#   mono.en.tsv mono.fr.tsv         a sentence of one language
#   test.casual.tsv alignment.dev.tsv   to measure on
# The first three are needed; whatever else is missing is left out.
set -eu
{ # The shell reads all of this before it begins: this file may be changed while it runs.

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
# shellcheck source=resources/models/stages.sh
. "$here/stages.sh"

# What can be set; every name may be given on the command line.
corpus=$root/../corpus
work=$root/../training
program=$root/build/release/bin/attention-model
threads=2

# The share of the corpora that is used.
technical_lines=12000    # at most a tenth of what is learned
english_lines=160000     # of mono.en.tsv that are translated back
french_lines=60000       # of mono.fr.tsv that the teacher translates
original_lines=60000     # of train.tsv that the student learns as they are, beside the teacher's
everyday_times=12        # how often resources/corpus/everyday.tsv comes in an epoch
longest_line=40          # words of a sentence of one language, at most

# Pieces of the vocabularies, which all models share.
french_pieces=14000
english_pieces=11000

# Epochs, and what train is told beside the files. One core that multiplies bfloat16 learned some
# 3,300 target pieces per second with the student's sizes and 1,250 to 1,700 with the teacher's.
teacher_epochs=5
teacher_options="--embedding 384 --encoder 512 --decoder 1024 --attention 384 --query-of-word
    --guidance 1 --batch 1536 --learning-rate 0.0015 --dropout 0.3 --word-dropout 0.1"
reverse_epochs=4
reverse_options="--embedding 256 --encoder 256 --decoder 512 --attention 256 --query-of-word
    --noise 0 --batch 1536 --dropout 0.25 --word-dropout 0.1"
student_epochs=4
twin_epochs=3
student_options="--embedding 256 --encoder 320 --decoder 640 --attention 256
    --expectation 0.5 --batch 1536 --dropout 0.15 --word-dropout 0.05"
attention_options="--query-of-word --guidance 1"  # of the student alone
shown="--invented-names 0.4 --lists-of-names 0.03 --invented-numbers 0.4 --patterned 0.06
    --joined 0.15 --joined-count 5 --joined-length 110"
development_lines=1000
minutes=3                # between two checkpoints

# How translations are searched.
beam=4
sampled=10               # the most probable pieces, of which one is drawn in translating back
at_least=60              # chrF2 below which a teacher's translation is not learned
part_lines=4000          # that are translated before the result is stored

set_values "$@"
begin train.tsv dev.tsv test.tsv
phrases=$root/resources/corpus/everyday.tsv
patterns=$root/resources/corpus/patterns.tsv

# taught NAME OPTIONS...: the same as learn, with what all models here have in common.
taught() {
    model=$1
    shift
    # shellcheck disable=SC2086
    learn "$model" --vocabulary vocabularies --patterns "$patterns" \
        --development "$corpus/dev.tsv" --development-lines "$development_lines" $shown "$@"
}

# part_by_part FILE INPUT COMMAND...: FILE is what the command prints for each part of INPUT, the
# name of which is appended to it; as many parts at a time as there are threads.
part_by_part() {
    file=$1
    input=$2
    shift 2
    [ ! -e "$file" ] || return 0
    say "$file"
    if [ ! -s "$input" ]; then
        : >"$file"
        return 0
    elif [ ! -d "$file.parts" ]; then
        rm -rf "$file.cut"
        mkdir "$file.cut"
        split -a 4 -l "$part_lines" "$input" "$file.cut/"
        mv "$file.cut" "$file.parts"
    fi
    count=0
    for part in "$file.parts"/????; do
        [ ! -e "$part.done" ] || continue
        rm -f "$part.part"
        "$@" "$part" >"$part.part" 2>>"$file.log" &
        running="$running $!"
        started="$started $part"
        count=$((count + 1))
        [ $((count % threads)) -ne 0 ] || finish_parts
    done
    finish_parts
    cat "$file.parts"/????.done >"$file.part"
    mv -f "$file.part" "$file"
    rm -rf "$file.parts"
}

started=
finish_parts() {
    failed=
    for process in $running; do
        wait "$process" || failed=1
    done
    running=
    if [ -n "$failed" ]; then
        echo "$file could not be made of all of these, see $file.log:$started" >&2
        exit 1
    fi
    for part in $started; do
        mv -f "$part.part" "$part.done"
    done
    started=
}

# Commands for part_by_part, each of which becomes the program that it runs.
sampled_french() {
    exec "$program" translate --model reverse.safetensors --sample "$sampled" <"$1"
}
translated_french() {
    exec "$program" translate --model teacher.safetensors --beam "$beam" <"$1"
}
distilled() {
    exec "$program" distil --model teacher.safetensors --beam "$beam" --nearest \
        --at-least "$at_least" --corpus "$1"
}

# The keys of the sentences that are measured on.
held_out() {
    for each in "$corpus/dev.tsv" "$corpus/test.tsv" "$corpus/test.casual.tsv" \
        "$corpus/alignment.dev.tsv" "$root/tests/data/conversation.tsv" \
        "$root/tests/data/daily.tsv"; do
        [ ! -e "$each" ] || awk -F '\t' "$key"'
            {
                columns = FILENAME ~ /alignment/ ? 2 : NF
                for (i = 1; i <= columns; ++i) {
                    print key($i)
                }
            }' "$each"
    done
}

# without_held_out COLUMNS FILE...: the first one or two columns of lines that hold no sentence that
# is measured on.
without_held_out() {
    columns=$1
    shift
    awk -F '\t' -v columns="$columns" "$key"'
        FNR == 1 { ++files }
        files == 1 { held[$0]; next }
        NF < columns || $1 == "" || (columns == 2 && $2 == "") { next }
        {
            first = key($1)
            second = columns == 2 ? key($2) : ""
            if ((first != "" && first in held) || (second != "" && second in held)) {
                ++dropped
            } else {
                print columns == 2 ? $1 "\t" $2 : $1
            }
        }
        END { if (dropped) print "         without " dropped " that are held out" > "/dev/stderr" }
        ' held-out "$@"
}

# evenly LINES FILE: so many lines of a file, from everywhere in it; none of no file.
evenly() {
    [ -e "$2" ] || return 0
    awk -v wanted="$1" -v all="$(wc -l <"$2")" \
        'wanted >= all || int(NR * wanted / all) > int((NR - 1) * wanted / all)' "$2"
}

# The corpora of these names that there are.
present() {
    for each; do
        [ ! -e "$corpus/$each" ] || cat "$corpus/$each"
    done
}

# repeated TIMES FILE
repeated() {
    i=0
    while [ "$i" -lt "$1" ]; do
        cat "$2"
        i=$((i + 1))
    done
}

# Sentences of one language: no single words, and none that is very long.
of_some_words() {
    awk -F '\t' -v longest="$longest_line" '
        { words = split($1, unused, " ") }
        words >= 3 && words <= longest && length($1) < 500 { print $1 }' "$1"
}

# plausible FILE FILE: the sentences of both, line by line, but those of which one is missing, is
# far longer than the other or says three words three times, as translations do that find no end.
plausible() {
    paste "$1" "$2" | awk -F '\t' '
        function loops(text,    words, seen, count, i) {
            count = split(text, words, " ")
            for (i = 3; i <= count; ++i) {
                if (++seen[words[i - 2], words[i - 1], words[i]] == 3) {
                    return 1
                }
            }
            return 0
        }
        { a = split($1, unused, " "); b = split($2, unused, " ") }
        a > 0 && b > 0 && a <= 2 * b + 3 && b <= 2 * a + 3 && !loops($1) && !loops($2)'
}

# colloquial FILE SHARE
colloquial() {
    [ ! -s "$1" ] || "$program" colloquial --corpus "$1" --share "$2" --addressed 0.03
}

# 1. What is learned from, without what is measured on.
make held-out held_out
make everyday.tsv without_held_out 2 "$phrases"
make phrases.tsv repeated "$everyday_times" everyday.tsv
make train.tsv without_held_out 2 "$corpus/train.tsv"
make other.all present train_novels.tsv more.tsv
make technical.all evenly "$technical_lines" "$corpus/technical.tsv"
make other.tsv without_held_out 2 other.all technical.all
make lexicon.all present lexicon.tsv
make lexicon.tsv without_held_out 2 lexicon.all
make pairs.tsv cat train.tsv other.tsv lexicon.tsv phrases.tsv
make spoken.tsv colloquial train.tsv 0.3
make teacher.tsv cat pairs.tsv spoken.tsv

# 2. The vocabularies, which all models share.
write vocabularies "$program" vocabulary pairs.tsv --source-vocabulary "$french_pieces" \
    --target-vocabulary "$english_pieces" --output

# 3. A teacher that is wider than what ships.
# shellcheck disable=SC2086
taught teacher --corpus teacher.tsv --epochs "$teacher_epochs" $teacher_options

# 4. A model from English into French.
# shellcheck disable=SC2086
taught reverse --reversed --corpus pairs.tsv --epochs "$reverse_epochs" $reverse_options

# 5. English sentences, with French ones that this model draws (Edunov et al. 2018).
make english.all evenly "$english_lines" "$corpus/mono.en.tsv"
make english.rest without_held_out 1 english.all
make english.txt of_some_words english.rest
part_by_part english.fr english.txt sampled_french
make back.tsv plausible english.fr english.txt
make back-spoken.tsv colloquial back.tsv 0.3
make back-translated.tsv cat back.tsv back-spoken.tsv

# 6. What the teacher says: of the pairs the hypothesis of its beam that is nearest to the corpus,
# of French sentences the most probable one (Kim & Rush 2016); then what it expects at each place.
make sorted.tsv sort -s -t "$(printf '\t')" -k 1,1 train.tsv other.tsv
part_by_part distilled.tsv sorted.tsv distilled
make french.all evenly "$french_lines" "$corpus/mono.fr.tsv"
make french.rest without_held_out 1 french.all
make french.txt of_some_words french.rest
part_by_part french.en french.txt translated_french
make forward.tsv plausible french.txt french.en
make original.tsv evenly "$original_lines" train.tsv
make written.tsv cat distilled.tsv forward.tsv original.tsv lexicon.tsv phrases.tsv
make said.tsv colloquial written.tsv 0.4
make student.tsv cat written.tsv said.tsv
write expectations "$program" expect teacher.safetensors --corpus student.tsv \
    --threads "$threads" --output

# 7. The student and its twin without attention, from the same data.
set -- --corpus student.tsv --expectations expectations
[ ! -s back-translated.tsv ] || set -- "$@" --back-translated back-translated.tsv
# shellcheck disable=SC2086
taught attention "$@" --epochs "$student_epochs" $student_options $attention_options
# shellcheck disable=SC2086
taught bottleneck "$@" --epochs "$twin_epochs" $student_options --architecture bottleneck

# 8. How good they are; a sentence that cannot be translated is told, and stops nothing.
evaluated() {
    for each in attention bottleneck; do
        set -- "$corpus/test.tsv"
        for further in "$corpus/test.casual.tsv" "$root/tests/data/conversation.tsv" \
            "$root/tests/data/daily.tsv"; do
            [ ! -e "$further" ] || set -- "$@" "$further"
        done
        "$program" evaluate --model "$each.safetensors" --threads "$threads" "$@" || [ $? -eq 1 ]
        set -- --data "$corpus/test.tsv" --aligner-corpus train.tsv
        [ ! -e "$corpus/alignment.dev.tsv" ] ||
            set -- "$@" --alignment "$corpus/alignment.dev.tsv"
        "$program" evaluate --model "$each.safetensors" --threads "$threads" "$@" || [ $? -eq 1 ]
    done
}
make evaluation.txt evaluated
exec cat evaluation.txt
}
