// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The cells and the attention, for kernels.cpp.
#include "model/layers/kernels.h"
#include "model/layers/kernels/vector.h"

namespace model::layers {
namespace {

void gruCombine(ConstBlock inputGates, const float *biasHh, ConstBlock previous, Block gates,
                Block hiddenCandidate, Block state) {
    const long units = previous.cols;
    for (long b = 0; b < previous.rows; ++b) {
        const float *x = inputGates.values + b * inputGates.stride;
        const float *h = previous.values + b * previous.stride;
        float *g = gates.values + b * gates.stride;
        float *hidden = hiddenCandidate.values + b * hiddenCandidate.stride;
        float *next = state.values + b * state.stride;
        eachPart(
            units, [&](long i, auto part) __attribute__((always_inline)) {
                const auto gate = [&](long k) __attribute__((always_inline)) {
                    return part.load(g + k * units + i) + part.load(biasHh + k * units + i);
                };
                const Floats r = logistic(gate(0) + part.load(x + i));
                const Floats z = logistic(gate(1) + part.load(x + units + i));
                const Floats candidate = gate(2);
                const Floats n =
                    layers::hyperbolicTangent(part.load(x + 2 * units + i) + r * candidate);
                part.store(candidate, hidden + i);
                part.store(n + z * (part.load(h + i) - n), next + i);
                part.store(r, g + i);
                part.store(z, g + units + i);
                part.store(n, g + 2 * units + i);
            });
    }
}

void gruCombineBackward(ConstBlock dState, ConstBlock previous, ConstBlock gates,
                        ConstBlock hiddenCandidate, Block dInputGates, Block dHiddenGates,
                        Block dPrevious) {
    const long units = previous.cols;
    for (long b = 0; b < previous.rows; ++b) {
        const float *dh = dState.values + b * dState.stride;
        const float *h = previous.values + b * previous.stride;
        const float *g = gates.values + b * gates.stride;
        const float *hidden = hiddenCandidate.values + b * hiddenCandidate.stride;
        float *dInput = dInputGates.values + b * dInputGates.stride;
        float *dHidden = dHiddenGates.values + b * dHiddenGates.stride;
        float *dBefore = dPrevious.values + b * dPrevious.stride;
        eachPart(
            units, [&](long i, auto part) __attribute__((always_inline)) {
                const Floats d = part.load(dh + i);
                const Floats r = part.load(g + i);
                const Floats z = part.load(g + units + i);
                const Floats n = part.load(g + 2 * units + i);
                const Floats dn = d * (1.0F - z) * (1.0F - n * n);
                const Floats dz = d * (part.load(h + i) - n) * z * (1.0F - z);
                const Floats dr = dn * part.load(hidden + i) * r * (1.0F - r);
                part.store(dr, dInput + i);
                part.store(dz, dInput + units + i);
                part.store(dn, dInput + 2 * units + i);
                part.store(dr, dHidden + i);
                part.store(dz, dHidden + units + i);
                part.store(dn * r, dHidden + 2 * units + i);
                part.store(part.load(dBefore + i) + d * z, dBefore + i);
            });
    }
}

void additiveScores(const float *query, ConstBlock keys, const float *energy, Block activations,
                    float *scores) {
    for (long j = 0; j < keys.rows; ++j) {
        const float *key = keys.values + j * keys.stride;
        float *activation = activations.values + j * activations.stride;
        Floats sum = {};
        eachPart(
            keys.cols, [&](long i, auto part) __attribute__((always_inline)) {
                const Floats a =
                    layers::hyperbolicTangent(part.load(key + i) + part.load(query + i));
                part.store(a, activation + i);
                sum += part.load(energy + i) * a;
            });
        scores[j] = sumOf(sum);
    }
}

void additiveScoresBackward(const float *dScores, const float *energy, Block activations,
                            float *dQuery, Block dKeys, float *dEnergy) {
    for (long j = 0; j < activations.rows; ++j) {
        const float d = dScores[j];
        float *activation = activations.values + j * activations.stride;
        float *dKey = dKeys.values + j * dKeys.stride;
        eachPart(
            activations.cols, [&](long i, auto part) __attribute__((always_inline)) {
                const Floats a = part.load(activation + i);
                part.store(part.load(dEnergy + i) + d * a, dEnergy + i);
                const Floats da = d * part.load(energy + i) * (1.0F - a * a);
                part.store(da, activation + i);
                part.store(part.load(dQuery + i) + da, dQuery + i);
                part.store(part.load(dKey + i) + da, dKey + i);
            });
    }
}

void contextBackward(const float *dContext, const float *weights, ConstBlock annotations,
                     float *dWeights, Block dAnnotations) {
    for (long j = 0; j < annotations.rows; ++j) {
        const float *annotation = annotations.values + j * annotations.stride;
        float *dAnnotation = dAnnotations.values + j * dAnnotations.stride;
        Floats sum = {};
        eachPart(
            annotations.cols, [&](long i, auto part) __attribute__((always_inline)) {
                const Floats d = part.load(dContext + i);
                sum += d * part.load(annotation + i);
                part.store(part.load(dAnnotation + i) + weights[j] * d, dAnnotation + i);
            });
        dWeights[j] += sumOf(sum);
    }
}

}  // namespace
}  // namespace model::layers
