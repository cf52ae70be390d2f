#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pytorch.py OUTPUT.safetensors: trains a tiny model with PyTorch and writes it as a model file, and,
beside it as OUTPUT.json, the numbers of some translations as PyTorch works them out. Status 77:
PyTorch or SentencePiece is not installed.

    apt-get install python3-torch python3-sentencepiece
    /usr/bin/python3 tests/reference/pytorch.py tiny.safetensors
    attention-model translate --model tiny.safetensors

What has to be kept of it in a larger program is said in resources/models/PYTORCH.md.
"""
import io
import itertools
import json
import struct
import sys

try:
    import sentencepiece
    import torch
    from torch import nn
except ImportError as missing:
    print(f"python3-{missing.name} is not installed")
    sys.exit(77)

BEGIN, END = 2, 3
SENTENCES = ["le chat noir dort", "la voiture rouge roule", "un petit chat voit une voiture"]


def pairs():
    """What it learns from: all that a small grammar can say."""
    nouns = {"chat": ("m", "cat"), "chien": ("m", "dog"), "voiture": ("f", "car"), "porte": ("f", "door")}
    colours = {"noir": ("noire", "black"), "rouge": ("rouge", "red"), "vert": ("verte", "green")}
    verbs = {"dort": "sleeps", "roule": "rolls", "attend": "waits"}
    for (noun, (gender, english)), (colour, (feminine, color)) in itertools.product(
            nouns.items(), colours.items()):
        the, a = ("le", "un") if gender == "m" else ("la", "une")
        small = "petit" if gender == "m" else "petite"
        shown = colour if gender == "m" else feminine
        for verb, does in verbs.items():
            yield f"{the} {noun} {shown} {verb}", f"the {color} {english} {does}"
            yield f"{a} {small} {noun} {verb}", f"a small {english} {does}"
        yield f"{the} {noun} voit {a} {small} {noun} {shown}", f"the {english} sees a small {color} {english}"


def train_tokenizer(sentences):
    """The bytes of a SentencePiece model with the ids and the byte pieces that a model file needs."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_writer=model, model_type="unigram", vocab_size=340,
        byte_fallback=True, hard_vocab_limit=False, normalization_rule_name="identity",
        pad_id=0, unk_id=1, bos_id=BEGIN, eos_id=END, minloglevel=3)
    return model.getvalue()


class Translator(nn.Module):
    """Bahdanau, Cho & Bengio (2015). The names of its parameters are not yet those of the file."""

    def __init__(self, source_size, target_size, e=24, h=24, d=32, a=24):
        super().__init__()
        self.source = nn.Embedding(source_size, e)
        self.target = nn.Embedding(target_size, e)
        self.encoder = nn.GRU(e, h, bidirectional=True, batch_first=True)
        self.query = nn.Linear(d, a, bias=False)
        self.key = nn.Linear(2 * h, a)
        self.energy = nn.Linear(a, 1, bias=False)
        self.initial = nn.Linear(2 * h, d)
        self.cell = nn.GRUCell(e + 2 * h, d)
        self.readout = nn.Linear(d + 2 * h + e, e)
        self.bias = nn.Parameter(torch.zeros(target_size))

    def encode(self, ids):
        """ids [S] → annotations [S, 2H], initial state [D]."""
        annotations, last = self.encoder(self.source(ids)[None])
        ends = torch.cat([last[0, 0], last[1, 0]])  # forward at the last piece, backward at the first
        return annotations[0], torch.tanh(self.initial(ends))

    def step(self, annotations, state, previous):
        """→ scores [S], weights [S], new state [D], log-probabilities [V]."""
        word = self.target(previous)
        scores = self.energy(torch.tanh(self.query(state) + self.key(annotations)))[:, 0]
        weights = torch.softmax(scores, 0)
        context = weights @ annotations
        state = self.cell(torch.cat([word, context])[None], state[None])[0]
        readout = torch.tanh(self.readout(torch.cat([state, context, word])))
        # The output shares its weights with the embedding of the target.
        return scores, weights, state, torch.log_softmax(self.target.weight @ readout + self.bias, 0)

    def loss(self, source, target):
        annotations, state = self.encode(source)
        total, previous = 0.0, torch.tensor(BEGIN)
        for piece in target:
            _, _, state, probabilities = self.step(annotations, state, previous)
            total, previous = total - probabilities[piece], piece
        return total / len(target)


def train(model, data, epochs=12, batch=8):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for epoch in range(epochs):
        order = torch.randperm(len(data)).tolist()
        losses = []
        for begin in range(0, len(order), batch):
            loss = sum(model.loss(*data[i]) for i in order[begin:begin + batch]) / batch
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.3f}", flush=True)


def tensors(model):
    """The parameters under the names of the model file."""
    named = {"source.embedding": model.source.weight, "target.embedding": model.target.weight,
             "attention.query.weight": model.query.weight, "attention.key.weight": model.key.weight,
             "attention.key.bias": model.key.bias, "attention.energy": model.energy.weight[0],
             "decoder.initial.weight": model.initial.weight, "decoder.initial.bias": model.initial.bias,
             "decoder.readout.weight": model.readout.weight, "decoder.readout.bias": model.readout.bias,
             "output.bias": model.bias}
    for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
        named[f"encoder.forward.{kind}"] = getattr(model.encoder, f"{kind}_l0")
        named[f"encoder.backward.{kind}"] = getattr(model.encoder, f"{kind}_l0_reverse")
        named[f"decoder.cell.{kind}"] = getattr(model.cell, kind)
    return named


def write(file, model, tokenizers):
    """A safetensors file by hand; the package of that name does it as well."""
    blobs = [(name, "F32", list(t.shape), t.detach().contiguous().numpy().astype("<f4").tobytes())
             for name, t in tensors(model).items()]
    blobs += [(f"tokenizer.{side}", "U8", [len(data)], data) for side, data in tokenizers.items()]
    header = {"__metadata__": {
        "format": "seq2seq-rnn 1", "architecture": "attention", "score": "additive", "name": "PyTorch",
        "source_language": "fr", "target_language": "en", "license": "GPL-3.0-or-later",
        "training": "Some sentences of a small grammar, by tests/reference/pytorch.py."}}
    offset = 0
    for name, kind, shape, data in blobs:
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [offset, offset + len(data)]}
        offset += len(data)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(file, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text)
        for _, _, _, data in blobs:
            out.write(data)


def translate(model, source, target, sentence):
    """Greedily, with every number that is compared."""
    pieces = source.encode(sentence) + [END]
    annotations, state = model.encode(torch.tensor(pieces))
    steps, previous = [], BEGIN
    while previous != END and len(steps) < 2 * len(pieces) + 20:
        scores, weights, state, probabilities = model.step(annotations, state, torch.tensor(previous))
        previous = int(probabilities.argmax())
        steps.append(dict(id=previous, log_probability=float(probabilities[previous]),
                          scores=scores.tolist(), weights=weights.tolist(), state=state.tolist()))
    ids = [step["id"] for step in steps if step["id"] != END]
    return dict(sentence=sentence, source_ids=pieces, translation=target.decode(ids), steps=steps)


def main(file):
    torch.manual_seed(1)
    texts = list(pairs())
    bytes_of = {"source": train_tokenizer(s for s, _ in texts), "target": train_tokenizer(t for _, t in texts)}
    source, target = (sentencepiece.SentencePieceProcessor(model_proto=bytes_of[side])
                      for side in ("source", "target"))
    data = [(torch.tensor(source.encode(s) + [END]), torch.tensor(target.encode(t) + [END]))
            for s, t in texts]
    model = Translator(source.get_piece_size(), target.get_piece_size())
    train(model, data)
    write(file, model, bytes_of)
    with torch.no_grad():
        numbers = [translate(model, source, target, sentence) for sentence in SENTENCES]
    with open(file.removesuffix(".safetensors") + ".json", "w", encoding="utf-8") as out:
        json.dump(numbers, out)
    for each in numbers:
        print(each["sentence"], "→", each["translation"])


if __name__ == "__main__":
    main(sys.argv[1])
