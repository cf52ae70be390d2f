// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/training/trainer.h"

namespace model::training {

/// Every number that decides the course of a run, except its length: a finished run may be
/// continued by asking for more epochs.
std::string fingerprint(const TrainingOptions &options, const std::vector<SentencePair> &pairs);

/// The precision of matrix products in the run that a fingerprint is of.
std::string precisionOf(const std::string &fingerprint);

}  // namespace model::training
