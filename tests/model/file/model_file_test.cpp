// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>

#include "model/file/safetensors.h"
#include "model/model.h"
#include "tests/model/file/refusal.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/model/file/tiny_model.h"

namespace {

using model::Architecture;
using model::Configuration;
using model::Model;
using model::Precision;
using model::Score;
namespace safetensors = model::safetensors;

void expectSameKind(const Model &got, const Model &expected) {
    EXPECT_EQ(got.configuration(), expected.configuration());
    EXPECT_EQ(got.source().serialized(), expected.source().serialized());
    EXPECT_EQ(got.target().serialized(), expected.target().serialized());
    for (const auto &[key, value] : expected.metadata())
        EXPECT_EQ(got.metadata(key), value);
    EXPECT_EQ(got.metadata("format"), "seq2seq-rnn 1");
}

struct Kind {
    const char *name;
    std::function<void(Configuration &)> change;
};
void PrintTo(const Kind &kind, std::ostream *out) {
    *out << kind.name;
}

class ModelKinds : public testing::TestWithParam<Kind> {};

TEST_P(ModelKinds, ComeBackFromAFileExactly) {
    Configuration configuration = tinyConfiguration();
    GetParam().change(configuration);
    const Model written = tinyModel(configuration);
    const TemporaryFolder folder;
    const auto file = folder / "x.safetensors";
    writeModel(written, file, Precision::f32);
    const auto read = model::readModel(file);
    expectSameKind(*read, written);
    for (const auto &layout : written.weights().tensors())
        EXPECT_EQ(valuesOf(*read, layout), valuesOf(written, layout)) << layout.name;
}

TEST_P(ModelKinds, ComeBackFromHalfPrecisionRounded) {
    Configuration configuration = tinyConfiguration();
    GetParam().change(configuration);
    const Model written = tinyModel(configuration);
    const TemporaryFolder folder;
    writeModel(written, folder / "half", Precision::f16);
    const auto read = model::readModel(folder / "half");
    expectSameKind(*read, written);
    for (const auto &layout : written.weights().tensors()) {
        auto expected = valuesOf(written, layout);
        for (float &value : expected)
            value = static_cast<float>(Eigen::half(value));
        EXPECT_EQ(valuesOf(*read, layout), expected) << layout.name;
    }
    // Half precision holds these numbers, so single precision does too.
    writeModel(*read, folder / "widened", Precision::f32);
    for (const auto &layout : read->weights().tensors())
        EXPECT_EQ(valuesOf(*model::readModel(folder / "widened"), layout), valuesOf(*read, layout));
    // Rounding twice changes nothing.
    writeModel(*read, folder / "again", Precision::f16);
    EXPECT_EQ(safetensors::readFile(folder / "half"), safetensors::readFile(folder / "again"));
    writeModel(written, folder / "single", Precision::f32);
    EXPECT_LT(std::filesystem::file_size(folder / "half"),
              std::filesystem::file_size(folder / "single"));
}

INSTANTIATE_TEST_SUITE_P(
    Model, ModelKinds,
    testing::Values(Kind{"attention", [](Configuration &) {}},
                    Kind{"bottleneck",
                         [](Configuration &c) {
                             c.architecture = Architecture::bottleneck;
                             c.attention = 0;
                         }},
                    Kind{"caption", [](Configuration &c) { c = tinyCaptionConfiguration(); }},
                    Kind{"query of word", [](Configuration &c) { c.queryOfWord = true; }},
                    Kind{"one direction", [](Configuration &c) { c.bidirectional = false; }},
                    Kind{"untied output", [](Configuration &c) { c.tiedOutput = false; }},
                    Kind{"general",
                         [](Configuration &c) {
                             c.score = Score::general;
                             c.attention = 0;
                         }},
                    Kind{"dot", [](Configuration &c) {
                             c.score = Score::dot;
                             c.decoder = c.annotation();
                             c.attention = 0;
                         }}));

TEST(Model, GivesMetadataByName) {
    const Model tiny = tinyModel(tinyConfiguration());
    EXPECT_EQ(tiny.metadata("name"), "tiny");
    EXPECT_EQ(tiny.metadata("nothing"), "");
}

TEST(Model, RefusesTokenizersOfAnotherVocabulary) {
    Configuration configuration = tinyConfiguration();
    const std::string pieces = std::to_string(configuration.targetVocabulary);
    configuration.targetVocabulary = 9;
    EXPECT_EQ(messageOf([&] { tinyModel(configuration); }),
              "tensor \"target.embedding\": got 9 rows, expected " + pieces +
                  ", one for each piece of \"tokenizer.target\".");
}

TEST(Model, RefusesHalfPrecisionForWhatItCannotHold) {
    const TemporaryFolder folder;
    model::Parameters<float> parameters(tinyConfiguration());
    parameters[model::Tensor::attentionEnergy](0, 2) = 70000;
    const Model large(std::move(parameters), model::Tokenizer(tinyTokenizer(), "source"),
                      model::Tokenizer(tinyTokenizer(), "target"), {});
    EXPECT_EQ(messageOf([&] { writeModel(large, folder / "x", Precision::f16); }),
              (folder / "x").string() +
                  ": tensor \"attention.energy\": value 2 is 70000.000000, expected at most 65504 "
                  "for F16.");
    EXPECT_TRUE(folder.names().empty());
    writeModel(large, folder / "x", Precision::f32);
    EXPECT_EQ(model::readModel(folder / "x")->weights()[model::Tensor::attentionEnergy](0, 2),
              70000);
}

TEST(ModelFile, InMemoryIsReadWhereItLies) {
    const TemporaryFolder folder;
    writeModel(tinyModel(tinyConfiguration()), folder / "half", Precision::f16);
    const auto halves = safetensors::readFile(folder / "half");
    const auto inPlace = model::readModel(halves, "memory");
    const auto *energy = reinterpret_cast<const std::byte *>(
        inPlace->weights()[model::Tensor::attentionEnergy].halves());
    EXPECT_TRUE(halves.data() < energy && energy < halves.data() + halves.size());

    // Where halves cannot be read in place, they are copied.
    std::vector<std::byte> shifted(halves.size() + 1);
    std::copy(halves.begin(), halves.end(), shifted.begin() + 1);
    const auto copied = model::readModel(std::span(shifted).subspan(1), "memory");
    for (const auto &layout : copied->weights().tensors()) {
        EXPECT_NE(copied->weights()[layout.tensor].floats(), nullptr);
        EXPECT_EQ(valuesOf(*copied, layout), valuesOf(*inPlace, layout));
    }
}

TEST(ModelFile, OutlivesTheReadingOfItsFile) {
    const TemporaryFolder folder;
    const Model written = tinyModel(tinyConfiguration());
    writeModel(written, folder / "half", Precision::f16);
    const auto read = model::readModel(folder / "half");
    std::filesystem::remove(folder / "half");
    EXPECT_NE(read->weights()[model::Tensor::attentionEnergy].halves(), nullptr);
    EXPECT_NEAR(read->weights()[model::Tensor::attentionEnergy](0, 2),
                written.weights()[model::Tensor::attentionEnergy](0, 2), 1e-3);
}

TEST(ModelFile, IsRefusedWhenItIsCutAnywhere) {
    const TemporaryFolder folder;
    writeModel(tinyModel(tinyConfiguration()), folder / "x", Precision::f16);
    const auto bytes = safetensors::readFile(folder / "x");
    EXPECT_NE(model::readModel(bytes, "memory"), nullptr);
    for (std::size_t size = 0; size < bytes.size(); size += 97) {
        const std::string message =
            messageOf([&] { model::readModel(std::span(bytes).first(size), "memory"); });
        EXPECT_TRUE(message.starts_with("memory: ")) << size << " " << message;
    }
}

TEST(ModelFile, IsRefusedWhenItIsMissingOrAFolder) {
    const TemporaryFolder folder;
    const std::string missing = (folder / "missing").string();
    EXPECT_EQ(messageOf([&] { model::readModel(folder / "missing"); }),
              missing + ": cannot be read (No such file or directory).");
    EXPECT_EQ(messageOf([&] { model::readModel(folder.path()); }),
              folder.path().string() + ": got a folder, expected a file.");
    std::ofstream(folder / "text") << "A foreign file, longer than eight bytes.";
    const std::string message = messageOf([&] { model::readModel(folder / "text"); });
    EXPECT_TRUE(message.ends_with("the file is truncated or no safetensors file.")) << message;
}

}  // namespace
