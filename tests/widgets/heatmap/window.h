// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>

#include "tests/support/panel_window.h"
#include "widgets/heatmap/panel.h"

/// What the tests of the heatmap have in common: the view in a window of its own.
class HeatmapWindow : protected support::PanelWindow<widgets::HeatmapPanel> {
  protected:
    void open() { PanelWindow::open({500, 360}); }
    /// The trace with one weight changed by hand.
    static std::shared_ptr<const model::Trace> withWeight(const model::Trace &trace, int step,
                                                          int source, float weight) {
        auto changed = std::make_shared<model::Trace>(trace);
        auto one = std::make_shared<model::StepTrace>(trace.step(step));
        one->weights(source) = weight;
        changed->steps[static_cast<std::size_t>(step)] = one;
        return changed;
    }
    /// Moves the pointer there, also if the test before left it there.
    void pointAt(const QPoint &place) {
        QTest::mouseMove(view_->plot(), QPoint(1, 1));
        QTest::mouseMove(view_->plot(), place);
    }
    QPoint centre(int row, int column) const {
        return view_->plot()->cellRect({row, column}).center().toPoint();
    }
    QColor colourAt(int row, int column, QPointF offset) {
        const QImage image = view_->picture().toImage();
        const QRectF cell = view_->plot()->cellRect({row, column});
        return image.pixelColor((cell.topLeft() + offset).toPoint());
    }
    QString caption() const { return label("heatmapCaption"); }
};
