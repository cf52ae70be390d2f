// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// How numbers are written in pictures and in sentences.
namespace widgets {

/// A weight with two decimals (".54", "1.00") or four ("0.0085"), as it is written into a cell.
QString weightText(double weight, int decimals);

/// A number up to 1 in no more than three characters: ".54", "1.0", ".00".
QString shortWeight(double weight);

/// A number as the picture shows it: two decimals, "0" for what rounds to nothing.
QString plainWeight(double weight);
/// "+10.14"
QString signedNumber(double value, int decimals);
/// Digits as Unicode subscripts: 7 → "₇".
QString subscript(int number);

/// A part of 1 in three decimals: "0.830", but "<.001" where they would not tell it from nothing.
QString shareText(double share);

/// A probability as it is written beside a bar: "91%", "2.3%", "0.04%", "<0.0001%".
QString percentage(double probability);

}  // namespace widgets
