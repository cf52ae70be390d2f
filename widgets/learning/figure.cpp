// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/learning/figure.h"

#include <QCoreApplication>
#include <memory>

#include "widgets/drawing/theme.h"
#include "widgets/learning/plot.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct LearningFigureText {
    Q_DECLARE_TR_FUNCTIONS(widgets::LearningFigure)
};

}  // namespace

Figure learningFigure(const LearningData &data, const QString &title,
                      const LearningFigureOptions &options) {
    if (data.empty())
        throw ExportError(
            LearningFigureText::tr("There are no curves to export: nothing has been learned yet."));
    const auto plot = std::make_shared<LearningPlot>();
    plot->setFont(options.font);
    plot->setPalette((options.dark ? Theme::darkTheme() : Theme::light()).palette());
    plot->resize(options.size);
    plot->setViewport(QRect({}, options.size));
    plot->setAxis(options.axis);
    plot->setData(data);
    plot->setMoment(options.moment);
    return {options.size, title, plot->summary(), [plot](QCPPainter &painter) {
                painter.setMode(QCPPainter::pmNoCaching);
                painter.save();
                plot->toPainter(&painter, plot->width(), plot->height());
                painter.restore();
            }};
}

}  // namespace widgets
