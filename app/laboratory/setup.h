// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <string>
#include <vector>

#include "model/training/tasks/experiment.h"

namespace app {

/// What is to be learned in the laboratory, and how.
struct LaboratorySetup {
    enum class Models { both, attention, bottleneck };

    std::string task = "numbers";  ///< its name; ownPairs: the pairs of a file
    QString file;                  ///< of the user's own pairs
    Models models = Models::both;  ///< that learn, side by side
    model::training::TaskSize size = model::training::TaskSize::medium;
    double learningRate = 0.002;  ///< the highest
    bool guided = true;           ///< attention is shown where letters come from
    std::uint64_t seed = 1;
    long pairs = 80'000;  ///< to be learned from

    bool operator==(const LaboratorySetup &) const = default;

    static constexpr const char *ownPairs = "pairs";
    /// Whether both learn the same.
    bool isSameTask(const LaboratorySetup &other) const {
        return task == other.task && (task != ownPairs || file == other.file);
    }
};

/// What a user calls a task: "Number → digits", in the language of the moment.
QString taskTitle(const std::string &task);

/// The same in a word, for names: "numbers".
QString taskName(const std::string &task);

/// The task. @throws model::CorpusError where the file cannot be read or holds what is no pair
model::training::Task taskOf(const LaboratorySetup &setup);

/// The options of each model that is to learn, that with attention first.
std::vector<model::training::ExperimentOptions> experimentsOf(const LaboratorySetup &setup);

}  // namespace app
