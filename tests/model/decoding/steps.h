// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "model/decoding/translation.h"

/// With an accent, a sign that is bytes, and punctuation after a blank.
inline constexpr const char *sentence = "Où dort le chat noir 🐈 ?";

/// Steps on to the end.
inline std::shared_ptr<const model::Trace> finish(model::Translation &translation) {
    while (!translation.finished()) {
        translation.step();
    }
    return translation.trace();
}

/// Every number of two steps is the same, to the last bit.
inline void expectSame(const model::StepTrace &a, const model::StepTrace &b) {
    EXPECT_EQ(a.previousId, b.previousId);
    EXPECT_EQ(a.previousEmbedding, b.previousEmbedding);
    EXPECT_EQ(a.query, b.query);
    EXPECT_EQ(a.scores, b.scores);
    EXPECT_EQ(a.weights, b.weights);
    EXPECT_EQ(a.context, b.context);
    EXPECT_EQ(a.cell.reset, b.cell.reset);
    EXPECT_EQ(a.cell.update, b.cell.update);
    EXPECT_EQ(a.cell.candidate, b.cell.candidate);
    EXPECT_EQ(a.cell.state, b.cell.state);
    EXPECT_EQ(a.readout, b.readout);
    EXPECT_EQ(a.candidates, b.candidates);
    EXPECT_EQ(a.entropy, b.entropy);
    EXPECT_EQ(a.weightsForced, b.weightsForced);
}

/// Every number of two translations is the same, to the last bit.
inline void expectSame(const model::Trace &a, const model::Trace &b) {
    ASSERT_EQ(a.targetLength(), b.targetLength());
    for (int i = 0; i < a.targetLength(); ++i) {
        expectSame(a.step(i), b.step(i));
    }
    EXPECT_EQ(a.choices, b.choices);
    EXPECT_EQ(a.interventions, b.interventions);
    EXPECT_EQ(a.target, b.target);
    EXPECT_EQ(a.translation, b.translation);
    EXPECT_EQ(a.ending, b.ending);
}
