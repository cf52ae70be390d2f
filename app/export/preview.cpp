// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/preview.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "widgets/drawing/theme.h"
#include "widgets/figure/ground.h"
#include "widgets/text/numbers.h"
#include "widgets/views/styled_figure.h"

namespace app {
namespace {

constexpr int squares = 8;  // pixels: what is seen through a transparent ground

void paintSquares(QPainter &painter, const QRect &rect, const widgets::Theme &theme) {
    painter.fillRect(rect, theme.surface);
    for (int y = 0; y * squares < rect.height(); ++y)
        for (int x = y % 2; x * squares < rect.width(); x += 2)
            painter.fillRect(
                QRect(rect.left() + x * squares, rect.top() + y * squares, squares, squares)
                    .intersected(rect),
                theme.outline);
}

}  // namespace

FigurePreview::FigurePreview(QWidget *parent) : QFrame(parent) {
    setFrameShape(QFrame::StyledPanel);
    setObjectName("figurePreview");
    setMinimumSize(sizeHint() / 2);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize FigurePreview::sizeHint() const {
    return fontMetrics().height() * QSize(30, 26);
}

void FigurePreview::setFigure(const widgets::Figure &figure) {
    const auto side = [](int pixels) {
        return widgets::numberText(widgets::millimetresOf(pixels), {.decimals = 0});
    };
    figure_ = figure;
    imageScale_ = 0;
    say(tr("%1 × %2 mm").arg(side(figure.size.width()), side(figure.size.height())));
}

void FigurePreview::setTrouble(const QString &why) {
    figure_.reset();
    say(why);
}

void FigurePreview::say(const QString &caption) {
    caption_ = caption;
    setAccessibleName(tr("Preview"));
    setAccessibleDescription(caption);
    update();
}

const QImage &FigurePreview::imageAt(double scale) {
    if (imageScale_ != scale) {
        image_ = widgets::figureImage(*figure_, scale);
        imageScale_ = scale;
    }
    return image_;
}

QRect FigurePreview::room() const {
    const int line = fontMetrics().height();
    return rect().adjusted(line / 2, line / 2, -line / 2, -2 * line);
}

void FigurePreview::paintEvent(QPaintEvent *event) {
    QFrame::paintEvent(event);
    QCPPainter painter(this);
    const widgets::Theme &theme = widgets::Theme::of(palette());
    painter.setPen(theme.text);
    if (!figure_) {
        painter.drawText(rect().adjusted(10, 10, -10, -10), Qt::AlignCenter | Qt::TextWordWrap,
                         caption_);
        return;
    }
    const int line = fontMetrics().height();
    painter.drawText(QRect(0, height() - line - line / 2, width(), line), Qt::AlignCenter,
                     caption_);
    const QRect room = this->room();
    const QSizeF size = figure_->size;
    const double scale =
        std::min({room.width() / size.width(), room.height() / size.height(), 2.0});
    const QRect place(room.center() - QPoint(static_cast<int>(size.width() * scale / 2),
                                             static_cast<int>(size.height() * scale / 2)),
                      (size * scale).toSize());
    if (place.isEmpty())
        return;
    const QImage *image = nullptr;
    try {
        image = &imageAt(scale * devicePixelRatioF());
    } catch (const widgets::ExportError &error) {
        // There is a figure, but it is too large to be seen in this room.
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, error.sentence());
        return;
    }
    if (!figure_->grounds.isEmpty())
        paintSquares(painter, place, widgets::Theme::light());  // whose colours the figure has
    painter.drawImage(QRectF(place), *image);
    painter.setPen(theme.pen(theme.outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place);
}

}  // namespace app
