// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/sentences.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "model/text/utf8.h"

namespace model {
namespace {

using CodePoint = std::int32_t;

/// Characters of a line from which on its end is taken for a wrap, not for the end of a heading.
constexpr std::size_t wrappedLine = 60;

/// In lower case, without the last dot. After them something follows; "etc." may end a sentence.
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"mm",  "mr",   "mrs",  "mme", "mmes", "mlle", "mlles", "dr",   "drs", "pr",  "me",    "mgr",
     "st",  "ste",  "p",    "pp",  "ex",   "p.ex", "cf",    "vs",   "art", "av",  "apr",   "bd",
     "ch",  "dép",  "chap", "fig", "env",  "éd",   "hab",   "ibid", "op",  "cit", "réf",   "tél",
     "vol", "janv", "févr", "avr", "juil", "oct",  "nov",   "déc",  "i.e", "e.g", "c.-à-d"});

bool isOneOf(CodePoint c, std::u32string_view characters) {
    return characters.find(static_cast<char32_t>(c)) != characters.npos;
}

/// Ends a line; a tab is a blank.
bool isBreak(CodePoint c) {
    return breaksLine(c) && c != '\t';
}
bool isBlank(CodePoint c) {
    return isSpace(c) && !isBreak(c);
}
bool isMark(CodePoint c) {
    return isOneOf(c, U".!?…");
}
/// Marks that French sets off with a blank.
bool isHighMark(CodePoint c) {
    return c == '!' || c == '?';
}
bool closes(CodePoint c) {
    return isOneOf(c, U"\"')]”’»");
}
bool opens(CodePoint c) {
    return isOneOf(c, U"\"'([“‘«-–—*");
}

class Splitter {
  public:
    explicit Splitter(std::string_view text) : text_(text), characters_(charactersOf(text)) {}

    std::vector<Range> split() && {
        const std::size_t size = characters_.size();
        for (std::size_t i = 0; i < size;) {
            if (isBreak(code(i))) {
                const std::size_t next = skip(i, isSpace);
                if (endsAtBreak(i, next))
                    close(i, next);
                lineBegin_ = next;
                i = next;
            } else if (isMark(code(i))) {
                const std::size_t end = marksEnd(i);
                if (endsAfterMarks(i, end))
                    close(end, end);
                i = end;
            } else {
                ++i;
            }
        }
        close(size, size);
        return std::move(sentences_);
    }

  private:
    CodePoint code(std::size_t i) const {
        return i < characters_.size() ? characters_[i].codePoint : 0;
    }
    template <class Kind>
    std::size_t skip(std::size_t i, Kind kind) const {
        while (i < characters_.size() && kind(code(i)))
            ++i;
        return i;
    }
    std::string_view text(std::size_t begin, std::size_t end) const {
        const auto first = static_cast<std::size_t>(characters_[begin].range.begin);
        return text_.substr(first,
                            static_cast<std::size_t>(characters_[end - 1].range.end) - first);
    }

    /// Behind the marks at i and what closes with them: "? !", ". »", "...)".
    std::size_t marksEnd(std::size_t i) const {
        std::size_t end = skip(i, isMark);
        for (std::size_t next = skip(end, isBlank); isHighMark(code(next));
             next = skip(end, isBlank))
            end = skip(next, isMark);
        while (true) {
            const std::size_t next = skip(end, isBlank);
            if (closes(code(end)))
                ++end;
            else if (code(next) == U'»')
                end = next + 1;
            else
                return end;
        }
    }

    bool endsAfterMarks(std::size_t marks, std::size_t end) const {
        if (end < characters_.size() && !isSpace(code(end)))
            return false;
        if (isAbbreviation(marks))
            return false;
        return !isSmall(code(skip(end, [](CodePoint c) { return opens(c) || isSpace(c); })));
    }

    bool endsAtBreak(std::size_t at, std::size_t next) const {
        std::size_t end = at;
        while (end > begin_ && isSpace(code(end - 1)))
            --end;
        if (end == begin_ || isEmptyLineBetween(at, next))
            return true;
        std::size_t last = end - 1;
        while (last > begin_ && (closes(code(last)) || isSpace(code(last))))
            --last;
        if (isMark(code(last)))
            return !isAbbreviation(last);
        return code(last) != ',' && !isSmall(code(next)) && at - lineBegin_ < wrappedLine;
    }
    bool isEmptyLineBetween(std::size_t at, std::size_t next) const {
        int breaks = 0;
        for (std::size_t i = at; i < next; ++i) {
            const bool halved = code(i) == '\n' && i > at && code(i - 1) == '\r';
            breaks += isBreak(code(i)) && !halved ? 1 : 0;
        }
        return breaks > 1;
    }

    /// Whether the mark at i is the dot of an abbreviation, of an initial or of the number of an
    /// item of a list, and no other mark follows.
    bool isAbbreviation(std::size_t dot) const {
        if (code(dot) != '.' || isMark(code(dot + 1)) || (dot > 0 && isMark(code(dot - 1))))
            return false;
        std::size_t begin = dot;
        while (begin > begin_ && !isSpace(code(begin - 1)) && !opensWord(code(begin - 1)))
            --begin;
        if (begin == dot)
            return false;
        const bool first = begin == std::max(begin_, lineBegin_) || begin == skip(begin_, isSpace);
        if (first && skip(begin, isDigit) == dot)
            return true;
        const std::string word = lowerCased(text(begin, dot));
        return std::ranges::find(abbreviations, word) != abbreviations.end() ||
               areInitials(begin, dot);
    }
    static bool opensWord(CodePoint c) { return c != '-' && (opens(c) || c == U'’'); }
    /// "J", "J.-P", "U.S.A": capitals one by one.
    bool areInitials(std::size_t begin, std::size_t end) const {
        bool single = false;
        for (std::size_t i = begin; i < end; ++i) {
            const bool capital = isCapital(code(i));
            if (capital ? single : !isOneOf(code(i), U".-"))
                return false;
            single = capital;
        }
        return single;
    }

    /// Ends the sentence; the next begins at `next`.
    void close(std::size_t end, std::size_t next) {
        std::size_t begin = skip(begin_, isSpace);
        while (end > begin && isSpace(code(end - 1)))
            --end;
        const bool says = std::any_of(
            characters_.begin() + static_cast<long>(std::min(begin, end)),
            characters_.begin() + static_cast<long>(end),
            [](const Character &character) { return isPartOfWord(character.codePoint); });
        if (says)
            sentences_.push_back({characters_[begin].range.begin, characters_[end - 1].range.end});
        begin_ = next;
    }

    std::string_view text_;
    std::vector<Character> characters_;
    std::vector<Range> sentences_;
    std::size_t begin_ = 0;      ///< of the sentence that is being read
    std::size_t lineBegin_ = 0;  ///< of the line
};

}  // namespace

std::vector<Range> splitSentences(std::string_view text) {
    return Splitter(text).split();
}

}  // namespace model
