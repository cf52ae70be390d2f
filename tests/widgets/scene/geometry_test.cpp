// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/geometry.h"

#include <gtest/gtest.h>

#include "model/configuration.h"

namespace {

using namespace model::scenes;
using widgets::SceneGeometry;

const SceneGeometry places = SceneGeometry::in(QRectF(10, 20, 400, 200));

TEST(SceneGeometry, isTheLargestSquareInTheMiddle) {
    EXPECT_EQ(places.square, QRectF(110, 20, 200, 200));
    EXPECT_TRUE(SceneGeometry::in(QRectF(0, 0, -5, 10)).square.isEmpty());
}

TEST(SceneGeometry, leadsToTheSceneAndBack) {
    EXPECT_EQ(places.toView({0.5, 0.25}), QPointF(210, 70));
    const Point point = places.toScene(QPointF(210, 70));
    EXPECT_DOUBLE_EQ(point.x, 0.5);
    EXPECT_DOUBLE_EQ(point.y, 0.25);
}

TEST(SceneGeometry, findsTheShapeInFront) {
    const Scene scene{.shapes = {{.form = Form::square, .size = 0.3, .x = 0.5, .y = 0.5},
                                 {.form = Form::circle, .size = 0.1, .x = 0.5, .y = 0.5}}};
    EXPECT_EQ(places.shapeAt(scene, places.toView({0.5, 0.5})), 1);
    EXPECT_EQ(places.shapeAt(scene, places.toView({0.25, 0.25})), 0);
    EXPECT_EQ(places.shapeAt(scene, places.toView({0.57, 0.57})), 1);
    EXPECT_EQ(places.shapeAt(scene, places.toView({0.58, 0.58})), 0) << "beside the circle";
    EXPECT_EQ(places.shapeAt(scene, places.toView({0.1, 0.1})), -1);
}

TEST(SceneGeometry, findsTheCellThatAModelSees) {
    constexpr int last = model::picture::grid - 1;
    EXPECT_EQ(places.cellAt(places.toView({0.01, 0.01})), 0);
    EXPECT_EQ(places.cellAt(places.toView({0.99, 0.01})), last);
    EXPECT_EQ(places.cellAt(places.toView({0.01, 0.99})), last * model::picture::grid);
    EXPECT_EQ(places.cellAt(places.toView({1.01, 0.5})), -1);
    EXPECT_EQ(places.cellAt(places.toView({0.5, -0.01})), -1);
    for (int cell = 0; cell < model::picture::positions; ++cell) {
        EXPECT_EQ(places.cellAt(places.cellRect(cell).center()), cell);
    }
}

}  // namespace
