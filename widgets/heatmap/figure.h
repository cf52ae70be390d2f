// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <memory>

#include "model/decoding/posterior.h"
#include "model/decoding/trace.h"
#include "widgets/figure/file.h"
#include "widgets/heatmap/options.h"

namespace widgets {

/// How the alignment heatmap is drawn as a figure.
struct FigureOptions {
    /// Logical points (1/96 inch). A side that is not positive is chosen from the number of words.
    QSize size{800, 600};
    /// Pixels a point. PNG only; SVG and PDF have no pixels.
    double scale = 1;
    bool dark = false;
    /// Words or pieces, colours, orders, margins.
    HeatmapOptions heatmap = {};
    /// Of the trace; heatmap.posterior needs it.
    std::shared_ptr<const model::Posterior> posterior = {};
};

/// Paints the alignment of a translation as a figure: sentence and translation, words on both axes,
/// colour bar. The file suffix chooses PNG, SVG or PDF; cells and text of the latter two are
/// vectors. What is returned writes it. Needs a QApplication (offscreen will do).
/// @throws ExportError for an unknown suffix, a folder that does not exist or cannot be written,
/// a size that does not fit into memory, a trace without attention or without any step, and a
/// posterior that is to be drawn and not given.
FigureJob paintHeatmap(const model::Trace &trace, const QString &file,
                       const FigureOptions &options);
/// Paints and writes it. @throws ExportError
inline void writeHeatmap(const model::Trace &trace, const QString &file,
                         const FigureOptions &options) {
    paintHeatmap(trace, file, options)();
}

}  // namespace widgets
