// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "model/training/update.h"

namespace model::training {

/// All that a run needs to go on as if it had never stopped.
struct Checkpoint {
    TrainingState state;
    std::string sourceTokenizer;  ///< serialized
    std::string targetTokenizer;
    std::string fingerprint;  ///< of the corpora and the options that decide the course of a run
};

/// Writes it, whole or not at all. @throws CheckpointError
void writeCheckpoint(const Checkpoint &checkpoint, const std::filesystem::path &file);

/// Reads it. @throws CheckpointError if the file is damaged, or if its configuration or fingerprint
/// is another than expected.
Checkpoint readCheckpoint(const std::filesystem::path &file, const Configuration &expected,
                          const std::string &fingerprint);

}  // namespace model::training
