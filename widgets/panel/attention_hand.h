// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <vector>

#include "model/decoding/trace.h"

namespace widgets {

class Viewpoint;

/// The attention of some steps while the user changes it, by dragging or with keys. It asks the
/// viewpoint for a translation with the weights of the moment, the next one when the last has come,
/// so that a fast pointer does not keep any from coming. All of it is one gesture. The moment in
/// view stays where it is if it is in these steps.
class AttentionHand : public QObject {
    Q_OBJECT
  public:
    /// The viewpoint must outlive it.
    explicit AttentionHand(Viewpoint *viewpoint, QObject *parent = nullptr);

    /// Takes hold of the weights of steps, those of them that the trace has. Whether there is
    /// something to be changed: not without attention, nor while a translation is under way.
    bool take(int firstStep, int count = 1);
    bool holds() const { return base_ != nullptr; }
    bool holds(int step) const { return weights_.contains(step); }
    /// The weights that a held step is to have [S].
    const model::Row &weights(int step) const { return weights_.at(step); }
    /// Whether the weights of positions can be changed at the held steps: muted ones cannot.
    bool canGive(const std::vector<int> &positions) const;
    /// At each held step the sum of the weights of some positions becomes `share` more than it was
    /// when they were taken; see withShare().
    void setShareChange(const std::vector<int> &positions, double share);
    /// It becomes so much more than it is.
    void addShare(const std::vector<int> &positions, double share);
    void letGo();
    /// Everything is as it was when it was taken.
    void putBack();

  signals:
    /// Other weights, or nothing is held any longer.
    void changed();

  private:
    void setShares(const std::map<int, model::Row> &from, const std::vector<int> &positions,
                   double more);
    void ask();
    void drop();
    void releaseMoment();
    void followTrace();

    Viewpoint *viewpoint_;
    std::shared_ptr<const model::Trace> base_;  ///< the trace that was in view; null: nothing held
    std::map<int, model::Row> taken_;           ///< as they were
    std::map<int, model::Row> weights_;
    model::Interventions asked_;
    int gesture_ = 0;
    bool waiting_ = false;  ///< for the translation that was asked for last
    bool holdsMoment_ = false;
    bool ahead_ = false;  ///< the weights are others than those that were asked for
};

}  // namespace widgets
