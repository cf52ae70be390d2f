// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/comparison.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/common_sequence.h"
#include "widgets/viewpoint/edit.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(widgets::Comparison)
};

void subtract(model::GruTrace &from, const model::GruTrace &other) {
    const model::GruTrace less = other;  // it may be the same
    from.reset -= less.reset;
    from.update -= less.update;
    from.candidate -= less.candidate;
    from.state -= less.state;
}

double probability(const model::Trace &trace, int step) {
    return std::exp(static_cast<double>(trace.chosen(step).logProbability));
}

/// How a pin is told; `trace` names the words.
struct Pinned {
    const model::Trace &trace;

    QString operator()(const model::pin::Weights &) const {
        return ComparisonText::tr("weights given");
    }
    QString operator()(const model::pin::Position &pin) const {
        return ComparisonText::tr("pinned to “%1”")
            .arg(shortenedLabel(positionLabel(trace.source, pin.position)));
    }
    QString operator()(const model::pin::Uniform &) const {
        return ComparisonText::tr("pinned to uniform");
    }
    QString operator()(const model::pin::Previous &) const {
        return ComparisonText::tr("pinned to those of the step before");
    }
    QString operator()(const model::pin::Posterior &) const {
        return ComparisonText::tr("pinned to the posterior");
    }
};

}  // namespace

Comparison::Comparison(const model::Trace &trace, const model::Trace &original)
    : same_(commonSequence(trace.targetLength(), original.targetLength(),
                           SamePiece(trace, original))),
      originalLength_(original.targetLength()) {
    while (sameWord(together_) == together_)
        ++together_;
    for (int step = 0; step < trace.targetLength(); ++step) {
        now_.push_back(probability(trace, step));
        const int other = sameWord(step);
        before_.push_back(other < 0 ? 0 : probability(original, other));
    }
}

int Comparison::stepOf(int step) const {
    if (step == together_ && step < originalLength_ && step < static_cast<int>(same_.size()))
        return step;
    return sameWord(step);
}

int Comparison::sameWord(int step) const {
    return step < 0 || step >= static_cast<int>(same_.size())
               ? -1
               : same_[static_cast<std::size_t>(step)];
}

std::optional<double> Comparison::change(int step) const {
    const auto before = probabilityBefore(step);
    if (!before)
        return {};
    return now_[static_cast<std::size_t>(step)] - *before;
}

std::optional<double> Comparison::probabilityBefore(int step) const {
    if (sameWord(step) < 0)
        return {};
    return before_[static_cast<std::size_t>(step)];
}

std::shared_ptr<const model::Trace> stateDifferences(const model::Trace &trace,
                                                     const model::Trace &original) {
    auto result = std::make_shared<model::Trace>(trace);
    auto encoder = std::make_shared<model::EncoderTrace>(*trace.encoder);
    encoder->annotations -= original.encoder->annotations;
    encoder->initial -= original.encoder->initial;
    for (std::size_t i = 0; i < encoder->passes.size(); ++i)
        subtract(encoder->passes[i].cells, original.encoder->passes[i].cells);
    result->encoder = std::move(encoder);
    const Comparison comparison(trace, original);
    for (int i = 0; i < trace.targetLength(); ++i) {
        auto step = std::make_shared<model::StepTrace>(trace.step(i));
        const int there = comparison.stepOf(i);
        subtract(step->cell, there < 0 ? step->cell : original.step(there).cell);
        result->steps[static_cast<std::size_t>(i)] = std::move(step);
    }
    return result;
}

QString decidedText(const model::Trace &trace, int step) {
    const model::Intervention decided = trace.interventions.at(step);
    QStringList parts;
    if (decided.attention)
        parts += std::visit(Pinned{trace}, *decided.attention);
    QStringList muted;
    for (const int position : decided.muted)
        muted += shortenedLabel(positionLabel(trace.source, position));
    if (!muted.empty())
        parts += ComparisonText::tr("“%1” muted").arg(muted.join(QStringLiteral("”, “")));
    if (decided.temperature.value_or(1) != 1)
        parts += ComparisonText::tr("τ = %1").arg(
            numberText(static_cast<double>(*decided.temperature), {.trimmed = true}));
    return parts.join(QStringLiteral(", "));
}

}  // namespace widgets
