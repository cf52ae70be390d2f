// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/track.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/label.h"
#include "widgets/drawing/theme.h"
#include "widgets/drawing/vector_paint.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/language.h"
#include "widgets/text/piece_label.h"
#include "widgets/text/use_names.h"

namespace widgets {
namespace {

constexpr double gap = 1.5;     // between neighbouring segments, on either side
constexpr double radius = 3.0;  // of their corners

/// The context of the bottleneck is what the encoder ended with: nothing is attended to.
Role roleOf(Stage stage, bool attends) {
    switch (stage) {
        case Stage::embed:
        case Stage::forward:
        case Stage::backward:
            return Role::source;
        case Stage::score:
        case Stage::softmax:
        case Stage::context:
            return attends ? Role::attention : Role::source;
        case Stage::state:
            return Role::state;
        case Stage::word:
            return Role::target;
    }
    return Role::target;
}

QString stageName(Stage stage) {
    switch (stage) {
        case Stage::embed:
            return TimelineTrack::tr("embedding");
        case Stage::forward:
            return TimelineTrack::tr("forward");
        case Stage::backward:
            return TimelineTrack::tr("backward");
        case Stage::score:
            return TimelineTrack::tr("score");
        case Stage::softmax:
            return TimelineTrack::tr("softmax");
        case Stage::context:
            return TimelineTrack::tr("context");
        case Stage::state:
            return TimelineTrack::tr("state");
        case Stage::word:
            return TimelineTrack::tr("word");
    }
    return {};
}

QRectF inset(const QRectF &rect) {
    const double by = std::min(gap, rect.width() / 8);
    return rect.adjusted(by, 0.5, -by, -0.5);
}

/// Of the track, for the reading: the place of a word and a half, and more where there are many.
double readingShare(int steps) {
    return std::max(0.16, 1.5 / (1.5 + steps));
}

// In lines of text.
constexpr double narrowestReading = 5;
constexpr double widestReading = 24;
constexpr double focusedStep = 4.5;

void drawBox(QPainter &painter, const QRectF &rect, const QBrush &brush, const QPen &pen) {
    const double corner = std::min(radius, rect.width() / 4);
    painter.setBrush(brush);
    painter.setPen(pen);
    painter.drawRoundedRect(rect, corner, corner);
}

}  // namespace

TimelineTrack::TimelineTrack(Viewpoint *viewpoint, QWidget *parent)
    : QAbstractSlider(parent), viewpoint_(viewpoint) {
    giveVoice(*this, QAccessible::Slider);
    setObjectName("timelineTrack");
    setMouseTracking(true);
    setOrientation(Qt::Horizontal);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    connect(viewpoint, &Viewpoint::traceChanged, this, &TimelineTrack::follow);
    connect(viewpoint, &Viewpoint::referenceChanged, this, [this] {
        othersKey_ = {};  // its words are compared with another translation
        follow();
    });
    connect(viewpoint, &Viewpoint::momentChanged, this, &TimelineTrack::follow);
    connect(viewpoint, &Viewpoint::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractSlider::valueChanged, this, [this](int value) {
        if (!following_)
            viewpoint_->setMoment(momentAt(value, viewpoint_->extent()));
    });
    inEveryLanguage(*this, [this] {
        setAccessibleName(tr("Timeline"));
        // What was measured and painted of the word for the end.
        widths_.clear();
        othersKey_ = {};
        follow();
    });
}

void TimelineTrack::follow() {
    const Extent extent = viewpoint_->extent();
    if (std::exchange(wordsOf_, viewpoint_->trace()) != viewpoint_->trace())
        readWords();
    if (std::exchange(extent_, extent) != extent && held_) {
        held_.reset();  // they belong to another translation
        held_ = places();
    }
    following_ = true;
    setRange(0, momentCount(extent));
    setPageStep(wordStages(extent));
    setValue(static_cast<int>(std::floor(position(viewpoint_->moment(), extent))));
    following_ = false;
    setEnabled(momentCount(extent) > 0);
    say(*this, caption());
    update();
}

QRectF TimelineTrack::trackRect() const {
    const double side = fontMetrics().height() * 0.5;
    return QRectF(rect()).adjusted(side, fontMetrics().height() * 0.55, -side,
                                   -fontMetrics().height() * 1.25);
}

TimelineGeometry TimelineTrack::places() const {
    if (held_)
        return *held_;
    const double em = fontMetrics().height();
    const double share = readingShare(viewpoint_->extent().steps);
    return {trackRect(),
            viewpoint_->extent(),
            {.reading =
                 std::clamp(trackRect().width() * share, narrowestReading * em, widestReading * em),
             .focused = focusedStep * em,
             .focus = viewpoint_->step()}};
}

int TimelineTrack::widthForWords(int least) const {
    const int steps = viewpoint_->extent().steps;
    const double em = fontMetrics().height();
    double box = 0;
    for (int step = 0; step < steps; ++step)
        box = std::max(box, std::ceil(labelWidth(font(), label(step)) + em * 0.3 + 2 * gap) + 1);
    const double all = box * (steps - 1) + std::max(box, focusedStep * em);
    const double share = readingShare(steps);
    const double reading =
        std::clamp(all * share / (1 - share), narrowestReading * em, widestReading * em);
    const double sides = width() - trackRect().width();
    return std::max(least, static_cast<int>(std::ceil(all + reading + sides)));
}

QSize TimelineTrack::sizeHint() const {
    return {fontMetrics().height() * 40, static_cast<int>(std::ceil(fontMetrics().height() * 4.1))};
}

QSize TimelineTrack::minimumSizeHint() const {
    return {fontMetrics().height() * 12, sizeHint().height()};
}

QString TimelineTrack::label(int step) const {
    return pieceLabel(viewpoint_->trace()->target[static_cast<std::size_t>(step)]);
}

QString TimelineTrack::readingLabel() const {
    if (viewpoint_->trace()->source.picture())
        return tr("looking at the picture");
    const QString sentence = sourceTitle(viewpoint_->trace()->source);
    return tr("reading “%1”").arg(sentence);
}

QString TimelineTrack::caption() const {
    const Extent extent = viewpoint_->extent();
    const Moment &moment = viewpoint_->moment();
    if (momentCount(extent) == 0)
        return {};
    const int number = moment.index + 1;
    if (moment.reading())
        return tr("reading · %1 %2 of %3")
            .arg(stageName(moment.stage))
            .arg(number)
            .arg(extent.source);
    const QString step = tr("step %1 of %2").arg(number).arg(extent.steps);
    const QString stage = stageName(moment.stage);
    // Named once it is written, since the boxes of many words are too narrow for them.
    return progress(moment, extent, Stage::word, moment.index) < 1
               ? tr("%1 · %2").arg(step, stage)
               : tr("%1 · %2 “%3”").arg(step, stage, label(moment.index));
}

void TimelineTrack::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(*this);
    const TimelineGeometry places = this->places();
    const Extent extent = viewpoint_->extent();
    if (momentCount(extent) == 0) {
        drawBox(painter, inset(trackRect()), Qt::NoBrush,
                theme.pen(theme.outline, 1, Qt::DashLine));
        return;
    }
    if (paintsVectors(painter))
        paintOthers(painter, theme);
    else
        painter.drawPixmap(0, 0, others(theme));
    if (extent.source > 0)
        paintReading(painter, theme, inset(places.reading()));
    if (const int step = viewpoint_->step(); step >= 0)
        paintStep(painter, theme, step, inset(places.step(step)));
    paintPlayhead(painter, theme);
    drawFocusFrame(painter, *this);
}

const QPixmap &TimelineTrack::others(const Theme &theme) const {
    const OthersKey key{viewpoint_->trace(),
                        size(),
                        devicePixelRatioF(),
                        theme.surface.rgb(),
                        viewpoint_->step(),
                        viewpoint_->markedStep(),
                        font()};
    if (key == othersKey_)
        return others_;
    othersKey_ = key;
    others_ = QPixmap(key.size * key.ratio);
    others_.setDevicePixelRatio(key.ratio);
    others_.fill(Qt::transparent);
    QPainter painter(&others_);
    painter.setFont(font());
    paintOthers(painter, theme);
    return others_;
}

void TimelineTrack::paintOthers(QPainter &painter, const Theme &theme) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const TimelineGeometry places = this->places();
    spread_ = viewpoint_->extent().steps > 1 && crowded();
    for (int step = 0; step < viewpoint_->extent().steps; ++step)
        if (step != viewpoint_->step())
            paintStep(painter, theme, step, inset(places.step(step)));
    paintSpread(painter, theme);
    painter.restore();
}

void TimelineTrack::paintReading(QPainter &painter, const Theme &theme, const QRectF &rect) const {
    const TimelineGeometry places = this->places();
    const double now = position(viewpoint_->moment(), viewpoint_->extent());
    const double done = std::min(places.x(now), rect.right());
    drawBox(painter, rect, theme.surface, Qt::NoPen);
    painter.save();
    painter.setClipRect(QRectF(rect.topLeft(), QPointF(done, rect.bottom())));
    drawBox(painter, rect, theme.strongFill(Role::source), Qt::NoPen);
    painter.restore();
    const QPen line = theme.pen(theme.role(Role::source), 1);
    drawBox(painter, rect, Qt::NoBrush, line);
    // Between the embeddings and each of the passes.
    painter.setPen(line);
    const int stages = readingStages(viewpoint_->extent());
    for (int pass = 1; pass < stages; ++pass) {
        const double x = rect.left() + rect.width() * pass / stages;
        painter.drawLine(QPointF(x, rect.bottom() - 4), QPointF(x, rect.bottom()));
    }
    painter.setPen(theme.text);
    drawLabel(painter, rect, Qt::AlignCenter, writtenReading(rect));
}

QString TimelineTrack::writtenReading(const QRectF &rect) const {
    const double margin = fontMetrics().height() * 0.4;
    return elidedLabel(font(), readingLabel(), std::floor(rect.width() - 2 * margin));
}

void TimelineTrack::paintStep(QPainter &painter, const Theme &theme, int step,
                              const QRectF &rect) const {
    const Extent extent = viewpoint_->extent();
    const double done = progress(viewpoint_->moment(), extent, Stage::word, step);
    const bool current = step == viewpoint_->step();
    const QColor frame = done >= 1 || current ? theme.role(Role::target) : theme.outline;
    QColor brush = done >= 1 ? theme.fill(Role::target) : theme.surface;
    if (current && done >= 1)
        brush = theme.strongFill(Role::target);
    drawBox(painter, rect, done > 0 || current ? QBrush(brush) : QBrush(Qt::NoBrush),
            theme.pen(frame, current ? 1.5 : 1));
    paintChange(painter, theme, step, rect);
    if (current)
        paintStages(painter, theme, step, rect);
    if (step == viewpoint_->markedStep())
        drawBox(painter, rect, Qt::NoBrush, theme.pen(theme.emphasis, 1.5));
    const FittedLabel written = writtenStep(step, rect);
    painter.setFont(written.font);
    painter.setPen(done >= 1 ? theme.text : theme.pending);
    drawLabel(painter, labelPlace(step, rect), Qt::AlignCenter, written.text);
}

void TimelineTrack::paintStages(QPainter &painter, const Theme &theme, int step,
                                const QRectF &rect) const {
    const double height = rect.height() * 0.26;
    const Extent extent = viewpoint_->extent();
    const double width = (rect.width() - 4) / wordStages(extent);
    for (int number = 0; number < wordStages(extent); ++number) {
        const auto stage = static_cast<Stage>(static_cast<int>(firstStage(extent)) + number);
        const QRectF cell(rect.left() + 2 + number * width + 0.5, rect.bottom() - height - 2,
                          width - 1, height);
        const double done = progress(viewpoint_->moment(), extent, stage, step);
        painter.fillRect(cell, theme.outline);
        if (done > 0)
            painter.fillRect(QRectF(cell.topLeft(), QSizeF(cell.width() * done, cell.height())),
                             theme.role(roleOf(stage, extent.attends)));
    }
}

/// What is written in the box in which the playhead stands: reading, or the step in view.
QRectF TimelineTrack::writtenRect() const {
    const TimelineGeometry places = this->places();
    const int step = viewpoint_->step();
    const QRectF box = inset(step < 0 ? places.reading() : places.step(step));
    const FittedLabel written =
        step < 0 ? FittedLabel{writtenReading(box), font()} : writtenStep(step, box);
    if (written.text.isEmpty())
        return {};
    QRectF rect(0, 0, labelWidth(written.font, written.text), fontMetrics().height());
    rect.moveCenter(labelPlace(step, box).center());
    return rect;
}

QList<QLineF> TimelineTrack::playhead() const {
    const double beyond = fontMetrics().height() * 0.15;
    const double x = places().x(position(viewpoint_->moment(), viewpoint_->extent()));
    const QRectF track = trackRect().adjusted(0, -beyond, 0, beyond);
    const QRectF written = writtenRect().adjusted(-beyond, 0, beyond, 0);
    if (x < written.left() || x > written.right())
        return {QLineF(x, track.top(), x, track.bottom())};
    return {QLineF(x, track.top(), x, written.top()),
            QLineF(x, written.bottom(), x, track.bottom())};
}

void TimelineTrack::paintPlayhead(QPainter &painter, const Theme &theme) const {
    const double em = fontMetrics().height();
    const QRectF track = trackRect();
    const QList<QLineF> lines = playhead();
    const double x = lines.first().x1();
    painter.setPen(theme.pen(theme.emphasis, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
    painter.setPen(hasFocus() ? theme.pen(theme.role(Role::source), 2) : QPen(Qt::NoPen));
    painter.setBrush(theme.emphasis);
    painter.drawEllipse(QPointF(x, track.top() - em * 0.2), em * 0.28, em * 0.28);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    const double width = QFontMetricsF(bold).horizontalAdvance(caption()) + em * 0.5;
    const double left = std::clamp(x - width / 2, 0.0, std::max(this->width() - width, 0.0));
    painter.setPen(theme.text);
    painter.drawText(QRectF(left, track.bottom() + em * 0.15, width, em * 1.05), Qt::AlignCenter,
                     caption());
}

}  // namespace widgets
