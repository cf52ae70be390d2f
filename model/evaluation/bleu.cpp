// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/bleu.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

#include "model/evaluation/segments.h"

namespace model::evaluation {
namespace {

constexpr std::size_t bleuOrders = 4;

void replaceAll(std::string &text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isStop(char c) {
    return c == '.' || c == ',';
}
/// [\{-\~\[-\` -\&\(-\+\:-\@\/] : every ASCII sign but ' , - . and letters and digits.
bool isSymbol(char c) {
    return (c >= '{' && c <= '~') || (c >= '[' && c <= '`') || (c >= ' ' && c <= '&') ||
           (c >= '(' && c <= '+') || (c >= ':' && c <= '@') || c == '/';
}

/// One substitution from left to right: where two neighbours match, they are written with the given
/// blanks, and the scan goes on after both, as regular expressions do.
template <class Matches>
std::string separate(const std::string &text, Matches matches, std::string_view before,
                     std::string_view after) {
    std::string result;
    result.reserve(text.size() * 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i + 1 < text.size() && matches(text[i], text[i + 1])) {
            result += before;
            result += text[i];
            result += ' ';
            result += text[i + 1];
            result += after;
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

using Counts = std::unordered_map<std::string, long>;

/// How often each n-gram of 1 to 4 tokens occurs.
Counts countGrams(const std::vector<std::string> &tokens) {
    Counts counts;
    for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
        std::string gram;
        for (std::size_t n = 0; n < bleuOrders && begin + n < tokens.size(); ++n) {
            // Tokens hold no blanks, so that a blank separates them and tells the order.
            gram += n == 0 ? "" : " ";
            gram += tokens[begin + n];
            ++counts[gram];
        }
    }
    return counts;
}

struct BleuStatistics {
    std::array<long, bleuOrders> correct{};
    std::array<long, bleuOrders> total{};
};

void addSegment(const std::string &hypothesis, const References &references,
                BleuStatistics &statistics, Bleu &result) {
    const auto tokens = tokenize13a(hypothesis);
    const long length = static_cast<long>(tokens.size());
    Counts allowed;
    long nearest = -1;
    for (const std::string &reference : references) {
        const auto referenceTokens = tokenize13a(reference);
        for (const auto &[gram, count] : countGrams(referenceTokens)) {
            long &most = allowed[gram];
            most = std::max(most, count);
        }
        const long candidate = static_cast<long>(referenceTokens.size());
        const long difference = std::labs(candidate - length) - std::labs(nearest - length);
        if (nearest < 0 || difference < 0 || (difference == 0 && candidate < nearest)) {
            nearest = candidate;
        }
    }
    for (const auto &[gram, count] : countGrams(tokens)) {
        const auto n = static_cast<std::size_t>(std::count(gram.begin(), gram.end(), ' '));
        const auto found = allowed.find(gram);
        statistics.total[n] += count;
        statistics.correct[n] += found == allowed.end() ? 0 : std::min(count, found->second);
    }
    result.hypothesisLength += length;
    result.referenceLength += nearest;
}

/// Fills precisions and score.
void combine(const BleuStatistics &statistics, Bleu &result) {
    const auto hypothesis = static_cast<double>(result.hypothesisLength);
    const auto reference = static_cast<double>(result.referenceLength);
    result.brevityPenalty = hypothesis >= reference ? 1
                            : hypothesis > 0        ? std::exp(1 - reference / hypothesis)
                                                    : 0;
    if (statistics.correct[0] == 0) {
        return;  // without a common word there is no common n-gram
    }
    double smoothing = 1;
    double logarithms = 0;
    for (std::size_t n = 0; n < bleuOrders; ++n) {
        const auto correct = static_cast<double>(statistics.correct[n]);
        const auto total = static_cast<double>(statistics.total[n]);
        if (total == 0) {
            return;  // no hypothesis is n words long: sacreBLEU's score is 0
        }
        if (correct == 0) {
            smoothing *= 2;
        }
        result.precisions[n] = 100 * (correct > 0 ? correct : 1 / smoothing) / total;
        logarithms += std::log(result.precisions[n]);
    }
    result.score = result.brevityPenalty * std::exp(logarithms / bleuOrders);
}

}  // namespace

std::vector<std::string> tokenize13a(std::string_view original) {
    std::string text(1, ' ');
    text += original;
    text += ' ';
    replaceAll(text, "<skipped>", "");
    replaceAll(text, "-\n", "");
    replaceAll(text, "\n", " ");
    replaceAll(text, "&quot;", "\"");
    replaceAll(text, "&amp;", "&");
    replaceAll(text, "&lt;", "<");
    replaceAll(text, "&gt;", ">");
    std::string spaced;
    for (const char c : text) {
        if (isSymbol(c)) {
            spaced += ' ';
            spaced += c;
            spaced += ' ';
        } else {
            spaced += c;
        }
    }
    text = separate(
        spaced, [](char a, char b) { return !isDigit(a) && isStop(b); }, "", " ");
    text = separate(
        text, [](char a, char b) { return isStop(a) && !isDigit(b); }, " ", "");
    text = separate(
        text, [](char a, char b) { return isDigit(a) && b == '-'; }, "", " ");

    std::vector<std::string> tokens;
    bool inside = false;
    for (const std::string_view character : characters(text)) {
        if (isSpace(character)) {
            inside = false;
        } else if (inside) {
            tokens.back() += character;
        } else {
            tokens.emplace_back(character);
            inside = true;
        }
    }
    return tokens;
}

Bleu bleu(std::span<const std::string> hypotheses, std::span<const References> references) {
    checkSegments(hypotheses, references);
    Bleu result;
    BleuStatistics statistics;
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
        addSegment(hypotheses[i], references[i], statistics, result);
    }
    combine(statistics, result);
    return result;
}

std::optional<std::string> reasonForZero(const Bleu &bleu) {
    if (bleu.score > 0) {
        return {};
    }
    if (bleu.hypothesisLength == 0) {
        return "BLEU is 0 because the translations hold no word.";
    }
    if (bleu.precisions[0] == 0) {
        return "BLEU is 0 because no translation has a word in common with its references; chrF2 "
               "counts letters, too.";
    }
    const auto missing = std::find(bleu.precisions.begin(), bleu.precisions.end(), 0.0);
    return "BLEU is 0 because no translation is " +
           std::to_string(missing - bleu.precisions.begin() + 1) +
           " words long: it counts runs of 1 to 4 words, and is meant for longer texts. chrF2 "
           "counts letters, and judges short ones, too.";
}

std::string bleuSignature(std::span<const References> references) {
    return "nrefs:" + referenceCount(references) + "|case:mixed|eff:no|tok:13a|smooth:exp";
}

}  // namespace model::evaluation
