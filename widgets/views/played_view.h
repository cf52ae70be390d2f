// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QSize>
#include <memory>

#include "widgets/figure/animation.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/views/views.h"

namespace widgets {

/// How a translation is played into an animation.
struct Playing {
    double speed = 1;          ///< a factor of the usual pace, > 0
    int framesPerSecond = 25;  ///< > 0
    double scale = 1;          ///< pixels of a frame per pixel of the figure, > 0
    QSize size = {};           ///< of the view; a side that is not positive is as the view likes it
};

/// How many frames playing a translation from its beginning to its end has; 0: there is nothing to
/// play.
int frameCount(const Extent &extent, const Playing &playing);
/// How long they are shown in all, in seconds.
double playedSeconds(const Extent &extent, const Playing &playing);

/// A view that is played, frame by frame, without a screen. For the GUI thread.
class PlayedView {
  public:
    /// What `seen` looks at, by a view of this kind and with these options. Waits until all that
    /// the view shows is there. @throws ExportError where there is nothing to show, or it does not
    /// fit into frames
    PlayedView(const Viewpoint &seen, const ViewKind &kind, const QVariantMap &options,
               const QPalette &palette, const Playing &playing);

    int frames() const;
    /// In pixels; all frames have it.
    QSize frameSize() const;
    /// From 0 on; the last one shows everything, and is shown longer. @throws ExportError
    AnimationFrame frame(int index);

  private:
    /// As large as what the view shows at any of some moments.
    QSize largestFigure();

    Viewpoint viewpoint_;
    Deriver deriver_{&viewpoint_};
    QPalette palette_;
    Playing playing_;
    std::unique_ptr<View> view_;  // goes first
    QSize size_;                  ///< of the figures
};

}  // namespace widgets
