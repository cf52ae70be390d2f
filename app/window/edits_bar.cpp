// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/edits_bar.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include "widgets/text/language.h"

namespace app {

EditsBar::EditsBar(Session *session, Edits *edits, QWidget *parent)
    : QWidget(parent), session_(session), edits_(edits), label_(new QLabel(this)) {
    setObjectName(QStringLiteral("editsBar"));
    label_->setObjectName(QStringLiteral("editsLabel"));
    label_->setTextFormat(Qt::PlainText);
    label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label_, 1);
    original_ = addButton("showOriginal");
    original_->setCheckable(true);
    undo_ = addButton("undoEdit");
    startOver_ = addButton("startOver");
    for (QToolButton *button : {original_, undo_, startOver_})
        row->addWidget(button);
    connect(original_, &QToolButton::toggled, session, &Session::setShowsOriginal);
    connect(undo_, &QToolButton::clicked, edits, &Edits::undo);
    connect(startOver_, &QToolButton::clicked, edits, &Edits::startOver);
    connect(edits, &Edits::changed, this, &EditsBar::refresh);
    widgets::inEveryLanguage(*this, [this] {
        original_->setText(tr("Show the original"));
        undo_->setText(tr("Undo"));
        startOver_->setText(tr("Start over"));
        for (QToolButton *button : {original_, undo_, startOver_})
            button->setAccessibleName(button->text());
        refresh();
    });
}

QToolButton *EditsBar::addButton(const char *name) {
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void EditsBar::refresh() {
    setVisible(!session_->interventions().empty());
    const QSignalBlocker blocker(original_);
    original_->setChecked(session_->showsOriginal());
    showText();
}

void EditsBar::showText() {
    const QString text = session_->showsOriginal()
                             ? tr("The original: what the model made by itself.")
                         : edits_->count() > 1
                             ? tr("What if: %1 (and %n edits before)", nullptr, edits_->count() - 1)
                                   .arg(edits_->last())
                             : tr("What if: %1").arg(edits_->last());
    label_->setToolTip(text);
    label_->setAccessibleName(text);
    label_->setText(label_->fontMetrics().elidedText(text, Qt::ElideRight, label_->width()));
}

void EditsBar::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    showText();
}

}  // namespace app
