#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""traces.py ATTENTION_MODEL MODEL: reads what the program writes of a translation, without it.

NumPy's load() of the .npz, the members of the .json and the tensors of the .safetensors must be the
same numbers, and be what the formulas say of each other. Status 77: NumPy is not installed."""

import json
import os
import struct
import subprocess
import sys
import tempfile

try:
    import numpy as np
except ImportError:
    print("python3-numpy is not installed")
    sys.exit(77)


def read_safetensors(name):
    with open(name, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8:8 + length])
    metadata = header.pop("__metadata__")
    kinds = {"F32": np.float32, "I32": np.int32}
    arrays = {}
    for key, value in header.items():
        begin, end = (8 + length + offset for offset in value["data_offsets"])
        arrays[key] = np.frombuffer(content[begin:end], kinds[value["dtype"]]).reshape(value["shape"])
    return arrays, metadata


def check(program, model):
    sentence = "Élodie et œuf 𝔸 dorment."
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("npz", "json", "safetensors"):
            command = [program, "translate", "--model", model, "--traces", folder,
                       "--trace-format", kind]
            subprocess.run(command, input=sentence + "\n", text=True, check=True,
                           stdout=subprocess.DEVNULL)
        with np.load(os.path.join(folder, "1.npz"), allow_pickle=False) as archive:
            arrays = dict(archive)
        with open(os.path.join(folder, "1.json"), encoding="utf-8") as file:
            whole = json.load(file)
        tensors, metadata = read_safetensors(os.path.join(folder, "1.safetensors"))

    assert whole["source"] == sentence == metadata["source"]
    assert set(whole["arrays"]) == set(arrays)
    texts = {name for name in arrays if arrays[name].dtype.kind == "U"}
    assert texts == {"source.labels", "target.labels"}
    assert set(tensors) == set(arrays) - texts
    for name, array in arrays.items():
        there = whole["arrays"][name]
        assert np.array_equal(np.array(there, array.dtype), array), name
        if name in texts:
            assert json.loads(metadata[name]) == array.tolist(), name
        else:
            assert tensors[name].dtype == array.dtype and np.array_equal(tensors[name], array), name

    # As the formulas say: softmax, the weighted sum, one state from the gates.
    scores = arrays["scores"].astype(np.float64)
    softmax = np.exp(scores - scores.max(1, keepdims=True))
    softmax /= softmax.sum(1, keepdims=True)
    assert np.allclose(softmax, arrays["weights"], atol=1e-5)
    assert np.allclose(arrays["weights"] @ arrays["annotations"], arrays["contexts"], atol=1e-5)
    before = np.vstack([arrays["decoder.initial"], arrays["decoder.state"][:-1]])
    update = arrays["decoder.update"]
    state = (1 - update) * arrays["decoder.candidate"] + update * before
    assert np.allclose(state, arrays["decoder.state"], atol=1e-5)
    print(len(arrays), "arrays agree")


if __name__ == "__main__":
    check(*sys.argv[1:])
