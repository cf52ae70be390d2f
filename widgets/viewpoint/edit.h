// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <map>
#include <vector>

#include "model/decoding/intervention.h"
#include "model/decoding/trace.h"

namespace widgets {

/// What the user wants to be otherwise: the interventions that the translation in view is to be
/// made with from now on, and what that changes, in words ("attend only to “chat” for word 3").
struct Edit {
    model::Interventions interventions;
    QString text;
    /// Above 0: a part of the gesture with this number, all of which is one step to undo.
    int gesture = 0;
};

/// The number of a gesture that begins.
int newGesture();

/// Whether two translations of the same source came to a step by the same pieces, so that their
/// numbers there can be compared.
bool sameUpTo(const model::Trace &a, const model::Trace &b, int step);

/// Compares the pieces of two translations: by their ids, or, where the models have other
/// vocabularies, by what they are written as.
class SamePiece {
  public:
    SamePiece(const model::Trace &a, const model::Trace &b);
    /// Whether both took the same piece at these steps.
    bool operator()(int stepOfA, int stepOfB) const;

  private:
    const model::Trace &a_;
    const model::Trace &b_;
    bool byId_;
};

/// Whether two translations are of the same source pieces, so that what belongs to one of these can
/// be compared.
bool sameSource(const model::Trace &a, const model::Trace &b);

/// The source word that stands at these positions, short enough for a sentence: "chat".
QString sourceWord(const model::Trace &trace, const std::vector<int> &positions);

// Edits of the translation in view, at one step or, for a step of −1, at every one. Positions are
// those of one source word.

Edit attendOnlyTo(const model::Trace &trace, int step, const std::vector<int> &positions);
Edit attendEvenly(const model::Trace &trace, int step);
Edit attendAsBefore(const model::Trace &trace, int step);
/// As at the step after, with the weights that it has now; there has to be one.
Edit attendAsAfter(const model::Trace &trace, int step);
Edit attendByPosterior(const model::Trace &trace, int step);
/// With given weights [S] at some steps, which follow one another; at least one.
Edit attendBy(const model::Trace &trace, const std::map<int, model::Row> &weights);
Edit mute(const model::Trace &trace, int step, const std::vector<int> &positions);
Edit setTemperature(const model::Trace &trace, int step, double temperature);
Edit takeWord(const model::Trace &trace, int step, int piece);
/// Several pieces, at least one, at this step and those that follow.
Edit takeWords(const model::Trace &trace, int step, const std::vector<int> &pieces);
/// Nothing is decided at the step any longer.
Edit leaveToModel(const model::Trace &trace, int step);

/// The source word that a position belongs to, as it was typed; empty for the end.
QString typedWord(const model::Trace &trace, int position);
/// The sentence with another text in place of that word; without the word, and a blank beside it,
/// where the text is empty.
QString withTypedWord(const model::Trace &trace, int position, const QString &word);

/// Whether muting these leaves a position to attend to.
bool canMute(const model::Trace &trace, int step, const std::vector<int> &positions);

}  // namespace widgets
