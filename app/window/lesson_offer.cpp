// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lesson_offer.h"

#include <QHBoxLayout>

#include "app/settings/settings.h"
#include "widgets/text/language.h"

namespace app {

LessonOffer::LessonOffer(QWidget *parent)
    : QWidget(parent),
      text_(new QLabel(this)),
      accept_(new QPushButton(this)),
      decline_(new QPushButton(this)) {
    setObjectName(QStringLiteral("lessonOffer"));
    text_->setObjectName(QStringLiteral("lessonOfferText"));
    text_->setWordWrap(true);
    accept_->setObjectName(QStringLiteral("lessonAccept"));
    decline_->setObjectName(QStringLiteral("lessonDecline"));
    const int gap = fontMetrics().height() / 2;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, 0, gap, gap / 2);
    row->addWidget(text_, 1);
    row->addWidget(accept_);
    row->addWidget(decline_);
    hide();
    connect(accept_, &QPushButton::clicked, this, [this] {
        answer();
        emit accepted();
    });
    connect(decline_, &QPushButton::clicked, this, &LessonOffer::answer);
    widgets::inEveryLanguage(*this, [this] {
        text_->setText(
            tr("New here? A lesson of fifteen minutes tells with this window how "
               "attention works. It is always there in the Help menu."));
        accept_->setText(tr("&Begin the lesson"));
        decline_->setText(tr("No, than&ks"));
    });
}

void LessonOffer::offer() {
    setVisible(!settings::get(settings::lessonOffered));
}

void LessonOffer::answer() {
    settings::set(settings::lessonOffered, true);
    hide();
}

}  // namespace app
