// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/use.h"

#include <gtest/gtest.h>

#include "tests/support/traces.h"

namespace {

using model::Use;

TEST(Use, isThatOfTheTaskInTheMetadata) {
    EXPECT_EQ(model::useOfTask(""), Use::translation);
    EXPECT_EQ(model::useOfTask("summary"), Use::summary);
    EXPECT_EQ(model::useOfTask("dialogue"), Use::dialogue);
    EXPECT_EQ(model::useOfTask("caption"), Use::caption);
    EXPECT_EQ(model::useOfTask("numbers"), Use::exercise);
}

TEST(Use, isNamedAsItIsRead) {
    for (const Use use : model::everyUse) {
        EXPECT_EQ(model::useOfTask(model::toString(use)), use);
    }
}

TEST(Use, ofAModelThatSeesPicturesIsCaptions) {
    EXPECT_EQ(useOf(*support::tinyModel("tiny_caption")), Use::caption);
    EXPECT_EQ(useOf(*support::tinyModel("tiny")), Use::translation);
}

TEST(Use, sentencesAreReadByTranslationsAndExercises) {
    for (const Use use : model::everyUse) {
        EXPECT_EQ(readsSentences(use), use == Use::translation || use == Use::exercise);
    }
}

}  // namespace
