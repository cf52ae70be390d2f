// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/posterior.h"

#include "model/decoding/likelihoods.h"
#include "model/error.h"

namespace model {

Posterior posteriorAttention(const Trace &trace, const std::stop_token &stop) {
    if (!trace.hasAttention()) {
        throw Error("A model without attention has no posterior attention.");
    }
    const long length = trace.sourceLength();
    Posterior posterior;
    posterior.weights.resize(trace.targetLength(), length);
    posterior.logLikelihoods.resize(trace.targetLength(), length);
    for (int i = 0; i < trace.targetLength(); ++i) {
        const StepTrace &step = trace.step(i);
        if (step.weights.size() != length) {
            throw Error("The posterior of a step with %1 weights was asked for, expected %2.",
                        step.weights.size(), length);
        }
        const Row likelihoods = logLikelihoods(*trace.model, *trace.encoder, prefixOf(trace, i),
                                               trace.chosen(i).id, trace.interventions.at(i), stop);
        posterior.logLikelihoods.row(i) = likelihoods;
        posterior.weights.row(i) = posteriorWeights(step.weights, likelihoods);
    }
    return posterior;
}

}  // namespace model
