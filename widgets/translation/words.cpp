// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/translation/words.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/theme.h"
#include "widgets/panel/tool_tip.h"

namespace widgets {
namespace {

constexpr double boxLine = 1.5;  // pixels
constexpr double underline = 2;  // pixels
constexpr double clearance = 3;  // from the middle of a box's line to the text of a joined word

}  // namespace

TranslationWord::TranslationWord(QWidget *parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::ClickFocus);
}

void TranslationWord::setState(State state) {
    if (std::exchange(state_, state) != state)
        update();
}

void TranslationWord::setMarked(bool marked) {
    if (std::exchange(marked_, marked) != marked)
        update();
}

void TranslationWord::setOther(bool other) {
    if (std::exchange(other_, other) != other)
        update();
}

void TranslationWord::setChange(double change, const QString &text) {
    changeText_ = text;
    if (std::exchange(change_, change) != change)
        update();
}

void TranslationWord::setLimit(int width) {
    limit_ = width;
    const bool cut = limit_ > 0 && fontMetrics().horizontalAdvance(text()) > limit_;
    QStringList lines;
    if (cut)
        lines += text().left(200);
    if (!changeText_.isEmpty())
        lines += changeText_;
    setToolTip(lines.isEmpty() ? QString() : plainToolTip(lines.join(u'\n')));
}

QSize TranslationWord::sizeHint() const {
    const int em = fontMetrics().height();
    const int width = fontMetrics().horizontalAdvance(text()) + em / 2;
    return {limit_ > 0 ? std::min(width, limit_) : width, em + em / 3};
}

void TranslationWord::setJoined(bool left, bool right) {
    const bool leftChanged = std::exchange(joinedLeft_, left) != left;
    const bool rightChanged = std::exchange(joinedRight_, right) != right;
    if (leftChanged || rightChanged)
        update();
}

/// What is drawn around the text. Words that are joined share a margin, and the box of one keeps
/// clear of the other.
QRectF TranslationWord::box() const {
    return QRectF(rect()).adjusted(joinedLeft_ ? clearance : 1, 1, joinedRight_ ? -clearance : -1,
                                   -1);
}

bool TranslationWord::event(QEvent *event) {
    if (event->type() == QEvent::Enter)
        emit entered();
    if (event->type() == QEvent::Leave)
        emit left();
    return QAbstractButton::event(event);
}

void TranslationWord::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(*this);
    const QRectF box = this->box();
    const double corner = fontMetrics().height() * 0.2;
    if (state_ == State::current) {
        painter.setPen(theme.pen(theme.role(Role::target), boxLine));
        painter.setBrush(theme.strongFill(Role::target));
        painter.drawRoundedRect(box, corner, corner);
    } else if (marked_ || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.fill(Role::target));
        painter.drawRoundedRect(box, corner, corner);
    }
    if (hasFocus()) {
        painter.setPen(theme.pen(theme.role(Role::source), boxLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, corner, corner);
    }
    // In one face, whatever the state: the line stands still in time, and evenly spaced.
    painter.setPen(state_ == State::future ? theme.pending : theme.text);
    const int room = width() - fontMetrics().height() / 4;
    painter.drawText(rect(), Qt::AlignCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room));
    constexpr double leastChange = 0.005;
    if (!other_ && std::abs(change_) >= leastChange) {
        // As in the timeline: from the middle, to the right for more.
        const double width = std::max(2.0, box.width() / 2 * std::abs(change_));
        const double height = theme.thickness(underline);
        painter.fillRect(QRectF(box.center().x() - (change_ < 0 ? width : 0), box.bottom() - height,
                                width, height),
                         theme.diverging(change_ > 0 ? 1 : -1));
    }
    if (other_) {
        painter.setPen(theme.pen(theme.role(Role::attention), underline));
        const double y = box.bottom() - theme.thickness(underline);
        painter.drawLine(QPointF(box.left() + corner, y), QPointF(box.right() - corner, y));
    }
}

void TranslationWord::focusInEvent(QFocusEvent *event) {
    QAbstractButton::focusInEvent(event);
    emit focused();
}

void TranslationWord::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        emit moved(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_F2)
        emit changeAsked();
    else
        event->ignore();
}

void TranslationWord::mouseDoubleClickEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton)
        emit changeAsked();
}

TranslationWords::TranslationWords(QWidget *parent) : QWidget(parent) {}

TranslationWord *TranslationWords::button(int word) {
    while (static_cast<int>(buttons_.size()) <= word) {
        const int index = static_cast<int>(buttons_.size());
        auto *made = new TranslationWord(this);
        made->setObjectName(QStringLiteral("translationWord%1").arg(index));
        const auto lastStep = [this, index] { return words_[index].end - 1; };
        connect(made, &QAbstractButton::clicked, this,
                [this, lastStep] { emit picked(lastStep()); });
        connect(made, &TranslationWord::entered, this,
                [this, lastStep] { emit pointed(lastStep()); });
        connect(made, &TranslationWord::left, this, [this] { emit pointed(-1); });
        connect(made, &TranslationWord::focused, this, [this, made] { emit focused(made); });
        connect(made, &TranslationWord::changeAsked, this,
                [this, made, index] { emit changeAsked(made, words_[index].begin); });
        connect(made, &TranslationWord::moved, this, [this, index](int by) {
            const int to = index + by;
            if (to < 0 || to >= static_cast<int>(words_.size()))
                return;
            buttons_[to]->setFocus(Qt::TabFocusReason);
            buttons_[to]->click();
        });
        buttons_.push_back(made);
    }
    return buttons_[word];
}

void TranslationWords::setWords(std::vector<WordSteps> words) {
    words_ = std::move(words);
    reached_ = -1;
    const int count = static_cast<int>(words_.size());
    for (int i = 0; i < count; ++i) {
        button(i)->setText(words_[i].text);
        button(i)->setShortcut({});  // an ampersand in a word is one
        button(i)->setAccessibleName(words_[i].text);
        button(i)->setOther(words_[i].other);
        button(i)->setChange(words_[i].change, words_[i].compared);
        button(i)->setAccessibleDescription(words_[i].compared);
        button(i)->setJoined(words_[i].joined, i + 1 < count && words_[i + 1].joined);
    }
    for (int i = count; i < static_cast<int>(buttons_.size()); ++i)
        buttons_[i]->hide();
}

void TranslationWords::setMoment(const Moment &moment, const Extent &extent, int markedStep) {
    int now = -1;
    for (int i = 0; i < static_cast<int>(words_.size()); ++i) {
        const WordSteps &word = words_[i];
        const bool current = moment.step() >= word.begin && moment.step() < word.end;
        const bool produced = progress(moment, extent, Stage::word, word.end - 1) >= 1;
        using State = TranslationWord::State;
        buttons_[i]->setState(current ? State::current : produced ? State::past : State::future);
        buttons_[i]->setMarked(markedStep >= word.begin && markedStep < word.end);
        if (current)
            now = i;
    }
    // One stop for the Tab key, however many words there are: where time is.
    const int last = static_cast<int>(words_.size()) - 1;
    const bool over = last >= 0 && moment.step() >= words_[last].end;
    reached_ = now >= 0 ? now : over ? last : std::min(last, 0);
    for (int i = 0; i < static_cast<int>(words_.size()); ++i)
        buttons_[i]->setFocusPolicy(i == reached_ ? Qt::StrongFocus : Qt::ClickFocus);
}

TranslationWord *TranslationWords::wordAt(const QPoint &point) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
        if (buttons_[i]->geometry().contains(point))
            return buttons_[i];
    return nullptr;
}

TranslationWord *TranslationWords::reached() const {
    return reached_ >= 0 ? buttons_[reached_] : nullptr;
}

int TranslationWords::lineHeight() const {
    return fontMetrics().height() + fontMetrics().height() / 3;
}

int TranslationWords::widthWithJoined(int word) const {
    int width = buttons_[word]->sizeHint().width();
    for (int i = word + 1; i < static_cast<int>(words_.size()) && words_[i].joined; ++i)
        width += buttons_[i]->sizeHint().width() - joint();
    return width;
}

int TranslationWords::flow(int width) {
    int x = 0;
    int line = 0;
    for (TranslationWord *word : buttons_)
        word->setLimit(width);
    for (int i = 0; i < static_cast<int>(words_.size()); ++i) {
        TranslationWord *word = buttons_[i];
        const QSize size = word->sizeHint();
        // A comma does not begin a line, unless what it follows fills one.
        const bool joined = x > 0 && words_[i].joined;
        const int next = joined ? size.width() - joint() : widthWithJoined(i);
        if (x > 0 && x + next > width) {
            x = 0;
            ++line;
        } else if (joined) {
            x -= joint();
        }
        word->setGeometry(x, line * lineHeight(), size.width(), lineHeight());
        word->show();
        x += size.width();
    }
    const int lines = line + 1;
    resize(width, lines * lineHeight());
    return lines;
}

}  // namespace widgets
