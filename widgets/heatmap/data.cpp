// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/data.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/configuration.h"
#include "model/text/words.h"
#include "widgets/text/piece_label.h"

namespace widgets {
namespace {

/// One side of the heatmap, piece by piece: the source or the target of a trace.
struct Side {
    QStringList names;  ///< of the pieces, without a translation
    int end = -1;       ///< the end piece; −1 if there is none
};

Side sourceOf(const model::Trace &trace) {
    const int last = trace.sourceLength() - 1;
    return {namesOf(trace.source), last >= 0 && trace.source.isEnd(last) ? last : -1};
}

Side targetOf(const model::Trace &trace) {
    const bool ended = !trace.target.empty() && trace.target.back().id == model::special::end;
    return {namesOf(trace.target), ended ? static_cast<int>(trace.target.size()) - 1 : -1};
}

/// Every piece as a word of its own.
std::vector<model::Word> singles(const Side &side) {
    std::vector<model::Word> result;
    for (int i = 0; const QString &name : side.names)
        result.push_back({i++, 1, name.toStdString(), {}});
    return result;
}

std::vector<HeatmapEntry> entries(const Side &side, const std::vector<model::Word> &words) {
    std::vector<HeatmapEntry> result;
    result.reserve(words.size());
    for (const model::Word &word : words)
        result.push_back({word.firstPiece == side.end
                              ? endLabel()
                              : plainLabel(QString::fromStdString(word.text)),
                          word.firstPiece, word.firstPiece + word.pieceCount});
    return result;
}

/// The label of an entry as it is without a translation.
QString nameOf(const HeatmapEntry &entry, const Side &side) {
    return entry.begin == side.end ? side.names.at(side.end) : entry.label;
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
                        const model::Posterior *posterior) {
    HeatmapData data;
    if (!trace.hasAttention())
        return data;
    const Side sourceSide = sourceOf(trace);
    const Side targetSide = targetOf(trace);
    const auto source = words ? trace.source.words() : singles(sourceSide);
    const auto target =
        words ? model::groupWords(trace.target, trace.translation) : singles(targetSide);
    data.columns = entries(sourceSide, source);
    data.rows = entries(targetSide, target);

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
    if (posterior) {
        weights = posterior->weights.topRows(computed);
        data.prior = std::exchange(data.weights, model::mergeAlignment(weights, source, started));
    }
    data.entropy = entropyOfRows(data.weights);
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
    const Side source = sourceOf(trace);
    const Side target = targetOf(trace);
    TextCells words;
    for (Eigen::Index row = 0; row < data.weights.rows(); ++row)
        words.push_back(nameOf(data.rows[static_cast<std::size_t>(row)], target));
    table.add({}, std::move(words));
    for (Eigen::Index column = 0; column < data.weights.cols(); ++column) {
        const auto weights = data.weights.col(column);
        table.add(nameOf(data.columns[static_cast<std::size_t>(column)], source),
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
