// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap_figure.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <cmath>
#include <functional>

#include "widgets/figure_text.h"
#include "widgets/heatmap_plot.h"
#include "widgets/theme.h"

namespace widgets {
namespace {

constexpr double pointsPerInch = 96.0;
constexpr double inchInMetres = 0.0254;
constexpr int fontPixels = 13;
constexpr int smallestSide = 40;
constexpr int largestSide = 32767;             // a coordinate in the painter's raster
constexpr double largestPicture = 1024e6 / 4;  // pixels of four bytes: 1 GB

QString tr(const char *text) {
    return QCoreApplication::translate("widgets::HeatmapFigure", text);
}

/// A font of the same size wherever the figure goes, not hinted for any screen.
QFont figureFont() {
    QFont font = QCoreApplication::instance() ? QGuiApplication::font() : QFont();
    // By its real name: other programs do not know what "Sans Serif" means here.
    font.setFamily(QFontInfo(font).family());
    font.setPixelSize(fontPixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// The heatmap with its title above and its legend below, ready to be painted anywhere.
class HeatmapFigure {
  public:
    HeatmapFigure(const model::Trace &trace, const FigureOptions &options) : font_(figureFont()) {
        plot_.setFont(font_);
        plot_.setPalette(theme(options).palette());
        HeatmapData data = heatmapData(trace, options.words);
        sentence_ = QString::fromStdString(trace.sentence).simplified();
        translation_ = QString::fromStdString(trace.translation).simplified();
        const QString name = QString::fromStdString(trace.model->metadata("name")).simplified();
        legend_ = name.isEmpty() ? tr("Attention weights, 0 to 1")
                                 : tr("Attention weights, 0 to 1 · model “%1”").arg(name);
        size_ = options.size;
        if (!size_.isValid())
            size_ = ownSize(data);
        arrange(std::move(data), theme(options));
    }

    QSize size() const { return size_; }
    QString title() const { return sentence_ + QStringLiteral(" → ") + translation_; }
    const QString &legend() const { return legend_; }

    void paint(QCPPainter &painter) {
        painter.setMode(QCPPainter::pmNoCaching);
        painter.save();
        plot_.toPainter(&painter, size_.width(), size_.height());
        painter.restore();
        source_.draw(painter);
        target_.draw(painter);
        foot_.draw(painter);
    }

  private:
    static const Theme &theme(const FigureOptions &options) {
        return options.dark ? Theme::darkTheme() : Theme::light();
    }

    QSize ownSize(const HeatmapData &data) const {
        const QSize cells =
            comfortableHeatmapSize(data.rowLabels(), data.columnLabels(), plot_.measure());
        const int width = std::max(cells.width() + 2 * fontPixels, 24 * fontPixels);
        // The title takes as many lines as it needs at this width.
        const double text = FigureText(title(), font_, {}, width - 2.0 * fontPixels, 1000).height();
        return {width, cells.height() + static_cast<int>(std::ceil(text)) + 8 * fontPixels};
    }

    /// Title lines on top, legend at the bottom, the plot in what is left.
    void arrange(HeatmapData data, const Theme &theme) {
        const double pad = fontPixels;
        const double width = size_.width() - 2 * pad;
        const int lines = std::max(1, static_cast<int>(size_.height() * 0.15 / (fontPixels * 1.3)));
        QFont bold = font_;
        bold.setBold(true);
        source_ = FigureText(sentence_, bold, theme.role(Role::source), width, lines);
        target_ = FigureText(translation_, bold, theme.role(Role::target), width, lines);
        foot_ = FigureText(legend_, font_, theme.mutedText, width, 1);
        source_.moveTo({pad, pad * 0.8});
        target_.moveTo({pad, pad * 0.8 + source_.height()});
        foot_.moveTo({pad, size_.height() - pad * 0.8 - foot_.height()});
        const double top = pad + source_.height() + target_.height();
        plot_.resize(size_);
        plot_.setData(std::move(data));
        plot_.arrange(QRect(0, static_cast<int>(top), size_.width(),
                            static_cast<int>(size_.height() - top - foot_.height() - pad * 0.6)));
    }

    QFont font_;
    HeatmapPlot plot_;
    QString sentence_;
    QString translation_;
    QString legend_;
    QSize size_;
    FigureText source_;
    FigureText target_;
    FigureText foot_;
};

// Each format into memory, so that a file is written at once or not at all.

QByteArray png(HeatmapFigure &figure, double scale) {
    const QSize size(static_cast<int>(std::lround(figure.size().width() * scale)),
                     static_cast<int>(std::lround(figure.size().height() * scale)));
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        throw ExportError(tr("There is not enough memory for a picture of %1 × %2 pixels.")
                              .arg(size.width())
                              .arg(size.height()));
    image.setDevicePixelRatio(scale);
    const int dots = static_cast<int>(std::lround(pointsPerInch * scale / inchInMetres));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    image.setText(QStringLiteral("Title"), figure.title());
    image.setText(QStringLiteral("Description"), figure.legend());
    image.setText(QStringLiteral("Software"), QCoreApplication::applicationName());
    QCPPainter painter(&image);
    figure.paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return {};
    return bytes;
}

QByteArray svg(HeatmapFigure &figure) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(pointsPerInch));
    generator.setSize(figure.size());
    generator.setViewBox(QRect(QPoint(0, 0), figure.size()));
    generator.setTitle(figure.title());
    generator.setDescription(figure.legend());
    QCPPainter painter;
    if (!painter.begin(&generator))
        return {};
    painter.setMode(QCPPainter::pmVectorized);
    figure.paint(painter);
    painter.end();
    // Fonts are named, not embedded: where this one is missing, any without serifs will do.
    const QByteArray family = figureFont().family().toHtmlEscaped().toUtf8();
    return bytes.replace("font-family=\"" + family + '"',
                         "font-family=\"" + family + ", sans-serif\"");
}

QByteArray pdf(HeatmapFigure &figure) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QSizeF(figure.size()) * 72.0 / pointsPerInch, QPageSize::Point,
                                 QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(1200);
    writer.setTitle(figure.title());
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

void checkTrace(const model::Trace &trace) {
    if (!trace.hasAttention())
        throw ExportError(tr("There is no heatmap to export: this model has no attention."));
    if (trace.steps.empty() || trace.source.empty())
        throw ExportError(tr("There is no heatmap to export: nothing has been translated yet."));
}

void checkPlace(const QString &file) {
    const QFileInfo info(file);
    const QString suffix = info.suffix().toLower();
    const QString shown = QDir::toNativeSeparators(file);
    if (suffix.isEmpty())
        throw ExportError(
            tr("The name “%1” has no suffix: it should end in .png, .svg or .pdf.").arg(shown));
    if (!figureSuffixes().contains(suffix))
        throw ExportError(tr("“%1” has the unknown suffix .%2: it should end in .png, .svg or "
                             ".pdf.")
                              .arg(shown, info.suffix()));
    if (!info.dir().exists())
        throw ExportError(tr("“%1” cannot be written: the folder “%2” does not exist.")
                              .arg(shown, QDir::toNativeSeparators(info.path())));
    if (info.isDir())
        throw ExportError(tr("“%1” cannot be written: it is a folder.").arg(shown));
}

void checkSize(const QSize &size, double scale, bool raster) {
    if (size.width() < smallestSide || size.height() < smallestSide || size.width() > largestSide ||
        size.height() > largestSide)
        throw ExportError(tr("The size %1 × %2 is not one from %3 × %3 to %4 × %4 points.")
                              .arg(size.width())
                              .arg(size.height())
                              .arg(smallestSide)
                              .arg(largestSide));
    if (!raster)
        return;
    if (!std::isfinite(scale) || scale < 0.1)
        throw ExportError(tr("The scale %1 is not a number from 0.1 on.").arg(scale));
    const double width = size.width() * scale;
    const double height = size.height() * scale;
    if (width > largestSide || height > largestSide || width * height > largestPicture)
        throw ExportError(tr("A picture of %1 × %2 pixels is too large: choose a smaller size or "
                             "scale, or a file that ends in .svg or .pdf.")
                              .arg(width, 0, 'f', 0)
                              .arg(height, 0, 'f', 0));
}

/// Whole or not at all. @throws ExportError
void save(const QString &file, const QByteArray &bytes) {
    QSaveFile out(file);
    const QString shown = QDir::toNativeSeparators(file);
    const auto fail = [&](const QString &why) {
        throw ExportError(tr("“%1” cannot be written: %2.").arg(shown, why));
    };
    if (bytes.isEmpty())
        fail(tr("the picture could not be drawn"));
    if (!out.open(QIODevice::WriteOnly))
        fail(out.errorString());
    if (out.write(bytes) != bytes.size() || !out.commit())
        fail(out.errorString());
}

}  // namespace

QStringList figureSuffixes() {
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

void writeHeatmap(const model::Trace &trace, const QString &file, const FigureOptions &options) {
    checkPlace(file);
    checkTrace(trace);
    const QString suffix = QFileInfo(file).suffix().toLower();
    const bool raster = suffix == QLatin1String("png");
    if (options.size.isValid())
        checkSize(options.size, options.scale, raster);
    HeatmapFigure figure(trace, options);
    checkSize(figure.size(), options.scale, raster);
    if (raster)
        save(file, png(figure, options.scale));
    else
        save(file, suffix == QLatin1String("svg") ? svg(figure) : pdf(figure));
}

}  // namespace widgets
