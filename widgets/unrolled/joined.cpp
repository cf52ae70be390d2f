// SPDX-License-Identifier: GPL-3.0-or-later
// Words of several pieces that are shown as one: a box over their columns, and the sum of their
// attention. The vectors stay those of the pieces: the network has no others.
#include <algorithm>

#include "widgets/text/piece_label.h"
#include "widgets/unrolled/paint_brush.h"

namespace widgets {
namespace {

/// The word of a piece that is not a word by itself, else the label of the piece.
QString textOf(const std::vector<model::Word> &words, const QStringList &labels, int piece) {
    const int word = model::wordOf(words, piece);
    if (word < 0 || words[static_cast<std::size_t>(word)].pieceCount == 1)
        return labels.value(piece);
    return plainLabel(QString::fromStdString(words[static_cast<std::size_t>(word)].text));
}

}  // namespace

std::pair<int, int> UnrolledData::groupOf(const std::vector<model::Word> &words, int piece) {
    const int word = model::wordOf(words, piece);
    if (word < 0)
        return {piece, piece};
    const model::Word &found = words[static_cast<std::size_t>(word)];
    return {found.firstPiece, found.firstPiece + found.pieceCount - 1};
}

QString UnrolledData::sourceText(int piece) const {
    return textOf(sourceWords, source, piece);
}

QString UnrolledData::targetText(int piece) const {
    return textOf(targetWords, target, piece);
}

std::optional<QString> UnrolledData::before(int first, int last) const {
    QStringList others;
    bool any = false;
    for (int step = first; step <= last; ++step) {
        if (!compared || step < 0 || step >= static_cast<int>(compared->before.size()))
            return {};
        const auto &other = compared->before[static_cast<std::size_t>(step)];
        any = any || other;
        // Of a word of several pieces, also those that stayed.
        if (const QString text = other.value_or(target.value(step)); !text.isEmpty())
            others += text;
    }
    if (!any)
        return {};
    return others.join(first == last ? QStringLiteral(" ") : QString());
}

model::Row UnrolledData::joinedWeights(const model::Row &weights) const {
    model::Row joined = weights;
    for (const model::Word &word : sourceWords)
        if (word.firstPiece + word.pieceCount <= weights.size()) {
            joined.segment(word.firstPiece, word.pieceCount).setZero();
            joined[word.firstPiece] = weights.segment(word.firstPiece, word.pieceCount).sum();
        }
    return joined;
}

bool UnrolledBrush::marked(int source) const {
    const auto [first, last] = scene_.content.sourceGroup(source);
    const auto within = [first = first, last = last](int piece) {
        return piece >= first && piece <= last;
    };
    return within(scene_.hovered.source) || within(scene_.selected.source);
}

double UnrolledBrush::sourceMiddle(int source) const {
    const auto [first, last] = scene_.content.sourceGroup(source);
    return (g_.sourceX(first) + g_.sourceX(last)) / 2;
}

bool UnrolledBrush::leadsSource(int source) const {
    const int seen = g_.visibleSources(scene_.visible.left(), scene_.visible.right()).first;
    return source == std::max(scene_.content.sourceGroup(source).first, std::min(seen, source));
}

void UnrolledBrush::sourceBox(int source, const QColor &fill, const QPen &pen, bool bold,
                              const QColor &ink) {
    if (!leadsSource(source))
        return;
    const auto [first, last] = scene_.content.sourceGroup(source);
    box(g_.sourceBox(first).united(g_.sourceBox(last)), scene_.content.sourceText(source), fill,
        pen, bold, ink, first == last ? g_.sourceLabels() : UnrolledGeometry::Labels::upright);
}

std::pair<int, int> UnrolledBrush::chosenGroup(int step) const {
    const auto group = scene_.content.targetGroup(step);
    return done(Stage::word, group.second) >= 1 ? group : std::pair(step, step);
}

/// The ends of a link of the step in view, whose source is the first piece of a word.
void UnrolledBrush::moveToMiddle(UnrolledLink &link) const {
    const double shift = sourceMiddle(link.source) - g_.sourceX(link.source);
    link.from.rx() += shift;
    link.control1.rx() += shift;
}

/// What the pieces of a word that was said attended to, on average.
model::Row UnrolledBrush::threadWeights(int first, int last) const {
    model::Row weights = model::Row::Zero(extent_.source);
    for (int i = first; i <= last; ++i)
        weights += scene_.content.trace->step(i).weights;
    return scene_.content.joinedWeights(weights / static_cast<float>(last - first + 1));
}

/// A thread from the middle of a source word to the middle of these steps.
UnrolledLink UnrolledBrush::threadTo(int source, int first, int last) const {
    UnrolledLink thread = g_.thread(source, last);
    moveToMiddle(thread);
    const double shift = (g_.stepX(first) + g_.stepX(last)) / 2 - g_.stepX(last);
    thread.to.rx() += shift;
    thread.control2.rx() += shift;
    return thread;
}

}  // namespace widgets
