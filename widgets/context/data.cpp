// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/data.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/drawing/strip.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

constexpr double leastWeight = 0.01;

std::vector<float> termOf(const model::Trace &trace, const model::StepTrace &step, int source) {
    const auto annotation = trace.encoder->annotations.row(source);
    std::vector<float> term(annotation.begin(), annotation.end());
    if (trace.hasAttention()) {
        for (float &value : term)
            value *= step.weights(source);
        return term;
    }
    const auto half = static_cast<long>(trace.encoder->forward().state.cols());
    const bool backward = trace.encoder->backward().state.rows() > 0;
    const bool last = source + 1 == trace.sourceLength();
    const bool first = source == 0 && backward;
    if (!last && !first)
        return {};
    if (!last)
        std::fill(term.begin(), term.begin() + half, 0.0F);
    if (!first)
        std::fill(term.begin() + half, term.end(), 0.0F);
    return term;
}

/// "→h₉", "←h₁", both for a sentence of one piece; empty where nothing is taken.
QString takenOf(const model::Trace &trace, int source) {
    QStringList halves;
    if (source + 1 == trace.sourceLength())
        halves.append(QStringLiteral("→h") + subscript(source + 1));
    if (source == 0 && trace.encoder->backward().state.rows() > 0)
        halves.append(QStringLiteral("←h₁"));
    return halves.join(u' ');
}

}  // namespace

int ContextData::rowOf(int source) const {
    const auto found = std::find_if(
        rows.begin(), rows.end(), [source](const ContextRow &row) { return row.source == source; });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

bool ContextData::negligible(int row) const {
    const ContextRow &one = rows[static_cast<std::size_t>(row)];
    return attention ? !(one.weight >= leastWeight) : one.term.empty();
}

std::vector<float> ContextData::sum(double count) const {
    if (count >= static_cast<double>(rows.size()))
        return context;
    std::vector<float> result(context.size(), 0.0F);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double share = std::clamp(count - static_cast<double>(row), 0.0, 1.0);
        const std::vector<float> &term = rows[row].term;
        const auto units = static_cast<double>(term.size());
        for (std::size_t unit = 0; static_cast<double>(unit) < share * units; ++unit)
            result[unit] += term[unit];
    }
    return result;
}

ContextData contextData(const model::Trace &trace, int step) {
    const model::StepTrace &numbers = *trace.steps[static_cast<std::size_t>(step)];
    ContextData data;
    data.attention = trace.hasAttention();
    data.context.assign(numbers.context.begin(), numbers.context.end());
    const Eigen::VectorXd context = numbers.context.transpose().cast<double>();
    for (int source = 0; source < trace.sourceLength(); ++source) {
        const Eigen::VectorXd annotation =
            trace.encoder->annotations.row(source).transpose().cast<double>();
        const double norms = context.norm() * annotation.norm();
        ContextRow row;
        row.source = source;
        if (!data.attention)
            row.taken = takenOf(trace, source);
        row.word = positionLabel(trace.source, source);
        row.weight = data.attention ? static_cast<double>(numbers.weights(source))
                                    : std::numeric_limits<double>::quiet_NaN();
        row.term = termOf(trace, numbers, source);
        row.cosine =
            norms > 0 ? context.dot(annotation) / norms : std::numeric_limits<double>::quiet_NaN();
        row.distance = (context - annotation).norm();
        data.rows.push_back(std::move(row));
    }
    if (!data.attention)
        std::stable_partition(data.rows.begin(), data.rows.end(),
                              [](const ContextRow &row) { return !row.term.empty(); });
    return data;
}

ContextData contextDifference(const model::Trace &trace, int step, const model::Trace &original,
                              int originalStep) {
    ContextData data = contextData(trace, step);
    const ContextData before = contextData(original, originalStep);
    const auto subtract = [](std::vector<float> &from, const std::vector<float> &other) {
        for (std::size_t unit = 0; unit < std::min(from.size(), other.size()); ++unit)
            from[unit] -= other[unit];
    };
    subtract(data.context, before.context);
    // Both have their rows in the same order.
    for (std::size_t row = 0; row < data.rows.size(); ++row) {
        subtract(data.rows[row].term, before.rows[row].term);
        data.rows[row].weight -= before.rows[row].weight;
    }
    return data;
}

double contextLimit(const model::Trace &trace) {
    std::vector<float> values;
    for (const auto &step : trace.steps)
        values.insert(values.end(), step->context.begin(), step->context.end());
    return robustLimit(values);
}

int contextUnitOf(const Selection &selection, const model::Trace &trace) {
    if (selection.unit < 0)
        return -1;
    const auto half = static_cast<int>(trace.encoder->forward().state.cols());
    const auto units = static_cast<int>(trace.encoder->annotations.cols());
    int unit = -1;
    if (selection.strip == Vector::context)
        unit = selection.unit;
    else if (selection.strip == Vector::forwardState)
        unit = selection.unit < half ? selection.unit : -1;
    else if (selection.strip == Vector::backwardState)
        unit = half + selection.unit;
    return unit < units ? unit : -1;
}

QString contextFormula(const model::Trace &trace, int step) {
    const QString number = subscript(step + 1);
    if (trace.hasAttention())
        return QStringLiteral("c%1 = Σ α%1ⱼ hⱼ").arg(number);
    const QString last = subscript(trace.sourceLength());
    if (trace.encoder->backward().state.rows() == 0)
        return QStringLiteral("c%1 = →h%2").arg(number, last);
    return QStringLiteral("c%1 = [→h%2 ; ←h₁]").arg(number, last);
}

}  // namespace widgets
