// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/decoding/intervention.h"
#include "model/error.h"
#include "model/model.h"

// Interventions as JSON, for files that people write and programs exchange. README.md in model/
// says what may stand in them.
namespace model {

/// What is written in "format".
inline constexpr std::string_view interventionFormat = "attention interventions 1";
/// Bytes: far beyond any interventions, and little enough to be read at once.
inline constexpr std::size_t longestInterventionText = std::size_t{1} << 24;

/// The text of a file, with a line break at its end. Numbers have as many digits as they need:
/// what is read again is the same to the last bit.
std::string interventionsToJson(const Interventions &interventions);

/// The interventions that a text holds; "words" become pieces of the model. `name` stands for the
/// text in messages.
/// @throws InterventionError, one sentence that names the place, unless the text is JSON of this
/// format and the model could make the interventions for some sentence
Interventions interventionsFromJson(std::string_view text, const Model &model,
                                    const std::string &name);

/// @throws InterventionError: those of this name cannot be used, and why.
[[noreturn]] void refuseInterventions(const std::string &name, const Message &problem);

}  // namespace model
