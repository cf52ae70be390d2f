// SPDX-License-Identifier: GPL-3.0-or-later
// Interventions written as JSON and read again, and what is refused.
#include "model/decoding/intervention_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "model/decoding/search.h"
#include "model/error.h"
#include "tests/model/decoding/interventions.h"
#include "tests/model/decoding/steps.h"
#include "tests/model/file/temporary_folder.h"

namespace {

using namespace model;

Interventions fromJson(const std::string &text, const std::string &name = "tiny") {
    return interventionsFromJson(text, *support::tinyModel(name), "text");
}

/// With the format named, and these members.
std::string document(const std::string &members) {
    const std::string format = R"({"format": "attention interventions 1")";
    return format + (members.empty() ? "" : ", ") + members + "}";
}

TEST(InterventionFile, isReadAsItWasWritten) {
    for (const std::string &name : tinyModels) {
        const auto free = support::tinyTrace(sentence, name);
        Interventions many = manyInterventions(*free);
        many.every.state[0] = 0.1F;
        many.initial = {{0, 1.0F / 3}, {1, -1e-30F}, {2, 3e38F}};
        EXPECT_EQ(fromJson(interventionsToJson(many), name), many);
        for (const auto &[kind, intervention] : eachKind(*free, 3)) {
            SCOPED_TRACE(kind);
            const Interventions one{.steps = {{3, intervention}}};
            EXPECT_EQ(fromJson(interventionsToJson(one), name), one);
            if (!intervention.word) {
                const Interventions every{.every = intervention};
                EXPECT_EQ(fromJson(interventionsToJson(every), name), every);
            }
        }
    }
    // The weights of a softmax, to the last bit.
    const Interventions weights{
        .steps = {{0, {pin::Weights{support::tinyTrace(sentence)->step(0).weights}}}}};
    EXPECT_EQ(fromJson(interventionsToJson(weights)), weights);
    EXPECT_EQ(fromJson(interventionsToJson({})), Interventions{});
}

TEST(InterventionFile, holdsWhatItsPageSays) {
    const Interventions read = fromJson(document(R"(
        "every_step": {"temperature": 0.5, "muted": [3, 1]},
        "steps": [
            {"step": 2, "attention": {"position": 4}, "pieces": [20, 21]},
            {"step": 0, "attention": "uniform", "state": [{"unit": 3, "value": 0}]},
            {"step": 4, "attention": {"weights": [0.5, 0.5]}, "context": [{"unit": 1, "value": 2}]},
            {"step": 3, "attention": "previous"},
            {"step": 5, "attention": "posterior"},
            {"step": 6}],
        "annotations": [{"position": 1, "unit": 2, "value": -0.5},
                        {"position": 1, "unit": 0, "value": 1e-3}],
        "initial_state": [{"unit": 6, "value": 1}])"));
    Interventions expected;
    expected.every = {{}, {}, {1, 3}, 0.5F};
    expected.steps[0] = {pin::Uniform{}, {}, {}, {}, {{3, 0.0F}}};
    expected.steps[2] = {pin::Position{4}, 20};
    expected.steps[3] = {pin::Previous{}, 21};
    Row weights(2);
    weights << 0.5F, 0.5F;
    expected.steps[4] = {pin::Weights{weights}, {}, {}, {}, {}, {{1, 2.0F}}};
    expected.steps[5] = {pin::Posterior{}};
    expected.annotations[1] = {{0, 1e-3F}, {2, -0.5F}};
    expected.initial = {{6, 1.0F}};
    EXPECT_EQ(read, expected);
}

TEST(InterventionFile, forcesWordsAsTheirPieces) {
    const auto model = support::tinyModel();
    const Interventions read =
        fromJson(document(R"("steps": [{"step": 1, "words": "the black cat"}])"));
    const auto pieces = model->target().encode("the black cat", model->targetLanguage());
    ASSERT_GT(pieces.size(), 2U);
    ASSERT_EQ(read.steps.size(), pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        EXPECT_EQ(read.steps.at(1 + static_cast<int>(i)), (Intervention{{}, pieces[i].id}));
    }
    const auto trace = translate({model, sentence, read});
    EXPECT_NE(trace->translation.find("the black cat"), std::string::npos) << trace->translation;
}

TEST(InterventionFile, isRefusedInASentenceThatNamesThePlace) {
    const auto step = [](const std::string &members) {
        return document(R"("steps": [{"step": 7}, {"step": 0, )" + members + "}]");
    };
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", "at line 1, byte 1 it is not JSON"},
        {"{\n \"format\": oui}", "at line 2, byte 12 it is not JSON"},
        {document("") + "}", "at line 1, byte 40 it is not JSON"},
        {"[]", "got [] at the top, expected an object"},
        {"{}", "got no \"format\" at the top, expected one"},
        {R"({"format": "attention interventions 2"})",
         "got \"attention interventions 2\" at format, expected \"attention interventions 1\""},
        {R"({"format": 1})", "got 1 at format, expected \"attention interventions 1\""},
        {document(R"("step": [])"),
         "got the member \"step\" at the top, expected one of format, every_step, steps, "
         "annotations, initial_state"},
        {document(R"("steps": {})"), "got {} at steps, expected an array"},
        {document(R"("steps": [3])"), "got 3 at steps[0], expected an object"},
        {document(R"("steps": [{}])"), "got no \"step\" at steps[0], expected one"},
        {document(R"("steps": [{"step": 1}, {"step": 1}])"),
         "got {\"step\":1} at steps[1], expected a step that is not named before"},
        {document(R"("steps": [{"step": -1}])"),
         "got -1 at steps[0].step, expected a whole number from 0 to 1073741824"},
        {document(R"("every_step": {"pieces": [1]})"),
         "got the member \"pieces\" at every_step, expected one of attention, muted, temperature, "
         "state, context"},
        {step(R"("muted": [0, 1.5])"),
         "got 1.5 at steps[1].muted[1], expected a whole number from 0 to 1073741824"},
        {step(R"("temperature": "warm")"),
         "got \"warm\" at steps[1].temperature, expected a number"},
        {step(R"("temperature": 0)"), "got 0 at steps[1].temperature, expected a number above 0"},
        {step(R"("temperature": 1e300)"), "got 1e+300 at steps[1].temperature, expected a number"},
        {step(R"("temperature": 1e999)"),
         "after \"temperature\" stands a number that is too large"},
        {step(R"("attention": "even")"),
         "got \"even\" at steps[1].attention, expected \"uniform\", \"previous\", \"posterior\" or "
         "an object"},
        {step(R"("attention": {})"),
         "got {} at steps[1].attention, expected either \"weights\" or \"position\""},
        {step(R"("attention": {"weights": [0.5, null]})"),
         "got null at steps[1].attention.weights[1], expected a number"},
        {step(R"("state": [{"unit": 1}])"), "got no \"value\" at steps[1].state[0], expected one"},
        {step(R"("state": [{"unit": 1, "value": 1}, {"unit": 1, "value": 2}])"),
         "got {\"unit\":1,\"value\":2} at steps[1].state[1], expected a unit that is not held "
         "before"},
        {step(R"("words": "  ")"), "got \"  \" at steps[1].words, expected a word"},
        {step(R"("pieces": [1], "words": "cat")"),
         "got {\"step\":0,\"pieces\":[1],\"words\":\"cat\"} at steps[1], expected either "
         "\"pieces\" or \"words\""},
        {document(R"("steps": [{"step": 0, "pieces": [5, 6]}, {"step": 1, "pieces": [7]}])"),
         "got {\"step\":1,\"pieces\":[7]} at steps[1], expected a step without a piece that is "
         "forced before"},
        {document(R"("steps": [], "steps": [])"),
         "an object has two members \"steps\", expected one"},
        {document("\"steps\": " + std::string(100000, '[')),
         "after \"steps\" it is nested more than 16 levels deep"},
        {document("\"steps\": \"" + std::string(10000, 'x') + "\""),
         "got \"" + std::string(59, 'x') + "… at steps, expected an array"},
    };
    for (const auto &[text, problem] : cases) {
        try {
            fromJson(text);
            ADD_FAILURE() << text << " was read";
        } catch (const InterventionError &error) {
            EXPECT_EQ(std::string(error.what()),
                      "The interventions text cannot be used: " + problem + ".");
        }
    }
}

TEST(InterventionFile, isRefusedWhereNoSentenceCouldHaveIt) {
    EXPECT_THROW(fromJson(document(R"("steps": [{"step": 0, "pieces": [99999]}])")),
                 InterventionError);
    EXPECT_THROW(fromJson(document(R"("initial_state": [{"unit": 7, "value": 0}])")),
                 InterventionError);
    EXPECT_THROW(
        fromJson(document(R"("steps": [{"step": 1, "attention": {"weights": [0.5, 0.6]}}])")),
        InterventionError);
    const std::string muted = document(R"("every_step": {"muted": [200]})");
    EXPECT_NO_THROW(fromJson(muted));
    EXPECT_THROW(fromJson(muted, "tiny_bottleneck"), InterventionError);
}

TEST(InterventionFile, cutAtAnyByteIsRefused) {
    const std::string whole = interventionsToJson(manyInterventions(*support::tinyTrace(sentence)));
    for (std::size_t length = 0; length + 2 < whole.size(); ++length) {
        EXPECT_THROW(fromJson(whole.substr(0, length)), InterventionError) << length;
    }
}

TEST(InterventionFile, thatIsMissingOrAFolderIsRefused) {
    const TemporaryFolder folder;
    for (const auto &file : {folder / "none.json", folder / ""}) {
        try {
            readInterventions(file, *support::tinyModel());
            ADD_FAILURE() << file;
        } catch (const InterventionError &error) {
            const std::string text = error.what();
            EXPECT_NE(text.find(file.string()), std::string::npos) << text;
            EXPECT_NE(text.find("cannot be read ("), std::string::npos) << text;
        }
    }
    EXPECT_THROW(writeInterventions({}, folder / "none" / "file.json"), InterventionError);
    const Interventions many = manyInterventions(*support::tinyTrace(sentence));
    writeInterventions(many, folder / "file.json");
    EXPECT_EQ(readInterventions(folder / "file.json", *support::tinyModel()), many);
}

}  // namespace
