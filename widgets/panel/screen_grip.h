// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMouseEvent>
#include <QPointF>

namespace widgets {

/// Where the pointer is while it holds something, in the coordinates that its widget had when it
/// was taken: measured on the screen, since the widget may move meanwhile. What a drag changes is
/// told in lines above the views, which come with the first edit.
class ScreenGrip {
  public:
    /// A press.
    void take(const QMouseEvent &event) { origin_ = event.globalPosition() - event.position(); }
    /// Of an event after that.
    QPointF position(const QMouseEvent &event) const { return event.globalPosition() - origin_; }

  private:
    QPointF origin_;  ///< of the widget, on the screen
};

}  // namespace widgets
