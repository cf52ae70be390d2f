// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does with the plot of a run, and what it says.
#include <QHelpEvent>
#include <QToolTip>
#include <algorithm>

#include "widgets/drawing/focus_ring.h"
#include "widgets/learning/plot.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

bool isMomentKey(const QKeyEvent &event) {
    return !event.modifiers() && (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right ||
                                  event.key() == Qt::Key_Home || event.key() == Qt::Key_End);
}

}  // namespace

QString LearningPlot::telling(long update) const {
    if (data_.empty())
        return tr("Nothing has been learned yet.");
    QStringList sentences;
    for (const LearningCurve &curve : data_.curves) {
        const LearningPoint *point = pointAt(curve, update);
        if (!point)
            continue;
        if (sentences.isEmpty())
            sentences.append(
                tr("After %1 pairs and %2 of training.")
                    .arg(numberText(static_cast<double>(point->pairs), {.decimals = 0}),
                         durationText(point->seconds)));
        QStringList facts{tr("%1 of the held-out pairs right").arg(percentage(point->accuracy)),
                          tr("loss %1").arg(numberText(point->loss, {}))};
        if (point->entropy)
            facts.append(tr("entropy %1").arg(numberText(*point->entropy, {})));
        if (point->aligned)
            facts.append(
                tr("%1 of the attention where it should be").arg(percentage(*point->aligned)));
        const QString told = joined(facts);
        sentences.append(curve.attends ? tr("With attention: %1.").arg(told)
                                       : tr("Without attention: %1.").arg(told));
    }
    return sentences.join(u'\n');
}

QString LearningPlot::summary() const {
    return data_.empty() ? QString() : telling(data_.curves.front().points.back().update);
}

void LearningPlot::tell() {
    say(*this, telling(moment_ < 0 ? 0 : moment_));
}

void LearningPlot::choose(long update) {
    if (update >= 0 && update != moment_)
        emit momentChosen(update);
}

bool LearningPlot::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride &&
        isMomentKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip && !data_.empty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const double place = curves_->axis(QCPAxis::atBottom)->pixelToCoord(help->pos().x());
        QToolTip::showText(help->globalPos(), plainToolTip(telling(data_.momentNear(place, axis_))),
                           this);
        return true;
    }
    return QCustomPlot::event(event);
}

void LearningPlot::mousePressEvent(QMouseEvent *event) {
    dragging_ = event->button() == Qt::LeftButton;
    grip_.take(*event);
    mouseMoveEvent(event);
}

void LearningPlot::mouseMoveEvent(QMouseEvent *event) {
    if (!dragging_ || data_.empty())
        return;
    const QPointF at = grip_.position(*event);
    // In the strip, a picture is what is taken hold of.
    for (const StripSlot &slot : strip())
        if (slot.picture >= 0 && slot.rect.contains(at))
            return choose(data_.pictures[static_cast<std::size_t>(slot.picture)].update);
    const double place = curves_->axis(QCPAxis::atBottom)->pixelToCoord(at.x());
    choose(data_.momentNear(place, axis_));
}

void LearningPlot::mouseReleaseEvent(QMouseEvent *) {
    dragging_ = false;
}

void LearningPlot::mouseDoubleClickEvent(QMouseEvent *event) {
    mousePressEvent(event);
}

void LearningPlot::wheelEvent(QWheelEvent *event) {
    if (data_.moments.empty() || event->angleDelta().y() == 0)
        return QWidget::wheelEvent(event);
    choose(data_.momentFrom(moment_, event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
}

void LearningPlot::keyPressEvent(QKeyEvent *event) {
    if (!isMomentKey(*event) || data_.moments.empty())
        return QCustomPlot::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left:
            return choose(data_.momentFrom(moment_, -1));
        case Qt::Key_Right:
            return choose(data_.momentFrom(moment_, 1));
        case Qt::Key_Home:
            return choose(data_.moments.front());
        default:
            return choose(data_.moments.back());
    }
}

void LearningPlot::focusInEvent(QFocusEvent *event) {
    QCustomPlot::focusInEvent(event);
    update();
}

void LearningPlot::focusOutEvent(QFocusEvent *event) {
    QCustomPlot::focusOutEvent(event);
    update();
}

void LearningPlot::paintEvent(QPaintEvent *event) {
    // A window may move to a screen of another pixel ratio; QCustomPlot 2.1.0 does not see it.
    if (bufferDevicePixelRatio() != devicePixelRatioF()) {
        setBufferDevicePixelRatio(devicePixelRatioF());
        replot(rpQueuedReplot);
    }
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    drawFocusFrame(painter, *this);
}

void LearningPlot::resizeEvent(QResizeEvent *event) {
    QCustomPlot::resizeEvent(event);
    arrange();
    replot(rpQueuedReplot);
}

void LearningPlot::changeEvent(QEvent *event) {
    QCustomPlot::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    applyTheme();
    arrange();
    replot(rpQueuedReplot);
}

}  // namespace widgets
