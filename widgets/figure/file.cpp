// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/file.h"
#include "widgets/drawing/focus_ring.h"
#include "widgets/text/numbers.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>
#include <cmath>

namespace widgets {
namespace {

constexpr double pointsPerInch = 96.0;
constexpr double inchInMetres = 0.0254;
constexpr double leastScale = 0.1;
constexpr int smallestSide = 40;
constexpr int largestSide = 32767;             // a coordinate in the raster of the painter
constexpr double largestPicture = 1024e6 / 4;  // pixels of four bytes: 1 GB

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::Figure)
};

QImage raster(const Figure &figure, double scale) {
    const QSize size(static_cast<int>(std::lround(figure.size.width() * scale)),
                     static_cast<int>(std::lround(figure.size.height() * scale)));
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        throw ExportError(Text::tr("There is not enough memory for a picture of %1 × %2 pixels.")
                              .arg(size.width())
                              .arg(size.height()));
    image.setDevicePixelRatio(scale);
    const int dots = static_cast<int>(std::lround(pointsPerInch * scale / inchInMetres));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    image.setText(QStringLiteral("Title"), figure.title);
    image.setText(QStringLiteral("Description"), figure.description);
    image.setText(QStringLiteral("Software"), QCoreApplication::applicationName());
    QCPPainter painter(&image);
    figure.paint(painter);
    painter.end();
    return image;
}

// Each format into memory, so that a file is written at once or not at all.

QByteArray png(const QImage &image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svg(const Figure &figure) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(pointsPerInch));
    generator.setSize(figure.size);
    generator.setViewBox(QRect(QPoint(0, 0), figure.size));
    generator.setTitle(figure.title);
    generator.setDescription(figure.description);
    QCPPainter painter;
    if (!painter.begin(&generator))
        return {};
    painter.setMode(QCPPainter::pmVectorized);
    figure.paint(painter);
    painter.end();
    // Fonts are named, not embedded, and by their real names: other programs do not know what "Sans
    // Serif" means here. Where this one is missing, any without serifs will do.
    const auto named = [](const QString &family) { return family.toHtmlEscaped().toUtf8(); };
    const QString real = QFontInfo(QFont(figure.fontFamily)).family();
    return bytes.replace("font-family=\"" + named(figure.fontFamily) + '"',
                         "font-family=\"" + named(real) + ", sans-serif\"");
}

QByteArray pdf(const Figure &figure) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QSizeF(figure.size) * 72.0 / pointsPerInch, QPageSize::Point,
                                 QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(1200);
    writer.setTitle(figure.title);
    writer.setCreator(QCoreApplication::applicationName());
    QCPPainter painter;
    if (!painter.begin(&writer))
        return {};
    painter.scale(writer.resolution() / pointsPerInch, writer.resolution() / pointsPerInch);
    painter.setMode(QCPPainter::pmVectorized);
    figure.paint(painter);
    painter.end();
    return bytes;
}

/// Whole or not at all. @throws ExportError
void save(const QString &file, const QByteArray &bytes) {
    QSaveFile out(file);
    const QString shown = QDir::toNativeSeparators(file);
    const auto fail = [&](const QString &why) {
        throw ExportError(Text::tr("“%1” cannot be written: %2.").arg(shown, why));
    };
    if (bytes.isEmpty())
        fail(Text::tr("the picture could not be drawn"));
    if (!out.open(QIODevice::WriteOnly))
        fail(out.errorString());
    if (out.write(bytes) != bytes.size() || !out.commit())
        fail(out.errorString());
}

}  // namespace

QStringList figureSuffixes() {
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

void checkFigureFile(const QString &file) {
    const QFileInfo info(file);
    const QString suffix = info.suffix().toLower();
    const QString shown = QDir::toNativeSeparators(file);
    if (suffix.isEmpty())
        throw ExportError(
            Text::tr("The name “%1” has no suffix: it should end in .png, .svg or .pdf.")
                .arg(shown));
    if (!figureSuffixes().contains(suffix))
        throw ExportError(
            Text::tr("“%1” has the unknown suffix .%2: it should end in .png, .svg or "
                     ".pdf.")
                .arg(shown, info.suffix()));
    if (!info.dir().exists())
        throw ExportError(Text::tr("“%1” cannot be written: the folder “%2” does not exist.")
                              .arg(shown, QDir::toNativeSeparators(info.path())));
    if (info.isDir())
        throw ExportError(Text::tr("“%1” cannot be written: it is a folder.").arg(shown));
}

void checkFigureSize(const QSize &size, double scale, const QString &file) {
    const bool raster = QFileInfo(file).suffix().toLower() == QLatin1String("png");
    if (size.width() < smallestSide || size.height() < smallestSide || size.width() > largestSide ||
        size.height() > largestSide)
        throw ExportError(Text::tr("The size %1 × %2 is not one from %3 × %3 to %4 × %4 points.")
                              .arg(size.width())
                              .arg(size.height())
                              .arg(smallestSide)
                              .arg(largestSide));
    if (!raster)
        return;
    if (!std::isfinite(scale) || scale < leastScale)
        throw ExportError(Text::tr("The scale %1 is not a number from %2 on.")
                              .arg(numberText(scale, {.significant = 2, .trimmed = true}),
                                   numberText(leastScale, {.trimmed = true})));
    const double width = size.width() * scale;
    const double height = size.height() * scale;
    if (width > largestSide || height > largestSide || width * height > largestPicture)
        throw ExportError(
            Text::tr("A picture of %1 × %2 pixels is too large: choose a smaller size or "
                     "scale, or a file that ends in .svg or .pdf.")
                .arg(numberText(width, {.decimals = 0}), numberText(height, {.decimals = 0})));
}

FigureJob paintFigure(const Figure &figure, const QString &file, double scale) {
    checkFigureFile(file);
    checkFigureSize(figure.size, scale, file);
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return [file, image = raster(figure, scale)] { save(file, png(image)); };
    return [file, bytes = suffix == QLatin1String("svg") ? svg(figure) : pdf(figure)] {
        save(file, bytes);
    };
}

Figure figureOf(QWidget &widget, const QString &title) {
    Figure figure;
    figure.size = widget.size();
    figure.title = title;
    figure.description = widget.accessibleDescription();
    figure.fontFamily = widget.font().family();
    figure.paint = [&widget](QCPPainter &painter) {
        const FocusHidden hidden;
        widget.render(&painter, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    };
    return figure;
}

}  // namespace widgets
