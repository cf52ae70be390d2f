// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>

#include "widgets/drawing/theme.h"
#include "widgets/unrolled/arrival.h"
#include "widgets/unrolled/data.h"
#include "widgets/unrolled/geometry.h"
#include "widgets/viewpoint/moment.h"
#include "widgets/viewpoint/selection.h"

class QPainter;

// The unrolled view as a picture: a pure function of what stands in UnrolledScene.
namespace widgets {

/// Everything that the picture depends on. Refers to values that live elsewhere.
struct UnrolledScene {
    const UnrolledData &content;
    const UnrolledGeometry &geometry;
    Theme theme;
    QFont font;
    Moment moment;
    Selection hovered;
    Selection selected;
    QRectF visible;                         ///< part of the content to draw, in content coordinates
    double leastWeight = leastDrawnWeight;  ///< of the links that are drawn
    Arrival arrival = {};                   ///< what is new and fades in
    QString message = {};                   ///< why there is nothing to draw

    /// The same of values that live elsewhere.
    UnrolledScene of(const UnrolledData &otherContent,
                     const UnrolledGeometry &otherGeometry) const {
        return {otherContent, otherGeometry, theme,   font,        moment,
                hovered,      selected,      visible, leastWeight, arrival};
    }
};

/// What paintUnrolledEncoder depends on of a moment: at moments with equal values it is the same.
Moment unrolledEncoderMoment(const Moment &moment, const Extent &extent);
/// The same for paintUnrolledDecoder.
Moment unrolledBaseMoment(const Moment &moment);

/// What of the content may look different at two moments; a null rectangle: all of it.
std::vector<QRectF> unrolledChanges(const UnrolledScene &scene, const Moment &before);

/// Source pieces, embeddings and the encoder states, in content coordinates.
void paintUnrolledEncoder(QPainter &painter, const UnrolledScene &scene);
/// The steps before and after the current one: what stays while a step is computed.
void paintUnrolledDecoder(QPainter &painter, const UnrolledScene &scene);
/// The current step and the marks of the selection, over both.
void paintUnrolledStep(QPainter &painter, const UnrolledScene &scene);
/// The table of embeddings while its rows are looked up, the one in view on its way to its place.
/// Part of the step.
void paintUnrolledLookup(QPainter &painter, const UnrolledScene &scene);
/// What is new, as far as it has come: over everything else.
void paintUnrolledArrival(QPainter &painter, const UnrolledScene &scene);
/// What of the content it covers.
std::vector<QRectF> arrivalRects(const UnrolledScene &scene);
/// The captions of the rows: x in viewport coordinates, y in content coordinates.
void paintUnrolledCaptions(QPainter &painter, const UnrolledScene &scene);

/// From the coordinates of a viewport whose columns begin at scene.visible to those of the content;
/// what is painted beyond the columns is cut off.
void toUnrolledColumns(QPainter &painter, const UnrolledScene &scene);
/// Surface, captions and encoder of such a viewport.
void paintUnrolledReading(QPainter &painter, const UnrolledScene &scene);
/// The same, and the steps that are not in view.
void paintUnrolledBase(QPainter &painter, const UnrolledScene &scene);

/// The whole picture of a viewport whose columns begin at scene.visible: surface, captions,
/// encoder, decoder, step; without content the sentence that says what to do.
void paintUnrolled(QPainter &painter, const UnrolledScene &scene);

}  // namespace widgets
