// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "model/decoding/effects.h"
#include "model/decoding/posterior.h"
#include "model/decoding/trace.h"
#include "model/numerics/tensor.h"
#include "widgets/text/table.h"

namespace widgets {

/// A column (source) or row (target) of the heatmap: a piece, or the pieces of one word.
struct HeatmapEntry {
    QString label;
    int begin = 0;  ///< first piece
    int end = 0;    ///< one past the last piece
    bool operator==(const HeatmapEntry &) const = default;
};

/// What the heatmap shows, without any drawing.
struct HeatmapData {
    std::vector<HeatmapEntry> columns;  ///< source, in reading order
    std::vector<HeatmapEntry> rows;     ///< target, in reading order
    /// The weights computed so far, a row per started target entry [≤ rows, columns]. In words:
    /// summed over the pieces of a source word, averaged over the computed pieces of a target word.
    model::Matrix weights;
    /// Where `weights` are those of the posterior: the attention in the same cells; otherwise
    /// empty.
    model::Matrix prior;
    /// Of each row of `weights`, in bits: 0 where one word has all the weight.
    std::vector<double> entropy;
    /// The attention of the original in the same cells, where the translation was edited and can be
    /// compared; else not a number, or empty.
    model::Matrix original;
    /// What other attention would have changed about the pieces of each row [≤ rows, 4], by
    /// model::OtherAttention: means of the differences, from 0 to 1; empty where not known.
    model::Matrix effects;
    /// The same of what the translation is compared with, at the steps that the pieces are compared
    /// with: not a number where none of a row can be, or empty.
    model::Matrix originalEffects;
    /// Of each column: the sum of the weights of its pieces over the computed steps, so that a word
    /// translated by one piece of its own has about 1.
    std::vector<double> coverage;

    bool empty() const { return rows.empty() || columns.empty(); }
    /// The column that a source piece belongs to, or −1.
    int columnOf(int source) const;
    /// The row that a decoder step belongs to, or −1.
    int rowOf(int step) const;
    QStringList columnLabels() const;
    QStringList rowLabels() const;
};

/// What is known beside a trace, as far as the heatmap is to show it; null: not to be shown.
struct HeatmapKnown {
    const model::Posterior *posterior = nullptr;
    const std::vector<model::StepEffects> *effects = nullptr;  ///< of each step
    const model::Trace *original = nullptr;  ///< what the translation is compared with
    const std::vector<model::StepEffects> *originalEffects = nullptr;  ///< of each of its steps
};

/// The heatmap after the first `steps` decoder steps (clamped to those the trace has), of the
/// attention or, if given, of its posterior, with its effects and what the original had, if given.
/// Rows name all target entries, weights only those computed. Empty for a model without attention.
HeatmapData heatmapData(const model::Trace &trace, bool words, int steps,
                        const HeatmapKnown &known = {});
/// The same after all steps.
HeatmapData heatmapData(const model::Trace &trace, bool words);

/// The numbers behind the heatmap of a trace, "attention" or "posterior": the target words in a
/// column without a heading, then a column per source word; a row per computed target word. All in
/// reading order, nothing translated. No rows where there is none.
Table heatmapTable(const model::Trace &trace, const HeatmapData &data);

/// A decoder step and a source piece, as indices into the trace.
struct PiecePair {
    int step = 0;
    int source = 0;
    bool operator==(const PiecePair &) const = default;
};

/// Of the pairs that a cell is merged of, the one with the largest of the weights [computed steps,
/// S]: the one that says why the cell is what it is. The first where none is computed.
PiecePair strongestPair(const Eigen::Ref<const model::Matrix> &weights, const HeatmapEntry &row,
                        const HeatmapEntry &column);

}  // namespace widgets
