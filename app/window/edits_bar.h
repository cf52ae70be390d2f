// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "app/session/edits.h"

namespace app {

/// Says that the translation in view is one that the model did not make by itself, what was
/// decided last, and leads back. Hidden while there is nothing to say.
class EditsBar : public QWidget {
    Q_OBJECT
  public:
    EditsBar(Session *session, Edits *edits, QWidget *parent);

    QString text() const { return label_->toolTip(); }

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    QToolButton *addButton(const char *name);
    void refresh();
    void showText();

    Session *session_;
    Edits *edits_;
    QLabel *label_;
    QToolButton *original_ = nullptr;
    QToolButton *undo_ = nullptr;
    QToolButton *startOver_ = nullptr;
};

}  // namespace app
