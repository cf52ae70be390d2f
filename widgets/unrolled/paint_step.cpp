// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to the step in view: numbers, links, context; and captions and marks.
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QStyle>
#include <cmath>
#include <numeric>

#include "widgets/drawing/held_frame.h"
#include "widgets/drawing/label.h"
#include "widgets/text/numbers.h"
#include "widgets/unrolled/paint_brush.h"
#include "widgets/unrolled/text.h"
#include "widgets/viewpoint/unit_edit.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

// The hue of the caption of a row.
Role roleOf(UnrolledRow row, bool attention) {
    switch (row) {
        case UnrolledRow::words:
        case UnrolledRow::readout:
            return Role::target;
        case UnrolledRow::states:
            return Role::state;
        case UnrolledRow::context:
        case UnrolledRow::links:
            return attention ? Role::attention : Role::source;
        default:
            return Role::source;
    }
}

}  // namespace

// --- Attention ------------------------------------------------------------------------------

/// Sources in the order in which their numbers get a place where they do not all fit: the heaviest,
/// what is marked, and the others from the heaviest down.
std::vector<int> UnrolledBrush::numberOrder(const model::Row &values, bool weights) const {
    const auto [first, last] = g_.visibleSources(scene_.visible.left(), scene_.visible.right());
    std::vector<int> order(static_cast<std::size_t>(std::max(last - first, 0)));
    std::iota(order.begin(), order.end(), first);
    if (weights)  // one for each word
        std::erase_if(order, [&](int j) { return scene_.content.sourceGroup(j).first != j; });
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return values[a] > values[b]; });
    if (!order.empty())
        std::stable_partition(order.begin() + 1, order.end(),
                              [&](int source) { return marked(source); });
    return order;
}

void UnrolledBrush::numberRow(bool weights, double opacity, double revealed) {
    if (opacity <= 0)
        return;
    const model::Row values =
        weights ? scene_.content.joinedWeights(stepTrace().weights) : stepTrace().scores;
    int most = -1;
    if (weights)
        values.maxCoeff(&most);
    const bool crowded = g_.sourcePitch() < g_.input().metrics.number;
    std::vector<QRectF> taken;
    p_.setOpacity(opacity);
    for (const int source : numberOrder(values, weights)) {
        if (source >= revealed * extent_.source)
            continue;
        const double weight = weights ? static_cast<double>(values[source]) : 0;
        const QFont font = boldened(small_, source == most || marked(source));
        const QString text =
            weights ? plainWeight(values[source]) : signedNumber(values[source], 1);
        const QRectF place = g_.number(source);
        const double width = labelWidth(font, text) + 6;
        const double x = weights ? sourceMiddle(source) : place.center().x();
        const QRectF rect(x - width / 2, place.top(), width, place.height());
        if (crowded && std::any_of(taken.begin(), taken.end(),
                                   [&](const QRectF &other) { return other.intersects(rect); }))
            continue;
        if (crowded && weights && weight < scene_.leastWeight && !marked(source))
            continue;
        taken.push_back(rect);
        p_.setFont(font);
        p_.setPen(weight >= 0.05 ? theme_.role(Role::attention) : theme_.mutedText);
        drawLabel(p_, rect, Qt::AlignCenter, text);
    }
    p_.setOpacity(1);
}

void UnrolledBrush::numbers() {
    if (!attention())
        return;
    const double softmax = done(Stage::softmax, step());
    numberRow(false, 1 - part(softmax, 0, 0.5), done(Stage::score, step()));
    numberRow(true, part(softmax, 0.5, 1), 1);
}

std::vector<UnrolledLink> UnrolledBrush::visibleLinks(const model::Row &weights) const {
    auto links = g_.links({weights.data(), static_cast<std::size_t>(weights.size())}, step());
    std::erase_if(links, [&](const UnrolledLink &link) {
        return std::max(link.from.x(), link.to.x()) < scene_.visible.left() ||
               std::min(link.from.x(), link.to.x()) > scene_.visible.right();
    });
    return links;
}

/// While scores are computed: every annotation is handed to the decoder, to be compared with the
/// state before. The lines are alike, since nothing is weighed yet.
void UnrolledBrush::comparison() {
    if (!attention())
        return;
    const double compared = done(Stage::score, step());
    const double left = 1 - part(done(Stage::softmax, step()), 0.5, 1);
    if (compared <= 0 || left <= 0)
        return;
    const auto pen = [&](Role role) { return theme_.pen(theme_.stroke(0.45 * left, role), 1); };
    p_.setBrush(Qt::NoBrush);
    p_.setPen(pen(Role::source));
    for (const UnrolledLink &link : visibleLinks(model::Row::Zero(extent_.source)))
        if (link.source < compared * extent_.source)
            p_.drawPath(link.path(1));
    const QRectF context = g_.context(step()).rect;
    const QRectF before = step() > 0 ? g_.stateLabel(step() - 1) : g_.initialLabel();
    p_.setPen(pen(Role::state));
    p_.drawLine(QPointF(before.center().x(), before.bottom()),
                QPointF(context.center().x(), context.top()));
    // In some models the word before asks, too.
    const ReadoutWays ways = g_.readoutWays(step());
    if (!scene_.content.trace->model->configuration().queryOfWord || ways.word.isEmpty())
        return;
    p_.setPen(pen(Role::target));
    p_.drawLine(ways.word.first(), QPointF(context.left() + context.width() / 4, context.top()));
}

/// The links of the attention: while the softmax weighs them they get their widths, and stay pale
/// until along each of them its share goes into the context.
void UnrolledBrush::links(double weighed, double grown) {
    constexpr double pale = 0.55;
    const model::Row weights = scene_.content.joinedWeights(stepTrace().weights);
    auto links = visibleLinks(weights);
    std::erase_if(links, [&](const UnrolledLink &link) {
        return scene_.content.sourceGroup(link.source).first != link.source ||
               (weights[link.source] < scene_.leastWeight && !marked(link.source));
    });
    std::ranges::for_each(links, [&](UnrolledLink &link) { moveToMiddle(link); });
    // The heaviest last, so that it lies on top.
    std::stable_sort(links.begin(), links.end(), [](const UnrolledLink &a, const UnrolledLink &b) {
        return a.width < b.width;
    });
    p_.setBrush(Qt::NoBrush);
    const double least = theme_.thickness(1);
    for (const UnrolledLink &link : links) {
        const double weight = std::clamp(static_cast<double>(weights[link.source]), 0.0, 1.0);
        // Opaque, blended with the surface beforehand: translucent curves take four times as long.
        // What weighs little fades; the root tells small weights apart.
        const double shade = 0.15 + 0.7 * std::sqrt(weight);
        const double strength = marked(link.source) ? std::min(2 * shade, 1.0) : shade;
        const double width = least + (std::max(link.width, least) - least) * weighed;
        const QColor arriving =
            theme_.stroke(pale * strength * part(weighed, 0, 0.5), Role::attention);
        QPen pen(arriving, width, Qt::SolidLine, Qt::FlatCap);
        if (weight < scene_.leastWeight)  // only marked: where it would be
            pen.setDashPattern({3, 4});
        if (grown < 1) {
            p_.setPen(pen);
            p_.drawPath(link.rest(grown));
        }
        if (grown > 0) {
            pen.setColor(theme_.stroke(strength, Role::attention));
            p_.setPen(pen);
            p_.drawPath(link.path(grown));
        }
    }
}

/// How wide links are in what is compared with, where that is seen to be another width: as
/// outlines, like those of bars.
void UnrolledBrush::linksBefore() {
    constexpr double leastChange = 0.02;
    const auto &compared = scene_.content.compared;
    const model::Row *other = compared ? compared->weights(step()) : nullptr;
    if (!other)
        return;
    const model::Row now = scene_.content.joinedWeights(stepTrace().weights);
    const model::Row before = scene_.content.joinedWeights(*other);
    p_.setBrush(Qt::NoBrush);
    p_.setPen(theme_.pen(theme_.role(Role::attention), 1));
    for (UnrolledLink &link : visibleLinks(before)) {
        const double weight = before[link.source];
        if (std::abs(weight - static_cast<double>(now[link.source])) < leastChange ||
            weight < scene_.leastWeight)
            continue;
        moveToMiddle(link);
        QPainterPathStroker outline;
        outline.setCapStyle(Qt::FlatCap);
        outline.setWidth(std::max(link.width, theme_.thickness(3)));
        p_.drawPath(outline.createStroke(link.path(1)));
    }
}

/// What the words before attended to, thin and pale, so that at the end all of the attention is
/// seen at once. Only of words in view, and not where these are a few pixels wide: hundreds of
/// curves take longer than anything else in the picture, and make a fog.
void UnrolledBrush::earlierLinks(int first, int last) {
    constexpr double leastShade = 0.03;  // what is paler is not seen
    constexpr double leastPitch = 4;
    if (!attention() || g_.stepPitch() < leastPitch)
        return;
    p_.setBrush(Qt::NoBrush);
    for (int i = first; i < std::min(last, extent_.steps); ++i) {
        if (i == step() || done(Stage::word, i) < 1)
            continue;
        auto [begin, end] = chosenGroup(i);
        if (step() >= begin && step() <= end)
            begin = end = i;  // one of them is in view by itself
        if (i != end)
            continue;  // with the last of them
        const model::Row weights = threadWeights(begin, end);
        for (int source = 0; source < extent_.source; ++source) {
            const double weight = std::clamp(static_cast<double>(weights[source]), 0.0, 1.0);
            const double shade = 0.5 * std::sqrt(weight);
            if (weight < scene_.leastWeight || shade < leastShade)
                continue;
            p_.setPen(theme_.pen(theme_.stroke(shade, Role::attention), 1.2));
            p_.drawPath(threadTo(source, begin, end).path(1));
        }
    }
}

void UnrolledBrush::crossing(double grown) {
    const auto links = g_.crossing(step());
    p_.setBrush(Qt::NoBrush);
    for (const UnrolledLink &link : links) {
        p_.setPen(QPen(theme_.role(Role::source), link.width, Qt::SolidLine, Qt::FlatCap));
        p_.drawPath(link.path(grown));
        if (link.source + 1 < extent_.source || !g_.input().backward)
            continue;
        // From the forward state, beside the backward one, up to the curve.
        const QRectF state = g_.forward(link.source).rect;
        p_.setPen(
            QPen(theme_.role(Role::source), link.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        p_.drawPolyline(QPolygonF{
            {state.right(), state.center().y()}, {link.from.x(), state.center().y()}, link.from});
    }
}

void UnrolledBrush::flow() {
    const double weighed = done(Stage::softmax, step());
    const double shown = done(Stage::context, step());
    const StripPlace place = g_.context(step());
    const double grown = part(shown, 0, 0.6);
    if (attention() && weighed > 0)
        links(weighed, grown);
    if (attention() && weighed >= 1)
        linksBefore();
    else if (!attention() && shown > 0)
        crossing(grown);
    p_.fillRect(place.rect, theme_.surface);
    vector(place, Vector::context, step());
    contextLabel();
}

/// Beside the context: what is being computed on the way to it, then what it is.
void UnrolledBrush::contextLabel() {
    const QRectF label = g_.contextLabel(step());
    const Stage stage = std::min(scene_.moment.stage, Stage::context);
    if (done(stage, step()) <= 0 || label.isEmpty())
        return;
    p_.setFont(boldened(scene_.font, true));
    p_.setPen(theme_.role(attention() ? Role::attention : Role::source));
    const bool right = label.left() > g_.context(step()).rect.left();
    const QString text = UnrolledText::contextLabel(scene_.content, step(), stage);
    const auto alignment = Qt::AlignVCenter | (right ? Qt::AlignLeft : Qt::AlignRight);
    // The links of the words before pass behind it.
    const QSizeF size(labelWidth(p_.font(), text), label.height());
    p_.fillRect(QStyle::alignedRect(Qt::LeftToRight, alignment, size.toSize(), label.toRect())
                    .adjusted(-3, 0, 3, 0),
                theme_.surface);
    p_.drawText(label, alignment | Qt::TextDontClip, text);
}

// --- Marks and captions ---------------------------------------------------------------------

void UnrolledBrush::stepMarks() {
    for (const Selection &selection : {scene_.selected, scene_.hovered}) {
        if (selection.step < 0 || selection.step >= g_.input().steps)
            continue;
        const QRectF box = g_.wordBox(selection.step);
        p_.setPen(theme_.pen(theme_.emphasis, 2));
        p_.setBrush(Qt::NoBrush);
        const double radius = std::min(5.0, box.width() / 4);
        p_.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius);
    }
}

StripPlace UnrolledBrush::placeOf(const Selection &selection) const {
    switch (selection.strip) {
        case Vector::embedding:
            return g_.embedding(selection.source);
        case Vector::forwardState:
            return g_.forward(selection.source);
        case Vector::backwardState:
            return g_.backward(selection.source);
        case Vector::context:
            if (selection.step == step() && step() >= 0)
                return g_.context(selection.step);
            break;
        case Vector::initialState:
            return g_.initial();
        case Vector::decoderState:
            return g_.state(selection.step);
        default:
            break;
    }
    return {};
}

void UnrolledBrush::heldMarks() {
    const model::Trace &trace = *scene_.content.trace;
    for (const UnitPlace &unit : heldUnits(trace)) {
        const Selection selection = selectionOf(trace, unit);
        const StripPlace place = placeOf(selection);
        const int cell = place.units.cell(selection.unit);
        const int index = stripIndex(selection);
        if (place.rect.isEmpty() ||
            vectorProgress(scene_.moment, extent_, selection.strip, index) <= 0)
            continue;
        // Of a unit that is left out, the strip as a whole.
        const QRectF rect = cell < 0 ? place.rect : place.cell(cell);
        drawHeldFrame(p_, theme_, rect.adjusted(-1.5, -1.5, 1.5, 1.5));
    }
}

void UnrolledBrush::unitMark(const Selection &selection) {
    const StripPlace place = placeOf(selection);
    // A unit that another view shows may be among those left out here: then the strip is marked.
    const int cell = place.units.cell(selection.unit);
    if (!place.rect.isEmpty() && cell >= 0)
        frame(place.cell(cell), theme_.emphasis, 1.5);
    else if (!place.rect.isEmpty())
        frame(place.rect, theme_.emphasis, 1.5);
}

void UnrolledBrush::captions() {
    const QFont bold = boldened(scene_.font, true);
    const double text = g_.input().metrics.text;
    const double small = g_.input().metrics.small;
    for (int i = 0; i < unrolledRowCount; ++i) {
        const auto row = static_cast<UnrolledRow>(i);
        const QRectF span = g_.row(row);
        if (span.height() <= 0)
            continue;
        const QString sub = UnrolledText::subCaption(row, g_, scene_.content, scene_.leastWeight);
        QRectF rect = g_.caption(row);
        rect.setTop(rect.top() + (sub.isEmpty() ? small / 2 : 0));
        rect.setHeight(text);
        p_.setFont(bold);
        p_.setPen(theme_.role(roleOf(row, attention())));
        p_.drawText(rect, Qt::AlignRight | Qt::AlignVCenter,
                    UnrolledText::caption(row, attention(),
                                          scene_.content.trace->source.picture() != nullptr));
        rect.translate(0, text);
        rect.setHeight(small);
        p_.setFont(small_);
        p_.setPen(theme_.mutedText);
        p_.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, sub);
    }
}

/// What the colours of the strips mean: they are the values of the units, up to a limit that is
/// fitted to them, of each kind of vector.
void UnrolledBrush::legend() {
    const QRectF place = g_.legend();
    if (place.isEmpty())
        return;
    const StripPlace bar = g_.legendBar();
    std::vector<float> values;
    values.reserve(static_cast<std::size_t>(bar.units.cells));
    for (int i = 0; i < bar.units.cells; ++i)
        values.push_back(2 * static_cast<float>(i) / static_cast<float>(bar.units.cells - 1) - 1);
    drawStrip(p_, bar, values, 1, theme_);
    p_.setPen(theme_.pen(theme_.outline, 1));
    p_.setBrush(Qt::NoBrush);
    p_.drawRect(bar.rect.adjusted(-0.5, -0.5, 0.5, 0.5));
    const double line = g_.input().metrics.small;
    const QRectF signs(bar.rect.left() - line, place.top(), bar.rect.width() + 2 * line, line);
    p_.setFont(small_);
    p_.setPen(theme_.mutedText);
    p_.drawText(signs, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("−"));
    p_.drawText(signs, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("+"));
    for (int i = 0; i < unrolledLegendLines; ++i)
        p_.drawText(g_.legendLine(i), Qt::AlignRight | Qt::AlignVCenter,
                    UnrolledText::range(scene_.content, i));
}

}  // namespace widgets
