// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>
#include <optional>

#include "app/lesson/question.h"
#include "app/session/veil.h"

namespace app {

/// Asks what will be computed next, takes a guess, and reveals it.
class LessonQuestionBox : public QWidget {
    Q_OBJECT
  public:
    /// The veil and its viewpoint must outlive it.
    LessonQuestionBox(Veil *veil, widgets::Viewpoint *viewpoint, QWidget *parent);

    /// What is asked now; nothing: there is nothing to ask.
    const std::optional<LessonQuestion> &question() const { return question_; }
    /// Whether its answer is in view.
    bool revealed() const { return revealed_; }

  public slots:
    /// Asks about the moment in view.
    void ask();
    /// Moves time to where the answer is in view, and tells it.
    void reveal();

  protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

  private:
    void follow();
    void showQuestion();
    void showAnswer();
    void guess(int choice);

    Veil *veil_;
    widgets::Viewpoint *viewpoint_;
    std::optional<LessonQuestion> question_;
    int guessed_ = -1;  ///< the choice that was taken; −1: none
    bool revealed_ = false;
    bool revealing_ = false;
    QLabel *text_;
    QLabel *answer_;
    QVBoxLayout *choices_;
    QPushButton *reveal_;
    QPushButton *next_;
};

}  // namespace app
