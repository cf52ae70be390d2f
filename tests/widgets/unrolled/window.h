// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QContextMenuEvent>
#include <QImage>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <functional>
#include <memory>

#include "tests/support/traces.h"
#include "widgets/unrolled/view.h"

using TracePointer = std::shared_ptr<const model::Trace>;

/// A trace with one step changed.
template <class Change>
TracePointer changed(const TracePointer &trace, int step, Change change) {
    auto copy = std::make_shared<model::Trace>(*trace);
    auto &place = copy->steps[static_cast<std::size_t>(step)];
    auto numbers = std::make_shared<model::StepTrace>(*place);
    change(*numbers);
    place = numbers;
    return copy;
}

/// What the tests of the unrolled view have in common: the view in a window of its own.
class UnrolledWindow {
  protected:
    void open() {
        viewpoint_ = std::make_unique<widgets::Viewpoint>();
        view_ = std::make_unique<widgets::UnrolledView>(viewpoint_.get());
        view_->resize(900, 620);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void close() {
        view_.reset();
        viewpoint_.reset();
    }
    void show(const TracePointer &trace) {
        viewpoint_->setTrace(trace);
        QCoreApplication::processEvents();
    }
    void go(const widgets::Moment &moment) {
        viewpoint_->setMoment(moment);
        QCoreApplication::processEvents();
    }
    QImage image() const { return view_->viewport()->grab().toImage(); }
    QPoint at(const QPointF &content) const { return view_->toViewport(content).toPoint(); }

    /// Opens the context menu at a point and lets `act` use it.
    void inMenu(const QPoint &point, const std::function<void(QMenu *)> &act) {
        bool seen = false;
        QTimer::singleShot(0, view_.get(), [&] {
            auto *menu = view_->findChild<QMenu *>("unrolledMenu");
            seen = menu != nullptr;
            if (menu) {
                act(menu);
                menu->close();
            }
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, point,
                                view_->viewport()->mapToGlobal(point));
        QApplication::sendEvent(view_->viewport(), &event);
        QVERIFY(seen);
    }

    std::unique_ptr<widgets::Viewpoint> viewpoint_;
    std::unique_ptr<widgets::UnrolledView> view_;
};
