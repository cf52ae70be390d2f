// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <functional>
#include <stdexcept>

class QCPPainter;
class QWidget;

namespace widgets {

/// A figure that cannot be made. what() is one translated sentence (UTF-8) that can be shown to a
/// user as it is.
class ExportError : public std::runtime_error {
  public:
    explicit ExportError(const QString &sentence) : std::runtime_error(sentence.toStdString()) {}
    QString sentence() const { return QString::fromUtf8(what()); }
};

/// A picture that can be painted on any device.
struct Figure {
    QSize size;           ///< logical points (1/96 inch)
    QString title;        ///< goes into the file
    QString description;  ///< goes into the file
    QString fontFamily;   ///< what text is written in, as QFont has it
    std::function<void(QCPPainter &)> paint;
};

/// A widget as it stands on the screen. It must outlive the figure.
Figure figureOf(QWidget &widget, const QString &title);

/// Suffixes that writeFigure knows, in lower case and without the dot: png, svg, pdf.
QStringList figureSuffixes();

/// @throws ExportError for an unknown suffix and a folder that does not exist.
void checkFigureFile(const QString &file);
/// @throws ExportError for a size that does not fit into memory; `scale` matters for a PNG only.
void checkFigureSize(const QSize &size, double scale, const QString &file);

/// What is left to do of a figure once it is painted: to encode it and to write its file, whole or
/// not at all. May run on any thread. @throws ExportError if the file cannot be written.
using FigureJob = std::function<void()>;

/// Paints a figure. The file suffix chooses PNG (`scale` pixels per point), SVG or PDF; what is
/// painted with vectors stays vectors in the latter two. Needs a QApplication (offscreen will do).
/// @throws ExportError as the checks above, and if there is not enough memory.
FigureJob paintFigure(const Figure &figure, const QString &file, double scale);

/// Paints a figure and writes its file. @throws ExportError
inline void writeFigure(const Figure &figure, const QString &file, double scale) {
    paintFigure(figure, file, scale)();
}

}  // namespace widgets
