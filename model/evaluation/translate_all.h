// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "model/decoding/search.h"

namespace model::evaluation {

/// What became of one sentence.
struct Rendering {
    std::string text;     ///< its translation; empty where there is a problem
    std::string problem;  ///< why it could not be translated; empty where it was
    int pieces = 0;       ///< of the translation, the end piece included
};

/// Is shown the translation of a sentence, by its place, on any of the threads.
using Visit = std::function<void(std::size_t sentence, const Trace &trace)>;

/// Translates each sentence, on several threads. The result does not depend on their number.
/// @throws Cancelled, and any Error but a SentenceError, which becomes Rendering::problem.
std::vector<Rendering> translateEach(const std::shared_ptr<const Model> &model,
                                     std::span<const std::string> sentences,
                                     const SearchOptions &options, int threads,
                                     const std::stop_token &stop = {}, const Visit &visit = {});

/// The same, but only the texts.
std::vector<std::string> translateAll(const std::shared_ptr<const Model> &model,
                                      std::span<const std::string> sentences,
                                      const SearchOptions &options, int threads,
                                      const std::stop_token &stop = {});

}  // namespace model::evaluation
