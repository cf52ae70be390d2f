// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QList>
#include <QSize>
#include <QString>
#include <filesystem>
#include <functional>
#include <stdexcept>

#include "widgets/figure/file_name.h"

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

/// That a file cannot be written, and why: a part of the sentence.
ExportError unwritable(const QString &file, const QString &why);

/// A picture that can be painted on any device of screenDotsPerInch().
struct Figure {
    QSize size;           ///< in pixels of 1/96 inch
    QString title;        ///< goes into the file
    QString description;  ///< goes into the file
    std::function<void(QCPPainter &)> paint = {};
    /// Colours of grounds that are left out of the file, so that what lies below the figure is
    /// seen; none: it has its ground.
    QList<QColor> grounds = {};
};

/// What every device that a figure is painted on must say of its resolution. A font whose size is
/// in points is as many pixels large as the device says; the places of a figure are those of the
/// screen, whatever its file has.
int screenDotsPerInch();

/// A widget as it stands on the screen. It must outlive the figure.
Figure figureOf(QWidget &widget, const QString &title);

/// @throws ExportError for a name without one of the suffixes or with nothing before it, a folder
/// that does not exist, and a place where nothing can be written.
void checkOutputFile(const QString &file, const QStringList &suffixes);
/// The same for those of figureSuffixes().
inline void checkFigureFile(const QString &file) {
    checkOutputFile(file, figureSuffixes());
}
/// @throws ExportError for a size that the format does not know or that does not fit into memory;
/// `scale` matters for a PNG only.
void checkFigureSize(const QSize &size, double scale, const QString &file);

/// Writes a file whole or not at all. @throws ExportError where it cannot be written
void saveFile(const QString &file, const QByteArray &bytes);
/// A file's name as model/ takes it.
std::filesystem::path pathOf(const QString &file);

/// A figure as a file of a format of figureSuffixes() holds it. @throws ExportError as
/// checkFigureSize(), if there is not enough memory, and if there is no font.
QByteArray figureBytes(const Figure &figure, const QString &suffix, double scale);

/// Paints a figure into an image, `scale` pixels per pixel of its size, from the corner on.
void paintInto(QImage &image, const Figure &figure, double scale);

/// A figure in pixels, `scale` per pixel of its size. @throws ExportError as figureBytes()
QImage figureImage(const Figure &figure, double scale);

/// What is left to do of a figure once it is painted: to encode it and to write its file, whole or
/// not at all. May run on any thread. @throws ExportError if the file cannot be written.
using FigureJob = std::function<void()>;

/// Paints a figure. The file suffix chooses PNG (`scale` pixels of the file per pixel of the size),
/// SVG or PDF; what is painted with vectors stays vectors in the latter two. Needs a QApplication
/// (offscreen will do).
/// @throws ExportError as the checks above, if there is not enough memory, and if there is no font.
FigureJob paintFigure(const Figure &figure, const QString &file, double scale);

/// The same of a file whose bytes are there already; none: it could not be painted.
FigureJob bytesJob(const QString &file, const QByteArray &bytes);

/// Paints a figure and writes its file. @throws ExportError
inline void writeFigure(const Figure &figure, const QString &file, double scale) {
    paintFigure(figure, file, scale)();
}

}  // namespace widgets
