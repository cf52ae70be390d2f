#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""speed.py BUILD_FOLDER [RESULT.json]: measures how fast the programs are, and prints one page: medians,
99th percentiles, and each figure beside the limit of the machine or the peer that was measured in the
same run. What is measured with a program that is not installed is left out and said.

`ninja speed` builds what is needed and calls it. Two runs on a machine that does nothing else agree
within some percent; the ratios say more than the times.
"""
import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SENTENCE = ("Quand le vieux marin est revenu au port, sa fille attendait devant la petite maison bleue de "
            "leur tante Marie.")


def benches(program, what="."):
    """The figures of a bench by the names of what it measures."""
    run = subprocess.run([program, "--benchmark_format=json", f"--benchmark_filter={what}"],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True)
    return {entry["name"].replace("/manual_time", "").split("/iterations")[0]: entry
            for entry in json.loads(run.stdout)["benchmarks"]}


def training(program, precision):
    run = subprocess.run([program, "bench", "train", "--query-of-word", "--threads", "1", "--precision",
                          precision, "--json"], stdout=subprocess.PIPE, check=False, text=True)
    return json.loads(run.stdout)["train"][0]["target_pieces_per_second"] if run.returncode == 0 else None


def peers(program, folder):
    """What PyTorch needs for the same, or why it was not asked."""
    translation = folder / "sentence.json"
    with open(translation, "w", encoding="utf-8") as file:
        subprocess.run([program, "translate", "--json"], input=SENTENCE + "\n", stdout=file, text=True,
                       check=True)
    alone = dict(os.environ, OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    run = subprocess.run(["/usr/bin/python3", HERE / "peers/pytorch.py",
                          ROOT / "resources/models/attention.safetensors", translation],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=alone, check=False)
    if run.returncode == 77:
        return {}, f"PyTorch was not asked: {run.stderr.strip()}"
    run.check_returncode()
    return json.loads(run.stdout), ""


def number(value):
    if value is None:
        return ""
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"


def page(model, window, trained, peer):
    """Rows of what, unit, median, 99th percentile, what it is compared with, ratio, goal."""
    median = lambda bench: bench["median_ms"] if bench else None
    p99 = lambda bench: bench["p99_ms"] if bench else None
    ratio = lambda a, b: a / b if a and b else None
    rows = []

    def add(what, unit, value, tail, beside, times, goal):
        rows.append((what, unit, value, tail, beside, times, goal))

    step, limit = model["decoderStep"], model["limitOfStep"]
    add("decoder step, one thread", "ms", median(step), p99(step),
        f"reading its {limit['MB']:.1f} MB of weights at {limit['GB_per_s']:.0f} GB/s: "
        f"{number(median(limit))} ms", ratio(median(step), median(limit)), "at most 1.15 ×")
    one, two = model["oneSentence/1"], model["oneSentence/2"]
    eager = peer.get("sentence_ms")
    add("20 words translated and traced, one thread", "ms", median(one), p99(one),
        f"PyTorch, eager, the same weights: {number(eager)} ms" if eager else "", ratio(eager, median(one)),
        "7 × as fast")
    add("the same, two threads", "ms", median(two), p99(two), "one thread", ratio(median(one), median(two)),
        "1.7 × as fast")
    for beam, search in ((1, "greedy"), (4, "beam of 4")):
        many = model[f"manySentences/{beam}"]
        add(f"a file of short sentences, one thread, {search}", "sentences/s", many["sentences_per_s"], None,
            "", None, "800" if beam == 1 else "")
    pytorch = peer.get("train_pieces")
    for precision, rate in trained.items():
        add(f"training, one thread, {precision}", "pieces/s", rate, None,
            f"PyTorch, float32, like batches: {number(pytorch)}" if pytorch else "", ratio(rate, pytorch),
            "2.5 × as fast")
    for words in (20, 100, 300):
        long = model[f"longSource/{words}"]
        add(f"{words} words, for each pair of pieces", "µs", long["us_per_pair"], None,
            f"{long['pairs']:.0f} pairs, {number(median(long))} ms", None, "flat or falling")
    if window:
        for name, what, goal in (
                ("keyPressToLastPaint", "key press to last view painted, 20 words", "10, 99 %: 16"),
                ("editToLastPaint", "edit of attention to last view painted, 20 words", "50"),
                ("scrubStep", "one step of time, all panels, 40 × 40", "5, 99 %: 10"),
                ("animationFrame/20", "one frame of the animation, 20 words", "16"),
                ("animationFrame/60", "one frame of the animation, 60 words", "16"),
                ("coldStart", "start to first paint", "50")):
            add(what, "ms", median(window[name]), p99(window[name]), "", None, goal)
        few, lots = window["memory/10"]["resident_MB"], window["memory/1000"]["resident_MB"]
        add("memory after 1,000 translations of 40 words", "MB", lots, None,
            f"after 10: {number(few)} MB", ratio(lots, few), "110, flat")
    return rows


def table(rows):
    head = ("what", "unit", "median", "99 %", "beside", "ratio", "goal")
    lines = [head] + [(what, unit, number(value), number(tail), beside,
                       f"{times:.2f}" if times else "", goal)
                      for what, unit, value, tail, beside, times, goal in rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()
                     for line in lines)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    build = Path(sys.argv[1]).resolve()
    program = build / "bin/attention-model"
    model = benches(build / "bin/model_bench")
    window_bench = build / "bin/window_bench"
    window = {}
    if window_bench.exists():
        window = benches(window_bench, "-memory")
        # What other benches have left in the memory is not to count.
        for translations in (10, 1000):
            window |= benches(window_bench, f"memory/{translations}/")
    trained = {precision: training(program, precision) for precision in ("float32", "bfloat16")}
    trained = {precision: rate for precision, rate in trained.items() if rate}
    peer, missing = peers(program, build)
    rows = page(model, window, trained, peer)
    print(table(rows))
    if missing:
        print(missing)
    if not window:
        print("The window was not measured: window_bench was not built.")
    if len(sys.argv) == 3:
        keys = ("what", "unit", "median", "p99", "beside", "ratio", "goal")
        result = {"figures": [dict(zip(keys, row)) for row in rows], "model_bench": model,
                  "window_bench": window, "training": trained, "pytorch": peer}
        Path(sys.argv[2]).write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n",
                                     encoding="utf-8")


main()
