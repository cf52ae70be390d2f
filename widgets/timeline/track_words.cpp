// SPDX-License-Identifier: GPL-3.0-or-later
// The words on the track of the timeline: in the boxes of their steps or, where these are too
// narrow, some of them spread over all boxes.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "model/text/words.h"
#include "widgets/drawing/label.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/timeline/track.h"

namespace widgets {
namespace {

constexpr double between = 3;  // the boxes of two steps

}  // namespace

QFont TimelineTrack::narrowFont() const {
    QFont narrow = font();
    narrow.setPixelSize(QFontInfo(narrow).pixelSize() * 4 / 5);
    return narrow;
}

void TimelineTrack::readWords() {
    texts_.clear();
    words_.clear();
    widths_.clear();
    const model::Trace *trace = viewpoint_->trace().get();
    if (!trace)
        return;
    for (const model::Word &word : model::groupWords(trace->target, trace->translation)) {
        const QString text = plainLabel(QString::fromStdString(word.text));
        const bool end =
            trace->target[static_cast<std::size_t>(word.firstPiece)].id == model::special::end;
        const auto letters = std::count_if(text.begin(), text.end(),
                                           [](QChar letter) { return letter.isLetterOrNumber(); });
        texts_.append(text);
        words_.push_back({.begin = word.firstPiece,
                          .end = word.firstPiece + word.pieceCount,
                          .letters = end ? 0 : static_cast<int>(letters)});
    }
}

void TimelineTrack::measureWords() const {
    const QFont font = narrowFont();
    if (font == measured_ && static_cast<int>(widths_.size()) == viewpoint_->extent().steps)
        return;
    measured_ = font;
    widths_.clear();
    for (int step = 0; step < viewpoint_->extent().steps; ++step)
        widths_.push_back(labelWidth(font, label(step)));
    for (std::size_t i = 0; i < words_.size(); ++i)
        words_[i].width = labelWidth(font, texts_[static_cast<int>(i)]);
}

/// Whether the boxes of the steps are too narrow for their own words.
bool TimelineTrack::crowded() const {
    measureWords();
    // Words of a letter or two always have room, and say little.
    std::vector<double> longer;
    for (std::size_t step = 0; step < widths_.size(); ++step)
        if (label(static_cast<int>(step)).size() > 2)
            longer.push_back(widths_[step]);
    const int any = viewpoint_->step() == 0 ? viewpoint_->extent().steps - 1 : 0;
    return widgets::crowded(longer.empty() ? widths_ : longer,
                            places().step(any).width() - between);
}

std::vector<std::pair<QString, QRectF>> TimelineTrack::spreadWords() const {
    std::vector<std::pair<QString, QRectF>> spread;
    if (viewpoint_->extent().steps < 2 || !crowded())
        return spread;
    for (const TimelineLabel &label :
         spreadLabels(places(), words_, viewpoint_->extent().steps, viewpoint_->step(),
                      fontMetrics().height() * 0.6))
        spread.emplace_back(texts_[label.word], label.rect);
    return spread;
}

/// On plates that hide the sides of the boxes that a word lies on.
void TimelineTrack::paintSpread(QPainter &painter, const Theme &theme) const {
    const Extent extent = viewpoint_->extent();
    const TimelineGeometry places = this->places();
    painter.setFont(narrowFont());
    const double height = QFontMetricsF(narrowFont()).height();
    for (const auto &[text, rect] : spreadWords()) {
        const bool done = progress(viewpoint_->moment(), extent, Stage::word,
                                   places.stepAt(rect.center().x())) >= 1;
        QRectF plate(0, 0, rect.width() + 4, height);
        plate.moveCenter(rect.center());
        painter.fillRect(plate, done ? theme.fill(Role::target) : theme.window);
        painter.setPen(done ? theme.text : theme.pending);
        drawLabel(painter, plate, Qt::AlignCenter, text);
    }
}

QString TimelineTrack::comparedLabel(int step) const {
    const Comparison &comparison = viewpoint_->comparison();
    const auto before = comparison.probabilityBefore(step);
    if (!before)
        return label(step);
    return tr("%1, p = %2; %3 in %4", "a word, its probability, what it is in a translation")
        .arg(label(step), percentage(*before + *comparison.change(step)), percentage(*before),
             viewpoint_->referenceNoun());
}

/// By how much the probability of a word has changed: from the middle, to the right for more.
void TimelineTrack::paintChange(QPainter &painter, const Theme &theme, int step,
                                const QRectF &rect) const {
    constexpr double least = 0.005;
    const double change = viewpoint_->comparison().change(step).value_or(0);
    if (std::abs(change) < least)
        return;
    const double height = theme.thickness(3);
    const double width = std::max(2.0, rect.width() / 2 * std::abs(change));
    const double middle = rect.center().x();
    painter.fillRect(QRectF(change > 0 ? middle : middle - width, rect.top() + 1, width, height),
                     theme.diverging(change > 0 ? 1 : -1));
}

/// Where the word of a step is centred: the stages of the current one take the rest.
QRectF TimelineTrack::labelPlace(int step, const QRectF &rect) const {
    const bool current = step == viewpoint_->step();
    return rect.adjusted(0, 0, 0, current ? -rect.height() * 0.3 : 0);
}

/// As much of the word as says something; empty where there is no room for that.
FittedLabel TimelineTrack::writtenStep(int step, const QRectF &rect) const {
    const double width = rect.width() - fontMetrics().height() * 0.3;
    // Where few words have room in their boxes, they are spread over them.
    if (step != viewpoint_->step() && spread_)
        return {};
    // Smaller before it is cut: the boxes of twenty words are narrow.
    FittedLabel written = fitted(label(step), width, font(), narrowFont());
    // What fits, or nearly does, is not cut.
    if (written.text != label(step)) {
        constexpr double nearly = 0.8;
        const double share = rect.width() / labelWidth(narrowFont(), label(step));
        if (share >= nearly) {
            QFont fitting = narrowFont();
            fitting.setPixelSize(static_cast<int>(fitting.pixelSize() * std::min(share, 1.0)));
            written = {label(step), fitting};
        }
    }
    // A letter and an ellipsis say nothing; the tooltip has the word.
    constexpr int fewest = 3;
    const bool senseless = written.text.size() < fewest && written.text != label(step);
    // Nor do letters that lie on their neighbours.
    if (senseless || labelWidth(written.font, written.text) > rect.width())
        written.text.clear();
    return written;
}

}  // namespace widgets
