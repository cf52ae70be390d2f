// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "model/training/update.h"

namespace model::training {

/// Everything that a run needs to go on as if it had never stopped.
struct Checkpoint {
    TrainingState state;
    std::string sourceTokenizer;  ///< serialized
    std::string targetTokenizer;
    std::string fingerprint;  ///< of the corpora and the options that decide the course of a run
};

/// Writes it, whole or not at all. @throws CheckpointError
void writeCheckpoint(const Checkpoint &checkpoint, const std::filesystem::path &file);

/// Reads it; the vocabulary sizes are those of its tokenizers, the other sizes those of
/// `configuration`. @throws CheckpointError if the file is damaged, or if its sizes or its
/// fingerprint differ from those expected (an empty fingerprint fits any).
Checkpoint readCheckpoint(const std::filesystem::path &file, const Configuration &configuration,
                          const std::string &fingerprint);

/// The fingerprint that a checkpoint was written with. @throws CheckpointError if it is damaged.
std::string readFingerprint(const std::filesystem::path &file);

}  // namespace model::training
