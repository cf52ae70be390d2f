// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/patterns.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "model/error.h"
#include "model/text/normalize.h"
#include "model/training/augmentation/addresses.h"
#include "tests/model/training/sentences.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using namespace model::training;

constexpr std::uint64_t draws = 300;

class PatternsTest : public testing::Test {
  protected:
    SentencePair invent(const std::string &french, const std::string &english, std::uint64_t seed,
                        bool reversed = false) const {
        return Patterns({{french, {english}}}, names_, corpus_, reversed).invent({seed});
    }
    std::string refusal(const std::string &french, const std::string &english) const {
        try {
            invent(french, english, 1);
            return "accepted";
        } catch (const CorpusError &error) {
            return error.what();
        }
    }

    const std::vector<SentencePair> corpus_ = tests::tinyCorpus();
    const Names names_{corpus_};
};

TEST_F(PatternsTest, fillTheSlotsOfBothSidesAlike) {
    std::set<std::string> ages;
    for (std::uint64_t seed = 0; seed < draws; ++seed) {
        const SentencePair pair = invent("J'ai {age} ans.", "I am {age} years old.", seed);
        std::smatch found;
        ASSERT_TRUE(std::regex_match(pair.source, found, std::regex("J'ai (\\d+) ans\\.")))
            << pair.source;
        EXPECT_EQ(pair.references.front(), "I am " + found[1].str() + " years old.");
        ages.insert(found[1]);
    }
    EXPECT_GT(ages.size(), 50U);
}

TEST_F(PatternsTest, followFromTheNameOfTheDraw) {
    const SentencePair pair = invent("{mail} {link}", "{mail} {link}", 3);
    EXPECT_EQ(pair.source, invent("{mail} {link}", "{mail} {link}", 3).source);
    EXPECT_NE(pair.source, invent("{mail} {link}", "{mail} {link}", 4).source);
}

TEST_F(PatternsTest, tellSlotsOfOneKindApartByTheirNumbers) {
    int different = 0;
    for (std::uint64_t seed = 0; seed < draws; ++seed) {
        const SentencePair pair = invent("{few} {few2} {few}", "{few2} {few} {few}", seed);
        std::smatch found;
        ASSERT_TRUE(std::regex_match(pair.source, found, std::regex("(\\d+) (\\d+) (\\d+)")));
        EXPECT_EQ(found[1], found[3]);
        EXPECT_EQ(pair.references.front(),
                  found[2].str() + " " + found[1].str() + " " + found[1].str());
        different += found[1] != found[2] ? 1 : 0;
    }
    EXPECT_GT(different, 200);
}

TEST_F(PatternsTest, holdPairsOfTheCorpus) {
    const SentencePair pair = invent("Il dit : « {sentence} »", "He says: \"{sentence}\"", 5);
    bool known = false;
    for (const SentencePair &each : corpus_) {
        known =
            known || (pair.source == "Il dit : « " + each.source + " »" &&
                      pair.references.front() == "He says: \"" + each.references.front() + "\"");
    }
    EXPECT_TRUE(known) << pair.source << " / " << pair.references.front();
}

TEST_F(PatternsTest, areTurnedRoundWhereTheOtherDirectionIsLearned) {
    const SentencePair pair = invent("{few} ans", "{few} years", 2, true);
    EXPECT_TRUE(pair.source.ends_with(" years")) << pair.source;
    EXPECT_TRUE(pair.references.front().ends_with(" ans"));
    // The corpus is in that direction then, too.
    std::vector<SentencePair> turned;
    for (const SentencePair &each : corpus_) {
        turned.push_back({each.references.front(), {each.source}});
    }
    const SentencePair quoted =
        Patterns({{"« {sentence} »", {"\"{sentence}\""}}}, names_, turned, true).invent({1});
    EXPECT_TRUE(quoted.references.front().starts_with("« ")) << quoted.references.front();
    EXPECT_TRUE(quoted.source.starts_with("\"")) << quoted.source;
    bool known = false;
    for (const SentencePair &each : turned) {
        known = known || (quoted.source == "\"" + each.source + "\"" &&
                          quoted.references.front() == "« " + each.references.front() + " »");
    }
    EXPECT_TRUE(known) << quoted.source << " / " << quoted.references.front();
}

TEST_F(PatternsTest, refuseSlotsThatAreUnknownOrOnOneSideOnly) {
    EXPECT_EQ(refusal("{prix} ?", "{prix}?"),
              "The pattern '{prix} ?' has a slot {prix}, which is of no known kind.");
    EXPECT_EQ(refusal("{few} ans", "{few2} years"),
              "The pattern '{few} ans' has other slots than '{few2} years', expected the same.");
    EXPECT_EQ(refusal("{few} ans", "years"),
              "The pattern '{few} ans' has other slots than 'years', expected the same.");
    EXPECT_EQ(refusal("un {", "a {"), "accepted");
    EXPECT_THROW(Patterns({}, names_, corpus_, false), CorpusError);
}

TEST_F(PatternsTest, ofThisProgramGiveNormalisedPairs) {
    const auto file = support::dataFile("x").parent_path().parent_path().parent_path() /
                      "resources" / "corpus" / "patterns.tsv";
    const auto all = readCorpus(file, Columns::training, BadLines::refuse).pairs;
    EXPECT_GT(all.size(), 300U);
    const Patterns patterns(all, names_, corpus_, false);
    for (std::uint64_t i = 0; i < 3000; ++i) {
        const SentencePair pair = patterns.invent({1, i});
        const std::string &english = pair.references.front();
        EXPECT_EQ(normalize(pair.source, Language::french).text, pair.source);
        EXPECT_EQ(normalize(english, Language::other).text, english);
        EXPECT_EQ((pair.source + english).find_first_of("{}"), std::string::npos) << pair.source;
    }
}

/// What a kind of slot may look like in French and in English.
struct Form {
    const char *kind;
    const char *french;
    const char *english;
};
void PrintTo(const Form &form, std::ostream *out) {
    *out << form.kind;
}

class SlotTest : public PatternsTest, public testing::WithParamInterface<Form> {};

TEST_P(SlotTest, isWrittenAsItsLanguageWritesIt) {
    const Form &form = GetParam();
    const std::string slot = "{" + std::string(form.kind) + "}";
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < draws; ++seed) {
        const SentencePair pair = invent(slot, slot, seed);
        EXPECT_TRUE(std::regex_match(pair.source, std::regex(form.french))) << pair.source;
        EXPECT_TRUE(std::regex_match(pair.references.front(), std::regex(form.english)))
            << pair.references.front();
        seen.insert(pair.source);
    }
    EXPECT_GT(seen.size(), 4U);
}

INSTANTIATE_TEST_SUITE_P(
    All, SlotTest,
    testing::Values(Form{"large", "\\d{4,}|\\d{1,3}( \\d{3})+", "\\d{4,}|\\d{1,3}(,\\d{3})+"},
                    Form{"decimal", "\\d+,\\d+", "\\d+\\.\\d+"},
                    Form{"percent", "\\d+(,\\d+)? ?%", "[0-9.]+%"},
                    Form{"price", "[0-9 ]+(,\\d\\d)? ?(€|\\$|£)", "(€|\\$|£)[0-9,]+(\\.\\d\\d)?"},
                    Form{"time", "\\d{1,2}( h |h|:)\\d\\d", "\\d{1,2}:\\d\\d"},
                    Form{"hour", "\\d+( h|h| heures)", "([2-9]|1[0-2]) o'clock|(1[3-9]|2[0-3]):00"},
                    Form{"weekday", "[a-z]+di|dimanche", "[A-Z][a-z]+day"},
                    Form{"day", "(1er|[2-9]|[1-3]\\d) [a-zéû]+", "[A-Z][a-z]+ \\d{1,2}"},
                    Form{"date", "(1er|[2-9]|[1-3]\\d) [a-zéû]+ \\d{4}",
                         "[A-Z][a-z]+ \\d{1,2}, \\d{4}"},
                    Form{"numericdate",
                         "\\d\\d/\\d\\d(/\\d{4})?|\\d{4}-\\d\\d-\\d\\d|\\d\\d.\\d\\d.\\d{4}", ".*"},
                    Form{"measure", "\\d+(,\\d+)? ?[^0-9]+", "\\d+(\\.\\d+)? ?[^0-9]+"},
                    Form{"phone", "[0-9+. -]{8,}", "[0-9+. -]{8,}"},
                    Form{"mail", "[a-z0-9._-]+@[a-z-]+\\.[a-z]+", "[a-z0-9._-]+@[a-z-]+\\.[a-z]+"},
                    Form{"link", "(https?://)?(www\\.)?[a-z-]+\\.[a-z]+[^ ]*", "[^ ]+"},
                    Form{"code", "[A-Z0-9-]+", "[A-Z0-9-]+"}, Form{"letters", "[a-z]+", "[a-z]+"},
                    Form{"tag", "[@#][^ ]+", "[@#][^ ]+"}, Form{"emoji", "[^a-z]+", "[^a-z]+"},
                    Form{"foreign", "[^a-zA-Z]+", "[^a-zA-Z]+"}),
    [](const auto &info) { return std::string(info.param.kind); });

TEST_F(PatternsTest, copyWhatIsNoWordUnchanged) {
    for (const std::string kind : {"phone", "mail", "link", "tag", "code", "emoji", "foreign",
                                   "letters", "name", "numericdate", "age"}) {
        for (std::uint64_t seed = 0; seed < draws; ++seed) {
            const std::string slot = "{" + kind + "}";
            const SentencePair pair = invent(slot, slot, seed);
            EXPECT_EQ(pair.source, pair.references.front());
            EXPECT_FALSE(pair.source.empty());
        }
    }
}

}  // namespace
