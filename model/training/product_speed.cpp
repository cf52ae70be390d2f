// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/product_speed.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>

#include "model/training/update.h"

namespace model::training {

namespace {

/// c [m, n] = a [m, k] b [k, n], so many times in an update.
struct Kind {
    long m, n, k;
    double times;
    /// The second operand is packed once for many products, as a recurrent layer's weights are.
    bool repeated;
};

/// A product with many rows goes as fast, row by row, as one with these.
constexpr long mostRows = 256;
/// Pieces of a sentence as it is found in everyday text.
constexpr long length = 10;

/// Collects the products of an update.
class Kinds {
  public:
    /// A layer that sees so many rows: forward, backward to the input and backward to the weights.
    void layer(long rows, long outputs, long inputs) {
        const long some = std::min(rows, mostRows);
        const double times = static_cast<double>(rows) / static_cast<double>(some);
        kinds_.push_back({some, outputs, inputs, times, false});
        kinds_.push_back({some, inputs, outputs, times, false});
        kinds_.push_back({outputs, inputs, some, times, false});
    }
    /// What a layer of gated units adds at each step from its own state.
    void recurrent(long sequences, long units) {
        kinds_.push_back({sequences, 3 * units, units, length, true});
        kinds_.push_back({sequences, units, 3 * units, length, true});
    }
    /// The convolutions on so many pictures, and what makes annotations of them: the rows are the
    /// cells of all pictures.
    void pictures(const Configuration &c, long count) {
        long inputs = picture::channels;
        long side = picture::size;
        for (const int features : c.features) {
            side /= 2;
            layer(side * side * count, features, 9 * inputs);
            inputs = features;
        }
        layer(picture::positions * count, c.encoder, 9 * inputs);
    }

    const std::vector<Kind> &all() const { return kinds_; }

  private:
    std::vector<Kind> kinds_;
};

std::vector<Kind> kindsOf(const Configuration &c, int targetPieces) {
    const long pieces = std::max(1L, static_cast<long>(targetPieces) / Updater::shardCount);
    const long sentences = std::clamp(pieces / length, 2L, mostRows);
    Kinds kinds;
    if (c.seesPictures()) {
        kinds.pictures(c, sentences);
    } else {
        for (int direction = 0; direction < (c.bidirectional ? 2 : 1); ++direction) {
            kinds.layer(pieces, 3L * c.encoder, c.embedding);
            kinds.recurrent(sentences, c.encoder);
        }
    }
    kinds.layer(pieces, 3L * c.decoder, c.embedding + c.annotation());
    kinds.layer(pieces, c.targetVocabulary, c.embedding);
    kinds.recurrent(sentences, c.decoder);
    return kinds.all();
}

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// The shortest time that each library takes for one such product.
std::vector<double> shortest(std::span<const layers::ProductLibrary> libraries, const Kind &kind,
                             double budget) {
    const Matrix a = Matrix::Constant(kind.m, kind.k, 0.5F);
    const Matrix b = Matrix::Constant(kind.k, kind.n, 0.25F);
    Matrix c(kind.m, kind.n);
    std::vector<std::unique_ptr<layers::RepeatedFactor>> factors;
    for (const layers::ProductLibrary &library : libraries) {
        factors.push_back(kind.repeated ? library.repeated(false, kind.n, kind.k) : nullptr);
        if (kind.repeated) {
            factors.back()->load(b.data(), kind.n);
        }
    }
    std::vector<double> best(libraries.size(), std::numeric_limits<double>::infinity());
    const double start = now();
    // The first round makes the libraries' kernels, and is not counted.
    for (int round = 0; round < 2 || now() - start < budget; ++round) {
        for (std::size_t i = 0; i < libraries.size(); ++i) {
            const double before = now();
            if (kind.repeated) {
                factors[i]->multiply(kind.m, a.data(), kind.k, 0, c.data(), kind.n);
            } else {
                libraries[i].sgemm(false, false, kind.m, kind.n, kind.k, a.data(), kind.k, b.data(),
                                   kind.n, 0, c.data(), kind.n);
            }
            if (round > 0) {
                best[i] = std::min(best[i], now() - before);
            }
        }
    }
    return best;
}

}  // namespace

std::vector<double> productSeconds(std::span<const layers::ProductLibrary> libraries,
                                   const Configuration &configuration, int targetPieces,
                                   double budget) {
    const std::vector<Kind> kinds = kindsOf(configuration, targetPieces);
    std::vector<double> seconds(libraries.size(), 0.0);
    for (const Kind &kind : kinds) {
        const std::vector<double> each =
            shortest(libraries, kind, budget / static_cast<double>(kinds.size()));
        for (std::size_t i = 0; i < seconds.size(); ++i) {
            seconds[i] += kind.times * Updater::shardCount * each[i];
        }
    }
    return seconds;
}

}  // namespace model::training
