// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of the unrolled view, and what is done with what is marked.
#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QWidgetAction>
#include <algorithm>

#include "widgets/panel/hold_prompt.h"
#include "widgets/text/numbers.h"
#include "widgets/unrolled/text.h"
#include "widgets/unrolled/unit_grid.h"
#include "widgets/unrolled/view.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {

void UnrolledView::unfoldMarked() {
    const Selection hovered = viewpoint_->hovered();
    const Selection &marked = hovered.strip != Vector::none ? hovered : viewpoint_->selected();
    const int step = std::max(marked.step >= 0 ? marked.step : viewpoint_->step(), 0);
    if (marked.strip != Vector::none)
        unfold(marked.strip, stripIndex(marked));
    else if (marked.source >= 0)
        unfold(Vector::forwardState, marked.source);
    else if (viewpoint_->moment().reading())
        unfold(Vector::forwardState, 0);
    else
        unfold(Vector::decoderState, step);
}

void UnrolledView::holdMarked() {
    if (grid_->isVisible() && grid_->holdMarked())
        return;
    askForMarkedValue(*viewport(), *viewpoint_);
}

void UnrolledView::addUnfolding(QMenu &menu, const Selection &selection) {
    QMenu *units = menu.addMenu(tr("All &units"));
    units->setObjectName(QStringLiteral("unitsMenu"));
    const auto add = [&](Vector strip, int index) {
        if (content_.values(strip, index).empty())
            return;
        units->addAction(UnrolledText::stripTitle(content_, strip, index), this,
                         [this, strip, index] { unfold(strip, index); });
    };
    // The strips of a column, from bottom to top; without a column, those of the step in view.
    const int step = selection.step >= 0 ? selection.step : viewpoint_->step();
    if (selection.source >= 0 || step < 0) {
        for (const Vector strip : {Vector::embedding, Vector::forwardState, Vector::backwardState})
            add(strip, std::max(selection.source, 0));
    } else {
        for (const Vector strip : {Vector::targetEmbedding, Vector::context, Vector::decoderState})
            add(strip, step);
    }
    if (step <= 0)
        add(Vector::initialState, -1);
    units->setEnabled(!units->isEmpty());
}

void UnrolledView::addThreshold(QMenu &menu) {
    QMenu *links = menu.addMenu(tr("&Links from"));
    links->setObjectName(QStringLiteral("linksMenu"));
    links->setEnabled(content_.trace && content_.trace->hasAttention());
    for (const double weight : {0.0, 0.01, 0.05, 0.1, 0.2}) {
        const QString text = weight > 0
                                 ? tr("weight %1 up").arg(numberText(weight, {.trimmed = true}))
                                 : tr("every weight");
        QAction *action = links->addAction(text, this, [this, weight] { setLeastWeight(weight); });
        action->setCheckable(true);
        action->setData(weight);
    }
    links->addAction(thresholdSlider(links));
}

void UnrolledView::addJoining(QMenu &menu) {
    QAction *join = menu.addAction(tr("&Whole words"));
    join->setObjectName(QStringLiteral("wholeWords"));
    join->setCheckable(true);
    join->setChecked(options_.joined);
    join->setToolTip(tr("Pieces of one word are shown as one, with the sum of their attention."));
    connect(join, &QAction::triggered, this, [this](bool joined) {
        UnrolledOptions options = options_;
        options.joined = joined;
        setOptions(options);
    });
}

QAction *UnrolledView::thresholdSlider(QMenu *menu) {
    auto *box = new QWidget(menu);
    auto *row = new QHBoxLayout(box);
    auto *slider = new QSlider(Qt::Horizontal, box);
    slider->setObjectName(QStringLiteral("leastWeight"));
    slider->setAccessibleName(tr("Least weight of a link"));
    slider->setRange(0, 50);  // hundredths
    slider->setValue(qRound(100 * options_.leastWeight));
    box->setFocusProxy(slider);
    auto *value = new QLabel(box);
    value->setMinimumWidth(value->fontMetrics().horizontalAdvance(numberText(0, {})));
    row->addWidget(slider, 1);
    row->addWidget(value);
    const auto show = [value, menu](int hundredths) {
        value->setText(numberText(hundredths / 100.0, {}));
        for (QAction *choice : menu->actions())
            if (choice->isCheckable())
                choice->setChecked(qRound(100 * choice->data().toDouble()) == hundredths);
    };
    show(slider->value());
    connect(slider, &QSlider::valueChanged, this, [this, show](int hundredths) {
        setLeastWeight(hundredths / 100.0);
        show(hundredths);
    });
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(box);
    return action;
}

void UnrolledView::contextMenuEvent(QContextMenuEvent *event) {
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("unrolledMenu"));
    copy_->setEnabled(content_.trace != nullptr);
    menu.addAction(copy_);
    QAction *file = menu.addAction(tr("&Export picture…"), this, &UnrolledView::exportRequested);
    file->setObjectName(QStringLiteral("exportUnrolled"));
    file->setEnabled(content_.trace != nullptr);
    menu.addActions({fit_, readable_});
    menu.addSeparator();
    const bool mouse = event->reason() == QContextMenuEvent::Mouse;
    addUnitEdits(menu, *viewport(), *viewpoint_);
    addUnfolding(menu, mouse ? selectionAt(event->pos()) : viewpoint_->selected());
    addThreshold(menu);
    addJoining(menu);
    menu.exec(event->globalPos());
}

}  // namespace widgets
