// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <memory>

#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"
#include "widgets/viewpoint/viewpoint.h"

namespace support {

/// What the tests of a panel have in common: the panel in a window of its own, light, with a
/// synthetic trace of 6 pieces and 5 steps.
template <class Panel>
class PanelWindow {
  protected:
    /// At the moment that the viewpoint begins with.
    void open(const QSize &size) {
        QApplication::setPalette(widgets::Theme::light().palette());
        trace_ = syntheticTrace(6, 5, 3);
        viewpoint_ = std::make_unique<widgets::Viewpoint>();
        viewpoint_->setTrace(trace_);
        view_ = std::make_unique<Panel>(viewpoint_.get());
        view_->resize(size);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void close() {
        view_.reset();
        viewpoint_.reset();
    }
    QString label(const char *name) const {
        return view_->template findChild<QLabel *>(QString::fromLatin1(name))->text();
    }

    std::unique_ptr<widgets::Viewpoint> viewpoint_;
    std::unique_ptr<Panel> view_;
    std::shared_ptr<const model::Trace> trace_;
};

}  // namespace support
