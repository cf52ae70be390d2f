// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparison/canvas.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

ComparisonCanvas::ComparisonCanvas(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint) {
    giveVoice(*this);
    setObjectName(QStringLiteral("comparisonCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    inEveryLanguage(*this, [this] { setAccessibleName(tr("Steps of both")); });
}

void ComparisonCanvas::setComparison(TranslationPair comparison) {
    comparison_ = std::move(comparison);
    cursor_ = std::min(cursor_, comparison_.rows() - 1);
    updateGeometry();
    arrange();
    followViewpoint();
}

int ComparisonCanvas::computed() const {
    const int step = viewpoint_->step();
    if (step < 0)
        return 0;
    const Extent extent = viewpoint_->extent();
    // The reference may go on where the translation in view has ended.
    if (viewpoint_->moment() == lastMoment(extent))
        return comparison_.rows();
    const bool begun = progress(viewpoint_->moment(), extent, firstStage(extent), step) > 0;
    return begun ? step + 1 : step;
}

void ComparisonCanvas::followViewpoint() {
    const int step = viewpoint_->step();
    if (std::exchange(lastStep_, step) != step && step >= 0 && !layout_.blocks.empty())
        emit reached(layout_.blocks.front().row(step).toAlignedRect());
    speak();
    update();
}

void ComparisonCanvas::arrange() {
    const QFontMetricsF metrics(font());
    const TextMeasure measure{[&](const QString &text) { return metrics.horizontalAdvance(text); },
                              metrics.height()};
    layout_ = comparisonLayout(comparison_, QSizeF(size()), measure);
    // The area around it gives it as much as it needs, and what it has.
    const QSizeF least = comparisonLayout(comparison_, QSizeF(width(), 0), measure).size;
    setMinimumHeight(std::max(0, static_cast<int>(std::ceil(least.height()))));
}

ComparisonScene ComparisonCanvas::scene() const {
    ComparisonScene scene;
    scene.comparison = &comparison_;
    scene.layout = layout_;
    scene.theme = Theme::of(*this);
    scene.font = font();
    scene.computed = computed();
    scene.current = viewpoint_->step();
    scene.markedStep = viewpoint_->markedStep();
    scene.markedSource = sameColumns() ? viewpoint_->markedSource() : -1;
    scene.cursor = showsFocus(*this) ? cursor_ : -1;
    return scene;
}

QString ComparisonCanvas::told(const ComparisonPlace &place) const {
    const auto tell = [&](const ComparisonSide &side) {
        const auto row = static_cast<std::size_t>(place.row);
        if (row >= side.probabilities.size())
            return widgets::told(side.title, tr("it has ended"));
        QStringList facts{
            tr("“%1” %2", "word, probability")
                .arg(shortenedLabel(side.rows[place.row]), percentage(side.probabilities[row]))};
        if (place.column >= 0 && place.column < side.weights.cols())
            facts += tr("α(“%1”) = %2")
                         .arg(shortenedLabel(side.columns[place.column]),
                              exactText(double(side.weights(place.row, place.column)), 4));
        return widgets::told(side.title, joined(facts));
    };
    if (place.row < 0)
        return {};
    if (place.row >= computed())
        return tr("Step %1 is not yet computed.").arg(place.row + 1);
    const QString step = QString::number(place.row + 1);
    if (comparison_.alone())
        return tr("Step %1. %2").arg(step, tell(comparison_.shown));
    QString text =
        tr("Step %1. %2. %3").arg(step, tell(comparison_.shown), tell(comparison_.reference));
    const model::Matrix &difference = comparison_.difference;
    if (place.column >= 0 && place.row < difference.rows() && place.column < difference.cols())
        text = tr("%1. Difference: %2", "what is told of both")
                   .arg(text, exactText(double(difference(place.row, place.column)), 4,
                                        NumberSign::always));
    return text;
}

void ComparisonCanvas::speak() {
    const int row = cursor_ >= 0 ? cursor_ : viewpoint_->step();
    const int column = sameColumns() ? viewpoint_->markedSource() : -1;
    say(*this, comparison_.empty() || row < 0 || row >= comparison_.rows()
                   ? joined(comparison_.alone()
                                ? QStringList{comparison_.shown.title}
                                : QStringList{comparison_.shown.title, comparison_.reference.title})
                   : told({0, row, column}));
}

QSize ComparisonCanvas::sizeHint() const {
    return {fontMetrics().height() * 30, minimumHeight()};
}

QSize ComparisonCanvas::minimumSizeHint() const {
    return {fontMetrics().height() * 12, minimumHeight()};
}

void ComparisonCanvas::moveCursor(int row) {
    cursor_ = std::clamp(row, 0, std::max(comparison_.rows() - 1, 0));
    if (!layout_.blocks.empty()) {
        const ComparisonBlock &block = layout_.blocks.front();
        emit reached(block.row(cursor_).toAlignedRect());
    }
    speak();
    update();
}

void ComparisonCanvas::goTo(int row) {
    const Extent extent = viewpoint_->extent();
    if (row >= 0 && row < extent.steps)
        viewpoint_->setMoment(endOfStep(row, extent));
}

bool ComparisonCanvas::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        if (!key->modifiers() && (key->key() == Qt::Key_Home || key->key() == Qt::Key_End)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        const QString text = told(placeAt(layout_, help->pos()));
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

void ComparisonCanvas::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    if (!comparison_.empty())
        paintComparison(painter, scene());
    drawFocusFrame(painter, *this);
}

void ComparisonCanvas::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ComparisonCanvas::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
    update();
}

void ComparisonCanvas::keyPressEvent(QKeyEvent *event) {
    const int from = cursor_ >= 0 ? cursor_ : std::max(viewpoint_->step(), 0);
    switch (event->key()) {
        case Qt::Key_Up:
            return moveCursor(cursor_ >= 0 ? from - 1 : from);
        case Qt::Key_Down:
            return moveCursor(cursor_ >= 0 ? from + 1 : from);
        case Qt::Key_Home:
            return moveCursor(0);
        case Qt::Key_End:
            return moveCursor(comparison_.rows() - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return goTo(from);
        case Qt::Key_Escape:
            if (cursor_ >= 0) {
                cursor_ = -1;
                speak();
                return update();
            }
            break;
        default:
            break;
    }
    QWidget::keyPressEvent(event);
}

void ComparisonCanvas::mouseMoveEvent(QMouseEvent *event) {
    const ComparisonPlace place = placeAt(layout_, event->position());
    Selection hovered;
    if (place.row >= 0 && place.row < viewpoint_->extent().steps)
        hovered.step = place.row;
    const bool ofReference = place.block >= 0 && layout_.blocks[std::size_t(place.block)].kind ==
                                                     ComparisonBlock::Kind::reference;
    if (place.column >= 0 && (!ofReference || sameColumns()))
        hovered.source = place.column;
    viewpoint_->setHovered(hovered);
}

void ComparisonCanvas::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton)
        goTo(placeAt(layout_, event->position()).row);
}

void ComparisonCanvas::leaveEvent(QEvent *) {
    viewpoint_->setHovered({});
}

void ComparisonCanvas::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    update();
}

void ComparisonCanvas::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace widgets
