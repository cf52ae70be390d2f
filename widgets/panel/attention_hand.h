// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "widgets/panel/live_edit.h"

namespace widgets {

/// The attention of some steps while the user changes it, by dragging or with keys.
class AttentionHand : public QObject {
    Q_OBJECT
  public:
    /// The viewpoint must outlive it.
    explicit AttentionHand(Viewpoint *viewpoint, QObject *parent = nullptr);

    /// Takes hold of the weights of steps, those of them that the trace has. Whether there is
    /// something to be changed: not without attention, nor while a translation is under way.
    bool take(int firstStep, int count = 1);
    bool holds() const { return live_.active(); }
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
    void letGo() { live_.end(); }
    /// Everything is as it was when it was taken.
    void putBack() { live_.putBack(); }

  signals:
    /// Other weights, or nothing is held any longer.
    void changed();

  private:
    void setShares(const std::map<int, model::Row> &from, const std::vector<int> &positions,
                   double more);

    Viewpoint *viewpoint_;
    LiveEdit live_;
    std::map<int, model::Row> taken_;  ///< as they were
    std::map<int, model::Row> weights_;
};

}  // namespace widgets
