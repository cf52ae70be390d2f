// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/dialogue_bar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/window/sentence_field.h"
#include "app/window/tab_order.h"
#include "model/use.h"
#include "widgets/text/language.h"

namespace app {
namespace {

/// So many turns and replies of before are shown.
constexpr qsizetype mostShown = 6;

QString separator() {
    return QString::fromUtf8(model::betweenTurns.data(), qsizetype(model::betweenTurns.size()));
}

}  // namespace

QString turnOf(const QString &source) {
    const qsizetype mark = source.lastIndexOf(separator().trimmed());
    return mark < 0 ? source.trimmed() : source.mid(mark + 1).trimmed();
}

DialogueBar::DialogueBar(Session *session, SentenceField *field, QWidget *parent)
    : QWidget(parent), session_(session), field_(field) {
    setObjectName(QStringLiteral("dialogueBar"));
    build();
    connect(keep_, &QCheckBox::clicked, this, &DialogueBar::setKeeping);
    connect(next_, &QPushButton::clicked, this, &DialogueBar::goOn);
    connect(session->viewpoint(), &widgets::Viewpoint::traceChanged, this, &DialogueBar::update);
    connect(session, &Session::stateChanged, this, &DialogueBar::update);
    connect(field, &SentenceField::sentenceChanged, this, &DialogueBar::update);
}

void DialogueBar::build() {
    before_ = new QLabel(this);
    before_->setObjectName(QStringLiteral("turnsBefore"));
    before_->setTextFormat(Qt::PlainText);
    before_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    keep_ = new QCheckBox(this);
    keep_->setObjectName(QStringLiteral("keepTurns"));
    keep_->setChecked(settings::get(settings::keepsTurns));
    next_ = new QPushButton(this);
    next_->setObjectName(QStringLiteral("nextTurn"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(before_, 1);
    row->addWidget(keep_);
    row->addWidget(next_);
    widgets::inEveryLanguage(*this, [this] {
        keep_->setText(tr("&Keep the reply in front of the next turn"));
        keep_->setToolTip(tr("What was said before becomes part of the source, marked with “|”."));
        next_->setText(tr("&Your turn"));
        next_->setToolTip(tr("Go on with the dialogue: the field is free for what you say next."));
        update();
    });
}

void DialogueBar::goOn() {
    if (!next_->isEnabled())
        return;
    const QString reply =
        QString::fromStdString(session_->viewpoint()->trace()->translation).simplified();
    said_ += {turnOf(field_->sentence()), reply};
    field_->remember();
    field_->setSentence(keep_->isChecked() ? reply + separator() : QString());
    field_->deselect();
    field_->end(false);
    giveFocus(*field_, Qt::OtherFocusReason);
}

void DialogueBar::forget() {
    said_.clear();
    update();
}

void DialogueBar::setKeeping(bool keeping) {
    settings::set(settings::keepsTurns, keeping);
    const QString turn = turnOf(field_->sentence());
    const bool has = field_->sentence().contains(separator().trimmed());
    if (keeping && !has && !said_.isEmpty())
        field_->setSentence(said_.constLast() + separator() + turn);
    else if (!keeping && has)
        field_->setSentence(turn);
    field_->deselect();
    field_->end(false);
}

void DialogueBar::update() {
    const auto &trace = session_->viewpoint()->trace();
    next_->setEnabled(session_->upToDate() && trace && !trace->translation.empty());
    QStringList shown = said_.mid(std::max<qsizetype>(0, said_.size() - mostShown));
    before_->setToolTip(said_.join(u'\n'));
    before_->setText(shown.isEmpty() ? QString() : tr("Before: %1").arg(shown.join(u" · ")));
}

}  // namespace app
