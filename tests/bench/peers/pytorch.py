#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pytorch.py MODEL.safetensors TRANSLATION.json: how long PyTorch takes, on one thread and eagerly, for
what the program does with the same weights. Prints JSON:

    sentence_ms    the greedy translation of the sentence that `attention-model translate --json` printed
                   to TRANSLATION.json; the pieces must be the same
    train_pieces   target pieces a second of training with the sizes of the model and batches like those
                   of `attention-model bench train`

Status 77: PyTorch is not installed (apt-get install python3-torch).
"""
import json
import math
import random
import statistics
import struct
import sys
import time

try:
    import numpy
    import torch
    from torch import nn
except ImportError as missing:
    print(f"python3-{missing.name} is not installed", file=sys.stderr)
    sys.exit(77)

BEGIN, END = 2, 3
BATCH = 1536  # target pieces
KINDS = {"F32": numpy.float32, "F16": numpy.float16}


def tensors(file):
    """The tensors of a safetensors file that are numbers, in single precision."""
    with open(file, "rb") as opened:
        length = struct.unpack("<Q", opened.read(8))[0]
        header = json.loads(opened.read(length))
        data = opened.read()
    found = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] not in KINDS:
            continue
        first, end = entry["data_offsets"]
        values = numpy.frombuffer(data[first:end], KINDS[entry["dtype"]]).reshape(entry["shape"])
        found[name] = torch.from_numpy(values.astype(numpy.float32))
    return found


class Network(nn.Module):
    """Bahdanau, Cho & Bengio (2015), with the weights of a model file."""

    def __init__(self, weights):
        super().__init__()
        vocabulary, e = weights["source.embedding"].shape
        targets = weights["target.embedding"].shape[0]
        h = weights["encoder.forward.weight_hh"].shape[1]
        d = weights["decoder.cell.weight_hh"].shape[1]
        self.sizes = {"d": d, "h": h, "source": vocabulary, "target": targets}
        self.source = nn.Embedding(vocabulary, e)
        self.target = nn.Embedding(targets, e)
        self.encoder = nn.GRU(e, h, bidirectional=True, batch_first=True)
        self.key = nn.Linear(2 * h, weights["attention.key.weight"].shape[0])
        self.query = nn.Linear(weights["attention.query.weight"].shape[1], self.key.out_features, bias=False)
        self.energy = nn.Linear(self.key.out_features, 1, bias=False)
        self.initial = nn.Linear(2 * h, d)
        self.cell = nn.GRUCell(e + 2 * h, d)
        self.readout = nn.Linear(d + 2 * h + e, e)
        self.bias = nn.Parameter(torch.zeros(targets))
        self.of_word = self.query.in_features > d
        self.load(weights)

    def load(self, weights):
        names = {"source.embedding": self.source.weight, "target.embedding": self.target.weight,
                 "attention.query.weight": self.query.weight, "attention.key.weight": self.key.weight,
                 "attention.key.bias": self.key.bias, "decoder.initial.weight": self.initial.weight,
                 "decoder.initial.bias": self.initial.bias, "decoder.readout.weight": self.readout.weight,
                 "decoder.readout.bias": self.readout.bias, "output.bias": self.bias}
        for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
            names["encoder.forward." + kind] = getattr(self.encoder, kind + "_l0")
            names["encoder.backward." + kind] = getattr(self.encoder, kind + "_l0_reverse")
            names["decoder.cell." + kind] = getattr(self.cell, kind)
        with torch.no_grad():
            for name, parameter in names.items():
                parameter.copy_(weights[name].reshape(parameter.shape))
            self.energy.weight.copy_(weights["attention.energy"].reshape(1, -1))

    def encode(self, ids):
        annotations, last = self.encoder(self.source(ids))
        state = torch.tanh(self.initial(torch.cat((last[0], last[1]), dim=1)))
        return annotations, self.key(annotations), state

    def step(self, before, state, annotations, keys, mask=None):
        asks = torch.cat((state, before), dim=1) if self.of_word else state
        scores = self.energy(torch.tanh(keys + self.query(asks)[:, None])).squeeze(2)
        if mask is not None:
            scores = scores.masked_fill(mask, -math.inf)
        weights = torch.softmax(scores, dim=1)
        context = torch.bmm(weights[:, None], annotations).squeeze(1)
        state = self.cell(torch.cat((before, context), dim=1), state)
        readout = torch.tanh(self.readout(torch.cat((state, context, before), dim=1)))
        return state, readout

    def logits(self, readout):
        return nn.functional.linear(readout, self.target.weight, self.bias)


def translate(network, ids):
    annotations, keys, state = network.encode(torch.tensor([ids]))
    piece, pieces = BEGIN, []
    while piece != END and len(pieces) < 2 * len(ids) + 20:
        before = network.target(torch.tensor([piece]))
        state, readout = network.step(before, state, annotations, keys)
        piece = int(torch.log_softmax(network.logits(readout), dim=1).argmax())
        pieces.append(piece)
    return pieces


def sentence_time(network, translation):
    source = [piece["id"] for piece in translation["source_pieces"]]
    expected = [piece["id"] for piece in translation["target_pieces"]]
    with torch.no_grad():
        got = translate(network, source)
        if got != expected:
            sys.exit(f"PyTorch translates into {got}, the program into {expected}.")
        times = []
        for _ in range(40):
            start = time.perf_counter()
            translate(network, source)
            times.append(1e3 * (time.perf_counter() - start))
    return statistics.median(times)


def pairs(network, count):
    """Lengths as of everyday sentences (log-normal, ten pieces in the middle), pieces at random."""
    draw = random.Random(7)

    def sentence(length, vocabulary):
        pieces = min(max(round(length), 2), 60)
        return [draw.randrange(4, vocabulary) for _ in range(pieces - 1)] + [END]

    made = []
    for _ in range(count):
        length = math.exp(math.log(10) + 0.45 * draw.gauss(0, 1))
        made.append((sentence(1.1 * length, network.sizes["source"]),
                     sentence(length, network.sizes["target"])))
    return made


def batches(made):
    """Pairs of like length together, about BATCH target pieces each."""
    made = sorted(made, key=lambda pair: (len(pair[1]), len(pair[0])))
    found, batch, size = [], [], 0
    for pair in made:
        batch.append(pair)
        size += len(pair[1])
        if size >= BATCH:
            found.append(batch)
            batch, size = [], 0
    random.Random(1).shuffle(found)
    return found


def padded(rows):
    length = max(map(len, rows))
    return torch.tensor([row + [0] * (length - len(row)) for row in rows])


def update(network, optimizer, batch):
    source, target = padded([pair[0] for pair in batch]), padded([pair[1] for pair in batch])
    annotations, keys, state = network.encode(source)
    given = torch.cat((torch.full((len(batch), 1), BEGIN), target[:, :-1]), dim=1)
    embedded, mask, readouts = network.target(given), source == 0, []
    for i in range(target.shape[1]):
        state, readout = network.step(embedded[:, i], state, annotations, keys, mask)
        readouts.append(readout)
    logits = network.logits(torch.stack(readouts, dim=1)[target != 0])
    loss = nn.functional.cross_entropy(logits, target[target != 0])
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1)
    optimizer.step()
    return int((target != 0).sum())


def training_rate(network, seconds=15):
    optimizer = torch.optim.Adam(network.parameters(), 1e-4)
    made = batches(pairs(network, 8000))
    for batch in made[:2]:
        update(network, optimizer, batch)
    start, pieces, i = time.perf_counter(), 0, 2
    while time.perf_counter() - start < seconds:
        pieces += update(network, optimizer, made[i % len(made)])
        i += 1
    return pieces / (time.perf_counter() - start)


def main():
    torch.set_num_threads(1)
    torch.manual_seed(1)
    network = Network(tensors(sys.argv[1]))
    with open(sys.argv[2], encoding="utf-8") as file:
        translation = json.load(file)
    print(json.dumps({"sentence_ms": sentence_time(network, translation),
                      "train_pieces": training_rate(network)}))


main()
