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
import base64
import io
import json
import pathlib
import struct

import numpy as np
import sentencepiece

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
SENTENCE = "Où dort le chat noir 🐈 ?"
BEGIN, END = 2, 3
VOCABULARY = 360

VARIANTS = {
    "tiny": dict(architecture="attention", score="additive", both=True, tied=True, D=7),
    "tiny_bottleneck": dict(architecture="bottleneck", score="additive", both=True, tied=True, D=7),
    # What a model file may also hold: a one-directional encoder, another score, an output of its own.
    "tiny_general": dict(architecture="attention", score="general", both=False, tied=False, D=7),
    "tiny_dot": dict(architecture="attention", score="dot", both=True, tied=True, D=10),
    # A query of the state and of the piece before.
    "tiny_query": dict(architecture="attention", score="additive", both=True, tied=True, D=7,
                       query_of_word=True),
    # A picture in place of a sentence, seen by convolutions.
    "tiny_caption": dict(architecture="caption", score="additive", both=False, tied=True, D=7,
                         query_of_word=True, features=[2, 3, 4]),
}
PIXELS, GRID = 64, 8
CELLS = [chr(ord("A") + column) + str(row + 1) for row in range(GRID) for column in range(GRID)]
E, H, A = 6, 5, 4

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


def attends(v):
    return v["architecture"] != "bottleneck"


def train_tokenizer(sentences):
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_writer=model, model_type="unigram",
        vocab_size=VOCABULARY, character_coverage=0.9999, byte_fallback=True,
        hard_vocab_limit=False, normalization_rule_name="identity", split_digits=True,
        pad_id=0, unk_id=1, bos_id=2, eos_id=3, minloglevel=3)
    return model.getvalue()


def cell_tokenizer():
    """One piece for each cell of a picture, in their order."""
    model = io.BytesIO()
    words = " ".join(name for i, name in enumerate(CELLS) for _ in range(len(CELLS) - i))
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([words]), model_writer=model, model_type="word",
        vocab_size=len(CELLS) + 4, character_coverage=1, use_all_vocab=True,
        max_sentence_length=16384, normalization_rule_name="identity",
        pad_id=0, unk_id=1, bos_id=2, eos_id=3, minloglevel=3)
    return model.getvalue()


def picture():
    """Bytes [64, 64, 3] without any two rows or columns alike."""
    y, x, c = np.meshgrid(np.arange(PIXELS), np.arange(PIXELS), np.arange(3), indexing="ij")
    waves = np.sin(0.21 * x + 1.3 * c) * np.cos(0.17 * y - 0.8 * c) + np.sin(0.011 * x * y + c)
    return np.round(127.5 + 63 * waves).astype(np.uint8)


def picture_text():
    pixels = base64.b64encode(picture().tobytes()).decode()
    return json.dumps(dict(format="attention picture 1", pixels=pixels), separators=(",", ":"))


def convolve(cells, weight, bias, stride):
    """Features [n, n, C] to [n / stride, n / stride, C'] by 3 × 3 cells around every stride-th."""
    n, channels = cells.shape[1:]
    kernel = weight.reshape(-1, 3, 3, channels)
    padded = np.zeros((n + 2, n + 2, channels))
    padded[1:-1, 1:-1] = cells
    return np.array([[np.einsum("oyxc,yxc->o", kernel, padded[y:y + 3, x:x + 3]) + bias
                      for x in range(0, n, stride)] for y in range(0, n, stride)])


def see(v, w, embeddings):
    features, cells = [], picture() / 255 * 2 - 1
    for layer in range(len(v["features"])):
        name = f"encoder.convolution.{layer + 1}"
        cells = np.maximum(convolve(cells, w[name + ".weight"], w[name + ".bias"], 2), 0)
        features.append(cells.reshape(-1, cells.shape[-1]))
    last = convolve(cells, w["encoder.annotation.weight"], w["encoder.annotation.bias"], 1)
    places = embeddings @ w["encoder.annotation.place"].T
    return features, np.tanh(last.reshape(places.shape) + places)


def shapes(v, vs, vt):
    """The tensors of a variant, in the order of the model file."""
    D, annotation = v["D"], (2 if v["both"] else 1) * H
    gru = lambda name, inputs, units: {
        name + ".weight_ih": (3 * units, inputs), name + ".weight_hh": (3 * units, units),
        name + ".bias_ih": (3 * units,), name + ".bias_hh": (3 * units,)}
    t = {"source.embedding": (vs, E), "target.embedding": (vt, E)}
    if "features" in v:
        channels = 3
        for layer, features in enumerate(v["features"]):
            name = f"encoder.convolution.{layer + 1}"
            t |= {name + ".weight": (features, 9 * channels), name + ".bias": (features,)}
            channels = features
        t |= {"encoder.annotation.weight": (annotation, 9 * channels),
              "encoder.annotation.place": (annotation, E), "encoder.annotation.bias": (annotation,)}
    else:
        t |= gru("encoder.forward", E, H)
    if v["both"]:
        t |= gru("encoder.backward", E, H)
    if attends(v) and v["score"] == "additive":
        t |= {"attention.query.weight": (A, D + (E if v.get("query_of_word") else 0)),
              "attention.key.weight": (A, annotation),
              "attention.key.bias": (A,), "attention.energy": (A,)}
    if attends(v) and v["score"] == "general":
        t |= {"attention.key.weight": (D, annotation)}
    t |= {"decoder.initial.weight": (D, annotation), "decoder.initial.bias": (D,)}
    t |= gru("decoder.cell", E + annotation, D)
    t |= {"decoder.readout.weight": (E, D + annotation + E), "decoder.readout.bias": (E,),
          "output.bias": (vt,)}
    if not v["tied"]:
        t |= {"output.weight": (vt, E)}
    return t


def random_weights(v, vs, vt, byte_ids, seed):
    """Weights large enough that gates open and close and the attention moves about."""
    random = np.random.default_rng(seed)
    weights = {}
    for name, shape in shapes(v, vs, vt).items():
        scale = 1.0
        if "weight" in name or "place" in name:
            scale = 2.2 / np.sqrt(shape[-1])
        if name == "attention.energy":
            scale = 3.0
        if "bias" in name:
            scale = 0.3
        weights[name] = random.normal(0, scale, shape)
    # No byte pieces nor special ones among the words; the end after some words.
    weights["output.bias"][[0, 1, 2] + byte_ids] = -12
    weights["output.bias"][END] = 1.5
    return {name: w.astype(np.float32).astype(np.float64) for name, w in weights.items()}


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def gru(w, prefix, x, h):
    units = len(h)
    a = w[prefix + ".weight_ih"] @ x + w[prefix + ".bias_ih"]
    b = w[prefix + ".weight_hh"] @ h + w[prefix + ".bias_hh"]
    r = sigmoid(a[:units] + b[:units])
    z = sigmoid(a[units:2 * units] + b[units:2 * units])
    n = np.tanh(a[2 * units:] + r * b[2 * units:])
    return dict(reset=r, update=z, candidate=n, state=(1 - z) * n + z * h)


def read(w, prefix, embeddings):
    cells, h = [], np.zeros(H)
    for x in embeddings:
        cells.append(gru(w, prefix, x, h))
        h = cells[-1]["state"]
    return cells


def stack(cells):
    return {k: np.array([c[k] for c in cells]) for k in cells[0]}


def hold(vector, units):
    vector = vector.copy()
    for held in units:
        vector[held["unit"]] = held["value"]
    return vector


def encode(v, w, ids, decided={}):
    embeddings = w["source.embedding"][ids]
    if "features" in v:
        features, annotations = see(v, w, embeddings)
        result = dict(embeddings=embeddings, features=features)
    else:
        forward = read(w, "encoder.forward", embeddings)
        annotations = stack(forward)["state"]
        result = dict(embeddings=embeddings, forward=stack(forward))
    if v["both"]:
        backward = read(w, "encoder.backward", embeddings[::-1])[::-1]
        result["backward"] = stack(backward)
        annotations = np.hstack([annotations, result["backward"]["state"]])
    for held in decided.get("annotations", []):
        annotations[held["position"]] = hold(annotations[held["position"]], [held])
    # The last of what is read left to right, and the first of what is read right to left.
    summary = np.concatenate([annotations[-1, :H], annotations[0, H:]])
    if "features" in v:
        summary = annotations.mean(axis=0)
    result["annotations"] = annotations
    result["summary"] = summary
    if attends(v):
        if v["score"] == "additive":
            result["keys"] = annotations @ w["attention.key.weight"].T + w["attention.key.bias"]
        elif v["score"] == "general":
            result["keys"] = annotations @ w["attention.key.weight"].T
        else:
            result["keys"] = annotations
    initial = np.tanh(w["decoder.initial.weight"] @ summary + w["decoder.initial.bias"])
    result["initial"] = hold(initial, decided.get("initial_state", []))
    return result


def predict(v, w, state, y, context, own):
    """The context and the new state with their held units, the readout and the log-probabilities
    of all pieces."""
    context = hold(context, own["context"])
    cell = gru(w, "decoder.cell", np.concatenate([y, context]), state)
    cell["state"] = hold(cell["state"], own["state"])
    readout = np.tanh(w["decoder.readout.weight"] @ np.concatenate([cell["state"], context, y])
                      + w["decoder.readout.bias"])
    out = w["target.embedding"] if v["tied"] else w["output.weight"]
    logits = out @ readout + w["output.bias"]
    return context, cell, readout, logits - np.log(np.exp(logits).sum())


def at(decided, i):
    """All that applies to step i."""
    every = decided.get("every_step", {})
    steps = decided.get("steps", [])
    step = next((s for s in steps if s["step"] == i), {})
    pieces = [s["pieces"][i - s["step"]] for s in steps
              if 0 <= i - s["step"] < len(s.get("pieces", []))]
    everywhere = None if i == 0 and every.get("attention") == "previous" else every.get("attention")
    return dict(attention=step.get("attention", everywhere),
                temperature=step.get("temperature", every.get("temperature", 1)),
                muted=step.get("muted", []) + every.get("muted", []),
                state=every.get("state", []) + step.get("state", []),
                context=every.get("context", []) + step.get("context", []),
                piece=pieces[0] if pieces else None)


def bayes(v, w, encoder, state, y, own, prior, piece):
    """The log-probability of a piece, had the step attended to one annotation alone; and the
    posterior attention, by Bayes' rule."""
    likelihoods = np.array([predict(v, w, state, y, h, own)[3][piece]
                            for h in encoder["annotations"]])
    joint = prior * np.exp(likelihoods)
    return likelihoods, joint / joint.sum()


def attend(v, w, encoder, state, y, own, previous_weights, scores):
    """The weights of a step."""
    heard = np.ones(len(scores))
    heard[own["muted"]] = 0
    weights = np.exp(scores / own["temperature"]) * heard
    weights /= weights.sum()
    pinned = own["attention"]
    if pinned is None:
        return weights
    if pinned == "uniform":
        weights = np.ones(len(scores))
    elif pinned == "previous":
        weights = previous_weights
    elif pinned == "posterior":
        log_p = predict(v, w, state, y, weights @ encoder["annotations"], own)[3]
        guess = log_p.argmax() if own["piece"] is None else own["piece"]
        weights = bayes(v, w, encoder, state, y, own, weights, guess)[1]
    elif "position" in pinned:
        weights = np.eye(len(scores))[pinned["position"]]
    else:
        weights = np.array(pinned["weights"])
    weights = weights * heard
    return weights / weights.sum()


def decode(v, w, encoder, state, previous, own, previous_weights):
    y = w["target.embedding"][previous]
    step = dict(previousId=int(previous), previousEmbedding=y)
    if attends(v):
        if v["score"] == "additive":
            asking = np.concatenate([state, y]) if v.get("query_of_word") else state
            query = w["attention.query.weight"] @ asking
            scores = np.tanh(query + encoder["keys"]) @ w["attention.energy"]
        else:
            query, scores = state, encoder["keys"] @ state
        weights = attend(v, w, encoder, state, y, own, previous_weights, scores)
        context = weights @ encoder["annotations"]
        step |= dict(query=query, scores=scores, weights=weights)
    else:
        context = encoder["summary"]
    context, cell, readout, log_p = predict(v, w, state, y, context, own)
    order = np.argsort(-log_p, kind="stable")[:32]
    chosen = order[0] if own["piece"] is None else own["piece"]
    if attends(v):
        likelihoods, posterior = bayes(v, w, encoder, state, y, own, weights, chosen)
        step |= dict(logLikelihoods=likelihoods, posterior=posterior)
    return step | dict(
        context=context, cell=cell, readout=readout, entropy=float(-(np.exp(log_p) * log_p).sum()),
        candidates=[[int(i), float(log_p[i])] for i in order], chosen=int(chosen))


def translate(v, w, ids, decided={}):
    encoder = encode(v, w, ids, decided)
    steps, state, previous, weights = [], encoder["initial"], BEGIN, None
    while previous != END and len(steps) < 2 * len(ids) + 20:
        step = decode(v, w, encoder, state, previous, at(decided, len(steps)), weights)
        state, previous, weights = step["cell"]["state"], step["chosen"], step.get("weights")
        steps.append(step)
    return dict(encoder=encoder, steps=steps)


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
