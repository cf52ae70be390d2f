// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>
#include <memory>

#include "tests/support/panel_window.h"
#include "widgets/scores/panel.h"

/// What the tests of scores and softmax have in common: the panel at the third word.
class ScoresWindow : protected support::PanelWindow<widgets::ScoresPanel> {
  protected:
    void open() {
        PanelWindow::open({460, 320});
        viewpoint_->setMoment(widgets::endOfStep(2, viewpoint_->extent()));
    }
    QSlider *slider() const { return view_->findChild<QSlider *>(QStringLiteral("temperature")); }
    std::shared_ptr<model::StepTrace> change(model::Trace &trace, int step) const {
        auto one = std::make_shared<model::StepTrace>(*trace.steps[static_cast<std::size_t>(step)]);
        trace.steps[static_cast<std::size_t>(step)] = one;
        return one;
    }
};
