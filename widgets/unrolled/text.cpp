// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/narration.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

QString percent(double share) {
    return exactText(100 * share, 0);
}

/// "→h₃", "c₇": the symbol of the vector that a strip shows.
QString symbol(Vector strip, int index) {
    const QString number = subscript(index + 1);
    switch (strip) {
        case Vector::none:
            return {};
        case Vector::embedding:
            return QStringLiteral("x") + number;
        case Vector::forwardState:
            return QStringLiteral("→h") + number;
        case Vector::backwardState:
            return QStringLiteral("←h") + number;
        case Vector::context:
            return QStringLiteral("c") + number;
        case Vector::initialState:
            return QStringLiteral("s₀");
        case Vector::decoderState:
            return QStringLiteral("s") + number;
        case Vector::targetEmbedding:
            return QStringLiteral("y") + subscript(index);
    }
    return {};
}

}  // namespace

QString UnrolledText::range(const UnrolledData &content, int line) {
    switch (line) {
        case 0:
            return tr("decoder ±%1").arg(limitText(content.decoderLimit));
        case 1:
            return tr("encoder, c ±%1").arg(limitText(content.encoderLimit));
        default:
            return tr("embeddings ±%1").arg(limitText(content.embeddingLimit));
    }
}

QString UnrolledText::caption(UnrolledRow row, bool attention, bool picture) {
    switch (row) {
        case UnrolledRow::words:
            return tr("words");
        case UnrolledRow::readout:
            return tr("readout");
        case UnrolledRow::states:
            return tr("decoder states");
        case UnrolledRow::context:
            return tr("context");
        case UnrolledRow::links:
            return attention ? tr("attention") : tr("one fixed vector");
        case UnrolledRow::backward:
            return tr("encoder ←");
        case UnrolledRow::forward:
            return picture ? tr("annotations") : tr("encoder →");
        case UnrolledRow::embeddings:
            return picture ? tr("places") : tr("embeddings");
        case UnrolledRow::lookup:
            return tr("look-up");
        case UnrolledRow::tokens:
            return picture ? tr("cells") : tr("tokens");
    }
    return {};
}

QString UnrolledText::subCaption(UnrolledRow row, const UnrolledGeometry &geometry,
                                 const UnrolledData &content, double leastWeight) {
    StripUnits units;
    Vector strip = Vector::none;
    const auto shows = [&](const StripPlace &place, Vector of) {
        units = place.units;
        strip = of;
    };
    switch (row) {
        case UnrolledRow::links:
            if (content.trace && !content.trace->hasAttention())
                return {};
            return leastWeight > 0
                       ? tr("α from %1 up").arg(numberText(leastWeight, {.trimmed = true}))
                       : tr("every α");
        case UnrolledRow::states:
            shows(geometry.state(0), Vector::decoderState);
            break;
        case UnrolledRow::context:
            shows(geometry.context(0), Vector::context);
            break;
        case UnrolledRow::backward:
            shows(geometry.backward(0), Vector::backwardState);
            break;
        case UnrolledRow::forward:
            shows(geometry.forward(0), Vector::forwardState);
            break;
        case UnrolledRow::embeddings:
            shows(geometry.embedding(0), Vector::embedding);
            break;
        default:
            break;
    }
    if (units.units == 0)
        return {};
    const bool limited = geometry.legend().isEmpty();
    const QString limit = limitText(content.limit(strip));
    if (units.all())
        return limited ? tr("%n units, ±%1", nullptr, units.units).arg(limit)
                       : tr("%n units", nullptr, units.units);
    return limited ? tr("%1 of %2, ±%3").arg(units.cells).arg(units.units).arg(limit)
                   : tr("%1 of %2 units").arg(units.cells).arg(units.units);
}

QString UnrolledText::empty() {
    return tr("Type above what the model is to read, and watch what becomes of it.");
}

QString UnrolledText::initialTip(const UnrolledData &content, int unit, const Moment &moment) {
    const auto values = content.values(Vector::initialState, -1);
    QString text = QStringLiteral("s₀ = tanh(W %1 + b)").arg(encoderEnds(*content.trace));
    if (unit < 0 || unit >= static_cast<int>(values.size()))
        return text;
    text += u'\n';
    if (vectorProgress(moment, content.extent(), Vector::initialState, -1) <= 0)
        return text + tr("not yet computed");
    return text +
           tr("unit %1 of %2: %3")
               .arg(unit + 1)
               .arg(values.size())
               .arg(exactText(values[static_cast<std::size_t>(unit)], 5, NumberSign::always));
}

QString UnrolledText::readoutTip(int step) {
    return tr("%1 = tanh(W [s%2 ; c%2 ; y%3] + b): compared with the embedding of every piece, it "
              "gives the probability of each")
        .arg(readoutLabel(step), subscript(step + 1), subscript(step));
}

QString UnrolledText::beginTip() {
    return tr("y₀: the embedding of the piece that stands for the beginning");
}

QString UnrolledText::readoutLabel(int step) {
    return QStringLiteral("t") + subscript(step + 1);
}

QString UnrolledText::contextLabel(const UnrolledData &content, int step, Stage stage) {
    const QString number = subscript(step + 1);
    if (stage == Stage::score) {
        const bool ofWord = content.trace && content.trace->model->configuration().queryOfWord;
        return (ofWord ? QStringLiteral("e%1ⱼ = a(s%2, y%2, hⱼ)")
                       : QStringLiteral("e%1ⱼ = a(s%2, hⱼ)"))
            .arg(number, subscript(step));
    }
    if (stage == Stage::softmax)
        return QStringLiteral("α%1 = softmax(e%1)").arg(number);
    if (!content.trace || content.trace->hasAttention())
        return QStringLiteral("c%1 = Σ α%1ⱼ hⱼ").arg(number);
    return QStringLiteral("c%1 = %2").arg(number, encoderEnds(*content.trace));
}

QString UnrolledText::stateLabel(int step) {
    return QStringLiteral("s") + subscript(step + 1);
}

QString UnrolledText::stripTitle(const UnrolledData &content, Vector strip, int index) {
    const auto count = content.values(strip, index).size();
    if (strip == Vector::initialState)
        return tr("s₀ · the initial state · %1 units").arg(count);
    QString word = isSourceVector(strip)              ? content.source.value(index)
                   : strip == Vector::targetEmbedding ? content.target.value(index - 1)
                                                      : content.target.value(index);
    if (strip == Vector::targetEmbedding && index == 0)
        word = tr("begin");
    return tr("%1 · “%2” · %3 units").arg(symbol(strip, index), word).arg(count);
}

QString UnrolledText::tableRow(int id, int rows) {
    return tr("row %1 of %2").arg(id).arg(rows);
}

QString UnrolledText::toolTip(const UnrolledData &content, const Selection &selection,
                              const Moment &moment) {
    if (!content.trace || selection.empty())
        return {};
    if (selection.strip == Vector::initialState)
        return initialTip(content, selection.unit, moment);
    if (selection.strip != Vector::none)
        return unitTip(content, selection, moment);
    if (selection.source >= 0)
        return sourceTip(content, selection.source, moment);
    return stepTip(content, selection.step, moment);
}

QString UnrolledText::sourceTip(const UnrolledData &content, int source, const Moment &moment) {
    const model::Trace &trace = *content.trace;
    if (source >= trace.sourceLength())
        return {};
    QString text = tr("“%1”: piece %2 of %3, number %4 of the vocabulary")
                       .arg(content.source.at(source), QString::number(source + 1),
                            QString::number(trace.sourceLength()),
                            QString::number(trace.source.token(source)));
    const int step = moment.step();
    if (step < 0 || step >= trace.targetLength() || !trace.hasAttention())
        return text;
    const model::StepTrace &numbers = *trace.steps[static_cast<std::size_t>(step)];
    const QString index = subscript(step + 1) + QStringLiteral(",") + subscript(source + 1);
    const Extent extent = content.extent();
    if (progress(moment, extent, Stage::score, step) > 0)
        text += QStringLiteral("\ne%1 = %2")
                    .arg(index, exactText(numbers.scores[source], 4, NumberSign::always));
    if (progress(moment, extent, Stage::softmax, step) > 0) {
        const QString weight = exactText(numbers.weights[source], 5);
        const model::Row *before = content.compared ? content.compared->weights(step) : nullptr;
        const QString other = before ? exactText((*before)[source], 5) : weight;
        text += QStringLiteral("\nα%1 = ").arg(index) +
                (other == weight ? weight
                                 : tr("%1 (%2 in %3)", "a number, what it is in a translation")
                                       .arg(weight, other, content.compared->noun));
    }
    return text;
}

QString UnrolledText::stepTip(const UnrolledData &content, int step, const Moment &moment) {
    const model::Trace &trace = *content.trace;
    if (step < 0)
        return {};
    if (step >= trace.targetLength())
        return tr("Step %1: not yet computed").arg(step + 1);
    if (progress(moment, content.extent(), Stage::word, step) <= 0)
        return tr("Step %1 of %2: not yet computed; click to go there")
            .arg(step + 1)
            .arg(trace.targetLength());
    const QString text = tr("“%1”: word piece %2 of %3, probability %4 %")
                             .arg(content.target.value(step), QString::number(step + 1),
                                  QString::number(trace.targetLength()),
                                  exactText(100 * std::exp(trace.chosen(step).logProbability), 2));
    const QString other = otherText(content, step);
    return other.isEmpty() ? text : text + u'\n' + other;
}

QString UnrolledText::otherText(const UnrolledData &content, int step) {
    const auto before = content.before(step, step);
    if (!before)
        return {};
    return before->isEmpty()
               ? tr("not in %1", "a translation").arg(content.compared->noun)
               : tr("“%1” in %2", "pieces, a translation").arg(*before, content.compared->noun);
}

QString UnrolledText::unitTip(const UnrolledData &content, const Selection &selection,
                              const Moment &moment) {
    const int index = stripIndex(selection);
    const auto values = content.values(selection.strip, index);
    const bool known = selection.unit >= 0 && selection.unit < static_cast<int>(values.size());
    if (!known || vectorProgress(moment, content.extent(), selection.strip, index) <= 0)
        return tr("%1: not yet computed").arg(symbol(selection.strip, index));
    const double value = values[static_cast<std::size_t>(selection.unit)];
    return tr("%1, unit %2 of %3: %4")
        .arg(symbol(selection.strip, index))
        .arg(selection.unit + 1)
        .arg(values.size())
        .arg(exactText(value, 5, NumberSign::always));
}

QString UnrolledText::spoken(const UnrolledData &content, const Selection &selection,
                             const Moment &moment) {
    const bool somewhere =
        selection.source >= 0 || selection.step >= 0 || selection.strip == Vector::initialState;
    if (!content.trace || !somewhere)
        return description(content, moment);
    // A strip as a whole has no number of its own.
    if (selection.strip != Vector::none && selection.unit < 0)
        return stripTitle(content, selection.strip, stripIndex(selection));
    return joined(toolTip(content, selection, moment).split(u'\n'));
}

QString UnrolledText::description(const UnrolledData &content, const Moment &moment) {
    if (!content.trace)
        return empty();
    const model::Trace &trace = *content.trace;
    const int step = moment.step();
    const QString happens = narrate(trace, moment).sentence;
    if (step < 0 || step >= trace.targetLength())
        return happens;
    const QString where = tr("Step %1 of %2, “%3”.")
                              .arg(QString::number(step + 1), QString::number(trace.targetLength()),
                                   content.target.value(step)) +
                          QLatin1Char(' ') + happens;
    if (!trace.hasAttention())
        return where + QLatin1Char(' ') +
               tr("The context is the same vector at every step: what the encoder ended with.");
    const model::Row &weights = trace.steps[static_cast<std::size_t>(step)]->weights;
    std::vector<int> order(static_cast<std::size_t>(weights.size()));
    std::iota(order.begin(), order.end(), 0);
    const auto shown = std::min<std::size_t>(order.size(), 3);
    std::partial_sort(order.begin(), order.begin() + static_cast<long>(shown), order.end(),
                      [&](int a, int b) { return weights[a] > weights[b]; });
    QStringList parts;
    for (std::size_t i = 0; i < shown; ++i)
        parts.append(
            tr("“%1” %2 %").arg(content.source.value(order[i]), percent(weights[order[i]])));
    return where + QLatin1Char(' ') + tr("Most attention is on: %1.").arg(joined(parts));
}

}  // namespace widgets
