// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/inspector/formula.h"

namespace widgets {

/// Of a sum of terms in single precision.
constexpr double tolerance = 1e-4;

inline const FormulaPart *find(const std::vector<FormulaPart> &parts, const QString &kind) {
    for (const FormulaPart &part : parts)
        if (part.kind == kind)
            return &part;
    return nullptr;
}

inline double sumOf(const FormulaPart &part) {
    double sum = 0;
    for (const FormulaTerm &term : part.terms)
        sum += term.value;
    return sum;
}

}  // namespace widgets
