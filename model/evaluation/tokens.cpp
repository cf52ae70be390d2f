// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/tokens.h"

#include <algorithm>
#include <string_view>

#include "model/alignment/words.h"

namespace model::evaluation {
namespace {

bool isOneOf(std::string_view token, std::initializer_list<std::string_view> tokens) {
    return std::find(tokens.begin(), tokens.end(), token) != tokens.end();
}

/// Whether a token is joined to its neighbours. Straight quotation marks open and close in turn.
class Joining {
  public:
    explicit Joining(Language language) : french_(language == Language::french) {}

    /// Whether a blank stands before the token; to be called for the tokens in order.
    bool blankBefore(std::string_view token) {
        const std::string_view before = before_;
        before_ = token;
        const bool glued = joinNext_;
        joinNext_ = isOneOf(token, {"(", "[", "{"}) || isElision(token);
        if (isOneOf(token, {"\"", "'"}) && !isPossessive(before, token)) {
            bool &open = token == "'" ? single_ : double_;
            open = !open;
            joinNext_ = open;
            return open && !glued && !before.empty();
        }
        return !before.empty() && !glued && !joinsLeft(before, token);
    }

  private:
    bool isElision(std::string_view token) const {
        return french_ && token.size() > 1 && (token.ends_with('\'') || token.ends_with("’"));
    }
    /// birds ' eggs
    bool isPossessive(std::string_view before, std::string_view token) const {
        return !french_ && token == "'" && !single_ && before.ends_with('s');
    }
    bool joinsLeft(std::string_view before, std::string_view token) const {
        if (isOneOf(token, {".", ",", ")", "]", "}", "...", "…", "%"})) {
            return true;
        }
        if (french_) {
            return token.size() > 1 && token[0] == '-' && token[1] != '-';
        }
        return isOneOf(token, {"?", "!", ";", ":"}) || isPossessive(before, token) ||
               (token.size() > 1 && (token[0] == '\'' || token.starts_with("’")));
    }

    bool french_;
    bool joinNext_ = false;
    bool single_ = false;
    bool double_ = false;
    std::string_view before_;
};

std::vector<Range> tokensOfWords(const WrittenText &text, Language language) {
    std::vector<Range> result;
    for (const Range word : aligner::splitWords(text.text, language)) {
        result.push_back(tokensIn(text, word));
    }
    return result;
}

}  // namespace

WrittenText writeTokens(std::span<const std::string> tokens, Language language) {
    std::string raw;
    std::vector<Range> places;
    Joining joining(language);
    for (const std::string &token : tokens) {
        if (joining.blankBefore(token)) {
            raw += ' ';
        }
        const int begin = static_cast<int>(raw.size());
        raw += token;
        places.push_back({begin, static_cast<int>(raw.size())});
    }
    NormalizedText normal = normalize(raw, language);
    WrittenText result;
    result.tokens.reserve(tokens.size());
    // Both the origins and the tokens ascend.
    int at = 0;
    const int size = static_cast<int>(normal.text.size());
    for (const Range place : places) {
        const auto origin = [&normal](int i) {
            return normal.origins[static_cast<std::size_t>(i)];
        };
        while (at < size && (origin(at).begin < place.begin || origin(at).empty())) {
            ++at;
        }
        const int begin = at;
        while (at < size && origin(at).begin < place.end) {
            ++at;
        }
        int end = at;
        // A blank that was inserted before the next token.
        while (end > begin && origin(end - 1).empty()) {
            --end;
        }
        result.tokens.push_back({begin, end});
    }
    result.text = std::move(normal.text);
    return result;
}

Range tokensIn(const WrittenText &text, Range range) {
    const auto first = std::find_if(text.tokens.begin(), text.tokens.end(),
                                    [range](Range token) { return token.end > range.begin; });
    auto last = first;
    while (last != text.tokens.end() && last->begin < range.end) {
        ++last;
    }
    return {static_cast<int>(first - text.tokens.begin()),
            static_cast<int>(last - text.tokens.begin())};
}

aligner::Links TokenPair::tokenLinks(const aligner::Links &wordLinks) const {
    aligner::Links links;
    for (const aligner::Link link : wordLinks) {
        const Range sources = sourceTokens[static_cast<std::size_t>(link.source)];
        const Range targets = targetTokens[static_cast<std::size_t>(link.target)];
        for (int source = sources.begin; source < sources.end; ++source) {
            for (int target = targets.begin; target < targets.end; ++target) {
                links.push_back({source, target});
            }
        }
    }
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
    return links;
}

TokenPair makeTokenPair(const AlignedPair &pair, Language source, Language target) {
    const WrittenText sourceText = writeTokens(pair.source, source);
    const WrittenText targetText = writeTokens(pair.target, target);
    return {
        {aligner::wordKeys(sourceText.text, source), aligner::wordKeys(targetText.text, target)},
        tokensOfWords(sourceText, source),
        tokensOfWords(targetText, target)};
}

}  // namespace model::evaluation
