// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/question_box.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QRadioButton>

#include "widgets/text/language.h"
#include "widgets/text/menu_text.h"

namespace app {

LessonQuestionBox::LessonQuestionBox(Veil *veil, widgets::Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent),
      veil_(veil),
      viewpoint_(viewpoint),
      text_(new QLabel(this)),
      answer_(new QLabel(this)),
      choices_(new QVBoxLayout),
      reveal_(new QPushButton(this)),
      next_(new QPushButton(this)) {
    setObjectName(QStringLiteral("lessonQuestion"));
    text_->setObjectName(QStringLiteral("lessonQuestionText"));
    answer_->setObjectName(QStringLiteral("lessonAnswer"));
    reveal_->setObjectName(QStringLiteral("lessonReveal"));
    next_->setObjectName(QStringLiteral("lessonAskNext"));
    for (QLabel *label : {text_, answer_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    choices_->setSpacing(0);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(reveal_);
    buttons->addWidget(next_);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(text_);
    column->addLayout(choices_);
    column->addWidget(answer_);
    column->addLayout(buttons);
    connect(reveal_, &QPushButton::clicked, this, &LessonQuestionBox::reveal);
    connect(next_, &QPushButton::clicked, this, &LessonQuestionBox::ask);
    connect(viewpoint, &widgets::Viewpoint::traceChanged, this, &LessonQuestionBox::follow,
            Qt::QueuedConnection);
    connect(viewpoint, &widgets::Viewpoint::momentChanged, this, &LessonQuestionBox::follow);
    widgets::inEveryLanguage(*this, [this] {
        reveal_->setText(tr("&Reveal"));
        next_->setText(tr("Next &question"));
        ask();
    });
}

void LessonQuestionBox::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    follow();
}

/// Time was moved by something else: the question is another.
void LessonQuestionBox::follow() {
    if (!isVisible())
        return;  // nothing is asked meanwhile
    const bool atAnswer = revealed_ && question_ && viewpoint_->moment() == question_->reveal;
    if (!revealing_ && !atAnswer)
        ask();
}

void LessonQuestionBox::ask() {
    const auto &trace = veil_->whole();
    auto question =
        trace && !trace->steps.empty() ? questionAt(*trace, viewpoint_->moment()) : std::nullopt;
    if (question == question_ && !revealed_ && question)
        return;  // a guess stays
    question_ = std::move(question);
    guessed_ = -1;
    revealed_ = false;
    showQuestion();
}

void LessonQuestionBox::showQuestion() {
    while (QLayoutItem *item = choices_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    text_->setText(question_ ? question_->text
                             : tr("Everything has been revealed. Go back in time to ask again."));
    const QStringList choices = question_ ? question_->choices : QStringList();
    for (int i = 0; i < choices.size(); ++i) {
        auto *choice = new QRadioButton(widgets::menuText(choices[i]));
        choice->setObjectName(QStringLiteral("lessonChoice%1").arg(i));
        choices_->addWidget(choice);
        connect(choice, &QRadioButton::clicked, this, [this, i] { guess(i); });
    }
    showAnswer();
}

void LessonQuestionBox::guess(int choice) {
    if (!revealed_)
        guessed_ = choice;
}

void LessonQuestionBox::reveal() {
    if (!question_ || revealed_)
        return;
    revealing_ = true;
    revealed_ = true;
    viewpoint_->setMoment(question_->reveal);
    revealing_ = false;
    showAnswer();
}

void LessonQuestionBox::showAnswer() {
    // A button that goes must not leave the focus to whatever comes next in the window.
    QPushButton *gone = revealed_ ? reveal_ : next_;
    QPushButton *come = revealed_ ? next_ : reveal_;
    if (gone->hasFocus() && question_) {
        come->show();
        come->setFocus();
    }
    answer_->setVisible(revealed_);
    reveal_->setVisible(question_ && !revealed_);
    next_->setVisible(revealed_);
    for (int i = 0; i < choices_->count(); ++i) {
        QWidget *choice = choices_->itemAt(i)->widget();
        // Not disabled: the answer is to be read from afar.
        choice->setAttribute(Qt::WA_TransparentForMouseEvents, revealed_);
        choice->setFocusPolicy(revealed_ ? Qt::NoFocus : Qt::StrongFocus);
        QFont font = this->font();
        font.setBold(revealed_ && question_ && i == question_->right);
        choice->setFont(font);
    }
    if (!revealed_ || !question_)
        return;
    answer_->setText(guessed_ < 0                   ? question_->answer
                     : guessed_ == question_->right ? tr("Right. %1").arg(question_->answer)
                                                    : tr("Not so. %1").arg(question_->answer));
    answer_->setAccessibleName(answer_->text());
}

void LessonQuestionBox::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showAnswer();
}

}  // namespace app
