// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/text_measure.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace widgets {

QString elided(const QString &text, double width, const TextMeasure &measure) {
    if (measure.width(text) <= width)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    std::vector<qsizetype> ends;
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary())
        ends.push_back(at);
    // The longest beginning that fits: width grows with length.
    const auto tooLong = [&](qsizetype end) {
        return measure.width(text.left(end) + u'…') > width;
    };
    const auto found = std::partition_point(ends.begin(), ends.end(),
                                            [&](qsizetype end) { return !tooLong(end); });
    if (found == ends.begin())
        return {};
    return text.left(*std::prev(found)) + u'…';
}

bool labelShown(int index, int stride, int marked) {
    if (marked >= 0 && index != marked && std::abs(index - marked) < stride)
        return false;
    return index == marked || index % stride == 0;
}

}  // namespace widgets
