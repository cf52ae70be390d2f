// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <span>

#include "widgets/drawing/strip.h"
#include "widgets/drawing/theme.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

/// What a model without attention has in its place: the one vector that every word of the
/// translation is made from, what the encoder ended with in each direction, as strips of colour
/// with the words at which it ended. There only where the trace is of such a model.
class FixedVector : public QWidget {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the widget.
    explicit FixedVector(Viewpoint *viewpoint, QWidget *parent = nullptr);

    /// Shows what the viewpoint looks at now.
    void refresh();
    /// "c₁ = … = c₉ = [→h₁₀ ; ←h₁]"
    QString formula() const;
    /// The end of one direction: its label, where it is drawn, and its values; empty where the
    /// encoder has no such direction.
    struct End {
        QString label;
        StripPlace place;
        std::span<const float> values;
        bool read = false;  ///< it has been computed at the moment in view
    };
    std::array<End, 2> ends() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

  private:
    static double limitOf(const std::array<End, 2> &ends);
    void paintHead(QPainter &painter, const Theme &theme, double limit) const;
    void paintEnd(QPainter &painter, const Theme &theme, const End &end, double limit) const;
    QString tip(const QPointF &point) const;

    Viewpoint *viewpoint_;
};

}  // namespace widgets
