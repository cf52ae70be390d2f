// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/drawing/rows.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/screen_grip.h"
#include "widgets/scores/geometry.h"

namespace widgets {

/// What a ScoresBars shows: values of one step, a row per source piece.
struct ScoresContent {
    QString title;              ///< header, e.g. "softmax α"
    QString footer;             ///< e.g. "Σ = 1.000"
    bool footed = true;         ///< there is a place for the footer below the rows
    QStringList labels;         ///< source words left of the bars; empty: no column for them
    std::vector<float> values;  ///< as many as rows
    /// A column of numbers left of the bars, where there is room for it, and its heading.
    QStringList column;
    QString columnTitle;          ///< empty: no column
    QString columnTip;            ///< what the column is, in a sentence
    QStringList columnWidest;     ///< as wide as it gets, so that bars stay where they are
    std::vector<float> outlines;  ///< other values, as outlines over the bars; empty: none
    bool whatIf = false;  ///< the values are not those of the model: paler, title emphasised
    int rows = 0;
    ValueRange range;
    double progress = 1;  ///< 0: outlines only; below 1: bars grow, without numbers
    int decimals = 2;
    bool sign = false;           ///< numbers with their sign
    bool numbersBeside = false;  ///< right after the end of the bar instead of in a column
    bool share = false;          ///< of 1: what the decimals cannot tell from nothing says so
    bool attention = false;      ///< the attention hue; otherwise grey
    bool draggable = false;      ///< the ends of the bars can be moved
    QString barTip;              ///< what can be done with a bar, in a sentence
    int marked = -1;             ///< hovered or selected row
};

/// One of the two bar charts of ScoresPanel. It shows what it is given and tells which row the
/// pointer is on.
class ScoresBars : public QWidget {
    Q_OBJECT
  public:
    explicit ScoresBars(QWidget *parent = nullptr);

    void setContent(ScoresContent content);
    const ScoresContent &content() const { return content_; }
    void setScroll(double pixels);
    Rows rows() const;
    /// The row at a point, or −1.
    int rowAt(const QPointF &position) const;

    /// The bar of a row, in widget coordinates; of no width where nothing is computed.
    QRectF barRect(int row) const;
    /// The number of a row as it is written.
    QString numberText(int row) const;
    /// The outline over the bar of a row; null where there is none.
    QRectF outlineRect(int row) const;
    /// Whether there is room for the column of numbers.
    bool columnShown() const { return columns_.columnRight > 0; }

    QSize minimumSizeHint() const override;
    /// The height at which no row has to be scrolled to, in the font of the widget.
    int wholeHeight() const;
    /// The font of the rows: that of the widget or, where it lets more rows be seen, a smaller one.
    const QFont &rowFont() const { return rowFont_; }

  signals:
    void hovered(int row);  ///< −1: none
    void pressed(int row);
    /// A bar is being dragged: taken, moved so far that its value would change by `change` against
    /// that at the beginning, let go.
    void grabbed(int row);
    void dragged(int row, double change);
    void dropped();

  public slots:
    /// The bar under the pointer does not follow it any longer.
    void endDrag();

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    /// The columns of the chart, left to right.
    struct Columns {
        double labelRight = 0;
        double columnRight = 0;  // 0: none
        double barLeft = 0;
        double barRight = 0;
        double numberRight = 0;
    };
    void fitRows();
    void measureColumns();
    QFont columnFont() const;
    void paintRow(QPainter &painter, int row, const Theme &theme) const;
    void paintHeader(QPainter &painter, const Theme &theme) const;
    void paintBar(QPainter &painter, int row, const Theme &theme) const;
    QRectF barFrom(float value, int row) const;
    bool canGrab(const QPointF &position) const;

    ScoresContent content_;
    Columns columns_;
    QFont rowFont_;
    double rowHeight_ = 0;
    double scroll_ = 0;
    /// A press on a bar, which may become a drag.
    struct Grab {
        int row = 0;
        double x = 0;
        double perPixel = 0;  ///< of what the bar shows; kept, as bars get other lengths on the way
        ScreenGrip grip = {};
        bool dragged = false;
    };
    std::optional<Grab> grab_;
};

}  // namespace widgets
