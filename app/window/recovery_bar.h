// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace app {

/// Offers, without asking for an answer, what was not saved when the program ended.
class RecoveryBar : public QWidget {
    Q_OBJECT
  public:
    explicit RecoveryBar(QWidget *parent);

    /// Comes into view.
    void offer();
    QString text() const { return label_->text(); }

  signals:
    void reopenRequested();
    void discardRequested();

  private:
    void showText();

    QLabel *label_;
    QToolButton *reopen_;
    QToolButton *discard_;
};

}  // namespace app
