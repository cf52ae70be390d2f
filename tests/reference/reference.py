#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the small fixed models of the tests and, worked out independently of the C++ code, every
number of a translation by each: tests/data/tiny*.safetensors and tests/data/tiny*.json; and of
translations in which something is decided in place of the model: tests/data/interventions.json.

    apt-get install python3-numpy python3-sentencepiece
    /usr/bin/python3 tests/reference/reference.py

The formulas are those of Bahdanau, Cho & Bengio (2015), with the GRU of torch.nn.GRU, in double
precision on weights that were rounded to single precision.
"""
import json
import pathlib
import struct

import numpy as np
import sentencepiece

from examples import (CELLS, END, SENTENCE, VARIANTS, attends, cell_tokenizer, picture_text,
                      random_weights, train_tokenizer)
from network import at, translate

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
# What is decided in place of a model, as in a file of interventions: see model/README.md.
HELD = dict(
    steps=[dict(step=1, state=[dict(unit=2, value=0.5), dict(unit=6, value=-1)]),
           dict(step=2, context=[dict(unit=0, value=0.75), dict(unit=4, value=0)]),
           dict(step=3, pieces=[290])],
    every_step=dict(context=[dict(unit=1, value=-0.25), dict(unit=4, value=0.5)],
                    state=[dict(unit=0, value=0.125)]),
    annotations=[dict(position=0, unit=1, value=0.5), dict(position=3, unit=4, value=-0.75),
                 dict(position=-1, unit=2, value=1)],
    initial_state=[dict(unit=3, value=-0.5)])
ATTENTION = [
    dict(every_step=dict(temperature=0.6, muted=[1])),
    dict(steps=[dict(step=0, attention=dict(position=2)), dict(step=1, attention="uniform"),
                dict(step=2, attention="posterior"), dict(step=3, attention="previous", muted=[0]),
                dict(step=4, temperature=3, muted=[0, 2])]),
    dict(steps=[dict(step=0, attention=dict(weights=[0.5, 0.25, 0.25])),
                dict(step=1, attention="posterior", pieces=[280, 285])],
         every_step=dict(temperature=1.5)),
    dict(steps=[dict(step=0, attention="uniform")], every_step=dict(attention="previous")),
    HELD | dict(every_step=HELD["every_step"] | dict(attention="posterior", temperature=2),
                steps=HELD["steps"][:2] + [dict(step=0, pieces=[270]), dict(step=3, pieces=[290, 291])]),
]


def fitted(decided, length):
    """Positions from the end become those of a sentence, weights as many as it has pieces."""
    decided = json.loads(json.dumps(decided))
    for held in decided.get("annotations", []):
        held["position"] %= length
    for step in decided.get("steps", []):
        if "weights" in step.get("attention", {}):
            weights = step["attention"]["weights"]
            step["attention"]["weights"] = weights + [0] * (length - len(weights))
    return dict(format="attention interventions 1") | decided


def intervened(v, w, ids):
    """Translations in which something is decided in place of a model."""
    result = []
    for decided in ATTENTION if attends(v) else [HELD]:
        decided = fitted(decided, len(ids))
        trace = translate(v, w, ids, decided)
        # Beyond so many steps, rounding in single precision adds up.
        trace["steps"] = trace["steps"][:6]
        margins = [s["candidates"][0][1] - s["candidates"][1][1]
                   for i, s in enumerate(trace["steps"]) if at(decided, i)["piece"] is None]
        if min(margins) < 0.01 or len(trace["steps"]) < 4:
            raise SystemExit(f"{decided}: a choice hangs on the last digits: {margins}")
        encoder = {k: trace["encoder"][k] for k in ("annotations", "initial")}
        steps = [s | dict(candidates=s["candidates"][:6]) for s in trace["steps"]]
        result.append(dict(interventions=decided, encoder=encoder, steps=steps))
    return result


def well_made(trace):
    """Ends by itself, does not repeat itself, and no choice hangs on the last digits."""
    chosen = [s["chosen"] for s in trace["steps"]]
    margins = [s["candidates"][0][1] - s["candidates"][1][1] for s in trace["steps"]]
    peaks = [s["weights"].argmax() for s in trace["steps"] if "weights" in s]
    return (chosen[-1] == END and 7 <= len(chosen) <= 10 and len(set(chosen)) >= len(chosen) - 1
            and min(margins) > 0.01 and (not peaks or len(set(peaks)) >= 4))


def write_safetensors(path, tensors, metadata):
    header, data = {"__metadata__": metadata}, b""
    for name, (kind, shape, raw) in tensors.items():
        header[name] = dict(dtype=kind, shape=list(shape), data_offsets=[len(data), len(data) + len(raw)])
        data += raw
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def plain(value, digits=9):
    """Numbers as JSON holds them; single precision has about 7 digits."""
    if isinstance(value, dict):
        return {k: plain(x, digits) for k, x in value.items()}
    if isinstance(value, (list, np.ndarray)):
        return [plain(x, digits) for x in value]
    return float(f"{value:.{digits}g}") if isinstance(value, (float, np.floating)) else value


def main():
    pairs = [line.split("\t") for line in (DATA / "sentences.tsv").read_text().splitlines()]
    # The program puts a space before ? ! ; : in French.
    sides = [train_tokenizer([p[0] for p in pairs]), train_tokenizer([p[1] for p in pairs])]
    source, target = (sentencepiece.SentencePieceProcessor(model_proto=m) for m in sides)
    cells = cell_tokenizer()
    byte_ids = [i for i in range(target.vocab_size()) if target.is_byte(i)]
    interventions = dict(sentence=SENTENCE, picture=picture_text())
    for name, v in VARIANTS.items():
        seen = "features" in v
        read_by = sentencepiece.SentencePieceProcessor(model_proto=cells) if seen else source
        ids = list(range(4, 4 + len(CELLS))) if seen else source.encode(SENTENCE) + [END]
        for seed in range(100000):
            w = random_weights(v, read_by.vocab_size(), target.vocab_size(), byte_ids, seed)
            trace = translate(v, w, ids)
            if well_made(trace):
                break
        else:
            raise SystemExit(f"{name}: no seed makes a good example")
        tensors = {n: ("F32", w[n].shape, w[n].astype("<f4").tobytes()) for n in w}
        for side, model in zip(("source", "target"), [cells if seen else sides[0], sides[1]]):
            tensors[f"tokenizer.{side}"] = ("U8", (len(model),), model)
        write_safetensors(DATA / f"{name}.safetensors", tensors, {
            "format": "seq2seq-rnn 1", "architecture": v["architecture"], "score": v["score"],
            "source_language": "picture" if seen else "fr", "target_language": "en", "name": name,
            "license": "GPL-3.0-or-later", "training": "Not trained: random weights for the tests."})
        chosen = [s["chosen"] for s in trace["steps"]]
        trace |= dict(sentence=picture_text() if seen else SENTENCE, ids=ids,
                      pieces=[read_by.id_to_piece(i) for i in ids],
                      translation=target.decode(chosen))
        (DATA / f"{name}.json").write_text(json.dumps(plain(trace), ensure_ascii=False))
        interventions[name] = intervened(v, w, ids)
        print(name, "seed", seed, [target.id_to_piece(i) for i in chosen])
    text = json.dumps(plain(interventions, digits=7), ensure_ascii=False, separators=(",", ":"))
    (DATA / "interventions.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
