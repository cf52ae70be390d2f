// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_choice/bars.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/label.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

constexpr int fewestRows = 3;
constexpr double emptyBelow = 0.12;  // of the height of a row

}  // namespace

WordChoiceBars::WordChoiceBars(QWidget *parent) : QWidget(parent) {
    setMouseTracking(true);
}

void WordChoiceBars::setContent(WordChoiceContent content) {
    const bool moved = content.brief != content_.brief;
    content_ = std::move(content);
    if (moved)
        updateGeometry();
    update();
}

int WordChoiceBars::room() const {
    // The last one can do without what is empty below its text.
    const double rows = (height() - headerHeight()) / rowHeight() + emptyBelow;
    return std::max(1, static_cast<int>(rows));
}

int WordChoiceBars::wholeHeight() const {
    const auto rows = static_cast<double>(content_.choices.size());
    return static_cast<int>(std::ceil(headerHeight() + (rows + 0.4) * rowHeight()));
}

int WordChoiceBars::rowAt(const QPointF &position) const {
    const int row = static_cast<int>(std::floor((position.y() - headerHeight()) / rowHeight()));
    return row >= 0 && row < static_cast<int>(content_.choices.size()) ? row : -1;
}

void WordChoiceBars::setCorner(QWidget *corner) {
    corner_ = corner;
    corner_->setParent(this);
    corner_->move(static_cast<int>(fontMetrics().height() * 0.5), 1);
}

QSize WordChoiceBars::sizeHint() const {
    return {fontMetrics().height() * 26, static_cast<int>(headerHeight() + 6 * rowHeight())};
}

QSize WordChoiceBars::minimumSizeHint() const {
    return {fontMetrics().height() * 12,
            static_cast<int>(headerHeight() + (content_.brief ? 1 : fewestRows) * rowHeight())};
}

double WordChoiceBars::headerHeight() const {
    const double lines = content_.brief ? 1.5 : 2.6;
    return std::ceil(fontMetrics().height() * lines);
}

double WordChoiceBars::rowHeight() const {
    return std::ceil(fontMetrics().height() * 1.4);
}

double WordChoiceBars::labelWidth() const {
    QFont bold = font();
    bold.setBold(true);
    double width = QFontMetricsF(bold).height() * 3;
    for (const WordChoice &choice : content_.choices)
        width = std::max(width, widgets::labelWidth(bold, choice.label));
    return std::min(width, this->width() * 0.4);
}

QRectF WordChoiceBars::barOf(double probability, int row) const {
    const double line = fontMetrics().height();
    const double left = line * 0.5 + labelWidth() + line * 0.6;
    const double room = width() - left - widgets::labelWidth(font(), percentage(1e-9)) - line;
    const double top = headerHeight() + row * rowHeight();
    const double inset = std::round(rowHeight() * 0.2);
    const double part = std::clamp(probability, 0.0, 1.0);
    return {left, top + inset, std::max(1.5, room * part * content_.progress),
            rowHeight() - 2 * inset};
}

QRectF WordChoiceBars::barRect(int row) const {
    const bool any = row < static_cast<int>(content_.choices.size());
    return barOf(any ? content_.choices[static_cast<std::size_t>(row)].probability : 0, row);
}

QRectF WordChoiceBars::beforeRect(int row) const {
    const auto &before = content_.choices[static_cast<std::size_t>(row)].before;
    return before && content_.progress >= 1 ? barOf(*before, row) : QRectF();
}

void WordChoiceBars::paintHeader(QPainter &painter) const {
    const double line = fontMetrics().height();
    const double pad = line * 0.5;
    painter.setPen(Theme::of(palette()).mutedText);
    const auto write = [&](double top, double left, const QString &text) {
        const double room = width() - pad - left;
        painter.drawText(QRectF(left, top, room, line * 1.2), Qt::AlignRight | Qt::AlignVCenter,
                         fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(room)));
    };
    const bool cornered = corner_ && !corner_->isHidden();
    write(line * 0.15, cornered ? corner_->geometry().right() + pad : pad, content_.caption);
    if (!content_.brief)
        write(line * 1.25, pad, content_.runnerUp);
}

void WordChoiceBars::paintRow(QPainter &painter, int row) const {
    const Theme theme = Theme::of(*this);
    const double line = fontMetrics().height();
    const double pad = line * 0.5;
    const WordChoice &choice = content_.choices[static_cast<std::size_t>(row)];
    const QRectF bar = barRect(row);
    if (row == content_.cursor)
        painter.fillRect(QRectF(0, headerHeight() + row * rowHeight(), width(), rowHeight()),
                         theme.fill(Role::target));
    if (content_.progress <= 0) {
        painter.setPen(theme.pen(theme.pending, 1, Qt::DotLine));
        painter.drawRect(QRectF(bar.left(), bar.top(), line * 6, bar.height()));
        return;
    }
    QFont used = font();
    used.setBold(choice.chosen && content_.progress >= 1);
    painter.setFont(used);
    const QRectF label(pad, bar.top() - 2, labelWidth(), bar.height() + 4);
    painter.setPen(choice.chosen ? theme.role(Role::target) : theme.text);
    painter.drawText(
        label, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
        QFontMetricsF(used).elidedText(choice.label, Qt::ElideRight, label.width() + 0.5));
    painter.setFont(font());
    painter.fillRect(bar,
                     choice.chosen ? theme.role(Role::target) : theme.strongFill(Role::target));
    if (content_.progress < 1)
        return;
    double end = bar.right();
    if (const QRectF before = beforeRect(row); !before.isNull()) {
        painter.setPen(theme.pen(theme.role(Role::target), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(before.adjusted(0.5, 0.5, -0.5, -0.5));
        end = std::max(end, before.right());
    }
    painter.setPen(choice.chosen ? theme.text : theme.mutedText);
    const double baseline =
        bar.center().y() + (fontMetrics().ascent() - fontMetrics().descent()) / 2.0;
    painter.drawText(QPointF(end + pad, baseline), percentage(choice.probability));
}

void WordChoiceBars::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    paintHeader(painter);
    for (int row = 0; row < static_cast<int>(content_.choices.size()); ++row)
        paintRow(painter, row);
}

QString WordChoiceBars::toolTipAt(const QPoint &position) const {
    if (content_.progress < 1)
        return {};
    if (position.y() < headerHeight())
        return plainToolTip(content_.runnerUp);
    const int row = rowAt(position);
    return row < 0 ? QString() : plainToolTip(rowText(row));
}

QString WordChoiceBars::rowText(int row) const {
    const WordChoice &choice = content_.choices[static_cast<std::size_t>(row)];
    const QString text = tr("p(%1) = %2, log-probability %3")
                             .arg(choice.label, exactText(choice.probability, 4),
                                  exactText(std::log(choice.probability), 3));
    return choice.before ? tr("%1; p = %2 in %3", "a translation")
                               .arg(text, exactText(*choice.before, 4), content_.reference)
                         : text;
}

bool WordChoiceBars::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void WordChoiceBars::mouseDoubleClickEvent(QMouseEvent *event) {
    const int row = rowAt(event->position());
    if (event->button() == Qt::LeftButton && row >= 0)
        emit picked(row);
}

void WordChoiceBars::mouseMoveEvent(QMouseEvent *event) {
    QWidget::mouseMoveEvent(event);
    emit pointed(rowAt(event->position()));
}

void WordChoiceBars::leaveEvent(QEvent *event) {
    QWidget::leaveEvent(event);
    emit pointed(-1);
}

void WordChoiceBars::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    emit roomChanged();
}

void WordChoiceBars::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        emit roomChanged();
    update();
}

}  // namespace widgets
