// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <stop_token>

#include "widgets/figure/file.h"

// The steps by which a figure becomes a PNG.
namespace widgets {

/// A picture to paint a figure into, checked, without its contents. @throws ExportError as
/// figureImage()
QImage emptyPicture(const Figure &figure, double scale);
/// Notes in a painted picture what it is and how large.
void describePicture(QImage &image, const Figure &figure, double scale);
/// Its bytes were not to be had. @throws ExportError if there are none
QByteArray drawn(const QByteArray &bytes);
/// A picture as a file. @throws ExportError as drawn(), model::Cancelled if it was asked to stop
QByteArray pngBytes(const QImage &image, const std::stop_token &stop = {});

}  // namespace widgets
