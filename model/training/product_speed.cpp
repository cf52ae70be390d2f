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

std::vector<Kind> kindsOf(const Configuration &c, int targetPieces) {
    const long pieces = std::max(1L, static_cast<long>(targetPieces) / Updater::shardCount);
    const long sentences = std::clamp(pieces / length, 2L, mostRows);
    const long rows = std::min(pieces, mostRows);
    const double blocks = static_cast<double>(pieces) / static_cast<double>(rows);
    const int directions = c.bidirectional ? 2 : 1;
    std::vector<Kind> kinds;
    // Forward, backward to the input, and backward to the weights.
    const auto layer = [&](long outputs, long inputs, double times) {
        kinds.push_back({rows, outputs, inputs, times * blocks, false});
        kinds.push_back({rows, inputs, outputs, times * blocks, false});
        kinds.push_back({outputs, inputs, rows, times * blocks, false});
    };
    layer(3L * c.encoder, c.embedding, directions);
    layer(3L * c.decoder, c.embedding + c.annotation(), 1);
    layer(c.targetVocabulary, c.embedding, 1);
    const auto recurrent = [&](long units, double times) {
        kinds.push_back({sentences, 3 * units, units, times * length, true});
        kinds.push_back({sentences, units, 3 * units, times * length, true});
    };
    recurrent(c.encoder, directions);
    recurrent(c.decoder, 1);
    return kinds;
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
