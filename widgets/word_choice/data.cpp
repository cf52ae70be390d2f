// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_choice/data.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/model.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::WordChoice)
};

WordChoice choiceOf(const model::Trace &trace, const model::Candidate &candidate, bool chosen) {
    return {vocabularyLabel(trace.model->target(), candidate.id),
            std::exp(static_cast<double>(candidate.logProbability)), chosen, candidate.id};
}

}  // namespace

std::vector<WordChoice> choicesOf(const model::Trace &trace, int step, int count) {
    std::vector<WordChoice> choices;
    bool found = false;
    for (const model::Candidate &candidate : trace.step(step).candidates) {
        if (static_cast<int>(choices.size()) == count)
            break;
        const bool chosen = candidate.id == trace.chosen(step).id;
        found = found || chosen;
        choices.push_back(choiceOf(trace, candidate, chosen));
    }
    if (!found) {
        if (static_cast<int>(choices.size()) == count)
            choices.pop_back();
        choices.push_back(choiceOf(trace, trace.chosen(step), true));
    }
    return choices;
}

std::optional<WordChoice> runnerUpOf(const model::Trace &trace, int step) {
    const auto &candidates = trace.step(step).candidates;
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const auto &c) { return c.id != trace.chosen(step).id; });
    if (found == candidates.end())
        return {};
    return choiceOf(trace, *found, false);
}

QString runnerUpText(const model::Trace &trace, int step) {
    const std::optional<WordChoice> other = runnerUpOf(trace, step);
    if (!other)
        return {};
    const QString text = trace.choice(step).rank > 0
                             ? Text::tr("instead of “%1”: most probable was “%2”, %3")
                             : Text::tr("instead of “%1”: runner-up “%2”, %3");
    return text.arg(vocabularyLabel(trace.model->target(), trace.chosen(step).id), other->label,
                    percentage(other->probability));
}

double entropyBits(const model::StepTrace &step) {
    return static_cast<double>(step.entropy) / std::numbers::ln2;
}

QString choiceTable(const model::Trace &trace, int step) {
    constexpr int digits = 6;
    QStringList lines{QStringList{Text::tr("rank"), Text::tr("piece"), Text::tr("probability"),
                                  Text::tr("log-probability")}
                          .join(u'\t')};
    const auto add = [&](int rank, const model::Candidate &candidate) {
        const auto logarithm = static_cast<double>(candidate.logProbability);
        lines.append(QStringList{QString::number(rank),
                                 vocabularyLabel(trace.model->target(), candidate.id),
                                 QString::number(std::exp(logarithm), 'g', digits),
                                 QString::number(logarithm, 'g', digits)}
                         .join(u'\t'));
    };
    bool found = false;
    for (int rank = 1; const model::Candidate &candidate : trace.step(step).candidates) {
        found = found || candidate.id == trace.chosen(step).id;
        add(rank++, candidate);
    }
    if (!found)
        add(trace.choice(step).rank + 1, trace.chosen(step));
    return lines.join(u'\n');
}

QString stepsLine(const model::Trace &trace, int step) {
    constexpr int digits = 6;
    if (step < 0)
        return QStringList{Text::tr("step"),        Text::tr("word"),
                           Text::tr("probability"), Text::tr("runner-up"),
                           Text::tr("probability"), Text::tr("entropy, bits")}
            .join(u'\t');
    const model::StepTrace &numbers = *trace.steps[static_cast<std::size_t>(step)];
    const WordChoice chosen = choiceOf(trace, trace.chosen(step), true);
    const std::optional<WordChoice> other = runnerUpOf(trace, step);
    return QStringList{QString::number(step + 1),
                       chosen.label,
                       QString::number(chosen.probability, 'g', digits),
                       other ? other->label : QString(),
                       other ? QString::number(other->probability, 'g', digits) : QString(),
                       QString::number(entropyBits(numbers), 'g', digits)}
        .join(u'\t');
}

QString stepsTable(const model::Trace &trace) {
    QStringList lines;
    for (int step = -1; step < trace.targetLength(); ++step)
        lines.append(stepsLine(trace, step));
    return lines.join(u'\n');
}

}  // namespace widgets
