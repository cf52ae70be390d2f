#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pytorch.py ATTENTION_MODEL [ATTENTION_VISUALIZER]: trains a tiny model with PyTorch, and checks that
both programs open its file and give the numbers of PyTorch to 1e-5. Status 77: PyTorch is not
installed."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "reference" / "pytorch.py"
TOLERANCE = 1e-5


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode == 77:
        print(done.stdout)
        sys.exit(77)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


def expect_near(name, got, expected):
    if isinstance(expected, list):
        assert len(got) == len(expected), (name, len(got), len(expected))
        for i, (one, other) in enumerate(zip(got, expected)):
            expect_near(f"{name}[{i}]", one, other)
    else:
        assert abs(got - expected) <= TOLERANCE * max(1.0, abs(expected)), (name, got, expected)


def check_model(program, model, numbers):
    sentences = "".join(each["sentence"] + "\n" for each in numbers)
    lines = run(program, "translate", "--model", model, "--json", input=sentences).splitlines()
    for line, each in zip(lines, numbers):
        got = json.loads(line)
        assert got["translation"] == each["translation"], (got["translation"], each["translation"])
        assert [piece["id"] for piece in got["source_pieces"]] == each["source_ids"]
        assert [piece["id"] for piece in got["target_pieces"]] == [step["id"] for step in each["steps"]]
        for kind in ("scores", "weights"):
            expect_near(kind, got[kind], [step[kind] for step in each["steps"]])
        expect_near("log_probability", got["log_probability"],
                    sum(step["log_probability"] for step in each["steps"]))


def check_window(program, model, numbers, folder):
    """The heatmap says each word, and the weights of its strong cells."""
    for each in numbers:
        figure = os.path.join(folder, "figure.svg")
        run(program, "--model", model, "--sentence", each["sentence"], "--export", figure,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "HOME": folder})
        with open(figure, encoding="utf-8") as file:
            text = file.read()
        for word in each["sentence"].split() + each["translation"].split():
            assert f">{word}<" in text, word


def main(program, window=None):
    with tempfile.TemporaryDirectory() as folder:
        model = os.path.join(folder, "pytorch.safetensors")
        print(run(sys.executable, str(SCRIPT), model))
        with open(os.path.join(folder, "pytorch.json"), encoding="utf-8") as file:
            numbers = json.load(file)
        assert any(len(each["steps"]) > 3 for each in numbers)
        check_model(program, model, numbers)
        if window:
            check_window(window, model, numbers, folder)
    print("both programs agree with PyTorch")


if __name__ == "__main__":
    main(*sys.argv[1:])
