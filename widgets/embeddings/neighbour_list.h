// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "widgets/drawing/strip.h"
#include "widgets/drawing/theme.h"
#include "widgets/embeddings/piece_canvas.h"

namespace widgets {

/// A piece near the looked-up one.
struct NeighbourEntry {
    int piece = 0;
    QString label;
    double cosine = 0;
    bool operator==(const NeighbourEntry &) const = default;
};

/// What the list shows.
struct NeighbourContent {
    QString title;              ///< the looked-up piece
    QString caption;            ///< what row it is
    std::vector<float> values;  ///< of its row [E]
    double limit = 1;           ///< of the diverging colours of the row
    Role role = Role::source;   ///< whose table
    std::vector<NeighbourEntry> neighbours;
    QString note;  ///< in place of the neighbours, while there are none
};

/// A looked-up row of an embedding table as a colour strip and, below it, its nearest neighbours
/// with bars and numbers.
class NeighbourList : public PieceCanvas {
    Q_OBJECT
  public:
    explicit NeighbourList(QWidget *parent = nullptr);

    void show(NeighbourContent content);
    /// The unit of the row that is pointed at anywhere; −1: none.
    void setMarkedUnit(int unit);

    const NeighbourContent &content() const { return content_; }
    /// As many neighbours as there is room for.
    int shownRows() const;
    /// The bar of a neighbour: from 0 to its cosine, where 1 fills the room for bars.
    QRectF barRect(int row) const;
    /// The colour strip of the row.
    StripPlace stripPlace() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// A unit of the looked-up row; −1: none.
    void unitHovered(int unit);

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    int pieceAt(const QPointF &position) const override;
    int listed() const override { return shownRows(); }
    int pieceIn(int row) const override {
        return content_.neighbours[static_cast<std::size_t>(row)].piece;
    }
    void describe() override;

  private:
    double headerHeight() const;
    double rowHeight() const;
    void measure();
    int rowAt(const QPointF &position) const;
    QString rowText(int row) const;
    void drawHeader(QPainter &painter, const Theme &theme) const;
    void drawRow(QPainter &painter, const Theme &theme, int row) const;
    QString toolTipAt(const QPoint &position) const;

    NeighbourContent content_;
    int unit_ = -1;
    double labelWidth_ = 0;  ///< of the widest label in view
};

}  // namespace widgets
