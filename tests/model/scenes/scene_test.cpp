// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenes/scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>

#include "model/error.h"
#include "model/scenes/generator.h"
#include "model/scenes/picture.h"

namespace {

using namespace model::scenes;

Scene twoShapes() {
    return {
        true,
        {{Form::circle, Color::red, 0.12, 0.3, 0.25}, {Form::star, Color::yellow, 0.1, 0.66, 0.5}}};
}

std::string refusal(const std::string &text) {
    try {
        pictureFromText(text);
    } catch (const model::SentenceError &error) {
        return error.what();
    }
    return "";
}

/// The scene of twoShapes() as JSON with one part replaced.
std::string with(const std::string &part, const std::string &other) {
    std::string text = toJson(twoShapes());
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return text.replace(at, part.size(), other);
}

TEST(SceneFile, ComesBackToTheLastBit) {
    EXPECT_EQ(toJson(twoShapes()),
              R"({"format":"attention scene 1","sky":"night","shapes":[)"
              R"({"form":"circle","color":"red","size":0.12,"x":0.3,"y":0.25},)"
              R"({"form":"star","color":"yellow","size":0.1,"x":0.66,"y":0.5}]})");
    for (const Scene &scene : firstScenes(Part::learned, 50)) {
        EXPECT_EQ(sceneFromJson(toJson(scene)), scene);
    }
    Scene odd = twoShapes();
    odd.shapes[0].x = 1.0 / 3;
    EXPECT_EQ(sceneFromJson(toJson(odd)), odd);
    EXPECT_EQ(sceneFromJson(toJson(Scene())), Scene());
}

TEST(SceneFile, IsRefusedInOneSentenceThatNamesThePlace) {
    const std::string begin = "The scene cannot be read: ";
    EXPECT_EQ(refusal("a cat"), begin + "at line 1, byte 1 it is not JSON.");
    EXPECT_EQ(refusal("[]"), begin + "got [] at the top, expected an object.");
    EXPECT_EQ(refusal(with("attention scene 1", "x")),
              begin +
                  "got \"x\" at format, expected \"attention scene 1\" or \"attention picture "
                  "1\".");
    EXPECT_EQ(refusal(with("night", "dusk")),
              begin + "got \"dusk\" at sky, expected one of these: day, night.");
    EXPECT_EQ(refusal(with("\"star\"", "7")),
              begin +
                  "got 7 at shapes[1].form, expected one of these: circle, square, triangle, "
                  "star, cross.");
    EXPECT_EQ(refusal(with("red", "white")),
              begin +
                  "got \"white\" at shapes[0].color, expected one of these: red, green, blue, "
                  "yellow, orange, purple, pink, brown, gray.");
    EXPECT_EQ(refusal(with("0.12", "0.6")),
              begin + "got 0.6 at shapes[0].size, expected a number from 0.02 to 0.5.");
    EXPECT_EQ(refusal(with("0.66", "-0.1")),
              begin + "got -0.1 at shapes[1].x, expected a number from 0 to 1.");
    EXPECT_NE(refusal(with("\"y\":0.25", "\"z\":0.25")), "");
    EXPECT_NE(refusal(with(",\"y\":0.25", "")), "");
    Scene crowded;
    crowded.shapes.resize(mostShapes + 1);
    EXPECT_NE(refusal(toJson(crowded)).find("expected at most 8 shapes."), std::string::npos);
}

TEST(SceneFile, APictureIsNoScene) {
    const Picture picture = draw(twoShapes());
    EXPECT_THROW(sceneFromJson(toJson(picture)), model::SentenceError);
    EXPECT_TRUE(pictureFromText(toJson(twoShapes())).scene);
    EXPECT_FALSE(pictureFromText(toJson(picture)).scene);
}

TEST(Scene, IsToldFromAnotherByItsHash) {
    Scene other = twoShapes();
    EXPECT_EQ(hashOf(other), hashOf(twoShapes()));
    other.shapes[1].y += 0.001;
    EXPECT_NE(hashOf(other), hashOf(twoShapes()));
    other = twoShapes();
    std::swap(other.shapes[0], other.shapes[1]);
    EXPECT_NE(hashOf(other), hashOf(twoShapes())) << "another is in front";
    other = twoShapes();
    other.night = false;
    EXPECT_NE(hashOf(other), hashOf(twoShapes()));
}

TEST(SceneGenerator, DrawsTheSameScenesForTheSameNumbers) {
    for (std::uint64_t i = 0; i < 20; ++i) {
        model::Random first{7, i};
        model::Random second{7, i};
        EXPECT_EQ(drawScene(first, Part::learned), drawScene(second, Part::learned));
    }
}

bool showsHeldOut(const Scene &scene) {
    for (const Shape &shape : scene.shapes) {
        for (const Combination &combination : heldOutCombinations()) {
            if (combination == Combination{shape.form, shape.color}) {
                return true;
            }
        }
    }
    return false;
}

TEST(SceneGenerator, PartsHaveNothingInCommon) {
    std::array<int, mostShapes + 1> counts{};
    for (const Scene &scene : firstScenes(Part::learned, 1000)) {
        EXPECT_FALSE(isHeldOut(scene));
        EXPECT_FALSE(showsHeldOut(scene));
        ++counts[scene.shapes.size()];
    }
    EXPECT_EQ(counts[0], 0);
    for (const std::size_t shapes : {1, 2, 3, 4}) {
        EXPECT_GT(counts[shapes], 80) << shapes;
    }
    EXPECT_EQ(counts[1] + counts[2] + counts[3] + counts[4], 1000);
    for (const Scene &scene : firstScenes(Part::heldOut, 100)) {
        EXPECT_TRUE(isHeldOut(scene));
        EXPECT_FALSE(showsHeldOut(scene));
    }
    for (const Scene &scene : firstScenes(Part::combinations, 100)) {
        EXPECT_TRUE(showsHeldOut(scene));
    }
    const auto five = firstScenes(Part::heldOut, 5);
    const auto others = firstScenes(Part::heldOut, 3, 2);
    EXPECT_TRUE(std::ranges::equal(others, std::span(five).subspan(2)));
}

/// Of all pairs of shapes in scenes with two or more of them, the share that have a color in
/// common.
double shareOfOneColor(Part part) {
    int pairs = 0;
    int alike = 0;
    for (const Scene &scene : firstScenes(part, 600)) {
        for (std::size_t k = 1; k < scene.shapes.size(); ++k) {
            ++pairs;
            alike += scene.shapes[k].color == scene.shapes[k - 1].color ? 1 : 0;
        }
    }
    return static_cast<double>(alike) / pairs;
}

TEST(SceneGenerator, ScenesToLearnFromHaveMoreThatIsAlike) {
    // A ninth of the colors, less what would be the same form, too.
    EXPECT_NEAR(shareOfOneColor(Part::heldOut), 0.09, 0.03);
    EXPECT_NEAR(shareOfOneColor(Part::learned), 0.25, 0.06);
}

TEST(SceneGenerator, EveryShapeIsSeenAndInThePicture) {
    int overlapping = 0;
    for (const Scene &scene : firstScenes(Part::learned, 300)) {
        std::vector<double> places;
        for (const Shape &shape : scene.shapes) {
            places.push_back(shape.*mainDirection(scene));
        }
        std::ranges::sort(places);
        for (std::size_t k = 1; k < places.size(); ++k) {
            EXPECT_GE(places[k] - places[k - 1], 0.0999) << toJson(scene);
        }
        if (places.size() > 1) {
            EXPECT_GE(std::abs(extent(scene, &Shape::x) - extent(scene, &Shape::y)), 0.0499);
        }
        const model::Matrix shares = visibleShares(scene);
        for (std::size_t k = 0; k < scene.shapes.size(); ++k) {
            const Shape &shape = scene.shapes[k];
            EXPECT_GE(shape.x - shape.size, -1e-9);
            EXPECT_LE(shape.y + shape.size, 1 + 1e-9);
            const auto seen = static_cast<double>(shares.row(static_cast<long>(k)).sum());
            EXPECT_GE(seen, 0.749 * pixelsOf(shape)) << toJson(scene);
            overlapping += seen < 0.95 * pixelsOf(shape) ? 1 : 0;
            for (std::size_t other = 0; other < k; ++other) {
                EXPECT_FALSE(scene.shapes[other].form == shape.form &&
                             scene.shapes[other].color == shape.color);
            }
        }
    }
    EXPECT_GT(overlapping, 30);
}

}  // namespace
