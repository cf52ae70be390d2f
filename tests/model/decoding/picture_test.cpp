// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as what is read: positions with places in it, the same decoder, the same trace.
#include <gtest/gtest.h>

#include "model/decoding/decoding.h"
#include "model/decoding/effects.h"
#include "model/decoding/encoder.h"
#include "model/decoding/posterior.h"
#include "model/decoding/search.h"
#include "model/error.h"
#include "model/scenes/generator.h"
#include "tests/model/decoding/steps.h"
#include "tests/support/traces.h"

namespace {

using model::scenes::Cell;

const auto &scenes() {
    static const auto drawn = model::scenes::firstScenes(model::scenes::Part::learned, 3);
    return drawn;
}

std::shared_ptr<const model::Trace> captioned(std::size_t scene,
                                              const model::Interventions &interventions = {}) {
    return model::translate({support::tinyModel("tiny_caption"),
                             model::scenes::toJson(scenes()[scene]), interventions});
}

TEST(PictureSource, PositionsAreTheCellsOfItsGrid) {
    const auto trace = captioned(0);
    const model::Source &source = trace->source;
    EXPECT_EQ(source.length(), 64);
    EXPECT_EQ(source.text(), model::scenes::toJson(scenes()[0]));
    ASSERT_NE(source.picture(), nullptr);
    EXPECT_EQ(*source.picture(), model::scenes::draw(scenes()[0]));
    EXPECT_EQ(source.label(0), "A1");
    EXPECT_EQ(source.label(63), "H8");
    EXPECT_EQ(source.cell(9), (Cell{0.125, 0.125, 0.125}));
    EXPECT_TRUE(source.place(9).empty()) << "no text stands for it";
    EXPECT_EQ(source.words().size(), 64U);
    for (int position = 0; position < 64; ++position) {
        EXPECT_FALSE(source.isEnd(position));
    }
    EXPECT_TRUE(source == source);
    EXPECT_FALSE(source == captioned(1)->source);
    const model::Source text = support::tinyTrace("chat")->source;
    EXPECT_EQ(text.picture(), nullptr);
    EXPECT_EQ(text.cell(0), Cell());
}

TEST(PictureEncoder, GivesAnAnnotationForEachCellAndPlaysNoPasses) {
    const auto trace = captioned(0);
    const model::EncoderTrace &encoder = *trace->encoder;
    const model::Configuration &c = trace->model->configuration();
    EXPECT_TRUE(encoder.passes.empty());
    ASSERT_EQ(encoder.features.size(), 3U);
    EXPECT_EQ(encoder.features[0].rows(), 32 * 32);
    EXPECT_EQ(encoder.features[2].rows(), 64);
    EXPECT_GE(encoder.features[1].minCoeff(), 0);
    EXPECT_EQ(encoder.annotations.rows(), 64);
    EXPECT_EQ(encoder.annotations.cols(), c.annotation());
    EXPECT_EQ(encoder.embeddings.cols(), c.embedding);
    const model::Row mean = encoder.annotations.colwise().mean();
    EXPECT_LT((model::sentenceSummary(encoder) - mean).cwiseAbs().maxCoeff(), 1e-6F);
    EXPECT_TRUE(trace->hasAttention());
    EXPECT_EQ(trace->step(0).weights.size(), 64);
}

TEST(PictureEncoder, TakesAnyPictureThatIsGivenAsPixels) {
    const auto model = support::tinyModel("tiny_caption");
    const auto drawn = captioned(0);
    const auto pixels = model::translate({model, model::scenes::toJson(*drawn->source.picture())});
    EXPECT_EQ(pixels->encoder->annotations.rows(), 64);
    // Rounded to bytes, it looks the same.
    EXPECT_LT((pixels->encoder->annotations - drawn->encoder->annotations).cwiseAbs().maxCoeff(),
              0.1F);
}

TEST(PictureEncoder, RefusesTexts) {
    const auto model = support::tinyModel("tiny_caption");
    EXPECT_THROW(model::translate({model, "Le chat dort."}), model::SentenceError);
    EXPECT_THROW(model::translate({model, ""}), model::SentenceError);
    EXPECT_THROW(model::encode(*model, support::tinyTrace("chat")->source), model::Error);
    // What reads texts takes a scene for one.
    EXPECT_NO_THROW(support::tinyTrace(model::scenes::toJson(model::scenes::Scene())));
}

TEST(PictureTranslation, IsMadeBySteps) {
    const auto whole = captioned(1);
    model::Translation translation(whole->model, whole->source.text());
    expectSame(*finish(translation), *whole);
    model::Translation resumed(*whole, 2);
    expectSame(*finish(resumed), *whole);
    const auto beam = model::hypotheses(whole->model, whole->source.text(), {.beam = 3});
    EXPECT_FALSE(beam.empty());
}

TEST(PictureTranslation, FollowsInterventions) {
    const auto free = captioned(2);
    model::Interventions decided;
    decided.every.attention = model::pin::Position{17};
    decided.annotations[5][2] = 0.5F;
    const auto pinned = captioned(2, decided);
    EXPECT_EQ(pinned->step(0).weights(17), 1);
    EXPECT_EQ(pinned->encoder->annotations(5, 2), 0.5F);
    EXPECT_NE(pinned->encoder->initial, free->encoder->initial) << "the mean annotation is another";
    EXPECT_EQ(model::stepsInCommon(*free, {free->model, free->source.text(), decided}), -1);
    decided.annotations.clear();
    EXPECT_EQ(model::stepsInCommon(*free, {free->model, free->source.text(), decided}), 0);
}

TEST(PictureTranslation, HasAPosteriorAndEffects) {
    const auto trace = captioned(0);
    const model::Posterior posterior = model::posteriorAttention(*trace);
    EXPECT_EQ(posterior.weights.cols(), 64);
    EXPECT_NEAR(posterior.weights.row(0).sum(), 1, 1e-4);
    EXPECT_EQ(model::attentionEffects(*trace).size(), trace->steps.size());
}

}  // namespace
