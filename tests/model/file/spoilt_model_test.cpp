// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a model file of which one part is wrong.
#include <gtest/gtest.h>

#include <cstring>
#include <limits>
#include <map>

#include "model/file/safetensors.h"
#include "tests/model/file/refusal.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/model/file/tiny_model.h"

namespace {

using model::Precision;
namespace safetensors = model::safetensors;
using safetensors::View;

/// A good model file taken apart: a test spoils a part, and reads what is put together again.
class SpoiltModel : public testing::Test {
  protected:
    explicit SpoiltModel(const model::Configuration &configuration = tinyConfiguration()) {
        writeModel(tinyModel(configuration), folder_ / "good", Precision::f32);
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
              "\"bottleneck\" or \"caption\".");
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

/// The same of a model that sees pictures.
class SpoiltCaptionModel : public SpoiltModel {
  protected:
    SpoiltCaptionModel() : SpoiltModel(tinyCaptionConfiguration()) {}
};

TEST_F(SpoiltCaptionModel, IsReadWhileItIsGood) {
    EXPECT_EQ(refusal(), "accepted");
}

TEST_F(SpoiltCaptionModel, IsRefusedWithAConvolutionThatDoesNotFit) {
    reshape("encoder.convolution.2.weight", {8, 9 * 6});
    EXPECT_EQ(refusal(),
              "tensor \"encoder.convolution.2.weight\": the shape is [8, 54], expected [8, 63] "
              "beside the other tensors.");
    reshape("encoder.convolution.2.weight", {8, 9 * 7});
    reshape("encoder.annotation.place", {4, 4});
    EXPECT_EQ(
        refusal(),
        "tensor \"encoder.annotation.place\": the shape is [4, 4], expected [4, 3] beside the "
        "other tensors.");
}

TEST_F(SpoiltCaptionModel, IsRefusedWithoutItsConvolutions) {
    tensors.erase("encoder.convolution.3.weight");
    EXPECT_EQ(
        refusal(),
        "tensor \"encoder.convolution.3.weight\": not in the file, expected in every model of "
        "this kind.");
    metadata["architecture"] = "attention";
    EXPECT_EQ(refusal(),
              "tensor \"encoder.forward.weight_hh\": not in the file, expected in every model of "
              "this kind.");
}

TEST_F(SpoiltCaptionModel, IsRefusedWithAnotherNumberOfCells) {
    reshape("source.embedding", {50, 3});
    EXPECT_EQ(
        refusal(),
        "tensor \"source.embedding\": got 50 rows, expected 68, one for each cell of a picture "
        "after the special ones.");
}

}  // namespace
