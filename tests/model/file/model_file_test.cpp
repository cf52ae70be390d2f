// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <functional>
#include <limits>
#include <map>

#include "model/file/safetensors.h"
#include "model/model.h"
#include "tests/model/file/refusal.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/model/text/tiny_tokenizer.h"

namespace {

using model::Architecture;
using model::Configuration;
using model::Model;
using model::Precision;
using model::Score;
namespace safetensors = model::safetensors;
using safetensors::View;

/// Sizes that all differ, so that a mix-up shows.
Configuration tinyConfiguration() {
    static const int pieces = model::Tokenizer(tinyTokenizer(), "tokenizer").size();
    Configuration configuration;
    configuration.sourceVocabulary = pieces;
    configuration.targetVocabulary = pieces;
    configuration.embedding = 3;
    configuration.encoder = 4;
    configuration.decoder = 5;
    configuration.attention = 6;
    return configuration;
}

Model tinyModel(const Configuration &configuration) {
    model::Parameters<float> parameters(configuration);
    model::initialise(parameters, 7);
    return {std::move(parameters),
            model::Tokenizer(tinyTokenizer(), "tokenizer.source"),
            model::Tokenizer(tinyTokenizer(), "tokenizer.target"),
            {{"name", "tiny"}, {"license", "GPL-3.0-or-later"}, {"training", "none, « été »"}}};
}

/// The values of a tensor, without what stands between tensors.
std::vector<float> valuesOf(const Model &model, const model::TensorLayout &layout) {
    const model::Matrix values = model.weights()[layout.tensor].matrix();
    return {values.data(), values.data() + values.size()};
}

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

/// A good model file taken apart: a test spoils a part, and reads what is put together again.
class SpoiltModel : public testing::Test {
  protected:
    SpoiltModel() {
        writeModel(tinyModel(tinyConfiguration()), folder_ / "good", Precision::f32);
        bytes_ = safetensors::readFile(folder_ / "good");
        const auto contents = safetensors::Contents::parse(bytes_);
        metadata = contents.metadata();
        for (const View &view : contents.tensors())
            tensors.emplace(view.name, view);
    }

    /// The message that reading ends with, without the name of the file.
    std::string refusal() const {
        std::vector<View> views;
        for (const auto &[name, view] : tensors)
            views.push_back(view);
        safetensors::write(folder_ / "spoilt", views, metadata);
        const std::string file = (folder_ / "spoilt").string();
        std::string message = messageOf([&] { model::readModel(folder_ / "spoilt"); });
        if (message.starts_with(file + ": "))
            message.erase(0, file.size() + 2);
        return message;
    }

    void reshape(const std::string &name, std::vector<std::size_t> shape) {
        std::size_t bytes = sizeOf(tensors.at(name).type);
        for (const std::size_t size : shape)
            bytes *= size;
        storage_.emplace_back(bytes);
        tensors.at(name).shape = std::move(shape);
        tensors.at(name).bytes = storage_.back();
    }

    void setValue(const std::string &name, std::size_t index, float value) {
        const auto &old = tensors.at(name).bytes;
        storage_.emplace_back(old.begin(), old.end());
        std::memcpy(storage_.back().data() + index * sizeof(float), &value, sizeof(float));
        tensors.at(name).bytes = storage_.back();
    }

    std::map<std::string, View> tensors;
    safetensors::Metadata metadata;

  private:
    TemporaryFolder folder_;
    std::vector<std::byte> bytes_;
    std::vector<std::vector<std::byte>> storage_;
};

TEST_F(SpoiltModel, IsReadWhileItIsGood) {
    EXPECT_EQ(refusal(), "accepted");
    // Whoever adds tensors or strings of their own may.
    tensors["notes"] = tensors.at("output.bias");
    tensors["notes"].name = "notes";
    metadata["bleu"] = "42";
    EXPECT_EQ(refusal(), "accepted");
}

TEST_F(SpoiltModel, IsRefusedWithoutAFormat) {
    metadata.erase("format");
    EXPECT_EQ(refusal(),
              "the __metadata__ has no \"format\", expected a model of the format \"seq2seq-rnn "
              "1\".");
    metadata["format"] = "seq2seq-rnn 2";
    EXPECT_EQ(refusal(), "the format is \"seq2seq-rnn 2\", expected \"seq2seq-rnn 1\".");
}

TEST_F(SpoiltModel, IsRefusedWithAnUnknownArchitectureOrScore) {
    metadata["score"] = "cosine";
    EXPECT_EQ(refusal(),
              "the __metadata__ \"score\" is \"cosine\", expected \"additive\" or \"general\" or "
              "\"dot\".");
    metadata["architecture"] = "transformer";
    EXPECT_EQ(refusal(),
              "the __metadata__ \"architecture\" is \"transformer\", expected \"attention\" or "
              "\"bottleneck\".");
    metadata.erase("architecture");
    EXPECT_EQ(refusal(),
              "the __metadata__ has no \"architecture\", expected a model of the format "
              "\"seq2seq-rnn 1\".");
}

TEST_F(SpoiltModel, IsRefusedWithoutAnyOfItsTensors) {
    const auto whole = tensors;
    for (const auto &[name, view] : whole) {
        if (name.starts_with("encoder.backward."))
            continue;
        tensors.erase(name);
        EXPECT_EQ(refusal(), "tensor \"" + name +
                                 "\": not in the file, expected in every model of this kind.");
        tensors = whole;
    }
    // One of a direction's four cannot be missing alone.
    tensors.erase("encoder.backward.bias_hh");
    EXPECT_EQ(refusal(),
              "tensor \"encoder.backward.bias_hh\": not in the file, expected in every model of "
              "this kind.");
}

TEST_F(SpoiltModel, IsRefusedWithAnyTensorOfAnotherShape) {
    const auto whole = tensors;
    for (const auto &[name, view] : whole) {
        if (name.starts_with("tokenizer."))
            continue;
        auto shape = view.shape;
        shape.back() += 1;
        reshape(name, shape);
        EXPECT_NE(refusal().find("the shape is"), std::string::npos) << name << ": " << refusal();
        tensors = whole;
        shape.push_back(1);
        reshape(name, shape);
        EXPECT_NE(refusal().find("\"" + name + "\": the shape is"), std::string::npos)
            << name << ": " << refusal();
        tensors = whole;
    }
    reshape("decoder.readout.bias", {4});
    EXPECT_EQ(refusal(),
              "tensor \"decoder.readout.bias\": the shape is [4], expected [3] beside the other "
              "tensors.");
    tensors = whole;
    reshape("encoder.forward.weight_hh", {12});
    EXPECT_EQ(refusal(),
              "tensor \"encoder.forward.weight_hh\": the shape is [12], expected two sizes from 1 "
              "to 16777216.");
    tensors = whole;
    reshape("attention.energy", {0});
    EXPECT_EQ(
        refusal(),
        "tensor \"attention.energy\": the shape is [0], expected one size from 1 to 16777216.");
}

TEST_F(SpoiltModel, IsRefusedWithSizesThatDoNotFitTheScore) {
    metadata["score"] = "dot";
    EXPECT_EQ(refusal(),
              "tensor \"decoder.cell.weight_hh\": the decoder has 5 units, expected 8, as an "
              "annotation, for the score \"dot\".");
    metadata["score"] = "general";
    EXPECT_EQ(refusal(),
              "tensor \"attention.key.weight\": the shape is [6, 8], expected [5, 8] beside the "
              "other tensors.");
}

TEST_F(SpoiltModel, IsRefusedWithAQueryOfNeitherStateNorWord) {
    reshape("attention.query.weight", {6, 6});
    EXPECT_EQ(refusal(),
              "tensor \"attention.query.weight\": the shape is [6, 6], expected [6, 5], the query "
              "being of the state, or [6, 8], of the piece before, too.");
}

TEST_F(SpoiltModel, IsRefusedWithNumbersThatAreNone) {
    setValue("decoder.cell.weight_ih", 17, std::numeric_limits<float>::quiet_NaN());
    EXPECT_EQ(refusal(),
              "tensor \"decoder.cell.weight_ih\": value 17 is NaN, expected finite numbers.");
    setValue("decoder.cell.weight_ih", 17, 0);
    setValue("output.bias", 0, std::numeric_limits<float>::infinity());
    EXPECT_EQ(refusal(), "tensor \"output.bias\": value 0 is infinite, expected finite numbers.");
}

TEST_F(SpoiltModel, IsRefusedWithTensorsOfAnotherType) {
    View &weights = tensors.at("output.bias");
    weights.type = safetensors::Type::u8;
    weights.bytes = weights.bytes.first(weights.shape[0]);
    EXPECT_EQ(refusal(), "tensor \"output.bias\": the dtype is U8, expected F32 or F16.");
}

TEST_F(SpoiltModel, IsRefusedWithATokenizerThatIsNone) {
    const std::string rubbish = "rubbish";
    View &tokenizer = tensors.at("tokenizer.target");
    const View good = tokenizer;
    tokenizer.shape = {rubbish.size()};
    tokenizer.bytes = std::as_bytes(std::span(rubbish));
    EXPECT_EQ(refusal(),
              "tensor \"tokenizer.target\": got 7 bytes that are not a SentencePiece model, "
              "expected one.");
    tokenizer = good;
    const std::vector<float> numbers{1};
    tokenizer.type = safetensors::Type::f32;
    tokenizer.shape = {1};
    tokenizer.bytes = std::as_bytes(std::span(numbers));
    EXPECT_EQ(refusal(), "tensor \"tokenizer.target\": the dtype is F32, expected U8.");
}

TEST_F(SpoiltModel, IsRefusedWithAVocabularyThatIsNotItsTokenizers) {
    const auto pieces = tensors.at("target.embedding").shape[0];
    reshape("target.embedding", {pieces + 1, 3});
    reshape("output.bias", {pieces + 1});
    EXPECT_EQ(refusal(), "tensor \"target.embedding\": got " + std::to_string(pieces + 1) +
                             " rows, expected " + std::to_string(pieces) +
                             ", one for each piece of \"tokenizer.target\".");
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
