// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/text.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <QTextOption>
#include <cmath>

namespace widgets {

FigureText::FigureText(const QString &text, const QFont &font, const QColor &color, double width,
                       int lines)
    : font_(font), color_(color) {
    const QFontMetricsF metrics(font);
    lineHeight_ = std::ceil(metrics.height() * 1.1);
    ascent_ = metrics.ascent();
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const QString rest = text.mid(line.textStart());
        if (lines_.size() + 1 == lines) {
            lines_.append(metrics.elidedText(rest, Qt::ElideRight, width));
            break;
        }
        lines_.append(rest.left(line.textLength()).trimmed());
    }
    layout.endLayout();
}

void FigureText::draw(QPainter &painter) const {
    painter.setFont(font_);
    painter.setPen(color_);
    for (qsizetype i = 0; i < lines_.size(); ++i)
        painter.drawText(topLeft_ + QPointF(0, lineHeight_ * static_cast<double>(i) + ascent_),
                         lines_[i]);
}

}  // namespace widgets
