// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_choice/data.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

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
            std::exp(static_cast<double>(candidate.logProbability)),
            chosen,
            candidate.id,
            {}};
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

void compareChoices(std::vector<WordChoice> &choices, const model::Trace &original, int step) {
    const auto &candidates = original.step(step).candidates;
    for (WordChoice &choice : choices) {
        const auto found = std::ranges::find(candidates, choice.id, &model::Candidate::id);
        if (found != candidates.end())
            choice.before = std::exp(static_cast<double>(found->logProbability));
    }
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

Table choiceTable(const model::Trace &trace, int step) {
    WholeCells ranks;
    TextCells pieces;
    DoubleCells probabilities;
    FloatCells logarithms;
    const auto add = [&](int rank, const model::Candidate &candidate) {
        ranks.emplace_back(rank);
        pieces.push_back(vocabularyName(trace.model->target(), candidate.id));
        probabilities.emplace_back(std::exp(static_cast<double>(candidate.logProbability)));
        logarithms.emplace_back(candidate.logProbability);
    };
    bool found = false;
    for (int rank = 1; const model::Candidate &candidate : trace.step(step).candidates) {
        found = found || candidate.id == trace.chosen(step).id;
        add(rank++, candidate);
    }
    if (!found)
        add(trace.choice(step).rank + 1, trace.chosen(step));
    Table table(QStringLiteral("candidates"));
    table.add(QStringLiteral("rank"), std::move(ranks));
    table.add(QStringLiteral("piece"), std::move(pieces));
    table.add(QStringLiteral("probability"), std::move(probabilities));
    table.add(QStringLiteral("log-probability"), std::move(logarithms));
    return table;
}

Table stepsTable(const model::Trace &trace, int first, int count) {
    const model::Tokenizer &vocabulary = trace.model->target();
    WholeCells numbers;
    TextCells words;
    TextCells others;
    DoubleCells probabilities;
    DoubleCells otherProbabilities;
    DoubleCells entropies;
    for (int i = first; i < first + count; ++i) {
        const std::optional<WordChoice> other = runnerUpOf(trace, i);
        numbers.emplace_back(i + 1);
        words.push_back(vocabularyName(vocabulary, trace.chosen(i).id));
        probabilities.emplace_back(choiceOf(trace, trace.chosen(i), true).probability);
        others.push_back(other ? vocabularyName(vocabulary, other->id) : QString());
        otherProbabilities.push_back(other ? std::optional(other->probability) : std::nullopt);
        entropies.emplace_back(entropyBits(trace.step(i)));
    }
    Table table(QStringLiteral("steps"));
    table.add(QStringLiteral("step"), std::move(numbers));
    table.add(QStringLiteral("word"), std::move(words));
    table.add(QStringLiteral("probability"), std::move(probabilities));
    table.add(QStringLiteral("runner-up"), std::move(others));
    table.add(QStringLiteral("runner-up probability"), std::move(otherProbabilities));
    table.add(QStringLiteral("entropy in bits"), std::move(entropies));
    return table;
}

}  // namespace widgets
