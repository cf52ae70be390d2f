// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPointF>
#include <QString>
#include <QStringList>

namespace widgets {

/// A paragraph of a figure: broken into lines of at most `width` at words (inside a word only where
/// it is longer than a line), the last line shortened with "…" if there are more than `lines`.
class FigureText {
  public:
    FigureText() = default;
    FigureText(const QString &text, const QFont &font, const QColor &color, double width,
               int lines);

    double height() const { return lineHeight_ * static_cast<double>(lines_.size()); }
    const QStringList &lines() const { return lines_; }
    void moveTo(const QPointF &topLeft) { topLeft_ = topLeft; }
    void draw(QPainter &painter) const;

  private:
    QStringList lines_;
    QFont font_;
    QColor color_;
    QPointF topLeft_;
    double lineHeight_ = 0;
    double ascent_ = 0;
};

}  // namespace widgets
