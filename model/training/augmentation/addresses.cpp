// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/addresses.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/text/utf8.h"

namespace model::training {

namespace {

// In an expression such as a(random) + b(random), the compiler decides which of the two draws
// first. Everything here draws in statements of its own, or in chains of append(), whose order is
// fixed: a stream of random numbers gives the same text everywhere.

/// Puts any capital in place of each A of a shape, and any digit in place of each 0.
std::string shaped(std::string shape, Random &random) {
    for (char &sign : shape) {
        if (sign == 'A') {
            sign = static_cast<char>('A' + random.below(26));
        } else if (sign == '0') {
            sign = static_cast<char>('0' + random.below(10));
        }
    }
    return shape;
}

std::string randomDigits(std::size_t length, Random &random) {
    return shaped(std::string(length, '0'), random);
}

/// A word for an address: in lower case, without accents.
std::string plainWord(const Names &names, Random &random) {
    static constexpr std::array<std::string_view, 16> common{
        "info",  "contact", "support", "maison", "blog", "photo", "jardin", "ecole",
        "musee", "ville",   "news",    "sport",  "cafe", "velo",  "livre",  "mail"};
    std::string word =
        random.chance(0.25) ? std::string(random.oneOf(common)) : names.invent(false, random);
    std::string plain;
    for (const Character &character : charactersOf(lowerCased(word))) {
        const std::int32_t letter = withoutAccent(character.codePoint);
        if (letter >= 'a' && letter <= 'z') {
            plain += static_cast<char>(letter);
        }
    }
    return plain.empty() ? "exemple" : plain;
}

std::string domain(const Names &names, Random &random) {
    static constexpr std::array<std::string_view, 12> known{
        "gmail.com", "orange.fr",  "free.fr",     "yahoo.fr",      "hotmail.com", "laposte.net",
        "sfr.fr",    "outlook.fr", "example.com", "wikipedia.org", "gmail.com",   "mail.com"};
    static constexpr std::array<std::string_view, 11> ends{"fr", "com", "org", "net", "eu", "be",
                                                           "ch", "ca",  "io",  "fr",  "com"};
    if (random.chance(0.3)) {
        return std::string(random.oneOf(known));
    }
    std::string name = plainWord(names, random);
    if (random.chance(0.25)) {
        name.append("-").append(plainWord(names, random));
    }
    return name.append(".").append(random.oneOf(ends));
}

/// A code point of one of these alphabets, each letter of which is a letter in lower case or of a
/// script without case.
struct Alphabet {
    std::int32_t first;
    std::size_t count;
    std::size_t longestWord;
};
constexpr std::array<Alphabet, 8> alphabets{{{U'а', 32, 9},
                                             {U'а', 32, 9},
                                             {U'α', 17, 9},
                                             {U'א', 27, 6},
                                             {U'ا', 20, 7},
                                             {U'あ', 60, 5},
                                             {U'一', 2000, 4},
                                             {U'가', 2000, 4}}};

}  // namespace

std::string inventMail(const Names &names, Random &random) {
    static constexpr std::array<std::string_view, 5> joints{".", ".", "_", "-", ""};
    std::string user = plainWord(names, random);
    if (random.chance(0.6)) {
        user.append(random.oneOf(joints)).append(plainWord(names, random));
    }
    if (random.chance(0.25)) {
        user += randomDigits(1 + random.below(4), random);
    }
    return user.append("@").append(domain(names, random));
}

std::string inventLink(const Names &names, Random &random) {
    static constexpr std::array<std::string_view, 6> starts{"https://", "https://www.", "http://",
                                                            "www.",     "www.",         ""};
    static constexpr std::array<std::string_view, 5> files{".html", ".php", ".pdf", "", ""};
    std::string link(random.oneOf(starts));
    link += domain(names, random);
    for (std::size_t left = random.below(4); left > 1; --left) {
        link.append("/").append(plainWord(names, random));
        if (left == 2) {
            link += random.oneOf(files);
        }
    }
    if (random.chance(0.1)) {
        link.append("?").append(plainWord(names, random)).append("=");
        link += randomDigits(1 + random.below(5), random);
    }
    return link;
}

std::string inventTag(const Names &names, Random &random) {
    if (random.chance(0.5)) {
        const std::string word = plainWord(names, random);
        std::string tag = std::string("@").append(word);
        return random.chance(0.4) ? tag.append("_").append(randomDigits(2, random)) : tag;
    }
    return std::string("#").append(random.chance(0.5) ? names.any(random)
                                                      : plainWord(names, random));
}

std::string inventPhone(Random &random) {
    const std::string first{'0', static_cast<char>('1' + random.below(9))};
    switch (random.below(8)) {
        case 0:
            return first + shaped("00000000", random);
        case 1:
            return first + shaped(".00.00.00.00", random);
        case 2:
            return std::string("+33 ").append(first.substr(1)) + shaped(" 00 00 00 00", random);
        case 3:
            return shaped("000-0000", random);
        case 4:
            return shaped("+1 000 000 0000", random);
        default:
            return first + shaped(" 00 00 00 00", random);
    }
}

std::string inventCode(Random &random) {
    const auto ending = [&random](std::string letters, std::size_t least, std::size_t kinds) {
        return shaped(letters.append(least + random.below(kinds), '0'), random);
    };
    switch (random.below(8)) {
        case 0:
            return ending("AA", 2, 3);
        case 1:
            return ending("A", 1, 3);
        case 2:
            return shaped("A-000", random);
        case 3:
            return shaped("AA-000-AA", random);
        case 4:
            return ending("", 4, 4);
        case 5:
            return ending("AA0A", 1, 2);
        case 6:
            return shaped(std::string(1 + random.below(2), '0').append("A"), random);
        default:
            return shaped("AAA-0000", random);
    }
}

std::string inventEmoji(Random &random) {
    static constexpr std::array<std::string_view, 18> special{
        "❤️",   "👍🏽", "👨‍👩‍👧", "🇫🇷", "🇬🇧",     "☀️",
        "✅",        "⭐",        "👩‍💻",        "✨",  "❌",      "☕",
        "👋🏻", "🙏🏼", "🏳️‍🌈",     "⚽",  "♥️", "🤷‍♀️"};
    /// The blocks of faces, of animals and food, of gestures and of travel.
    static constexpr std::array<std::array<std::int32_t, 2>, 5> blocks{
        {{0x1F600, 80}, {0x1F300, 80}, {0x1F380, 100}, {0x1F680, 60}, {0x1F910, 100}}};
    std::string text;
    const std::size_t count = 1 + random.below(4);
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && random.chance(0.2)) {
            text += ' ';
        }
        if (random.chance(0.3)) {
            text += random.oneOf(special);
        } else {
            const auto &block = random.oneOf(blocks);
            append(block[0] +
                       static_cast<std::int32_t>(random.below(static_cast<std::size_t>(block[1]))),
                   text);
        }
    }
    return text;
}

std::string inventForeign(Random &random) {
    const Alphabet &alphabet = random.oneOf(alphabets);
    std::string text;
    for (std::size_t words = 1 + random.below(4); words > 0; --words) {
        for (std::size_t left = 1 + random.below(alphabet.longestWord); left > 0; --left) {
            append(alphabet.first + static_cast<std::int32_t>(random.below(alphabet.count)), text);
        }
        text += words > 1 ? " " : "";
    }
    return text;
}

std::string inventLetters(Random &random) {
    static constexpr std::array<std::string_view, 6> rows{"azertyuiop", "qsdfghjklm", "wxcvbn",
                                                          "qwertyuiop", "asdfghjkl",  "zxcvbnm"};
    static constexpr std::array<std::string_view, 8> syllables{"ha", "ho", "la",  "bla",
                                                               "he", "hi", "tra", "ta"};
    std::string text;
    switch (random.below(4)) {
        case 0: {
            const std::size_t length = 2 + random.below(9);
            return std::string(length, static_cast<char>('a' + random.below(26)));
        }
        case 1: {
            const std::string_view syllable = random.oneOf(syllables);
            for (std::size_t left = 2 + random.below(4); left > 0; --left) {
                text += syllable;
            }
            return text;
        }
        default:
            break;
    }
    const std::string_view row = random.oneOf(rows);
    for (std::size_t left = 4 + random.below(8); left > 0; --left) {
        text += random.oneOf(row);
    }
    return text;
}

}  // namespace model::training
