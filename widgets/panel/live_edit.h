// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "model/decoding/trace.h"
#include "widgets/viewpoint/edit.h"

namespace widgets {

class Viewpoint;

/// What the user changes continuously, by dragging or with keys: each state of it is asked of the
/// viewpoint, the next one when the last has come, so that a fast pointer does not keep any from
/// coming. All of it is one gesture. Where the moment in view is in the steps that are changed, it
/// stays.
class LiveEdit : public QObject {
    Q_OBJECT
  public:
    /// The viewpoint must outlive it.
    explicit LiveEdit(Viewpoint *viewpoint, QObject *parent = nullptr);

    /// Begins to change something about some steps. Whether it can: not while a translation is
    /// under way.
    bool begin(int firstStep, int count = 1);
    bool active() const { return base_ != nullptr; }
    /// The trace that was in view at the beginning; null: nothing is being changed.
    const std::shared_ptr<const model::Trace> &base() const { return base_; }
    /// What is wanted now.
    void want(const Edit &edit);
    /// Lets go; what was wanted last is asked for.
    void end();
    /// Everything as it was at the beginning.
    void putBack();

  signals:
    /// Let go, also because the sentence is another, or an edit was made elsewhere.
    void ended();

  private:
    void ask();
    void drop();
    void releaseMoment();
    void followTrace();

    Viewpoint *viewpoint_;
    std::shared_ptr<const model::Trace> base_;
    Edit wanted_;
    model::Interventions asked_;
    int gesture_ = 0;
    bool waiting_ = false;  ///< for the translation that was asked for last
    bool ahead_ = false;    ///< what is wanted is not what was asked for
    bool holdsMoment_ = false;
};

}  // namespace widgets
