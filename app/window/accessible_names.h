// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace app {

/// Gives names to what Qt leaves without one in every window of the program, in the language of the
/// moment: the scroll bars of areas, the part of a text that is in view, and menus that open.
class AccessibleNames : public QObject {
    Q_OBJECT
  public:
    explicit AccessibleNames(QObject *parent);

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    static void name(QWidget &widget);
};

}  // namespace app
