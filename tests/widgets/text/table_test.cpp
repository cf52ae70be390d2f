// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/table.h"

#include <gtest/gtest.h>

#include <QLocale>
#include <QStringList>
#include <limits>
#include <stdexcept>

namespace {

using namespace widgets;

Table oneOfEach() {
    Table table("example");
    table.add("word", TextCells{"chat", "noir"});
    table.add("row", WholeCells{7, std::nullopt});
    table.add("α", FloatCells{0.1F, std::nullopt});
    table.add("distance", DoubleCells{0.1, -2e-7});
    return table;
}

TEST(Table, knowsItsShapeAndTheKindsOfItsColumns) {
    const Table table = oneOfEach();
    EXPECT_EQ(table.name(), QString("example"));
    EXPECT_EQ(table.shape(), (TableShape{2, 4}));
    EXPECT_FALSE(table.empty());
    EXPECT_TRUE(std::holds_alternative<WholeCells>(table.columns()[1].cells));
    EXPECT_EQ(std::get<FloatCells>(table.columns()[2].cells)[0], 0.1F);
    EXPECT_EQ(table, oneOfEach());
    EXPECT_EQ(Table("none").shape(), (TableShape{0, 0}));
    EXPECT_TRUE(Table("none").empty());
}

TEST(Table, hasColumnsOfOneLength) {
    Table table = oneOfEach();
    EXPECT_THROW(table.add("more", TextCells{"one"}), std::invalid_argument);
    EXPECT_EQ(table, oneOfEach());
}

TEST(Table, isWrittenWithTabs) {
    EXPECT_EQ(tsv(oneOfEach()),
              QString("word\trow\tα\tdistance\nchat\t7\t0.1\t0.1\nnoir\t\t\t-2e-07"));
    EXPECT_EQ(tsv(Table("none")), QString());
    EXPECT_EQ(tsv(std::vector{oneOfEach(), oneOfEach()}),
              tsv(oneOfEach()) + "\n\n" + tsv(oneOfEach()));
    EXPECT_EQ(tsv(std::vector<Table>()), QString());
}

TEST(Table, aCellNeverEndsARowOrAColumnOfTabs) {
    Table table;
    table.add("a\tb", TextCells{QString("1\t2\n3\r4\v5\f6") + QChar(0x2028) + QChar(0x85) + "7"});
    table.add("c", TextCells{"say \"no\", please"});
    EXPECT_EQ(tsv(table), QString("a b\tc\n1 2 3 4 5 6  7\tsay \"no\", please"));
}

TEST(Table, isWrittenWithCommasAsTheStandardHasThem) {
    Table table;
    table.add("→h, unit", TextCells{"plain", "say \"no\"", "a,b", "two\nlines", " kept "});
    table.add("n", WholeCells{1, 2, 3, 4, std::nullopt});
    EXPECT_EQ(csv(table), QString("\"→h, unit\",n\r\nplain,1\r\n\"say \"\"no\"\"\",2\r\n"
                                  "\"a,b\",3\r\n\"two\nlines\",4\r\n kept ,\r\n"));
    EXPECT_EQ(csv(Table()), QString());
}

TEST(Table, digitsReadBackAsTheSameNumberAndAreNoMoreThanThat) {
    EXPECT_EQ(exactDigits(0.1F), QString("0.1"));
    EXPECT_EQ(exactDigits(0.1), QString("0.1"));
    EXPECT_EQ(exactDigits(1.0 / 3), QString("0.3333333333333333"));
    EXPECT_EQ(exactDigits(1.0F / 3), QString("0.33333334"));
    for (const float value : {0.123456789F, -1e-30F, 3.4e38F, 1e-45F, 16777216.0F})
        EXPECT_EQ(exactDigits(value).toFloat(), value);
    for (const double value : {0.1 + 0.2, -1e-300, 1.7e308})
        EXPECT_EQ(exactDigits(value).toDouble(), value);
    EXPECT_EQ(exactDigits(-std::numeric_limits<float>::quiet_NaN()), QString("nan"));
    EXPECT_EQ(exactDigits(-std::numeric_limits<double>::infinity()), QString("-inf"));
}

TEST(Table, aFloatAmongDoublesKeepsItsDigits) {
    for (const float value : {0.1F, 0.630124F, -1e-30F}) {
        EXPECT_EQ(exactDigits(widened(value)), exactDigits(value));
        EXPECT_EQ(static_cast<float>(widened(value)), value);
    }
}

TEST(Table, hasAPointWhateverTheSystemsLanguageIs) {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    EXPECT_EQ(csv(oneOfEach()),
              QString("word,row,α,distance\r\nchat,7,0.1,0.1\r\nnoir,,,-2e-07\r\n"));
    QLocale::setDefault(before);
}

}  // namespace
