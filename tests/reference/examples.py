# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tiny models of the tests are: their shapes, random weights and tokenizers, and the
picture that one of them sees."""
import base64
import io
import json

import numpy as np
import sentencepiece

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
