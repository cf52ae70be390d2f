// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/piece_list.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <utility>

#include "widgets/drawing/strip.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/tool_tip.h"

namespace widgets {
namespace {

constexpr double leastUnit = 3;  // pixels per unit of a strip

}  // namespace

void PieceListModel::show(std::shared_ptr<const PieceNames> names, const QString &search) {
    beginResetModel();
    names_ = std::move(names);
    pieces_ = names_ ? matchingPieces(*names_, search) : std::vector<int>();
    endResetModel();
}

int PieceListModel::pieceAt(int row) const {
    return row >= 0 && row < rowCount() ? pieces_[static_cast<std::size_t>(row)] : -1;
}

int PieceListModel::rowOf(int piece) const {
    const auto found = std::find(pieces_.begin(), pieces_.end(), piece);
    return found == pieces_.end() ? -1 : static_cast<int>(found - pieces_.begin());
}

int PieceListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(pieces_.size());
}

QVariant PieceListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int piece = pieceAt(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return names_->labels[static_cast<std::size_t>(piece)];
        case Qt::ToolTipRole:
            return plainToolTip(
                tr("“%1”, row %2 of the table")
                    .arg(names_->labels[static_cast<std::size_t>(piece)], QString::number(piece)));
        case idRole:
            return piece;
        default:
            return {};
    }
}

void PieceDelegate::setTable(std::shared_ptr<const model::Model> model, TableSide side,
                             double limit) {
    model_ = std::move(model);
    side_ = side;
    limit_ = limit;
}

QRectF PieceDelegate::stripRect(const QRect &item) {
    const double inset = std::round(item.height() * 0.25);
    const double width = std::round(item.width() * 0.45);
    return {item.right() - width - inset / 2, item.top() + inset, width, item.height() - 2 * inset};
}

QSize PieceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    return {option.fontMetrics.height() * 8, option.fontMetrics.height() * 3 / 2};
}

void PieceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const {
    const Theme &theme = Theme::of(option.palette);
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, widget);
    const QRectF strip = stripRect(option.rect);
    const double pad = option.fontMetrics.height() * 0.3;
    const QRectF label(option.rect.left() + pad, option.rect.top(),
                       strip.left() - option.rect.left() - 2 * pad, option.rect.height());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                    static_cast<int>(label.width())));
    const int piece = index.data(PieceListModel::idRole).toInt();
    if (!model_ || strip.width() < 4 * leastUnit)
        return;
    const model::WeightMatrix &table = embeddingTable(*model_, side_);
    if (piece >= table.rows())
        return;
    const int units = static_cast<int>(table.cols());
    const StripPlace place{strip, Qt::Horizontal, stripUnits(units, strip.width(), leastUnit)};
    painter->fillRect(strip, theme.surface);
    const model::Row values = table.row(piece);
    drawStrip(*painter, place, {values.data(), static_cast<std::size_t>(units)}, limit_, theme);
}

}  // namespace widgets
