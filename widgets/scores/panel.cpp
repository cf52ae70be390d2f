// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scores/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/panel/attention_hand.h"
#include "widgets/panel/fixed_vector.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/scores/whatif.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/comparison.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double lowView = 14;  // lines of text below which a view is low

/// The rows with the largest values, in words.
QString strongest(const ScoresContent &content, const QStringList &labels, const ScoresBars *part) {
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
    return joined(parts);
}

std::vector<float> values(const model::Row &row) {
    return {row.data(), row.data() + row.size()};
}

}  // namespace

ScoresPanel::ScoresPanel(Viewpoint *viewpoint, QWidget *parent)
    : Panel(viewpoint, QStringLiteral("scoresView"), title(), parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    giveVoice(*this);
    buildParts();
}

void ScoresPanel::buildParts() {
    auto *body = new QWidget(this);
    caption_ = new QLabel(body);
    caption_->setObjectName(QStringLiteral("scoresCaption"));
    caption_->setTextFormat(Qt::PlainText);
    caption_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    caption_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const int pad = fontMetrics().height() / 2;
    caption_->setContentsMargins(pad, pad / 2, pad, 0);
    scores_ = new ScoresBars(body);
    scores_->setObjectName(QStringLiteral("scores"));
    inEveryLanguage(*scores_, [this] { scores_->setAccessibleName(tr("Scores")); });
    softmax_ = new ScoresBars(body);
    softmax_->setObjectName(QStringLiteral("softmax"));
    inEveryLanguage(*softmax_, [this] { softmax_->setAccessibleName(tr("Softmax")); });
    scrollBar_ = new QScrollBar(Qt::Vertical, body);
    scrollBar_->setObjectName(QStringLiteral("scoresScrollBar"));
    inEveryLanguage(*scrollBar_, [this] { scrollBar_->setAccessibleName(tr("Words in view")); });
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(scores_, 11);
    columns->addWidget(softmax_, 12);
    columns->addWidget(scrollBar_);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(2, 2, 2, 2);  // room for the focus frame
    layout->setSpacing(0);
    layout->addWidget(caption_);
    layout->addLayout(columns, 1);
    temperatureLine_ = buildTemperature(body);
    layout->addWidget(temperatureLine_);
    for (ScoresBars *part : {scores_, softmax_}) {
        connect(part, &ScoresBars::hovered, this, &ScoresPanel::hover);
        connect(part, &ScoresBars::pressed, this, &ScoresPanel::press);
        connect(scrollBar_, &QScrollBar::valueChanged, part, &ScoresBars::setScroll);
    }
    setBody(body);
    buildHand();
    fixed_ = new FixedVector(viewpoint(), this);
    setInstead(fixed_);
}

QSize ScoresPanel::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 26, line * 15};
}

QSize ScoresPanel::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 14, line * 8};
}

// Following the viewpoint

void ScoresPanel::refresh(Changes changes) {
    fixed_->refresh();
    if (changes & traceChange)
        followTrace();
    if (hand_->holds() && !hand_->holds(viewpoint()->step()))
        hand_->letGo();
    if (changes & (traceChange | momentChange))
        showStep();
    else if (changes & selectionChange)
        followSelection();
    if (changes & appearanceChange)
        applyTheme();
}

void ScoresPanel::followTrace() {
    labels_.clear();
    shownStep_ = -1;
    scoreRange_ = {};
    followed_ = viewpoint()->trace();
    if (const model::Trace *trace = followed_.get()) {
        labels_ = labelsOf(trace->source);
        for (const auto &step : trace->steps)
            for (const float score : step->scores)
                scoreRange_.include(static_cast<double>(score));
    }
}

QString ScoresPanel::emptyMessage() const {
    const model::Trace *trace = viewpoint()->trace().get();
    if (!trace)
        return tr("Type something above to see how its words are scored.");
    if (!trace->hasAttention())
        return tr(
            "This model has no attention, so it gives the source words no scores: every step is "
            "given the vector below. Choose a model with attention to see scores.");
    if (trace->steps.empty())
        return tr("There is no word yet. The scores for the first one will be here.");
    if (viewpoint()->step() < 0)
        return tr(
            "The source is still being read. Scores begin with the first word: Space plays on, "
            "Ctrl+→ goes there.");
    return {};
}

QString ScoresPanel::caption() const {
    const int step = viewpoint()->step();
    const QString number = QString::number(step + 1);
    const bool known =
        progress(viewpoint()->moment(), viewpoint()->extent(), Stage::word, step) >= 1;
    const model::Trace &trace = *viewpoint()->trace();
    QString text = tr("step %1").arg(number);
    if (known)
        text = tr("step %1: “%2”")
                   .arg(number, pieceLabel(trace.target[static_cast<std::size_t>(step)]));
    const QString decided = decidedText(trace, step);
    return decided.isEmpty() ? text : tr("%1; by hand: %2").arg(text, decided);
}

void ScoresPanel::showStep() {
    setMessage(emptyMessage());
    // Behind another panel, the size may change before the trace is followed.
    if (!message().isEmpty() || followed_ != viewpoint()->trace())
        return;
    const int index = viewpoint()->step();
    const model::StepTrace &step = *viewpoint()->trace()->steps[static_cast<std::size_t>(index)];
    caption_->setText(caption());
    caption_->setToolTip(plainToolTip(caption()));
    showScores(step, index);
    showSoftmax(step, index);
    updateScrolling();
    if (std::exchange(shownStep_, index) != index)
        revealStrongest();
    if (pointedAt_ >= 0)
        hover(pointedAt_);  // what is pointed at belongs to another step
    describe();
}

void ScoresPanel::showScores(const model::StepTrace &step, int index) {
    ScoresContent content;
    content.title = tr("score eᵢⱼ");
    content.labels = labels_;
    content.values = values(step.scores);
    content.rows = static_cast<int>(labels_.size());
    content.range = scoreRange_;
    content.progress = progress(viewpoint()->moment(), viewpoint()->extent(), Stage::score, index);
    content.sign = true;
    content.footed = !low_;
    content.marked = viewpoint()->markedSource();
    scores_->setContent(std::move(content));
}

void ScoresPanel::showSoftmax(const model::StepTrace &step, int index) {
    ScoresContent content;
    content.whatIf = temperature_ != 1;
    if (content.whatIf) {
        content.title = whatIf();
        content.values = softmaxOf(spanOf(step.scores), temperature_);
        content.outlines = values(step.weights);
    } else {
        const bool held = hand_->holds(index);
        content.title = held || step.weightsForced ? tr("αᵢⱼ set by hand") : tr("softmax αᵢⱼ");
        content.values = values(held ? hand_->weights(index) : step.weights);
        // What the reference did, where that can be compared.
        const auto original = viewpoint()->referenceOfSource();
        if (original && original->hasAttention() &&
            sameUpTo(*original, *viewpoint()->trace(), index))
            content.outlines = values(original->step(index).weights);
    }
    content.rows = static_cast<int>(labels_.size());
    content.range = {0, 1};
    content.progress =
        progress(viewpoint()->moment(), viewpoint()->extent(), Stage::softmax, index);
    content.decimals = 3;
    content.share = true;
    content.numbersBeside = true;
    content.attention = true;
    content.marked = viewpoint()->markedSource();
    content.draggable = canChange();
    content.barTip =
        tr("Drag a bar to give its word more attention or less: the others give way. The keys + "
           "and − do so for the marked word.");
    if (content.progress > 0)
        for (const float value : exponentials(spanOf(step.scores), temperature_))
            content.column.append(shareText(static_cast<double>(value)));
    nameExponentials(content);
    const double sum = std::accumulate(content.values.begin(), content.values.end(), 0.0);
    content.footer = tr("Σ = %1").arg(numberText(sum, {.decimals = 3}));
    content.footed = !low_;
    softmax_->setContent(std::move(content));
    showSum();
}

void ScoresPanel::describe() {
    for (ScoresBars *part : {scores_, softmax_}) {
        const ScoresContent &content = part->content();
        part->setAccessibleDescription(
            content.progress < 1 ? tr("not yet computed")
                                 : tr("largest: %1. %2")
                                       .arg(strongest(content, labels_, part), content.footer)
                                       .trimmed());
    }
    const QString whole =
        temperature_ == 1 ? caption() : tr("%1 %2", "two sentences").arg(caption(), whatIf());
    const int row = viewpoint()->markedSource();
    say(*this, row < 0 ? whole : tr("%1. %2").arg(spokenRow(row), whole));
}

/// The numbers of a row: "“chat”: score +1.23, α 0.830".
QString ScoresPanel::spokenRow(int row) const {
    const model::StepTrace &step =
        *viewpoint()->trace()->steps[static_cast<std::size_t>(viewpoint()->step())];
    const bool scored = scores_->content().progress >= 1;
    const bool weighed = softmax_->content().progress >= 1;
    const QString unknown = tr("not yet computed");
    const QString text =
        tr("“%1”: score %2, α %3")
            .arg(labels_.value(row), scored ? scores_->numberText(row) : unknown,
                 weighed ? exactText(static_cast<double>(step.weights(row)), 3) : unknown);
    if (weighed && softmax_->content().whatIf)
        return tr("%1; %2: %3").arg(text, whatIf(), softmax_->numberText(row));
    return text;
}

void ScoresPanel::followSelection() {
    if (!message().isEmpty() || followed_ != viewpoint()->trace())
        return;
    const int marked = viewpoint()->markedSource();
    for (ScoresBars *part : {scores_, softmax_}) {
        ScoresContent content = part->content();
        content.marked = marked;
        part->setContent(std::move(content));
    }
    describe();
    if (marked >= 0 && pointedAt_ < 0)  // rows must not move away under the pointer
        reveal(marked);
}

void ScoresPanel::resizeEvent(QResizeEvent *event) {
    Panel::resizeEvent(event);
    fitHeight();
    updateScrolling();
    revealStrongest();
}

void ScoresPanel::fitHeight() {
    const bool low = !still_ && height() < lowView * fontMetrics().height();
    if (std::exchange(low_, low) == low)
        return;
    slider_->setTickPosition(low ? QSlider::NoTicks : QSlider::TicksBelow);
    caption_->setVisible(!low);
    sum_->setVisible(low);
    if (shownStep_ >= 0)  // else it has not been in view: what is shown comes with that
        showStep();
}

void ScoresPanel::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    painter.fillRect(rect(), theme.surface);
    drawFocusFrame(painter, *this);
}

void ScoresPanel::focusInEvent(QFocusEvent *event) {
    Panel::focusInEvent(event);
    update();
}

void ScoresPanel::focusOutEvent(QFocusEvent *event) {
    Panel::focusOutEvent(event);
    if (!dragging_)
        hand_->letGo();
    update();
}

void ScoresPanel::applyTheme() {
    const Theme theme = Theme::of(*this);
    QPalette muted;
    // On a background of the role Base, labels write in the role Text.
    muted.setColor(QPalette::WindowText, theme.mutedText);
    muted.setColor(QPalette::Text, theme.mutedText);
    caption_->setPalette(muted);
    QPalette hue;
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        hue.setColor(role, theme.role(Role::attention));
    sum_->setPalette(hue);
    QFont bold = font();
    bold.setBold(true);
    sum_->setFont(bold);
    showTemperature();
    updateScrolling();
    update();
}

}  // namespace widgets
