// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/animation.h"

#include <qcustomplot.h>

#include <algorithm>
#include <utility>

#include "model/decoding/translation.h"
#include "widgets/heatmap/figure.h"
#include "widgets/learning/figure.h"
#include "widgets/learning/geometry.h"

namespace app {
namespace {

constexpr QSize heatmapSize{720, 340};
constexpr QSize curvesSize{720, 260};
constexpr int wholeRun = 8000;      // milliseconds, as far as frames can be told apart
constexpr int shortestFrame = 80;   // milliseconds
constexpr int longestFrame = 500;   // milliseconds
constexpr int restAtTheEnd = 3000;  // milliseconds

template <class Element>
void dropAfter(std::vector<Element> &elements, long update) {
    std::erase_if(elements, [update](const Element &each) { return each.update > update; });
}

}  // namespace

LearningAnimation::LearningAnimation(widgets::LearningData data, ExamplePictures::Models models,
                                     const QString &example, Options options)
    : data_(std::move(data)),
      models_(std::move(models)),
      example_(example),
      options_(std::move(options)),
      rows_(widgets::stripRows(data_)) {}

widgets::LearningData LearningAnimation::until(long update) const {
    widgets::LearningData data = data_;
    for (widgets::LearningCurve &curve : data.curves)
        dropAfter(curve.points, update);
    dropAfter(data.pictures, update);
    data.shownRows = rows_;  // nothing jumps from frame to frame
    std::erase_if(data.moments, [update](long each) { return each > update; });
    return data;
}

std::shared_ptr<const model::Trace> LearningAnimation::traceAt(long update) const {
    const auto after = models_.upper_bound(update);
    if (after == models_.begin() || example_.trimmed().isEmpty())
        return nullptr;
    model::Translation translation(std::prev(after)->second, example_.toStdString());
    for (int i = 0; i < rows_ && !translation.finished(); ++i)
        translation.step();
    return translation.trace();
}

widgets::AnimationFrame LearningAnimation::frame(int index) const {
    const long update = data_.moments[static_cast<std::size_t>(index)];
    std::vector<std::pair<widgets::Figure, QSize>> parts;
    if (const auto trace = traceAt(update)) {
        widgets::FigureOptions heatmap;
        heatmap.size = heatmapSize;
        heatmap.dark = options_.dark;
        parts.emplace_back(widgets::heatmapFigure(*trace, heatmap), heatmapSize);
    }
    parts.emplace_back(widgets::learningFigure(until(update), {},
                                               {.axis = options_.axis,
                                                .moment = update,
                                                .size = curvesSize,
                                                .font = options_.font,
                                                .dark = options_.dark}),
                       curvesSize);
    QSize size(curvesSize.width(), 0);
    for (const auto &[figure, partSize] : parts)
        size.rheight() += partSize.height();
    QImage image(size, QImage::Format_RGB32);
    QCPPainter painter(&image);
    for (const auto &[figure, partSize] : parts) {
        painter.save();
        figure.paint(painter);
        painter.restore();
        painter.translate(0, partSize.height());
    }
    painter.end();
    const int usual = std::clamp(wholeRun / frames(), shortestFrame, longestFrame);
    return {image, index + 1 == frames() ? restAtTheEnd : usual};
}

}  // namespace app
