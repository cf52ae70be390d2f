// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/decoding/trace.h"

namespace model {

/// Numbers or texts under a name, row-major.
struct Array {
    using Floats = std::vector<float>;
    using Whole = std::vector<std::int32_t>;
    using Texts = std::vector<std::string>;  ///< UTF-8

    std::string name;
    std::vector<std::size_t> shape;
    std::variant<Floats, Whole, Texts> values;  ///< as many as the product of the shape
};

/// Everything that a trace knows in numbers, in the order in which it was computed; the page of
/// this room lists names and shapes. What a model does not have (the bottleneck has no scores) is
/// left out.
std::vector<Array> arraysOf(const Trace &trace);

}  // namespace model
