// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "widgets/unrolled/geometry.h"

namespace widgets {

/// The picture of a model like the one built in.
inline UnrolledInput inputOf(int source, int steps, QSizeF viewport, double zoom = 1,
                             bool backward = true) {
    UnrolledInput input;
    input.source = source;
    input.steps = steps;
    input.embedding = 256;
    input.encoder = 256;
    input.annotation = backward ? 512 : 256;
    input.decoder = 512;
    input.backward = backward;
    input.viewport = viewport;
    input.zoom = zoom;
    return input;
}

/// Each of these lengths (source, steps) in each size, at every zoom (0 is the fitting one), with
/// and without a backward direction.
inline std::vector<UnrolledGeometry> casesOf(const std::vector<std::pair<int, int>> &lengths,
                                             const std::vector<QSizeF> &sizes) {
    std::vector<UnrolledGeometry> all;
    for (const auto &[source, steps] : lengths)
        for (const QSizeF size : sizes)
            for (const double zoom : {0.0, 1.0, 3.0})
                for (const bool backward : {true, false})
                    all.emplace_back(inputOf(source, steps, size, zoom, backward));
    return all;
}

inline std::string nameOf(const UnrolledGeometry &geometry) {
    const UnrolledInput &input = geometry.input();
    return "S " + std::to_string(input.source) + ", T " + std::to_string(input.steps) + ", width " +
           std::to_string(input.viewport.width()) + ", zoom " + std::to_string(input.zoom) +
           (input.backward ? "" : ", one direction");
}

}  // namespace widgets
