// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/own_pairs.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <utility>

#include "model/error.h"
#include "model/text/normalize.h"
#include "model/text/utf8.h"
#include "model/training/tasks/task_pairs.h"

namespace model::training {

namespace {

/// The letters of one side of the pairs, each once.
std::string lettersIn(const std::vector<TaskPair> &pairs, std::string TaskPair::*side) {
    std::set<std::int32_t> letters;
    for (const TaskPair &pair : pairs) {
        for (const Character &character : charactersOf(pair.*side)) {
            letters.insert(character.codePoint);
        }
    }
    std::string text;
    for (const std::int32_t letter : letters) {
        append(letter, text);
    }
    return text;
}

}  // namespace

Task taskOfPairs(const std::vector<SentencePair> &pairs, const std::string &sourceLanguage,
                 const std::string &targetLanguage) {
    std::vector<TaskPair> own;
    for (const SentencePair &pair : pairs) {
        own.push_back({normalize(pair.source, languageOf(sourceLanguage)).text,
                       normalize(pair.references.front(), languageOf(targetLanguage)).text,
                       {}});
    }
    const auto heldOut = std::ranges::count_if(own, isHeldOut);
    const auto learned = static_cast<std::ptrdiff_t>(own.size()) - heldOut;
    if (heldOut == 0 || learned == 0) {
        throw CorpusError(
            "Of the %1 pairs, %2 are to be learned from and %3 to be held out, expected one or "
            "more of each.",
            own.size(), learned, heldOut);
    }
    Task task{"pairs",
              "pairs of the user's own",
              own.front().source,
              sourceLanguage,
              targetLanguage,
              lettersIn(own, &TaskPair::source),
              lettersIn(own, &TaskPair::target),
              {},
              {},
              false};
    task.draw = [all = std::make_shared<const std::vector<TaskPair>>(std::move(own))](
                    Random &random, int /*longest*/) { return random.oneOf(*all); };
    return task;
}

}  // namespace model::training
