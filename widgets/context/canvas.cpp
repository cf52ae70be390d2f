// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/canvas.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/label.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/comparison.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr int exactDecimals = 5;

QString exact(double value) {
    return exactText(value, exactDecimals, NumberSign::always);
}

void paintAllTerms(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    paintContextTerms(painter, scene, theme, false);
}

}  // namespace

ContextCanvas::ContextCanvas(Viewpoint *viewpoint, QWidget *parent)
    : UnitCanvas(viewpoint, Qt::Horizontal, parent),
      text_(paintContextText),
      terms_(paintAllTerms) {
    setObjectName(QStringLiteral("contextCanvas"));
    inEveryLanguage(*this, [this] { setAccessibleName(tr("Context")); });
}

QSize ContextCanvas::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 30, line * 18};
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
    emit viewChanged();
}

// Following the viewpoint

void ContextCanvas::followTrace() {
    step_ = -1;
    setPointed({});
    scene_.cursor.reset();
    if (viewpoint()->trace())
        scene_.limit = contextLimit(*viewpoint()->trace());
    followMoment();
    beginImages();
}

void ContextCanvas::followMoment() {
    const int before = step_;
    const int step = viewpoint()->step();
    const model::Trace *trace = viewpoint()->trace().get();
    if (!trace || step < 0 || step >= trace->targetLength()) {
        step_ = -1;
        scene_.data = {};
        scene_.done = 0;
        scene_.weightsKnown = false;
    } else {
        if (step != step_)
            takeData(*trace, step);
        step_ = step;
        const Extent extent = viewpoint()->extent();
        const Moment &moment = viewpoint()->moment();
        scene_.done = progress(moment, extent, Stage::context, step);
        scene_.weightsKnown = progress(moment, extent, Stage::softmax, step) >= 1;
        const bool word = progress(moment, extent, Stage::word, step) >= 1;
        const QString name =
            word ? tr("step %1 “%2”")
                       .arg(QString::number(step + 1),
                            pieceLabel(trace->target[static_cast<std::size_t>(step)]))
                 : tr("step %1").arg(step + 1);
        scene_.title = tr("%1: %2").arg(name, contextFormula(*trace, step));
        if (difference_)
            scene_.title = tr("%1: difference from %2", "a step, a translation")
                               .arg(name, viewpoint()->referenceNoun());
        scene_.symbol =
            (difference_ ? QStringLiteral("Δc") : QStringLiteral("c")) + subscript(step + 1);
    }
    layOut();
    followSelection();
    if (step_ != before) {
        revealStrongest();
        hoverAgain();
    }
    emit viewChanged();
}

void ContextCanvas::takeData(const model::Trace &trace, int step) {
    const auto original = viewpoint()->referenceOfModel();
    const int before = viewpoint()->showsDifference() ? viewpoint()->comparison().stepOf(step) : -1;
    difference_ = before >= 0;
    scene_.data =
        difference_ ? contextDifference(trace, step, *original, before) : contextData(trace, step);
}

/// What is pointed at belongs to another step now.
void ContextCanvas::hoverAgain() {
    if (pointed())
        viewpoint()->setHovered(selectionOf(*pointed()));
    else if (scene_.cursor && hasFocus())
        viewpoint()->setHovered(selectionOf(*scene_.cursor));
}

void ContextCanvas::revealStrongest() {
    // Neither away under the pointer, nor away from what is marked.
    const std::vector<ContextRow> &rows = scene_.data.rows;
    if (pointed() || scene_.marked >= 0 || rows.empty())
        return;
    if (!scene_.data.attention)
        return revealRow(0);  // what it is taken from
    const auto strongest = std::max_element(
        rows.begin(), rows.end(),
        [](const ContextRow &a, const ContextRow &b) { return a.weight < b.weight; });
    revealRow(static_cast<int>(strongest - rows.begin()));
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
    input.window = window();
    input.size = size();
    input.scroll = scroll_;
    input.hintWidth = labelWidth(font(), hint());
    // A figure says only what is selected.
    input.captioned = !still() || scene_.marked >= 0 || scene_.unit >= 0;
    input.measure = {[bold](const QString &text) { return labelWidth(bold, text); },
                     std::ceil(metrics.height())};
    scene_.layout = layoutContext(input);
}

void ContextCanvas::mark() {
    const model::Trace *trace = viewpoint()->trace().get();
    const int marked = trace ? scene_.data.rowOf(viewpoint()->markedSource()) : -1;
    const int before = std::exchange(scene_.marked, marked);
    scene_.unit = -1;
    if (trace) {
        const int hovered = contextUnitOf(viewpoint()->hovered(), *trace);
        scene_.unit = hovered >= 0 ? hovered : contextUnitOf(viewpoint()->selected(), *trace);
    }
    // Rows must not move away under the pointer.
    if (scene_.marked >= 0 && scene_.marked != before && !pointed())
        revealRow(scene_.marked);
}

QString ContextCanvas::textOfWord(int row) const {
    const ContextRow &numbers = scene_.data.rows[static_cast<std::size_t>(row)];
    QStringList facts;
    if (scene_.data.attention)
        facts += scene_.weightsKnown ? tr("α = %1").arg(exactText(numbers.weight, exactDecimals))
                                     : tr("not yet computed");
    if (scene_.done >= 1)
        facts += tr("cos(c, h) = %1, ‖c − h‖ = %2")
                     .arg(exact(numbers.cosine), exactText(numbers.distance, 4));
    const QString word = quoted(shortenedLabel(numbers.word));
    return facts.isEmpty() ? word : told(word, joined(facts));
}

QString ContextCanvas::textOfUnit(const UnitCell &cell) const {
    const int unit = cell.place;
    const QString place = tr("unit %1 of %2").arg(unit + 1).arg(scene_.data.units());
    const float value = scene_.data.context[static_cast<std::size_t>(unit)];
    const auto before = valueBefore(unit);
    const QString number =
        before && *before != value
            ? tr("%1 (%2 in %3)", "a number, what it is in a translation")
                  .arg(exact(static_cast<double>(value)), exact(static_cast<double>(*before)),
                       viewpoint()->referenceNoun())
            : exact(static_cast<double>(value));
    const QString whole = scene_.done >= 1 ? tr("c = %1").arg(number)
                          : scene_.done > 0
                              ? tr("sum so far = %1")
                                    .arg(exact(static_cast<double>(scene_.values(
                                        scene_.sumRow())[static_cast<std::size_t>(unit)])))
                              : tr("c is not yet computed");
    if (cell.position >= scene_.sumRow())
        return told(place, whole);
    const ContextRow &numbers = scene_.data.rows[static_cast<std::size_t>(cell.position)];
    const QString word = shortenedLabel(numbers.word);
    if (numbers.term.empty())
        return tr("“%1” adds nothing, %2: %3").arg(word, place, whole);
    if (!scene_.known(cell))
        return tr("“%1”, %2: not yet computed").arg(word, place);
    const double term = static_cast<double>(numbers.term[static_cast<std::size_t>(unit)]);
    return tr("“%1”, %2: %3 %4; %5")
        .arg(word, place, scene_.data.attention ? tr("α h =") : tr("taken:"), exact(term), whole);
}

/// What a unit of the context was before it was edited; nothing where that cannot be told.
std::optional<float> ContextCanvas::valueBefore(int unit) const {
    const auto original = viewpoint()->referenceOfModel();
    const int step = original ? viewpoint()->comparison().stepOf(step_) : -1;
    if (step < 0 || difference_)
        return {};
    return original->step(step).context(unit);
}

QString ContextCanvas::textOf(const UnitCell &cell) const {
    if (step_ < 0)
        return {};
    if (cell.place >= 0)
        return textOfUnit(cell);
    return cell.position < scene_.sumRow() ? textOfWord(cell.position) : scene_.title;
}

QString ContextCanvas::textOfMarked() const {
    if (scene_.marked >= 0 && scene_.marked < scene_.sumRow())
        return textOf({scene_.marked, scene_.unit});
    return scene_.unit >= 0 ? textOf({scene_.sumRow(), scene_.unit}) : QString();
}

QString ContextCanvas::hint() const {
    if (still() || step_ < 0)
        return {};
    return scene_.data.attention
               ? tr("Each row adds its word's annotation, as much of it as α says.")
               : tr("No attention: the same context at every step, what the encoder ended with.");
}

QString ContextCanvas::emptyText() const {
    return tr("Enlarge the panel to see the context.");
}

QRectF ContextCanvas::cellRect(const UnitCell &cell) const {
    const int at = scene_.layout.empty() ? -1 : scene_.layout.units.cell(cell.place);
    return at < 0 ? QRectF() : scene_.layout.cellRect(cell.position, at);
}

// Painting

ContextCanvas::TermsKey ContextCanvas::termsKey() const {
    return {viewpoint()->trace(),      step_,       window(),
            scene_.layout.rows.scroll, difference_, WidgetKey::of(*this)};
}

ContextCanvas::TextKey ContextCanvas::textKey() const {
    return {termsKey(), scene_.marked, scene_.title, scene_.weightsKnown, scene_.done >= 1};
}

void ContextCanvas::beginImages() {
    if (!viewpoint()->trace() || scene_.layout.empty() || still())
        return;
    const auto scene = sceneOfItsOwn(scene_);
    text_.begin(textKey(), *this, scene);
    terms_.begin(termsKey(), *this, scene);
}

void ContextCanvas::paintPicture(QPainter &painter, const Theme &theme, bool vectors) {
    if (vectors) {
        paintContextText(painter, scene_, theme);
        paintContextTerms(painter, scene_, theme, true);
    } else {
        painter.drawImage(0, 0, text_.of(textKey(), *this, scene_));
        painter.save();
        clipToKnown(painter, scene_);
        painter.drawImage(0, 0, terms_.of(termsKey(), *this, scene_));
        painter.restore();
    }
    paintContextOverlay(painter, scene_, theme, showsFocus(*this));
}

}  // namespace widgets
