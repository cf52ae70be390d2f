// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap_view.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/theme.h"
#include "widgets/viewpoint.h"

namespace widgets {

HeatmapView::HeatmapView(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint) {
    setObjectName(QStringLiteral("heatmapView"));
    setAccessibleName(tr("Alignment heatmap"));
    setFocusPolicy(Qt::StrongFocus);
    buildParts();
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    buildActions();
    applyTheme();
    connect(viewpoint_, &Viewpoint::traceChanged, this, &HeatmapView::followTrace);
    connect(viewpoint_, &Viewpoint::momentChanged, this, &HeatmapView::followMoment);
    connect(viewpoint_, &Viewpoint::selectionChanged, this, &HeatmapView::followSelection);
    followTrace();
}

void HeatmapView::buildParts() {
    plot_ = new HeatmapPlot(this);
    plot_->setObjectName(QStringLiteral("heatmapPlot"));
    plot_->setFocusPolicy(Qt::NoFocus);  // the view itself takes the keys
    plot_->installEventFilter(this);
    message_ = new QLabel(this);
    message_->setObjectName(QStringLiteral("heatmapMessage"));
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    message_->setMargin(fontMetrics().height());
    caption_ = new QLabel(this);
    caption_->setObjectName(QStringLiteral("heatmapCaption"));
    caption_->setTextFormat(Qt::PlainText);
    caption_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A long word must not widen the window: what does not fit is in the tooltip.
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    caption_->setContentsMargins(fontMetrics().height() / 2, 0, fontMetrics().height() / 2,
                                 fontMetrics().height() / 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(plot_, 1);
    layout->addWidget(message_, 1);
    layout->addWidget(caption_);
}

void HeatmapView::buildActions() {
    wordsAction_ = new QAction(tr("Merge pieces into &words"), this);
    wordsAction_->setObjectName(QStringLiteral("heatmapWords"));
    wordsAction_->setCheckable(true);
    wordsAction_->setChecked(words_);
    connect(wordsAction_, &QAction::toggled, this, &HeatmapView::setWords);
}

QSize HeatmapView::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 26, line * 20};
}

QSize HeatmapView::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 12, line * 9};
}

void HeatmapView::setWords(bool words) {
    if (words == words_)
        return;
    words_ = words;
    wordsAction_->setChecked(words);
    cursor_.reset();
    followTrace();
    emit wordsChanged(words);
}

QPixmap HeatmapView::picture() const {
    plot_->replot(QCustomPlot::rpQueuedRefresh);  // a queued replot may be outstanding
    return plot_->grab();
}

void HeatmapView::copyPicture() const {
    QGuiApplication::clipboard()->setPixmap(picture());
}

// Following the viewpoint

int HeatmapView::computedSteps() const {
    const Extent extent = viewpoint_->extent();
    const int step = viewpoint_->step();
    if (step < 0)
        return 0;
    const bool begun = progress(viewpoint_->moment(), extent, Stage::softmax, step) > 0;
    return std::min(begun ? step + 1 : step, extent.steps);
}

void HeatmapView::followTrace() {
    shownSteps_ = -1;
    pointed_.reset();
    followMoment();
}

void HeatmapView::followMoment() {
    const model::Trace *trace = viewpoint_->trace().get();
    const int steps = computedSteps();
    if (steps != shownSteps_) {
        plot_->setData(trace ? heatmapData(*trace, words_, steps) : HeatmapData{});
        shownSteps_ = steps;
    }
    const HeatmapData &data = plot_->data();
    if (cursor_) {
        cursor_->row = std::min(cursor_->row, static_cast<int>(data.rows.size()) - 1);
        cursor_->column = std::min(cursor_->column, static_cast<int>(data.columns.size()) - 1);
        if (data.empty())
            cursor_.reset();
    }
    showMessage();
    showMarks();
    showCaption();
}

void HeatmapView::followSelection() {
    showMarks();
    showCaption();
}

void HeatmapView::showMarks() {
    const HeatmapData &data = plot_->data();
    HeatmapMarks marks;
    marks.currentRow = data.rowOf(viewpoint_->step());
    marks.row = data.rowOf(viewpoint_->markedStep());
    marks.column = data.columnOf(viewpoint_->markedSource());
    if (hasFocus())
        marks.cursor = cursor_;
    // Only a row that begins with this step fades in; a word's later pieces join at once.
    const int row = marks.currentRow;
    if (row >= 0 && data.rows[static_cast<std::size_t>(row)].begin == viewpoint_->step())
        marks.fading = row + 1 == data.weights.rows()
                           ? progress(viewpoint_->moment(), viewpoint_->extent(), Stage::softmax,
                                      viewpoint_->step())
                           : 1.0;
    plot_->setMarks(marks);
}

QString HeatmapView::message() const {
    const model::Trace *trace = viewpoint_->trace().get();
    if (!trace)
        return tr(
            "Type a sentence to see which of its words each word of the translation "
            "looks at.");
    if (!trace->hasAttention())
        return tr(
            "This model has no attention: every word of the translation is made from the "
            "same single vector.");
    if (trace->steps.empty())
        return tr("The translation has no word yet.");
    return {};
}

void HeatmapView::showMessage() {
    const QString text = message();
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    plot_->setVisible(text.isEmpty());
    caption_->setVisible(text.isEmpty());
}

QString HeatmapView::cellText(const HeatmapCell &cell) const {
    const HeatmapData &data = plot_->data();
    const QString row = data.rows[static_cast<std::size_t>(cell.row)].label;
    const QString column = data.columns[static_cast<std::size_t>(cell.column)].label;
    const auto shortened = [](const QString &text) {
        return text.size() > 24 ? text.left(22) + u'…' : text;
    };
    if (cell.row >= data.weights.rows())
        return tr("α(%1, %2) is not yet computed").arg(shortened(row), shortened(column));
    return tr("α(%1, %2) = %3")
        .arg(shortened(row), shortened(column),
             QString::number(data.weights(cell.row, cell.column), 'f', 4));
}

QString HeatmapView::caption() const {
    const HeatmapData &data = plot_->data();
    if (data.empty())
        return message();
    const HeatmapMarks &marks = plot_->marks();
    if (pointed_)
        return cellText(*pointed_);
    if (marks.cursor)
        return cellText(*marks.cursor);
    const int row = marks.row >= 0 ? marks.row : marks.currentRow;
    if (row >= 0 && marks.column >= 0)
        return cellText({row, marks.column});
    if (row >= 0 && row < data.weights.rows()) {
        Eigen::Index strongest = 0;
        data.weights.row(row).maxCoeff(&strongest);
        return tr("strongest: %1").arg(cellText({row, static_cast<int>(strongest)}));
    }
    return words_ ? tr("words, α from 0 to 1") : tr("pieces, α from 0 to 1");
}

void HeatmapView::showCaption() {
    const QString text = caption();
    caption_->setText(text);
    caption_->setToolTip(text);
    // The plot itself is mute to a screen reader.
    setAccessibleDescription(text);
}

// Pointer and keyboard

void HeatmapView::hover(const QPointF &position) {
    pointed_ = plot_->cellAt(position);
    Selection selection;
    const HeatmapData &data = plot_->data();
    const int row = pointed_ ? pointed_->row : plot_->rowLabelAt(position);
    const int column = pointed_ ? pointed_->column : plot_->columnLabelAt(position);
    if (row >= 0)
        selection.step = data.rows[static_cast<std::size_t>(row)].begin;
    if (column >= 0)
        selection.source = data.columns[static_cast<std::size_t>(column)].begin;
    plot_->setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewpoint_->setHovered(selection);
    showCaption();
}

void HeatmapView::press(const QPointF &position) {
    const std::optional<HeatmapCell> cell = plot_->cellAt(position);
    const int row = cell ? cell->row : plot_->rowLabelAt(position);
    const int column = cell ? cell->column : plot_->columnLabelAt(position);
    setFocus(Qt::MouseFocusReason);
    if (cell)
        cursor_ = cell;
    if (row >= 0) {
        jumpToRow(row);
    } else if (column >= 0) {
        Selection selection = viewpoint_->selected();
        const int source = plot_->data().columns[static_cast<std::size_t>(column)].begin;
        selection.source = selection.source == source ? -1 : source;
        viewpoint_->setSelected(selection);
    }
    showMarks();
}

void HeatmapView::jumpToRow(int row) {
    const HeatmapEntry entry = plot_->data().rows[static_cast<std::size_t>(row)];
    viewpoint_->setMoment(endOfStep(entry.end - 1, viewpoint_->extent()));
}

void HeatmapView::moveCursor(int rows, int columns) {
    const HeatmapData &data = plot_->data();
    if (data.empty())
        return;
    if (!cursor_) {
        cursor_ =
            HeatmapCell{std::max(0, plot_->marks().currentRow), std::max(0, plot_->marks().column)};
    } else {
        cursor_->row = std::clamp(cursor_->row + rows, 0, static_cast<int>(data.rows.size()) - 1);
        cursor_->column =
            std::clamp(cursor_->column + columns, 0, static_cast<int>(data.columns.size()) - 1);
    }
    pointed_.reset();
    viewpoint_->setHovered({data.columns[static_cast<std::size_t>(cursor_->column)].begin,
                            data.rows[static_cast<std::size_t>(cursor_->row)].begin});
    showMarks();
    showCaption();
}

bool HeatmapView::eventFilter(QObject *watched, QEvent *event) {
    if (watched != plot_)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::MouseMove:
            hover(static_cast<QMouseEvent *>(event)->position());
            break;
        case QEvent::MouseButtonPress:
            if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
                press(static_cast<QMouseEvent *>(event)->position());
            break;
        case QEvent::Leave:
            pointed_.reset();
            viewpoint_->setHovered({});
            showCaption();
            break;
        case QEvent::ToolTip: {
            const auto *help = static_cast<QHelpEvent *>(event);
            QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), plot_);
            return true;
        }
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

QString HeatmapView::toolTipAt(const QPoint &position) const {
    const HeatmapData &data = plot_->data();
    if (const auto cell = plot_->cellAt(position))
        return cellText(*cell).toHtmlEscaped();
    if (const int row = plot_->rowLabelAt(position); row >= 0)
        return data.rows[static_cast<std::size_t>(row)].label.left(400).toHtmlEscaped();
    if (const int column = plot_->columnLabelAt(position); column >= 0)
        return data.columns[static_cast<std::size_t>(column)].label.left(400).toHtmlEscaped();
    return {};
}

bool HeatmapView::event(QEvent *event) {
    // The window's shortcuts for time also use the arrows; with the focus here, they are the
    // cursor's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool ours = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right ||
                          key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (ours && !(key->modifiers() & ~Qt::KeypadModifier)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void HeatmapView::keyPressEvent(QKeyEvent *event) {
    if (event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
        case Qt::Key_Left:
            moveCursor(0, -1);
            break;
        case Qt::Key_Right:
            moveCursor(0, 1);
            break;
        case Qt::Key_Up:
            moveCursor(-1, 0);
            break;
        case Qt::Key_Down:
            moveCursor(1, 0);
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (cursor_)
                jumpToRow(cursor_->row);
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void HeatmapView::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    // Someone who comes by keyboard needs to see where they are.
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
        reason == Qt::ShortcutFocusReason)
        moveCursor(0, 0);
    showMarks();
    showCaption();
}

void HeatmapView::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    if (cursor_ && !pointed_)
        viewpoint_->setHovered({});
    showMarks();
    showCaption();
}

void HeatmapView::contextMenuEvent(QContextMenuEvent *event) {
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("heatmapMenu"));
    menu.addAction(wordsAction_);
    menu.addSeparator();
    QAction *copy = menu.addAction(tr("&Copy picture"), this, &HeatmapView::copyPicture);
    QAction *exporting =
        menu.addAction(tr("&Export heatmap…"), this, &HeatmapView::exportRequested);
    copy->setEnabled(!plot_->data().empty());
    exporting->setEnabled(!plot_->data().empty());
    menu.exec(event->globalPos());
}

void HeatmapView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void HeatmapView::applyTheme() {
    const Theme &theme = Theme::of(palette());
    QPalette muted;
    // On a background of the role Base, labels write in the role Text.
    muted.setColor(QPalette::WindowText, theme.mutedText);
    muted.setColor(QPalette::Text, theme.mutedText);
    message_->setPalette(muted);
    caption_->setPalette(muted);
}

}  // namespace widgets
