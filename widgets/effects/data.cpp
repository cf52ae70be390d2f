// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/effects/data.h"

#include <QCoreApplication>
#include <utility>

#include "widgets/panel/effect_names.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::EffectsData)
};

constexpr model::OtherAttention kinds[] = {
    model::OtherAttention::uniform, model::OtherAttention::permuted, model::OtherAttention::oneHot,
    model::OtherAttention::withoutTop};

QString cell(const QString &text, bool number) {
    return QStringLiteral("<td align=\"%1\">%2&nbsp;&nbsp;</td>")
        .arg(number ? QStringLiteral("right") : QStringLiteral("left"), text);
}

QString wordAt(const model::Trace &trace, int step) {
    return shortenedLabel(pieceLabel(trace.target[static_cast<std::size_t>(step)]));
}

/// A number with that of the reference behind it, where there is a reference.
QString beside(const QString &text, const std::optional<QString> &reference) {
    return reference ? Text::tr("%1 (%2)", "a number, that of the reference").arg(text, *reference)
                     : text;
}

QString differenceText(double difference) {
    return numberText(difference, {.decimals = 3});
}

/// The cells of a line of the text.
QString rowOf(const EffectLine &line) {
    std::optional<QString> here;
    std::optional<QString> mean;
    std::optional<QString> share;
    if (line.referenceMean) {
        here = line.referenceDifference ? differenceText(*line.referenceDifference)
                                        : QStringLiteral("–");
        mean = differenceText(*line.referenceMean);
        share = percentage(*line.referenceShare);
    }
    return QStringLiteral("<tr>") + cell(line.kind, false) +
           cell(beside(differenceText(line.difference), here), true) +
           cell(line.word.isEmpty()
                    ? QString()
                    : Text::tr("→ “%1”", "another word").arg(line.word.toHtmlEscaped()),
                false) +
           cell(beside(differenceText(line.meanDifference), mean), true) +
           cell(beside(percentage(line.changedShare), share), true) + QStringLiteral("</tr>");
}

QString nameOf(model::OtherAttention kind) {
    const std::string_view name = model::toString(kind);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace

const model::StepEffects *ReferenceEffects::at(std::size_t step) const {
    const int there = effects && step < steps.size() ? steps[step] : -1;
    return there < 0 ? nullptr : &(*effects)[static_cast<std::size_t>(there)];
}

ReferenceEffects referenceEffects(const Viewpoint &viewpoint) {
    ReferenceEffects reference{viewpoint.derived().referenceEffects, {}, {}};
    if (!viewpoint.trace() || !reference.effects)
        return reference;
    for (int step = 0; step < viewpoint.trace()->targetLength(); ++step)
        reference.steps.push_back(viewpoint.comparison().stepOf(step));
    reference.noun = viewpoint.referenceNoun();
    return reference;
}

std::vector<EffectLine> effectLines(const model::Trace &trace,
                                    const std::vector<model::StepEffects> &effects, int step,
                                    const ReferenceEffects &reference) {
    const model::StepEffects before =
        reference.effects ? model::meanEffects(*reference.effects) : model::StepEffects{};
    const model::StepEffects mean = model::meanEffects(effects);
    const model::StepEffects &here = effects[static_cast<std::size_t>(step)];
    std::vector<EffectLine> lines;
    for (const model::OtherAttention kind : kinds) {
        const model::AttentionEffect &effect = here[kind];
        EffectLine line;
        line.kind = effectName(kind);
        line.difference = effect.difference;
        if (effect.changed > 0.5)
            line.word = shortenedLabel(vocabularyLabel(trace.model->target(), effect.piece));
        line.meanDifference = mean[kind].difference;
        line.changedShare = mean[kind].changed;
        if (reference.effects) {
            line.referenceMean = before[kind].difference;
            line.referenceShare = before[kind].changed;
        }
        if (const auto *there = reference.at(static_cast<std::size_t>(step)))
            line.referenceDifference = (*there)[kind].difference;
        lines.push_back(std::move(line));
    }
    return lines;
}

QString effectsText(const model::Trace &trace, const std::vector<model::StepEffects> &effects,
                    int step, const ReferenceEffects &reference) {
    const QString heading = Text::tr(
                                "What other attention would have changed, at step %1 (“%2”) "
                                "and at all steps:")
                                .arg(step + 1)
                                .arg(wordAt(trace, step).toHtmlEscaped());
    QString rows = QStringLiteral("<tr>") + cell({}, false) +
                   cell(Text::tr("step %1").arg(step + 1), true) + cell({}, false) +
                   cell(Text::tr("mean"), true) + cell(Text::tr("other words"), true) +
                   QStringLiteral("</tr>");
    for (const EffectLine &line : effectLines(trace, effects, step, reference))
        rows += rowOf(line);
    const QString brackets =
        reference.effects
            ? QStringLiteral("<p>%1</p>")
                  .arg(Text::tr("In brackets: the same in %1.").arg(reference.noun.toHtmlEscaped()))
            : QString();
    const QString legend = Text::tr(
        "½ Σ |q − p| over all words: 0 changes nothing, 1 everything. The words before "
        "stay; of 20 permutations the median. After Jain & Wallace (2019) and Wiegreffe "
        "& Pinter (2019).");
    return QStringLiteral("<p>%1</p><table>%2</table>%3<p>%4</p>")
        .arg(heading, rows, brackets, legend.toHtmlEscaped());
}

Table effectsTable(const model::Trace &trace, const std::vector<model::StepEffects> &effects,
                   const ReferenceEffects &reference) {
    DoubleCells steps;
    TextCells words;
    for (std::size_t i = 0; i < effects.size(); ++i) {
        steps.emplace_back(static_cast<double>(i + 1));
        words.push_back(pieceName(trace.target[i]));
    }
    Table table(QStringLiteral("effects"));
    table.add(QStringLiteral("step"), std::move(steps));
    table.add(QStringLiteral("word"), std::move(words));
    for (const model::OtherAttention kind : kinds) {
        DoubleCells differences;
        for (const model::StepEffects &each : effects)
            differences.emplace_back(each[kind].difference);
        table.add(nameOf(kind), std::move(differences));
    }
    if (!reference.effects)
        return table;
    for (const model::OtherAttention kind : kinds) {
        DoubleCells differences(effects.size());
        for (std::size_t i = 0; i < effects.size(); ++i)
            if (const auto *there = reference.at(i))
                differences[i] = (*there)[kind].difference;
        table.add(QStringLiteral("reference ") + nameOf(kind), std::move(differences));
    }
    return table;
}

Table unitsTable(const UnitScan &scan) {
    DoubleCells units;
    FloatCells values;
    DoubleCells probabilities;
    DoubleCells changes;
    for (const model::UnitEffect &effect : scan.effects) {
        units.emplace_back(effect.unit + 1);
        values.emplace_back(effect.value);
        probabilities.emplace_back(effect.probability);
        changes.emplace_back(effect.change);
    }
    Table table(QStringLiteral("units"));
    table.add(QStringLiteral("unit"), std::move(units));
    table.add(QStringLiteral("value"), std::move(values));
    table.add(QStringLiteral("probability at 0"), std::move(probabilities));
    table.add(QStringLiteral("change"), std::move(changes));
    if (!scan.reference)
        return table;
    FloatCells referenceValues;
    DoubleCells referenceChanges;
    for (const model::UnitEffect &effect : scan.effects) {
        const model::UnitEffect &there =
            scan.referenceEffects[static_cast<std::size_t>(effect.unit)];
        referenceValues.emplace_back(there.value);
        referenceChanges.emplace_back(there.change);
    }
    table.add(QStringLiteral("reference value"), std::move(referenceValues));
    table.add(QStringLiteral("reference change"), std::move(referenceChanges));
    return table;
}

}  // namespace widgets
