// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/edit.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>
#include <utility>

#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::Edit)
};

/// What is decided at a step (or at every one), to be changed.
model::Intervention &placeOf(model::Interventions &interventions, int step) {
    return step < 0 ? interventions.every : interventions.steps[step];
}

/// The trace's interventions with those of a step changed.
template <class Change>
model::Interventions changed(const model::Trace &trace, int step, Change &&change) {
    model::Interventions interventions = trace.interventions;
    change(placeOf(interventions, step));
    if (step >= 0)
        interventions.set(step, interventions.steps[step]);  // an empty one goes
    return interventions;
}

Edit attend(const model::Trace &trace, int step, model::AttentionPin pin, const QString &text) {
    return {changed(trace, step, [&](auto &each) { each.attention = std::move(pin); }), text};
}

QString number(int step) {
    return QString::number(step + 1);
}

/// The bytes of the source word that a position belongs to, without blanks around it.
model::Range rangeOfWord(const model::Source &source, int position) {
    model::Range range = source.place(position);
    for (const model::Word &word : source.words())
        if (position >= word.firstPiece && position < word.firstPiece + word.pieceCount)
            range = {source.place(word.firstPiece).begin,
                     source.place(word.firstPiece + word.pieceCount - 1).end};
    const std::string &text = source.text();
    const auto blank = [&](int at) { return text[static_cast<std::size_t>(at)] == ' '; };
    while (range.begin < range.end && blank(range.begin))
        ++range.begin;
    while (range.begin < range.end && blank(range.end - 1))
        --range.end;
    return range;
}

std::set<int> mutedAt(const model::Trace &trace, int step) {
    return step < 0 ? trace.interventions.every.muted : trace.interventions.at(step).muted;
}

}  // namespace

int newGesture() {
    static int last = 0;
    return ++last;
}

QString sourceWord(const model::Trace &trace, const std::vector<int> &positions) {
    QString word;
    for (const int position : positions)
        word += positionLabel(trace.source, position);
    return shortenedLabel(word);
}

SamePiece::SamePiece(const model::Trace &a, const model::Trace &b)
    : a_(a),
      b_(b),
      byId_(a.model == b.model ||
            a.model->target().serialized() == b.model->target().serialized()) {}

bool SamePiece::operator()(int stepOfA, int stepOfB) const {
    return byId_ ? a_.chosen(stepOfA).id == b_.chosen(stepOfB).id
                 : pieceName(a_.target[static_cast<std::size_t>(stepOfA)]) ==
                       pieceName(b_.target[static_cast<std::size_t>(stepOfB)]);
}

bool sameSource(const model::Trace &a, const model::Trace &b) {
    // Another model may have other pieces.
    return a.source.text() == b.source.text() &&
           (a.model == b.model || namesOf(a.source) == namesOf(b.source));
}

bool sameUpTo(const model::Trace &a, const model::Trace &b, int step) {
    if (step >= a.targetLength() || step >= b.targetLength() || !sameSource(a, b))
        return false;
    const SamePiece same(a, b);
    for (int i = 0; i < step; ++i)
        if (!same(i, i))
            return false;
    return true;
}

Edit attendOnlyTo(const model::Trace &trace, int step, const std::vector<int> &positions) {
    const QString name = sourceWord(trace, positions);
    const QString text =
        step < 0 ? Text::tr("attend only to “%1” for every word").arg(name)
                 : Text::tr("attend only to “%1” for word piece %2").arg(name, number(step));
    if (positions.size() == 1)
        return attend(trace, step, model::pin::Position{positions.front()}, text);
    model::Row weights = model::Row::Zero(trace.sourceLength());
    for (const int position : positions)
        weights(position) = 1.0F / static_cast<float>(positions.size());
    return attend(trace, step, model::pin::Weights{weights}, text);
}

Edit attendEvenly(const model::Trace &trace, int step) {
    return attend(trace, step, model::pin::Uniform{},
                  step < 0 ? Text::tr("attend evenly for every word")
                           : Text::tr("attend evenly for word piece %1").arg(number(step)));
}

Edit attendAsBefore(const model::Trace &trace, int step) {
    return attend(trace, step, model::pin::Previous{},
                  step < 0 ? Text::tr("attend as for the word before, always")
                           : Text::tr("attend as before for word piece %1").arg(number(step)));
}

Edit attendAsAfter(const model::Trace &trace, int step) {
    return attend(trace, step, model::pin::Weights{trace.step(step + 1).weights},
                  Text::tr("attend as after for word piece %1").arg(number(step)));
}

Edit attendBy(const model::Trace &trace, const std::map<int, model::Row> &weights) {
    model::Interventions interventions = trace.interventions;
    for (const auto &[step, row] : weights)
        interventions.steps[step].attention = model::pin::Weights{row};
    const QString first = number(weights.begin()->first);
    return {interventions, weights.size() == 1
                               ? Text::tr("attention by hand for word piece %1").arg(first)
                               : Text::tr("attention by hand for word pieces %1 to %2")
                                     .arg(first, number(weights.rbegin()->first))};
}

Edit attendByPosterior(const model::Trace &trace, int step) {
    return attend(trace, step, model::pin::Posterior{},
                  step < 0
                      ? Text::tr("attend to where each word comes from")
                      : Text::tr("attend to where word piece %1 comes from").arg(number(step)));
}

Edit mute(const model::Trace &trace, int step, const std::vector<int> &positions) {
    const QString name = sourceWord(trace, positions);
    return {changed(trace, step,
                    [&](auto &each) { each.muted.insert(positions.begin(), positions.end()); }),
            step < 0 ? Text::tr("mute “%1” for every word").arg(name)
                     : Text::tr("mute “%1” for word piece %2").arg(name, number(step))};
}

QString typedWord(const model::Trace &trace, int position) {
    const model::Range range = rangeOfWord(trace.source, position);
    return QString::fromUtf8(trace.source.text().data() + range.begin, range.end - range.begin);
}

QString withTypedWord(const model::Trace &trace, int position, const QString &word) {
    model::Range range = rangeOfWord(trace.source, position);
    const QByteArray text = QByteArray::fromStdString(trace.source.text());
    if (word.trimmed().isEmpty() && range.begin > 0 && text[range.begin - 1] == ' ')
        --range.begin;
    return QString::fromUtf8(text.left(range.begin) + word.trimmed().toUtf8() +
                             text.mid(range.end));
}

bool canMute(const model::Trace &trace, int step, const std::vector<int> &positions) {
    const std::set<int> before = mutedAt(trace, step);
    std::set<int> muted = before;
    // What is muted everywhere is so at every step that mutes something of its own.
    if (step < 0)
        for (const auto &[index, intervention] : trace.interventions.steps)
            muted.insert(intervention.muted.begin(), intervention.muted.end());
    muted.insert(positions.begin(), positions.end());
    const bool adds =
        std::ranges::any_of(positions, [&](int position) { return !before.contains(position); });
    return adds && static_cast<int>(muted.size()) < trace.sourceLength();
}

Edit setTemperature(const model::Trace &trace, int step, double temperature) {
    const QString shown = numberText(temperature, {.trimmed = true});
    return {changed(trace, step,
                    [&](auto &each) { each.temperature = static_cast<float>(temperature); }),
            step < 0 ? Text::tr("temperature %1 for every word").arg(shown)
                     : Text::tr("temperature %1 for word piece %2").arg(shown, number(step))};
}

Edit takeWord(const model::Trace &trace, int step, int piece) {
    return takeWords(trace, step, {piece});
}

Edit takeWords(const model::Trace &trace, int step, const std::vector<int> &pieces) {
    // What was decided later was decided about other words.
    model::Interventions interventions = trace.interventions.ofSteps(step + 1);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        interventions.steps[step + static_cast<int>(i)].word = pieces[i];
    const QString label = shortenedLabel(
        pieces.size() == 1
            ? vocabularyLabel(trace.model->target(), pieces.front())
            : plainLabel(QString::fromStdString(trace.model->target().decode(pieces))));
    const QString first = number(step);
    return {interventions,
            pieces.size() == 1
                ? Text::tr("“%1” as word piece %2").arg(label, first)
                : Text::tr("“%1” as word pieces %2 to %3")
                      .arg(label, first, number(step + static_cast<int>(pieces.size()) - 1))};
}

Edit leaveToModel(const model::Trace &trace, int step) {
    model::Interventions interventions = trace.interventions;
    if (step < 0)
        interventions.every = {};
    else
        interventions.set(step, {});
    return {interventions, step < 0
                               ? Text::tr("every word left to the model")
                               : Text::tr("word piece %1 left to the model").arg(number(step))};
}

}  // namespace widgets
