// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/held_out.h"

#include <algorithm>
#include <cmath>

#include "model/error.h"
#include "model/numerics/parallel.h"
#include "model/training/tasks/task_pairs.h"

namespace model::training {

namespace {

/// Pairs that are computed at once: few enough for the caches, whatever the number of threads.
constexpr std::size_t partSize = 64;
/// Ranges of lengths at most.
constexpr int mostRanges = 8;

double entropyOf(std::span<const float> weights) {
    double sum = 0;
    for (const float weight : weights) {
        sum -= weight > 0 ? weight * std::log(static_cast<double>(weight)) : 0;
    }
    return sum;
}

}  // namespace

struct HeldOut::Sums {
    double loss = 0, entropy = 0, aligned = 0;
    long letters = 0;    ///< ends included
    long attending = 0;  ///< letters without the ends
    long linked = 0;     ///< … of which it is known where they come from
    long correct = 0;
    std::vector<bool> right;  ///< for each pair
};

HeldOut::HeldOut(const std::vector<TaskPair> &pairs, const Tokenizer &source,
                 const Tokenizer &target) {
    if (pairs.empty()) {
        throw Error("Got no pair to measure a model on, expected one or more.");
    }
    pairs_.reserve(pairs.size());
    for (const TaskPair &pair : pairs) {
        pairs_.push_back(encode(pair, source, target));
    }
    std::ranges::stable_sort(pairs_, std::ranges::greater(),
                             [](const EncodedPair &pair) { return pair.source.size(); });
}

HeldOutFigures HeldOut::measure(const Parameters<float> &weights, int threads,
                                const std::stop_token &stop) const {
    std::vector<Sums> parts((pairs_.size() + partSize - 1) / partSize);
    const auto step = static_cast<std::size_t>(threads);
    parallel(threads, [&](int thread) {
        Network<float> network;
        for (auto part = static_cast<std::size_t>(thread); part < parts.size(); part += step) {
            if (stop.stop_requested()) {
                throw Cancelled();
            }
            parts[part] = measurePart(weights, network, part * partSize);
        }
    });
    return figures(parts, weights.configuration().attends());
}

HeldOut::Sums HeldOut::measurePart(const Parameters<float> &weights, Network<float> &network,
                                   std::size_t first) const {
    const std::size_t count = std::min(partSize, pairs_.size() - first);
    std::vector<const EncodedPair *> chosen;
    for (std::size_t i = first; i < first + count; ++i) {
        chosen.push_back(&pairs_[i]);
    }
    const Batch batch = makeBatch(chosen);
    Parameters<float> none;
    const Pass<float> pass{weights, batch, {0, 0}, 0, none};
    Sums sums;
    sums.right = std::vector<bool>(count, true);
    network.predict(pass, [&](long begin, In<float> logits) {
        for (long i = 0; i < logits.rows(); ++i) {
            const long row = network.rows()[static_cast<std::size_t>(begin + i)];
            const auto sentence = static_cast<std::size_t>(row % batch.size);
            const int expected = batch.target[static_cast<std::size_t>(row)];
            const auto scores = logits.row(i);
            Eigen::Index best = 0;
            const double greatest = scores.maxCoeff(&best);
            const double sum = (scores.array().cast<double>() - greatest).exp().sum();
            sums.loss += greatest + std::log(sum) - static_cast<double>(scores(expected));
            ++sums.letters;
            sums.correct += best == expected ? 1 : 0;
            sums.right[sentence] = sums.right[sentence] && best == expected;
            if (!pass.attends() || expected == special::end) {
                continue;
            }
            const auto length = static_cast<std::size_t>(batch.sourceLengths[sentence]);
            const In<float> weighed = network.attention();  // which a row of it refers to
            const auto attention = weighed.row(row);
            sums.entropy += entropyOf({attention.data(), length});
            const auto linked = batch.linked(row);
            for (const int position : linked) {
                sums.aligned += static_cast<double>(attention(position));
            }
            ++sums.attending;
            sums.linked += linked.empty() ? 0 : 1;
        }
    });
    return sums;
}

HeldOutFigures HeldOut::figures(const std::vector<Sums> &parts, bool attends) const {
    const auto lengthOf = [](const EncodedPair &pair) {
        return static_cast<int>(pair.source.size()) - 1;
    };
    const int longest = lengthOf(pairs_.front());
    const int width = (longest + mostRanges - 1) / mostRanges;
    HeldOutFigures figures;
    for (int most = width; most < longest + width; most += width) {
        figures.byLength.push_back({most - width + 1, most, 0, 0});
    }
    Sums all;
    for (const Sums &part : parts) {
        all.loss += part.loss;
        all.entropy += part.entropy;
        all.aligned += part.aligned;
        all.letters += part.letters;
        all.attending += part.attending;
        all.linked += part.linked;
        all.correct += part.correct;
        all.right.insert(all.right.end(), part.right.begin(), part.right.end());
    }
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        LengthAccuracy &range =
            figures.byLength[static_cast<std::size_t>((lengthOf(pairs_[i]) - 1) / width)];
        ++range.pairs;
        range.right += all.right[i] ? 1 : 0;
    }
    std::erase_if(figures.byLength, [](const LengthAccuracy &range) { return range.pairs == 0; });
    const auto letters = static_cast<double>(all.letters);
    figures.pairs = static_cast<int>(pairs_.size());
    figures.loss = all.loss / letters;
    figures.letterAccuracy = static_cast<double>(all.correct) / letters;
    figures.accuracy = static_cast<double>(std::ranges::count(all.right, true)) /
                       static_cast<double>(pairs_.size());
    if (attends) {
        figures.entropy = all.entropy / static_cast<double>(all.attending);
    }
    if (all.linked > 0) {
        figures.aligned = all.aligned / static_cast<double>(all.linked);
    }
    return figures;
}

}  // namespace model::training
