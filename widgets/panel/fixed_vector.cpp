// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/fixed_vector.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <vector>

#include "widgets/drawing/label.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

constexpr double cellLength = 4;     // least length of a cell of a strip
constexpr double labelShare = 0.35;  // of the width, for the labels at most

}  // namespace

FixedVector::FixedVector(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint) {
    setObjectName(QStringLiteral("fixedVector"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
    hide();
}

void FixedVector::refresh() {
    const model::Trace *trace = viewpoint_->trace().get();
    setVisible(trace && !trace->hasAttention());
    if (isHidden())
        return;
    setAccessibleName(formula());
    update();
}

QSize FixedVector::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 16, line * 4};
}

QSize FixedVector::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 8, line * 4};
}

QString FixedVector::formula() const {
    const model::Trace &trace = *viewpoint_->trace();
    const QString ends = encoderEnds(trace);
    const int steps = trace.targetLength();
    if (steps < 2)
        return QStringLiteral("c₁ = ") + ends;
    const QString between = steps > 2 ? QStringLiteral("… = ") : QString();
    return QStringLiteral("c₁ = %1c%2 = %3").arg(between, subscript(steps), ends);
}

std::array<FixedVector::End, 2> FixedVector::ends() const {
    std::array<End, 2> ends;
    const model::Trace *trace = viewpoint_->trace().get();
    if (!trace || trace->hasAttention() || trace->source.empty())
        return ends;
    const int last = trace->sourceLength() - 1;
    const auto end = [&](const model::Matrix &states, int source, Stage stage,
                         const QString &arrow) -> End {
        if (states.rows() == 0)
            return {};
        return {.label = QStringLiteral("%1h%2 %3")
                             .arg(arrow, subscript(source + 1),
                                  quoted(shortenedLabel(positionLabel(trace->source, source)))),
                .place = {},
                .values = {states.data() + static_cast<long>(source) * states.cols(),
                           static_cast<std::size_t>(states.cols())},
                .read = progress(viewpoint_->moment(), viewpoint_->extent(), stage, last) >= 1};
    };
    ends[0] = end(trace->encoder->forward().state, last, Stage::forward, QStringLiteral("→"));
    ends[1] = end(trace->encoder->backward().state, 0, Stage::backward, QStringLiteral("←"));
    const double line = fontMetrics().height();
    double label = 0;
    for (const End &one : ends)
        label = std::max(label, labelWidth(font(), one.label));
    const double left = std::ceil(line + std::min(label, width() * labelShare));
    double top = line * 1.4;
    for (End &one : ends) {
        const StripUnits units = stripUnits(static_cast<int>(one.values.size()),
                                            std::max(width() - left - line / 2, 1.0), cellLength);
        const double cell =
            units.cells > 0 ? std::floor((width() - left - line / 2) / units.cells) : 0;
        one.place = {
            QRectF(left, std::floor(top), std::max(cell, 0.0) * units.cells, std::floor(line)),
            Qt::Horizontal, units};
        top += line * 1.3;
    }
    return ends;
}

double FixedVector::limitOf(const std::array<End, 2> &ends) {
    std::vector<float> values;
    for (const End &end : ends)
        values.insert(values.end(), end.values.begin(), end.values.end());
    return robustLimit(values);
}

QString FixedVector::tip(const QPointF &point) const {
    for (const End &end : ends()) {
        const int cell = end.place.cellAt(point);
        if (cell < 0)
            continue;
        if (!end.read)
            return tr("%1: not yet computed").arg(end.label);
        const int unit = end.place.units.unit(cell);
        return tr("%1, unit %2 of %3: %4")
            .arg(end.label, QString::number(unit + 1), QString::number(end.values.size()),
                 exactText(end.values[static_cast<std::size_t>(unit)], 5, NumberSign::always));
    }
    return {};
}

bool FixedVector::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), plainToolTip(tip(help->pos())), this);
    return true;
}

void FixedVector::paintEvent(QPaintEvent *) {
    if (!viewpoint_->trace())
        return;
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    const std::array<End, 2> ends = this->ends();
    const double limit = limitOf(ends);
    paintHead(painter, theme, limit);
    for (const End &end : ends)
        if (!end.values.empty())
            paintEnd(painter, theme, end, limit);
}

/// What the strips are, and how far their colours reach.
void FixedVector::paintHead(QPainter &painter, const Theme &theme, double limit) const {
    const double line = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme.role(Role::source));
    const QRectF head(line / 2, 0, width() - line, line * 1.2);
    drawLabel(painter, head, Qt::AlignLeft | Qt::AlignVCenter,
              elidedLabel(bold, formula(), head.width()));
    const QString range = tr("colours ±%1").arg(limitText(limit));
    const QFont small = smallFont(font());
    if (labelWidth(bold, formula()) + labelWidth(small, range) + line < head.width()) {
        painter.setFont(small);
        painter.setPen(theme.mutedText);
        drawLabel(painter, head, Qt::AlignRight | Qt::AlignVCenter, range);
    }
}

void FixedVector::paintEnd(QPainter &painter, const Theme &theme, const End &end,
                           double limit) const {
    const double line = fontMetrics().height();
    const QRectF strip = end.place.rect;
    painter.setFont(font());
    painter.setPen(theme.role(Role::source));
    const double room = strip.left() - line;
    drawLabel(painter, QRectF(line / 2, strip.top(), room, strip.height()),
              Qt::AlignRight | Qt::AlignVCenter, elidedLabel(font(), end.label, room));
    if (end.read)
        drawStrip(painter, end.place, end.values, limit, theme);
    painter.setPen(theme.pen(end.read ? theme.outline : theme.pending, 1,
                             end.read ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(strip.adjusted(-0.5, -0.5, 0.5, 0.5));
}

}  // namespace widgets
