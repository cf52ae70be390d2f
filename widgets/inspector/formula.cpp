// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/formula.h"

#include <algorithm>

#include "model/decoding/trace.h"
#include "widgets/inspector/formula_attention.h"
#include "widgets/inspector/formula_cell.h"
#include "widgets/inspector/formula_table.h"
#include "widgets/inspector/formula_text.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

using Parts = std::vector<FormulaPart>;

QString x(int source) {
    return indexed(QStringLiteral("x"), source + 1);
}

/// y_{i−1} of step i, counted from 0 as the trace counts.
QString y(int step) {
    return indexed(QStringLiteral("y"), step);
}

/// Where the state before the first one comes from, it has the index 0 (forward, decoder) or S + 1
/// (backward).
QString state(const QString &symbol, int position) {
    return indexed(symbol, position);
}

FormulaPart embeddingPart(const FormulaScene &scene, int source, int unit) {
    const QString table = QStringLiteral("E<sub>source</sub>");
    const int id = scene.trace.source.token(source);
    const FormulaPart part = vectorPart(QStringLiteral("embedding"), x(source), Role::source,
                                        QStringLiteral("%1 = %2[%3]").arg(x(source), table).arg(id),
                                        Formula::tr("embedding of “%1”: row %2 of the source table")
                                            .arg(scene.source.value(source), QString::number(id)));
    return lookedUp(part, table, id, scene.trace.encoder->embeddings.row(source), unit,
                    scene.done(Stage::embed, source));
}

FormulaPart targetEmbeddingPart(const FormulaScene &scene, int step, int unit) {
    const QString table = QStringLiteral("E<sub>target</sub>");
    const model::StepTrace &numbers = scene.step(step);
    const QString word = step > 0 ? scene.target.value(step - 1) : Formula::tr("the beginning");
    const FormulaPart part =
        vectorPart(QStringLiteral("targetEmbedding"), y(step), Role::target,
                   QStringLiteral("%1 = %2[%3]").arg(y(step), table).arg(numbers.previousId),
                   Formula::tr("embedding of “%1”, fed to step %2: row %3 of the target table")
                       .arg(word, QString::number(step + 1), QString::number(numbers.previousId)));
    return lookedUp(part, table, numbers.previousId, numbers.previousEmbedding, unit,
                    vectorProgress(scene.moment, scene.extent, Vector::targetEmbedding, step) > 0);
}

/// The encoder cell of one direction at a source piece.
CellAt encoderCell(const FormulaScene &scene, int source, bool backward) {
    const model::EncoderTrace &encoder = *scene.trace.encoder;
    CellAt cell;
    cell.numbers = backward ? &encoder.backward() : &encoder.forward();
    cell.row = source;
    const int before = backward ? source + 1 : source - 1;
    const bool any = before >= 0 && before < scene.extent.source;
    cell.previous = any ? model::Row(cell.numbers->state.row(before))
                        : model::Row(model::Row::Zero(cell.numbers->state.cols()));
    const QString h = backward ? QStringLiteral("←h") : QStringLiteral("→h");
    cell.symbol = state(h, source + 1);
    cell.previousSymbol = state(h, before + 1);
    cell.inputs = {encoder.embeddings.row(source)};
    cell.inputSymbols = {x(source)};
    cell.first =
        backward ? model::Tensor::encoderBackwardWeightIh : model::Tensor::encoderForwardWeightIh;
    return cell;
}

CellAt decoderCell(const FormulaScene &scene, int step) {
    CellAt cell;
    const model::StepTrace &numbers = scene.step(step);
    cell.numbers = &numbers.cell;
    cell.previous = scene.stateBefore(step);
    cell.symbol = state(QStringLiteral("s"), step + 1);
    cell.previousSymbol = state(QStringLiteral("s"), step);
    cell.inputs = {numbers.previousEmbedding, numbers.context};
    cell.inputSymbols = {y(step), indexed(QStringLiteral("c"), step + 1)};
    cell.first = model::Tensor::cellWeightIh;
    return cell;
}

Parts cellOf(const FormulaScene &scene, const CellAt &cell, int unit, bool computed,
             const QString &kind, const QString &whole, const QString &ofUnit) {
    if (unit >= 0)
        return cellParts(scene.trace.model->weights(), cell, unit, computed, ofUnit);
    FormulaPart part = vectorPart(kind, cell.symbol, Role::state,
                                  stateFormula(cell.symbol, cell.previousSymbol), whole);
    if (computed)
        fillVector(part, cell.numbers->state.row(cell.row).data(), cell.numbers->state.cols());
    return {part};
}

Parts encoderParts(const FormulaScene &scene, int source, bool backward, int unit) {
    const QString word = scene.source.value(source);
    const QString number = QString::number(unit + 1);
    const Vector strip = backward ? Vector::backwardState : Vector::forwardState;
    const bool computed = vectorProgress(scene.moment, scene.extent, strip, source) > 0;
    return cellOf(scene, encoderCell(scene, source, backward), unit, computed,
                  backward ? QStringLiteral("backwardState") : QStringLiteral("forwardState"),
                  backward ? Formula::tr("encoder state at “%1”, reading from the end").arg(word)
                           : Formula::tr("encoder state at “%1”, reading from the start").arg(word),
                  backward
                      ? Formula::tr("unit %1 of the encoder state at “%2”, reading from the end")
                            .arg(number, word)
                      : Formula::tr("unit %1 of the encoder state at “%2”, reading from the start")
                            .arg(number, word));
}

Parts decoderParts(const FormulaScene &scene, int step, int unit) {
    const QString word = scene.target.value(step);
    return cellOf(
        scene, decoderCell(scene, step), unit, scene.done(Stage::state, step),
        QStringLiteral("decoderState"), Formula::tr("decoder state for “%1”").arg(word),
        Formula::tr("unit %1 of the decoder state for “%2”").arg(QString::number(unit + 1), word));
}

/// The initial state, or one of its units: what tanh is taken of is computed from the ends of the
/// encoder and the weights of the model.
FormulaPart initialPart(const FormulaScene &scene, int unit) {
    const model::Trace &trace = scene.trace;
    const QString s = state(QStringLiteral("s"), 0);
    const QString formula =
        QStringLiteral("%1 = tanh(W %2 + b)").arg(s, encoderEnds(trace).toHtmlEscaped());
    FormulaPart part = vectorPart(
        QStringLiteral("initialState"), s, Role::state, formula,
        Formula::tr("initial state of the decoder, made of what the encoder ended with"));
    const bool computed = vectorProgress(scene.moment, scene.extent, Vector::initialState, -1) > 0;
    const model::Row &values = trace.encoder->initial;
    if (unit < 0) {
        if (computed)
            fillVector(part, values.data(), values.size());
        return part;
    }
    part.kind += QStringLiteral("Unit");
    part.symbol += u'[' + QString::number(unit + 1) + u']';
    part.meaning = Formula::tr("unit %1 of the initial state of the decoder").arg(unit + 1);
    if (!computed)
        return part;
    part.note.clear();
    part.value = values(unit);
    const model::Weights &weights = trace.model->weights();
    const model::Row row = weights[model::Tensor::initialWeight].row(unit);
    const model::Row ends = model::sentenceSummary(*trace.encoder);
    double sum = weights[model::Tensor::initialBias](0, unit);
    part.terms.push_back({QStringLiteral("b"), 0, sum, {}});
    for (long k = 0; k < ends.size(); ++k) {
        const double w = row(k);
        const double h = ends(k);
        sum += w * h;
        part.terms.push_back({{}, static_cast<int>(k) + 1, w * h, {w, h}});
    }
    part.termsSum = sum;
    part.termPattern = QStringLiteral("W[%1]·h[%1] = %2·%3");
    part.termsTitle = Formula::tr("what tanh is taken of");
    part.numbers = QStringLiteral("tanh(%1) = %2")
                       .arg(mathNumber(sum), mathNumber(static_cast<double>(*part.value)));
    return part;
}

/// What is known of a source piece where no score is meant.
Parts sourceParts(const FormulaScene &scene, int source) {
    Parts parts{embeddingPart(scene, source, -1)};
    const bool both = scene.trace.encoder->backward().state.rows() > 0;
    for (const bool backward : {false, true}) {
        if (backward && !both)
            continue;
        parts.push_back(encoderParts(scene, source, backward, -1).front());
    }
    return parts;
}

int unitsOf(const model::Trace &trace, Vector strip) {
    const model::Configuration &c = trace.model->configuration();
    switch (strip) {
        case Vector::embedding:
        case Vector::targetEmbedding:
            return c.embedding;
        case Vector::forwardState:
        case Vector::backwardState:
            return c.encoder;
        case Vector::context:
            return c.annotation();
        case Vector::initialState:
        case Vector::decoderState:
            return c.decoder;
        default:
            return 0;
    }
}

/// The parts of a strip, or of one of its units; empty where the trace has no such place.
Parts stripParts(const FormulaScene &scene, const Selection &selection) {
    const int unit = selection.unit < unitsOf(scene.trace, selection.strip) ? selection.unit : -1;
    const int j = selection.source;
    const int i = selection.step;
    const bool source = j >= 0 && j < scene.extent.source;
    const bool step = i >= 0 && i < scene.extent.steps;
    switch (selection.strip) {
        case Vector::embedding:
            return source ? Parts{embeddingPart(scene, j, unit)} : Parts{};
        case Vector::forwardState:
            return source ? encoderParts(scene, j, false, unit) : Parts{};
        case Vector::backwardState:
            return source && scene.trace.encoder->backward().state.rows() > 0
                       ? encoderParts(scene, j, true, unit)
                       : Parts{};
        case Vector::context:
            if (!step)
                return {};
            return {unit < 0 ? contextPart(scene, i) : contextUnitPart(scene, i, unit)};
        case Vector::initialState:
            return {initialPart(scene, unit)};
        case Vector::decoderState:
            return step ? decoderParts(scene, i, unit) : Parts{};
        case Vector::targetEmbedding:
            return step ? Parts{targetEmbeddingPart(scene, i, unit)} : Parts{};
        default:
            return {};
    }
}

/// What the stage of the moment computes.
Parts stageParts(const FormulaScene &scene) {
    const Moment &moment = scene.moment;
    const int i = moment.index;
    const bool both = scene.trace.encoder->backward().state.rows() > 0;
    if (moment.reading() || scene.extent.steps == 0) {
        const int j = std::clamp(moment.stage == Stage::backward ? scene.extent.source - 1 - i : i,
                                 0, scene.extent.source - 1);
        if (moment.stage == Stage::embed)
            return {embeddingPart(scene, j, -1)};
        return encoderParts(scene, j, moment.stage == Stage::backward && both, -1);
    }
    const int j = mostAttended(scene.trace, i);
    switch (moment.stage) {
        case Stage::score:
            return j < 0 ? Parts{contextPart(scene, i)} : Parts{scorePart(scene, i, j)};
        case Stage::softmax:
            return j < 0 ? Parts{contextPart(scene, i)}
                         : Parts{weightPart(scene, i, j), scorePart(scene, i, j)};
        case Stage::context:
            return {contextPart(scene, i)};
        case Stage::state:
            return decoderParts(scene, i, -1);
        default:
            return {wordPart(scene, i), readoutPart(scene, i)};
    }
}

}  // namespace

std::vector<FormulaPart> formulaParts(const model::Trace &trace, const Selection &selection,
                                      const Moment &moment, const model::Posterior *posterior) {
    if (trace.source.empty() || !trace.encoder)
        return {};
    if (selection.row.piece >= 0) {
        Parts parts = tableRowParts(trace, selection.row, selection.unit);
        if (!parts.empty())
            return parts;
    }
    const FormulaScene scene(trace, moment);
    if (selection.strip != Vector::none) {
        Parts parts = stripParts(scene, selection);
        if (!parts.empty())
            return parts;
    }
    const int j = selection.source < scene.extent.source ? selection.source : -1;
    const int step = selection.step >= 0 ? selection.step : moment.step();
    const bool stepExists = step >= 0 && step < scene.extent.steps;
    if (j >= 0 && stepExists && trace.hasAttention()) {
        FormulaPart weight = weightPart(scene, step, j);
        if (selection.posterior)
            return {posteriorPart(scene, step, j, posterior), weight};
        FormulaPart score = scorePart(scene, step, j);
        // A score comes before its weight.
        if (!weight.value && score.value)
            return {score, weight};
        return {weight, score};
    }
    if (j >= 0)
        return sourceParts(scene, j);
    if (selection.step >= 0 && stepExists)
        return {wordPart(scene, step, selection.piece), readoutPart(scene, step)};
    return stageParts(scene);
}

}  // namespace widgets
