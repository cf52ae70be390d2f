// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPen>
#include <QString>
#include <algorithm>
#include <utility>
#include <vector>

#include "widgets/drawing/strip.h"
#include "widgets/unrolled/paint.h"

class QPainter;

// The parts of the unrolled picture, for the files that paint it.
namespace widgets {

/// How much of a later part of a stage is done: the part from `begin` to `end` of its fraction.
inline double part(double fraction, double begin, double end) {
    return std::clamp((fraction - begin) / (end - begin), 0.0, 1.0);
}

inline QFont boldened(QFont font, bool bold) {
    font.setBold(bold);
    return font;
}

/// One painting of a scene: the painter, and what all parts of it ask for.
class UnrolledBrush {
  public:
    UnrolledBrush(QPainter &painter, const UnrolledScene &scene);

    void encoder();
    void initial();
    void finishedSteps();
    void sourceMarks();
    void stepMarks();
    void comparison();
    void numbers();
    void flow();
    void currentStep();
    void captions();
    void legend();
    void unitMark(const Selection &selection);
    /// What is held by hand.
    void heldMarks();

  private:
    int step() const { return scene_.moment.step(); }
    double done(Stage stage, int index) const {
        return progress(scene_.moment, extent_, stage, index);
    }
    bool attention() const { return scene_.content.trace->hasAttention(); }
    /// A source piece, or one that is shown as one with it.
    bool marked(int source) const;
    double sourceMiddle(int source) const;
    /// Whether the box of a word is painted when its turn comes: once for all of its pieces.
    bool leadsSource(int source) const;
    void sourceBox(int source, const QColor &fill, const QPen &pen, bool bold, const QColor &ink);
    /// The steps that are shown as one with a step: once the last of them has chosen its piece.
    std::pair<int, int> chosenGroup(int step) const;
    void moveToMiddle(UnrolledLink &link) const;
    model::Row threadWeights(int first, int last) const;
    UnrolledLink threadTo(int source, int first, int last) const;
    const model::StepTrace &stepTrace() const {
        return *scene_.content.trace->steps[static_cast<std::size_t>(step())];
    }

    void box(const QRectF &rect, const QString &text, const QColor &fill, const QPen &pen,
             bool bold, const QColor &ink, UnrolledGeometry::Labels labels);
    void outline(const QRectF &rect, double radius);
    void arrow(const QPointF &from, const QPointF &to, const QColor &color);
    void arrow(const QPolygonF &way, const QColor &color);
    void line(const QPointF &from, const QPointF &to, const QColor &color);
    void vector(const StripPlace &place, Vector strip, int index);
    void edge(const StripPlace &place);
    void frame(const QRectF &rect, const QColor &color, double width);
    StripPlace placeOf(const Selection &selection) const;
    void sourceColumn(int source);
    void word(int step, double shown, bool current);
    void wordBefore(int first, int last);
    void state(int step, bool current);
    void stateLabels(int first, int last);
    std::vector<UnrolledLink> visibleLinks(const model::Row &weights) const;
    void earlierLinks(int first, int last);
    void links(double weighed, double grown);
    void linksBefore();
    void contextLabel();
    void crossing(double grown);
    void readoutNode(int step);
    void readout(int step);
    void numberRow(bool weights, double opacity, double revealed);
    std::vector<int> numberOrder(const model::Row &values, bool weights) const;

    QPainter &p_;
    const UnrolledScene &scene_;
    const UnrolledGeometry &g_;
    const Theme &theme_;
    Extent extent_;
    QFont small_;
};

}  // namespace widgets
