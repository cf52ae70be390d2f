// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/panel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <cmath>

#include "widgets/context/canvas.h"
#include "widgets/drawing/rows.h"
#include "widgets/panel/spoken.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr int floatDigits = 9;  // enough to tell any two apart

QString cell(double value, bool known) {
    return known && std::isfinite(value) ? QString::number(value, 'g', floatDigits) : QString();
}

/// A row's numbers that are not a unit's.
QStringList cellsOf(const ContextScene &scene, int row) {
    const ContextRow &numbers = scene.data.rows[static_cast<std::size_t>(row)];
    const bool done = scene.done >= 1;
    return {numbers.word, cell(numbers.weight, scene.weightsKnown), cell(numbers.cosine, done),
            cell(numbers.distance, done)};
}

}  // namespace

ContextPanel::ContextPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("contextPanel"), title(), parent) {
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
    const Rows &rows = canvas_->scene().layout.rows;
    const QSignalBlocker quiet(scrollBar_);
    const int most = static_cast<int>(std::ceil(rows.maximumScroll()));
    scrollBar_->setRange(0, most);
    scrollBar_->setPageStep(static_cast<int>(rows.viewHeight()));
    scrollBar_->setSingleStep(static_cast<int>(rows.rowHeight));
    scrollBar_->setValue(static_cast<int>(std::lround(rows.scroll)));
    scrollBar_->setVisible(most > 0 && !still_);
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
    const UnitCells &units = scene.layout.units;
    QStringList head{tr("word"), QStringLiteral("α"), tr("cosine"), tr("distance")};
    for (int i = 0; i < units.cells; ++i)
        head.append(tr("unit %1").arg(units.row(i) + 1));
    QStringList lines{head.join(u'\t')};
    for (int row = 0; row <= scene.sumRow(); ++row) {
        QStringList cells =
            row < scene.sumRow() ? cellsOf(scene, row) : QStringList{scene.symbol, {}, {}, {}};
        const std::vector<float> values = scene.values(row);
        for (int i = 0; i < units.cells; ++i) {
            const auto unit = static_cast<std::size_t>(units.row(i));
            const bool known = !values.empty() && scene.known({row, units.row(i)});
            cells.append(known ? cell(static_cast<double>(values[unit]), true) : QString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

std::unique_ptr<Panel> ContextPanel::still(Viewpoint *viewpoint) const {
    auto panel = std::make_unique<ContextPanel>(viewpoint);
    panel->still_ = true;
    panel->canvas_->makeStill();
    panel->canvas_->setWindow(canvas_->window());
    return panel;
}

QSize ContextPanel::wholeSize() const {
    return canvas_->scene().layout.empty() ? size() : QSize(width(), canvas_->wholeHeight());
}

}  // namespace widgets
