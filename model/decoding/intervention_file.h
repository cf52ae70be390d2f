// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "model/decoding/intervention_json.h"

namespace model {

/// The interventions that a file of JSON holds. @throws InterventionError as
/// interventionsFromJson(), also if the file cannot be read
Interventions readInterventions(const std::filesystem::path &file, const Model &model);
/// Writes a file, whole or not at all: see OutputFile. @throws InterventionError
void writeInterventions(const Interventions &interventions, const std::filesystem::path &file);

}  // namespace model
