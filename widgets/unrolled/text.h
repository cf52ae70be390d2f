// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "widgets/unrolled/data.h"

namespace widgets {

/// Everything the unrolled view says.
class UnrolledText {
    Q_DECLARE_TR_FUNCTIONS(widgets::UnrolledView)
  public:
    /// A line of the legend: which values have the strongest colours, in the decoder, in the
    /// encoder (and in the context, which is made of its states), in embeddings.
    static QString range(const UnrolledData &content, int line);
    /// `picture`: it is one that is seen, no text that is read.
    static QString caption(UnrolledRow row, bool attention, bool picture);
    /// A second line below a caption: how many units a strip shows, what links are left out. Where
    /// there is no room for the legend, also what it would say of the row.
    static QString subCaption(UnrolledRow row, const UnrolledGeometry &geometry,
                              const UnrolledData &content, double leastWeight);
    /// What to do where there is nothing to show.
    static QString empty();
    /// "c₇ = Σ α₇ⱼ hⱼ"; for the bottleneck "c₇ = [→h₁₀ ; ←h₁]". At the stages before it what leads
    /// there: "e₇ⱼ = a(s₆, hⱼ)" or, where the query is of the word, too, "… a(s₆, y₆, hⱼ)"
    /// (Bahdanau, Cho & Bengio 2015, section 3.1), "α₇ = softmax(e₇)".
    static QString contextLabel(const UnrolledData &content, int step,
                                Stage stage = Stage::context);
    /// "s₀ = tanh(W [→h₁₀ ; ←h₁] + b)", with the exact number of a unit (−1: of none).
    static QString initialTip(const UnrolledData &content, int unit, const Moment &moment);
    /// What a word is chosen by: "t₇ = tanh(W [s₇ ; c₇ ; y₆] + b)".
    static QString readoutTip(int step);
    /// What stands for the word before the first one.
    static QString beginTip();
    /// "t₇"
    static QString readoutLabel(int step);
    /// "s₇"
    static QString stateLabel(int step);
    /// "→h₃ · “chat” · 256 units": what a strip is, as a title.
    static QString stripTitle(const UnrolledData &content, Vector strip, int index);
    /// "row 412 of 10000": where in the table the embedding of a piece stands.
    static QString tableRow(int id, int rows);
    /// Exact numbers of what is pointed at, seen from a step (−1: while reading).
    static QString toolTip(const UnrolledData &content, const Selection &selection,
                           const Moment &moment);
    /// A sentence about the current step for those who do not see the picture.
    static QString description(const UnrolledData &content, const Moment &moment);
    /// The same of what is pointed at or marked; of the step where there is no such thing.
    static QString spoken(const UnrolledData &content, const Selection &selection,
                          const Moment &moment);

  private:
    static QString sourceTip(const UnrolledData &content, int source, const Moment &moment);
    static QString stepTip(const UnrolledData &content, int step, const Moment &moment);
    /// What stood in place of a piece in what is compared with; empty: the same.
    static QString otherText(const UnrolledData &content, int step);
    static QString unitTip(const UnrolledData &content, const Selection &selection,
                           const Moment &moment);
};

}  // namespace widgets
