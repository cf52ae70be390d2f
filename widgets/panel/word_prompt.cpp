// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/word_prompt.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

WordPrompt::WordPrompt(QWidget *near, Viewpoint *viewpoint, int step)
    : QFrame(near, Qt::Popup),
      viewpoint_(viewpoint),
      trace_(viewpoint->trace()),
      step_(step),
      field_(new QLineEdit(this)),
      list_(new QListWidget(this)),
      answer_(new QLabel(this)) {
    setObjectName(QStringLiteral("wordPrompt"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    const QString now = shortenedLabel(pieceLabel(trace_->target[static_cast<std::size_t>(step)]));
    auto *title = new QLabel(tr("Instead of “%1”, word piece %2:").arg(now).arg(step + 1), this);
    title->setTextFormat(Qt::PlainText);
    field_->setObjectName(QStringLiteral("wordField"));
    field_->setAccessibleName(title->text());
    field_->setPlaceholderText(tr("another word"));
    field_->installEventFilter(this);
    list_->setObjectName(QStringLiteral("wordList"));
    list_->setAccessibleName(tr("Words that can be taken"));
    list_->setFocusPolicy(Qt::NoFocus);  // the field has the keys of both
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    answer_->setObjectName(QStringLiteral("wordAnswer"));
    answer_->setTextFormat(Qt::PlainText);
    answer_->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    for (QWidget *part : {static_cast<QWidget *>(title), static_cast<QWidget *>(field_),
                          static_cast<QWidget *>(list_), static_cast<QWidget *>(answer_)})
        column->addWidget(part);
    const int em = fontMetrics().height();
    setFixedSize(20 * em, 16 * em);
    connect(field_, &QLineEdit::textChanged, this, &WordPrompt::showOffers);
    connect(list_, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { take(list_->row(item)); });
    connect(viewpoint, &Viewpoint::traceChanged, this, &QWidget::close);
    setFocusProxy(field_);
    showOffers();
}

QString WordPrompt::answer() const {
    return answer_->text();
}

void WordPrompt::showOffers() {
    WordOffers found = wordOffers(*trace_, step_, field_->text());
    offers_ = std::move(found.offers);
    list_->clear();
    for (const WordOffer &offer : offers_)
        list_->addItem(offer.probability ? tr("%1 · %2", "a word and its probability")
                                               .arg(offer.label, percentage(*offer.probability))
                                         : offer.label);
    list_->setCurrentRow(offers_.empty() ? -1 : 0);
    answer_->setText(found.answer);
    field_->setAccessibleDescription(found.answer);
}

void WordPrompt::take(int row) {
    if (row < 0 || row >= static_cast<int>(offers_.size()))
        return;
    const Edit edit = takeWords(*trace_, step_, offers_[static_cast<std::size_t>(row)].pieces);
    Viewpoint *viewpoint = viewpoint_;
    close();
    viewpoint->ask(edit);
}

bool WordPrompt::eventFilter(QObject *watched, QEvent *event) {
    if (watched != field_ || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int way = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (way != 0)
        list_->setCurrentRow(std::clamp(list_->currentRow() + way, 0, list_->count() - 1));
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        take(list_->currentRow());
    else if (key == Qt::Key_Escape)
        close();
    else
        return false;
    return true;
}

void popUpBeside(QWidget &popup, QWidget &near, const QRect &place) {
    const QRect screen = near.screen()->availableGeometry();
    const QRect at(near.mapToGlobal(place.topLeft()), place.size());
    popup.ensurePolished();
    QPoint corner = at.bottomLeft() + QPoint(0, 2);
    if (corner.y() + popup.height() > screen.bottom())
        corner.setY(std::max(screen.top(), at.top() - popup.height() - 2));
    corner.setX(std::clamp(corner.x(), screen.left(),
                           std::max(screen.left(), screen.right() - popup.width())));
    popup.move(corner);
    popup.show();
    popup.setFocus(Qt::PopupFocusReason);
}

bool askForWord(QWidget &near, const QRect &place, Viewpoint &viewpoint, int step) {
    const auto &trace = viewpoint.trace();
    if (!trace || trace->ending == model::Ending::running || step < 0 ||
        step >= trace->targetLength())
        return false;
    popUpBeside(*new WordPrompt(&near, &viewpoint, step), near, place);
    return true;
}

}  // namespace widgets
