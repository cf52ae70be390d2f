// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/words.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "model/text/runs.h"
#include "model/text/utf8.h"

namespace model::aligner {
namespace {

class Splitter {
  public:
    Splitter(std::string_view text, Language language)
        : text_(text), characters_(charactersOf(text)), french_(language == Language::french) {}

    std::vector<Range> split() {
        std::vector<Range> words;
        for (std::size_t at = 0; at < characters_.size();) {
            if (code(at) == ' ') {
                ++at;
                continue;
            }
            const std::size_t stop = beginsWord(at) ? wordEnd(at) : markEnd(at);
            words.push_back({byte(at), byte(stop)});
            at = stop;
        }
        return words;
    }

  private:
    int byte(std::size_t at) const {
        return at < characters_.size() ? characters_[at].range.begin
                                       : static_cast<int>(text_.size());
    }
    utf8proc_int32_t code(std::size_t at) const {
        return at < characters_.size() ? characters_[at].codePoint : 0;
    }
    bool part(std::size_t at) const {
        return at < characters_.size() && isPartOfWord(characters_[at].codePoint);
    }
    bool digit(std::size_t at) const { return code(at) >= '0' && code(at) <= '9'; }
    std::size_t runEnd(std::size_t at) const {
        while (part(at)) {
            ++at;
        }
        return at;
    }
    std::string lower(std::size_t begin, std::size_t end) const {
        std::string result;
        for (std::size_t i = begin; i < end; ++i) {
            const auto codePoint = utf8proc_tolower(code(i));
            result += codePoint < 0x80 ? static_cast<char>(codePoint) : '\xff';
        }
        return result;
    }
    /// The letters after an apostrophe are those of an English clitic.
    bool isClitic(std::size_t apostrophe) const {
        constexpr std::array<std::string_view, 7> clitics{"s", "t", "ve", "re", "ll", "m", "d"};
        const std::string letters = lower(apostrophe + 1, runEnd(apostrophe + 1));
        return std::find(clitics.begin(), clitics.end(), letters) != clitics.end();
    }
    /// A dot after these is part of them where the sentence goes on.
    bool isAbbreviation(std::size_t begin, std::size_t dot) const {
        constexpr std::array<std::string_view, 6> known{"m", "mm", "dr", "mr", "mrs", "st"};
        return code(dot) == '.' && code(dot + 1) == ' ' && part(dot + 2) &&
               std::find(known.begin(), known.end(), lower(begin, dot)) != known.end();
    }
    bool beginsWord(std::size_t at) const {
        if (part(at)) {
            return true;
        }
        const bool joined = at > 0 && part(at - 1) && part(at + 1);
        return joined && (french_ ? code(at) == '-' : code(at) == '\'' && isClitic(at));
    }
    /// Whether a mark between two parts of a word is inside it: 1,000 and 10:30, but also 3.5 and
    /// a.b, which is typed without a blank only in names.
    bool joins(std::size_t at) const {
        const bool digits = digit(at - 1) && digit(at + 1);
        switch (code(at)) {
            case '.':
            case '_':
                return true;
            case ',':
            case ':':
                return digits;
            case '-':
                return !french_;
            case '\'':
                return french_ ? lower(at + 1, runEnd(at + 1)) == "hui" : !isClitic(at);
            default:
                return false;
        }
    }
    std::size_t wordEnd(std::size_t begin) const {
        std::size_t end = runEnd(part(begin) ? begin : begin + 1);
        while (end > begin && part(end - 1) && part(end + 1) && joins(end)) {
            end = runEnd(end + 1);
        }
        if (french_ && code(end) == '\'' && part(end + 1)) {
            return end + 1;
        }
        return isAbbreviation(begin, end) ? end + 1 : end;
    }
    std::size_t markEnd(std::size_t begin) const {
        std::size_t end = begin + 1;
        if (code(begin) == '.' || code(begin) == '-') {
            while (code(end) == code(begin)) {
                ++end;
            }
        }
        return end;
    }

    std::string_view text_;
    std::vector<Character> characters_;
    bool french_;
};

/// The end of the part of a word that makes its key: after so many characters. A corpus of this
/// size shows few forms of a word often. On development sentences, learned from as pairs, the
/// alignment error rate was 0.118 with 4 characters, 0.128 with 5 and 0.147 with all of them.
std::size_t keyEnd(std::string_view word) {
    constexpr int keyCharacters = 4;
    int characters = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(word[i]) & 0xC0U) != 0x80U;
        if (begins && characters++ == keyCharacters) {
            return i;
        }
    }
    return word.size();
}

}  // namespace

std::vector<Range> splitWords(std::string_view normalised, Language language) {
    return Splitter(normalised, language).split();
}

std::string wordKey(std::string_view word) {
    utf8proc_uint8_t *mapped = nullptr;
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                                            UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(word.data()),
                                   static_cast<utf8proc_ssize_t>(word.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void *)> owner(mapped, std::free);
    const std::string_view key = size > 0 ? std::string_view(reinterpret_cast<const char *>(mapped),
                                                             static_cast<std::size_t>(size))
                                          : word;
    return std::string(key.substr(0, keyEnd(key)));
}

std::vector<std::string> wordKeys(std::string_view normalised, Language language) {
    std::vector<std::string> keys;
    for (const Range word : splitWords(normalised, language)) {
        keys.push_back(wordKey(textIn(normalised, word)));
    }
    return keys;
}

}  // namespace model::aligner
