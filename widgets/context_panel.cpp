// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context_panel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <cmath>

#include "widgets/context_canvas.h"
#include "widgets/spoken.h"
#include "widgets/viewpoint.h"

namespace widgets {
namespace {

constexpr int floatDigits = 9;  // enough to tell any two apart

QString cell(double value, bool known) {
    return known && std::isfinite(value) ? QString::number(value, 'g', floatDigits) : QString();
}

}  // namespace

ContextPanel::ContextPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("contextPanel"), tr("Context"), parent) {
    auto *body = new QWidget(this);
    canvas_ = new ContextCanvas(viewpoint, body);
    scrollBar_ = new QScrollBar(Qt::Vertical, body);
    scrollBar_->setObjectName(QStringLiteral("contextScrollBar"));
    scrollBar_->setAccessibleName(tr("Words in view"));
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(canvas_, 1);
    layout->addWidget(scrollBar_);
    setBody(body);
    connect(canvas_, &ContextCanvas::scrollChanged, this, &ContextPanel::showScroll);
    connect(scrollBar_, &QScrollBar::valueChanged, this,
            [this](int value) { canvas_->setScroll(value); });
    showScroll();
}

QString ContextPanel::emptyMessage() const {
    const model::Trace *trace = viewpoint()->trace().get();
    if (!trace || !trace->encoder || trace->source.empty())
        return tr("Type a sentence to see what each of its words adds to the context.");
    if (trace->steps.empty())
        return tr("The translation has no word yet. The context of its first one will be here.");
    if (viewpoint()->step() < 0)
        return tr(
            "The sentence is still being read. The first context follows once it has been: "
            "Space plays on, Ctrl+→ goes there.");
    return {};
}

void ContextPanel::refresh(Changes changes) {
    if (changes & traceChange)
        canvas_->followTrace();
    else if (changes & momentChange)
        canvas_->followMoment();
    else if (changes & selectionChange)
        canvas_->followSelection();
    if (changes & (traceChange | momentChange | appearanceChange))
        setMessage(emptyMessage());
    if (message().isEmpty())
        say(*this, canvas_->caption());
    canvas_->update();
}

void ContextPanel::showScroll() {
    const ScoresRows &rows = canvas_->scene().layout.rows;
    const QSignalBlocker quiet(scrollBar_);
    const int most = static_cast<int>(std::ceil(rows.maximumScroll()));
    scrollBar_->setRange(0, most);
    scrollBar_->setPageStep(static_cast<int>(rows.viewHeight()));
    scrollBar_->setSingleStep(static_cast<int>(rows.rowHeight));
    scrollBar_->setValue(static_cast<int>(std::lround(rows.scroll)));
    scrollBar_->setVisible(most > 0);
}

void ContextPanel::addMenuEntries(QMenu &menu, const QPoint &) {
    QAction *whole =
        menu.addAction(tr("Show &all units"), this, [this] { canvas_->setWindow({}); });
    whole->setObjectName(QStringLiteral("contextWholeAxis"));
    whole->setEnabled(!canvas_->window().whole());
    QAction *release = menu.addAction(tr("&Let go of what is selected"), this,
                                      [this] { viewpoint()->setSelected({}); });
    release->setObjectName(QStringLiteral("contextRelease"));
    release->setEnabled(!viewpoint()->selected().empty());
}

QString ContextPanel::table() const {
    const ContextScene &scene = canvas_->scene();
    if (scene.data.rows.empty())
        return {};
    QStringList lines{tr("word") + QStringLiteral("\tα\t") + tr("cosine") + u'\t' + tr("distance")};
    for (const ContextRow &row : scene.data.rows)
        lines.append(QStringList{row.word, cell(row.weight, scene.weightsKnown),
                                 cell(row.cosine, scene.done >= 1),
                                 cell(row.distance, scene.done >= 1)}
                         .join(u'\t'));
    return lines.join(u'\n');
}

}  // namespace widgets
