// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/model.h"

#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "model/error.h"
#include "model/file/safetensors.h"

namespace model {
namespace {

using safetensors::Contents;
using safetensors::inQuotes;
using safetensors::shapeText;
using safetensors::View;

constexpr std::string_view format = "seq2seq-rnn 1";
/// Of a vocabulary or a layer; sums and products of such sizes are whole numbers that fit.
constexpr std::size_t largestSize = std::size_t{1} << 24;
constexpr const char *sourceTokenizer = "tokenizer.source";
constexpr const char *targetTokenizer = "tokenizer.target";

[[noreturn]] void refuse(std::string_view tensor, const Message &problem) {
    throw ModelFileError("tensor %1: %2.", inQuotes(tensor), problem);
}

const View &require(const Contents &contents, std::string_view tensor) {
    const View *view = contents.find(tensor);
    if (view == nullptr)
        refuse(tensor, Message("not in the file, expected in every model of this kind"));
    return *view;
}

/// One size of a tensor with a known number of sizes.
int size(const Contents &contents, std::string_view tensor, std::size_t dimensions,
         std::size_t index) {
    const auto &shape = require(contents, tensor).shape;
    const auto fits = [](std::size_t n) { return n > 0 && n <= largestSize; };
    if (shape.size() != dimensions || !std::all_of(shape.begin(), shape.end(), fits))
        refuse(tensor, dimensions == 1 ? Message("the shape is %1, expected one size from 1 to %2",
                                                 shapeText(shape), largestSize)
                                       : Message("the shape is %1, expected two sizes from 1 to %2",
                                                 shapeText(shape), largestSize));
    return static_cast<int>(shape[index]);
}

std::string requireText(const Contents &contents, const std::string &key) {
    const auto found = contents.metadata().find(key);
    if (found == contents.metadata().end())
        throw ModelFileError("the __metadata__ has no %1, expected a model of the format %2.",
                             inQuotes(key), inQuotes(std::string(format)));
    return found->second;
}

/// Which of `values` a metadata string names.
template <class Value, std::size_t count>
Value requireOneOf(const Contents &contents, const std::string &key,
                   const std::array<Value, count> &values) {
    const std::string text = requireText(contents, key);
    std::optional<Message> expected;
    for (const Value value : values) {
        if (text == toString(value))
            return value;
        const std::string name = inQuotes(toString(value));
        expected = expected ? Message("%1 or %2", *expected, name) : Message("%1", name);
    }
    throw ModelFileError("the __metadata__ %1 is %2, expected %3.", inQuotes(key), inQuotes(text),
                         *expected);
}

/// Whether the query of an additive score is made of y_{i−1}, too.
bool readsWord(const Contents &contents, Configuration c) {
    constexpr const char *query = "attention.query.weight";
    const int columns = size(contents, query, 2, 1);
    const auto shape = [&c](bool queryOfWord) {
        c.queryOfWord = queryOfWord;
        const std::vector<std::size_t> sizes{static_cast<std::size_t>(c.attention),
                                             static_cast<std::size_t>(c.queryInput())};
        return shapeText(sizes);
    };
    if (columns != c.decoder && columns != c.decoder + c.embedding)
        refuse(query,
               Message("the shape is %1, expected %2, the query being of the state, or %3, of the "
                       "piece before, too",
                       shapeText(require(contents, query).shape), shape(false), shape(true)));
    return columns != c.decoder;
}

/// The kind and the sizes of the encoder.
void readEncoder(const Contents &contents, Configuration &c) {
    if (c.seesPictures()) {
        c.bidirectional = false;
        for (int layer = 0; layer < picture::convolutions; ++layer)
            c.features[static_cast<std::size_t>(layer)] = size(
                contents, "encoder.convolution." + std::to_string(layer + 1) + ".weight", 2, 0);
        c.encoder = size(contents, "encoder.annotation.weight", 2, 0);
        return;
    }
    const auto &tensors = contents.tensors();
    c.bidirectional = std::any_of(tensors.begin(), tensors.end(), [](const View &tensor) {
        return tensor.name.starts_with("encoder.backward.");
    });
    c.encoder = size(contents, "encoder.forward.weight_hh", 2, 1);
}

/// Kind and sizes, each read from the first tensor that has it; that all agree is checked later.
Configuration readConfiguration(const Contents &contents) {
    if (const std::string got = requireText(contents, "format"); got != format)
        throw ModelFileError("the format is %1, expected %2.", inQuotes(got), inQuotes(format));
    Configuration c;
    c.architecture = requireOneOf(
        contents, "architecture",
        std::array{Architecture::attention, Architecture::bottleneck, Architecture::caption});
    const bool attends = c.attends();
    c.score = attends ? requireOneOf(contents, "score",
                                     std::array{Score::additive, Score::general, Score::dot})
                      : Score::additive;
    readEncoder(contents, c);
    c.tiedOutput = contents.find("output.weight") == nullptr;
    c.sourceVocabulary = size(contents, "source.embedding", 2, 0);
    if (c.seesPictures() && c.sourceVocabulary != special::end + 1 + picture::positions)
        refuse("source.embedding",
               Message("got %1 rows, expected %2, one for each cell of a picture after the special "
                       "ones",
                       c.sourceVocabulary, special::end + 1 + picture::positions));
    c.targetVocabulary = size(contents, "target.embedding", 2, 0);
    c.embedding = size(contents, "source.embedding", 2, 1);
    c.decoder = size(contents, "decoder.cell.weight_hh", 2, 1);
    const bool additive = attends && c.score == Score::additive;
    c.attention = additive ? size(contents, "attention.energy", 1, 0) : 0;
    c.queryOfWord = additive && readsWord(contents, c);
    if (attends && c.score == Score::dot && c.decoder != c.annotation())
        refuse("decoder.cell.weight_hh",
               Message(
                   "the decoder has %1 units, expected %2, as an annotation, for the score \"dot\"",
                   c.decoder, c.annotation()));
    return c;
}

/// Compares every tensor with what the sizes say, before memory is taken for any.
void checkShapes(const Contents &contents, const Configuration &configuration) {
    for (const TensorLayout &layout : parameterLayout(configuration).tensors) {
        const std::vector<std::size_t> expected(layout.shape.begin(), layout.shape.end());
        const auto &got = require(contents, layout.name).shape;
        if (got != expected)
            refuse(layout.name, Message("the shape is %1, expected %2 beside the other tensors",
                                        shapeText(got), shapeText(expected)));
    }
}

/// The tensors where they lie, if all of them hold F16; empty if some must be copied.
std::vector<const Eigen::half *> halvesInPlace(const Contents &contents,
                                               const Configuration &configuration) {
    std::vector<const Eigen::half *> halves;
    for (const TensorLayout &layout : parameterLayout(configuration).tensors) {
        const View &view = require(contents, layout.name);
        const auto address = reinterpret_cast<std::uintptr_t>(view.bytes.data());
        if (view.type != safetensors::Type::f16 || address % alignof(Eigen::half) != 0)
            return {};
        safetensors::checkFinite(view);
        halves.push_back(reinterpret_cast<const Eigen::half *>(view.bytes.data()));
    }
    return halves;
}

Weights readWeights(const Contents &contents, std::shared_ptr<const void> owner) {
    const Configuration configuration = readConfiguration(contents);
    checkShapes(contents, configuration);
    if (const auto halves = halvesInPlace(contents, configuration); !halves.empty())
        return {configuration, halves, std::move(owner)};
    Parameters<float> parameters(configuration);
    for (const TensorLayout &layout : parameters.tensors()) {
        const auto size = static_cast<std::size_t>(layout.rows * layout.cols);
        safetensors::copyValues(require(contents, layout.name),
                                parameters.values().subspan(layout.offset, size));
    }
    return {std::move(parameters)};
}

Tokenizer readTokenizer(const Contents &contents, const char *tensor) {
    const View &view = require(contents, tensor);
    if (view.type != safetensors::Type::u8)
        refuse(tensor, Message("the dtype is %1, expected U8", toString(view.type)));
    return {safetensors::textOf(view), "tensor " + inQuotes(tensor)};
}

void checkVocabulary(const char *embedding, int rows, const char *tokenizer, int pieces) {
    if (rows != pieces)
        refuse(embedding, Message("got %1 rows, expected %2, one for each piece of %3", rows,
                                  pieces, inQuotes(tokenizer)));
}

/// Half precision ends at 65504: a weight beyond would be read back as infinite.
std::vector<Eigen::half> toHalf(const std::string &tensor, std::span<const float> values) {
    std::vector<Eigen::half> halves(values.size());
    std::transform(values.begin(), values.end(), halves.begin(),
                   [](float value) { return Eigen::half(value); });
    for (std::size_t i = 0; i < halves.size(); ++i)
        if (!Eigen::numext::isfinite(halves[i]))
            refuse(tensor, Message("value %1 is %2, expected at most 65504 for F16", i,
                                   std::to_string(values[i])));
    return halves;
}

/// A tensor in the precision asked for; what had to be converted for it is kept in `kept`.
View viewOf(const TensorLayout &layout, const WeightMatrix &weights, Precision precision,
            std::deque<std::variant<Matrix, std::vector<Eigen::half>>> &kept) {
    const auto size = static_cast<std::size_t>(layout.rows * layout.cols);
    View view{layout.name,
              safetensors::Type::f32,
              std::vector<std::size_t>(layout.shape.begin(), layout.shape.end()),
              {}};
    if (precision == Precision::f16) {
        view.type = safetensors::Type::f16;
        const Eigen::half *values = weights.halves();
        if (values == nullptr) {
            kept.emplace_back(toHalf(layout.name, {weights.floats(), size}));
            values = std::get<1>(kept.back()).data();
        }
        view.bytes = std::as_bytes(std::span(values, size));
    } else {
        const float *values = weights.floats();
        if (values == nullptr) {
            kept.emplace_back(weights.matrix());
            values = std::get<0>(kept.back()).data();
        }
        view.bytes = std::as_bytes(std::span(values, size));
    }
    return view;
}

std::shared_ptr<const Model> readFrom(std::span<const std::byte> bytes, std::string_view name,
                                      std::shared_ptr<const void> owner) {
    return safetensors::inFile(name, [&] {
        const Contents contents = Contents::parse(bytes);
        Weights weights = readWeights(contents, std::move(owner));
        auto source = readTokenizer(contents, sourceTokenizer);
        auto target = readTokenizer(contents, targetTokenizer);
        return std::make_shared<const Model>(std::move(weights), std::move(source),
                                             std::move(target), contents.metadata());
    });
}

}  // namespace

Model::Model(Weights weights, Tokenizer source, Tokenizer target, Metadata metadata)
    : weights_(std::move(weights)),
      source_(std::move(source)),
      target_(std::move(target)),
      metadata_(std::move(metadata)) {
    checkVocabulary("source.embedding", configuration().sourceVocabulary, sourceTokenizer,
                    source_.size());
    checkVocabulary("target.embedding", configuration().targetVocabulary, targetTokenizer,
                    target_.size());
}

const std::string &Model::metadata(const std::string &key) const {
    static const std::string none;
    const auto found = metadata_.find(key);
    return found == metadata_.end() ? none : found->second;
}

std::shared_ptr<const Model> readModel(const std::filesystem::path &file,
                                       const std::stop_token &stop) {
    const auto bytes =
        std::make_shared<const std::vector<std::byte>>(safetensors::readFile(file, stop));
    return readFrom(*bytes, file.string(), bytes);
}

std::shared_ptr<const Model> readModel(std::span<const std::byte> bytes, std::string_view name) {
    return readFrom(bytes, name, nullptr);
}

void writeModel(const Model &model, const std::filesystem::path &file, Precision precision) {
    Model::Metadata metadata = model.metadata();
    metadata["format"] = format;
    metadata["architecture"] = toString(model.configuration().architecture);
    metadata["score"] = toString(model.configuration().score);

    std::vector<View> views;
    std::deque<std::variant<Matrix, std::vector<Eigen::half>>> kept;  // what some views look at
    safetensors::inFile(file.string(), [&] {
        for (const TensorLayout &layout : model.weights().tensors())
            views.push_back(viewOf(layout, model.weights()[layout.tensor], precision, kept));
    });
    views.push_back(safetensors::textView(sourceTokenizer, model.source().serialized()));
    views.push_back(safetensors::textView(targetTokenizer, model.target().serialized()));
    safetensors::write(file, views, metadata);
}

}  // namespace model
