// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_command.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <vector>

#include "app/cli/architecture.h"
#include "app/cli/options.h"
#include "app/cli/products.h"
#include "model/layers/onednn.h"
#include "model/layers/product.h"
#include "model/numerics/parallel.h"
#include "model/numerics/random.h"
#include "model/trace_file/json.h"
#include "model/training/batch.h"
#include "model/training/update.h"

namespace cli {
namespace {

using namespace model;
using namespace model::training;

/// Floating-point operations of all matrix products since the start. The products of a row with a
/// matrix and what is not a product (gates, softmax, the optimizer) are not counted.
std::atomic<long> operations{0};

/// The products that are measured.
layers::ProductLibrary products;

void countingSgemm(bool transposeA, bool transposeB, long m, long n, long k, const float *a,
                   long lda, const float *b, long ldb, float beta, float *c, long ldc) {
    operations.fetch_add(2 * m * n * k, std::memory_order_relaxed);
    products.sgemm(transposeA, transposeB, m, n, k, a, lda, b, ldb, beta, c, ldc);
}

class CountingFactor : public layers::RepeatedFactor {
  public:
    CountingFactor(bool transposeB, long n, long k)
        : factor_(products.repeated(transposeB, n, k)), perRow_(2 * n * k) {}
    void load(const float *b, long ldb) override { factor_->load(b, ldb); }
    void multiply(long m, const float *a, long lda, float beta, float *c, long ldc) override {
        operations.fetch_add(m * perRow_, std::memory_order_relaxed);
        factor_->multiply(m, a, lda, beta, c, ldc);
    }

  private:
    std::unique_ptr<layers::RepeatedFactor> factor_;
    long perRow_;
};

std::unique_ptr<layers::RepeatedFactor> countingRepeated(bool transposeB, long n, long k) {
    return std::make_unique<CountingFactor>(transposeB, n, k);
}

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// What was measured with some number of threads.
struct Measurement {
    int threads = 1;
    double piecesPerSecond = 0;  ///< target pieces
    double wordsPerSecond = 0;   ///< target words
    double gigaflops = 0;        ///< of matrix products, per second of the whole update
    double machine = 0;          ///< of large matrix products alone, on as many threads
    std::size_t bytes = 0;       ///< of gradients and workspaces
};

/// Sentence pairs whose lengths are spread like those of everyday sentences (log-normal, ten pieces
/// in the middle) and whose pieces are drawn evenly from the vocabulary. In the real vocabulary a
/// word takes about 1.4 pieces, so that many of them begin one.
constexpr double piecesPerWord = 1.4;

std::vector<EncodedPair> makePairs(const Configuration &configuration, int count) {
    Random random{7};
    const auto normal = [&random] {
        const double radius = std::sqrt(-2 * std::log(1 - random.uniform()));
        return radius * std::cos(2 * std::numbers::pi * random.uniform());
    };
    const auto sentence = [&random](double length, int vocabulary) {
        std::vector<int> ids;
        const int pieces = std::clamp(static_cast<int>(std::lround(length)), 2, 60);
        for (int i = 1; i < pieces; ++i) {
            ids.push_back(
                static_cast<int>(4 + random.below(static_cast<std::size_t>(vocabulary - 4))));
        }
        ids.push_back(special::end);
        return ids;
    };
    std::vector<EncodedPair> pairs;
    for (int i = 0; i < count; ++i) {
        const double length = std::exp(std::log(10) + 0.45 * normal());
        pairs.push_back({sentence(length * 1.1, configuration.sourceVocabulary),
                         sentence(length, configuration.targetVocabulary),
                         {}});
    }
    return pairs;
}

/// The best rate of large products of a few, on every thread at once.
double machineRate(int threads) {
    constexpr long size = 1024;
    double best = 0;
    for (int repetition = 0; repetition < 8; ++repetition) {
        std::vector<Matrix> a(static_cast<std::size_t>(threads), Matrix::Random(size, size));
        std::vector<Matrix> b = a;
        std::vector<Matrix> c = a;
        const double start = now();
        parallel(threads, [&](int thread) {
            const auto t = static_cast<std::size_t>(thread);
            for (int i = 0; i < 8; ++i) {
                oneDnn().sgemm(false, true, size, size, size, a[t].data(), size, b[t].data(), size,
                               0, c[t].data(), size);
            }
        });
        const double flops = 8.0 * threads * 2 * size * size * size;
        best = std::max(best, flops / (now() - start) / 1e9);
    }
    return best;
}

Measurement measure(const Configuration &configuration, const BatchPlan &plan, int threads,
                    double seconds) {
    Updater::Options options;
    options.threads = threads;
    TrainingState state(configuration);
    initialise(state.weights, 1);
    Updater updater(configuration, options);
    const auto pairs = makePairs(configuration, 20000);
    const auto batches = planEpoch(pairs, plan, 1, 0);
    const auto update = [&](std::size_t i) {
        std::vector<const EncodedPair *> chosen;
        for (const int index : batches[i % batches.size()]) {
            chosen.push_back(&pairs[static_cast<std::size_t>(index)]);
        }
        return updater.apply(state, chosen, 0).targetPieces;
    };
    constexpr std::size_t warmUp = 5;  // buffers grow, kernels are made
    for (std::size_t i = 0; i < warmUp; ++i) {
        update(i);
    }
    Measurement m;
    m.threads = threads;
    const long before = operations;
    const double start = now();
    long pieces = 0;
    double elapsed = 0;
    for (std::size_t i = warmUp; elapsed < seconds; ++i) {
        pieces += update(i);
        elapsed = now() - start;
    }
    m.piecesPerSecond = static_cast<double>(pieces) / elapsed;
    m.wordsPerSecond = m.piecesPerSecond / piecesPerWord;
    m.gigaflops = static_cast<double>(operations - before) / elapsed / 1e9;
    m.bytes = updater.bytes() + 5 * state.weights.values().size_bytes();
    m.machine = machineRate(threads);
    return m;
}

void printMeasurements(const std::vector<Measurement> &all) {
    std::printf("threads  target words/s  pieces/s  GFLOP/s  sgemm GFLOP/s  share  memory\n");
    for (const Measurement &m : all) {
        std::printf("%7d  %14.0f  %8.0f  %7.1f  %13.1f  %3.0f %%  %.0f MB\n", m.threads,
                    m.wordsPerSecond, m.piecesPerSecond, m.gigaflops, m.machine,
                    100 * m.gigaflops / m.machine, static_cast<double>(m.bytes) / 1e6);
    }
    if (all.size() > 1) {
        std::printf("%d threads are %.2f times as fast as %d.\n", all.back().threads,
                    all.back().piecesPerSecond / all.front().piecesPerSecond, all.front().threads);
    }
}

void printMeasurementsAsJson(const std::vector<Measurement> &all) {
    model::Json list = model::Json::array();
    for (const Measurement &m : all) {
        list.push_back({{"threads", m.threads},
                        {"target_words_per_second", m.wordsPerSecond},
                        {"target_pieces_per_second", m.piecesPerSecond},
                        {"gigaflops", m.gigaflops},
                        {"sgemm_gigaflops", m.machine},
                        {"bytes", m.bytes}});
    }
    std::printf("%s\n", model::lineOf({{"train", list}}).c_str());
}

}  // namespace

int benchCommand(std::span<const std::string> arguments) {
    std::string what;
    std::string architecture = "attention";
    std::string precision = "float32";
    int threads = 2;
    double seconds = 10;
    bool json = false;
    BatchPlan plan;
    Configuration configuration;
    configuration.sourceVocabulary = 10000;
    configuration.targetVocabulary = 8000;
    Options options(
        "attention-model bench train [OPTIONS]",
        "Measures how fast a model learns, by default one of the built-in ones' size, on one "
        "thread and on\nseveral, beside the machine's own rate of matrix products in the same "
        "run.");
    options.argument("WHAT", what, "what is measured: train");
    options.text("architecture", "NAME", architecture, "attention or bottleneck");
    options.text("precision", "NAME", precision, precisions);
    declareSizes(options, configuration);
    options.integer("threads", "N", threads, 1, 64, "the larger number of threads");
    options.integer("batch", "N", plan.targetPieces, 1, 1000000, "target pieces per batch");
    options.real("seconds", "S", seconds, 0.1, 3600, "of each measurement");
    options.flag("json", json, "one JSON object instead of a table");
    if (!options.parse(arguments)) {
        return 0;
    }
    if (what != "train") {
        throw UsageError("There is nothing called '%1' to measure, expected train.", what);
    }
    configuration.architecture = architectureNamed(architecture);
    products = productsOf(precision);
    layers::setProductLibrary({countingSgemm, countingRepeated});
    std::vector<Measurement> all{measure(configuration, plan, 1, seconds)};
    if (threads > 1) {
        all.push_back(measure(configuration, plan, threads, seconds));
    }
    (json ? printMeasurementsAsJson : printMeasurements)(all);
    return 0;
}

}  // namespace cli
