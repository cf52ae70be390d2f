// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/traces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <random>
#include <tuple>
#include <utility>

#include "model/decoding/search.h"
#include "model/decoding/translation.h"
#include "model/layers/attention.h"

namespace support {
namespace {

using model::Matrix;
using model::Row;

constexpr std::array<std::string_view, 12> sourceWordList{
    "le", "chat",   "noir", "dort", "sur", "la", "chaise", "rouge", "où", "extraordinairement",
    "à",  "l'homme"};
constexpr std::array<std::string_view, 12> targetWordList{
    "the", "black", "cat",   "sleeps",          "on", "a",
    "red", "chair", "where", "extraordinarily", "I",  "man"};

/// The special pieces and the byte pieces come before it.
constexpr int firstWordPiece = 260;

/// Random numbers that look like a model's.
class Numbers {
  public:
    explicit Numbers(unsigned seed) : random_(seed) {}

    float normal() { return distribution_(random_); }
    /// Hidden states and candidates, in (−1, 1).
    Matrix states(long rows, long cols) {
        return Matrix::NullaryExpr(rows, cols, [this] { return std::tanh(normal()); });
    }
    /// Gates, in (0, 1).
    Matrix gates(long rows, long cols) {
        return Matrix::NullaryExpr(rows, cols, [this] { return 1 / (1 + std::exp(-normal())); });
    }
    Matrix embeddings(long rows, long cols) {
        return Matrix::NullaryExpr(rows, cols, [this] { return 0.5F * normal(); });
    }
    model::GruTrace cells(long rows, long units) {
        return {gates(rows, units), gates(rows, units), states(rows, units), states(rows, units)};
    }
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  private:
    std::mt19937 random_;
    std::normal_distribution<float> distribution_;
};

/// A model of these sizes: the tiny one's tokenizers, random weights.
std::shared_ptr<const model::Model> syntheticModel(model::Configuration configuration) {
    static std::mutex mutex;
    static std::vector<std::shared_ptr<const model::Model>> made;
    const auto tiny = tinyModel();
    configuration.sourceVocabulary = tiny->source().size();
    configuration.targetVocabulary = tiny->target().size();
    const std::lock_guard lock(mutex);
    for (const auto &candidate : made) {
        if (candidate->configuration() == configuration) {
            return candidate;
        }
    }
    model::Parameters<float> parameters(configuration);
    model::initialise(parameters, 1);
    made.push_back(std::make_shared<const model::Model>(
        std::move(parameters), model::Tokenizer(tiny->source().serialized(), "tokenizer.source"),
        model::Tokenizer(tiny->target().serialized(), "tokenizer.target"), tiny->metadata()));
    return made.back();
}

/// Pieces of whole words and the end piece, and their text.
std::pair<std::vector<model::Piece>, std::string> sentence(int words, Numbers &numbers,
                                                           int vocabulary, const auto &wordList) {
    std::vector<model::Piece> pieces;
    std::string text;
    for (int i = 0; i < words; ++i) {
        const auto word =
            wordList[static_cast<std::size_t>(numbers.below(static_cast<int>(wordList.size())))];
        text += i == 0 ? "" : " ";
        const int begin = static_cast<int>(text.size());
        text += word;
        pieces.push_back({firstWordPiece + numbers.below(vocabulary - firstWordPiece),
                          "▁" + std::string(word),
                          {begin, static_cast<int>(text.size())},
                          true,
                          false});
    }
    const int size = static_cast<int>(text.size());
    pieces.push_back({model::special::end, "</s>", {size, size}, true, false});
    return {pieces, text};
}

model::EncoderTrace encoderTrace(long length, const model::Configuration &c, Numbers &numbers) {
    model::EncoderTrace encoder;
    encoder.embeddings = numbers.embeddings(length, c.embedding);
    encoder.passes.push_back({model::Direction::leftToRight, numbers.cells(length, c.encoder)});
    encoder.annotations.resize(length, c.annotation());
    encoder.annotations.leftCols(c.encoder) = encoder.forward().state;
    if (c.bidirectional) {
        encoder.passes.push_back({model::Direction::rightToLeft, numbers.cells(length, c.encoder)});
        encoder.annotations.rightCols(c.encoder) = encoder.backward().state;
    }
    if (c.architecture == model::Architecture::attention) {
        encoder.keys = numbers.embeddings(length, c.attention);
    }
    encoder.initial = numbers.states(1, c.decoder).row(0);
    return encoder;
}

/// The chosen piece and others, each less probable than the one before; returns the choice.
model::Choice fillCandidates(model::StepTrace &step, int chosen, int vocabulary, Numbers &numbers) {
    double rest = 1;
    const int count = std::min(model::StepTrace::candidateCount, vocabulary);
    for (int rank = 0; rank < count; ++rank) {
        const double probability = rest * (rank == 0 ? 0.4 + 0.05 * numbers.below(11) : 0.5);
        rest -= probability;
        // Distinct ids, however they are chosen: 7 steps around the vocabulary from the first.
        const int id = (chosen + 7 * rank) % vocabulary;
        step.candidates.push_back({id, static_cast<float>(std::log(probability))});
        step.entropy -= static_cast<float>(probability * std::log(probability));
    }
    // The most probable first, also where the rest outweighs the chosen one.
    std::sort(step.candidates.begin(), step.candidates.end(),
              [](const auto &a, const auto &b) { return a.logProbability > b.logProbability; });
    const auto found = std::find_if(step.candidates.begin(), step.candidates.end(),
                                    [chosen](const auto &c) { return c.id == chosen; });
    return {*found, static_cast<int>(found - step.candidates.begin()), false};
}

model::StepTrace stepTrace(const model::EncoderTrace &encoder, const model::Configuration &c,
                           double place, Numbers &numbers) {
    model::StepTrace step;
    const long length = encoder.annotations.rows();
    step.previousEmbedding = numbers.embeddings(1, c.embedding).row(0);
    if (c.architecture == model::Architecture::attention) {
        step.query = numbers.embeddings(1, c.attention).row(0);
        step.scores.resize(length);
        const double centre = place * static_cast<double>(length - 1);
        for (long j = 0; j < length; ++j) {
            const double distance = static_cast<double>(j) - centre;
            step.scores(j) =
                static_cast<float>(6 - 0.9 * distance * distance) / (1 + 0.02F * length) +
                numbers.normal();
        }
        step.weights.resize(length);
        model::layers::softmax<float>(step.scores, step.weights);
        step.context = step.weights * encoder.annotations;
    } else {
        step.context = encoder.annotations.bottomRows(1);
    }
    step.cell = numbers.cells(1, c.decoder);
    step.readout = numbers.states(1, c.embedding).row(0);
    return step;
}

}  // namespace

std::filesystem::path dataFile(std::string_view name) {
    return std::filesystem::path(TEST_DATA_FOLDER) / name;
}

std::shared_ptr<const model::Model> tinyModel(const std::string &name) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const model::Model>> models;
    const std::lock_guard lock(mutex);
    auto &model = models[name];
    if (!model) {
        model = model::readModel(dataFile(name + ".safetensors"));
    }
    return model;
}

std::shared_ptr<const model::Trace> tinyTrace(std::string_view sentence, const std::string &model) {
    return model::translate(tinyModel(model), sentence);
}

std::shared_ptr<const model::Trace> edited(const model::Trace &trace,
                                           const model::Interventions &interventions) {
    return model::translate(
        model::TranslationRequest{trace.model, trace.source.text(), interventions});
}

model::Configuration smallConfiguration() {
    model::Configuration configuration;
    configuration.embedding = 8;
    configuration.encoder = 12;
    configuration.decoder = 20;
    configuration.attention = 8;
    return configuration;
}

std::shared_ptr<const model::Trace> syntheticTrace(int sourceWords, int targetWords, unsigned seed,
                                                   const model::Configuration &configuration) {
    Numbers numbers(seed);
    auto trace = std::make_shared<model::Trace>();
    trace->model = syntheticModel(configuration);
    const model::Configuration &c = trace->model->configuration();
    auto [pieces, text] = sentence(sourceWords, numbers, c.sourceVocabulary, sourceWordList);
    trace->source = {std::move(text), std::move(pieces)};
    std::tie(trace->target, trace->translation) =
        sentence(targetWords, numbers, c.targetVocabulary, targetWordList);
    trace->encoder =
        std::make_shared<const model::EncoderTrace>(encoderTrace(sourceWords + 1, c, numbers));
    int previous = model::special::begin;
    for (int i = 0; i <= targetWords; ++i) {
        model::StepTrace step = stepTrace(
            *trace->encoder, c, targetWords == 0 ? 0.0 : double(i) / targetWords, numbers);
        step.previousId = previous;
        previous = trace->target[static_cast<std::size_t>(i)].id;
        trace->choices.push_back(fillCandidates(step, previous, c.targetVocabulary, numbers));
        trace->steps.push_back(std::make_shared<const model::StepTrace>(std::move(step)));
    }
    trace->ending = model::Ending::endPiece;
    return trace;
}

std::shared_ptr<const model::Trace> ofSource(const model::Source &source,
                                             const model::Trace &trace) {
    auto changed = std::make_shared<model::Trace>(trace);
    changed->source = source;
    return changed;
}

model::Source withPiece(const model::Source &source, int position,
                        const std::function<void(model::Piece &)> &change) {
    std::vector<model::Piece> pieces(source.pieces().begin(), source.pieces().end());
    change(pieces[static_cast<std::size_t>(position)]);
    return {source.text(), std::move(pieces)};
}

void continueWord(model::Piece &piece) {
    piece.startsWord = false;
    piece.text.assign(1, 's');
}

}  // namespace support
