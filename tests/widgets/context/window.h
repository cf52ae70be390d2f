// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QImage>
#include <QTest>
#include <memory>

#include "tests/support/traces.h"
#include "widgets/context/canvas.h"
#include "widgets/context/panel.h"
#include "widgets/drawing/theme.h"
#include "widgets/viewpoint/viewpoint.h"

/// What the tests of the context's panel have in common: the panel in a window of its own, at the
/// end of a step.
class ContextWindow {
  protected:
    void open() {
        QApplication::setPalette(widgets::Theme::light().palette());
        trace_ = support::syntheticTrace(6, 5, 3, support::smallConfiguration());
        viewpoint_ = std::make_unique<widgets::Viewpoint>();
        viewpoint_->setTrace(trace_);
        viewpoint_->setMoment(widgets::endOfStep(2, viewpoint_->extent()));
        panel_ = std::make_unique<widgets::ContextPanel>(viewpoint_.get());
        panel_->resize(700, 400);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
        QVERIFY(!scene().layout.empty());
    }
    void close() {
        panel_.reset();
        viewpoint_.reset();
    }
    widgets::ContextCanvas *canvas() { return panel_->canvas(); }
    const widgets::ContextScene &scene() { return canvas()->scene(); }
    QImage image() { return canvas()->grab().toImage(); }
    QPoint cell(int row, int unit) { return canvas()->cellRect({row, unit}).center().toPoint(); }
    const model::StepTrace &step() { return *trace_->steps[2]; }
    float term(int source, int unit) {
        return step().weights(source) * trace_->encoder->annotations(source, unit);
    }

    std::unique_ptr<widgets::Viewpoint> viewpoint_;
    std::unique_ptr<widgets::ContextPanel> panel_;
    std::shared_ptr<const model::Trace> trace_;
};
