// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/data.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "model/configuration.h"
#include "model/text/words.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/comparison.h"

namespace widgets {
namespace {

/// Where the source ends; −1 if it does not.
int endOf(const model::Source &source) {
    const int last = source.length() - 1;
    return last >= 0 && source.isEnd(last) ? last : -1;
}

/// The same of a translation.
int endOf(const std::vector<model::Piece> &pieces) {
    const bool ended = !pieces.empty() && pieces.back().id == model::special::end;
    return ended ? static_cast<int>(pieces.size()) - 1 : -1;
}

/// Every piece as a word of its own.
std::vector<model::Word> singles(const QStringList &names) {
    std::vector<model::Word> result;
    for (int i = 0; const QString &name : names)
        result.push_back({i++, 1, name.toStdString(), {}});
    return result;
}

std::vector<HeatmapEntry> entries(const std::vector<model::Word> &words, int end) {
    std::vector<HeatmapEntry> result;
    result.reserve(words.size());
    for (const model::Word &word : words)
        result.push_back(
            {word.firstPiece == end ? endLabel() : plainLabel(QString::fromStdString(word.text)),
             word.firstPiece, word.firstPiece + word.pieceCount});
    return result;
}

int indexOf(const std::vector<HeatmapEntry> &entries, int piece) {
    const auto found =
        std::partition_point(entries.begin(), entries.end(),
                             [piece](const HeatmapEntry &entry) { return entry.end <= piece; });
    if (piece < 0 || found == entries.end())
        return -1;
    return static_cast<int>(found - entries.begin());
}

QStringList labelsOf(const std::vector<HeatmapEntry> &entries) {
    QStringList labels;
    labels.reserve(static_cast<qsizetype>(entries.size()));
    for (const HeatmapEntry &entry : entries)
        labels.append(entry.label);
    return labels;
}

std::vector<double> entropyOfRows(const model::Matrix &weights) {
    std::vector<double> bits;
    for (Eigen::Index row = 0; row < weights.rows(); ++row) {
        double sum = 0;
        for (Eigen::Index column = 0; column < weights.cols(); ++column)
            if (const auto p = static_cast<double>(weights(row, column)); p > 0)
                sum -= p * std::log2(p);
        bits.push_back(std::max(0.0, sum));
    }
    return bits;
}

/// The weights of the original at each of the first steps of a translation.
model::Matrix originalRows(const model::Trace &trace, const model::Trace &original,
                           const Comparison &comparison, int steps) {
    model::Matrix rows = model::Matrix::Constant(steps, trace.sourceLength(),
                                                 std::numeric_limits<float>::quiet_NaN());
    for (int step = 0; step < steps; ++step)
        if (const int there = comparison.stepOf(step); there >= 0)
            rows.row(step) = original.step(there).weights;
    return rows;
}

/// The means over the steps of each row. `stepOf` has, by step, that whose effects stand for it
/// (−1: none does); a row without any is not a number.
template <class StepOf>
model::Matrix effectsOfRows(const std::vector<model::StepEffects> &effects,
                            const std::vector<model::Word> &rows, const StepOf &stepOf) {
    model::Matrix means =
        model::Matrix::Constant(static_cast<long>(rows.size()), model::otherAttentionCount,
                                std::numeric_limits<float>::quiet_NaN());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::vector<model::StepEffects> ofRow;
        for (int piece = 0; piece < rows[row].pieceCount; ++piece)
            if (const int step = stepOf(rows[row].firstPiece + piece); step >= 0)
                ofRow.push_back(effects[static_cast<std::size_t>(step)]);
        if (ofRow.empty())
            continue;
        const model::StepEffects mean = model::meanEffects(ofRow);
        for (int kind = 0; kind < model::otherAttentionCount; ++kind)
            means(static_cast<long>(row), kind) =
                static_cast<float>(mean.effects[static_cast<std::size_t>(kind)].difference);
    }
    return means;
}

/// `weights` are those of the pieces [computed steps, S].
std::vector<double> coverageOf(const model::Matrix &weights,
                               const std::vector<HeatmapEntry> &columns) {
    std::vector<double> sums;
    sums.reserve(columns.size());
    for (const HeatmapEntry &entry : columns)
        sums.push_back(
            weights.middleCols(entry.begin, entry.end - entry.begin).cast<double>().sum());
    return sums;
}

}  // namespace

int HeatmapData::columnOf(int source) const {
    return indexOf(columns, source);
}

int HeatmapData::rowOf(int step) const {
    return indexOf(rows, step);
}

QStringList HeatmapData::columnLabels() const {
    return labelsOf(columns);
}

QStringList HeatmapData::rowLabels() const {
    return labelsOf(rows);
}

HeatmapData heatmapData(const model::Trace &trace, bool words, int steps,
                        const HeatmapKnown &known) {
    HeatmapData data;
    if (!trace.hasAttention())
        return data;
    const auto source = words ? trace.source.words() : singles(namesOf(trace.source));
    const auto target =
        words ? model::groupWords(trace.target, trace.translation) : singles(namesOf(trace.target));
    data.columns = entries(source, endOf(trace.source));
    data.rows = entries(target, endOf(trace.target));

    const int computed = std::clamp(steps, 0, trace.targetLength());
    // As the translation stood after these steps: the last word may be one of which only the
    // first pieces exist.
    std::vector<model::Word> started;
    for (model::Word word : target) {
        word.pieceCount = std::min(word.pieceCount, computed - word.firstPiece);
        if (word.pieceCount > 0)
            started.push_back(std::move(word));
    }
    model::Matrix weights = model::alignment(trace).topRows(computed);
    data.weights = model::mergeAlignment(weights, source, started);
    if (known.posterior) {
        weights = known.posterior->weights.topRows(computed);
        data.prior = std::exchange(data.weights, model::mergeAlignment(weights, source, started));
    }
    data.entropy = entropyOfRows(data.weights);
    if (known.effects)
        data.effects = effectsOfRows(*known.effects, started, [](int step) { return step; });
    if (known.original && known.original->hasAttention()) {
        const Comparison comparison(trace, *known.original);
        if (!known.posterior)
            data.original = model::mergeAlignment(
                originalRows(trace, *known.original, comparison, computed), source, started);
        if (known.effects && known.originalEffects)
            data.originalEffects = effectsOfRows(*known.originalEffects, started,
                                                 [&](int step) { return comparison.stepOf(step); });
    }
    data.coverage = coverageOf(weights, data.columns);
    return data;
}

HeatmapData heatmapData(const model::Trace &trace, bool words) {
    return heatmapData(trace, words, trace.targetLength());
}

Table heatmapTable(const model::Trace &trace, const HeatmapData &data) {
    const bool posterior = data.prior.size() > 0;
    Table table(posterior ? QStringLiteral("posterior") : QStringLiteral("attention"));
    if (data.empty())
        return table;
    // Only the label of an end is translated.
    const int sourceEnd = endOf(trace.source);
    const int targetEnd = endOf(trace.target);
    TextCells words;
    for (Eigen::Index row = 0; row < data.weights.rows(); ++row) {
        const HeatmapEntry &entry = data.rows[static_cast<std::size_t>(row)];
        words.push_back(entry.begin == targetEnd ? pieceName(trace.target.back()) : entry.label);
    }
    table.add({}, std::move(words));
    for (Eigen::Index column = 0; column < data.weights.cols(); ++column) {
        const auto weights = data.weights.col(column);
        const HeatmapEntry &entry = data.columns[static_cast<std::size_t>(column)];
        table.add(entry.begin == sourceEnd ? positionName(trace.source, sourceEnd) : entry.label,
                  FloatCells(weights.begin(), weights.end()));
    }
    return table;
}

PiecePair strongestPair(const Eigen::Ref<const model::Matrix> &weights, const HeatmapEntry &row,
                        const HeatmapEntry &column) {
    PiecePair strongest{row.begin, column.begin};
    const int steps = std::min(row.end, static_cast<int>(weights.rows()));
    const int sources = std::min(column.end, static_cast<int>(weights.cols()));
    float most = -1;
    for (int step = row.begin; step < steps; ++step) {
        for (int source = column.begin; source < sources; ++source) {
            if (weights(step, source) > most) {
                most = weights(step, source);
                strongest = {step, source};
            }
        }
    }
    return strongest;
}

}  // namespace widgets
