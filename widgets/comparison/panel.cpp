// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparison/panel.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/comparison/canvas.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

ComparisonPanel::ComparisonPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("comparisonView"), title(), parent) {
    scroll_ = new QScrollArea(this);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    canvas_ = new ComparisonCanvas(viewpoint, scroll_);
    scroll_->setWidget(canvas_);
    scroll_->viewport()->setBackgroundRole(QPalette::Base);
    canvas_->setBackgroundRole(QPalette::Base);
    connect(canvas_, &ComparisonCanvas::reached, this, [this](const QRect &place) {
        scroll_->ensureVisible(0, place.center().y(), 0, 2 * place.height());
    });
    caption_ = new QLabel(this);
    caption_->setObjectName(QStringLiteral("comparisonCaption"));
    caption_->setTextFormat(Qt::PlainText);
    // A long name must not widen the window: what does not fit is in the tooltip.
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    caption_->setContentsMargins(fontMetrics().height() / 2, 0, fontMetrics().height() / 2, 3);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll_, 1);
    column->addWidget(caption_);
    setBody(body);
}

std::vector<Table> ComparisonPanel::tables() const {
    const auto &trace = viewpoint()->trace();
    if (!trace)
        return {};
    Table table = comparisonTable(*trace, viewpoint()->reference().get());
    return table.empty() ? std::vector<Table>() : std::vector{std::move(table)};
}

QSize ComparisonPanel::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 30, line * 20};
}

QSize ComparisonPanel::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 12, line * 9};
}

QString ComparisonPanel::summary() const {
    const auto &trace = viewpoint()->trace();
    const auto &reference = viewpoint()->reference();
    if (!trace)
        return {};
    if (!reference && !viewpoint()->referenceName().isEmpty())
        return tr("being worked out: %1").arg(viewpoint()->referenceName());
    if (!reference)
        return tr("The menu Compare chooses what stands beside it.");
    const auto &others = canvas_->comparison().shown.others;
    const auto count = static_cast<int>(std::ranges::count(others, true));
    return joined({tr("%n pieces differ", nullptr, count),
                   tr("log-probability %1 against %2")
                       .arg(numberText(trace->logProbability(), {}),
                            numberText(reference->logProbability(), {}))});
}

void ComparisonPanel::showCaption() {
    const QString text = summary();
    caption_->setToolTip(plainToolTip(text));
    caption_->setText(
        caption_->fontMetrics().elidedText(text, Qt::ElideRight, caption_->contentsRect().width()));
}

void ComparisonPanel::resizeEvent(QResizeEvent *event) {
    Panel::resizeEvent(event);
    showCaption();
}

void ComparisonPanel::compare() {
    const auto &trace = viewpoint()->trace();
    const QString name = viewpoint()->referenceName();
    canvas_->setComparison(trace
                               ? comparisonOf(*trace, viewpoint()->reference().get(), tr("In view"),
                                              name.isEmpty() ? tr("Original") : name)
                               : TranslationPair());
}

void ComparisonPanel::refresh(Changes changes) {
    if (changes & traceChange) {
        compare();
        setMessage(
            viewpoint()->trace()
                ? QString()
                : tr("Type something above to compare what becomes of it with something else."));
    }
    if (changes & appearanceChange) {
        QPalette muted;
        // On a background of the role Base, labels write in the role Text.
        muted.setColor(QPalette::WindowText, Theme::of(palette()).mutedText);
        muted.setColor(QPalette::Text, Theme::of(palette()).mutedText);
        caption_->setPalette(muted);
    }
    showCaption();
    canvas_->followViewpoint();
}

}  // namespace widgets
