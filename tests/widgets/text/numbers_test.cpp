// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/numbers.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>
#include <cmath>
#include <cstring>
#include <limits>

namespace {

using namespace widgets;

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

/// A language that writes a comma.
class Comma : public QTranslator {
  public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override {
        const bool sign =
            std::strcmp(context, "widgets::Numbers") == 0 && std::strcmp(text, ".") == 0;
        return sign ? QStringLiteral(",") : QString();
    }
};

TEST(Numbers, haveTheDecimalsAndTheMinusOfTypography) {
    EXPECT_EQ(numberText(2.346, {}), QString("2.35"));
    EXPECT_EQ(numberText(-2.346, {.decimals = 1}), QString("−2.3"));
    EXPECT_EQ(numberText(17.6, {.decimals = 0}), QString("18"));
    EXPECT_EQ(numberText(notANumber, {}), QString("–"));
    EXPECT_EQ(numberText(-infinite, {}), QString("−∞"));
}

TEST(Numbers, haveNoSignWhereNothingIsLeft) {
    EXPECT_EQ(numberText(-0.004, {}), QString("0.00"));
    EXPECT_EQ(numberText(-0.0, {.decimals = 0}), QString("0"));
    EXPECT_EQ(numberText(0.004, {.sign = NumberSign::always}), QString("0.00"));
    EXPECT_EQ(numberText(0.006, {.sign = NumberSign::always}), QString("+0.01"));
    EXPECT_EQ(numberText(infinite, {.sign = NumberSign::always}), QString("+∞"));
}

TEST(Numbers, dropTheZeroInFrontOrThoseAtTheEnd) {
    EXPECT_EQ(numberText(0.54, {.leadingZero = false}), QString(".54"));
    EXPECT_EQ(numberText(-0.54, {.leadingZero = false}), QString("−.54"));
    EXPECT_EQ(numberText(1.54, {.leadingZero = false}), QString("1.54"));
    EXPECT_EQ(numberText(0.5, {.trimmed = true}), QString("0.5"));
    EXPECT_EQ(numberText(2, {.trimmed = true}), QString("2"));
    EXPECT_EQ(numberText(20, {.decimals = 0, .trimmed = true}), QString("20"));
}

TEST(Numbers, smallOnesKeepTwoDigitsWhereTheyAreExact) {
    EXPECT_EQ(exactText(0.83, 4), QString("0.8300"));
    EXPECT_EQ(exactText(0.00012, 4), QString("0.00012"));
    EXPECT_EQ(exactText(0.0000234, 4), QString("0.000023"));
    EXPECT_EQ(exactText(-0.0000234, 4), QString("−0.000023"));
    EXPECT_EQ(exactText(0.0000234, 4, NumberSign::always), QString("+0.000023"));
    EXPECT_EQ(exactText(0.000996, 3), QString("0.00100"));
    EXPECT_EQ(exactText(2.34e-12, 4), QString("2.3·10⁻¹²"));
    EXPECT_EQ(exactText(-2.34e-30, 4), QString("−2.3·10⁻³⁰"));
    EXPECT_EQ(exactText(0, 4), QString("0.0000"));
    EXPECT_EQ(exactText(3, 0), QString("3.0"));
    EXPECT_EQ(exactText(43.2, 0), QString("43"));
}

TEST(Numbers, haveOneDecimalSignWhateverTheSystemsLanguageIs) {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    EXPECT_EQ(decimalSign(), u'.');
    EXPECT_EQ(numberText(1234.5, {}), QString("1234.50"));
    QLocale::setDefault(before);
}

TEST(Numbers, haveTheDecimalSignOfTheLanguage) {
    int count = 1;
    char name[] = "numbers_test";
    char *arguments[] = {name, nullptr};
    const QCoreApplication application(count, arguments);
    Comma comma;
    ASSERT_TRUE(QCoreApplication::installTranslator(&comma));
    EXPECT_EQ(decimalSign(), u',');
    EXPECT_EQ(numberText(-2.346, {}), QString("−2,35"));
    EXPECT_EQ(weightText(0.544, 2), QString(",54"));
    EXPECT_EQ(shortWeight(0.544), QString(",54"));
    EXPECT_EQ(shortWeight(0.996), QString("1,0"));
    EXPECT_EQ(signedNumber(10.14, 2), QString("+10,14"));
    EXPECT_EQ(shareText(0.0004), QString("<,001"));
    EXPECT_EQ(percentage(0.0234), QString("2,3%"));
    EXPECT_EQ(percentage(1e-9), QString("<0,0001%"));
    EXPECT_EQ(shortestText(0.1F), QString("0,1"));
    EXPECT_EQ(exactText(2.34e-12, 4), QString("2,3·10⁻¹²"));
    QCoreApplication::removeTranslator(&comma);
    EXPECT_EQ(decimalSign(), u'.');
}

/// A language that writes a comma, never without a digit before it, and a space before "%".
class ZeroInFront : public QTranslator {
  public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override {
        if (std::strcmp(context, "widgets::Numbers") != 0)
            return {};
        return QString::fromUtf8(text).replace(".5", "0,5").replace('.', ',').replace("1%", "1 %");
    }
};

TEST(Numbers, keepTheirZeroAndStandOffThePercentWhereTheLanguageHasItSo) {
    int count = 1;
    char name[] = "numbers_test";
    char *arguments[] = {name, nullptr};
    const QCoreApplication application(count, arguments);
    ZeroInFront language;
    ASSERT_TRUE(QCoreApplication::installTranslator(&language));
    EXPECT_EQ(weightText(0.544, 2), QString("0,54"));
    EXPECT_EQ(shortWeight(0.544), QString("0,5"));
    EXPECT_EQ(shareText(0.0004), QString("<0,001"));
    EXPECT_EQ(percentage(0.0234), QString("2,3 %"));
    EXPECT_EQ(percentage(1e-9), QString("<0,0001 %"));
    EXPECT_EQ(percentage(0), QString("0 %"));
    QCoreApplication::removeTranslator(&language);
}

TEST(Numbers, aPowerOfTenHasTwoParts) {
    EXPECT_EQ(powerOfTen(-241000, 2).factor, QString("−2.41"));
    EXPECT_EQ(powerOfTen(-241000, 2).exponent, QString("5"));
    EXPECT_EQ(powerOfTen(0.00002, 1).factor, QString("2.0"));
    EXPECT_EQ(powerOfTen(0.00002, 1).exponent, QString("−5"));
    EXPECT_EQ(superscript(-120), QString("⁻¹²⁰"));
}

TEST(Numbers, areReadWithEitherDecimalSign) {
    EXPECT_EQ(readNumber("2.5"), 2.5);
    EXPECT_EQ(readNumber(" 2,5 "), 2.5);
    EXPECT_EQ(readNumber("−2,5"), -2.5);
    EXPECT_EQ(readNumber("3"), 3.0);
    for (const char *no : {"", "2.5.1", "2,5x", "x", "nan", "inf", "1 000"})
        EXPECT_FALSE(readNumber(no)) << no;
}

}  // namespace
