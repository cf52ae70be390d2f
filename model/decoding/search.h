// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

#include "model/decoding/search_tree.h"
#include "model/decoding/translation.h"

namespace model {

/// What is asked for, by beam search. The interventions of a step apply to all hypotheses alike; a
/// forced piece is taken by each that has not ended before.
/// @throws SentenceError; InterventionError if any intervention does not fit; Error if the beam is
/// out of range; Cancelled.
SearchTree searchTree(const TranslationRequest &request, const SearchOptions &options,
                      const std::stop_token &stop = {});
SearchTree searchTree(std::shared_ptr<const Model> model, std::string_view sentence,
                      const SearchOptions &options, const std::stop_token &stop = {});

/// All finished hypotheses, best first: at most as many as the beam, one for greedy search; the
/// first is what translate() gives. @throws as searchTree()
std::vector<std::shared_ptr<const Trace>> hypotheses(const TranslationRequest &request,
                                                     const SearchOptions &options,
                                                     const std::stop_token &stop = {});
std::vector<std::shared_ptr<const Trace>> hypotheses(std::shared_ptr<const Model> model,
                                                     std::string_view sentence,
                                                     const SearchOptions &options,
                                                     const std::stop_token &stop = {});

/// The whole translation by greedy or beam search. @throws as searchTree()
std::shared_ptr<const Trace> translate(const TranslationRequest &request,
                                       const SearchOptions &options,
                                       const std::stop_token &stop = {});
std::shared_ptr<const Trace> translate(std::shared_ptr<const Model> model,
                                       std::string_view sentence, const SearchOptions &options = {},
                                       const std::stop_token &stop = {});

}  // namespace model
