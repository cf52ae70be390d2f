// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/effect_names.h"
#include "widgets/panel/fixed_vector.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/spoken_table.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

HeatmapPanel::HeatmapPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("heatmapView"), title(), parent) {
    setFocusPolicy(Qt::StrongFocus);
    giveVoice(*this);
    buildParts();
    buildActions();
    showOptions();
    connect(viewpoint, &Viewpoint::previewChanged, this, [this] { take(traceChange); });
}

void HeatmapPanel::buildParts() {
    auto *body = new QWidget(this);
    plot_ = new HeatmapPlot(body);
    giveTableToReaders();
    plot_->setObjectName(QStringLiteral("heatmapPlot"));
    plot_->setFocusPolicy(Qt::NoFocus);                     // the view itself takes the keys
    plot_->setAttribute(Qt::WA_NoMousePropagation, false);  // else it keeps the context menu
    plot_->installEventFilter(this);
    caption_ = new QLabel(body);
    caption_->setObjectName(QStringLiteral("heatmapCaption"));
    caption_->setTextFormat(Qt::PlainText);
    caption_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    caption_->installEventFilter(this);
    // A long word must not widen the window: what does not fit is in the tooltip.
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    caption_->setContentsMargins(fontMetrics().height() / 2, 0, fontMetrics().height() / 2, 0);
    button_ = new QPushButton(body);
    button_->setObjectName(QStringLiteral("heatmapOptions"));
    inEveryLanguage(*button_, [this] {
        button_->setText(tr("Options"));
        button_->setAccessibleName(tr("Options of the heatmap"));
    });
    buildPainting(body);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(0);
    foot->setContentsMargins(0, 0, 3, 3);
    foot->addWidget(caption_, 1);
    foot->addWidget(paintButton_);
    foot->addWidget(button_);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(plot_, 1);
    layout->addLayout(foot);
    setBody(body);
    fixed_ = new FixedVector(viewpoint(), this);
    setInstead(fixed_);
}

/// The plot is a table to them, beside what the panel says of its cursor; effects are columns of
/// it, after those of the source.
void HeatmapPanel::giveTableToReaders() {
    const auto count = [](const auto &entries) { return static_cast<int>(entries.size()); };
    giveTable(*plot_, {.rows = [this, count] { return count(plot_->data().rows); },
                       .columns =
                           [this, count] {
                               return count(plot_->data().columns) +
                                      (options().effects ? model::otherAttentionCount : 0);
                           },
                       .rowName = [this](int row) { return plot_->data().rowLabels().value(row); },
                       .columnName =
                           [this](int column) {
                               const int effect = effectOf(column);
                               return effect < 0
                                          ? plot_->data().columnLabels().value(column)
                                          : effectName(static_cast<model::OtherAttention>(effect));
                           },
                       .cell =
                           [this](int row, int column) {
                               const int effect = effectOf(column);
                               return effect < 0 ? cellText({row, column})
                                                 : effectText({.row = row, .effect = effect});
                           },
                       .place =
                           [this](int row, int column) {
                               const int effect = effectOf(column);
                               return (effect < 0 ? plot_->cellRect({row, column})
                                                  : plot_->effectCell(row, effect))
                                   .toRect();
                           },
                       .currentRow = [this] { return cursor_ ? cursor_->row : -1; },
                       .currentColumn = [this] { return cursor_ ? cursor_->column : -1; }});
    inEveryLanguage(*plot_, [this] { plot_->setAccessibleName(title()); });
}

QSize HeatmapPanel::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 26, line * 20};
}

QSize HeatmapPanel::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 12, line * 9};
}

QPixmap HeatmapPanel::grabbed() {
    plot_->replot(QCustomPlot::rpQueuedRefresh);  // a queued replot may be outstanding
    return plot_->grab();
}

std::vector<Table> HeatmapPanel::tables() const {
    const model::Trace *trace = viewpoint()->trace().get();
    if (!trace)
        return {};
    Table table = heatmapTable(*trace, dataOf(*trace));
    return table.empty() ? std::vector<Table>() : std::vector{std::move(table)};
}

// Following the viewpoint

void HeatmapPanel::refresh(Changes changes) {
    fixed_->refresh();
    if (changes & traceChange)
        followTrace();
    else if (changes & effectsChange)
        followMatrix();
    else if (changes & posteriorChange)
        followPosterior();
    else if (changes & momentChange)
        followMoment();
    if (changes & appearanceChange)
        applyTheme();
    showMarks();
    showCaption();
}

void HeatmapPanel::applyTheme() {
    const QColor color = Theme::of(palette()).mutedText;
    QPalette muted;
    // On a background of the role Base, labels write in the role Text.
    muted.setColor(QPalette::WindowText, color);
    muted.setColor(QPalette::Text, color);
    muted.setColor(QPalette::ButtonText, color);
    caption_->setPalette(muted);
    for (QPushButton *button : {button_, paintButton_})
        button->setPalette(muted);
}

const model::Trace *HeatmapPanel::shownTrace() const {
    const auto &preview = viewpoint()->preview();
    return preview ? preview.get() : viewpoint()->trace().get();
}

const model::Posterior *HeatmapPanel::shownPosterior() const {
    return options().posterior && !viewpoint()->preview() ? viewpoint()->posterior().get()
                                                          : nullptr;
}

bool HeatmapPanel::awaitsPosterior() const {
    return options().posterior && !shownPosterior() && !viewpoint()->preview();
}

HeatmapData HeatmapPanel::dataOf(const model::Trace &trace) const {
    if (viewpoint()->preview())
        return heatmapData(trace, options().words);
    HeatmapKnown known{.posterior = shownPosterior(),
                       .original = viewpoint()->referenceOfSource().get()};
    if (options().effects) {
        known.effects = viewpoint()->derived().effects.get();
        known.originalEffects = viewpoint()->derived().referenceEffects.get();
    }
    return heatmapData(trace, options().words, computedSteps(), known);
}

Stage HeatmapPanel::rowStage() const {
    return options().posterior ? Stage::word : Stage::softmax;
}

int HeatmapPanel::computedSteps() const {
    if (const auto &preview = viewpoint()->preview())
        return preview->targetLength();
    const Extent extent = viewpoint()->extent();
    const int step = viewpoint()->step();
    if (step < 0 || awaitsPosterior())
        return 0;
    const bool begun = progress(viewpoint()->moment(), extent, rowStage(), step) > 0;
    return std::min(begun ? step + 1 : step, extent.steps);
}

void HeatmapPanel::followTrace() {
    pointed_.reset();
    pointedBar_ = {};
    press_.reset();
    followMatrix();
}

void HeatmapPanel::followMatrix() {
    shownSteps_ = -1;
    followMoment();
}

void HeatmapPanel::followPosterior() {
    followMatrix();
    // Of a merged cell, it may mean another pair.
    if (pointed_)
        hoverCell(*pointed_);
    else if (plot_->marks().cursor)
        hoverCell(*plot_->marks().cursor);
}

void HeatmapPanel::followMoment() {
    const model::Trace *trace = shownTrace();
    const int steps = computedSteps();
    if (steps != shownSteps_) {
        plot_->setData(trace ? dataOf(*trace) : HeatmapData{});
        shownSteps_ = steps;
        tellTableChanged(*plot_);
        whole_->setEnabled(!plot_->zoom().whole());
    }
    const HeatmapData &data = plot_->data();
    if (cursor_) {
        cursor_->row = std::min(cursor_->row, static_cast<int>(data.rows.size()) - 1);
        cursor_->column = std::min(cursor_->column, static_cast<int>(data.columns.size()) - 1);
        if (data.empty())
            cursor_.reset();
    }
    setMessage(emptyMessage());
    fitPainting();
}

void HeatmapPanel::showMarks() {
    const HeatmapData &data = plot_->data();
    HeatmapMarks marks;
    marks.currentRow = data.rowOf(viewpoint()->step());
    marks.row = data.rowOf(viewpoint()->markedStep());
    marks.column = data.columnOf(viewpoint()->markedSource());
    if (showsFocus(*this))
        marks.cursor = cursor_;
    // Only a row that begins with this step fades in; later pieces of a word join at once.
    const int row = marks.currentRow;
    if (row >= 0 && data.rows[static_cast<std::size_t>(row)].begin == viewpoint()->step())
        marks.fading = row + 1 == data.weights.rows()
                           ? progress(viewpoint()->moment(), viewpoint()->extent(), rowStage(),
                                      viewpoint()->step())
                           : 1.0;
    plot_->setMarks(marks);
}

QString HeatmapPanel::emptyMessage() const {
    const model::Trace *trace = viewpoint()->trace().get();
    if (!trace)
        return tr("Type something above to see where the model looks for each word that it gives.");
    if (!trace->hasAttention())
        return tr(
            "This model has no attention: every word is made from the vector below. Choose a model "
            "with attention to see what it looks at.");
    if (trace->steps.empty())
        return tr("There is no word yet. What words look at will be here.");
    return {};
}

QString HeatmapPanel::cellText(const HeatmapCell &cell) const {
    const HeatmapData &data = plot_->data();
    const HeatmapEntry &row = data.rows[static_cast<std::size_t>(cell.row)];
    const HeatmapEntry &column = data.columns[static_cast<std::size_t>(cell.column)];
    const QString symbol = options().posterior
                               ? tr("P(“%1” | “%2”)", "source word given target word")
                                     .arg(shortenedLabel(column.label), shortenedLabel(row.label))
                               : tr("α(“%1”, “%2”)", "target word, source word")
                                     .arg(shortenedLabel(row.label), shortenedLabel(column.label));
    if (awaitsPosterior())
        return tr("%1 is being worked out").arg(symbol);
    if (cell.row >= data.weights.rows())
        return tr("%1 is not yet computed").arg(symbol);
    const auto number = [&cell](const model::Matrix &weights) {
        return exactText(static_cast<double>(weights(cell.row, cell.column)), 4);
    };
    QStringList facts{tr("%1 = %2").arg(symbol, number(data.weights))};
    if (options().posterior)
        facts += tr("prior α = %1").arg(number(data.prior));
    if (data.original.size() > 0 && std::isfinite(data.original(cell.row, cell.column)) &&
        number(data.original) != number(data.weights))
        facts += tr("%1 in %2", "a number, a translation")
                     .arg(number(data.original), viewpoint()->referenceNoun());
    // Other views show single pieces, whose weights are other numbers.
    if (column.end - column.begin > 1)
        facts += tr("sum of %n pieces", nullptr, column.end - column.begin);
    if (row.end - row.begin > 1)
        facts += tr("mean of %n steps", nullptr, row.end - row.begin);
    return joined(facts);
}

QString HeatmapPanel::barText(const HeatmapBar &bar) const {
    const HeatmapData &data = plot_->data();
    const auto row = static_cast<std::size_t>(bar.row);
    const auto column = static_cast<std::size_t>(bar.column);
    if (bar.effect >= 0)
        return effectText(bar);
    if (bar.row >= 0 && row >= data.entropy.size())
        return tr("the entropy of “%1” is not yet computed").arg(data.rows[row].label);
    if (bar.row >= 0)
        return tr("entropy of the weights of “%1”: %2 bits")
            .arg(data.rows[row].label, exactText(data.entropy[row], 3));
    return tr("coverage of “%1”: %2")
        .arg(data.columns[column].label, exactText(data.coverage[column], 3));
}

QString HeatmapPanel::caption() const {
    const HeatmapData &data = plot_->data();
    if (data.empty())
        return emptyMessage();
    const HeatmapMarks &marks = plot_->marks();
    if (pointed_)
        return cellText(*pointed_);
    if (pointedBar_ != HeatmapBar{})
        return barText(pointedBar_);
    if (marks.cursor)
        return cellText(*marks.cursor);
    if (paint_->isChecked())
        return paintingText();
    const int row = marks.row >= 0 ? marks.row : marks.currentRow;
    if (row >= 0 && marks.column >= 0)
        return cellText({row, marks.column});
    if (row >= 0 && row < data.weights.rows()) {
        Eigen::Index strongest = 0;
        data.weights.row(row).maxCoeff(&strongest);
        return tr("strongest: %1").arg(cellText({row, static_cast<int>(strongest)}));
    }
    if (options().posterior)
        return options().words ? tr("words, given the word that came, 0 to 1")
                               : tr("pieces, given the piece that came, 0 to 1");
    return options().words ? tr("words, α from 0 to 1") : tr("pieces, α from 0 to 1");
}

QString HeatmapPanel::spoken() const {
    const HeatmapData &data = plot_->data();
    const std::optional<HeatmapCell> cell = pointed_ ? pointed_ : plot_->marks().cursor;
    if (data.empty() || !cell)
        return caption();
    const HeatmapEntry &row = data.rows[static_cast<std::size_t>(cell->row)];
    const QString source = data.columns[static_cast<std::size_t>(cell->column)].label;
    const QString steps = row.end - row.begin > 1
                              ? tr("steps %1 to %2").arg(row.begin + 1).arg(row.end)
                              : tr("step %1").arg(row.begin + 1);
    const QString value =
        cell->row < data.weights.rows()
            ? exactText(static_cast<double>(data.weights(cell->row, cell->column)), 4)
        : awaitsPosterior() ? tr("being worked out")
                            : tr("not yet computed");
    return (options().posterior ? tr("probability of “%1” given %2, “%3”: %4")
                                : tr("α of “%1” at %2, “%3”: %4"))
        .arg(source, steps, row.label, value);
}

void HeatmapPanel::showCaption() {
    const QString text = caption();
    const int room = caption_->contentsRect().width();
    caption_->setText(caption_->fontMetrics().elidedText(text, Qt::ElideRight, room));
    caption_->setToolTip(plainToolTip(text));
    say(*this, spoken());
}

}  // namespace widgets
