// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/hmm.h"

#include <algorithm>
#include <cmath>

namespace model::aligner {
namespace {

std::size_t at(int row, int columns) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns);
}

/// The forward probabilities, each row scaled to the sum 1; returns the logarithm of the product of
/// the scales.
double runForward(const Emissions &e, const Transitions &t, float nullProbability, HmmScratch &s) {
    const int J = e.given;
    const int M = J + 1;
    const float real = 1 - nullProbability;
    s.forwardLink.assign(at(e.made, J), 0);
    s.forwardNull.assign(at(e.made, M), 0);
    s.forward.assign(at(e.made + 1, M), 0);
    s.scale.assign(static_cast<std::size_t>(e.made), 0);
    s.forward[0] = 1;
    double logarithm = 0;
    for (int i = 0; i < e.made; ++i) {
        const float *before = &s.forward[at(i, M)];
        float *all = &s.forward[at(i + 1, M)];
        float *link = &s.forwardLink[at(i, J)];
        float *null = &s.forwardNull[at(i, M)];
        for (int m = 0; m < M; ++m) {
            const float *step = &t.step[at(m, J)];
            const float weight = before[m];
            for (int j = 0; j < J; ++j) {
                link[j] += weight * step[j];
            }
        }
        const float *emission = &e.link[at(i, J)];
        const float nullEmission = nullProbability * e.null[static_cast<std::size_t>(i)];
        float sum = 0;
        for (int j = 0; j < J; ++j) {
            link[j] *= real * emission[j];
            sum += link[j];
        }
        for (int m = 0; m < M; ++m) {
            null[m] = nullEmission * before[m];
            sum += null[m];
        }
        const float scale = 1 / sum;
        s.scale[static_cast<std::size_t>(i)] = scale;
        logarithm += std::log(static_cast<double>(sum));
        for (int j = 0; j < J; ++j) {
            link[j] *= scale;
        }
        for (int m = 0; m < M; ++m) {
            null[m] *= scale;
            all[m] = null[m] + (m > 0 ? link[m - 1] : 0);
        }
    }
    return logarithm;
}

/// One step back from made word i: `next` holds the backward probabilities after it.
void stepBack(const Emissions &e, const Transitions &t, float nullProbability, int i, HmmScratch &s,
              bool count) {
    const int J = e.given;
    const int M = J + 1;
    const float scale = s.scale[static_cast<std::size_t>(i)];
    const float *emission = &e.link[at(i, J)];
    const float *before = &s.forward[at(i, M)];
    const float nullEmission = scale * nullProbability * e.null[static_cast<std::size_t>(i)];
    const float real = (1 - nullProbability) * scale;
    std::swap(s.backward, s.next);
    float *ahead = s.next.data();  // of a link to j: ahead[j + 1]
    float *result = s.backward.data();
    for (int m = 0; m < M; ++m) {
        result[m] = nullEmission * ahead[m];
    }
    for (int j = 0; j < J; ++j) {
        ahead[j + 1] *= real * emission[j];
    }
    for (int m = 0; m < M; ++m) {
        const float *step = &t.step[at(m, J)];
        float sum = 0;
        for (int j = 0; j < J; ++j) {
            sum += step[j] * ahead[j + 1];
        }
        result[m] += sum;
    }
    if (!count) {
        return;
    }
    for (int m = 0; m < M; ++m) {
        float *expected = &s.expected[at(m, J)];
        const float weight = before[m];
        for (int j = 0; j < J; ++j) {
            expected[j] += weight * ahead[j + 1];
        }
    }
}

void addJumps(const Transitions &t, const HmmScratch &s, Jumps &jumps) {
    const int J = t.given;
    for (int m = 0; m <= J; ++m) {
        for (int j = 0; j < J; ++j) {
            const std::size_t cell = at(m, J) + static_cast<std::size_t>(j);
            const double value = static_cast<double>(s.expected[cell]) * t.step[cell];
            if (m == 0) {
                jumps.first[static_cast<std::size_t>(Jumps::bucket(j))] += value;
            } else {
                jumps.inner[static_cast<std::size_t>(Jumps::bucket(j - (m - 1)))] += value;
            }
        }
    }
}

}  // namespace

Transitions::Transitions(const Jumps &jumps, int length)
    : given(length), step(at(length + 1, length)), last(static_cast<std::size_t>(length) + 1) {
    const auto fill = [length](float *row, int from, const std::array<double, Jumps::count> &c,
                               int sign) {
        double sum = 0;
        for (int j = 0; j < length; ++j) {
            sum += c[static_cast<std::size_t>(Jumps::bucket(sign * (j - from)))];
        }
        for (int j = 0; j < length; ++j) {
            row[j] = static_cast<float>(
                c[static_cast<std::size_t>(Jumps::bucket(sign * (j - from)))] / sum);
        }
    };
    fill(step.data(), 0, jumps.first, 1);
    for (int m = 1; m <= length; ++m) {
        fill(&step[at(m, length)], m - 1, jumps.inner, 1);
    }
    fill(&last[1], length - 1, jumps.last, -1);
    last[0] = *std::min_element(last.begin() + 1, last.end());
}

void model1(const Emissions &e, float nullProbability, Posteriors &result) {
    const int J = e.given;
    result.link.resize(e.link.size());
    result.null.resize(e.null.size());
    result.logLikelihood = 0;
    const float each = (1 - nullProbability) / static_cast<float>(J);
    for (int i = 0; i < e.made; ++i) {
        const float *emission = &e.link[at(i, J)];
        float *link = &result.link[at(i, J)];
        float &null = result.null[static_cast<std::size_t>(i)];
        null = nullProbability * e.null[static_cast<std::size_t>(i)];
        float sum = null;
        for (int j = 0; j < J; ++j) {
            link[j] = each * emission[j];
            sum += link[j];
        }
        null /= sum;
        for (int j = 0; j < J; ++j) {
            link[j] /= sum;
        }
        result.logLikelihood += std::log(static_cast<double>(sum));
    }
}

void hmm(const Emissions &e, const Transitions &t, float nullProbability, HmmScratch &s,
         Posteriors &result, Jumps *jumps) {
    const int J = e.given;
    const int M = J + 1;
    result.link.resize(e.link.size());
    result.null.resize(e.null.size());
    result.logLikelihood = runForward(e, t, nullProbability, s);
    const float *end = &s.forward[at(e.made, M)];
    float sum = 0;
    for (int m = 0; m < M; ++m) {
        sum += end[m] * t.last[static_cast<std::size_t>(m)];
    }
    result.logLikelihood += std::log(static_cast<double>(sum));
    s.next.resize(static_cast<std::size_t>(M));
    s.backward.resize(static_cast<std::size_t>(M));
    for (int m = 0; m < M; ++m) {
        const float value = t.last[static_cast<std::size_t>(m)] / sum;
        s.backward[static_cast<std::size_t>(m)] = value;
        if (jumps != nullptr && m > 0) {
            jumps->last[static_cast<std::size_t>(Jumps::bucket(J - m))] +=
                static_cast<double>(value) * end[m];
        }
    }
    s.expected.assign(at(M, J), 0);
    for (int i = e.made - 1; i >= 0; --i) {
        const float *forwardLink = &s.forwardLink[at(i, J)];
        const float *forwardNull = &s.forwardNull[at(i, M)];
        float *link = &result.link[at(i, J)];
        float null = 0;
        for (int m = 0; m < M; ++m) {
            null += forwardNull[m] * s.backward[static_cast<std::size_t>(m)];
        }
        for (int j = 0; j < J; ++j) {
            link[j] = forwardLink[j] * s.backward[static_cast<std::size_t>(j) + 1];
        }
        result.null[static_cast<std::size_t>(i)] = null;
        stepBack(e, t, nullProbability, i, s, jumps != nullptr);
    }
    if (jumps != nullptr) {
        addJumps(t, s, *jumps);
    }
}

}  // namespace model::aligner
