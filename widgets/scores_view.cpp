// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scores_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/heatmap_data.h"
#include "widgets/viewpoint.h"

namespace widgets {
namespace {

/// The rows with the largest values, in words.
QString strongest(const ScoresContent &content, const QStringList &labels, const ScoresPart *part) {
    std::vector<int> rows(content.values.size());
    std::iota(rows.begin(), rows.end(), 0);
    const auto count = std::min<std::ptrdiff_t>(3, static_cast<std::ptrdiff_t>(rows.size()));
    std::partial_sort(rows.begin(), rows.begin() + count, rows.end(), [&](int a, int b) {
        return content.values[static_cast<std::size_t>(a)] >
               content.values[static_cast<std::size_t>(b)];
    });
    QStringList parts;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const int row = rows[static_cast<std::size_t>(i)];
        parts.append(labels[row] + u' ' + part->numberText(row));
    }
    return parts.join(QStringLiteral(", "));
}

std::vector<float> values(const model::Row &row) {
    return {row.data(), row.data() + row.size()};
}

}  // namespace

ScoresView::ScoresView(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint) {
    setObjectName(QStringLiteral("scoresView"));
    setAccessibleName(tr("Scores and softmax"));
    setFocusPolicy(Qt::StrongFocus);
    buildParts();
    applyTheme();
    connect(viewpoint_, &Viewpoint::traceChanged, this, &ScoresView::followTrace);
    connect(viewpoint_, &Viewpoint::momentChanged, this, &ScoresView::showStep);
    connect(viewpoint_, &Viewpoint::selectionChanged, this, &ScoresView::followSelection);
    followTrace();
}

void ScoresView::buildParts() {
    caption_ = new QLabel(this);
    caption_->setObjectName(QStringLiteral("scoresCaption"));
    caption_->setTextFormat(Qt::PlainText);
    caption_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const int pad = fontMetrics().height() / 2;
    caption_->setContentsMargins(pad, pad / 2, pad, 0);
    message_ = new QLabel(this);
    message_->setObjectName(QStringLiteral("scoresMessage"));
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    message_->setMargin(fontMetrics().height());
    body_ = new QWidget(this);
    scores_ = new ScoresPart(body_);
    scores_->setObjectName(QStringLiteral("scores"));
    scores_->setAccessibleName(tr("Scores"));
    softmax_ = new ScoresPart(body_);
    softmax_->setObjectName(QStringLiteral("softmax"));
    softmax_->setAccessibleName(tr("Softmax"));
    scrollBar_ = new QScrollBar(Qt::Vertical, body_);
    scrollBar_->setObjectName(QStringLiteral("scoresScrollBar"));
    auto *columns = new QHBoxLayout(body_);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(scores_, 11);
    columns->addWidget(softmax_, 9);
    columns->addWidget(scrollBar_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);  // room for the focus frame
    layout->setSpacing(0);
    layout->addWidget(caption_);
    layout->addWidget(body_, 1);
    layout->addWidget(message_, 1);
    for (ScoresPart *part : {scores_, softmax_}) {
        connect(part, &ScoresPart::hovered, this, &ScoresView::hover);
        connect(part, &ScoresPart::pressed, this, &ScoresView::press);
        connect(scrollBar_, &QScrollBar::valueChanged, part, &ScoresPart::setScroll);
    }
}

QSize ScoresView::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 26, line * 15};
}

QSize ScoresView::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 14, line * 8};
}

// Following the viewpoint

void ScoresView::followTrace() {
    labels_.clear();
    scoreRange_ = {};
    if (const model::Trace *trace = viewpoint_->trace().get()) {
        for (const model::Piece &piece : trace->source)
            labels_.append(pieceLabel(piece));
        for (const auto &step : trace->steps)
            for (const float score : step->scores)
                scoreRange_.include(static_cast<double>(score));
    }
    showStep();
}

QString ScoresView::message() const {
    const model::Trace *trace = viewpoint_->trace().get();
    if (!trace)
        return tr("Type a sentence to see how its words are scored.");
    if (!trace->hasAttention())
        return tr("This model has no attention, so it gives the source words no scores.");
    if (trace->steps.empty())
        return tr("The translation has no word yet.");
    if (viewpoint_->step() < 0)
        return tr(
            "The sentence is still being read. Scores begin with the first word of the "
            "translation.");
    return {};
}

QString ScoresView::caption() const {
    const int step = viewpoint_->step();
    const QString number = QLocale().toString(step + 1);
    const bool known = progress(viewpoint_->moment(), viewpoint_->extent(), Stage::word, step) >= 1;
    if (!known)
        return tr("step %1").arg(number);
    const QString word = pieceLabel(viewpoint_->trace()->target[static_cast<std::size_t>(step)]);
    return tr("step %1: “%2”").arg(number, word);
}

void ScoresView::showStep() {
    const QString text = message();
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    body_->setVisible(text.isEmpty());
    caption_->setVisible(text.isEmpty());
    if (!text.isEmpty()) {
        setAccessibleDescription(text);
        return;
    }
    const int index = viewpoint_->step();
    const model::StepTrace &step = *viewpoint_->trace()->steps[static_cast<std::size_t>(index)];
    caption_->setText(caption());
    caption_->setToolTip(caption());
    showScores(step, index);
    showSoftmax(step, index);
    updateScrolling();
    describe();
}

void ScoresView::showScores(const model::StepTrace &step, int index) {
    ScoresContent content;
    content.title = tr("score eᵢⱼ");
    content.labels = labels_;
    content.values = values(step.scores);
    content.rows = static_cast<int>(labels_.size());
    content.range = scoreRange_;
    content.progress = progress(viewpoint_->moment(), viewpoint_->extent(), Stage::score, index);
    content.sign = true;
    content.marked = viewpoint_->markedSource();
    scores_->setContent(std::move(content));
}

void ScoresView::showSoftmax(const model::StepTrace &step, int index) {
    ScoresContent content;
    content.title = step.weightsForced ? tr("weights αᵢⱼ, set by hand") : tr("softmax αᵢⱼ");
    content.values = values(step.weights);
    content.rows = static_cast<int>(labels_.size());
    content.range = {0, 1};
    content.progress = progress(viewpoint_->moment(), viewpoint_->extent(), Stage::softmax, index);
    content.decimals = 3;
    content.numbersBeside = true;
    content.attention = true;
    content.marked = viewpoint_->markedSource();
    const double sum = step.weights.cast<double>().sum();
    content.footer = tr("Σ = %1").arg(QString::number(sum, 'f', 3));
    softmax_->setContent(std::move(content));
}

void ScoresView::describe() {
    for (ScoresPart *part : {scores_, softmax_}) {
        const ScoresContent &content = part->content();
        part->setAccessibleDescription(
            content.progress < 1 ? tr("not yet computed")
                                 : tr("largest: %1. %2")
                                       .arg(strongest(content, labels_, part), content.footer)
                                       .trimmed());
    }
    setAccessibleDescription(caption());
}

void ScoresView::followSelection() {
    if (!body_->isVisibleTo(this))
        return;
    const int marked = viewpoint_->markedSource();
    for (ScoresPart *part : {scores_, softmax_}) {
        ScoresContent content = part->content();
        content.marked = marked;
        part->setContent(std::move(content));
    }
    if (marked >= 0 && !pointedAt_)  // rows must not move away under the pointer
        reveal(marked);
}

// Scrolling, pointer, keyboard

void ScoresView::updateScrolling() {
    const ScoresRows rows = scores_->rows();
    const int maximum = static_cast<int>(std::ceil(rows.maximumScroll()));
    scrollBar_->setRange(0, maximum);
    scrollBar_->setPageStep(static_cast<int>(rows.viewHeight()));
    scrollBar_->setSingleStep(static_cast<int>(rows.rowHeight));
    scrollBar_->setVisible(maximum > 0);
}

void ScoresView::reveal(int row) {
    const ScoresRows rows = scores_->rows();
    if (!rows.wholeRowVisible(row))
        scrollBar_->setValue(static_cast<int>(std::lround(rows.scrollTo(row))));
}

void ScoresView::hover(int row) {
    pointedAt_ = row >= 0;
    viewpoint_->setHovered(row < 0 ? Selection{}
                                   : Selection{.source = row, .step = viewpoint_->step()});
}

void ScoresView::press(int row) {
    setFocus(Qt::MouseFocusReason);
    Selection selection = viewpoint_->selected();
    selection.source = selection.source == row ? -1 : row;
    viewpoint_->setSelected(selection);
}

bool ScoresView::event(QEvent *event) {
    // The window's shortcuts for time also use keys that move the mark here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) &&
            !(key->modifiers() & ~Qt::KeypadModifier)) {
            event->accept();
            return true;
        }
    }
    // A layout of the parts is only known after the event.
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        updateScrolling();
    return handled;
}

void ScoresView::keyPressEvent(QKeyEvent *event) {
    const int way = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (way == 0 || labels_.isEmpty() || (event->modifiers() & ~Qt::KeypadModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    Selection selection = viewpoint_->selected();
    const int last = static_cast<int>(labels_.size()) - 1;
    selection.source =
        selection.source < 0 ? (way > 0 ? 0 : last) : std::clamp(selection.source + way, 0, last);
    viewpoint_->setSelected(selection);
    reveal(selection.source);
}

void ScoresView::wheelEvent(QWheelEvent *event) {
    if (scrollBar_->maximum() == 0) {
        QWidget::wheelEvent(event);
        return;
    }
    const int pixels = event->pixelDelta().isNull()
                           ? event->angleDelta().y() / 120 * scrollBar_->singleStep() * 3
                           : event->pixelDelta().y();
    scrollBar_->setValue(scrollBar_->value() - pixels);
    event->accept();
}

void ScoresView::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    updateScrolling();
}

void ScoresView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painter.fillRect(rect(), theme.surface);
    if (!hasFocus())
        return;
    painter.setPen(QPen(theme.role(Role::source), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void ScoresView::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    update();
}

void ScoresView::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    update();
}

void ScoresView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    if (event->type() == QEvent::FontChange)
        updateScrolling();
}

void ScoresView::applyTheme() {
    QPalette muted;
    muted.setColor(QPalette::WindowText, Theme::of(palette()).mutedText);
    message_->setPalette(muted);
    caption_->setPalette(muted);
    update();
}

}  // namespace widgets
