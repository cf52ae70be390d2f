// SPDX-License-Identifier: GPL-3.0-or-later
// How the unrolled view keeps what does not change, and paints the rest over it.
#include <qcustomplot.h>

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QScrollBar>
#include <memory>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/theme.h"
#include "widgets/figure/file.h"
#include "widgets/unrolled/bands.h"
#include "widgets/unrolled/paint.h"
#include "widgets/unrolled/view.h"

namespace widgets {

UnrolledScene UnrolledView::scene() const {
    const QRectF visible(horizontalScrollBar()->value(), verticalScrollBar()->value(),
                         viewport()->width() - places_.captionWidth(), viewport()->height());
    return {.content = content_,
            .geometry = places_,
            .theme = Theme::of(*this),
            .font = font(),
            .moment = viewpoint_->moment(),
            .hovered = viewpoint_->hovered(),
            .selected = viewpoint_->selected(),
            .visible = visible,
            .leastWeight = options_.leastWeight,
            .arrival = arrival_,
            .message = message()};
}

UnrolledView::LayerKey UnrolledView::keyAt(const Moment &moment) const {
    return {.trace = content_.trace,
            .size = viewport()->size(),
            .ratio = devicePixelRatioF(),
            .surface = Theme::of(palette()).surface.rgb(),
            .offset = {horizontalScrollBar()->value(), verticalScrollBar()->value()},
            .moment = moment,
            .zoom = zoom_,
            .leastWeight = options_.leastWeight,
            .joined = options_.joined,
            .compared = content_.compared,
            .font = font()};
}

void UnrolledView::beginBase() {
    if (!content_.trace || !isVisible())
        return;
    UnrolledScene scene = this->scene();
    scene.font = fontOfItsOwn(scene.font);
    const LayerKey key = keyAt(unrolledBaseMoment(scene.moment));
    encoderOfBase_ = keyAt(unrolledEncoderMoment(scene.moment, content_.extent()));
    base_.begin(key, key.size, key.ratio,
                [scene, content = content_, geometry = places_](QPainter &painter) {
                    paintUnrolledBase(painter, scene.of(content, geometry));
                });
}

const QImage &UnrolledView::base(const UnrolledScene &scene) const {
    const LayerKey key = keyAt(unrolledBaseMoment(scene.moment));
    return base_.of(key, key.size, key.ratio, [&](QPainter &painter) {
        const LayerKey encoder = keyAt(unrolledEncoderMoment(scene.moment, content_.extent()));
        if (std::exchange(encoderOfBase_, encoder) != encoder) {
            // All is new. The encoder part is kept for itself only once there is a second step
            // over it.
            paintUnrolledBase(painter, scene);
            return;
        }
        const QImage &below = encoder_.of(encoder, key.size, key.ratio, [&](QPainter &reading) {
            paintUnrolledReading(reading, scene);
        });
        // The columns of the steps end where those of the encoder begin: below, there is nothing to
        // replace.
        painter.setClipRect(
            QRectF(0, 0, viewport()->width(), toViewport({0, places_.annotation(0).top()}).y()));
        painter.drawImage(0, 0, below);
        toUnrolledColumns(painter, scene);
        paintUnrolledDecoder(painter, scene);
    });
}

/// What a figure is painted from, whatever becomes of the view.
struct UnrolledView::WholePicture {
    UnrolledData content;
    UnrolledGeometry geometry;
};

namespace {

/// That the picture goes on beyond an edge.
void paintCut(QPainter &painter, const UnrolledScene &scene, double x) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(scene.theme.pen(scene.theme.outline, 1));
    painter.drawLine(QPointF(x, 0), QPointF(x, scene.visible.height()));
    painter.restore();
}

}  // namespace

Figure UnrolledView::bandFigure(const std::shared_ptr<const WholePicture> &whole, double left,
                                double right, const QString &title) const {
    const UnrolledGeometry &places = whole->geometry;
    const QRectF visible(left, 0, right - left, places.content().height());
    Figure figure;
    figure.size = QSizeF(places.captionWidth() + visible.width(), visible.height()).toSize();
    figure.title = title;
    figure.description = accessibleDescription();
    const UnrolledScene scene{.content = whole->content,
                              .geometry = places,
                              .theme = Theme::of(*this),
                              .font = font(),
                              .moment = viewpoint_->moment(),
                              .hovered = {},
                              .selected = viewpoint_->selected(),
                              .visible = visible,
                              .leastWeight = options_.leastWeight};
    figure.paint = [whole, scene](QCPPainter &painter) {
        paintUnrolled(painter, scene);
        const double captions = scene.geometry.captionWidth();
        if (scene.visible.left() > 0)
            paintCut(painter, scene, captions);
        if (scene.visible.right() < scene.geometry.content().width())
            paintCut(painter, scene, captions + scene.visible.width() - 1);
    };
    return figure;
}

Figure UnrolledView::figure(const QString &title) {
    // At the readable size, and as large as the view without its scroll bars and map, or larger.
    UnrolledInput input = unrolledInput(content_, metrics_, size(), 1);
    input.viewport.setWidth(UnrolledGeometry(input).widthForLabels());
    const auto whole =
        std::make_shared<const WholePicture>(WholePicture{content_, UnrolledGeometry(input)});
    return bandFigure(whole, 0, whole->geometry.content().width(), title);
}

std::vector<Figure> UnrolledView::pageFigures(const QString &title, double width) {
    Figure alone = figure(title);
    if (alone.size.width() <= width)
        return {std::move(alone)};
    const UnrolledBands cut = unrolledBands(unrolledInput(content_, metrics_, size(), 1), width,
                                            viewpoint_->moment().step());
    const auto whole = std::make_shared<const WholePicture>(WholePicture{content_, cut.geometry});
    std::vector<Figure> figures;
    for (const UnrolledBand &band : cut.bands)
        figures.push_back(bandFigure(whole, band.left, band.right, title));
    return figures;
}

void UnrolledView::copyPicture() {
    const Figure whole = figure(title());
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(whole.size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    QCPPainter painter(&pixmap);
    whole.paint(painter);
    painter.end();
    QApplication::clipboard()->setPixmap(pixmap);
}

void UnrolledView::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    const UnrolledScene scene = this->scene();
    if (content_.trace) {
        painter.drawImage(0, 0, base(scene));
        painter.save();
        toUnrolledColumns(painter, scene);
        paintUnrolledStep(painter, scene);
        paintUnrolledArrival(painter, scene);
        painter.restore();
    } else {
        paintUnrolled(painter, scene);
    }
    if (showsFocus(*this)) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(scene.theme.pen(scene.theme.role(Role::source), 2));
        const int inset = static_cast<int>(scene.theme.thickness(2) / 2);
        painter.drawRect(viewport()->rect().adjusted(inset, inset, -inset, -inset));
    }
}

}  // namespace widgets
