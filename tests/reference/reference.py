#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the small fixed models of the tests and, worked out independently of the C++ code, every
number of a translation by each: tests/data/tiny*.safetensors and tests/data/tiny*.json.

    apt-get install python3-numpy python3-sentencepiece
    /usr/bin/python3 tests/reference/reference.py

The formulas are those of Bahdanau, Cho & Bengio (2015), with the GRU of torch.nn.GRU, in double
precision on weights that were rounded to single precision.
"""
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
}
E, H, A = 6, 5, 4


def train_tokenizer(sentences):
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_writer=model, model_type="unigram",
        vocab_size=VOCABULARY, character_coverage=0.9999, byte_fallback=True,
        hard_vocab_limit=False, normalization_rule_name="identity", split_digits=True,
        pad_id=0, unk_id=1, bos_id=2, eos_id=3, minloglevel=3)
    return model.getvalue()


def shapes(v, vs, vt):
    """The tensors of a variant, in the order of the model file."""
    D, annotation = v["D"], (2 if v["both"] else 1) * H
    gru = lambda name, inputs, units: {
        name + ".weight_ih": (3 * units, inputs), name + ".weight_hh": (3 * units, units),
        name + ".bias_ih": (3 * units,), name + ".bias_hh": (3 * units,)}
    t = {"source.embedding": (vs, E), "target.embedding": (vt, E)}
    t |= gru("encoder.forward", E, H)
    if v["both"]:
        t |= gru("encoder.backward", E, H)
    if v["architecture"] == "attention" and v["score"] == "additive":
        t |= {"attention.query.weight": (A, D + (E if v.get("query_of_word") else 0)),
              "attention.key.weight": (A, annotation),
              "attention.key.bias": (A,), "attention.energy": (A,)}
    if v["architecture"] == "attention" and v["score"] == "general":
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
        if "weight" in name:
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


def encode(v, w, ids):
    embeddings = w["source.embedding"][ids]
    forward = read(w, "encoder.forward", embeddings)
    summary, annotations = forward[-1]["state"], stack(forward)["state"]
    result = dict(embeddings=embeddings, forward=stack(forward))
    if v["both"]:
        backward = read(w, "encoder.backward", embeddings[::-1])[::-1]
        result["backward"] = stack(backward)
        summary = np.concatenate([summary, backward[0]["state"]])
        annotations = np.hstack([annotations, result["backward"]["state"]])
    result["annotations"] = annotations
    result["summary"] = summary
    if v["architecture"] == "attention":
        if v["score"] == "additive":
            result["keys"] = annotations @ w["attention.key.weight"].T + w["attention.key.bias"]
        elif v["score"] == "general":
            result["keys"] = annotations @ w["attention.key.weight"].T
        else:
            result["keys"] = annotations
    result["initial"] = np.tanh(w["decoder.initial.weight"] @ summary + w["decoder.initial.bias"])
    return result


def predict(v, w, state, y, context):
    """The new state, the readout and the log-probabilities of all pieces."""
    cell = gru(w, "decoder.cell", np.concatenate([y, context]), state)
    readout = np.tanh(w["decoder.readout.weight"] @ np.concatenate([cell["state"], context, y])
                      + w["decoder.readout.bias"])
    out = w["target.embedding"] if v["tied"] else w["output.weight"]
    logits = out @ readout + w["output.bias"]
    return cell, readout, logits - np.log(np.exp(logits).sum())


def decode(v, w, encoder, state, previous):
    y = w["target.embedding"][previous]
    step = dict(previousId=int(previous), previousEmbedding=y)
    if v["architecture"] == "attention":
        if v["score"] == "additive":
            asking = np.concatenate([state, y]) if v.get("query_of_word") else state
            query = w["attention.query.weight"] @ asking
            scores = np.tanh(query + encoder["keys"]) @ w["attention.energy"]
        else:
            query, scores = state, encoder["keys"] @ state
        weights = np.exp(scores) / np.exp(scores).sum()
        context = weights @ encoder["annotations"]
        step |= dict(query=query, scores=scores, weights=weights)
    else:
        context = encoder["summary"]
    cell, readout, log_p = predict(v, w, state, y, context)
    order = np.argsort(-log_p, kind="stable")[:32]
    if v["architecture"] == "attention":
        # Had it attended to one annotation alone; and Bayes' rule.
        likelihoods = np.array([predict(v, w, state, y, h)[2][order[0]]
                                for h in encoder["annotations"]])
        joint = weights * np.exp(likelihoods)
        step |= dict(logLikelihoods=likelihoods, posterior=joint / joint.sum())
    return step | dict(
        context=context, cell=cell, readout=readout, entropy=float(-(np.exp(log_p) * log_p).sum()),
        candidates=[[int(i), float(log_p[i])] for i in order], chosen=int(order[0]))


def translate(v, w, ids):
    encoder = encode(v, w, ids)
    steps, state, previous = [], encoder["initial"], BEGIN
    while previous != END and len(steps) < 2 * len(ids) + 20:
        steps.append(decode(v, w, encoder, state, previous))
        state, previous = steps[-1]["cell"]["state"], steps[-1]["chosen"]
    return dict(encoder=encoder, steps=steps)


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


def plain(value):
    """Numbers as JSON holds them, with the digits that single precision has, and two more."""
    if isinstance(value, dict):
        return {k: plain(x) for k, x in value.items()}
    if isinstance(value, (list, np.ndarray)):
        return [plain(x) for x in value]
    return float(f"{value:.9g}") if isinstance(value, (float, np.floating)) else value


def main():
    pairs = [line.split("\t") for line in (DATA / "sentences.tsv").read_text().splitlines()]
    # The program puts a space before ? ! ; : in French.
    sides = [train_tokenizer([p[0] for p in pairs]), train_tokenizer([p[1] for p in pairs])]
    source, target = (sentencepiece.SentencePieceProcessor(model_proto=m) for m in sides)
    ids = source.encode(SENTENCE) + [END]
    byte_ids = [i for i in range(target.vocab_size()) if target.is_byte(i)]
    for name, v in VARIANTS.items():
        for seed in range(100000):
            w = random_weights(v, source.vocab_size(), target.vocab_size(), byte_ids, seed)
            trace = translate(v, w, ids)
            if well_made(trace):
                break
        else:
            raise SystemExit(f"{name}: no seed makes a good example")
        tensors = {n: ("F32", w[n].shape, w[n].astype("<f4").tobytes()) for n in w}
        for side, model in zip(("source", "target"), sides):
            tensors[f"tokenizer.{side}"] = ("U8", (len(model),), model)
        write_safetensors(DATA / f"{name}.safetensors", tensors, {
            "format": "seq2seq-rnn 1", "architecture": v["architecture"], "score": v["score"],
            "source_language": "fr", "target_language": "en", "name": name,
            "license": "GPL-3.0-or-later", "training": "Not trained: random weights for the tests."})
        chosen = [s["chosen"] for s in trace["steps"]]
        trace |= dict(sentence=SENTENCE, ids=ids, pieces=[source.id_to_piece(i) for i in ids],
                      translation=target.decode(chosen))
        (DATA / f"{name}.json").write_text(json.dumps(plain(trace), ensure_ascii=False))
        print(name, "seed", seed, [target.id_to_piece(i) for i in chosen])


if __name__ == "__main__":
    main()
