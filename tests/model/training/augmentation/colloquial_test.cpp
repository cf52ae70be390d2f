// SPDX-License-Identifier: GPL-3.0-or-later
// French as it is said and typed in conversation, made from French as it is written.
#include "model/training/augmentation/colloquial.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace {

using namespace model::training;
using model::Random;

/// What a rule makes of a sentence; "" where it changes nothing.
template <class Rule>
std::string after(const Rule &rule, const std::string &sentence) {
    Words words = wordsOf(sentence);
    return rule(words) ? joined(words) : "";
}

/// Everything that questions become, whatever is drawn.
std::set<std::string> orders(const std::string &sentence) {
    std::set<std::string> all;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Random random{seed};
        all.insert(after([&](Words &words) { return undoInversion(words, random); }, sentence));
    }
    return all;
}
using Orders = std::set<std::string>;

TEST(Colloquial, neIsDroppedBeforeAVerbWithItsNegation) {
    EXPECT_EQ(after(dropNe, "Je ne sais pas."), "Je sais pas.");
    EXPECT_EQ(after(dropNe, "Ne fais rien !"), "Fais rien !");
    EXPECT_EQ(after(dropNe, "Je n'ai plus faim."), "J'ai plus faim.");
    EXPECT_EQ(after(dropNe, "Ce n'est jamais lui."), "C'est jamais lui.");
    EXPECT_EQ(after(dropNe, "Il n'est pas là. N'oublie pas !"), "Il est pas là. Oublie pas !");
    EXPECT_EQ(after(dropNe, "Elle n'habite pas ici."), "Elle habite pas ici.");
    EXPECT_EQ(after(dropNe, "Je n'habite pas ici."), "Je habite pas ici.");
}

TEST(Colloquial, neStaysWhereNothingElseNegates) {
    EXPECT_EQ(after(dropNe, "Je ne veux que ça."), "");
    EXPECT_EQ(after(dropNe, "Il m'a dit de ne pas venir."), "");
    EXPECT_EQ(after(dropNe, "C'est beau, n'est-ce pas ?"), "");
    EXPECT_EQ(after(dropNe, "Je ne sais. Pas lui."), "");
    EXPECT_EQ(after(dropNe, "ne"), "");
    EXPECT_EQ(after(dropNe, ""), "");
}

/// A rule, and words which, said again and again, make the most work for it.
struct LongLine {
    const char *name;
    std::function<bool(Words &, Random &)> rule;
    const char *words;
};
void PrintTo(const LongLine &line, std::ostream *out) {
    *out << line.words;
}

class LongLineTest : public testing::TestWithParam<LongLine> {};

// A rule that moved all later words for each one that it leaves out, or that looked for the end of
// the sentence anew at each word, would need hours for this line, and the test would be ended.
TEST_P(LongLineTest, takesNoMoreThanOneLookAtEachWord) {
    constexpr std::size_t enough = 2'000'000;
    const Words phrase = wordsOf(GetParam().words);
    Words words;
    words.reserve(enough + phrase.size());
    while (words.size() < enough) {
        words.insert(words.end(), phrase.begin(), phrase.end());
    }
    Random random{1};
    GetParam().rule(words, random);
    EXPECT_LE(words.size(), enough + phrase.size());
}

template <bool (*rule)(Words &)>
bool apply(Words &words, Random & /*unused*/) {
    return rule(words);
}

INSTANTIATE_TEST_SUITE_P(
    Colloquial, LongLineTest,
    testing::Values(
        LongLine{"ne", apply<dropNe>, "je ne sais pas"},
        LongLine{"neWithoutNegation", apply<dropNe>, "ne"},
        LongLine{"ilYA", apply<shortenIlYA>, "il y a"}, LongLine{"tu", apply<elideTu>, "tu as"},
        LongLine{"inversions", undoInversion, "est-il"},
        LongLine{"inversionsWithAnObject", undoInversion, "que veux-tu chat,"},
        LongLine{"estCeQue", apply<dropEstCeQue>, "qu'est-ce que le"},
        LongLine{"estCeQueWithAnObject", apply<dropEstCeQue>, "qu'est-ce que tu veux chat"},
        LongLine{"abbreviations",
                 [](Words &words, Random &random) { return abbreviate(words, 1, random); },
                 "je sais pas"}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(Colloquial, shortFormsTakeTheCapitalLetter) {
    EXPECT_EQ(after(shortenIlYA, "Il y a du vent."), "Y a du vent.");
    EXPECT_EQ(after(shortenIlYA, "Oui, il y avait du vent."), "Oui, y avait du vent.");
    EXPECT_EQ(after(shortenIlYA, "Il y va."), "");
    EXPECT_EQ(after(elideTu, "Tu as vu que tu étais là ?"), "T'as vu que t'étais là ?");
    EXPECT_EQ(after(elideTu, "Tu veux ?"), "");
}

TEST(Colloquial, questionsTakeTheOrderOfStatements) {
    EXPECT_EQ(orders("As-tu faim ?"), Orders{"Tu as faim ?"});
    EXPECT_EQ(orders("Comment vas-tu ?"), (Orders{"Comment tu vas ?", "Tu vas comment ?"}));
    EXPECT_EQ(orders("Oui, où vas-tu ?"), (Orders{"Oui, où tu vas ?", "Oui, tu vas où ?"}));
    EXPECT_EQ(orders("Pourquoi ris-tu ?"), Orders{"Pourquoi tu ris ?"});
    EXPECT_EQ(orders("Me l'as-tu dit ?"), Orders{"Tu me l'as dit ?"});
    EXPECT_EQ(orders("Comment vous appelez-vous ?"),
              (Orders{"Comment vous vous appelez ?", "Vous vous appelez comment ?"}));
    EXPECT_EQ(orders("Parle-t-il français ?"), Orders{"Il parle français ?"});
}

TEST(Colloquial, aSubjectThatIsThereAlreadyIsNotSaidTwice) {
    EXPECT_EQ(orders("Tom est-il là ?"), Orders{"Tom est là ?"});
    EXPECT_EQ(orders("Pourquoi ta sœur pleure-t-elle ?"), Orders{"Pourquoi ta sœur pleure ?"});
    EXPECT_EQ(orders("Quelle heure est-il ?"), Orders{""});
}

TEST(Colloquial, whatIsAskedForStandsBehindTheVerb) {
    EXPECT_EQ(orders("Que fais-tu ce soir ?"), Orders{"Tu fais quoi ce soir ?"});
    EXPECT_EQ(orders("Qu'as-tu vu ?"), Orders{"Tu as vu quoi ?"});
    EXPECT_EQ(orders("Que veux-tu manger ce soir ?"), Orders{"Tu veux manger quoi ce soir ?"});
    EXPECT_EQ(orders("Que veux-tu ?"), Orders{"Tu veux quoi ?"});
    EXPECT_EQ(orders("Que t'a-t-il bien dit ?"), Orders{""});  // not plain where
}

TEST(Colloquial, otherHyphensAreNoInversion) {
    EXPECT_EQ(orders("Asseyez-vous."), Orders{""});
    EXPECT_EQ(orders("Tu as un rendez-vous ?"), Orders{""});
    EXPECT_EQ(orders("-tu ?"), Orders{""});
    EXPECT_EQ(orders("Viens-tu"), Orders{""});
}

TEST(Colloquial, estCeQueIsLeftOut) {
    EXPECT_EQ(after(dropEstCeQue, "Est-ce que tu viens ?"), "Tu viens ?");
    EXPECT_EQ(after(dropEstCeQue, "Où est-ce qu'il va ?"), "Où il va ?");
    EXPECT_EQ(after(dropEstCeQue, "Qu'est-ce que tu fais ?"), "Tu fais quoi ?");
    EXPECT_EQ(after(dropEstCeQue, "Qu'est-ce que j'ai dit ?"), "J'ai dit quoi ?");
    EXPECT_EQ(after(dropEstCeQue, "Qu'est-ce que Tom a dit ?"), "");
    EXPECT_EQ(after(dropEstCeQue, "Qu'est-ce que tu"), "");
    EXPECT_EQ(after(dropEstCeQue, "Est-ce que"), "");
}

TEST(Colloquial, abbreviationsKeepMarksAndCapitals) {
    const auto always = [](Words &words) {
        Random random{1};
        return abbreviate(words, 1, random);
    };
    EXPECT_EQ(after(always, "Beaucoup de gens, s'il te plaît."), "Bcp de gens, stp.");
    EXPECT_EQ(after(always, "Il vient parce que Tom vient."), "Il vient pcq Tom vient.");
    EXPECT_EQ(after(always, "Il lit."), "");
    const auto never = [](Words &words) {
        Random random{1};
        return abbreviate(words, 0, random);
    };
    EXPECT_EQ(after(never, "Beaucoup."), "");
}

TEST(Colloquial, theSameIsDrawnForTheSameName) {
    const std::string sentence = "Est-ce que tu n'as pas vu qu'il n'y a plus rien ?";
    std::set<std::string> all;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto once = colloquial(sentence, {seed});
        EXPECT_EQ(once, colloquial(sentence, {seed}));
        all.insert(once.value_or(sentence));
        EXPECT_NE(once, sentence);  // what is not changed is nothing
    }
    EXPECT_GT(all.size(), 8U);
    EXPECT_TRUE(all.contains("T'as pas vu qu'il y a plus rien ?"));
    for (const std::string &one : all) {
        EXPECT_EQ(one.find("  "), std::string::npos) << one;
    }
}

TEST(Colloquial, plainSentencesMostlyStay) {
    int changed = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        changed += colloquial("Le chat dort.", {seed}).has_value() ? 1 : 0;
    }
    EXPECT_EQ(changed, 0);
    EXPECT_FALSE(colloquial("", {1}));
}

TEST(Addressed, interjectionsStandInBothLanguages) {
    const SentencePair pair{"Je t'attends.", {"I'm waiting for you."}};
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto got = addressed(pair, {seed});
        ASSERT_TRUE(got);
        seen.insert(got->source + "|" + got->references.front());
    }
    EXPECT_TRUE(seen.contains("Salut, je t'attends.|Hi, I'm waiting for you."));
    EXPECT_TRUE(seen.contains("Salut ! Je t'attends.|Hi! I'm waiting for you."));
    EXPECT_TRUE(seen.contains("Alors, je t'attends.|So, I'm waiting for you."));
}

TEST(Addressed, namesKeepTheirCapitalLetter) {
    const SentencePair pair{"Tom t'attend.", {"He is waiting for you."}};
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto got = addressed(pair, {seed});
        EXPECT_TRUE(!got || got->source.ends_with(" Tom t'attend.")) << got->source;
    }
    const SentencePair other{"On a frappé.", {"Somebody knocked."}};
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto got = addressed(other, {seed});
        EXPECT_TRUE(!got || got->references.front().ends_with(" Somebody knocked."));
    }
}

TEST(Addressed, requestsBecomePolite) {
    const auto polite = [](const std::string &french, const std::string &english) {
        std::set<std::string> seen;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto got = addressed({french, {english}}, {seed});
            seen.insert(got ? got->source + "|" + got->references.front() : "");
        }
        return seen;
    };
    EXPECT_EQ(polite("Peux-tu venir ?", "Can you come?"),
              (Orders{"Peux-tu venir s'il te plaît ?|Can you come, please?",
                      "Peux-tu venir, s'il te plaît ?|Can you come, please?"}));
    EXPECT_TRUE(polite("Pouvez-vous venir ?", "Could you come?")
                    .contains("Pouvez-vous venir, s'il vous plaît ?|Could you come, please?"));
    for (const std::string &one :
         polite("Peux-tu venir, s'il te plaît ?", "Can you come, please?")) {
        EXPECT_FALSE(one.ends_with(", please, please?")) << one;
    }
}

}  // namespace
