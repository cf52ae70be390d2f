// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace widgets {

class LearningPlot;
struct LearningPicture;

// What QCustomPlot paints of a run beside its curves.

/// The heatmaps of the example along the axis.
class LearningStrip : public QCPLayerable {
    Q_OBJECT
  public:
    LearningStrip(LearningPlot *plot, const QString &layer);

  protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

  private:
    void drawPicture(QCPPainter *painter, const LearningPicture &picture, const QRectF &rect,
                     int rows) const;

    LearningPlot *plot_;
};

/// The line at the moment in view, and the frame of its picture.
class LearningCursor : public QCPLayerable {
    Q_OBJECT
  public:
    LearningCursor(LearningPlot *plot, const QString &layer);

  protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

  private:
    LearningPlot *plot_;
};

}  // namespace widgets
