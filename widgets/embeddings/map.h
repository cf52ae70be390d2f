// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <memory>
#include <vector>

#include "widgets/embeddings/piece_canvas.h"
#include "widgets/viewpoint/embedding_tables.h"

namespace widgets {

struct LabelWish;
struct Theme;

/// A piece that stands out from the cloud.
struct MapMark {
    enum Kind {
        lookedUp,
        before,  ///< what is looked up in its place in what is compared with
        word,
        neighbour,
    };
    int piece = 0;
    Kind kind = word;
    bool operator==(const MapMark &) const = default;
};

/// The map of an embedding table: its rows on their two principal axes, with the same scale on
/// both. A cloud of all pieces, drawn once into a pixmap; on it the pieces that stand out, with
/// labels that do not overlap; those left out show when they are pointed at.
class EmbeddingMap : public PieceCanvas {
    Q_OBJECT
  public:
    explicit EmbeddingMap(QWidget *parent = nullptr);

    /// The table: both null while it is being computed.
    void setTable(std::shared_ptr<const PieceNames> names,
                  std::shared_ptr<const EmbeddingSpace> space, TableSide side);
    /// What stands out, what matters most first.
    void setMarks(std::vector<MapMark> marks);
    /// For a figure: painted for whatever size it is written in.
    void makeStill() { still_ = true; }

    const std::vector<MapMark> &marks() const { return marks_; }
    /// Where a piece lies, in widget coordinates.
    QPointF pointOf(int piece) const;
    /// The label of each mark; empty where there was no room for it. The looked-up piece has one
    /// in any case.
    std::vector<QRectF> labelRects() const;
    /// "PC 1 (8.3 % of variance)"; empty while it is being computed.
    QString axisTitle(int axis) const;
    /// What is told about the hovered piece: its name and coordinates.
    QString hoverText() const;
    /// The same as it is written on the map: on two lines where there is no room for one.
    QStringList hoverLines() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    int pieceAt(const QPointF &position) const override;
    int listed() const override { return static_cast<int>(marks_.size()); }
    int pieceIn(int row) const override { return marks_[static_cast<std::size_t>(row)].piece; }
    bool canClick(int) const override { return true; }
    void describe() override;

  private:
    QRectF plotRect() const;
    void layOut() const;
    double radiusOf(const MapMark &mark) const;
    QString labelOf(int piece) const;
    void drawMap(QPainter &painter, const Theme &theme);
    void drawCloud(QPainter &painter, const Theme &theme) const;
    void drawAxes(QPainter &painter, const Theme &theme) const;
    QString coordinatesOf(int piece) const;
    QRectF labelInAnyCase(const LabelWish &wish) const;
    void drawMarks(QPainter &painter, const Theme &theme) const;
    void drawHovered(QPainter &painter, const Theme &theme) const;
    QColor colorOf(const MapMark &mark, const Theme &theme) const;

    std::shared_ptr<const PieceNames> names_;
    std::shared_ptr<const EmbeddingSpace> space_;
    TableSide side_ = TableSide::source;
    std::vector<MapMark> marks_;
    bool still_ = false;
    /// Where the pieces lie at the size below: worked out when it is needed first.
    mutable std::vector<QPointF> points_;
    mutable QSize laidOut_;
    mutable QPixmap cloud_;
    QRgb cloudSurface_ = 0;
};

}  // namespace widgets
