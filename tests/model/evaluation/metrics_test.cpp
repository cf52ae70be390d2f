// SPDX-License-Identifier: GPL-3.0-or-later
// BLEU and chrF2 against tests/reference/metrics.py.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/error.h"
#include "model/evaluation/bleu.h"
#include "model/evaluation/chrf.h"
#include "model/evaluation/report.h"
#include "tests/support/traces.h"

namespace {

using namespace model::evaluation;
using Strings = std::vector<std::string>;

TEST(Metrics, agreeWithTheIndependentImplementation) {
    std::ifstream file(support::dataFile("metrics.json"));
    const auto cases = nlohmann::json::parse(file);
    ASSERT_GE(cases.size(), 9U);
    for (const auto &[name, expected] : cases.items()) {
        SCOPED_TRACE(name);
        const auto hypotheses = expected.at("hypotheses").get<Strings>();
        const auto references = expected.at("references").get<std::vector<References>>();
        for (std::size_t i = 0; i < hypotheses.size(); ++i) {
            EXPECT_EQ(tokenize13a(hypotheses[i]), expected.at("tokens")[i].get<Strings>());
        }
        const Bleu got = bleu(hypotheses, references);
        const auto &wanted = expected.at("bleu");
        EXPECT_NEAR(got.score, wanted.at("score").get<double>(), 1e-9);
        EXPECT_NEAR(got.brevityPenalty, wanted.at("penalty").get<double>(), 1e-12);
        EXPECT_EQ(got.hypothesisLength, wanted.at("hypothesisLength").get<long>());
        EXPECT_EQ(got.referenceLength, wanted.at("referenceLength").get<long>());
        if (wanted.contains("precisions")) {
            for (std::size_t n = 0; n < got.precisions.size(); ++n) {
                EXPECT_NEAR(got.precisions[n], wanted.at("precisions")[n].get<double>(), 1e-9);
            }
        }
        EXPECT_NEAR(chrf(hypotheses, references), expected.at("chrf").get<double>(), 1e-9);
    }
}

TEST(Metrics, tokensAreThoseOfMtevalV13a) {
    EXPECT_EQ(tokenize13a("It's 1,234.5, isn't it?"),
              (Strings{"It's", "1,234.5", ",", "isn't", "it", "?"}));
    EXPECT_EQ(tokenize13a("3-4 well-known (x)."),
              (Strings{"3", "-", "4", "well-known", "(", "x", ")", "."}));
    EXPECT_EQ(tokenize13a("&quot;a&amp;b&quot;\u00a0c"), (Strings{"\"", "a", "&", "b", "\"", "c"}));
    EXPECT_TRUE(tokenize13a(" \u3000 ").empty());
}

TEST(Metrics, signaturesNameTheReferences) {
    const std::vector<References> one{{"a"}, {"b"}};
    const std::vector<References> mixed{{"a"}, {"b", "c"}};
    EXPECT_EQ(bleuSignature(one), "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp");
    EXPECT_EQ(bleuSignature(mixed), "nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp");
    EXPECT_EQ(chrfSignature(mixed), "nrefs:var|case:mixed|eff:yes|nc:6|nw:0|space:no");
}

TEST(Metrics, aBleuOfZeroIsExplained) {
    const auto reason = [](const Strings &hypotheses, const References &references) {
        return reasonForZero(bleu(hypotheses, std::vector(hypotheses.size(), references)))
            .value_or("none");
    };
    EXPECT_EQ(reason({"a b c d"}, {"a b c e"}), "none");
    EXPECT_TRUE(reason({"a b c"}, {"a b c"})
                    .starts_with("BLEU is 0 because no translation is 4 words long"));
    EXPECT_TRUE(reason({"a"}, {"a"}).starts_with("BLEU is 0 because no translation is 2 words"));
    EXPECT_TRUE(reason({"a b c d"}, {"x"}).starts_with("BLEU is 0 because no translation has a"));
    EXPECT_EQ(reason({""}, {"x"}), "BLEU is 0 because the translations hold no word.");
}

TEST(Metrics, unequalNumbersAreRefused) {
    const Strings two{"a", "b"};
    const std::vector<References> one{{"a"}};
    const std::vector<References> withoutReference{{"a"}, {}};
    EXPECT_THROW(bleu(two, one), model::Error);
    EXPECT_THROW(chrf(two, withoutReference), model::Error);
    EXPECT_THROW(makeReport(Strings{"x"}, two, withoutReference), model::Error);
}

TEST(Report, everySentenceCountsInOneBucketByItsWords) {
    EXPECT_EQ(countWords("Qui a mangé la pomme rouge ?"), 6);
    EXPECT_EQ(countWords("« Où ? » - À 8 h !"), 4);
    EXPECT_EQ(countWords(" ... "), 0);

    const auto sentence = [](int words) {
        std::string text = "mot";
        for (int i = 1; i < words; ++i) {
            text += " mot";
        }
        return text + " .";
    };
    const Strings sources{"?", sentence(1), sentence(5), sentence(6), sentence(31), sentence(90)};
    const Strings translations{"a b c d", "a b c d", "x", "e f g h", "i j k l", "m n o p"};
    const std::vector<References> references{{"a b c d"}, {"a b c d"}, {"y"},
                                             {"e f g h"}, {"i j k l"}, {"m n o z"}};
    const Report report = makeReport(sources, translations, references);
    ASSERT_EQ(report.byLength.size(), 6U);
    EXPECT_EQ(report.sentences, 6);
    EXPECT_EQ(report.byLength[0].sentences, 3);
    EXPECT_EQ(report.byLength[1].sentences, 1);
    EXPECT_EQ(report.byLength[2].sentences, 0);
    EXPECT_EQ(report.byLength[5].sentences, 2);
    EXPECT_DOUBLE_EQ(report.byLength[1].bleu, 100);
    EXPECT_DOUBLE_EQ(report.byLength[2].bleu, 0);
    EXPECT_LT(report.byLength[5].bleu, 90);
    EXPECT_GT(report.byLength[5].bleu, 10);
}

}  // namespace
