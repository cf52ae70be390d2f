// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/formula_attention.h"

#include <algorithm>
#include <cmath>

#include "widgets/inspector/formula_text.h"
#include "widgets/text/language.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/comparison.h"

namespace widgets {
namespace {

QString notYet() {
    return Formula::tr("not yet computed at this moment");
}

/// "0.744 h₈ + 0.141 h₇ + …": the annotations of the largest weights.
QString weightedSum(const model::Row &weights) {
    FormulaPart sum;
    for (long j = 0; j < weights.size(); ++j)
        sum.terms.push_back({{}, static_cast<int>(j) + 1, weights(j), {}});
    QStringList shown;
    for (const int j : largestTerms(sum, termsInLine))
        shown.append(mathNumber(sum.terms[static_cast<std::size_t>(j)].value) + u' ' +
                     indexed(QStringLiteral("h"), j + 1));
    if (shown.size() < weights.size())
        shown.append(QStringLiteral("…"));
    return shown.join(QStringLiteral(" + "));
}

/// What the trace knows of a piece that a step could choose: of the one that was chosen where it
/// has no other.
model::Candidate candidateOf(const model::Trace &trace, int index, int piece) {
    const model::StepTrace &step = trace.step(index);
    const auto found = std::find_if(step.candidates.begin(), step.candidates.end(),
                                    [piece](const model::Candidate &c) { return c.id == piece; });
    return found != step.candidates.end() ? *found : trace.chosen(index);
}

QString scoreFormula(const model::Configuration &model, int step, int source) {
    QString e = indexed(QStringLiteral("e"), step, source);
    const QString s = indexed(QStringLiteral("s"), step);  // s_{i−1}: counted from 1
    const QString h = indexed(QStringLiteral("h"), source + 1);
    const QString query = model.queryOfWord ? u'[' + s + QStringLiteral(" ; ") +
                                                  indexed(QStringLiteral("y"), step) + u']'
                                            : s;
    switch (model.score) {
        case model::Score::additive:
            return QStringLiteral(
                       "%1 = v · tanh(W<sub>q</sub> %2 + W<sub>k</sub> %3 + "
                       "b<sub>k</sub>)")
                .arg(e, query, h);
        case model::Score::general:
            return QStringLiteral("%1 = %2 · W %3").arg(e, s, h);
        case model::Score::dot:
            return QStringLiteral("%1 = %2 · %3").arg(e, s, h);
    }
    return e;
}

/// The summands of a score: the trace has their sum, its query and its keys.
void fillScoreTerms(FormulaPart &part, const FormulaScene &scene, int step, int source) {
    const model::Configuration &c = scene.trace.model->configuration();
    const model::Row &query = scene.step(step).query;
    const auto key = scene.trace.encoder->keys.row(source);
    if (c.score == model::Score::additive) {
        const model::Row energy =
            scene.trace.model->weights()[model::Tensor::attentionEnergy].row(0);
        for (long a = 0; a < query.size(); ++a) {
            const double v = energy(a);
            const double q = query(a);
            const double k = key(a);
            part.terms.push_back({{}, static_cast<int>(a) + 1, v * std::tanh(q + k), {v, q, k}});
        }
        part.termPattern = QStringLiteral("v[%1]·tanh(q[%1] + k[%1]) = %2·tanh(%3 + %4)");
        part.termsTitle =
            Formula::tr(
                "the sum's terms, with q = W<sub>q</sub> %1 and k = W<sub>k</sub> h + "
                "b<sub>k</sub>")
                .arg(c.queryOfWord ? QStringLiteral("[s ; y]") : QStringLiteral("s"));
        return;
    }
    for (long a = 0; a < query.size(); ++a) {
        const double s = query(a);
        const double k = key(a);
        part.terms.push_back({{}, static_cast<int>(a) + 1, s * k, {s, k}});
    }
    part.termPattern = c.score == model::Score::dot ? QStringLiteral("s[%1]·h[%1] = %2·%3")
                                                    : QStringLiteral("s[%1]·(W h)[%1] = %2·%3");
    part.termsTitle = Formula::tr("the sum's terms");
}

}  // namespace

FormulaScene::FormulaScene(const model::Trace &shown, const Moment &at)
    : trace(shown),
      moment(at),
      extent(extentOf(shown)),
      source(labelsOf(shown.source)),
      target(labelsOf(shown.target)) {}

model::Row FormulaScene::stateBefore(int index) const {
    return index > 0 ? model::Row(step(index - 1).cell.state.row(0)) : trace.encoder->initial;
}

FormulaPart scorePart(const FormulaScene &scene, int step, int source) {
    FormulaPart part;
    part.kind = QStringLiteral("score");
    part.symbol = indexed(QStringLiteral("e"), step, source);
    part.role = Role::attention;
    part.meaning = Formula::tr("score of “%1” for “%2”")
                       .arg(scene.source.value(source), scene.target.value(step));
    part.formula = scoreFormula(scene.trace.model->configuration(), step, source);
    if (!scene.done(Stage::score, step)) {
        part.note = notYet();
        return part;
    }
    part.value = scene.step(step).scores(source);
    fillScoreTerms(part, scene, step, source);
    part.termsSum = static_cast<double>(*part.value);
    part.numbers =
        sumInLine(part) + QStringLiteral(" = ") + mathNumber(static_cast<double>(*part.value));
    return part;
}

FormulaPart weightPart(const FormulaScene &scene, int step, int source) {
    FormulaPart part;
    part.kind = QStringLiteral("weight");
    part.symbol = indexed(QStringLiteral("α"), step, source);
    part.role = Role::attention;
    part.meaning = Formula::tr("attention on “%1” for “%2”")
                       .arg(scene.source.value(source), scene.target.value(step));
    const QString k = QString::number(step + 1) + QStringLiteral(",k");
    part.formula = QStringLiteral("%1 = exp(%2) / Σ<sub>k</sub> exp(%3)")
                       .arg(part.symbol, indexed(QStringLiteral("e"), step, source),
                            indexed(QStringLiteral("e"), k));
    if (!scene.done(Stage::softmax, step)) {
        part.note = notYet();
        return part;
    }
    const model::StepTrace &numbers = scene.step(step);
    part.value = numbers.weights(source);
    double sum = 0;
    for (int j = 0; j < scene.extent.source; ++j) {
        const double e = numbers.scores(j);
        sum += std::exp(e);
        part.terms.push_back({scene.source.value(j).toHtmlEscaped(), j + 1, std::exp(e), {e}});
    }
    part.termsSum = sum;
    part.termsTitle = Formula::tr("what the denominator adds up");
    part.termPattern = QStringLiteral("exp(%1)").arg(
        indexed(QStringLiteral("e"), QString::number(step + 1) + QStringLiteral(",%1")));
    const double e = numbers.scores(source);
    const double softmax = std::exp(e) / sum;
    part.numbers =
        QStringLiteral("exp(%1) / %2 = %3 / %2 = %4")
            .arg(mathNumber(e), mathNumber(sum), mathNumber(std::exp(e)), mathNumber(softmax));
    if (numbers.weightsForced)
        part.note =
            Formula::tr("The weight was set by hand to %1 (%2); the formula gives the softmax.")
                .arg(plainSymbol(mathNumber(static_cast<double>(*part.value))),
                     decidedText(scene.trace, step));
    else
        part.numbers = part.numbers.left(part.numbers.lastIndexOf(u'=') + 2) +
                       mathNumber(static_cast<double>(*part.value));
    return part;
}

FormulaPart posteriorPart(const FormulaScene &scene, int step, int source,
                          const model::Posterior *posterior) {
    const QString i = QString::number(step + 1);
    const QString y = indexed(QStringLiteral("y"), i);
    const auto joint = [&](const QString &j) {
        return QStringLiteral("α<sub>%1,%2</sub> p(%3 | h<sub>%2</sub>)").arg(i, j, y);
    };
    FormulaPart part;
    part.kind = QStringLiteral("posterior");
    part.symbol = QStringLiteral("P(%1 | %2)").arg(indexed(QStringLiteral("h"), source + 1), y);
    part.role = Role::attention;
    part.meaning = Formula::tr("attention on “%1”, given that “%2” came")
                       .arg(scene.source.value(source), scene.target.value(step));
    part.formula =
        QStringLiteral("%1 = %2 / Σ<sub>k</sub> %3")
            .arg(part.symbol, joint(QString::number(source + 1)), joint(QStringLiteral("k")));
    if (!scene.done(Stage::word, step)) {
        part.note = notYet();
        return part;
    }
    if (!posterior) {
        part.note = Formula::tr("being worked out");
        return part;
    }
    part.note = Formula::tr(
        "As if one annotation, drawn by α, were the context. The step mixes them, so that the "
        "denominator is not the probability that it gave the word.");
    double sum = 0;
    for (int j = 0; j < scene.extent.source; ++j) {
        const double weight = std::max(0.0F, scene.step(step).weights(j));
        const double likelihood = std::exp(double{posterior->logLikelihoods(step, j)});
        part.terms.push_back({scene.source.value(j).toHtmlEscaped(),
                              j + 1,
                              weight * likelihood,
                              {weight, likelihood}});
        sum += weight * likelihood;
    }
    part.termsSum = sum;
    part.termPattern = joint(QStringLiteral("%1")) + QStringLiteral(" = %2·%3");
    part.termsTitle = Formula::tr(
                          "what the denominator adds up, p(%1 | h) being the probability of “%2” "
                          "had the step attended to that word alone")
                          .arg(y, scene.target.value(step).toHtmlEscaped());
    part.value = posterior->weights(step, source);
    const FormulaTerm &term = part.terms[static_cast<std::size_t>(source)];
    part.numbers = QStringLiteral("%1·%2 / %3 = %4")
                       .arg(mathNumber(term.factors[0]), mathNumber(term.factors[1]),
                            mathNumber(sum), mathNumber(double{*part.value}));
    return part;
}

FormulaPart contextPart(const FormulaScene &scene, int step) {
    const QString c = indexed(QStringLiteral("c"), step + 1);
    const QString formula =
        scene.trace.hasAttention()
            ? QStringLiteral("%1 = Σ<sub>j</sub> %2 h<sub>j</sub>")
                  .arg(c, indexed(QStringLiteral("α"),
                                  QString::number(step + 1) + QStringLiteral(",j")))
        : scene.trace.encoder->backward().state.rows() > 0
            ? QStringLiteral("%1 = [%2 ; %3]")
                  .arg(c, indexed(QStringLiteral("→h"), scene.extent.source),
                       indexed(QStringLiteral("←h"), 1))
            : QStringLiteral("%1 = %2").arg(c, indexed(QStringLiteral("→h"), scene.extent.source));
    FormulaPart part = vectorPart(
        QStringLiteral("context"), c, Role::attention, formula,
        scene.trace.hasAttention()
            ? Formula::tr("context for “%1”").arg(scene.target.value(step))
            : Formula::tr("context: without attention the same at every step, what the encoder "
                          "ended with"));
    if (scene.done(Stage::context, step)) {
        const model::Row &values = scene.step(step).context;
        fillVector(part, values.data(), values.size());
        if (scene.trace.hasAttention())
            part.numbers =
                weightedSum(scene.step(step).weights) + QStringLiteral(" = ") + part.numbers;
    }
    return part;
}

FormulaPart contextUnitPart(const FormulaScene &scene, int step, int unit) {
    const QString u = u'[' + QString::number(unit + 1) + u']';
    FormulaPart part;
    part.kind = QStringLiteral("contextUnit");
    part.symbol = indexed(QStringLiteral("c"), step + 1) + u;
    part.role = Role::attention;
    part.meaning = Formula::tr("unit %1 of the context for “%2”")
                       .arg(QString::number(unit + 1), scene.target.value(step));
    const bool computed = scene.done(Stage::context, step);
    part.note = computed ? QString() : notYet();
    if (computed)
        part.value = scene.step(step).context(unit);
    const double value = computed ? static_cast<double>(*part.value) : 0;
    if (!scene.trace.hasAttention()) {
        const int units = static_cast<int>(scene.trace.encoder->forward().state.cols());
        const QString from = unit < units ? indexed(QStringLiteral("→h"), scene.extent.source) + u
                                          : indexed(QStringLiteral("←h"), 1) + u'[' +
                                                QString::number(unit - units + 1) + u']';
        part.formula = part.symbol + QStringLiteral(" = ") + from;
        part.numbers = computed ? mathNumber(value) : QString();
        return part;
    }
    const QString i = QString::number(step + 1);
    part.formula = QStringLiteral("%1 = Σ<sub>j</sub> α<sub>%2,j</sub> h<sub>j</sub>%3")
                       .arg(part.symbol, i, u);
    if (!computed)
        return part;
    const model::Row &weights = scene.step(step).weights;
    for (int j = 0; j < scene.extent.source; ++j) {
        const double a = weights(j);
        const double h = scene.trace.encoder->annotations(j, unit);
        part.terms.push_back({scene.source.value(j).toHtmlEscaped(), j + 1, a * h, {a, h}});
    }
    part.termsSum = value;
    part.termsTitle = Formula::tr("what each source word adds");
    part.termPattern =
        QStringLiteral("α<sub>%2,%1</sub> h<sub>%1</sub>%3 = ").arg(QStringLiteral("%1"), i, u) +
        QStringLiteral("%2·%3");
    part.numbers = sumInLine(part) + QStringLiteral(" = ") + mathNumber(value);
    return part;
}

FormulaPart wordPart(const FormulaScene &scene, int step, int piece) {
    const model::Candidate candidate = candidateOf(scene.trace, step, piece);
    const bool chosen = candidate.id == scene.trace.chosen(step).id;
    const QString word = chosen ? scene.target.value(step)
                                : vocabularyLabel(scene.trace.model->target(), candidate.id);
    const QString i = QString::number(step + 1);
    FormulaPart part;
    part.kind = QStringLiteral("word");
    part.symbol = QStringLiteral("p<sub>%1</sub>(%2)").arg(i, quoted(word).toHtmlEscaped());
    part.role = Role::target;
    part.meaning = Formula::tr("probability of “%1” at step %2").arg(word, i);
    part.formula = QStringLiteral(
                       "%1 = exp(w · t<sub>%2</sub> + b) / Σ<sub>y</sub> "
                       "exp(w<sub>y</sub> · t<sub>%2</sub> + b<sub>y</sub>)")
                       .arg(part.symbol, i);
    if (!scene.done(Stage::word, step)) {
        part.note = notYet();
        return part;
    }
    const model::StepTrace &numbers = scene.step(step);
    const model::Weights &weights = scene.trace.model->weights();
    const long id = candidate.id;
    const model::Row output = weights[weights.output()].row(id);
    const double bias = weights[model::Tensor::outputBias](0, id);
    double logit = bias;
    for (long k = 0; k < numbers.readout.size(); ++k) {
        const double w = output(k);
        const double t = numbers.readout(k);
        logit += w * t;
        part.terms.push_back({{}, static_cast<int>(k) + 1, w * t, {w, t}});
    }
    part.terms.push_back({QStringLiteral("b"), 0, bias, {}});
    part.termsSum = logit;
    part.termPattern = QStringLiteral("w[%1]·t[%1] = %2·%3");
    part.termsTitle =
        Formula::tr("what the exponent adds up, w the row of “%1”").arg(word.toHtmlEscaped());
    const double logProbability = candidate.logProbability;
    part.value = std::exp(candidate.logProbability);
    part.numbers = QStringLiteral("exp(%1) / %2 = exp(%3) = %4")
                       .arg(mathNumber(logit), mathNumber(std::exp(logit - logProbability)),
                            mathNumber(logProbability), mathNumber(std::exp(logProbability)));
    part.note = scene.trace.choice(step).forced && chosen
                    ? Formula::tr("The word was set by hand; it is number %1 by probability.")
                          .arg(scene.trace.choice(step).rank + 1)
                    : QString();
    return part;
}

FormulaPart readoutPart(const FormulaScene &scene, int step) {
    const QString i = QString::number(step + 1);
    FormulaPart part = vectorPart(
        QStringLiteral("readout"), QStringLiteral("t<sub>%1</sub>").arg(i), Role::target,
        QStringLiteral("t<sub>%1</sub> = tanh(W<sub>o</sub> [s<sub>%1</sub> ; c<sub>%1</sub> ; "
                       "y<sub>%2</sub>] + b<sub>o</sub>)")
            .arg(i)
            .arg(step),
        Formula::tr("readout: what the word is chosen by"));
    if (scene.done(Stage::word, step)) {
        const model::Row &values = scene.step(step).readout;
        fillVector(part, values.data(), values.size());
    }
    return part;
}

}  // namespace widgets
