// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/expectations.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <numeric>
#include <utility>

#include "model/error.h"
#include "model/file/safetensors.h"
#include "model/numerics/parallel.h"
#include "model/training/hash.h"
#include "model/training/network.h"
#include "model/training/pair_encoder.h"

namespace model::training {

namespace {

using layers::Expected;

constexpr const char *lengthsTensor = "lengths";
constexpr const char *piecesTensor = "pieces";
constexpr const char *probabilitiesTensor = "probabilities";
constexpr const char *corpusKey = "corpus";
/// Pieces and lengths are stored in so many bytes, the lowest first.
constexpr std::size_t bytesOfNumber = 4;

/// Pairs of like lengths for each batch.
std::vector<std::vector<int>> planBatches(std::span<const EncodedPair> encoded) {
    return planEpoch(encoded, {.targetPieces = 1024}, 1, 0);
}

/// The most probable pieces of a distribution that is the sum of `count` ones.
void mostProbable(std::span<const float> sum, int count, std::span<Expected> expected) {
    std::vector<int> order(sum.size());
    std::iota(order.begin(), order.end(), 0);
    const auto kept = static_cast<long>(std::min(expected.size(), order.size()));
    std::partial_sort(order.begin(), order.begin() + kept, order.end(), [&](int a, int b) {
        const auto x = static_cast<std::size_t>(a);
        const auto y = static_cast<std::size_t>(b);
        return sum[x] != sum[y] ? sum[x] > sum[y] : a < b;
    });
    for (std::size_t k = 0; k < static_cast<std::size_t>(kept); ++k) {
        expected[k] = {order[k],
                       sum[static_cast<std::size_t>(order[k])] / static_cast<float>(count)};
    }
}

/// Works out what is expected in batches, one at a time.
class Teachers {
  public:
    explicit Teachers(const std::vector<Parameters<float>> &weights) : weights_(weights) {}

    /// The pieces of pair i are put behind the positions before starts[i].
    void work(std::span<const int> chosen, std::span<const EncodedPair> encoded,
              std::span<const std::size_t> starts, std::vector<Expected> &pieces) {
        std::vector<const EncodedPair *> list;
        for (const int pair : chosen) {
            list.push_back(&encoded[static_cast<std::size_t>(pair)]);
        }
        const Batch batch = makeBatch(list);
        for (std::size_t teacher = 0; teacher < weights_.size(); ++teacher) {
            const Pass<float> pass{weights_[teacher], batch, {0, 0, 0, 0, 0}, 0, none_};
            network_.predict(pass, [&](long first, const In<float> &logits) {
                add(first, logits, teacher == 0);
            });
        }
        const std::vector<long> &rows = network_.rows();
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const auto step = static_cast<std::size_t>(rows[k] / batch.size);
            const auto pair = static_cast<std::size_t>(
                chosen[batch.order[static_cast<std::size_t>(rows[k] % batch.size)]]);
            mostProbable(
                {sum_.row(static_cast<long>(k)).data(), static_cast<std::size_t>(sum_.cols())},
                static_cast<int>(weights_.size()),
                std::span(pieces).subspan((starts[pair] + step) * expectedPieces, expectedPieces));
        }
    }

  private:
    /// Adds the probabilities of a stretch of rows.
    void add(long first, const In<float> &logits, bool isFirstTeacher) {
        if (sum_.rows() < first + logits.rows() || sum_.cols() != logits.cols()) {
            sum_.conservativeResize(first + logits.rows(), logits.cols());
        }
        row_.resize(1, logits.cols());
        for (long i = 0; i < logits.rows(); ++i) {
            layers::logSoftmax<float>(logits.row(i), row_);
            auto sum = sum_.row(first + i);
            if (isFirstTeacher) {
                sum = row_.array().exp().matrix();
            } else {
                sum += row_.array().exp().matrix();
            }
        }
    }

    const std::vector<Parameters<float>> &weights_;
    Parameters<float> none_;
    Network<float> network_;
    Matrix sum_;
    Matrix row_;  ///< of log-probabilities
};

void checkAlike(std::span<const std::shared_ptr<const Model>> teachers) {
    if (teachers.empty()) {
        throw Error("There is no teacher to expect anything.");
    }
    for (const auto &teacher : teachers) {
        if (teacher->source().serialized() != teachers.front()->source().serialized() ||
            teacher->target().serialized() != teachers.front()->target().serialized()) {
            throw Error("The teachers have different vocabularies, expected the same.");
        }
    }
}

void appendNumber(std::uint32_t number, std::string &bytes) {
    for (std::size_t i = 0; i < bytesOfNumber; ++i) {
        bytes += static_cast<char>(number >> (8 * i));
    }
}

std::vector<std::uint32_t> readNumbers(const safetensors::Contents &contents, const char *name) {
    const safetensors::View *view = contents.find(name);
    if (view == nullptr || view->type != safetensors::Type::u8 ||
        view->bytes.size() % bytesOfNumber != 0) {
        throw ModelFileError(
            "tensor %1: not in the file as whole numbers, expected in what "
            "'expect' wrote.",
            safetensors::inQuotes(name));
    }
    std::vector<std::uint32_t> numbers(view->bytes.size() / bytesOfNumber);
    for (std::size_t i = 0; i < view->bytes.size(); ++i) {
        numbers[i / bytesOfNumber] |= std::to_integer<std::uint32_t>(view->bytes[i])
                                      << (8 * (i % bytesOfNumber));
    }
    return numbers;
}

std::uint64_t corpusOf(const safetensors::Contents &contents) {
    const auto found = contents.metadata().find(corpusKey);
    std::uint64_t corpus = 0;
    if (found != contents.metadata().end()) {
        const std::string &text = found->second;
        std::from_chars(text.data(), text.data() + text.size(), corpus);
    }
    return corpus;
}

CorpusExpectations parse(const safetensors::Contents &contents) {
    std::vector<std::uint32_t> lengths = readNumbers(contents, lengthsTensor);
    const std::vector<std::uint32_t> ids = readNumbers(contents, piecesTensor);
    const safetensors::View *view = contents.find(probabilitiesTensor);
    const std::size_t positions = std::accumulate(lengths.begin(), lengths.end(), std::size_t{0});
    if (view == nullptr || ids.size() != positions * expectedPieces) {
        throw ModelFileError("got %1 pieces for %2 positions, expected %3 for each.", ids.size(),
                             positions, expectedPieces);
    }
    std::vector<float> probabilities(ids.size());
    safetensors::copyValues(*view, probabilities);
    std::vector<Expected> pieces(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        pieces[i] = {static_cast<int>(ids[i]), probabilities[i]};
    }
    return {std::move(lengths), std::move(pieces), corpusOf(contents)};
}

}  // namespace

CorpusExpectations::CorpusExpectations(std::vector<std::uint32_t> lengths,
                                       std::vector<Expected> pieces, std::uint64_t corpus)
    : lengths_(std::move(lengths)), pieces_(std::move(pieces)), corpus_(corpus) {
    std::size_t start = 0;
    for (const std::uint32_t length : lengths_) {
        starts_.push_back(start);
        start += length;
    }
}

std::vector<Expected> CorpusExpectations::of(std::size_t pair) const {
    if (pair >= lengths_.size()) {
        return {};
    }
    const auto from = pieces_.begin() + static_cast<long>(starts_[pair] * expectedPieces);
    return {from, from + static_cast<long>(lengths_[pair]) * expectedPieces};
}

std::uint64_t CorpusExpectations::hash() const {
    return Hash()
        .add(std::as_bytes(std::span(lengths_)))
        .add(std::as_bytes(std::span(pieces_)))
        .value();
}

void CorpusExpectations::check(std::span<const SentencePair> pairs,
                               std::span<const std::vector<int>> targets) const {
    const std::size_t count = lengths_.size();
    if (count > pairs.size() ||
        training::hash({pairs.begin(), pairs.begin() + static_cast<long>(count)}) != corpus_) {
        throw CorpusError(
            "The corpus does not begin with the %1 pairs of which something is "
            "expected.",
            count);
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (targets[i].size() != lengths_[i]) {
            throw CorpusError(
                "The target of pair %1 has %2 pieces, expected %3: the vocabulary is "
                "another one.",
                i + 1, targets[i].size(), lengths_[i]);
        }
    }
}

CorpusExpectations expect(std::span<const std::shared_ptr<const Model>> teachers,
                          const std::vector<SentencePair> &pairs, int threads,
                          const std::stop_token &stop) {
    checkAlike(teachers);
    std::vector<Parameters<float>> weights;
    for (const auto &teacher : teachers) {
        weights.push_back(teacher->weights().parameters());
    }
    std::vector<EncodedPair> encoded(pairs.size());
    deal(threads, pairs.size(), [&](std::size_t i) {
        encoded[i] = {idsOf(teachers.front()->source(), pairs[i].source),
                      idsOf(teachers.front()->target(), pairs[i].references.front())};
    });
    std::vector<std::uint32_t> lengths;
    std::vector<std::size_t> starts;
    std::size_t positions = 0;
    for (const EncodedPair &pair : encoded) {
        starts.push_back(positions);
        lengths.push_back(static_cast<std::uint32_t>(pair.target.size()));
        positions += pair.target.size();
    }
    std::vector<Expected> pieces(positions * expectedPieces);
    const std::vector<std::vector<int>> batches = planBatches(encoded);
    // One network for each thread, since each keeps its workspace.
    std::vector<std::unique_ptr<Teachers>> workers;
    workers.reserve(static_cast<std::size_t>(threads));
    for (int i = 0; i < threads; ++i) {
        workers.push_back(std::make_unique<Teachers>(weights));
    }
    parallel(threads, [&](int thread) {
        for (auto i = static_cast<std::size_t>(thread); i < batches.size();
             i += static_cast<std::size_t>(threads)) {
            if (stop.stop_requested()) {
                throw Cancelled();
            }
            workers[static_cast<std::size_t>(thread)]->work(batches[i], encoded, starts, pieces);
        }
    });
    return {std::move(lengths), std::move(pieces), hash(pairs)};
}

void writeExpectations(const CorpusExpectations &expectations, const std::filesystem::path &file) {
    std::string lengths;
    for (const std::uint32_t length : expectations.lengths_) {
        appendNumber(length, lengths);
    }
    std::string ids;
    std::vector<Eigen::half> probabilities;
    for (const Expected &each : expectations.pieces_) {
        appendNumber(static_cast<std::uint32_t>(each.piece), ids);
        probabilities.emplace_back(each.probability);
    }
    const std::array tensors{safetensors::textView(lengthsTensor, lengths),
                             safetensors::textView(piecesTensor, ids),
                             safetensors::View{probabilitiesTensor,
                                               safetensors::Type::f16,
                                               {probabilities.size()},
                                               std::as_bytes(std::span(probabilities))}};
    safetensors::write(file, tensors, {{corpusKey, std::to_string(expectations.corpus())}});
}

CorpusExpectations readExpectations(const std::filesystem::path &file) {
    const std::vector<std::byte> bytes = safetensors::readFile(file);
    return safetensors::inFile(file.string(),
                               [&] { return parse(safetensors::Contents::parse(bytes)); });
}

}  // namespace model::training
