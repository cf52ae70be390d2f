// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "app/session/saved_session.h"
#include "model/file/json_value.h"
#include "model/model.h"

// The parts of a session as JSON.
namespace app {

/// What is written in "format".
inline constexpr std::string_view sessionFormat = "attention session 1";
/// Objects and arrays that may lie within each other; the format has nine.
inline constexpr std::size_t deepestSession = 24;

nlohmann::ordered_json sessionToJson(const SavedSession &session);

// Readers. @throws model::JsonError, whose message names the place

/// Checks the format, and reads which model it is.
SessionModel sessionModelFromJson(const model::JsonValue &top);
/// The whole, but for the interventions of what it is compared with; also throws
/// model::InterventionError, where a branch decides what the model cannot.
SavedSession sessionFromJson(const model::JsonValue &top, const model::Model &model);
/// These, which that model was given; also throws model::InterventionError.
model::Interventions pinnedFromJson(const model::JsonValue &top, const model::Model &model);

}  // namespace app
