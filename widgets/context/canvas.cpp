// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/canvas.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/label.h"
#include "widgets/drawing/vector_paint.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr int exactDecimals = 5;

QString exact(double value) {
    return exactText(value, exactDecimals, NumberSign::always);
}

QString shortened(const QString &word) {
    return word.size() > 24 ? word.left(22) + QStringLiteral("…") : word;
}

void paintTextImage(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    painter.fillRect(painter.window(), theme.surface);
    paintContextText(painter, scene, theme);
}

void paintTermsImage(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    painter.fillRect(painter.window(), theme.surface);
    paintContextTerms(painter, scene, theme, false);
}

}  // namespace

ContextCanvas::ContextCanvas(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint) {
    giveVoice(*this);
    setObjectName(QStringLiteral("contextCanvas"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Context"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

QSize ContextCanvas::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 30, line * 18};
}

QSize ContextCanvas::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 16, line * 9};
}

void ContextCanvas::setWindow(const UnitWindow &window) {
    if (std::exchange(window_, window) == window)
        return;
    layOut();
    update();
}

void ContextCanvas::makeStill() {
    still_ = true;
}

int ContextCanvas::wholeHeight() const {
    return static_cast<int>(std::ceil(widgets::wholeHeight(scene_.layout)));
}

void ContextCanvas::setScroll(double scroll) {
    const double before = scene_.layout.rows.scroll;
    scroll_ = scroll;
    layOut();
    if (scene_.layout.rows.scroll == before)
        return;
    update();
    emit scrollChanged();
}

// Following the viewpoint

void ContextCanvas::followTrace() {
    step_ = -1;
    pointed_ = {};
    scene_.cursor.reset();
    if (viewpoint_->trace())
        scene_.limit = contextLimit(*viewpoint_->trace());
    followMoment();
    beginImages();
}

void ContextCanvas::followMoment() {
    const int before = step_;
    const int step = viewpoint_->step();
    const model::Trace *trace = viewpoint_->trace().get();
    if (!trace || step < 0 || step >= trace->targetLength()) {
        step_ = -1;
        scene_.data = {};
        scene_.done = 0;
        scene_.weightsKnown = false;
    } else {
        if (step != step_)
            scene_.data = contextData(*trace, step);
        step_ = step;
        const Extent extent = viewpoint_->extent();
        const Moment &moment = viewpoint_->moment();
        scene_.done = progress(moment, extent, Stage::context, step);
        scene_.weightsKnown = progress(moment, extent, Stage::softmax, step) >= 1;
        const bool word = progress(moment, extent, Stage::word, step) >= 1;
        const QString name =
            word ? tr("step %1 “%2”")
                       .arg(QString::number(step + 1),
                            pieceLabel(trace->target[static_cast<std::size_t>(step)]))
                 : tr("step %1").arg(step + 1);
        scene_.title = tr("%1: %2").arg(name, contextFormula(*trace, step));
        scene_.symbol = QStringLiteral("c") + subscript(step + 1);
    }
    layOut();
    followSelection();
    if (step_ != before) {
        revealStrongest();
        hoverAgain();
    }
    emit scrollChanged();
}

/// What is pointed at is another step's now.
void ContextCanvas::hoverAgain() {
    if (pointed_.row >= 0)
        viewpoint_->setHovered(selectionOf(pointed_));
    else if (scene_.cursor && hasFocus())
        viewpoint_->setHovered(selectionOf(*scene_.cursor));
}

void ContextCanvas::revealStrongest() {
    // Neither away under the pointer, nor from what somebody has marked.
    const std::vector<ContextRow> &rows = scene_.data.rows;
    if (pointed_.row >= 0 || scene_.marked >= 0 || rows.empty())
        return;
    if (!scene_.data.attention)
        return reveal(0);  // what it is taken from
    const auto strongest = std::max_element(
        rows.begin(), rows.end(),
        [](const ContextRow &a, const ContextRow &b) { return a.weight < b.weight; });
    reveal(static_cast<int>(strongest - rows.begin()));
}

void ContextCanvas::layOut() {
    scene_.font = font();
    // A marked word is bold: none may be wider than what was measured.
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    ContextInput input;
    for (const ContextRow &row : scene_.data.rows)
        input.words.append(row.word);
    input.units = scene_.data.units();
    input.window = window_;
    input.size = size();
    input.scroll = scroll_;
    input.hintWidth = labelWidth(font(), hint());
    // A figure says only what is selected.
    input.captioned = !still_ || scene_.marked >= 0 || scene_.unit >= 0;
    input.measure = {[bold](const QString &text) { return labelWidth(bold, text); },
                     std::ceil(metrics.height())};
    scene_.layout = layoutContext(input);
}

void ContextCanvas::followSelection() {
    const model::Trace *trace = viewpoint_->trace().get();
    const int marked = trace ? scene_.data.rowOf(viewpoint_->markedSource()) : -1;
    const int before = std::exchange(scene_.marked, marked);
    scene_.unit = -1;
    if (trace) {
        const int hovered = contextUnitOf(viewpoint_->hovered(), *trace);
        scene_.unit = hovered >= 0 ? hovered : contextUnitOf(viewpoint_->selected(), *trace);
    }
    // Rows must not move away under the pointer.
    if (scene_.marked >= 0 && scene_.marked != before && pointed_.row < 0)
        reveal(scene_.marked);
    describe();
    update();
}

QString ContextCanvas::describeWord(int row) const {
    const ContextRow &numbers = scene_.data.rows[static_cast<std::size_t>(row)];
    QString text = tr("“%1”").arg(shortened(numbers.word));
    if (scene_.data.attention)
        text += scene_.weightsKnown ? tr(": α = %1").arg(exactText(numbers.weight, exactDecimals))
                                    : tr(": not yet computed");
    if (scene_.done >= 1)
        text += tr(", cos(c, h) = %1, ‖c − h‖ = %2")
                    .arg(exact(numbers.cosine), exactText(numbers.distance, 4));
    return text;
}

QString ContextCanvas::describeUnit(const ContextCell &cell) const {
    const int unit = cell.unit;
    const QString place = tr("unit %1 of %2").arg(unit + 1).arg(scene_.data.units());
    const QString whole =
        scene_.done >= 1
            ? tr("c = %1").arg(
                  exact(static_cast<double>(scene_.data.context[static_cast<std::size_t>(unit)])))
        : scene_.done > 0 ? tr("sum so far = %1")
                                .arg(exact(static_cast<double>(scene_.values(
                                    scene_.sumRow())[static_cast<std::size_t>(unit)])))
                          : tr("c is not yet computed");
    if (cell.row >= scene_.sumRow())
        return place + QStringLiteral(": ") + whole;
    const ContextRow &numbers = scene_.data.rows[static_cast<std::size_t>(cell.row)];
    const QString word = shortened(numbers.word);
    if (numbers.term.empty())
        return tr("“%1” adds nothing, %2: %3").arg(word, place, whole);
    if (!scene_.known(cell))
        return tr("“%1”, %2: not yet computed").arg(word, place);
    const double term = static_cast<double>(numbers.term[static_cast<std::size_t>(unit)]);
    return tr("“%1”, %2: %3 %4; %5")
        .arg(word, place, scene_.data.attention ? tr("α h =") : tr("taken:"), exact(term), whole);
}

QString ContextCanvas::describe(const ContextCell &cell) const {
    if (cell.row < 0)
        return {};
    if (cell.unit >= 0)
        return describeUnit(cell);
    return cell.row < scene_.sumRow() ? describeWord(cell.row) : scene_.title;
}

QString ContextCanvas::hint() const {
    if (still_)
        return {};
    return scene_.data.attention
               ? tr("Each row adds its word's annotation, as much of it as α says.")
               : tr("No attention: the same context at every step, what the encoder ended with.");
}

void ContextCanvas::describe() {
    QString text;
    if (step_ >= 0 && scene_.data.units() > 0) {
        text = describe(pointed_);
        if (text.isEmpty() && scene_.cursor && hasFocus())
            text = describe(*scene_.cursor);
        if (text.isEmpty() && scene_.marked >= 0 && scene_.marked < scene_.sumRow())
            text = describe({scene_.marked, scene_.unit});
        if (text.isEmpty() && scene_.unit >= 0)
            text = describe({scene_.sumRow(), scene_.unit});
        if (text.isEmpty())
            text = hint();
    }
    scene_.caption = text;
    say(*this, text);
}

QRectF ContextCanvas::cellRect(const ContextCell &cell) const {
    const int at = scene_.layout.empty() ? -1 : scene_.layout.units.cell(cell.unit);
    return at < 0 ? QRectF() : scene_.layout.cellRect(cell.row, at);
}

// Painting

ContextCanvas::Key ContextCanvas::key() const {
    return {viewpoint_->trace(),
            step_,
            size(),
            devicePixelRatioF(),
            Theme::of(palette()).dark,
            window_,
            scene_.layout.rows.scroll,
            font()};
}

ContextCanvas::TextKey ContextCanvas::textKey() const {
    return {key(), scene_.marked, scene_.title, scene_.weightsKnown, scene_.done >= 1};
}

void ContextCanvas::beginImages() {
    if (!viewpoint_->trace() || scene_.layout.empty() || still_)
        return;
    const Theme &theme = Theme::of(palette());
    const auto scene = std::make_shared<ContextScene>(scene_);
    scene->font = fontOfItsOwn(scene_.font);
    text_.begin(textKey(), size(), devicePixelRatioF(),
                [scene, &theme](QPainter &painter) { paintTextImage(painter, *scene, theme); });
    terms_.begin(key(), size(), devicePixelRatioF(),
                 [scene, &theme](QPainter &painter) { paintTermsImage(painter, *scene, theme); });
}

void ContextCanvas::paintEvent(QPaintEvent *) {
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    if (scene_.layout.empty()) {
        painter.fillRect(rect(), theme.surface);
        painter.setPen(theme.mutedText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Enlarge the panel to see the context."));
        return;
    }
    // A figure is written larger than the screen is: an image of it would be coarse.
    if (still_ || paintsVectors(painter)) {
        painter.fillRect(rect(), theme.surface);
        paintContextText(painter, scene_, theme);
        paintContextTerms(painter, scene_, theme, true);
    } else {
        const double ratio = devicePixelRatioF();
        painter.drawImage(0, 0, text_.of(textKey(), size(), ratio, [&](QPainter &image) {
            paintTextImage(image, scene_, theme);
        }));
        painter.save();
        clipToKnown(painter, scene_);
        painter.drawImage(0, 0, terms_.of(key(), size(), ratio, [&](QPainter &image) {
            paintTermsImage(image, scene_, theme);
        }));
        painter.restore();
    }
    paintContextOverlay(painter, scene_, theme, showsFocus(*this));
    drawFocusFrame(painter, *this);
}

void ContextCanvas::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    layOut();
    emit scrollChanged();
}

void ContextCanvas::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        layOut();
        emit scrollChanged();
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        update();
}

}  // namespace widgets
