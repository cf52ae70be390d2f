// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace model {
namespace {

struct Named {
    std::string_view name;
    std::int32_t codePoint;
};

/// Sorted by name, as bytes.
constexpr std::array named = std::to_array<Named>(
    {{"AElig", 0xC6},    {"Aacute", 0xC1},   {"Acirc", 0xC2},    {"Agrave", 0xC0},
     {"Aring", 0xC5},    {"Atilde", 0xC3},   {"Auml", 0xC4},     {"Ccedil", 0xC7},
     {"Dagger", 0x2021}, {"ETH", 0xD0},      {"Eacute", 0xC9},   {"Ecirc", 0xCA},
     {"Egrave", 0xC8},   {"Euml", 0xCB},     {"Iacute", 0xCD},   {"Icirc", 0xCE},
     {"Igrave", 0xCC},   {"Iuml", 0xCF},     {"Ntilde", 0xD1},   {"OElig", 0x152},
     {"Oacute", 0xD3},   {"Ocirc", 0xD4},    {"Ograve", 0xD2},   {"Oslash", 0xD8},
     {"Otilde", 0xD5},   {"Ouml", 0xD6},     {"Prime", 0x2033},  {"Scaron", 0x160},
     {"THORN", 0xDE},    {"Uacute", 0xDA},   {"Ucirc", 0xDB},    {"Ugrave", 0xD9},
     {"Uuml", 0xDC},     {"Yacute", 0xDD},   {"Yuml", 0x178},    {"aacute", 0xE1},
     {"acirc", 0xE2},    {"acute", 0xB4},    {"aelig", 0xE6},    {"agrave", 0xE0},
     {"amp", 0x26},      {"apos", 0x27},     {"aring", 0xE5},    {"atilde", 0xE3},
     {"auml", 0xE4},     {"bdquo", 0x201E},  {"brvbar", 0xA6},   {"bull", 0x2022},
     {"ccedil", 0xE7},   {"cedil", 0xB8},    {"cent", 0xA2},     {"circ", 0x2C6},
     {"copy", 0xA9},     {"curren", 0xA4},   {"dagger", 0x2020}, {"deg", 0xB0},
     {"divide", 0xF7},   {"eacute", 0xE9},   {"ecirc", 0xEA},    {"egrave", 0xE8},
     {"emsp", 0x2003},   {"ensp", 0x2002},   {"eth", 0xF0},      {"euml", 0xEB},
     {"euro", 0x20AC},   {"fnof", 0x192},    {"frac12", 0xBD},   {"frac14", 0xBC},
     {"frac34", 0xBE},   {"gt", 0x3E},       {"hellip", 0x2026}, {"iacute", 0xED},
     {"icirc", 0xEE},    {"iexcl", 0xA1},    {"igrave", 0xEC},   {"iquest", 0xBF},
     {"iuml", 0xEF},     {"laquo", 0xAB},    {"larr", 0x2190},   {"ldquo", 0x201C},
     {"lrm", 0x200E},    {"lsaquo", 0x2039}, {"lsquo", 0x2018},  {"lt", 0x3C},
     {"macr", 0xAF},     {"mdash", 0x2014},  {"micro", 0xB5},    {"middot", 0xB7},
     {"minus", 0x2212},  {"nbsp", 0xA0},     {"ndash", 0x2013},  {"not", 0xAC},
     {"ntilde", 0xF1},   {"oacute", 0xF3},   {"ocirc", 0xF4},    {"oelig", 0x153},
     {"ograve", 0xF2},   {"ordf", 0xAA},     {"ordm", 0xBA},     {"oslash", 0xF8},
     {"otilde", 0xF5},   {"ouml", 0xF6},     {"para", 0xB6},     {"permil", 0x2030},
     {"plusmn", 0xB1},   {"pound", 0xA3},    {"prime", 0x2032},  {"quot", 0x22},
     {"raquo", 0xBB},    {"rarr", 0x2192},   {"rdquo", 0x201D},  {"reg", 0xAE},
     {"rlm", 0x200F},    {"rsaquo", 0x203A}, {"rsquo", 0x2019},  {"sbquo", 0x201A},
     {"scaron", 0x161},  {"sect", 0xA7},     {"shy", 0xAD},      {"sup1", 0xB9},
     {"sup2", 0xB2},     {"sup3", 0xB3},     {"szlig", 0xDF},    {"thinsp", 0x2009},
     {"thorn", 0xFE},    {"tilde", 0x2DC},   {"times", 0xD7},    {"trade", 0x2122},
     {"uacute", 0xFA},   {"ucirc", 0xFB},    {"ugrave", 0xF9},   {"uml", 0xA8},
     {"uuml", 0xFC},     {"yacute", 0xFD},   {"yen", 0xA5},      {"yuml", 0xFF},
     {"zwj", 0x200D},    {"zwnj", 0x200C}});

/// What numbers from 128 to 159 stand for.
constexpr std::int32_t firstOfWindows = 128;
constexpr std::array<std::int32_t, 32> windows{
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

constexpr std::size_t longestName = 8;
constexpr std::int32_t lastCodePoint = 0x10FFFF;

std::optional<std::int32_t> numbered(std::string_view digits) {
    int base = 10;
    if (digits.starts_with('x') || digits.starts_with('X')) {
        base = 16;
        digits.remove_prefix(1);
    }
    std::int32_t number = 0;
    const char *end = digits.data() + digits.size();
    const auto [last, failure] = std::from_chars(digits.data(), end, number, base);
    const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
    if (failure != std::errc() || last != end || number <= 0 || number > lastCodePoint ||
        surrogate) {
        return {};
    }
    const auto place = static_cast<std::size_t>(number - firstOfWindows);
    return number >= firstOfWindows && place < windows.size() ? windows[place] : number;
}

std::optional<std::int32_t> byName(std::string_view name) {
    const auto found = std::ranges::lower_bound(named, name, {}, &Named::name);
    if (found == named.end() || found->name != name) {
        return {};
    }
    return found->codePoint;
}

}  // namespace

std::optional<Character> entityAt(std::string_view text, std::size_t position) {
    if (position >= text.size() || text[position] != '&') {
        return {};
    }
    const std::string_view rest = text.substr(position + 1, longestName + 1);
    const std::size_t length = rest.find(';');
    if (length == std::string_view::npos || length == 0) {
        return {};
    }
    const std::string_view name = rest.substr(0, length);
    const auto codePoint = name.front() == '#' ? numbered(name.substr(1)) : byName(name);
    if (!codePoint) {
        return {};
    }
    Character character = characterAt(text, position);
    character.codePoint = *codePoint;
    character.range.end = static_cast<int>(position + length + 2);
    return character;
}

}  // namespace model
