// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "widgets/panel/live_edit.h"
#include "widgets/viewpoint/selection.h"
#include "widgets/viewpoint/unit_edit.h"

class QMouseEvent;
class QWidget;

namespace widgets {

/// Holds a unit at another value while its cell is dragged up or down.
class UnitDrag : public QObject {
    Q_OBJECT
  public:
    /// The viewpoint must outlive it.
    explicit UnitDrag(Viewpoint *viewpoint, QObject *parent = nullptr);

    /// A press on what is selected like this, which may become a drag; nothing where that is no
    /// unit that can be held.
    void press(const Selection &selection, const QMouseEvent &event);
    bool pressed() const { return drag_.has_value(); }
    /// Whether the press has become a drag.
    bool dragging() const { return live_.active(); }
    /// The pointer has been moved. Whether that is about the unit that is pressed; `widget` has the
    /// cursor of a drag as long as it is one.
    bool follow(const QMouseEvent &event, QWidget &widget);
    void release();
    /// Everything as it was before the drag. Whether there was one.
    bool putBack();

  private:
    struct Drag {
        UnitPlace unit;
        double y = 0;
        float value = 0;
    };
    /// The pointer is at another height of the screen: the widget may move while a cell is dragged,
    /// since more is said above it then. Whether it drags by now.
    bool move(double y);

    Viewpoint *viewpoint_;
    std::optional<Drag> drag_;
    LiveEdit live_;
};

}  // namespace widgets
