// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace app {

/// Offers the lesson to who starts the program for the first time. Whatever is answered, it is not
/// offered again.
class LessonOffer : public QWidget {
    Q_OBJECT
  public:
    explicit LessonOffer(QWidget *parent);

    /// Shows the offer, unless it has been answered once.
    void offer();
    /// The lesson was begun some other way: there is nothing to offer any more.
    void answer();

  signals:
    void accepted();

  private:
    QLabel *text_;
    QPushButton *accept_;
    QPushButton *decline_;
};

}  // namespace app
