// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

namespace app {

/// A sentence at the lower edge of a part of the window that says what has been done, for a while
/// and without asking for anything. A click takes it away.
class Notice : public QLabel {
    Q_OBJECT
  public:
    explicit Notice(QWidget *over);

    void tell(const QString &sentence);

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

  private:
    void place();

    QString sentence_;
    QTimer timer_;
};

}  // namespace app
