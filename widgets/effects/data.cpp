// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/effects/data.h"

#include <QCoreApplication>

#include "widgets/panel/effect_names.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"

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

}  // namespace

std::vector<EffectLine> effectLines(const model::Trace &trace,
                                    const std::vector<model::StepEffects> &effects, int step) {
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
        lines.push_back(std::move(line));
    }
    return lines;
}

QString effectsText(const model::Trace &trace, const std::vector<model::StepEffects> &effects,
                    int step) {
    const QString heading = Text::tr(
                                "What other attention would have changed, at step %1 (“%2”) "
                                "and at all steps:")
                                .arg(step + 1)
                                .arg(wordAt(trace, step).toHtmlEscaped());
    QString rows = QStringLiteral("<tr>") + cell({}, false) +
                   cell(Text::tr("step %1").arg(step + 1), true) + cell({}, false) +
                   cell(Text::tr("mean"), true) + cell(Text::tr("other words"), true) +
                   QStringLiteral("</tr>");
    for (const EffectLine &line : effectLines(trace, effects, step))
        rows += QStringLiteral("<tr>") + cell(line.kind, false) +
                cell(numberText(line.difference, {.decimals = 3}), true) +
                cell(line.word.isEmpty()
                         ? QString()
                         : Text::tr("→ “%1”", "another word").arg(line.word.toHtmlEscaped()),
                     false) +
                cell(numberText(line.meanDifference, {.decimals = 3}), true) +
                cell(percentage(line.changedShare), true) + QStringLiteral("</tr>");
    const QString legend = Text::tr(
        "½ Σ |q − p| over all words: 0 changes nothing, 1 everything. The words before "
        "stay; of 20 permutations the median. After Jain & Wallace (2019) and Wiegreffe "
        "& Pinter (2019).");
    return QStringLiteral("<p>%1</p><table>%2</table><p>%3</p>")
        .arg(heading, rows, legend.toHtmlEscaped());
}

Table effectsTable(const model::Trace &trace, const std::vector<model::StepEffects> &effects) {
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
        const std::string_view name = model::toString(kind);
        table.add(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                  std::move(differences));
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
    return table;
}

}  // namespace widgets
