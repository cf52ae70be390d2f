// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "model/decoding/trace.h"
#include "model/numerics/tensor.h"

namespace model {

/// Members stay in the order in which they are added.
using Json = nlohmann::ordered_json;

/// Which numbers of a trace are written.
enum class Numbers {
    attention,  ///< scores and weights
    all,        ///< beside them "arrays", every number that there is; see arraysOf()
};

/// A translation: text, pieces with their ranges (UTF-8 bytes, half open), numbers. The page of
/// this room describes the members.
Json toJson(const Trace &trace, Numbers numbers);

/// A row as an array, each number with as many digits as a float needs; what JSON has no number
/// for, NaN and the infinities, is null.
Json toJson(const Row &row);

/// One line of text; bytes that are no UTF-8 become U+FFFD.
std::string lineOf(const Json &json);

}  // namespace model
