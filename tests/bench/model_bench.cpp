// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the built-in model decodes, beside how fast this machine reads what it reads. Each
// figure is the median and the 99th percentile of single actions, in milliseconds.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstring>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "model/decoding/decoder.h"
#include "model/decoding/search.h"
#include "model/evaluation/translate_all.h"
#include "model/model.h"
#include "model/numerics/helper.h"
#include "model/training/corpus.h"
#include "resources/built_in_models.h"
#include "tests/bench/durations.h"

namespace {

using bench::Durations;
using namespace model;

/// Twenty words, our own.
const std::string twentyWords =
    "Quand le vieux marin est revenu au port, sa fille attendait devant la petite maison bleue de "
    "leur tante Marie.";

std::shared_ptr<const Model> builtIn() {
    static const auto model = readModel(resources::builtInModels().front().bytes(), "built in");
    return model;
}

/// Bytes of the weights that one step of the decoder reads, as they are stored.
double bytesOfStep(const Model &model) {
    const Configuration &c = model.configuration();
    const double query =
        static_cast<double>(c.attention) * (c.decoder + (c.queryOfWord ? c.embedding : 0));
    const double cell = 3.0 * c.decoder * (c.embedding + c.decoder);
    const double readout =
        static_cast<double>(c.embedding) * (c.decoder + 2 * c.encoder + c.embedding);
    const double output = static_cast<double>(c.targetVocabulary) * c.embedding;
    const bool halves = model.weights()[model.weights().output()].halves() != nullptr;
    return (query + cell + readout + output) * (halves ? 2 : 4);
}

using Words [[gnu::vector_size(64)]] = std::uint64_t;

/// The sum of all words: one reading of the memory from its beginning to its end.
[[gnu::noinline, gnu::target_clones("default", "avx2", "avx512f")]] std::uint64_t sumOf(
    const Words *from, std::size_t count) {
    Words sums[4] = {};
    for (std::size_t i = 0; i + 4 <= count; i += 4) {
        for (std::size_t k = 0; k < 4; ++k) {
            sums[k] += from[i + k];
        }
    }
    const Words sum = sums[0] + sums[1] + sums[2] + sums[3];
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < sizeof(Words) / sizeof(std::uint64_t); ++i) {
        all += sum[i];
    }
    return all;
}

/// What a step cannot be faster than: reading as many bytes as it reads of weights.
void limitOfStep(benchmark::State &state) {
    const double bytes = bytesOfStep(*builtIn());
    const auto count = static_cast<std::size_t>(bytes) / sizeof(Words);
    std::vector<Words> memory(count);
    std::memset(memory.data(), 1, count * sizeof(Words));
    Durations durations;
    for (auto _ : state) {
        durations.measure(state,
                          [&] { benchmark::DoNotOptimize(sumOf(memory.data(), memory.size())); });
    }
    durations.report(state);
    state.counters["MB"] = bytes / 1e6;
    state.counters["GB_per_s"] = bytes / 1e6 / durations.median();
}
BENCHMARK(limitOfStep)->UseManualTime()->Iterations(2000);

/// Steps in the middle of a sentence of 20 words.
void decoderStep(benchmark::State &state) {
    const auto trace = translate(builtIn(), twentyWords);
    const Prefix prefix = prefixOf(*trace, trace->targetLength() / 2);
    Durations durations;
    for (auto _ : state) {
        durations.measure(state, [&] {
            benchmark::DoNotOptimize(decode(*trace->model, *trace->encoder, prefix));
        });
    }
    durations.report(state);
}
BENCHMARK(decoderStep)->UseManualTime()->Iterations(2000);

/// A sentence of 20 words translated and traced, on one thread and on two.
void oneSentence(benchmark::State &state) {
    Helper helper;
    std::optional<Helper::Attending> attending;
    if (state.range(0) == 2) {
        attending.emplace(helper);
    }
    Durations durations;
    for (auto _ : state) {
        durations.measure(state,
                          [&] { benchmark::DoNotOptimize(translate(builtIn(), twentyWords)); });
    }
    durations.report(state);
}
BENCHMARK(oneSentence)->Arg(1)->Arg(2)->UseManualTime()->Iterations(200);

/// A file of sentences on one thread: the sentences a second.
void manySentences(benchmark::State &state) {
    std::vector<std::string> sentences;
    for (const auto &pair : training::readCorpus(CONVERSATION, training::Columns::references,
                                                 training::BadLines::refuse)
                                .pairs) {
        sentences.push_back(pair.source);
    }
    SearchOptions options;
    options.beam = static_cast<int>(state.range(0));
    Durations durations;
    for (auto _ : state) {
        durations.measure(state, [&] {
            benchmark::DoNotOptimize(evaluation::translateEach(builtIn(), sentences, options, 1));
        });
    }
    durations.report(state);
    state.counters["sentences_per_s"] =
        static_cast<double>(sentences.size()) / durations.median() * 1e3;
}
BENCHMARK(manySentences)->Arg(1)->Arg(4)->UseManualTime()->Iterations(10);

/// Sources of some hundred words: the time that each pair of a source and a target piece takes.
void longSource(benchmark::State &state) {
    std::string sentence;
    for (long words = 0; words < state.range(0); words += 20) {
        sentence += (words > 0 ? " " : "") + twentyWords;
    }
    Durations durations;
    double pairs = 0;
    for (auto _ : state) {
        durations.measure(state, [&] {
            const auto trace = translate(builtIn(), sentence);
            pairs = static_cast<double>(trace->sourceLength()) * trace->targetLength();
        });
    }
    durations.report(state);
    state.counters["pairs"] = pairs;
    state.counters["us_per_pair"] = durations.median() * 1e3 / pairs;
}
BENCHMARK(longSource)->Arg(20)->Arg(100)->Arg(300)->UseManualTime()->Iterations(10);

}  // namespace

BENCHMARK_MAIN();
