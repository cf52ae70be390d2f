// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>
#include <QPixmap>

namespace widgets {
namespace {

/// Triangle in the unit square, from x to x + width, pointing right for width > 0.
void addTriangle(QPainterPath *path, double x, double width) {
    path->moveTo(x, 0.15);
    path->lineTo(x + width, 0.5);
    path->lineTo(x, 0.85);
    path->closeSubpath();
}

/// The outline of the icon in the unit square.
QPainterPath outline(Transport transport) {
    QPainterPath path;
    switch (transport) {
        case Transport::toStart:
            path.addRect(0.16, 0.15, 0.12, 0.7);
            addTriangle(&path, 0.86, -0.56);
            break;
        case Transport::back:
            addTriangle(&path, 0.90, -0.42);
            addTriangle(&path, 0.50, -0.42);
            break;
        case Transport::play:
            addTriangle(&path, 0.22, 0.64);
            break;
        case Transport::pause:
            path.addRect(0.22, 0.15, 0.2, 0.7);
            path.addRect(0.58, 0.15, 0.2, 0.7);
            break;
        case Transport::on:
            addTriangle(&path, 0.10, 0.42);
            addTriangle(&path, 0.50, 0.42);
            break;
        case Transport::toEnd:
            addTriangle(&path, 0.14, 0.56);
            path.addRect(0.72, 0.15, 0.12, 0.7);
            break;
        case Transport::loop: {
            QPainterPath arc;
            arc.arcMoveTo(0.17, 0.17, 0.66, 0.66, 20);
            arc.arcTo(0.17, 0.17, 0.66, 0.66, 20, -290);
            QPainterPathStroker stroker;
            stroker.setWidth(0.12);
            path = stroker.createStroke(arc);
            // The head, where the arc ends: at its top, pointing to the right.
            path.setFillRule(Qt::WindingFill);
            path.moveTo(0.46, -0.02);
            path.lineTo(0.80, 0.19);
            path.lineTo(0.46, 0.40);
            path.closeSubpath();
            break;
        }
    }
    return path;
}

class TransportIconEngine : public QIconEngine {
  public:
    TransportIconEngine(Transport transport, const QPalette &palette)
        : transport_(transport), palette_(palette) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width(), rect.height());
        painter->fillPath(outline(transport_), palette_.color(group, QPalette::ButtonText));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TransportIconEngine(*this); }

  private:
    Transport transport_;
    QPalette palette_;
};

}  // namespace

QIcon transportIcon(Transport transport, const QPalette &palette) {
    return QIcon(new TransportIconEngine(transport, palette));
}

}  // namespace widgets
