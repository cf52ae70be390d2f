// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

namespace app {

/// A panel's frame. Floating, it is a window of its own to Qt; its keys are the main window's all
/// the same: Tab leads out of it and into it, Enter presses its buttons.
class Dock : public QDockWidget {
    Q_OBJECT
  public:
    using QDockWidget::QDockWidget;

  signals:
    /// A key that nothing in the floating dock wanted; accepted by whoever does.
    void keyPressed(QKeyEvent *event);
    void tabPressed(bool next);

  protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
};

}  // namespace app
