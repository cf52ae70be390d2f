// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include "widgets/heatmap/plot.h"

// The parts that a HeatmapPlot is drawn of, back to front. Each reads the plot and draws; none
// holds state.
namespace widgets {

/// The matrix: computed cells, their numbers where they fit, outlines of what is pending.
class HeatmapCells : public QCPAbstractPlottable {
    Q_OBJECT
  public:
    explicit HeatmapCells(HeatmapPlot *plot);

    double selectTest(const QPointF &point, bool onlySelectable, QVariant *details) const override;
    QCPRange getKeyRange(bool &found, QCP::SignDomain sign) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain sign, const QCPRange &keys) const override;

  protected:
    QRect clipRect() const override;
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *painter, const QRectF &rect) const override;

  private:
    void drawComputed(QCPPainter *painter) const;
    void drawPending(QCPPainter *painter) const;
    void drawGrid(QCPPainter *painter) const;
    void drawNumbers(QCPPainter *painter) const;
    double shown(int row, int column) const;

    HeatmapPlot *plot_;
};

/// The words on both axes and the colour bar.
class HeatmapLabels : public QCPLayerable {
    Q_OBJECT
  public:
    HeatmapLabels(HeatmapPlot *plot, const QString &layer);

  protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

  private:
    void drawRowLabels(QCPPainter *painter) const;
    void drawColumnLabels(QCPPainter *painter) const;
    void drawBar(QCPPainter *painter) const;

    HeatmapPlot *plot_;
};

/// The bars beside the rows (entropy) and below the columns (coverage) with their headings.
class HeatmapMargins : public QCPLayerable {
    Q_OBJECT
  public:
    HeatmapMargins(HeatmapPlot *plot, const QString &layer);

  protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

  private:
    void drawEntropy(QCPPainter *painter) const;
    void drawCoverage(QCPPainter *painter) const;
    void drawEffects(QCPPainter *painter) const;
    void drawEffectBefore(QCPPainter *painter, int row, int kind) const;

    HeatmapPlot *plot_;
};

/// The frame of the current step, what is hovered, and the keyboard cursor: around the cells, so
/// that rows of few pixels stay in sight, each with a halo, so that it shows on every colour.
class HeatmapOverlay : public QCPLayerable {
    Q_OBJECT
  public:
    HeatmapOverlay(HeatmapPlot *plot, const QString &layer);

  protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

  private:
    HeatmapPlot *plot_;
};

}  // namespace widgets
