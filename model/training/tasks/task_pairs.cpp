// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/task_pairs.h"

#include <algorithm>

#include "model/error.h"
#include "model/numerics/parallel.h"
#include "model/training/hash.h"
#include "model/training/pair_encoder.h"

namespace model::training {

namespace {

enum Stream : std::uint64_t { learnedStream = 31, heldOutStream = 32, choiceStream = 33 };

/// The pair of this name among those that are held out, or among the others.
TaskPair drawPart(const Task &task, int longest, bool heldOut,
                  std::initializer_list<std::uint64_t> name) {
    Random random(name);
    TaskPair pair = task.draw(random, longest);
    while (isHeldOut(pair) != heldOut) {
        pair = task.draw(random, longest);
    }
    return pair;
}

/// The piece ids of a text, one per letter, and the end piece.
std::vector<int> idsOfLetters(const Tokenizer &tokenizer, const std::string &text) {
    std::vector<int> ids = idsOf(tokenizer, text);
    const auto letters = static_cast<std::size_t>(letterCount(text));
    if (ids.size() != letters + 1 || std::ranges::count(ids, special::unknown) > 0) {
        throw Error(
            "\"%1\" has %2 pieces in the vocabulary of the model, expected %3, one per letter.",
            text, ids.size() - 1, letters);
    }
    return ids;
}

}  // namespace

Vocabularies vocabulariesOf(const Task &task) {
    return {letterTokenizer(task.sourceLetters), letterTokenizer(task.targetLetters)};
}

bool isHeldOut(const TaskPair &pair) {
    constexpr std::size_t oneIn = 8;
    constexpr int shortest = 3;
    return std::min(letterCount(pair.source), letterCount(pair.target)) >= shortest &&
           Random{choiceStream, Hash().add(pair.source).value()}.below(oneIn) == 0;
}

std::vector<TaskPair> heldOutPairs(const Task &task, int longest, std::size_t count) {
    std::vector<TaskPair> pairs(count);
    for (std::size_t i = 0; i < count; ++i) {
        pairs[i] = drawPart(task, longest, true, {heldOutStream, i});
    }
    return pairs;
}

EncodedPair encode(const TaskPair &pair, const Tokenizer &source, const Tokenizer &target) {
    EncodedPair encoded{idsOfLetters(source, pair.source), idsOfLetters(target, pair.target)};
    encoded.links = pair.links;
    encoded.links.push_back(
        {static_cast<int>(encoded.target.size()) - 1, static_cast<int>(encoded.source.size()) - 1});
    return encoded;
}

TaskPairs::TaskPairs(const Task &task, const Options &options)
    : task_(task),
      options_(options),
      source_(letterTokenizer(task.sourceLetters), "tokenizer.source"),
      target_(letterTokenizer(task.targetLetters), "tokenizer.target") {}

std::vector<EncodedPair> TaskPairs::encodeEpoch(int epoch) const {
    std::vector<EncodedPair> pairs(options_.perEpoch);
    deal(options_.threads, pairs.size(), [&](std::size_t i) {
        pairs[i] =
            encode(drawPart(task_, options_.longest, false,
                            {options_.seed, learnedStream, static_cast<std::uint64_t>(epoch), i}),
                   source_, target_);
    });
    return pairs;
}

std::uint64_t TaskPairs::hash() const {
    // Of the first pairs, too: the user's own have one name, whatever they are.
    constexpr std::uint64_t enough = 100;
    Hash hash;
    hash.add(task_.name)
        .add(std::to_string(options_.longest))
        .add(std::to_string(options_.perEpoch));
    for (std::uint64_t i = 0; i < enough; ++i) {
        const TaskPair pair =
            drawPart(task_, options_.longest, false, {options_.seed, learnedStream, 0, i});
        hash.add(pair.source).add(pair.target);
    }
    return hash.value();
}

}  // namespace model::training
