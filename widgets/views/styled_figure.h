// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariantMap>
#include <functional>
#include <vector>

#include "widgets/drawing/color_map.h"
#include "widgets/figure/file.h"
#include "widgets/heatmap/options.h"
#include "widgets/panel/options.h"
#include "widgets/text/table.h"

namespace widgets {

class Viewpoint;

/// What a figure lies on.
enum class Ground { light, dark, transparent };

/// How figures look: for the column of a paper, a slide, a page. Kept by name.
struct FigureStyle {
    double width = 0;    ///< millimetres; 0: as wide as the words need
    double font = 0;     ///< points; 0: as usual
    double columns = 2;  ///< of several views in one figure
    Ground ground = Ground::light;
    bool title = true;     ///< the sentence and its translation
    bool colorBar = true;  ///< of a heatmap
    bool words = true;     ///< instead of pieces, where a view can merge them
    ColorMap colors = ColorMap::attention;
    bool operator==(const FigureStyle &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("width", options.width, 0.0, 2000.0);
        names("font", options.font, 0.0, 72.0);
        names("columns", options.columns, 1.0, 10.0);
        names("ground", options.ground,
              std::array{ValueName{Ground::light, "light"}, ValueName{Ground::dark, "dark"},
                         ValueName{Ground::transparent, "transparent"}});
        names("title", options.title);
        names("colorBar", options.colorBar);
        names("words", options.words);
        names("colors", options.colors, colorMapNames);
    }
};

/// Views of what a viewpoint looks at, by name, as one figure: with letters where there are
/// several. `optionsOf`: what the user has chosen about a view; the style has the last word on what
/// it knows. Waits until all that the views show is there. A view that needs more room than the
/// style gives has it: the figure is wider then. @throws ExportError where a view has nothing to
/// show
Figure styledFigure(const Viewpoint &seen, const QStringList &views, const FigureStyle &style,
                    const std::function<QVariantMap(const QString &view)> &optionsOf = {});

/// The numbers of one view, likewise. None: it has none to take away.
std::vector<Table> viewTables(
    const Viewpoint &seen, const QString &view,
    const std::function<QVariantMap(const QString &view)> &optionsOf = {});

/// The heatmap for LaTeX, likewise: see heatmapLatex(). @throws ExportError
QString styledLatex(const Viewpoint &seen, const FigureStyle &style,
                    const std::function<QVariantMap(const QString &view)> &optionsOf = {});

/// The pixels of 1/96 inch that are so many millimetres, and the inverse.
double pixelsOf(double millimetres);
double millimetresOf(double pixels);

}  // namespace widgets
