// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace widgets {

/// While one of these lives, nothing that is painted shows where the focus is: for pictures that
/// are taken away.
class FocusHidden {
  public:
    FocusHidden();
    ~FocusHidden();
    FocusHidden(const FocusHidden &) = delete;
    FocusHidden &operator=(const FocusHidden &) = delete;
};

/// Whether a widget is to be painted as the one that has the focus.
bool showsFocus(const QWidget &widget);
/// A frame around the whole widget, if so.
void drawFocusFrame(QPainter &painter, const QWidget &widget);

/// A frame around one of the views of Qt while it has the focus, which its style does not show. It
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
