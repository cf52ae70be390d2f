// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/file_name.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QTemporaryDir>

namespace {

std::string file(const char *typed, const char *suffix = "svg") {
    return widgets::figureFile(typed, suffix).toStdString();
}

}  // namespace

TEST(FigureName, GetsTheSuffixThatItLacks) {
    EXPECT_EQ(file("figure"), "figure.svg");
    EXPECT_EQ(file("/tmp/figure"), "/tmp/figure.svg");
    EXPECT_EQ(file("figure v1.2"), "figure v1.2.svg");
    EXPECT_EQ(file("M. Dupont"), "M. Dupont.svg");
    EXPECT_EQ(file("v1."), "v1.svg");
    EXPECT_EQ(file("v1..."), "v1.svg");
    EXPECT_EQ(file("figure v1.2", ""), "figure v1.2") << "where no format was chosen";
}

TEST(FigureName, KeepsTheSuffixThatItHas) {
    EXPECT_EQ(file("figure.png"), "figure.png");
    EXPECT_EQ(file("figure.v2.PDF"), "figure.v2.PDF");
    EXPECT_EQ(file(".hidden.png"), ".hidden.png");
    // Of another kind of picture: to be refused, not to become "figure.jpg.svg".
    EXPECT_EQ(file("figure.jpg"), "figure.jpg");
    EXPECT_EQ(file("figure.WEBP"), "figure.WEBP");
}

TEST(FigureName, IsWithoutTheBlanksAroundIt) {
    EXPECT_EQ(file(" a.svg "), "a.svg");
    EXPECT_EQ(file("a \t"), "a.svg");
    EXPECT_EQ(file("a.svg ", ""), "a.svg");
    EXPECT_EQ(file("  "), "");
}

TEST(FigureName, MayBeginInTheHomeFolder) {
    EXPECT_EQ(file("~/alignement"), QDir::homePath().toStdString() + "/alignement.svg");
    EXPECT_EQ(file("~/a.png", ""), QDir::homePath().toStdString() + "/a.png");
    EXPECT_EQ(file("~a"), "~a.svg");
    EXPECT_EQ(file("a~"), "a~.svg");
}

TEST(FigureName, StaysThatOfAFolder) {
    const QTemporaryDir folder;
    EXPECT_EQ(widgets::figureFile(folder.path(), "png"), folder.path());
    EXPECT_EQ(file("folder/"), "folder/");
    EXPECT_EQ(file("~"), QDir::homePath().toStdString());
}

TEST(FigureSuffix, IsOnlyOneOfAFormat) {
    EXPECT_EQ(widgets::figureSuffix("a.PNG"), "png");
    EXPECT_EQ(widgets::figureSuffix("a.svg.pdf"), "pdf");
    for (const char *name : {"a", "a.", "a.2", "a.svg.2", "a.jpg", "png", ""}) {
        EXPECT_TRUE(widgets::figureSuffix(name).isEmpty()) << name;
    }
}
