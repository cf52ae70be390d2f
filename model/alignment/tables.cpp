// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/tables.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace model::aligner {
namespace {

/// The probability of a pair of words that never occurred in one sentence pair, or whose count
/// vanished.
constexpr float unseen = 1e-7F;
/// … unless the two are written alike.
constexpr float unseenButSame = 0.1F;

/// The exponential of the digamma function, e^ψ(x), by recurrence and the asymptotic series.
double expDigamma(double x) {
    double result = 0;
    while (x < 6) {
        result -= 1 / x;
        x += 1;
    }
    const double r = 1 / (x * x);
    result += std::log(x) - 0.5 / x - r * (1.0 / 12 - r * (1.0 / 120 - r / 252));
    return std::exp(result);
}

/// The probability of something counted `count` times out of `sum`, where there are `kinds`.
class Estimate {
  public:
    Estimate(double prior, double kinds) : prior_(prior), kinds_(kinds) {}
    double numerator(double count) const { return prior_ > 0 ? expDigamma(count + prior_) : count; }
    double denominator(double sum) const {
        return prior_ > 0 ? expDigamma(sum + prior_ * kinds_) : sum;
    }
    float operator()(double count, double denominator) const {
        return denominator > 0
                   ? std::max(static_cast<float>(numerator(count) / denominator), unseen)
                   : unseen;
    }

  private:
    double prior_;
    double kinds_;
};

}  // namespace

void fillEmissions(const Direction &direction, Made made, std::span<const std::int32_t> source,
                   std::span<const std::int32_t> target, std::span<const std::int32_t> entries,
                   Emissions &result) {
    const bool makesTarget = made == Made::target;
    const auto &makers = makesTarget ? source : target;
    const auto &products = makesTarget ? target : source;
    result.given = static_cast<int>(makers.size());
    result.made = static_cast<int>(products.size());
    result.link.resize(entries.size());
    result.null.resize(products.size());
    const std::size_t columns = target.size();
    const auto unknown = static_cast<float>(direction.unknownGiven);
    std::size_t out = 0;
    for (std::size_t i = 0; i < products.size(); ++i) {
        const auto product = products[i];
        result.null[i] = product < 0 ? unknown : direction.null[static_cast<std::size_t>(product)];
        for (std::size_t j = 0; j < makers.size(); ++j) {
            const auto entry = makesTarget ? entries[j * columns + i] : entries[i * columns + j];
            float &probability = result.link[out++];
            if (entry >= 0) {
                probability = direction.link[static_cast<std::size_t>(entry)];
            } else if (entry == IndexedPair::same) {
                probability = unseenButSame;
            } else {
                probability = product < 0 || makers[j] < 0 ? unknown : unseen;
            }
        }
    }
}

Direction uniformDirection(const Lexicon &lexicon, Made made) {
    const int words = made == Made::target ? lexicon.targetWords() : lexicon.sourceWords();
    Direction direction;
    direction.unknownGiven = 1.0 / words;
    direction.link.assign(lexicon.entries(), 1.0F / static_cast<float>(words));
    direction.null.assign(static_cast<std::size_t>(words), 1.0F / static_cast<float>(words));
    direction.jumps = smoothed({});
    return direction;
}

void maximise(const Lexicon &lexicon, Made made, const ExactSums &links, const ExactSums &nulls,
              double prior, Direction &direction) {
    const Estimate estimate(prior, static_cast<double>(nulls.size()));
    if (made == Made::target) {
        for (int word = 0; word < lexicon.sourceWords(); ++word) {
            double sum = 0;
            for (std::size_t k = lexicon.row(word); k < lexicon.row(word + 1); ++k) {
                sum += links[k];
            }
            const double denominator = estimate.denominator(sum);
            for (std::size_t k = lexicon.row(word); k < lexicon.row(word + 1); ++k) {
                direction.link[k] = estimate(links[k], denominator);
            }
        }
    } else {
        std::vector<double> sums(static_cast<std::size_t>(lexicon.targetWords()));
        for (std::size_t k = 0; k < links.size(); ++k) {
            sums[static_cast<std::size_t>(lexicon.targetOf(k))] += links[k];
        }
        for (double &sum : sums) {
            sum = estimate.denominator(sum);
        }
        for (std::size_t k = 0; k < links.size(); ++k) {
            direction.link[k] =
                estimate(links[k], sums[static_cast<std::size_t>(lexicon.targetOf(k))]);
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < nulls.size(); ++i) {
        sum += nulls[i];
    }
    const double denominator = estimate.denominator(sum);
    for (std::size_t i = 0; i < nulls.size(); ++i) {
        direction.null[i] = estimate(nulls[i], denominator);
    }
}

Jumps smoothed(const Jumps &expected) {
    Jumps result;
    const auto smooth = [](const auto &counts, auto &probabilities) {
        const double sum = std::accumulate(counts.begin(), counts.end(), 0.0);
        for (std::size_t k = 0; k < counts.size(); ++k) {
            // Half an observation keeps every jump possible; the longest share theirs with all
            // jumps that are longer still.
            probabilities[k] = (counts[k] + 0.5) / (sum + 0.5 * Jumps::count);
        }
    };
    smooth(expected.inner, result.inner);
    smooth(expected.first, result.first);
    smooth(expected.last, result.last);
    return result;
}

}  // namespace model::aligner
