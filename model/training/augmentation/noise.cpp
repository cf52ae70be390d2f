// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/noise.h"

#include <utf8proc.h>

#include <vector>

#include "model/text/utf8.h"

namespace model::training {

namespace {

using CodePoints = std::vector<utf8proc_int32_t>;

CodePoints decode(std::string_view text) {
    CodePoints result;
    for (const Character &character : charactersOf(text)) {
        result.push_back(character.codePoint);
    }
    return result;
}

std::string encode(const CodePoints &codePoints) {
    std::string text;
    for (const utf8proc_int32_t codePoint : codePoints) {
        append(codePoint, text);
    }
    return text;
}

void dropFinalPunctuation(CodePoints &text) {
    CodePoints shorter = text;
    while (!shorter.empty() && (shorter.back() == '.' || shorter.back() == '!' ||
                                shorter.back() == '?' || shorter.back() == ' ')) {
        shorter.pop_back();
    }
    if (!shorter.empty()) {
        text = std::move(shorter);
    }
}

/// Drops or doubles a letter of the word [begin, end), or swaps it with the next one.
void slipOnce(const CodePoints &text, std::size_t begin, std::size_t end, Random &random,
              CodePoints &result) {
    const std::size_t at = begin + random.below(end - begin - 1);
    const std::size_t kind = random.below(3);
    for (std::size_t i = begin; i < end; ++i) {
        if (i != at) {
            result.push_back(text[i]);
        } else if (kind == 1) {
            result.insert(result.end(), 2, text[i]);
        } else if (kind == 2) {
            result.push_back(text[i + 1]);
            result.push_back(text[i]);
            ++i;
        }
    }
}

CodePoints withSlips(const CodePoints &text, double probability, Random &random) {
    constexpr std::size_t shortest = 4;  // a slip in a shorter word often makes another word
    CodePoints result;
    std::size_t i = 0;
    while (i < text.size()) {
        std::size_t end = i;
        while (end < text.size() && isLetter(text[end])) {
            ++end;
        }
        if (end == i) {
            result.push_back(text[i++]);
            continue;
        }
        if (end - i >= shortest && random.chance(probability)) {
            slipOnce(text, i, end, random, result);
        } else {
            result.insert(result.end(), text.begin() + static_cast<long>(i),
                          text.begin() + static_cast<long>(end));
        }
        i = end;
    }
    return result;
}

}  // namespace

std::string addNoise(std::string_view sentence, const NoiseOptions &options, Random random) {
    if (!random.chance(options.casual)) {
        return std::string(sentence);
    }
    CodePoints text = decode(sentence);
    if (random.chance(options.noFinal)) {
        dropFinalPunctuation(text);
    }
    if (random.chance(options.lowerCase)) {
        for (utf8proc_int32_t &codePoint : text) {
            codePoint = utf8proc_tolower(codePoint);
        }
    }
    if (random.chance(options.noAccents)) {
        for (utf8proc_int32_t &codePoint : text) {
            codePoint = withoutAccent(codePoint);
        }
    }
    return encode(withSlips(text, options.slip, random));
}

}  // namespace model::training
