// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "model/training/training_options.h"

namespace model::training {

/// Every number that decides the course of a run, except its length: a finished run may be
/// continued by asking for more epochs. `corpus` is a hash of what it learns from.
std::string fingerprint(const TrainingOptions &options, std::uint64_t corpus);

/// The precision of matrix products in the run that a fingerprint is of.
std::string precisionOf(const std::string &fingerprint);

}  // namespace model::training
