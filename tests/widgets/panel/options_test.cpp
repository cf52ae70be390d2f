// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/options.h"

#include <gtest/gtest.h>

#include <QJsonObject>
#include <limits>

namespace {

using widgets::restoredOptions;
using widgets::storedOptions;
using widgets::ValueName;

enum class Fruit { apple, pear };

struct Basket {
    bool open = true;
    double weight = 0.5;
    Fruit fruit = Fruit::apple;
    QStringList labels = {};
    bool operator==(const Basket &) const = default;

    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("open", options.open);
        names("weight", options.weight, 0.0, 1.0);
        names("fruit", options.fruit,
              std::array{ValueName{Fruit::apple, "apple"}, ValueName{Fruit::pear, "pear"}});
        names("labels", options.labels);
    }
};

const Basket chosen{
    .open = false, .weight = 0.25, .fruit = Fruit::pear, .labels = {"one", "two words"}};

TEST(Options, areStoredByName) {
    const QVariantMap expected{{"open", false},
                               {"weight", 0.25},
                               {"fruit", "pear"},
                               {"labels", QStringList{"one", "two words"}}};
    EXPECT_EQ(storedOptions(chosen), expected);
    EXPECT_EQ(restoredOptions<Basket>(storedOptions(chosen)), chosen);
}

TEST(Options, comeBackFromJson) {
    const QJsonObject json = QJsonObject::fromVariantMap(storedOptions(chosen));
    EXPECT_EQ(restoredOptions<Basket>(json.toVariantMap()), chosen);
}

TEST(Options, comeBackFromAFileThatHoldsAllAsText) {
    const QVariantMap map{
        {"open", "false"}, {"weight", "0.25"}, {"fruit", "pear"}, {"labels", "one"}};
    const Basket basket = restoredOptions<Basket>(map);
    EXPECT_FALSE(basket.open);
    EXPECT_EQ(basket.weight, 0.25);
    EXPECT_EQ(basket.fruit, Fruit::pear);
    EXPECT_EQ(basket.labels, QStringList{"one"});
}

TEST(Options, thatMeanNothingAreIgnored) {
    const auto ignored = [](const QString &name, const QVariant &value) {
        return restoredOptions<Basket>({{name, value}}) == Basket{};
    };
    EXPECT_TRUE(ignored("unknown", 3));
    EXPECT_TRUE(ignored("open", "no"));
    EXPECT_TRUE(ignored("open", 0));
    EXPECT_TRUE(ignored("open", QVariantList{false}));
    EXPECT_TRUE(ignored("weight", "heavy"));
    EXPECT_TRUE(ignored("weight", true));
    EXPECT_TRUE(ignored("weight", -0.1));
    EXPECT_TRUE(ignored("weight", 1.1));
    EXPECT_TRUE(ignored("weight", std::numeric_limits<double>::quiet_NaN()));
    EXPECT_TRUE(ignored("weight", "nan"));
    EXPECT_TRUE(ignored("fruit", "plum"));
    EXPECT_TRUE(ignored("fruit", 1));
    EXPECT_TRUE(ignored("labels", 3));
    EXPECT_TRUE(ignored("labels", QVariantList{"one", 2}));
}

TEST(Options, thatAreMissingAreAsUsual) {
    EXPECT_EQ(restoredOptions<Basket>({{"fruit", "pear"}}), Basket{.fruit = Fruit::pear});
}

}  // namespace
