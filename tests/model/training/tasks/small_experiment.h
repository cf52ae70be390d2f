// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/tasks/experiment.h"

namespace tests {

/// One that takes a moment: every second letter of short words.
inline model::training::ExperimentOptions smallExperiment() {
    model::training::ExperimentOptions options;
    options.task = "second";
    options.longest = 6;
    options.size = model::training::TaskSize::small;
    options.learningRate = 0.01;
    options.pairs = 3000;
    options.batch = 100;
    options.heldOutPairs = 100;
    options.snapshotEvery = 10;
    return options;
}

}  // namespace tests
