// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/normalize.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>

#include "model/text/entities.h"
#include "model/text/utf8.h"

namespace model {
namespace {

using CodePoint = std::int32_t;

constexpr CodePoint zeroWidthJoiner = 0x200D;
constexpr CodePoint firstLigature = 0xFB00;
constexpr CodePoint firstFullWidth = 0xFF01;  // "！" … "～" stand for "!" … "~"
constexpr CodePoint lastFullWidth = 0xFF5E;
/// Canonical reordering takes quadratic time; no written language stacks this many marks.
constexpr std::size_t longestCluster = 64;

int boundClass(CodePoint c) {
    return static_cast<int>(utf8proc_get_property(c)->boundclass);
}
bool isPictograph(CodePoint c) {
    return boundClass(c) == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}
bool isTag(CodePoint c) {
    return c >= 0xE0020 && c <= 0xE007F;
}

/// Zero-width spaces, byte order marks, soft hyphens, marks of direction, joiners: all that has no
/// shape of its own. (The Arabic signs that enclose numbers are "format characters" too, but seen.)
bool isInvisible(CodePoint c) {
    return utf8proc_category(c) == UTF8PROC_CATEGORY_CF &&
           boundClass(c) != UTF8PROC_BOUNDCLASS_PREPEND;
}

/// The plain form of a typographic character.
CodePoint plain(CodePoint c) {
    switch (c) {
        case 0x00B4:  // acute accent
        case 0x02B9:  // modifier letter prime
        case 0x02BC:  // modifier letter apostrophe
        case 0x1FFD:  // oxia: canonically the acute accent
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032:  // prime
        case 0x0374:  // Greek numeral sign: canonically U+02B9
            return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x2033:  // double prime
            return '"';
        case 0x2010:  // hyphen
        case 0x2011:  // non-breaking hyphen
            return '-';
        case 0x2581:  // the mark by which tokenizers write a space
            return '_';
        default:
            return c >= firstFullWidth && c <= lastFullWidth ? c - firstFullWidth + '!' : c;
    }
}

/// The letters that U+FB00 … U+FB06 join.
constexpr std::array<std::string_view, 7> ligatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

/// What is seen of a text, in plain characters: any space is U+0020, nothing is invisible but
/// what holds an emoji sequence together, and what a page spells as an entity is that character.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) { characters_.reserve(text.size()); }

    std::vector<Character> read() && {
        while (position_ < text_.size())
            add(next());
        return std::move(characters_);
    }

  private:
    Character peek() const { return characterAt(text_, position_); }

    Character next() {
        Character character = peek();
        if (character.codePoint == '&') {
            if (const auto entity = entityAt(text_, position_)) {
                character = *entity;
            }
        }
        position_ = static_cast<std::size_t>(character.range.end);
        return character;
    }

    void add(Character character) {
        const CodePoint c = character.codePoint;
        if (isSpace(c)) {
            inEmoji_ = false;
            characters_.push_back({' ', character.range});
        } else if (isInvisible(c)) {
            if (inEmoji_ && (isTag(c) || (c == zeroWidthJoiner && position_ < text_.size() &&
                                          isPictograph(peek().codePoint))))
                characters_.push_back(character);
        } else if (c == 0x2026) {  // …
            inEmoji_ = false;
            characters_.insert(characters_.end(), 3, {'.', character.range});
        } else if (c >= firstLigature &&
                   c < firstLigature + static_cast<CodePoint>(ligatures.size())) {
            inEmoji_ = false;
            for (const char letter : ligatures[static_cast<std::size_t>(c - firstLigature)])
                characters_.push_back({letter, character.range});
        } else {
            inEmoji_ = isPictograph(c) || (inEmoji_ && boundClass(c) == UTF8PROC_BOUNDCLASS_EXTEND);
            characters_.push_back({plain(c), character.range});
        }
    }

    std::string_view text_;
    std::size_t position_ = 0;
    bool inEmoji_ = false;
    std::vector<Character> characters_;
};

std::string toNfc(const std::string &text) {
    utf8proc_uint8_t *mapped = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (length < 0)
        throw std::bad_alloc();  // the text is valid: nothing else can fail
    return {reinterpret_cast<const char *>(mapped), static_cast<std::size_t>(length)};
}

/// One grapheme cluster in NFC.
struct Cluster {
    std::string text;
    Range origin;
    bool isSpace() const { return text == " "; }
};

Cluster compose(const Character *begin, const Character *end) {
    Cluster cluster{{}, {begin->range.begin, (end - 1)->range.end}};
    for (const auto *character = begin; character != end; ++character)
        append(character->codePoint, cluster.text);
    if (cluster.text.size() > 1)
        cluster.text = toNfc(cluster.text);
    return cluster;
}

/// Splits into grapheme clusters: composition never reaches across their boundaries. A space is
/// always a cluster of its own, and several spaces are one.
std::vector<Cluster> clusters(const std::vector<Character> &characters) {
    std::vector<Cluster> result;
    const auto *character = characters.data();
    const auto *const last = character + characters.size();
    while (character != last) {
        const auto *end = character + 1;
        if (character->codePoint == ' ') {
            while (end != last && end->codePoint == ' ')
                ++end;
            result.push_back({" ", {character->range.begin, (end - 1)->range.end}});
        } else {
            utf8proc_int32_t state = 0;
            while (end != last && end - character < static_cast<long>(longestCluster) &&
                   !utf8proc_grapheme_break_stateful((end - 1)->codePoint, end->codePoint, &state))
                ++end;
            result.push_back(compose(character, end));
        }
        character = end;
    }
    if (!result.empty() && result.front().isSpace())
        result.erase(result.begin());
    if (!result.empty() && result.back().isSpace())
        result.pop_back();
    return result;
}

bool isOneOf(const Cluster &cluster, std::string_view characters) {
    return cluster.text.size() == 1 && characters.find(cluster.text[0]) != std::string_view::npos;
}

/// The category of the character that the marks of a cluster stand on.
utf8proc_category_t categoryOf(const Cluster &cluster) {
    return utf8proc_category(characterAt(cluster.text, 0).codePoint);
}

/// A letter or a digit.
bool isAlphanumeric(const Cluster &cluster) {
    const utf8proc_category_t category = categoryOf(cluster);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           category == UTF8PROC_CATEGORY_ND;
}

constexpr std::string_view highPunctuation = "?!;:";
/// What goes on with a token behind such a sign: x!=y, page?q=1, C:\, https://
constexpr std::string_view codeSigns = "=/\\&#%@_+*<>|$~^";

/// Whether the ":" at i ends a token such as :smile:.
bool endsShortcode(const std::vector<Cluster> &text, std::size_t i) {
    auto begin = i;
    while (begin > 0 && (isAlphanumeric(text[begin - 1]) || isOneOf(text[begin - 1], "_-+")))
        --begin;
    return begin < i && begin > 0 && text[begin - 1].text == ":" &&
           (begin == 1 || text[begin - 2].isSpace());
}

/// Whether a French typesetter puts a space between the clusters at i − 1 and i: before ? ! ; :
/// where a word ends. Inside a token (10:30, std::string, Yahoo!Mail, an address) they stay.
bool wantsSpace(const std::vector<Cluster> &text, std::size_t i) {
    const Cluster &before = text[i - 1];
    const Cluster &here = text[i];
    if (before.isSpace() || here.isSpace())
        return false;
    if (before.text == "«" || here.text == "»")
        return true;
    if (!isOneOf(here, highPunctuation) || isOneOf(before, highPunctuation))
        return false;
    if (isOneOf(before, "([{"))
        return false;
    // An opening quote; a closing one follows a word.
    if (isOneOf(before, "'\"") && (i == 1 || text[i - 2].isSpace()))
        return false;
    if (here.text == ":" && endsShortcode(text, i))
        return false;
    auto end = i + 1;
    while (end < text.size() && isOneOf(text[end], highPunctuation))
        ++end;
    return end == text.size() || !(isAlphanumeric(text[end]) || isOneOf(text[end], codeSigns));
}

/// The accented letters with a key of their own on a French keyboard, which caps lock leaves small.
bool staysSmallWithCapsLock(const Cluster &cluster) {
    constexpr std::array<std::string_view, 5> letters{"é", "è", "ç", "à", "ù"};
    return std::ranges::find(letters, cluster.text) != letters.end();
}

/// The end of a code that begins at i, such as AF1280 or FR-20931: a letter first, a digit among
/// what follows up to a blank; i itself where none begins.
std::size_t endOfCode(const std::vector<Cluster> &text, std::size_t i) {
    if (categoryOf(text[i]) != UTF8PROC_CATEGORY_LU || (i > 0 && !text[i - 1].isSpace()))
        return i;
    bool hasDigit = false;
    auto end = i;
    for (; end < text.size() && !text[end].isSpace(); ++end)
        hasDigit = hasDigit || categoryOf(text[end]) == UTF8PROC_CATEGORY_ND;
    return hasDigit ? end : i;
}

/// Whether a text is all in capitals: two words of two at least, or a word of five; not an
/// abbreviation alone (SNCF). One small letter among many is a slip.
bool isShouted(const std::vector<Cluster> &text) {
    constexpr int shortestWord = 5;
    constexpr int capitalsForASlip = 8;
    int words = 0;
    int inWord = 0;
    int longest = 0;
    int capitals = 0;
    int small = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const auto end = endOfCode(text, i); end > i) {
            inWord = 0;
            i = end - 1;
            continue;
        }
        const Cluster &cluster = text[i];
        const utf8proc_category_t category = categoryOf(cluster);
        const bool capital = category == UTF8PROC_CATEGORY_LU;
        const bool letter = capital || staysSmallWithCapsLock(cluster);
        capitals += capital ? 1 : 0;
        small += category == UTF8PROC_CATEGORY_LL && !letter ? 1 : 0;
        inWord = letter ? inWord + 1 : 0;
        words += inWord == 2 ? 1 : 0;
        longest = std::max(longest, inWord);
    }
    const bool isCapital = small == 0 ? capitals > 1 : small == 1 && capitals >= capitalsForASlip;
    return isCapital && (words > 1 || longest >= shortestWord);
}

/// All letters become lower case, but for the first of each sentence and those of codes.
void lower(std::vector<Cluster> &text) {
    bool first = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const auto end = endOfCode(text, i); end > i) {
            first = false;
            i = end - 1;
            continue;
        }
        Cluster &cluster = text[i];
        if (isOneOf(cluster, ".!?"))
            first = true;
        else if (categoryOf(cluster) == UTF8PROC_CATEGORY_LU && !std::exchange(first, false))
            cluster.text = toNfc(lowerCased(cluster.text));  // J̌ is two characters, ǰ is one
    }
}

}  // namespace

Range NormalizedText::original(Range range) const {
    if (origins.empty())
        return {};
    const auto size = static_cast<int>(origins.size());
    const int begin = std::clamp(range.begin, 0, size);
    const int end = std::clamp(range.end, begin, size);
    if (begin == end) {
        const int place =
            begin < size ? origins[static_cast<std::size_t>(begin)].begin : origins.back().end;
        return {place, place};
    }
    return {origins[static_cast<std::size_t>(begin)].begin,
            origins[static_cast<std::size_t>(end) - 1].end};
}

NormalizedText normalize(std::string_view text, Language language) {
    auto parts = clusters(Reader(text).read());
    if (language == Language::french && isShouted(parts))
        lower(parts);
    NormalizedText result;
    result.text.reserve(text.size() + 8);
    result.origins.reserve(text.size() + 8);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (language == Language::french && i > 0 && wantsSpace(parts, i)) {
            result.text += ' ';
            const int place = parts[i].origin.begin;
            result.origins.push_back({place, place});
        }
        result.text += parts[i].text;
        result.origins.insert(result.origins.end(), parts[i].text.size(), parts[i].origin);
    }
    return result;
}

}  // namespace model
