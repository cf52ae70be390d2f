// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/training/trainer.h"

namespace cli {

/// A precision of matrix products, and why it was taken: for a person to read.
struct ChosenPrecision {
    std::string name;
    std::string reason;
};

/// For a run that was not told its precision: that of the checkpoint which it goes on from, and
/// otherwise the one that one second of measurement finds faster. @throws CheckpointError
ChosenPrecision choosePrecision(const model::training::TrainingOptions &options);

/// Sets the matrix products of the precision that was told, or else chosen, which is printed with
/// the reason; notes it in the options. @throws UsageError, CheckpointError
void setPrecision(const std::string &told, model::training::TrainingOptions &options);

}  // namespace cli
