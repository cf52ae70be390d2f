// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/file.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QWidget>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <span>

#include "model/file/output_file.h"
#include "widgets/drawing/focus_ring.h"
#include "widgets/figure/ground.h"
#include "widgets/figure/raster.h"
#include "widgets/figure/svg.h"
#include "widgets/text/error_text.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

constexpr double pixelsPerInch = 96;
constexpr double pointsPerInch = 72;  // as PDF has them
constexpr double pointsPerPixel = pointsPerInch / pixelsPerInch;
constexpr double longestPage = 14400;  // points: PDF has no longer one
constexpr double inchInMetres = 0.0254;
constexpr double leastScale = 0.1;
constexpr int smallestSide = 40;
constexpr int largestSide = 32767;             // a coordinate in the raster of the painter
constexpr double largestPicture = 1024e6 / 4;  // pixels of four bytes: 1 GB

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::Figure)
};

/// On a ground that is seen through, by way of the drawing that has none.
void paintWithoutGround(QPainter &painter, const Figure &figure, const QSizeF &size) {
    QSvgRenderer renderer(withoutGround(svg(figure), figure.size, figure.grounds));
    renderer.render(&painter, QRectF({}, size));
}

/// Without a font, Qt writes all text as boxes.
void checkFont() {
    if (!QFontMetrics(QGuiApplication::font()).inFont(u'a'))
        throw ExportError(
            Text::tr("There is no font to write words with: install one, such as DejaVu Sans (in "
                     "Debian the package fonts-dejavu-core)."));
}

}  // namespace

QImage emptyPicture(const Figure &figure, double scale) {
    checkFigureSize(figure.size, scale, QStringLiteral(".png"));
    checkFont();
    const QSize size(static_cast<int>(std::lround(figure.size.width() * scale)),
                     static_cast<int>(std::lround(figure.size.height() * scale)));
    const bool opaque = figure.grounds.isEmpty();
    QImage image(size, opaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        throw ExportError(Text::tr("There is not enough memory for a picture of %1 × %2 pixels.")
                              .arg(size.width())
                              .arg(size.height()));
    return image;
}

void describePicture(QImage &image, const Figure &figure, double scale) {
    image.setDevicePixelRatio(1);
    // Only now: fonts would be larger by it.
    const int dots = static_cast<int>(std::lround(pixelsPerInch * scale / inchInMetres));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    image.setText(QStringLiteral("Title"), figure.title);
    image.setText(QStringLiteral("Description"), figure.description);
    image.setText(QStringLiteral("Software"), QCoreApplication::applicationName());
}

namespace {

QImage raster(const Figure &figure, double scale) {
    QImage image = emptyPicture(figure, scale);
    if (figure.grounds.isEmpty()) {
        paintInto(image, figure, scale);
    } else {
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintWithoutGround(painter, figure, image.size());
    }
    describePicture(image, figure, scale);
    return image;
}

// Each format into memory, so that a file is written at once or not at all.

QByteArray pdf(const Figure &figure) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    // Qt makes pages of whole points: the figure is stretched by less than one, to leave no edge.
    const QSize page(static_cast<int>(std::ceil(figure.size.width() * pointsPerPixel)),
                     static_cast<int>(std::ceil(figure.size.height() * pointsPerPixel)));
    writer.setPageSize(QPageSize(QSizeF(page), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(screenDotsPerInch());
    writer.setTitle(figure.title);
    writer.setCreator(QCoreApplication::applicationName());
    QCPPainter painter;
    if (!painter.begin(&writer))
        return {};
    const double dots = writer.resolution() / pointsPerInch;  // per point
    painter.scale(dots * page.width() / figure.size.width(),
                  dots * page.height() / figure.size.height());
    painter.setMode(QCPPainter::pmVectorized);
    if (figure.grounds.isEmpty())
        figure.paint(painter);
    else
        paintWithoutGround(painter, figure, figure.size);
    painter.end();
    return bytes;
}

/// The drawing, with or without its ground.
QByteArray drawing(const Figure &figure) {
    const QByteArray bytes = svg(figure);
    return figure.grounds.isEmpty() ? bytes : withoutGround(bytes, figure.size, figure.grounds);
}
/// Whether there is more to it than dots and blanks, which make a hidden file.
bool isName(const QString &name) {
    return std::any_of(name.begin(), name.end(), [](QChar c) { return c != u'.' && !c.isSpace(); });
}

bool isFormat(const QString &file, const char *suffix) {
    return figureSuffix(file) == QLatin1String(suffix);
}

void checkPixels(const QSize &size, double scale) {
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

void checkPage(const QSize &size) {
    const int most = static_cast<int>(longestPage / pointsPerPixel);
    if (size.width() > most || size.height() > most)
        throw ExportError(Text::tr("A page of %1 × %2 pixels is too large: a PDF has at most %3 × "
                                   "%3. Choose a smaller size, or a file that ends in .svg.")
                              .arg(size.width())
                              .arg(size.height())
                              .arg(most));
}

}  // namespace

int screenDotsPerInch() {
    return QImage(1, 1, QImage::Format_RGB32).logicalDpiX();  // what an image has unless it is told
}

QByteArray drawn(const QByteArray &bytes) {
    if (bytes.isEmpty())
        throw ExportError(Text::tr("The picture could not be drawn."));
    return bytes;
}

ExportError unwritable(const QString &file, const QString &why) {
    return ExportError(
        Text::tr("“%1” cannot be written: %2.").arg(QDir::toNativeSeparators(file), why));
}

std::filesystem::path pathOf(const QString &file) {
    return QFile::encodeName(file).toStdString();
}

void saveFile(const QString &file, const QByteArray &bytes) {
    try {
        model::OutputFile output(pathOf(file));
        output.append(std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))));
        output.keep();
    } catch (const model::OutputError &error) {
        throw unwritable(file, errorText(error.message()));
    }
}

void checkOutputFile(const QString &file, const QStringList &suffixes) {
    const QFileInfo info(file);
    const QString shown = QDir::toNativeSeparators(file);
    if (info.isDir())
        throw unwritable(file, Text::tr("it is a folder"));
    if (!isName(info.completeBaseName()))
        throw unwritable(file, Text::tr("the name of the file is missing"));
    if (info.suffix().isEmpty())
        throw ExportError(Text::tr("The name “%1” has no suffix: it should end in %2.")
                              .arg(shown, suffixesInWords(suffixes)));
    if (suffixAmong(suffixes, file).isEmpty())
        throw ExportError(Text::tr("“%1” has the unknown suffix .%2: it should end in %3.")
                              .arg(shown, info.suffix(), suffixesInWords(suffixes)));
    if (!info.dir().exists())
        throw ExportError(Text::tr("“%1” cannot be written: the folder “%2” does not exist.")
                              .arg(shown, QDir::toNativeSeparators(info.path())));
    try {
        model::checkOutput(pathOf(file));
    } catch (const model::OutputError &error) {
        throw unwritable(file, errorText(error.message()));
    }
}

void checkFigureSize(const QSize &size, double scale, const QString &file) {
    if (size.width() < smallestSide || size.height() < smallestSide || size.width() > largestSide ||
        size.height() > largestSide)
        throw ExportError(Text::tr("The size %1 × %2 is not one from %3 × %3 to %4 × %4 pixels.")
                              .arg(size.width())
                              .arg(size.height())
                              .arg(smallestSide)
                              .arg(largestSide));
    if (isFormat(file, "png"))
        checkPixels(size, scale);
    if (isFormat(file, "pdf"))
        checkPage(size);
}

FigureJob paintFigure(const Figure &figure, const QString &file, double scale) {
    checkFigureFile(file);
    if (!isFormat(file, "png"))
        return [file, bytes = figureBytes(figure, figureSuffix(file), scale)] {
            saveFile(file, bytes);
        };
    return [file, image = figureImage(figure, scale)] { saveFile(file, pngBytes(image)); };
}

QByteArray figureBytes(const Figure &figure, const QString &suffix, double scale) {
    if (suffix == QLatin1String("png"))
        return pngBytes(figureImage(figure, scale));
    checkFigureSize(figure.size, scale, u'.' + suffix);
    checkFont();
    return drawn(suffix == QLatin1String("svg") ? drawing(figure) : pdf(figure));
}

void paintInto(QImage &image, const Figure &figure, double scale) {
    // No painter takes a device pixel ratio below 1.
    image.setDevicePixelRatio(std::max(scale, 1.0));
    QCPPainter painter(&image);
    if (scale < 1)
        painter.scale(scale, scale);
    figure.paint(painter);
}

QImage figureImage(const Figure &figure, double scale) {
    return raster(figure, scale);
}

FigureJob bytesJob(const QString &file, const QByteArray &bytes) {
    return [file, bytes] { saveFile(file, drawn(bytes)); };
}

Figure figureOf(QWidget &widget, const QString &title) {
    Figure figure;
    figure.size = widget.size();
    figure.title = title;
    figure.description = widget.accessibleDescription();
    figure.paint = [&widget](QCPPainter &painter) {
        const FocusHidden hidden;
        widget.render(&painter, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    };
    return figure;
}

}  // namespace widgets
