// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "widgets/inspector/formula.h"

// How numbers and symbols are written in formulas: HTML.
namespace widgets {

/// What formulas say in words.
struct Formula {
    Q_DECLARE_TR_FUNCTIONS(widgets::Formula)
};

/// Four significant digits, of powers three, and at most five decimals: "0.6301", "−12.30",
/// "2.41·10<sup>5</sup>".
QString mathNumber(double value);
/// The same in parentheses if it is negative: "2", "(−0.3)".
QString mathFactor(double value);
/// The fewest digits that read back as the same float, with the sign "−": "0.630124".
QString exactNumber(float value);
/// "1.3 + 0.2 − 0.5"
QString mathSum(const std::vector<double> &values);
/// "x" and a subscript.
QString indexed(const QString &symbol, const QString &index);
QString indexed(const QString &symbol, int index);
/// "α<sub>3,2</sub>", from indices that begin with 0.
QString indexed(const QString &symbol, int step, int source);
/// Without tags: "α_3,2", "10^5".
QString plainSymbol(const QString &html);

/// How many terms of a sum are written in a line.
inline constexpr int termsInLine = 3;
/// "1.31 + 0.92 − 0.44 + … (256 terms)": the largest terms of the sum of a part.
QString sumInLine(const FormulaPart &part);

/// The part of a vector: its first numbers, its length, and all of its components as terms.
FormulaPart vectorPart(const QString &kind, const QString &symbol, Role role,
                       const QString &formula, const QString &meaning);
/// Fills in the numbers of a vector.
void fillVector(FormulaPart &part, const float *values, long size);

}  // namespace widgets
