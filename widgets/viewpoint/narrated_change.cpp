// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/narrated_change.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/steps_before.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

double probabilityOf(const model::Candidate &candidate) {
    return std::exp(static_cast<double>(candidate.logProbability));
}

/// Tells one trace against another.
class ChangeTeller {
    Q_DECLARE_TR_FUNCTIONS(widgets::Narration)
  public:
    ChangeTeller(const model::Trace &trace, const model::Trace &reference,
                 const Comparison &comparison, const QString &noun)
        : trace_(trace), reference_(reference), comparison_(comparison), noun_(noun) {}

    QString tell(const Moment &moment) const;

  private:
    QString word(const model::Trace &trace, int step) const {
        return shortenedLabel(pieceLabel(trace.target[static_cast<std::size_t>(step)]));
    }
    QString source(int position) const {
        return shortenedLabel(positionLabel(trace_.source, position));
    }
    bool sameModel() const { return trace_.model == reference_.model; }
    QString nothing() const { return tr("Nothing here differs from %1.").arg(noun_); }
    /// By how much numbers of the same kind differ.
    QString numbers(const model::Row &now, const model::Row &before) const;
    QString reading(const Moment &moment) const;
    QString made(const Moment &moment) const;
    QString attention(int step, int there) const;
    QString choice(int step) const;
    QString sameChoice(int step, int there) const;
    QString otherChoice(int step, int there) const;
    QString whole() const;

    const model::Trace &trace_;
    const model::Trace &reference_;
    const Comparison &comparison_;
    QString noun_;
};

QString ChangeTeller::numbers(const model::Row &now, const model::Row &before) const {
    if (now.size() != before.size())
        return tr("The vectors of the two models are not alike: they cannot be compared.");
    if (now == before)
        return nothing();
    return tr("The numbers made here differ from those in %1, by up to %2.", "a translation")
        .arg(noun_, exactText(static_cast<double>((now - before).cwiseAbs().maxCoeff()), 3));
}

QString ChangeTeller::reading(const Moment &moment) const {
    if (!sameModel())
        return tr("The states of two models cannot be compared.");
    const bool back = moment.stage == Stage::backward;
    const int j = back ? trace_.sourceLength() - 1 - moment.index : moment.index;
    // That is where units are held; words are looked up in the same table.
    const auto annotation = [&](const model::Trace &trace) -> model::Row {
        const model::Row whole = trace.encoder->annotations.row(j);
        if (trace.source.picture())
            return whole;
        const long half = trace.encoder->forward().state.cols();
        return back ? model::Row(whole.tail(whole.size() - half)) : model::Row(whole.head(half));
    };
    if (moment.stage == Stage::embed && !trace_.source.picture())
        return nothing();
    return numbers(annotation(trace_), annotation(reference_));
}

QString ChangeTeller::attention(int step, int there) const {
    const model::Row &now = trace_.step(step).weights;
    const model::Row &before = reference_.step(there).weights;
    if (now == before)
        return nothing();
    const int most = mostAttended(trace_, step);
    const int mostBefore = mostAttended(reference_, there);
    const auto share = [](float weight) { return percentage(static_cast<double>(weight)); };
    if (most == mostBefore)
        return tr("“%1” has %2 of the attention here, and %3 in %4.")
            .arg(source(most), share(now[most]), share(before[most]), noun_);
    return tr("“%1” has %2 of the attention here, and %3 in %4, where “%5” has most of it: %6.")
        .arg(source(most), share(now[most]), share(before[most]), noun_, source(mostBefore),
             share(before[mostBefore]));
}

QString ChangeTeller::made(const Moment &moment) const {
    const int step = moment.index;
    const int there = comparison_.stepOf(step);
    if (there < 0)
        return tr("No step of %1 can be compared with this one: other words come before it.")
            .arg(noun_);
    const bool attends = trace_.hasAttention() && reference_.hasAttention();
    const bool scored = moment.stage == Stage::score;
    if (attends && (moment.stage == Stage::softmax || (scored && !sameModel())))
        return attention(step, there);
    if (!sameModel())
        return tr("The states of two models cannot be compared.");
    const model::StepTrace &now = trace_.step(step);
    const model::StepTrace &before = reference_.step(there);
    if (moment.stage == Stage::state)
        return numbers(now.cell.state.row(0), before.cell.state.row(0));
    return scored && attends ? numbers(now.scores, before.scores)
                             : numbers(now.context, before.context);
}

QString ChangeTeller::sameChoice(int step, int there) const {
    const double now = probabilityOf(trace_.chosen(step));
    const double before = probabilityOf(reference_.chosen(there));
    const QString shareNow = percentage(now);
    const QString shareBefore = percentage(before);
    if (now == before)
        return tr("In %1 it is “%2”, too, with the same probability.")
            .arg(noun_, word(trace_, step));
    if (shareNow == shareBefore)
        return tr("In %1 it is “%2”, too, with nearly the same probability.")
            .arg(noun_, word(trace_, step));
    return tr("In %1 it is “%2”, too, but with %3 and not %4.")
        .arg(noun_, word(trace_, step), shareBefore, shareNow);
}

/// At a step that both came to by the same words.
QString ChangeTeller::otherChoice(int step, int there) const {
    const QString stood = word(reference_, there);
    const QString share = percentage(probabilityOf(reference_.chosen(there)));
    // Candidates are by number, which means something within one vocabulary only.
    const auto &candidates = reference_.step(there).candidates;
    const auto found = std::ranges::find(candidates, trace_.chosen(step).id, &model::Candidate::id);
    if (!sameModel() || found == candidates.end())
        return tr("In %1, “%2” stands in its place, with %3.").arg(noun_, stood, share);
    return tr("In %1, “%2” stands in its place, with %3; “%4” has %5 there.")
        .arg(noun_, stood, share, word(trace_, step), percentage(probabilityOf(*found)));
}

QString ChangeTeller::choice(int step) const {
    if (const int there = comparison_.sameWord(step); there >= 0)
        return sameChoice(step, there);
    if (const int there = comparison_.stepOf(step); there >= 0)
        return otherChoice(step, there);
    const auto before = stepsBefore(comparison_, trace_.targetLength(),
                                    reference_.targetLength())[static_cast<std::size_t>(step)];
    if (!before || before->empty())
        return tr("In %1, nothing stands in its place.").arg(noun_);
    QStringList words;
    for (int i = before->begin; i < before->end; ++i)
        words.append(word(reference_, i));
    return tr("In %1, “%2” stands in its place.").arg(noun_, shortenedLabel(words.join(u' ')));
}

QString ChangeTeller::whole() const {
    int others = 0;
    int kept = 0;
    for (int step = 0; step < trace_.targetLength(); ++step)
        ++(comparison_.sameWord(step) < 0 ? others : kept);
    others = std::max(others, reference_.targetLength() - kept);
    const double now = trace_.logProbability();
    const double before = reference_.logProbability();
    if (others == 0 && now == before)
        return tr("Every word is as in %1, with the same probability.").arg(noun_);
    const QString nowText = numberText(now, {});
    const QString beforeText = numberText(before, {});
    if (others == 0)
        return tr("Every word is as in %1; the log-probability of all is %2, and %3 there.")
            .arg(noun_, nowText, beforeText);
    return tr("%n pieces are others than in %1; the log-probability of all is %2, and %3 there.",
              nullptr, others)
        .arg(noun_, nowText, beforeText);
}

QString ChangeTeller::tell(const Moment &moment) const {
    const int count = moment.reading() ? trace_.sourceLength() : trace_.targetLength();
    if (moment.index < 0 || moment.index >= count)
        return {};
    if (moment.reading())
        return reading(moment);
    if (trace_.ending != model::Ending::running && moment == lastMoment(extentOf(trace_)))
        return whole();
    return moment.stage == Stage::word ? choice(moment.index) : made(moment);
}

}  // namespace

QString narrateChange(const model::Trace &trace, const model::Trace &reference,
                      const Comparison &comparison, const QString &noun, const Moment &moment) {
    return ChangeTeller(trace, reference, comparison, noun).tell(moment);
}

}  // namespace widgets
