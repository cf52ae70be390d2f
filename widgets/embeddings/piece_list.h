// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <memory>
#include <vector>

#include "widgets/viewpoint/embedding_tables.h"

namespace widgets {

/// The pieces of one vocabulary that a search finds: a snapshot that is replaced as a whole.
class PieceListModel : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { idRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    /// All pieces whose names hold `search`; `names` may be null: none.
    void show(std::shared_ptr<const PieceNames> names, const QString &search);
    /// The piece of a row, or −1.
    int pieceAt(int row) const;
    /// The row of a piece, or −1 where it was not found.
    int rowOf(int piece) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

  private:
    std::shared_ptr<const PieceNames> names_;
    std::vector<int> pieces_;
};

/// Draws a piece of a vocabulary and, beside it, its row of the table as a colour strip.
class PieceDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The table whose rows are drawn; null: none.
    void setTable(std::shared_ptr<const model::Model> model, TableSide side, double limit);
    /// Where the strip of an item lies.
    static QRectF stripRect(const QRect &item);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  private:
    std::shared_ptr<const model::Model> model_;
    TableSide side_ = TableSide::source;
    double limit_ = 1;
};

}  // namespace widgets
