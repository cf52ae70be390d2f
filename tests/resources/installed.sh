#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# installed.sh CMAKE BUILD: installs what BUILD holds into a folder of its own, as `cmake --install`
# does, and tries the programs there.
set -eu

cmake=$1
build=$2
sentence="Le chat dort."
most=105 # MB that all of it may take

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$cmake" --install "$build" --prefix "$folder/first" --strip >/dev/null

fail() {
    echo "$*" >&2
    exit 1
}

# What is installed may be moved, and be called from anywhere and through a link.
mv "$folder/first" "$folder/moved"
ln -s "$folder/moved/bin/attention-model" "$folder/link"
mkdir "$folder/elsewhere"
cd "$folder/elsewhere"
expected=$(echo "$sentence" | "$build/bin/attention-model" translate)
[ "$(echo "$sentence" | "$folder/link" translate)" = "$expected" ] || fail "It translates otherwise."
if [ -x "$folder/moved/bin/attention-visualizer" ]; then
    "$folder/moved/bin/attention-visualizer" --sentence "$sentence" --export heatmap.svg
    [ -s heatmap.svg ] || fail "No figure was written."
fi

# Each model is there once, so that the whole is small.
size=$(du -sk --apparent-size "$folder/moved" | cut -f1)
[ "$size" -le $((most * 1000000 / 1024)) ] || fail "It takes $size KiB, expected at most $most MB."
if grep -rlF "seq2seq-rnn 1\",\"license" "$folder/moved/bin"; then
    fail "This program holds a model of its own."
fi

# Without its file: one sentence. Nothing is looked for in the folder where one happens to be.
models=share/attention-visualizer/models
mkdir -p "$models" "../$models"
cp "$folder/moved/$models/attention.safetensors" "$models"
cp "$folder/moved/$models/attention.safetensors" "../$models"
cp "$folder/moved/$models/attention.safetensors" .
mv "$folder/moved/$models/attention.safetensors" "$folder"
# refused COMMAND...: it ends with status 1, and says the one sentence.
refused() {
    status=0
    said=$("$@" 2>&1 >/dev/null </dev/null) || status=$?
    wanted="The built-in model attention is not where it was installed: \
$folder/moved/$models/attention.safetensors: cannot be read (No such file or directory)."
    [ "$status $(echo "$said" | cut -d: -f2- | cut -c2-)" = "1 $wanted" ] ||
        fail "Without the model, $1 said '$said', status $status."
}
refused "$folder/moved/bin/attention-model" translate
refused "$folder/moved/bin/attention-model" info
if [ -x "$folder/moved/bin/attention-visualizer" ]; then
    refused "$folder/moved/bin/attention-visualizer" --sentence "$sentence" --export heatmap.svg
fi
# The other one is there still.
"$folder/moved/bin/attention-model" info bottleneck >/dev/null
