// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recovery_bar.h"

#include <QAccessible>
#include <QHBoxLayout>

#include "widgets/text/language.h"

namespace app {

RecoveryBar::RecoveryBar(QWidget *parent)
    : QWidget(parent),
      label_(new QLabel(this)),
      reopen_(new QToolButton(this)),
      discard_(new QToolButton(this)) {
    setObjectName(QStringLiteral("recoveryBar"));
    reopen_->setObjectName(QStringLiteral("reopenUnsaved"));
    discard_->setObjectName(QStringLiteral("discardUnsaved"));
    label_->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label_, 1);
    for (QToolButton *button : {reopen_, discard_}) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    connect(reopen_, &QToolButton::clicked, this, &RecoveryBar::reopenRequested);
    connect(discard_, &QToolButton::clicked, this, &RecoveryBar::discardRequested);
    hide();
    widgets::inEveryLanguage(*this, [this] {
        reopen_->setText(tr("Reopen"));
        discard_->setText(tr("Discard"));
        reopen_->setAccessibleName(tr("Reopen what was not saved"));
        discard_->setAccessibleName(tr("Discard what was not saved"));
        showText();
    });
}

void RecoveryBar::offer() {
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void RecoveryBar::showText() {
    label_->setText(tr("What you worked on last was not saved."));
    setAccessibleName(label_->text());
}

}  // namespace app
