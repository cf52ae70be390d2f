// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/numbers.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace model::training {

namespace {

constexpr std::string_view digits = "0123456789";

using Others = std::map<std::string, std::string, std::less<>>;

/// Calls handle(before, number) for each run of digits and the text before it; returns the text
/// after the last one.
template <class Handle>
std::string_view forEachNumber(std::string_view text, const Handle &handle) {
    for (auto begin = text.find_first_of(digits); begin != std::string_view::npos;
         begin = text.find_first_of(digits)) {
        const auto end = std::min(text.find_first_not_of(digits, begin), text.size());
        handle(text.substr(0, begin), text.substr(begin, end - begin));
        text.remove_prefix(end);
    }
    return text;
}

std::set<std::string, std::less<>> numbersOf(std::string_view text) {
    std::set<std::string, std::less<>> numbers;
    forEachNumber(text,
                  [&](std::string_view, std::string_view number) { numbers.emplace(number); });
    return numbers;
}

std::string withOthers(std::string_view text, const Others &others) {
    std::string result;
    result += forEachNumber(text, [&](std::string_view before, std::string_view number) {
        const auto other = others.find(number);
        result.append(before).append(other == others.end() ? number : other->second);
    });
    return result;
}

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
            digit = digits[random.below(digits.size())];
        }
    } while (number.front() == '0' || number == "1");
    return number;
}

std::optional<SentencePair> exchangeNumbers(const SentencePair &pair, double probability,
                                            Random random) {
    const std::string &target = pair.references.front();
    Others others;
    for (const std::string &number : sharedNumbers(pair.source, target)) {
        if (number != "1" && random.chance(probability)) {
            others.emplace(number, inventNumber(number.size(), random));
        }
    }
    if (others.empty()) {
        return {};
    }
    return SentencePair{withOthers(pair.source, others), {withOthers(target, others)}};
}

}  // namespace model::training
