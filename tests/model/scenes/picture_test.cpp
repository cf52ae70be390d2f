// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenes/picture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/error.h"
#include "model/scenes/cells.h"
#include "model/scenes/generator.h"
#include "model/text/words.h"

namespace {

using namespace model::scenes;
using model::Matrix;

/// The pixel at a place of a picture.
Rgb pixel(const Picture &picture, double x, double y) {
    const auto row = static_cast<long>(y * 64) * 64 + static_cast<long>(x * 64);
    return {picture.pixels(row, 0), picture.pixels(row, 1), picture.pixels(row, 2)};
}

bool alike(const Rgb &a, const Rgb &b) {
    return std::ranges::equal(a, b, [](float x, float y) { return std::abs(x - y) < 1e-6F; });
}

TEST(ScenePicture, ShowsTheSkyAndTheShapesInTheirOrder) {
    Scene scene{
        false,
        {{Form::square, Color::blue, 0.2, 0.4, 0.4}, {Form::circle, Color::red, 0.1, 0.5, 0.5}}};
    Picture picture = draw(scene);
    EXPECT_TRUE(alike(pixel(picture, 0.05, 0.9), skyColor(false)));
    EXPECT_TRUE(alike(pixel(picture, 0.3, 0.3), rgb(Color::blue)));
    EXPECT_TRUE(alike(pixel(picture, 0.5, 0.5), rgb(Color::red)));
    std::swap(scene.shapes[0], scene.shapes[1]);
    scene.night = true;
    picture = draw(scene);
    EXPECT_TRUE(alike(pixel(picture, 0.5, 0.5), rgb(Color::blue)));
    EXPECT_TRUE(alike(pixel(picture, 0.05, 0.9), skyColor(true)));
    EXPECT_NE(skyColor(true), skyColor(false));
}

TEST(ScenePicture, ShadesAreNearTheColors) {
    const Scene scene = firstScenes(Part::learned, 1).front();
    const Picture plain = draw(scene);
    const Picture shaded = drawInShades(scene, {1});
    EXPECT_LE((shaded.pixels - plain.pixels).cwiseAbs().maxCoeff(), 0.071F);
    EXPECT_GT((shaded.pixels - plain.pixels).cwiseAbs().maxCoeff(), 0.01F);
    EXPECT_EQ(drawInShades(scene, {1}), shaded);
    EXPECT_NE(drawInShades(scene, {2}), shaded);
}

TEST(ScenePicture, EdgesAreBlended) {
    // Its left edge goes through the middle of the column of pixels 24.
    const double side = 0.88 * 0.25;
    const double x = 24.5 / 64 + side;
    const Picture picture = draw({true, {{Form::square, Color::yellow, 0.25, x, 0.5}}});
    const Rgb edge = pixel(picture, 24.5 / 64, 0.5);
    for (std::size_t i = 0; i < edge.size(); ++i) {
        EXPECT_NEAR(edge[i], (skyColor(true)[i] + rgb(Color::yellow)[i]) / 2, 1e-6);
    }
}

/// Twice the signed area of a polygon, halved: Gauss's formula.
double areaOf(const std::vector<Point> &points) {
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point &a = points[i];
        const Point &b = points[(i + 1) % points.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return std::abs(sum) / 2;
}

TEST(ScenePicture, ShapesCoverTheirArea) {
    for (int form = 0; form < formCount; ++form) {
        const Shape shape{static_cast<Form>(form), Color::green, 0.2, 0.511, 0.487};
        const double area = shape.form == Form::circle ? std::numbers::pi * shape.size * shape.size
                                                       : areaOf(corners(shape));
        EXPECT_NEAR(pixelsOf(shape), area * 64 * 64, 0.01 * 64 * 64 * area) << toString(shape.form);
    }
}

TEST(ScenePicture, CoversAreShared) {
    const Shape left{Form::square, Color::green, 0.25, 0.3, 0.5};
    const Shape right{Form::square, Color::red, 0.25, 0.6, 0.5};
    // 2 · 0.22 wide each, their middles 0.3 apart: 0.14 of the width in common.
    EXPECT_NEAR(sharedPixels(left, right), 0.14 * 0.44 * 64 * 64, 4);
    EXPECT_EQ(sharedPixels(left, right), sharedPixels(right, left));
    const Matrix shares = visibleShares({false, {left, right}});
    EXPECT_NEAR(shares.row(0).sum(), pixelsOf(left) - sharedPixels(left, right), 1);
    EXPECT_NEAR(shares.row(1).sum(), pixelsOf(right), 0.01);
}

TEST(ScenePicture, CellsShowWhatIsInThem) {
    // One cell, D2, and a quarter of four cells around the corner at (5/8, 5/8).
    const double side = 1.0 / 16 / 0.88;
    const Scene scene{false,
                      {{Form::square, Color::green, side, 3.5 / 8, 1.5 / 8},
                       {Form::square, Color::red, side, 5.0 / 8, 5.0 / 8}}};
    const Matrix cells = cellShares(scene);
    ASSERT_EQ(cells.rows(), 2);
    ASSERT_EQ(cells.cols(), 64);
    EXPECT_NEAR(cells(0, 8 + 3), 1, 1e-6);
    EXPECT_NEAR(cells.row(0).sum(), 1, 1e-6);
    for (const int cell : {4 * 8 + 4, 4 * 8 + 5, 5 * 8 + 4, 5 * 8 + 5}) {
        EXPECT_NEAR(cells(1, cell), 0.25, 1e-6);
    }
}

TEST(ScenePicture, PixelsComeBackFromText) {
    for (const Scene &scene : firstScenes(Part::learned, 3)) {
        const Picture picture = draw(scene);
        const Picture read = pictureFromText(toJson(picture)).picture;
        EXPECT_LE((read.pixels - picture.pixels).cwiseAbs().maxCoeff(), 0.5F / 255 + 1e-6F);
        EXPECT_EQ(pictureFromText(toJson(read)).picture, read);
    }
}

TEST(ScenePicture, BadPixelsAreRefused) {
    const std::string good = toJson(draw({}));
    const auto refused = [&](const std::string &text) {
        EXPECT_THROW(pictureFromText(text), model::SentenceError) << text.substr(0, 80);
    };
    std::string text = good;
    refused(text.replace(text.size() - 6, 4, ""));
    text = good;
    text[100] = '!';
    refused(text);
    refused(R"({"format":"attention picture 1"})");
    refused(R"({"format":"attention picture 1","pixels":7})");
    refused(R"({"format":"attention picture 1","pixels":"","sky":"day"})");
}

TEST(PictureCells, HaveNamesAndPlaces) {
    EXPECT_EQ(cellName(0), "A1");
    EXPECT_EQ(cellName(7), "H1");
    EXPECT_EQ(cellName(63), "H8");
    EXPECT_EQ(cellAt(10), (Cell{0.25, 0.125, 0.125}));
    const model::Tokenizer tokenizer(cellTokenizer(), "cells");
    EXPECT_EQ(tokenizer.size(), 68);
    const auto pieces = cellPieces();
    ASSERT_EQ(pieces.size(), 64U);
    for (int i = 0; i < 64; ++i) {
        const model::Piece &piece = pieces[static_cast<std::size_t>(i)];
        EXPECT_EQ(piece.id, cellToken(i));
        EXPECT_EQ(tokenizer.piece(piece.id), piece.text);
        EXPECT_EQ(displayText(piece), cellName(i));
    }
}

}  // namespace
