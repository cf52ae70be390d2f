// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/panel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <cmath>
#include <optional>
#include <utility>

#include "widgets/context/canvas.h"
#include "widgets/drawing/rows.h"
#include "widgets/panel/hold_prompt.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/language.h"
#include "widgets/text/piece_label.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

std::optional<double> finite(double value) {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// The columns that are not a unit's; they have nothing to say of the sum.
void addWords(Table &table, const ContextScene &scene, const model::Trace &trace) {
    const std::vector<ContextRow> &rows = scene.data.rows;
    TextCells words;
    FloatCells weights;
    DoubleCells cosines;
    DoubleCells distances;
    for (const ContextRow &row : rows) {
        words.push_back(positionName(trace.source, row.source));
        weights.push_back(scene.weightsKnown && std::isfinite(row.weight)
                              ? std::optional(static_cast<float>(row.weight))
                              : std::nullopt);
        cosines.push_back(scene.done >= 1 ? finite(row.cosine) : std::nullopt);
        distances.push_back(scene.done >= 1 ? finite(row.distance) : std::nullopt);
    }
    words.push_back(scene.symbol);
    weights.emplace_back();
    cosines.emplace_back();
    distances.emplace_back();
    table.add(QStringLiteral("word"), std::move(words));
    table.add(QStringLiteral("α"), std::move(weights));
    table.add(QStringLiteral("cosine"), std::move(cosines));
    table.add(QStringLiteral("distance"), std::move(distances));
}

/// A column for each unit in view: the terms and their sum, as far as they have been added.
void addUnits(Table &table, const ContextScene &scene) {
    std::vector<std::vector<float>> values;
    for (int row = 0; row <= scene.sumRow(); ++row)
        values.push_back(scene.values(row));
    const UnitCells &units = scene.layout.units;
    for (int i = 0; i < units.cells; ++i) {
        const int unit = units.row(i);
        FloatCells cells(values.size());
        for (int row = 0; row <= scene.sumRow(); ++row) {
            const std::vector<float> &strip = values[static_cast<std::size_t>(row)];
            if (!strip.empty() && scene.known({row, unit}))
                cells[static_cast<std::size_t>(row)] = strip[static_cast<std::size_t>(unit)];
        }
        table.add(QStringLiteral("unit %1").arg(unit + 1), std::move(cells));
    }
}

}  // namespace

ContextPanel::ContextPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("contextPanel"), title(), parent) {
    auto *body = new QWidget(this);
    canvas_ = new ContextCanvas(viewpoint, body);
    scrollBar_ = new QScrollBar(Qt::Vertical, body);
    scrollBar_->setObjectName(QStringLiteral("contextScrollBar"));
    inEveryLanguage(*scrollBar_, [this] { scrollBar_->setAccessibleName(tr("Words in view")); });
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(canvas_, 1);
    layout->addWidget(scrollBar_);
    setBody(body);
    connect(canvas_, &ContextCanvas::viewChanged, this, &ContextPanel::showScroll);
    connect(scrollBar_, &QScrollBar::valueChanged, this,
            [this](int value) { canvas_->setScroll(value); });
    showScroll();
}

QString ContextPanel::emptyMessage() const {
    const model::Trace *trace = viewpoint()->trace().get();
    if (!trace || !trace->encoder || trace->source.empty())
        return tr("Type something above to see what each of its words adds to the context.");
    if (trace->steps.empty())
        return tr("There is no word yet. The context of the first one will be here.");
    if (viewpoint()->step() < 0)
        return tr(
            "The source is still being read. The first context follows once it has been: Space "
            "plays on, Ctrl+→ goes there.");
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
    addUnitEdits(menu, *canvas_, *viewpoint());
    addDifference(menu, *viewpoint());
    QAction *whole =
        menu.addAction(tr("Show &all units"), this, [this] { canvas_->setWindow({}); });
    whole->setObjectName(QStringLiteral("contextWholeAxis"));
    whole->setEnabled(!canvas_->window().whole());
    QAction *release = menu.addAction(tr("&Let go of what is selected"), this,
                                      [this] { viewpoint()->setSelected({}); });
    release->setObjectName(QStringLiteral("contextRelease"));
    release->setEnabled(!viewpoint()->selected().empty());
}

std::vector<Table> ContextPanel::tables() const {
    if (!hasTable())
        return {};
    const ContextScene &scene = canvas_->scene();
    Table table(QStringLiteral("context"));
    addWords(table, scene, *viewpoint()->trace());
    addUnits(table, scene);
    return {std::move(table)};
}

bool ContextPanel::hasTable() const {
    return !canvas_->scene().data.rows.empty();
}

std::unique_ptr<Panel> ContextPanel::still(Viewpoint *viewpoint) const {
    auto panel = std::make_unique<ContextPanel>(viewpoint);
    panel->still_ = true;
    panel->canvas_->makeStill();
    panel->canvas_->setWindow(canvas_->window());
    return panel;
}

QSize ContextPanel::wholeSize() const {
    return canvas_->scene().layout.empty() ? size().expandedTo(canvas_->sizeHint())
                                           : QSize(width(), canvas_->wholeHeight());
}

}  // namespace widgets
