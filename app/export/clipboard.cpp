// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <memory>

namespace app {

void copyFigure(const widgets::Figure &figure, double scale) {
    auto data = std::make_unique<QMimeData>();
    data->setImageData(widgets::figureImage(figure, scale));
    data->setData(QStringLiteral("image/svg+xml"),
                  widgets::figureBytes(figure, QStringLiteral("svg"), 1));
    QGuiApplication::clipboard()->setMimeData(data.release());
}

}  // namespace app
