// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/drawing/text_measure.h"
#include "widgets/heatmap/geometry.h"

// What the layout of the whole heatmap and that of its part in view have in common.
namespace widgets {

double radians(double degrees);

/// No label endlessly long: what is measured.
QStringList shortened(const QStringList &labels);

double widestOf(const QStringList &lines, const TextMeasure &measure);

/// Shortens the labels of the rows to the share of the area that they may take. The width of the
/// widest.
double fitRowLabels(HeatmapLayout &layout, const QRect &area, const QStringList &labels,
                    const TextMeasure &measure);

/// Has a layout of cells write its labels in one of the sizes.
void setText(HeatmapLayout &layout, const TextSizes &sizes, int text);

}  // namespace widgets
