// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "widgets/heatmap/figure.h"

namespace widgets {

/// The heatmap of a translation as a picture of TikZ that pgfplots (1.13 or later) draws: to be
/// read into a document with \input, which it says in a comment. Cells are 6 mm wide, unless a
/// width is given, which the cells fill then; fonts are those of the document. Of the options it
/// knows the heatmap's, the steps, the size and dark. @throws ExportError as heatmapFigure()
QString heatmapLatex(const model::Trace &trace, const FigureOptions &options);

/// A text as LaTeX prints it: with the characters that mean something to it escaped.
QString latexText(const QString &text);

}  // namespace widgets
