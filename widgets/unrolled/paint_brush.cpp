// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/paint_brush.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <cmath>

#include "widgets/drawing/label.h"
#include "widgets/unrolled/text.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

constexpr double cornerRadius = 5;
constexpr double arrowHead = 5;
constexpr int smallestText = 6;  // pixels
constexpr double narrow = 7;     // what is narrower has no outline: there would be nothing else

}  // namespace

UnrolledBrush::UnrolledBrush(QPainter &painter, const UnrolledScene &scene)
    : p_(painter),
      scene_(scene),
      g_(scene.geometry),
      theme_(scene.theme),
      extent_(scene.content.extent()),
      small_(smallFont(scene.font)) {
    p_.setRenderHint(QPainter::Antialiasing);
}

// --- Shapes ---------------------------------------------------------------------------------

void UnrolledBrush::box(const QRectF &rect, const QString &text, const QColor &fill,
                        const QPen &pen, bool bold, const QColor &ink,
                        UnrolledGeometry::Labels labels) {
    const double inset = pen.widthF() / 2;
    const double radius = std::min(cornerRadius, rect.width() / 4);
    if (rect.width() < narrow) {
        p_.fillRect(rect, pen.widthF() > theme_.thickness(1) ? pen.color() : fill);
        return;
    }
    p_.setPen(pen);
    p_.setBrush(fill);
    p_.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    if (labels == UnrolledGeometry::Labels::none)
        return;
    const bool turned = labels == UnrolledGeometry::Labels::turned;
    const double room = (turned ? rect.height() : rect.width()) - 6;
    QFont font = turned ? small_ : scene_.font;
    if (turned)  // no larger than the box is wide, down to what can just be read
        font.setPixelSize(std::clamp(static_cast<int>(rect.width()), smallestText,
                                     QFontInfo(small_).pixelSize()));
    // A word that fits is not cut for being bold.
    const bool heavy = bold && labelWidth(boldened(small_, true), text) <= room;
    const auto [shown, fit] = fitted(text, std::max(room, 0.0), boldened(font, heavy),
                                     boldened(turned ? font : small_, heavy));
    p_.setFont(fit);
    p_.setPen(ink);
    if (!turned) {
        drawLabel(p_, rect, Qt::AlignCenter, shown);
        return;
    }
    p_.save();
    p_.translate(rect.center());
    p_.rotate(-90);
    // Wider than the box is high: the spacing of the line may not fit where its letters do.
    p_.drawText(QRectF(-rect.height() / 2, -rect.width(), rect.height(), 2 * rect.width()),
                Qt::AlignCenter, shown);
    p_.restore();
}

void UnrolledBrush::outline(const QRectF &rect, double radius) {
    if (rect.width() < narrow) {
        p_.fillRect(rect, theme_.window);
        return;
    }
    QPen pen = theme_.pen(theme_.pending, 1);
    pen.setDashPattern({3, 3});
    p_.setPen(pen);
    p_.setBrush(Qt::NoBrush);
    p_.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void UnrolledBrush::line(const QPointF &from, const QPointF &to, const QColor &color) {
    p_.setPen(theme_.pen(color, 1.2));
    p_.drawLine(from, to);
}

void UnrolledBrush::arrow(const QPointF &from, const QPointF &to, const QColor &color) {
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 3)
        return;
    line(from, to, color);
    const double head = arrowHead * theme_.lines;
    if (length < 2 * head)
        return;
    const QPointF along = way / length * head;
    const QPointF across(-along.y() * 0.6, along.x() * 0.6);
    p_.setPen(Qt::NoPen);
    p_.setBrush(color);
    p_.drawPolygon(QPolygonF{to, to - along + across, to - along - across});
}

/// Along a way of several parts, with its head at the end.
void UnrolledBrush::arrow(const QPolygonF &way, const QColor &color) {
    if (way.size() < 2)
        return;
    p_.setPen(theme_.pen(color, 1.2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    p_.setBrush(Qt::NoBrush);
    p_.drawPolyline(way.first(way.size() - 1));
    arrow(way[way.size() - 2], way.last(), color);
}

void UnrolledBrush::frame(const QRectF &rect, const QColor &color, double width) {
    const double inset = theme_.thickness(width) / 2;
    p_.setPen(theme_.pen(color, width));
    p_.setBrush(Qt::NoBrush);
    p_.drawRoundedRect(rect.adjusted(-inset, -inset, inset, inset), 2, 2);
}

void UnrolledBrush::vector(const StripPlace &place, Vector strip, int index) {
    const double shown = vectorProgress(scene_.moment, extent_, strip, index);
    if (place.rect.isEmpty())
        return;
    // A looked-up row is on its way from the table until the end of its stage.
    if (shown <= 0 || (strip == Vector::embedding && shown < 1)) {
        outline(place.rect, 2);
        return;
    }
    drawStrip(p_, place, scene_.content.values(strip, index), scene_.content.limit(strip), theme_,
              strip == Vector::context ? part(shown, 0.6, 1) : shown);
    edge(place);
}

void UnrolledBrush::edge(const StripPlace &place) {
    if (place.rect.width() < narrow)
        return;
    p_.setPen(theme_.pen(theme_.outline, 1));
    p_.setBrush(Qt::NoBrush);
    p_.drawRect(place.rect.adjusted(-0.5, -0.5, 0.5, 0.5));
}

// --- Encoder --------------------------------------------------------------------------------

void UnrolledBrush::sourceColumn(int source) {
    const QColor hue = theme_.role(Role::source);
    const double x = std::round(g_.sourceX(source)) + 0.5;
    const QRectF box = g_.sourceBox(source);
    const StripPlace embedding = g_.embedding(source);
    const QRectF annotation = g_.annotation(source);
    const bool read = g_.input().backward ? done(Stage::backward, extent_.source - 1 - source) > 0
                                          : done(Stage::forward, source) > 0;
    const bool wide = g_.sourcePitch() >= 2 * narrow;
    if (read && wide) {
        p_.setPen(Qt::NoPen);
        p_.setBrush(theme_.window);
        p_.drawRoundedRect(annotation, 4, 4);
    }
    if (wide && done(Stage::embed, source) > 0)
        line({x, box.top()}, {x, embedding.rect.bottom() + 1}, hue);
    if (wide && done(Stage::forward, source) > 0)
        line({x, embedding.rect.top() - 1}, {x, g_.forward(source).rect.bottom() + 1}, hue);
    const bool end = scene_.content.trace->source.isEnd(source);
    sourceBox(source, theme_.fill(Role::source), theme_.pen(hue, 1), false,
              end ? theme_.mutedText : theme_.text);
    vector(embedding, Vector::embedding, source);
    vector(g_.forward(source), Vector::forwardState, source);
    vector(g_.backward(source), Vector::backwardState, source);
}

void UnrolledBrush::encoder() {
    initial();
    const auto [first, last] = g_.visibleSources(scene_.visible.left(), scene_.visible.right());
    for (int source = first; source < last; ++source)
        sourceColumn(source);
    if (extent_.passes == 0)
        return;  // the cells of a picture do not follow one another
    const QColor hue = theme_.role(Role::source);
    // The arrows between two columns belong to the right one.
    for (int source = std::max(first, 1); source < std::min(last + 1, extent_.source); ++source) {
        const QRectF before = g_.forward(source - 1).rect;
        const QRectF after = g_.forward(source).rect;
        if (done(Stage::forward, source) > 0)
            arrow({before.right() + 1, before.center().y()}, {after.left() - 1, after.center().y()},
                  hue);
        const QRectF left = g_.backward(source - 1).rect;
        const QRectF right = g_.backward(source).rect;
        if (!left.isEmpty() && done(Stage::backward, extent_.source - source) > 0)
            arrow({right.left() - 1, right.center().y()}, {left.right() + 1, left.center().y()},
                  hue);
    }
}

/// The initial state, and from where it comes: both directions end in it.
void UnrolledBrush::initial() {
    const QColor hue = theme_.role(Role::source);
    if (extent_.passes > 0 && done(Stage::forward, extent_.source - 1) >= 1)
        arrow(g_.forwardEnd(), hue);
    if (done(Stage::backward, extent_.source - 1) >= 1)
        arrow(g_.backwardEnd(), hue);
    const StripPlace place = g_.initial();
    vector(place, Vector::initialState, -1);
    if (vectorProgress(scene_.moment, extent_, Vector::initialState, -1) <= 0)
        return;
    p_.setFont(small_);
    p_.setPen(theme_.mutedText);
    drawLabel(p_, g_.initialLabel(), Qt::AlignCenter, UnrolledText::stateLabel(-1));
}

void UnrolledBrush::sourceMarks() {
    const auto [first, last] = g_.visibleSources(scene_.visible.left(), scene_.visible.right());
    int most = -1;
    if (attention() && done(Stage::softmax, step()) > 0.5)
        scene_.content.joinedWeights(stepTrace().weights).maxCoeff(&most);
    const QColor hue = theme_.role(Role::source);
    for (int source = first; source < last; ++source) {
        const bool emphasised = most >= 0 && scene_.content.sourceGroup(source).first ==
                                                 scene_.content.sourceGroup(most).first;
        const bool picked = marked(source);
        if (!emphasised && !picked)
            continue;
        sourceBox(source, emphasised ? theme_.strongFill(Role::source) : theme_.fill(Role::source),
                  theme_.pen(picked ? theme_.emphasis : hue, 2), emphasised, theme_.text);
    }
}

// --- Decoder --------------------------------------------------------------------------------

void UnrolledBrush::word(int step, double shown, bool current) {
    const auto [first, last] = chosenGroup(step);
    const QRectF rect = g_.wordBox(first).united(g_.wordBox(last));
    const double radius = std::min(cornerRadius, rect.width() / 4);
    if (shown <= 0) {
        outline(rect, radius);
        return;
    }
    const QColor hue = theme_.role(Role::target);
    const double x = std::round(g_.stepX(step)) + 0.5;
    if (g_.stepPitch() >= 2 * narrow) {
        line({x, rect.bottom()}, {x, g_.state(step).rect.top() - 1}, hue);
        readoutNode(step);
    }
    const bool end =
        scene_.content.trace->target[static_cast<std::size_t>(step)].id == model::special::end;
    if (first != last && step != last && !current)
        return;  // with the last of them
    p_.setOpacity(shown);
    box(rect, first == last ? scene_.content.target.value(step) : scene_.content.targetText(step),
        current ? theme_.strongFill(Role::target) : theme_.fill(Role::target),
        theme_.pen(hue, current ? 2 : 1), current, end ? theme_.mutedText : theme_.text,
        first == last ? g_.stepLabels() : UnrolledGeometry::Labels::upright);
    wordBefore(first, last);
    p_.setOpacity(1);
}

/// As in the line of the translation, a word that is another is underlined; what stood there is
/// crossed out above it.
void UnrolledBrush::wordBefore(int first, int last) {
    const auto before = scene_.content.before(first, last);
    if (!before)
        return;
    const QRectF box = g_.wordBox(first).united(g_.wordBox(last));
    const double thick = theme_.thickness(2);
    const double inset = std::min(cornerRadius, box.width() / 4);
    const double y = box.bottom() - thick * 1.5 - 1;
    p_.setPen(theme_.pen(theme_.role(Role::attention), 2));
    p_.drawLine(QPointF(box.left() + inset, y), QPointF(box.right() - inset, y));
    const QRectF place = g_.wordBefore(first).united(g_.wordBefore(last));
    if (place.isEmpty() || before->isEmpty())
        return;
    QFont crossed = small_;
    crossed.setStrikeOut(true);
    p_.setFont(crossed);
    p_.setPen(theme_.mutedText);
    drawLabel(p_, place, Qt::AlignCenter,
              QFontMetricsF(crossed).elidedText(*before, Qt::ElideRight, place.width() - 4));
}

void UnrolledBrush::state(int step, bool current) {
    const StripPlace place = g_.state(step);
    const double y = place.rect.center().y();
    const QColor hue = theme_.role(Role::state);
    vector(place, Vector::decoderState, step);
    if (done(Stage::state, step) <= 0)
        return;
    const QRectF before = step > 0 ? g_.state(step - 1).rect : g_.initial().rect;
    arrow({before.right() + 1, y}, {place.rect.left() - 1, y}, hue);
    if (current)
        frame(place.rect, hue, 2);
}

void UnrolledBrush::stateLabels(int first, int last) {
    const double width = labelWidth(small_, UnrolledText::stateLabel(extent_.steps)) + 4;
    // Where columns are narrow, every second, third, … has its label.
    const int every = std::max(1, static_cast<int>(std::ceil(width / g_.stepPitch())));
    p_.setFont(small_);
    p_.setPen(theme_.mutedText);
    for (int i = first; i < last; ++i) {
        const double x = g_.stepX(i);
        const bool free = step() < 0 || std::abs(x - g_.stepX(step())) > width;
        if (i % every == 0 && free && done(Stage::state, i) > 0)
            drawLabel(
                p_, QRectF(x - width, g_.stateLabel(i).top(), 2 * width, g_.stateLabel(i).height()),
                Qt::AlignCenter, UnrolledText::stateLabel(i));
    }
}

void UnrolledBrush::finishedSteps() {
    auto [first, last] = g_.visibleSteps(scene_.visible.left(), scene_.visible.right());
    last = std::min(last + 1, g_.input().steps);
    earlierLinks(first, last);
    for (int i = first; i < last; ++i) {
        if (i == step())
            continue;
        word(i, done(Stage::word, i), false);
        state(i, false);
    }
    if (first < last)
        stateLabels(first, last);
}

/// What a word is chosen by: a node on the way from the state to it.
void UnrolledBrush::readoutNode(int step) {
    p_.setPen(theme_.pen(theme_.role(Role::target), 1.2));
    p_.setBrush(theme_.surface);
    p_.drawEllipse(g_.readout(step));
}

/// What the readout of the step in view is computed from, as far as that has been computed: the
/// state, the context, and the word before, which goes into the state, too.
void UnrolledBrush::readout(int step) {
    const ReadoutWays ways = g_.readoutWays(step);
    if (ways.state.isEmpty())
        return;
    const QColor word = theme_.role(Role::target);
    const bool chosen = done(Stage::word, step) > 0;
    if (!chosen) {  // only into the state: around the corner where the ways part
        QPolygonF way = ways.word;
        way.last() = ways.input.first();
        arrow(way + ways.input.mid(1), word);
        return;
    }
    arrow(ways.word, word);
    arrow(ways.input, word);
    arrow(ways.state, theme_.role(Role::state));
    arrow(ways.context, theme_.role(attention() ? Role::attention : Role::source));
    const QString label = UnrolledText::readoutLabel(step);
    const QRectF place = g_.readoutLabel(step, labelWidth(small_, label));
    if (place.isEmpty())
        return;
    p_.setFont(small_);
    p_.setPen(word);
    drawLabel(p_, place, Qt::AlignLeft | Qt::AlignVCenter, label);
}

void UnrolledBrush::currentStep() {
    const int i = step();
    const double x = std::round(g_.stepX(i)) + 0.5;
    const QRectF label = g_.stateLabel(i);
    const double computed = done(Stage::state, i);
    if (i == 0) {  // there is no word before
        p_.setFont(small_);
        p_.setPen(theme_.mutedText);
        drawLabel(p_, g_.begin(), Qt::AlignCenter, QStringLiteral("y₀"));
    }
    if (computed > 0) {
        line({x, g_.context(i).rect.top() - 1}, {x, label.bottom()},
             theme_.role(attention() ? Role::attention : Role::source));
    }
    word(i, done(Stage::word, i), true);
    state(i, true);
    if (computed > 0)
        readout(i);
    p_.setFont(boldened(small_, true));
    p_.setPen(theme_.role(Role::state));
    p_.drawText(QRectF(x - 60, label.top(), 120, label.height()), Qt::AlignCenter,
                UnrolledText::stateLabel(i));
}

}  // namespace widgets
