// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of each moment, compared with the numbers of the trace.
#include "widgets/viewpoint/narration.h"

#include <gtest/gtest.h>

#include <QRegularExpression>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/traces.h"

namespace {

using namespace widgets;

using TracePointer = std::shared_ptr<const model::Trace>;

TracePointer synthetic() {
    return support::syntheticTrace(4, 4, 1347, support::smallConfiguration());
}

/// The same with other weights at a step.
TracePointer weighing(const std::vector<float> &weights, int step) {
    auto copy = std::make_shared<model::Trace>(*synthetic());
    auto &place = copy->steps[static_cast<std::size_t>(step)];
    auto numbers = std::make_shared<model::StepTrace>(*place);
    for (std::size_t j = 0; j < weights.size(); ++j)
        numbers->weights[static_cast<Eigen::Index>(j)] = weights[j];
    place = numbers;
    return copy;
}

std::string told(const TracePointer &trace, const Moment &moment) {
    return narrate(*trace, moment).sentence.toStdString();
}

TEST(Narration, ReadingIsToldPieceByPiece) {
    const auto trace = synthetic();
    const std::string first = trace->source.label(0);
    const std::string second = trace->source.label(1);
    EXPECT_EQ(told(trace, {Stage::embed, 1, 1}),
              "Word piece 2, “" + second +
                  "”, is looked up in a table: its row there is its embedding, the vector that "
                  "stands for it.");
    EXPECT_EQ(told(trace, {Stage::forward, 0, 1}),
              "Reading begins: hidden state #1 is made of the first word piece, “" + first + "”.");
    EXPECT_EQ(told(trace, {Stage::forward, 1, 1}),
              "Hidden state #2 is made of hidden state #1 and word piece 2, “" + second + "”.");
    EXPECT_EQ(told(trace, {Stage::backward, 0, 1}),
              "A second reading goes from right to left: it begins with “end”.");
    EXPECT_EQ(
        told(trace, {Stage::backward, 3, 1}),
        "From right to left, hidden state #2 is made of hidden state #3 and “" + second + "”.");
}

TEST(Narration, TheRowOfTheTableIsThatOfThePiece) {
    const auto trace = synthetic();
    const std::string row = std::to_string(trace->source.token(2));
    const std::string more = narrate(*trace, {Stage::embed, 2, 1}).more.toStdString();
    EXPECT_NE(more.find("row " + row + " of "), std::string::npos) << more;
}

TEST(Narration, HowStronglyTheAttentionIsDividedIsToldByItsWeights) {
    const auto trace = synthetic();
    const auto label = [&](int j) { return trace->source.label(j); };
    const Moment moment{Stage::softmax, 2, 1};
    EXPECT_EQ(told(weighing({0.002F, 0.95F, 0.04F, 0.004F, 0.004F}, 2), moment),
              "To choose word piece 3, the decoder looks almost only at “" + label(1) + "” (95%).");
    EXPECT_EQ(told(weighing({0.3F, 0.05F, 0.6F, 0.03F, 0.02F}, 2), moment),
              "To choose word piece 3, the decoder looks mostly at “" + label(2) +
                  "” (60%), and at “" + label(0) + "” (30%).");
    EXPECT_EQ(told(weighing({0.3F, 0.1F, 0.4F, 0.1F, 0.1F}, 2), moment),
              "To choose word piece 3, the decoder looks at several words, most at “" + label(2) +
                  "” (40%) and “" + label(0) + "” (30%).");
    EXPECT_EQ(told(weighing({0.09F, 0.09F, 0.64F, 0.09F, 0.09F}, 2), moment),
              "To choose word piece 3, the decoder looks at many words, most at “" + label(2) +
                  "” (64%).");
}

TEST(Narration, TheContextIsToldByItsLargestParts) {
    const auto trace = synthetic();
    const auto label = [&](int j) { return trace->source.label(j); };
    const Moment moment{Stage::context, 2, 1};
    EXPECT_EQ(told(weighing({0.002F, 0.95F, 0.04F, 0.004F, 0.004F}, 2), moment),
              "The context vector is nearly the annotation of “" + label(1) + "”: 95% of it.");
    EXPECT_EQ(told(weighing({0.3F, 0.05F, 0.6F, 0.03F, 0.02F}, 2), moment),
              "The context vector is the sum of all annotations by their weights: 60% of “" +
                  label(2) + "”, 30% of “" + label(0) + "”, less of others.");
    EXPECT_EQ(told(weighing({0.09F, 0.09F, 0.64F, 0.09F, 0.09F}, 2), moment),
              "The context vector is the sum of all annotations by their weights: 64% of “" +
                  label(2) + "”, less of others.");
}

TEST(Narration, TheBestScoreAndTheWordAreThoseOfTheTrace) {
    const auto trace = support::tinyTrace("le chat dort");
    Eigen::Index best = 0;
    trace->step(0).scores.maxCoeff(&best);
    EXPECT_EQ(told(trace, {Stage::score, 0, 1}),
              "To choose word piece 1, the decoder compares its state with every annotation: “" +
                  trace->source.label(static_cast<int>(best)) + "” fits best.");
    const Narration choice = narrate(*trace, {Stage::word, 0, 1});
    const QString word = QString::fromStdString(model::displayText(trace->target[0]));
    EXPECT_TRUE(choice.sentence.startsWith(QStringLiteral("Word piece 1 is “%1”").arg(word)))
        << choice.sentence.toStdString();
    EXPECT_TRUE(choice.more.startsWith("The next best would have been “"))
        << choice.more.toStdString();
}

TEST(Narration, WithoutAttentionTheContextIsToldInstead) {
    const auto trace = support::tinyTrace("le chat dort", "tiny_bottleneck");
    const std::string sentence =
        "Without attention, the context of word piece 1 is that of every one: "
        "what the encoder ended with.";
    for (const Stage stage : {Stage::score, Stage::softmax, Stage::context})
        EXPECT_EQ(told(trace, {stage, 0, 1}), sentence);
}

TEST(Narration, TheEndIsToldAsAWhole) {
    const auto trace = synthetic();
    EXPECT_EQ(
        told(trace, lastMoment(extentOf(*trace))),
        "The translation is complete: for each of its 5 pieces, the decoder has looked at the "
        "sentence anew.");
    auto stopped = std::make_shared<model::Trace>(*trace);
    stopped->ending = model::Ending::length;
    EXPECT_EQ(told(stopped, lastMoment(extentOf(*trace))),
              "Decoding was stopped after 5 pieces, without having come to an end.");
    auto running = std::make_shared<model::Trace>(*trace);
    running->ending = model::Ending::running;
    EXPECT_NE(told(running, lastMoment(extentOf(*trace))),
              told(trace, lastMoment(extentOf(*trace))));
}

TEST(Narration, EveryMomentOfEveryModelIsToldAndNoneBeyond) {
    for (const char *model :
         {"tiny", "tiny_bottleneck", "tiny_general", "tiny_dot", "tiny_query"}) {
        const auto trace = support::tinyTrace("le chat dort", model);
        const Extent extent = extentOf(*trace);
        for (int i = 0; i < momentCount(extent); ++i) {
            const Moment moment = momentAt(i + 0.5, extent);
            const Narration narration = narrate(*trace, moment);
            EXPECT_FALSE(narration.sentence.isEmpty()) << model << i;
            EXPECT_FALSE(narration.sentence.contains('%') &&
                         narration.sentence.contains(QRegularExpression("%[1-9n]")))
                << narration.sentence.toStdString();
        }
        EXPECT_TRUE(narrate(*trace, {Stage::word, extent.steps, 0}).sentence.isEmpty());
        EXPECT_TRUE(narrate(*trace, {Stage::embed, extent.source, 0}).sentence.isEmpty());
    }
}

}  // namespace
