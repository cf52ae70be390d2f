// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenes/caption.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "model/scenes/generator.h"
#include "model/scenes/picture.h"

namespace {

using namespace model::scenes;

const Wording &english() {
    return *Wording::of("en");
}

/// A small red circle above a large blue square, at night; a yellow star in front of the square.
Scene threeShapes() {
    return {true,
            {{Form::circle, Color::red, 0.08, 0.3, 0.2},
             {Form::square, Color::blue, 0.16, 0.4, 0.6},
             {Form::star, Color::yellow, 0.11, 0.55, 0.65}}};
}

Verdict verdictOn(const std::string &caption, const Scene &scene = threeShapes()) {
    const auto statement = parse(caption, english());
    EXPECT_TRUE(statement) << caption;
    return statement ? judge(*statement, scene) : Verdict();
}

TEST(CaptionGrammar, ReadsWhatACaptionSays) {
    const auto said = parse(
        "At night, there is a small red circle to the left of a blue square, "
        "and an orange star.",
        english());
    ASSERT_TRUE(said);
    EXPECT_EQ(said->mentions, (std::vector<Mention>{{Form::circle, Color::red, SizeWord::small},
                                                    {Form::square, Color::blue, {}},
                                                    {Form::star, Color::orange, {}}}));
    EXPECT_EQ(said->claims, (std::vector<Claim>{{0, Relation::left, 1}}));
    EXPECT_EQ(said->night, true);
}

TEST(CaptionGrammar, SaysWhichWordSpeaksOfWhat) {
    const std::string caption = "A small red circle above a blue square, by day.";
    const auto said = parse(caption, english());
    ASSERT_TRUE(said);
    std::vector<std::tuple<std::string, Role, std::vector<int>>> found;
    for (const Reference &reference : said->references) {
        found.emplace_back(
            caption.substr(static_cast<std::size_t>(reference.range.begin),
                           static_cast<std::size_t>(reference.range.end - reference.range.begin)),
            reference.role, reference.mentions);
    }
    const decltype(found) expected{
        {"A", Role::article, {0}},   {"small", Role::size, {0}},        {"red", Role::color, {0}},
        {"circle", Role::form, {0}}, {"above", Role::relation, {0, 1}}, {"a", Role::article, {1}},
        {"blue", Role::color, {1}},  {"square", Role::form, {1}},       {"by day", Role::sky, {}}};
    EXPECT_EQ(found, expected);
}

TEST(CaptionGrammar, ReadsFrench) {
    const std::string caption =
        "La nuit, il y a une grosse étoile verte au-dessus d'un carré violet, et une croix orange.";
    const auto said = parse(caption, *Wording::of("fr"));
    ASSERT_TRUE(said);
    EXPECT_EQ(said->mentions, (std::vector<Mention>{{Form::star, Color::green, SizeWord::large},
                                                    {Form::square, Color::purple, {}},
                                                    {Form::cross, Color::orange, {}}}));
    EXPECT_EQ(said->claims, (std::vector<Claim>{{0, Relation::above, 1}}));
    EXPECT_EQ(said->night, true);
    EXPECT_FALSE(parse("Un étoile verte.", *Wording::of("fr"))) << "an article of the other gender";
    EXPECT_FALSE(parse(caption, english()));
}

TEST(CaptionGrammar, RefusesWhatIsNoCaption) {
    for (const char *text :
         {"", ".", "A red.", "A circle red.", "A red circle", "A red circle. ",
          "A red circle above.", "A red circle above a blue square above a green star.",
          "A red circlea blue square.", "A orange star.", "At night a red star.",
          "At night, a red star, at night.", "A red star, at night, and a blue cross.",
          "A red star and.", "redA red star."}) {
        EXPECT_FALSE(parse(text, english())) << text;
    }
    EXPECT_FALSE(Wording::of("de"));
}

/// Reading back what is written, in each language.
class WrittenCaptions : public testing::TestWithParam<const char *> {};

TEST_P(WrittenCaptions, AreRightAndVary) {
    const Wording &wording = *Wording::of(GetParam());
    std::set<std::string> texts;
    std::array<int, relationCount> relations{};
    int night = 0;
    for (std::uint64_t i = 0; i < 500; ++i) {
        model::Random random{i};
        const Scene scene = drawScene(random, i % 2 == 0 ? Part::learned : Part::combinations);
        const std::string caption = describe(scene, wording, random);
        texts.insert(caption);
        const auto said = parse(caption, wording);
        ASSERT_TRUE(said) << caption;
        const Verdict verdict = judge(*said, scene);
        EXPECT_TRUE(verdict.right()) << caption << ' ' << toJson(scene);
        for (const Claim &claim : said->claims) {
            ++relations[static_cast<std::size_t>(claim.relation)];
        }
        night += said->night.value_or(false) ? 1 : 0;
    }
    EXPECT_GT(texts.size(), 450U);
    EXPECT_GT(*std::ranges::min_element(relations), 10);
    EXPECT_GT(night, 100);
}
INSTANTIATE_TEST_SUITE_P(Languages, WrittenCaptions, testing::Values("en", "fr"));

TEST(CaptionGrammar, WritesOneSceneInManyWays) {
    std::set<std::string> texts;
    for (std::uint64_t i = 0; i < 100; ++i) {
        model::Random random{i};
        texts.insert(describe(threeShapes(), english(), random));
    }
    EXPECT_GT(texts.size(), 40U);
}

TEST(CaptionGrammar, TellsWhatStandsInARowInItsOrder) {
    for (std::uint64_t i = 0; i < 100; ++i) {
        model::Random random{i};
        const std::string caption = describe(threeShapes(), english(), random);
        const auto said = parse(caption, english());
        ASSERT_TRUE(said) << caption;
        const bool backwards = caption.find("here is") != std::string::npos;
        EXPECT_EQ(judge(*said, threeShapes()).shapes,
                  backwards ? (std::vector<int>{2, 1, 0}) : (std::vector<int>{0, 1, 2}))
            << caption;
    }
}

TEST(CaptionVerdict, IsRightOnlyWhereEverythingIs) {
    const std::string right =
        "A small red circle above a blue square, and a yellow star, at night.";
    EXPECT_TRUE(verdictOn(right).right());
    EXPECT_EQ(verdictOn(right).shapes, (std::vector<int>{0, 1, 2}));
    const Verdict color = verdictOn("A red circle above a green square, and a yellow star.");
    EXPECT_FALSE(color.objects);
    EXPECT_FALSE(color.relations) << "there is no green square that anything could be above";
    EXPECT_EQ(color.shapes, (std::vector<int>{0, -1, 2}));
    const Verdict missing = verdictOn("A red circle above a blue square.");
    EXPECT_TRUE(missing.objects && missing.relations);
    EXPECT_FALSE(missing.complete || missing.right());
    const Verdict twice =
        verdictOn("A red circle and a blue square, and a yellow star and a blue square.");
    EXPECT_FALSE(twice.objects);
    EXPECT_FALSE(verdictOn("A large red circle and a blue square, and a yellow star.").objects);
    EXPECT_FALSE(verdictOn("A red circle below a blue square, and a yellow star.").relations);
    const Verdict day = verdictOn("A red circle and a blue square, and a yellow star, by day.");
    EXPECT_FALSE(day.sky || day.right());
    EXPECT_TRUE(day.relations && day.complete && day.objects);
}

TEST(CaptionVerdict, FindsTheShapesForWhichTheMostIsTrue) {
    const Scene twins{false,
                      {{Form::star, Color::red, 0.1, 0.2, 0.8},
                       {Form::star, Color::red, 0.1, 0.8, 0.2},
                       {Form::cross, Color::blue, 0.1, 0.5, 0.5}}};
    const Verdict verdict = verdictOn("A blue cross below a red star, and a red star.", twins);
    EXPECT_EQ(verdict.shapes, (std::vector<int>{2, 1, 0}));
    EXPECT_TRUE(verdict.right());
}

TEST(CaptionVerdict, RelationsAreThoseOfMiddlesAndOfTheOrderOfDrawing) {
    const Scene scene = threeShapes();
    EXPECT_TRUE(isTrue(Relation::above, scene, 0, 1));
    EXPECT_FALSE(isTrue(Relation::below, scene, 0, 1));
    EXPECT_TRUE(isTrue(Relation::below, scene, 1, 0));
    EXPECT_TRUE(isTrue(Relation::left, scene, 0, 1));
    EXPECT_TRUE(isTrue(Relation::right, scene, 2, 1));
    EXPECT_TRUE(isTrue(Relation::inFront, scene, 2, 1));
    EXPECT_TRUE(isTrue(Relation::behind, scene, 1, 2));
    EXPECT_FALSE(isTrue(Relation::inFront, scene, 1, 2));
    EXPECT_FALSE(isTrue(Relation::inFront, scene, 1, 0)) << "they do not overlap";
    Scene level = scene;
    level.shapes[1].y = level.shapes[0].y + 0.03;
    EXPECT_FALSE(isTrue(Relation::above, level, 0, 1)) << "not clearly";
}

TEST(ShownCells, AreThoseOfWhatIsNamed) {
    const Scene scene = threeShapes();
    const auto said = parse("A yellow star in front of a blue square, and a red star.", english());
    ASSERT_TRUE(said);
    const Verdict verdict = judge(*said, scene);
    const model::Matrix shares = cellShares(scene);
    const auto shown = [&](std::size_t reference) {
        return shownCells(said->references[reference], verdict, shares);
    };
    EXPECT_EQ(shown(0).maxCoeff(), 1);
    EXPECT_EQ(shown(0), model::Row(shares.row(2) / shares.row(2).maxCoeff()));
    const model::Row both = shares.row(1) + shares.row(2);
    EXPECT_EQ(shown(3), model::Row(both / both.maxCoeff()));
    EXPECT_EQ(said->references.back().role, Role::form);
    EXPECT_EQ(shown(said->references.size() - 1).maxCoeff(), 0) << "there is no red star";
}

}  // namespace
