// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/captions.h"

#include <gtest/gtest.h>

#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/scenes/generator.h"
#include "model/scenes/picture.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using evaluation::CaptionFigures;
using evaluation::figuresOf;
using scenes::Color;
using scenes::Form;
using scenes::Role;

scenes::Scene twoShapes() {
    return {
        false,
        {{Form::circle, Color::red, 0.08, 0.2, 0.2}, {Form::square, Color::blue, 0.16, 0.7, 0.7}}};
}

/// A trace as if a model had said this in words of one piece, looking at one cell for each.
Trace said(const std::vector<std::pair<std::string, int>> &words) {
    Trace trace;
    for (const auto &[word, cell] : words) {
        trace.translation += trace.translation.empty() || word == "." || word == "," ? "" : " ";
        const int begin = static_cast<int>(trace.translation.size());
        trace.translation += word;
        const int end = static_cast<int>(trace.translation.size());
        trace.target.push_back({300, word, {begin, end}, true, false});
        StepTrace step;
        step.weights = Row::Zero(picture::positions);
        step.weights(cell) = 0.75F;
        step.weights(63 - cell) += 0.25F;
        trace.steps.push_back(std::make_shared<const StepTrace>(std::move(step)));
    }
    return trace;
}

CaptionFigures figures(const Trace &trace) {
    return figuresOf(trace, twoShapes(), *scenes::Wording::of("en"));
}

TEST(CaptionFigures, TellWhatIsRight) {
    const CaptionFigures right = figures(said({{"A", 0},
                                               {"red", 9},
                                               {"circle", 9},
                                               {"above", 9},
                                               {"a", 0},
                                               {"blue", 45},
                                               {"square", 45},
                                               {".", 0}}));
    EXPECT_EQ(right.scenes, 1);
    EXPECT_EQ(right.right, 1);
    const CaptionFigures wrong = figures(said({{"A", 0},
                                               {"red", 9},
                                               {"circle", 9},
                                               {"below", 9},
                                               {"a", 0},
                                               {"blue", 45},
                                               {"square", 45},
                                               {".", 0}}));
    EXPECT_EQ(wrong.right, 0);
    EXPECT_EQ(wrong.relations, 0);
    EXPECT_EQ(wrong.objects + wrong.complete + wrong.skies + wrong.wellFormed, 4);
    const CaptionFigures noise = figures(said({{"red", 9}, {"red", 9}}));
    EXPECT_EQ(noise.scenes, 1);
    EXPECT_EQ(noise.wellFormed + noise.right + noise.skies, 0);
    CaptionFigures sum = right;
    sum += noise;
    EXPECT_EQ(sum.scenes, 2);
    EXPECT_EQ(sum.share(sum.right), 0.5);
}

TEST(CaptionFigures, MeasureTheAttentionOnWhatAWordSpeaksOf) {
    // The circle has its middle in cell 9 (B2), the square in 45 (F6); 54 (G7) mirrors 9.
    const Matrix shares = scenes::cellShares(twoShapes());
    const double ofCircle = static_cast<double>(shares(0, 9) / shares.row(0).maxCoeff());
    const double mirrored = static_cast<double>(shares(1, 18) / shares.row(1).maxCoeff());
    const CaptionFigures found = figures(said({{"A", 0},
                                               {"red", 9},
                                               {"circle", 63},
                                               {"above", 9},
                                               {"a", 0},
                                               {"blue", 45},
                                               {"square", 45},
                                               {".", 0}}));
    EXPECT_EQ(found.of(Role::color).words, 2);
    EXPECT_NEAR(found.of(Role::color).weight, 0.75 * ofCircle + 0.75 * 1 + 0.25 * mirrored, 1e-5);
    EXPECT_NEAR(found.of(Role::form).meanWeight(), 0.75 / 2, 1e-5) << "elsewhere for the circle";
    EXPECT_NEAR(found.of(Role::form).meanTouching(), 0.75 / 2, 1e-5);
    EXPECT_EQ(found.of(Role::relation).words, 1);
    EXPECT_GT(found.of(Role::relation).meanTouching(), 0.99) << "either shape counts";
    EXPECT_EQ(found.of(Role::size).words, 0);
    EXPECT_EQ(found.of(Role::size).meanWeight(), 0);
}

TEST(CaptionFigures, AreTheSameForAnyNumberOfThreads) {
    const auto drawn = scenes::firstScenes(scenes::Part::heldOut, 5);
    const auto model = support::tinyModel("tiny_caption");
    const CaptionFigures one = evaluation::measureCaptions(model, drawn, 1);
    const CaptionFigures three = evaluation::measureCaptions(model, drawn, 3);
    EXPECT_EQ(one.scenes, 5);
    EXPECT_EQ(one.wellFormed, three.wellFormed);
    EXPECT_EQ(one.right, 0) << "random weights";
    EXPECT_THROW(evaluation::measureCaptions(support::tinyModel(), drawn, 1), Error);
}

}  // namespace
