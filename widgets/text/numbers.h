// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

// How numbers are written for readers: in pictures, captions, tool tips and to screen readers.
// Every real number goes through numberText(), so that the window has one decimal sign and one
// minus sign. For numbers that are taken away to be read by programs see table.h.
namespace widgets {

/// The decimal sign of the whole window: that of the language of its texts, whatever the system's.
/// A translation sets it by translating ".".
QChar decimalSign();

/// Which numbers have a sign. What is written as nothing but zeros has none.
enum class NumberSign {
    negative,  ///< "−0.41", "0.41"
    always,    ///< "−0.41", "+0.41"
};

/// How a number is written.
struct NumberStyle {
    int decimals = 2;
    /// How many digits from the first one that is not 0 are kept, whatever `decimals` says: with
    /// more decimals ("0.000023") or, of something tiny, with a power of ten ("2.3·10⁻¹²"). 0: what
    /// the decimals do not hold is rounded away.
    int significant = 0;
    NumberSign sign = NumberSign::negative;
    /// "0.54"; else, where there is hardly room, ".54" in languages that write so.
    bool leadingZero = true;
    bool trimmed = false;  ///< without zeros at the end: "0.5", "2"
};

/// A number for a reader; "–" for what is not a number.
QString numberText(double value, const NumberStyle &style);

/// An exact number as captions, tool tips and screen readers have it: so many decimals, but at
/// least two significant digits.
QString exactText(double value, int decimals, NumberSign sign = NumberSign::negative);

/// The fewest digits that read back as the same float.
QString shortestText(float value);

/// A number in two parts: "−2.41" and "5" for −241,000 with two decimals.
struct PowerOfTen {
    QString factor;
    QString exponent;
};
PowerOfTen powerOfTen(double value, int decimals);

/// A number as it was typed, with either decimal sign and either minus; nothing where it is none.
std::optional<double> readNumber(const QString &text);

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
/// Digits and minus as Unicode superscripts: −12 → "⁻¹²".
QString superscript(int number);

/// A part of 1 in three decimals: "0.830", but "<.001" where they would not tell it from nothing.
QString shareText(double share);

/// A probability as it is written beside a bar: "91%", "2.3%", "0.04%", "<0.0001%".
QString percentage(double probability);

/// The value that the strongest colours stand for, as a legend has it: "0.48".
QString limitText(double limit);

}  // namespace widgets
