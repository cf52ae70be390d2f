// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/lexicon.h"

#include <algorithm>

namespace model::aligner {
namespace {

int number(std::unordered_map<std::string, int> &words, const std::string &word) {
    return words.try_emplace(word, static_cast<int>(words.size())).first->second;
}

int find(const std::unordered_map<std::string, int> &words, const std::string &word) {
    const auto found = words.find(word);
    return found == words.end() ? -1 : found->second;
}

/// The sentence pairs that each source word occurs in, word by word.
struct Occurrences {
    std::vector<std::size_t> begin;  ///< of each word; one more at the end
    std::vector<int> pair;
};

}  // namespace

bool isUsable(const WordPair &pair, int longestSentence) {
    const auto most = static_cast<std::size_t>(longestSentence);
    return !pair.source.empty() && !pair.target.empty() && pair.source.size() <= most &&
           pair.target.size() <= most;
}

Lexicon::Lexicon(std::span<const WordPair> pairs, int longestSentence) {
    // Both sides as numbers, one after the other.
    std::vector<std::vector<int>> targets;
    std::vector<std::vector<int>> places;  // of each source word, the pairs it occurs in
    for (const WordPair &pair : pairs) {
        if (!isUsable(pair, longestSentence)) {
            continue;
        }
        const int sentence = static_cast<int>(targets.size());
        for (const std::string &word : pair.source) {
            const auto id = static_cast<std::size_t>(number(source_, word));
            places.resize(std::max(places.size(), id + 1));
            if (places[id].empty() || places[id].back() != sentence) {
                places[id].push_back(sentence);
            }
        }
        std::vector<int> &ids = targets.emplace_back();
        ids.reserve(pair.target.size());
        for (const std::string &word : pair.target) {
            ids.push_back(number(target_, word));
        }
    }
    makeRows(targets, places);
    findSameWords();
}

void Lexicon::makeRows(const std::vector<std::vector<int>> &targets,
                       const std::vector<std::vector<int>> &places) {
    // Row by row, so that a mark on each target word tells whether the row has it.
    std::vector<int> seenIn(target_.size(), -1);
    rows_.reserve(places.size() + 1);
    rows_.push_back(0);
    for (std::size_t word = 0; word < places.size(); ++word) {
        for (const int sentence : places[word]) {
            for (const int target : targets[static_cast<std::size_t>(sentence)]) {
                int &mark = seenIn[static_cast<std::size_t>(target)];
                if (mark != static_cast<int>(word)) {
                    mark = static_cast<int>(word);
                    targetOf_.push_back(target);
                }
            }
        }
        std::sort(targetOf_.begin() + static_cast<std::ptrdiff_t>(rows_.back()), targetOf_.end());
        rows_.push_back(targetOf_.size());
    }
}

void Lexicon::findSameWords() {
    for (const auto &[word, source] : source_) {
        const int target = find(target_, word);
        const auto begin = targetOf_.begin() + static_cast<std::ptrdiff_t>(row(source));
        const auto end = targetOf_.begin() + static_cast<std::ptrdiff_t>(row(source + 1));
        const auto found = std::lower_bound(begin, end, target);
        if (found != end && *found == target) {
            sameWords_.push_back(static_cast<std::size_t>(found - targetOf_.begin()));
        }
    }
}

IndexedPair Lexicon::index(const WordPair &pair) const {
    IndexedPair result;
    for (const std::string &word : pair.source) {
        result.source.push_back(find(source_, word));
    }
    for (const std::string &word : pair.target) {
        result.target.push_back(find(target_, word));
    }
    result.entries.reserve(pair.source.size() * pair.target.size());
    for (std::size_t j = 0; j < pair.source.size(); ++j) {
        const int source = result.source[j];
        const auto begin =
            targetOf_.begin() + static_cast<std::ptrdiff_t>(source < 0 ? 0 : row(source));
        const auto end =
            targetOf_.begin() + static_cast<std::ptrdiff_t>(source < 0 ? 0 : row(source + 1));
        for (std::size_t i = 0; i < pair.target.size(); ++i) {
            const int target = result.target[i];
            const auto found = std::lower_bound(begin, end, target);
            if (found != end && *found == target) {
                result.entries.push_back(static_cast<std::int32_t>(found - targetOf_.begin()));
            } else {
                result.entries.push_back(pair.source[j] == pair.target[i] ? IndexedPair::same
                                                                          : IndexedPair::unseen);
            }
        }
    }
    return result;
}

TrainingPairs::TrainingPairs(std::span<const WordPair> pairs, const Lexicon &lexicon,
                             int longestSentence) {
    for (const WordPair &pair : pairs) {
        if (!isUsable(pair, longestSentence)) {
            continue;
        }
        const IndexedPair indexed = lexicon.index(pair);
        sentences_.push_back({words_.size(), entries_.size(),
                              static_cast<int>(indexed.source.size()),
                              static_cast<int>(indexed.target.size())});
        words_.insert(words_.end(), indexed.source.begin(), indexed.source.end());
        words_.insert(words_.end(), indexed.target.begin(), indexed.target.end());
        entries_.insert(entries_.end(), indexed.entries.begin(), indexed.entries.end());
    }
}

TrainingPairs::View TrainingPairs::operator[](std::size_t i) const {
    const Place &place = sentences_[i];
    const auto source = static_cast<std::size_t>(place.sourceLength);
    const auto target = static_cast<std::size_t>(place.targetLength);
    const std::span words(words_);
    return {words.subspan(place.words, source), words.subspan(place.words + source, target),
            std::span(entries_).subspan(place.entries, source * target)};
}

}  // namespace model::aligner
