#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# train_test.sh PROGRAM
# Runs resources/models/train.sh on its whole length, with tiny models of a few hundred phrases:
# from nothing to the evaluation, after an interruption, and where there is nothing left to do.
set -eu

# shellcheck source=tests/resources/models/trial.sh
. "$(dirname -- "$0")/trial.sh"

# train [NAME=VALUE...]
train() {
    tiny="--embedding 8 --encoder 8 --decoder 16 --attention 8 --precision float32"
    recipe train.sh french_pieces=800 english_pieces=800 development_lines=10 part_lines=15 \
        teacher_epochs=1 reverse_epochs=1 student_epochs=1 twin_epochs=1 everyday_times=1 \
        technical_lines=5 english_lines=40 french_lines=40 original_lines=50 at_least=100 \
        teacher_options="$tiny" reverse_options="$tiny" student_options="$tiny" "$@"
}

# Without corpora, and with a name that does not exist.
train
[ "$status" -eq 2 ] || fail "it begins without corpora"
grep -q "There is no $corpus/train.tsv" "$folder/err" || fail "it does not say what is missing"
train epochs=3
[ "$status" -eq 2 ] || fail "it takes a name that it does not know"
grep -q "nothing called 'epochs'" "$folder/err" || fail "it does not say which name is wrong"
[ ! -e "$work" ] || fail "it made something of a wrong call"

phrases=$root/resources/corpus/everyday.tsv
printf 'Un chat mesurait la lune.\tA cat measured the moon.\n' >"$corpus/dev.tsv"
printf 'Trois chats mesurent tout.\tThree cats measure all.\tThree cats are measuring it.\n' \
    >"$corpus/test.tsv"
{
    cat "$phrases"
    printf 'un chat mesurait la lune !\tSomething else.\twith a source\n'
    printf 'Autre chose.\tThree cats are measuring it...\n'
} >"$corpus/train.tsv"
sed -n '1,20p' "$phrases" >"$corpus/technical.tsv"
sed -n '21,80p' "$phrases" | cut -f 2 >"$corpus/mono.en.tsv"
sed -n '81,140p' "$phrases" | cut -f 1 >"$corpus/mono.fr.tsv"

# interrupted COMMAND FILE: the program tells the script to stop, as a user would, when it is asked
# for this command and there is this file.
interrupted() {
    cat >"$folder/stopping" <<END
#!/bin/sh
if [ "\$1" = "$1" ] && [ -e "$2" ]; then
    kill -TERM "\$PPID"
fi
exec "$program" "\$@"
END
    chmod +x "$folder/stopping"
    train program="$folder/stopping"
    [ "$status" -eq 130 ] || fail "it ended with status $status at a signal"
    grep -q "Interrupted" "$folder/err" || fail "it does not say that it was interrupted"
}

# Before the first training has learned anything.
interrupted train "$work/vocabularies"
[ -s "$work/vocabularies" ] || fail "what had been made before is not kept"
[ ! -e "$work/teacher.safetensors" ] || fail "a model of an interrupted training was kept"
if grep -iq "lune\|measuring" "$work/train.tsv" "$work/pairs.tsv"; then
    fail "what is measured on is learned from"
fi

# Among the parts that the teacher translates: those that are done stay.
first=$work/distilled.tsv.parts/aaaa.done
interrupted distil "$first"
if grep -q "vocabularies$" "$folder/err"; then
    fail "what had been made was made again"
fi
[ -s "$work/teacher.safetensors" ] || fail "there is no teacher"
printf 'Une ligne de plus.\tOne more line.\n' >>"$first"

# It goes on from there to the end.
train
[ "$status" -eq 0 ] || fail "it ended with status $status"
grep -q "One more line" "$work/distilled.tsv" || fail "a part that was done was done again"
expect_models teacher reverse attention bottleneck
"$program" info "$work/attention.safetensors" | grep -q "attention fr-en" || fail "the student"
"$program" info "$work/bottleneck.safetensors" | grep -q "bottleneck fr-en" || fail "the twin"
[ "$(wc -l <"$work/technical.all")" -eq 5 ] || fail "not as many technical lines as were wanted"
[ "$(wc -l <"$work/english.fr")" -eq "$(wc -l <"$work/english.txt")" ] ||
    fail "sentences were lost in translating back"
# No translation is as near as was wanted: the pairs stay, each French sentence once.
[ "$(cut -f 1 "$work/distilled.tsv" | sort -u | wc -l)" -eq \
    $(($(cut -f 1 "$work/sorted.tsv" | sort -u | wc -l) + 1)) ] || fail "pairs were lost"
ls "$work"/*.parts "$work"/*.part 2>/dev/null && fail "parts were left behind"
[ "$(grep -c "^$corpus/test.tsv" "$folder/out")" -eq 2 ] || fail "the evaluation of both is missing"

# And the next time there is nothing to do.
train
expect_nothing_to_do
echo "passed"
