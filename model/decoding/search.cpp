// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/search.h"

#include <cmath>
#include <string>
#include <utility>

#include "model/decoding/decoding.h"
#include "model/decoding/stepwise_search.h"
#include "model/decoding/translation.h"
#include "model/error.h"

namespace model {
namespace {

/// Takes a search to its end.
void finish(const Model &model, StepwiseSearch &search, const std::stop_token &stop) {
    while (!search.finished()) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        search.take(decodeEach(model, search.wanted()));
    }
}

Trace beginningOf(const TranslationRequest &request, const std::stop_token &stop) {
    return beginTrace(request.model, request.sentence, request.interventions, stop);
}

}  // namespace

double SearchOptions::score(double objective, int pieces) const {
    return objective / std::pow((5.0 + pieces) / 6.0, lengthPenalty);
}

std::shared_ptr<const Trace> SearchTree::trace(const SearchNode &node) const {
    return traceOf(*beginning, interventions, node);
}

SearchTree searchTree(const TranslationRequest &request, const SearchOptions &options,
                      const std::stop_token &stop) {
    SearchTree tree;
    tree.beginning = std::make_shared<const Trace>(beginningOf(request, stop));
    tree.interventions = request.interventions;
    const auto search = beginSearch(*tree.beginning, tree.interventions, options, &tree.nodes);
    finish(*request.model, *search, stop);
    tree.ended = search->ended();
    return tree;
}

SearchTree searchTree(std::shared_ptr<const Model> model, std::string_view sentence,
                      const SearchOptions &options, const std::stop_token &stop) {
    return searchTree({std::move(model), std::string(sentence)}, options, stop);
}

std::vector<std::shared_ptr<const Trace>> hypotheses(const TranslationRequest &request,
                                                     const SearchOptions &options,
                                                     const std::stop_token &stop) {
    checkOptions(options);
    if (options.greedy()) {
        return {translate(request, nullptr, stop)};  // which can be quicker
    }
    const Trace beginning = beginningOf(request, stop);
    const auto search = beginSearch(beginning, request.interventions, options);
    finish(*request.model, *search, stop);
    std::vector<std::shared_ptr<const Trace>> traces;
    for (const auto &end : search->ended()) {
        traces.push_back(traceOf(beginning, request.interventions, *end));
    }
    return traces;
}

std::vector<std::shared_ptr<const Trace>> hypotheses(std::shared_ptr<const Model> model,
                                                     std::string_view sentence,
                                                     const SearchOptions &options,
                                                     const std::stop_token &stop) {
    return hypotheses({std::move(model), std::string(sentence)}, options, stop);
}

std::shared_ptr<const Trace> translate(const TranslationRequest &request,
                                       const SearchOptions &options, const std::stop_token &stop) {
    return hypotheses(request, options, stop).front();
}

std::shared_ptr<const Trace> translate(std::shared_ptr<const Model> model,
                                       std::string_view sentence, const SearchOptions &options,
                                       const std::stop_token &stop) {
    return hypotheses(std::move(model), sentence, options, stop).front();
}

}  // namespace model
