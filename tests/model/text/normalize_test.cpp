// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/normalize.h"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <array>
#include <random>

namespace {

using model::Language;
using model::normalize;
using model::Range;

std::string french(std::string_view text) {
    return normalize(text, Language::french).text;
}
std::string other(std::string_view text) {
    return normalize(text, Language::other).text;
}

/// What was typed for the first occurrence of `part` in the normalised text.
std::string typedFor(std::string_view sentence, std::string_view part) {
    const auto result = normalize(sentence, Language::french);
    const auto at = result.text.find(part);
    if (at == std::string::npos)
        return "not in " + result.text;
    const auto begin = static_cast<int>(at);
    const Range range = result.original({begin, begin + static_cast<int>(part.size())});
    return std::string(sentence.substr(static_cast<std::size_t>(range.begin),
                                       static_cast<std::size_t>(range.end - range.begin)));
}

TEST(Normalize, LeavesNormalisedTextAsItIs) {
    for (const char *text :
         {"Le chat noir dort sur la chaise rouge.", "Où va-t-elle à 10:30 ?",
          "Il a dit : \"Quoi ?!\" ; puis « rien » !", "L'été, ça va... (vraiment ?)", "?", "a", "",
          "Œuvre — 20 °C – naïf", "Est-ce que \"?\" se lit ?"})
        EXPECT_EQ(french(text), text);
}

TEST(Normalize, ComposesAccents) {
    EXPECT_EQ(french("e\u0301te\u0301"), "été");
    EXPECT_EQ(french("c\u0327a"), "ça");
    EXPECT_EQ(french("20 \u212B"), "20 Å");        // the Ångström sign
    EXPECT_EQ(other("\u1112\u1161\u11AB"), "한");  // three Hangul letters
    EXPECT_EQ(other("a\u0323\u0302"), "\u1EAD");   // two marks, in either order
    EXPECT_EQ(other("a\u0302\u0323"), "\u1EAD");
}

TEST(Normalize, LeadsFromComposedLettersToWhatWasTyped) {
    EXPECT_EQ(typedFor("l'e\u0301te\u0301", "ét"), "e\u0301t");
    EXPECT_EQ(typedFor("l'e\u0301te\u0301", "'"), "'");
    const auto result = normalize("e\u0301", Language::french);
    EXPECT_EQ(result.origins, (std::vector<Range>{{0, 3}, {0, 3}}));
}

TEST(Normalize, MakesOneSpaceOfAnySpaces) {
    EXPECT_EQ(other("a\u00A0b\u202Fc\u3000d\u2003e"), "a b c d e");
    EXPECT_EQ(other("  a \t\r\n b\u2028\u2029c  "), "a b c");
    EXPECT_EQ(other(std::string_view("a\0b\x01\x1F\x7F\u0085z", 9)), "a b z");
    EXPECT_EQ(other(" \n\u00A0"), "");
    EXPECT_EQ(typedFor("a \n b", " "), " \n ");
    EXPECT_EQ(typedFor("  a", "a"), "a");
}

TEST(Normalize, KeepsAMarkAfterASpace) {
    EXPECT_EQ(other("a \u0301b"), "a \u0301b");
}

TEST(Normalize, MakesQuotesAndHyphensPlain) {
    EXPECT_EQ(french("l’ami ‘a‛ ‚b´ l\u02BCo 5\u2032"), "l'ami 'a' 'b' l'o 5'");
    EXPECT_EQ(other("“a” „b‟ 5\u2033 ＂"), "\"a\" \"b\" 5\" \"");
    EXPECT_EQ(french("est\u2010il est\u2011elle"), "est-il est-elle");
    EXPECT_EQ(typedFor("l’ami", "'"), "’");
}

TEST(Normalize, SpellsTheEllipsisOut) {
    EXPECT_EQ(french("Oui…"), "Oui...");
    EXPECT_EQ(typedFor("Oui…", "."), "…");
    EXPECT_EQ(typedFor("Oui…", "..."), "…");
}

struct Punctuation {
    const char *typed;
    const char *expected;
};
class FrenchPunctuation : public testing::TestWithParam<Punctuation> {};

TEST_P(FrenchPunctuation, HasOneSpaceBefore) {
    EXPECT_EQ(french(GetParam().typed), GetParam().expected);
    EXPECT_EQ(french(GetParam().expected), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Normalize, FrenchPunctuation,
    testing::Values(Punctuation{"Ça va?", "Ça va ?"}, Punctuation{"Ça va  ?", "Ça va ?"},
                    Punctuation{"Ça va\u00A0?", "Ça va ?"}, Punctuation{"Non!", "Non !"},
                    Punctuation{"un;deux", "un;deux"}, Punctuation{"un; deux", "un ; deux"},
                    Punctuation{"voici:", "voici :"}, Punctuation{"voici: rien", "voici : rien"},
                    Punctuation{"Quoi?!", "Quoi ?!"}, Punctuation{"Quoi !!!", "Quoi !!!"},
                    Punctuation{"Oui...?", "Oui... ?"}, Punctuation{"?!", "?!"},
                    Punctuation{"à 10:30", "à 10:30"}, Punctuation{"std::string", "std::string"},
                    Punctuation{"https://exemple.fr", "https://exemple.fr"},
                    Punctuation{"C:\\", "C:\\"}, Punctuation{"Salut :)", "Salut :)"},
                    Punctuation{"(?)", "(?)"}, Punctuation{"(vrai?)", "(vrai ?)"},
                    Punctuation{"le \"?\" final", "le \"?\" final"},
                    Punctuation{"dit \"oui\"?", "dit \"oui\" ?"}, Punctuation{"\"?\"", "\"?\""},
                    Punctuation{"«Oui»", "« Oui »"}, Punctuation{"« Oui »", "« Oui »"},
                    Punctuation{"e\u0301?", "é ?"}, Punctuation{"🙂!", "🙂 !"},
                    Punctuation{"Vu ?:", "Vu ?:"}, Punctuation{"(oui!), non", "(oui !), non"}));

TEST(Normalize, LeavesPunctuationInsideTokensAlone) {
    for (const char *text :
         {"recherche?q=chat;page=2!haut", "[::1]:80", ":smile:", "Bien :+1:", "x!=y", "key:=v",
          "a ?: b", "Yahoo!Mail", "http://exemple.fr/a?b=c#d;e", "f(x);g(y)", "C:\\temp",
          "std::vector<int>::size", "ratio:3", "int a[];b"})
        EXPECT_EQ(french(text), text);
    EXPECT_EQ(french("Tu as Yahoo!Mail?"), "Tu as Yahoo!Mail ?");
    EXPECT_EQ(french("Viens:smile:"), "Viens:smile :") << "no token of its own";
    EXPECT_EQ(french("dit:«oui»"), "dit :« oui »") << "a word ends before a quote";
}

TEST(Normalize, ReadsEntitiesOfPages) {
    EXPECT_EQ(french("L&#39;&eacute;t&eacute;&nbsp;?"), "L'été ?");
    EXPECT_EQ(french("M. &amp; Mme &#x44;upont"), "M. & Mme Dupont");
    EXPECT_EQ(french("l&rsquo;&oelig;uf, l&#146;&#156;uf"), "l'œuf, l'œuf");
    EXPECT_EQ(other("&amp;eacute;"), "&eacute;") << "once";
    EXPECT_EQ(typedFor("un &eacute;t&eacute;", "ét"), "&eacute;t");
    for (const char *text : {"R&D", "a & b;", "&inconnu;", "&eacute", "&#0;", "&#xD800;",
                             "&#1114112;", "&#99999999999;", "&#;", "&;", "&", "A&M;"})
        EXPECT_EQ(other(text), text);
}

TEST(Normalize, WritesJoinedAndWideLettersPlain) {
    EXPECT_EQ(french("La \uFB01n du \uFB01lm, e\uFB00ort, \uFB03, \uFB04, \uFB02, \uFB05 \uFB06"),
              "La fin du film, effort, ffi, ffl, fl, st st");
    EXPECT_EQ(typedFor("La \uFB01n", "f"), "\uFB01");
    EXPECT_EQ(typedFor("La \uFB01n", "in"), "\uFB01n");
    EXPECT_EQ(french("\uFF23\uFF48\uFF41\uFF54\uFF1F"), "Chat ?");
    EXPECT_EQ(other("\uFF07\uFF02\uFF5E"), "'\"~");
}

TEST(Normalize, WritesWhatIsShoutedSmall) {
    EXPECT_EQ(french("OÙ EST LA GARE ?"), "Où est la gare ?");
    EXPECT_EQ(french("« C'EST E\u0301NORME ! »"), "« C'est énorme ! »");
    EXPECT_EQ(french("MERCI !"), "Merci !");
    EXPECT_EQ(french("OÙ ES-TU ? M. DUPONT DORT. OUI !"), "Où es-tu ? M. Dupont dort. Oui !");
    EXPECT_EQ(french("AAAAJ\u030C"), "Aaaa\u01F0");  // which has no capital of one character
    EXPECT_EQ(french("À 8 H 30, RUE DE L'ŒUVRE"), "À 8 h 30, rue de l'œuvre");
    EXPECT_EQ(typedFor("C'EST E\u0301NORME", "éno"), "E\u0301NO");
    EXPECT_EQ(french("ON MANGE Où ?"), "On mange où ?") << "caps lock leaves ù small";
    EXPECT_EQ(french("DéJà MANGé"), "Déjà mangé");
    EXPECT_EQ(french("OÙ EST LA GARe"), "Où est la gare") << "a slip";
    // Nobody shouts: abbreviations, initials, small letters among few capitals.
    for (const char *text : {"SNCF", "ONU ?", "J'AI", "A. B. C.", "ÊTRE", "À LA GARe", "42", "!",
                             "L'ONU et l'OMC à BRUXELLES", "été", "à", "Où"})
        EXPECT_EQ(french(text), text);
    EXPECT_EQ(other("WHERE IS IT?"), "WHERE IS IT?");
}

TEST(Normalize, LeavesTheCapitalsOfCodes) {
    for (const char *text : {"VJ-803-TI", "AF1280", "FR-20931 AB12 X7", "EQ-213-NO !"})
        EXPECT_EQ(french(text), text);
    EXPECT_EQ(french("LE VOL AF1280 EST ANNULÉ"), "Le vol AF1280 est annulé");
    EXPECT_EQ(french("AF1280 EST ANNULÉ. ENCORE !"), "AF1280 est annulé. Encore !");
    EXPECT_EQ(french("ON SE VOIT À 8H30"), "On se voit à 8h30");
}

TEST(Normalize, LeavesPunctuationOfOtherLanguages) {
    EXPECT_EQ(other("Why? So: «no»; stop!"), "Why? So: «no»; stop!");
}

TEST(Normalize, GivesAnInsertedSpaceAnEmptyRangeAtItsPlace) {
    const auto result = normalize("ça?", Language::french);
    ASSERT_EQ(result.text, "ça ?");
    EXPECT_EQ(result.origins[3], (Range{3, 3}));
    EXPECT_EQ(result.original({3, 4}), (Range{3, 3}));
    EXPECT_EQ(result.original({3, 5}), (Range{3, 4}));
}

TEST(Normalize, RemovesInvisibleCharacters) {
    EXPECT_EQ(french("\uFEFFbon\u200Bjour\u00AD \u200Ele\u200F \u202Achat\u202C\u2060"),
              "bonjour le chat");
    EXPECT_EQ(french("a\u200Db\u200Cc"), "abc");
    EXPECT_EQ(french("\u200B"), "");
    EXPECT_EQ(typedFor("bon\u200Bjour", "bonjour"), "bon\u200Bjour");
    // What they kept apart composes.
    EXPECT_EQ(french("e\u200B\u0301"), "é");
    EXPECT_EQ(french("va\u200B?"), "va ?");
}

TEST(Normalize, KeepsEmojiSequences) {
    for (const char *emoji : {"👩\u200D👩\u200D👧", "🏳\uFE0F\u200D🌈", "👍🏽", "🇫🇷",
                              "❤\uFE0F", "🏴\U000E0067\U000E0062\U000E007F", "1\uFE0F\u20E3"})
        EXPECT_EQ(french(emoji), emoji);
    EXPECT_EQ(typedFor("oui 👩\u200D👧", "👩"), "👩\u200D👧");
    // A joiner that joins nothing vanishes.
    EXPECT_EQ(french("👩\u200D oui"), "👩 oui");
    EXPECT_EQ(french("👩\u200D"), "👩");
}

TEST(Normalize, KeepsVisibleFormatCharacters) {
    EXPECT_EQ(other("\u0600\u0661"), "\u0600\u0661");  // the Arabic number sign
}

TEST(Normalize, ReplacesTheTokenizersSpaceMark) {
    EXPECT_EQ(other("a▁b"), "a_b");
}

TEST(Normalize, ReplacesInvalidBytes) {
    EXPECT_EQ(other("a\xFF"
                    "b"),
              "a\uFFFD"
              "b");
    EXPECT_EQ(other("\xC3"), "\uFFFD");                      // truncated
    EXPECT_EQ(other("\xC0\xAF"), "\uFFFD\uFFFD");            // overlong
    EXPECT_EQ(other("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // surrogate
    EXPECT_EQ(other("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(typedFor("a\xFF"
                       "b",
                       "\uFFFD"),
              "\xFF");
}

TEST(Normalize, TakesManyMarksOnOneLetter) {
    std::string text = "a";
    for (int i = 0; i < 50000; ++i)
        text += i % 2 == 0 ? "\u0323" : "\u0301";
    const auto result = normalize(text, Language::french);
    EXPECT_GT(result.text.size(), 50000U);
    EXPECT_EQ(result.origins.back().end, static_cast<int>(text.size()));
}

TEST(Normalize, ClampsRanges) {
    const auto result = normalize(" ab ", Language::other);
    EXPECT_EQ(result.original({0, 99}), (Range{1, 3}));
    EXPECT_EQ(result.original({-1, 1}), (Range{1, 2}));
    EXPECT_EQ(result.original({2, 2}), (Range{3, 3}));
    EXPECT_EQ(result.original({0, 0}), (Range{1, 1}));
    EXPECT_EQ(normalize("", Language::other).original({0, 1}), (Range{0, 0}));
}

/// Text of awkward characters, and now and then an invalid byte.
std::string randomText(std::mt19937 &random) {
    constexpr std::array<char32_t, 45> awkward{
        'a',    'e',    'O',    '1',    '?',    '!',     ';',     ':',     ' ',
        '\n',   '"',    '\'',   '(',    '/',    0xE9,    0x301,   0x327,   0x323,
        0xA0,   0xAB,   0xBB,   0xAD,   0x200B, 0x200D,  0x200C,  0x200E,  0xFEFF,
        0x2026, 0x2019, 0x2581, 0x1112, 0x1161, 0x11AB,  'R',     0xC9,    0x1D400,
        'J',    0x30C,  0x37E,  0x1FFD, 0xFE0F, 0x1F469, 0x1F3FD, 0x1F1EB, 0xE0067};
    std::string text;
    const auto length = random() % 24;
    for (unsigned i = 0; i < length; ++i) {
        if (random() % 30 == 0) {
            text += static_cast<char>(random() % 256);
            continue;
        }
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(
            static_cast<utf8proc_int32_t>(awkward[random() % awkward.size()]), bytes.data());
        text.append(reinterpret_cast<const char *>(bytes.data()), static_cast<std::size_t>(size));
    }
    return text;
}

bool isNfc(const std::string &text) {
    utf8proc_uint8_t *composed =
        utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t *>(text.c_str()));
    const bool same = composed != nullptr && text == reinterpret_cast<const char *>(composed);
    std::free(composed);
    return same;
}

TEST(Normalize, HoldsItsPromisesForAnyText) {
    std::mt19937 random(1);
    for (int i = 0; i < 20000; ++i) {
        const std::string typed = randomText(random);
        const Language language = i % 2 == 0 ? Language::french : Language::other;
        const auto result = normalize(typed, language);
        ASSERT_TRUE(isNfc(result.text)) << typed;
        ASSERT_EQ(normalize(result.text, language).text, result.text) << typed;
        ASSERT_EQ(result.text.find("  "), std::string::npos) << typed;
        ASSERT_FALSE(result.text.starts_with(' ') || result.text.ends_with(' ')) << typed;
        ASSERT_EQ(result.origins.size(), result.text.size());
        int before = 0;
        for (const Range &origin : result.origins) {
            ASSERT_LE(before, origin.begin) << typed;
            ASSERT_LE(origin.begin, origin.end) << typed;
            ASSERT_LE(origin.end, static_cast<int>(typed.size())) << typed;
            before = origin.begin;
        }
    }
}

}  // namespace
