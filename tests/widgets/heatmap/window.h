// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QTest>
#include <memory>

#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"
#include "widgets/heatmap/panel.h"
#include "widgets/viewpoint/viewpoint.h"

/// What the tests of the heatmap have in common: the view in a window of its own.
class HeatmapWindow {
  protected:
    void open() {
        QApplication::setPalette(widgets::Theme::light().palette());
        trace_ = support::syntheticTrace(6, 5, 3);
        viewpoint_ = std::make_unique<widgets::Viewpoint>();
        viewpoint_->setTrace(trace_);
        view_ = std::make_unique<widgets::HeatmapPanel>(viewpoint_.get());
        view_->resize(500, 360);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void close() {
        view_.reset();
        viewpoint_.reset();
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
    QString caption() const {
        return view_->findChild<QLabel *>(QStringLiteral("heatmapCaption"))->text();
    }

    std::unique_ptr<widgets::Viewpoint> viewpoint_;
    std::unique_ptr<widgets::HeatmapPanel> view_;
    std::shared_ptr<const model::Trace> trace_;
};
