// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/latex.h"

#include <QCoreApplication>
#include <cmath>

#include "widgets/drawing/color_map.h"
#include "widgets/drawing/theme.h"
#include "widgets/heatmap/data.h"
#include "widgets/text/numbers.h"
#include "widgets/text/table.h"
#include "widgets/text/use_names.h"

namespace widgets {
namespace {

constexpr double usualCell = 6;          // mm
constexpr double smallestShown = 0.045;  // of two decimals, as in the figure
constexpr double millimetresPerPixel = 25.4 / 96;
constexpr int colorSteps = 16;

QString number(double value) {
    return exactDigits(static_cast<float>(value));
}

/// "{Je},{ne},{sais}"
QString labelList(const QStringList &labels) {
    QStringList list;
    for (const QString &label : labels)
        list.append(u'{' + latexText(label) + u'}');
    return list.join(u',');
}

QString rgb(const QColor &color) {
    return QStringLiteral("%1,%2,%3").arg(color.red()).arg(color.green()).arg(color.blue());
}

/// The picture in parts, line by line.
class LatexHeatmap {
  public:
    LatexHeatmap(const model::Trace &trace, const FigureOptions &options)
        : options_(options),
          theme_(options.dark ? Theme::darkTheme() : Theme::light()),
          data_(heatmapData(
              trace, options.heatmap.words, options.steps,
              {.posterior = options.heatmap.posterior ? options.posterior.get() : nullptr})),
          sentence_(sourceTitle(trace.source)),
          translation_(QString::fromStdString(trace.translation).simplified()) {}

    QString text() {
        addHead();
        addAxis();
        addCells();
        addNumbers();
        lines_ += {QStringLiteral("\\end{axis}"), QStringLiteral("\\end{tikzpicture}")};
        return lines_.join(u'\n') + u'\n';
    }

  private:
    void addHead() {
        // A comment ends with its line.
        lines_ += {QStringLiteral("% %1 -> %2").arg(sentence_, translation_),
                   QStringLiteral("% In the preamble: \\usepackage{pgfplots} "
                                  "\\pgfplotsset{compat=1.13}"),
                   QStringLiteral("\\begin{tikzpicture}")};
    }

    double cell() const {
        const double width = options_.size.width() * millimetresPerPixel;
        return width > 0 ? width / double(data_.columns.size()) : usualCell;
    }

    void addAxis() {
        const auto columns = int(data_.columns.size());
        const auto rows = int(data_.rows.size());
        const QString side = exactDigits(std::round(cell() * 100) / 100);
        lines_ += {QStringLiteral("\\begin{axis}["),
                   QStringLiteral("  x=%1mm, y=%1mm, scale only axis,").arg(side),
                   QStringLiteral("  xmin=-0.5, xmax=%1.5, ymin=-0.5, ymax=%2.5,")
                       .arg(columns - 1)
                       .arg(rows - 1),
                   QStringLiteral("  axis on top, tick style={draw=none},"),
                   QStringLiteral("  xtick={0,...,%1}, xticklabel pos=upper,").arg(columns - 1),
                   QStringLiteral("  xticklabels={%1},").arg(labelList(data_.columnLabels())),
                   QStringLiteral("  x tick label style={rotate=45, anchor=south west, "
                                  "inner sep=1pt},"),
                   QStringLiteral("  ytick={0,...,%1},").arg(rows - 1),
                   QStringLiteral("  yticklabels={%1},").arg(labelList(data_.rowLabels()))};
        if (!options_.heatmap.targetFromBottom)
            lines_ += QStringLiteral("  y dir=reverse,");
        if (options_.heatmap.sourceFromRight)
            lines_ += QStringLiteral("  x dir=reverse,");
        addColors();
        lines_ += QStringLiteral("]");
    }

    void addColors() {
        QStringList colors;
        for (int i = 0; i <= colorSteps; ++i)
            colors.append(QStringLiteral("rgb255=(%1)").arg(rgb(colorAt(double(i) / colorSteps))));
        lines_ += {QStringLiteral("  point meta min=0, point meta max=1,"),
                   QStringLiteral("  colormap={weights}{%1},").arg(colors.join(u' ')),
                   QStringLiteral("  colorbar, colorbar style={width=2mm, ytick={0,0.5,1}, "
                                  "tick style={draw=none}},")};
    }

    QColor colorAt(double share) const { return colorOf(options_.heatmap.colors, share, theme_); }

    /// Rows that are not computed yet have no weight.
    void addCells() {
        lines_ += QStringLiteral(
                      "\\addplot[matrix plot*, mesh/cols=%1, point meta=explicit] "
                      "table[meta=weight, row sep=\\\\] {")
                      .arg(data_.columns.size());
        lines_ += QStringLiteral("x y weight\\\\");
        for (Eigen::Index row = 0; row < Eigen::Index(data_.rows.size()); ++row) {
            QString line;
            for (Eigen::Index column = 0; column < Eigen::Index(data_.columns.size()); ++column)
                line += QStringLiteral("%1 %2 %3\\\\ ")
                            .arg(column)
                            .arg(row)
                            .arg(row < data_.weights.rows() ? number(data_.weights(row, column))
                                                            : QStringLiteral("nan"));
            lines_ += line.trimmed();
        }
        lines_ += QStringLiteral("};");
    }

    void addNumbers() {
        for (Eigen::Index row = 0; row < data_.weights.rows(); ++row)
            for (Eigen::Index column = 0; column < data_.weights.cols(); ++column) {
                const double weight = data_.weights(row, column);
                if (!(weight >= smallestShown))
                    continue;
                const bool black = textOn(colorAt(weight)) == QColor(Qt::black);
                lines_ += QStringLiteral(
                              "\\node[font=\\tiny, text=%1, inner sep=0pt] at (axis "
                              "cs:%2,%3) {%4};")
                              .arg(black ? QStringLiteral("black") : QStringLiteral("white"))
                              .arg(column)
                              .arg(row)
                              .arg(shortWeight(weight));
            }
    }

    const FigureOptions &options_;
    const Theme &theme_;
    HeatmapData data_;
    QString sentence_;
    QString translation_;
    QStringList lines_;
};

}  // namespace

QString latexText(const QString &text) {
    QString escaped;
    for (const QChar c : text) {
        if (c == u'\\')
            escaped += QStringLiteral("\\textbackslash{}");
        else if (c == u'~')
            escaped += QStringLiteral("\\textasciitilde{}");
        else if (c == u'^')
            escaped += QStringLiteral("\\textasciicircum{}");
        else if (QStringLiteral("{}$&#%_").contains(c))
            escaped += QStringLiteral("\\") + c;
        else if (c.isPrint())
            escaped += c;
        else
            escaped += u' ';
    }
    return escaped;
}

QString heatmapLatex(const model::Trace &trace, const FigureOptions &options) {
    checkHeatmap(trace, options);
    return LatexHeatmap(trace, options).text();
}

}  // namespace widgets
