// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "widgets/viewpoint/viewpoint.h"

namespace app {

/// What is to be seen of a translation by those who are to guess how it goes on: its steps up to
/// the first whose word is not chosen at the moment, and "?" in place of that word. The same trace
/// where every word is.
std::shared_ptr<const model::Trace> veiled(const std::shared_ptr<const model::Trace> &trace,
                                           const widgets::Moment &moment);

/// Lets a viewpoint show no more than that of each translation that it gets. So no view has to know
/// of it.
class Veil : public QObject {
    Q_OBJECT
  public:
    /// The viewpoint must outlive it.
    explicit Veil(widgets::Viewpoint *viewpoint, QObject *parent = nullptr);

    bool drawn() const { return drawn_; }
    void setDrawn(bool drawn);
    /// The whole of the translation in view; null: there is none.
    const std::shared_ptr<const model::Trace> &whole() const;

  signals:
    void drawnChanged(bool drawn);

  private:
    void takeTrace();
    void cover();

    widgets::Viewpoint *viewpoint_;
    std::shared_ptr<const model::Trace> whole_;  ///< of what is covered; null: nothing is
    std::shared_ptr<const model::Trace> shown_;  ///< in its place
    bool drawn_ = false;
    bool covering_ = false;
};

}  // namespace app
