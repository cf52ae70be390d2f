// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/arrival.h"

#include <gtest/gtest.h>

#include "model/decoding/search.h"
#include "tests/model/training/tasks/small_experiment.h"
#include "tests/support/traces.h"

namespace {

using widgets::Arrival;
using widgets::arrivalOf;

TEST(Arrival, everythingOfAnotherModelIsNew) {
    const auto one = support::tinyTrace("Le chat dort.");
    const auto other = support::tinyTrace("Le chat dort.", "tiny_bottleneck");
    EXPECT_EQ(arrivalOf(*one, *other), (Arrival{0, 0, 0}));
    EXPECT_EQ(arrivalOf(*one, *one), Arrival()) << "and nothing of the same";
}

TEST(Arrival, ofAModelThatHasLearnedMoreOnlyWhatItSaysOtherwiseIsNew) {
    model::training::Experiment experiment(tests::smallExperiment());
    const auto before = model::translate(experiment.latest()->model, "fleur");
    experiment.step();
    const auto after = model::translate(experiment.takeSnapshot()->model, "fleur");
    EXPECT_NE(before->model, after->model);
    const Arrival arrival = arrivalOf(*before, *after);
    EXPECT_GE(arrival.source, after->sourceLength()) << "the letters are the same";
    auto options = tests::smallExperiment();
    options.architecture = model::Architecture::bottleneck;
    const auto twin =
        model::translate(model::training::Experiment(options).latest()->model, "fleur");
    EXPECT_EQ(arrivalOf(*before, *twin), (Arrival{0, 0, 0}));
}

}  // namespace
