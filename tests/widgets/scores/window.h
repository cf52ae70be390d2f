// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QLabel>
#include <QSlider>
#include <QTest>
#include <memory>

#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"
#include "widgets/scores/panel.h"
#include "widgets/viewpoint/viewpoint.h"

/// What the tests of scores and softmax have in common: the panel in a window of its own.
class ScoresWindow {
  protected:
    void open() {
        QApplication::setPalette(widgets::Theme::light().palette());
        trace_ = support::syntheticTrace(6, 5, 3);
        viewpoint_ = std::make_unique<widgets::Viewpoint>();
        viewpoint_->setTrace(trace_);
        viewpoint_->setMoment(widgets::endOfStep(2, viewpoint_->extent()));
        view_ = std::make_unique<widgets::ScoresPanel>(viewpoint_.get());
        view_->resize(460, 320);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void close() {
        view_.reset();
        viewpoint_.reset();
    }
    QString label(const char *name) const {
        return view_->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    QSlider *slider() const { return view_->findChild<QSlider *>(QStringLiteral("temperature")); }
    std::shared_ptr<model::StepTrace> change(model::Trace &trace, int step) const {
        auto one = std::make_shared<model::StepTrace>(*trace.steps[static_cast<std::size_t>(step)]);
        trace.steps[static_cast<std::size_t>(step)] = one;
        return one;
    }

    std::unique_ptr<widgets::Viewpoint> viewpoint_;
    std::unique_ptr<widgets::ScoresPanel> view_;
    std::shared_ptr<const model::Trace> trace_;
};
