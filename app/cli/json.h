// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "model/decoding/trace.h"
#include "model/numerics/tensor.h"

namespace cli {

using Json = nlohmann::ordered_json;

/// A row as an array, each number with as many digits as a float needs.
Json toJson(const model::Row &row);

/// A translation: the text, its pieces with their character ranges (UTF-8 bytes, half open), and
/// for each step the scores and weights over the source pieces.
Json toJson(const model::Trace &trace);

/// One line of text; bytes that are no UTF-8 become U+FFFD.
std::string line(const Json &json);

}  // namespace cli
