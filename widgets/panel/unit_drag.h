// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "widgets/panel/live_edit.h"
#include "widgets/viewpoint/selection.h"
#include "widgets/viewpoint/unit_edit.h"

namespace widgets {

/// Holds a unit at another value while its cell is dragged up or down.
class UnitDrag : public QObject {
    Q_OBJECT
  public:
    /// The viewpoint must outlive it.
    explicit UnitDrag(Viewpoint *viewpoint, QObject *parent = nullptr);

    /// A press at a height on what is selected like this, which may become a drag; nothing where
    /// that is no unit that can be held.
    void press(const Selection &selection, double y);
    bool pressed() const { return drag_.has_value(); }
    /// The pointer is at another height. Whether it drags by now.
    bool move(double y);
    void release();
    /// Everything as it was before the drag. Whether there was one.
    bool putBack();

  private:
    struct Drag {
        UnitPlace unit;
        double y = 0;
        float value = 0;
        bool moved = false;
    };
    Viewpoint *viewpoint_;
    std::optional<Drag> drag_;
    LiveEdit live_;
};

}  // namespace widgets
