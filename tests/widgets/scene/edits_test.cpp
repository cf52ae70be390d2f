// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/edits.h"

#include <gtest/gtest.h>

namespace {

using namespace model::scenes;
using namespace widgets;

Scene twoShapes() {
    return {.shapes = {{.form = Form::square, .color = Color::blue, .x = 0.3, .y = 0.3},
                       {.form = Form::circle, .color = Color::red, .x = 0.7, .y = 0.7}}};
}

TEST(SceneEdits, moveAShapeAndKeepItsMiddleInThePicture) {
    const Scene moved = withShapeMoved(twoShapes(), 0, 0.1, -0.1);
    EXPECT_DOUBLE_EQ(moved.shapes[0].x, 0.4);
    EXPECT_DOUBLE_EQ(moved.shapes[0].y, 0.2);
    EXPECT_EQ(moved.shapes[1], twoShapes().shapes[1]);
    const Scene far = withShapeMoved(twoShapes(), 1, 5, -5);
    EXPECT_EQ(far.shapes[1].x, 1);
    EXPECT_EQ(far.shapes[1].y, 0);
}

TEST(SceneEdits, giveAShapeOnlySizesThatThereMayBe) {
    EXPECT_EQ(withShapeSized(twoShapes(), 0, 0.2).shapes[0].size, 0.2);
    EXPECT_EQ(withShapeSized(twoShapes(), 0, 9).shapes[0].size, greatestSize);
    EXPECT_EQ(withShapeSized(twoShapes(), 0, 0).shapes[0].size, leastSize);
}

TEST(SceneEdits, changeColorAndForm) {
    EXPECT_EQ(withShapeColored(twoShapes(), 1, Color::green).shapes[1].color, Color::green);
    EXPECT_EQ(withShapeFormed(twoShapes(), 1, Form::star).shapes[1].form, Form::star);
}

TEST(SceneEdits, bringAShapeToTheFrontOrToTheBack) {
    Scene scene = twoShapes();
    scene.shapes.push_back({.form = Form::star});
    EXPECT_EQ(withShapeInFront(scene, 0).shapes[2], scene.shapes[0]);
    EXPECT_EQ(withShapeInFront(scene, 0).shapes[0], scene.shapes[1]);
    EXPECT_EQ(withShapeAtBack(scene, 2).shapes[0], scene.shapes[2]);
    EXPECT_EQ(withShapeAtBack(scene, 2).shapes[1], scene.shapes[0]);
}

TEST(SceneEdits, addAShapeWhereThereIsRoomUntilThereAreEnough) {
    Scene scene = withShape(twoShapes(), Form::triangle);
    ASSERT_EQ(scene.shapes.size(), 3U);
    const Shape &added = scene.shapes[2];
    EXPECT_EQ(added.form, Form::triangle);
    EXPECT_NE(added.color, Color::blue);
    EXPECT_NE(added.color, Color::red);
    EXPECT_TRUE((added.x < 0.5) != (added.y < 0.5)) << "in one of the empty corners";
    while (hasRoomForShape(scene)) {
        scene = withShape(scene, Form::circle);
    }
    EXPECT_EQ(scene.shapes.size(), mostShapes);
    EXPECT_EQ(withShape(scene, Form::circle), scene);
}

TEST(SceneEdits, ofAShapeThatIsNotThereChangeNothing) {
    for (const int shape : {-1, 2}) {
        EXPECT_EQ(withoutShape(twoShapes(), shape), twoShapes());
        EXPECT_EQ(withShapeMoved(twoShapes(), shape, 0.1, 0), twoShapes());
        EXPECT_EQ(withShapeInFront(twoShapes(), shape), twoShapes());
        EXPECT_EQ(withShapeAtBack(twoShapes(), shape), twoShapes());
    }
    EXPECT_EQ(withoutShape(twoShapes(), 0).shapes[0], twoShapes().shapes[1]);
}

}  // namespace
