# SPDX-License-Identifier: GPL-3.0-or-later
"""The formulas of Bahdanau, Cho & Bengio (2015), with the GRU of torch.nn.GRU; `v` is a variant of
examples.py, `w` its tensors by name, `decided` what a file of interventions holds."""
import numpy as np

from examples import BEGIN, END, H, attends, picture


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
