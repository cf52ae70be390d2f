// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace app {

/// The measured quality of both models for sentences of some length, as the model card has it.
struct MeasuredQuality {
    int from = 0;  ///< source words
    int to = 0;    ///< the last number that is meant
    int sentences = 0;
    double attentionBleu = 0;
    double attentionChrf = 0;  ///< chrF2
    double bottleneckBleu = 0;
    double bottleneckChrf = 0;
};

/// By length, the shortest first.
const std::vector<MeasuredQuality> &measuredQuality();

}  // namespace app
