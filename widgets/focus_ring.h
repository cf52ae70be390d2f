// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace widgets {

/// A frame around one of Qt's own views while it has the focus, which its style does not show. It
/// belongs to the view and lets everything through.
class FocusRing : public QWidget {
    Q_OBJECT
  public:
    explicit FocusRing(QWidget *view);

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

}  // namespace widgets
