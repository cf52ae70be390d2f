// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/numbers.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "model/text/runs.h"

namespace model::training {

namespace {

constexpr std::string_view digits = "0123456789";

}  // namespace

std::set<std::string, std::less<>> sharedNumbers(std::string_view source, std::string_view target) {
    const auto first = numbersOf(source);
    const auto second = numbersOf(target);
    std::set<std::string, std::less<>> shared;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::inserter(shared, shared.end()));
    return shared;
}

std::string inventNumber(std::size_t length, Random &random) {
    std::string number(length, '0');
    do {
        for (char &digit : number) {
            digit = random.oneOf(digits);
        }
    } while (number.front() == '0' || number == "1");
    return number;
}

std::optional<SentencePair> exchangeNumbers(const SentencePair &pair, double probability,
                                            Random random) {
    const std::string &target = pair.references.front();
    std::map<std::string, std::string, std::less<>> others;
    for (const std::string &number : sharedNumbers(pair.source, target)) {
        if (number != "1" && random.chance(probability)) {
            others.emplace(number, inventNumber(number.size(), random));
        }
    }
    if (others.empty()) {
        return {};
    }
    return SentencePair{exchanged(pair.source, digitRuns(pair.source), others),
                        {exchanged(target, digitRuns(target), others)}};
}

}  // namespace model::training
