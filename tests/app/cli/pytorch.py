#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pytorch.py MODEL.safetensors ATTENTION_MODEL [ATTENTION_VISUALIZER]: checks that both programs open
the model that tests/reference/pytorch.py has trained, and that what they write of its translations,
without a window, are the numbers of PyTorch (MODEL.json) to 1e-5. Status 77: there is no such model,
since PyTorch is not installed."""

import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

TOLERANCE = 1e-5


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
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
    for line, each in zip(lines, numbers, strict=True):
        got = json.loads(line)
        assert got["translation"] == each["translation"], (got["translation"], each["translation"])
        assert [piece["id"] for piece in got["source_pieces"]] == each["source_ids"]
        assert [piece["id"] for piece in got["target_pieces"]] == [step["id"] for step in each["steps"]]
        for kind in ("scores", "weights"):
            expect_near(kind, got[kind], [step[kind] for step in each["steps"]])
        expect_near("log_probability", got["log_probability"],
                    sum(step["log_probability"] for step in each["steps"]))


def columns(file):
    """The numbers of a table, by the headings of its columns but the first."""
    with open(file, encoding="utf-8", newline="") as lines:
        heading, *rows = csv.reader(lines)
    return [(name, [row[i] for row in rows]) for i, name in enumerate(heading) if i > 0]


def check_window(program, model, numbers):
    """The scores, weights and probabilities that the window shows at each word, and all states."""
    count = 0
    for word in range(1, 1 + max(len(each["steps"]) for each in numbers)):
        reached = [each for each in numbers if len(each["steps"]) >= word]
        with tempfile.TemporaryDirectory() as folder:
            run(program, "--model", model, "--batch", "-", "--views", "scores,word-choice,states",
                "--at", f"{word}.word", "--format", "csv", "--export", folder,
                input="".join(each["sentence"] + "\n" for each in reached),
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "HOME": folder})
            for line, each in enumerate(reached, 1):
                step = each["steps"][word - 1]
                name = f"{each['sentence']}, word {word}: "
                view = os.path.join(folder, f"{line:04}-{word}.word-")
                scores = dict(columns(view + "scores.csv"))
                expect_near(name + "scores", [float(e) for e in scores["e"]], step["scores"])
                expect_near(name + "weights", [float(a) for a in scores["α"]], step["weights"])
                choice = dict(columns(view + "word-choice.csv"))
                expect_near(name + "log-probability", float(choice["log-probability"][0]),
                            step["log_probability"])
                # Before the state of the first word stands the initial one.
                _, state = columns(view + "states.decoder_state.csv")[word]
                expect_near(name + "state", [float(unit) for unit in state], step["state"])
                count += 1
    assert count == sum(len(each["steps"]) for each in numbers)


def main(model, program, window=None):
    if not os.path.exists(model):
        print("python3-torch or python3-sentencepiece is not installed: nothing to compare with")
        sys.exit(77)
    numbers = json.loads(pathlib.Path(model).with_suffix(".json").read_text(encoding="utf-8"))
    assert any(len(each["steps"]) > 3 for each in numbers)
    check_model(program, model, numbers)
    if window:
        check_window(window, model, numbers)
    print("what the programs write agrees with PyTorch")


if __name__ == "__main__":
    main(*sys.argv[1:])
