// SPDX-License-Identifier: GPL-3.0-or-later
// Attention painted into the heatmap by hand.
#include <QAction>
#include <QMouseEvent>
#include <QPushButton>
#include <numeric>

#include "widgets/heatmap/panel.h"
#include "widgets/panel/attention_hand.h"
#include "widgets/panel/letter_key.h"
#include "widgets/text/language.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double dose = 0.2;  // of the attention of a row, for each cell that is painted

std::vector<int> positionsOf(const HeatmapEntry &column) {
    std::vector<int> positions(static_cast<std::size_t>(column.end - column.begin));
    std::iota(positions.begin(), positions.end(), column.begin);
    return positions;
}

}  // namespace

void HeatmapPanel::buildPainting(QWidget *body) {
    hand_ = new AttentionHand(viewpoint(), this);
    connect(hand_, &AttentionHand::changed, this, [this] { stroking_ &= hand_->holds(); });
    paint_ = new QAction(this);
    paint_->setObjectName(QStringLiteral("heatmapPaint"));
    paint_->setCheckable(true);
    paintButton_ = new QPushButton(body);
    paintButton_->setObjectName(QStringLiteral("heatmapPaintButton"));
    paintButton_->setCheckable(true);
    paintButton_->setFocusPolicy(Qt::NoFocus);  // the key P does the same
    inEveryLanguage(*this, [this] {
        paint_->setText(tr("Pain&t attention by hand"));
        paintButton_->setText(tr("Paint"));
        paintButton_->setAccessibleName(tr("Paint attention by hand"));
        paintButton_->setToolTip(
            tr("Paint attention by hand: drag along a row to give its cells attention, with Shift "
               "to take it away. P begins and ends."));
    });
    connect(paint_, &QAction::toggled, this, &HeatmapPanel::setPainting);
    connect(paintButton_, &QPushButton::clicked, paint_, &QAction::setChecked);
    onLetter(*this, Qt::Key_P, [this] {
        if (paint_->isEnabled())
            paint_->toggle();
    });
}

void HeatmapPanel::setPainting(bool painting) {
    paintButton_->setChecked(painting);
    if (!painting)
        hand_->letGo();
    plot_->setCursor(Qt::ArrowCursor);  // until the pointer moves
    showCaption();
}

bool HeatmapPanel::canPaint() const {
    // What is seen has to be what is painted.
    return !options().posterior && emptyMessage().isEmpty();
}

void HeatmapPanel::fitPainting() {
    paint_->setEnabled(canPaint());
    paintButton_->setEnabled(canPaint());
    if (!canPaint())
        paint_->setChecked(false);
}

QString HeatmapPanel::paintingText() const {
    return tr("drag along a row: more attention; with Shift: less; P or Escape ends");
}

bool HeatmapPanel::takeRow(int row) {
    const HeatmapData &data = plot_->data();
    if (row < 0 || row >= data.weights.rows())
        return false;
    const HeatmapEntry &entry = data.rows[static_cast<std::size_t>(row)];
    return hand_->take(entry.begin, entry.end - entry.begin);
}

void HeatmapPanel::paintCell(const HeatmapCell &cell, double share) {
    painted_ = cell;
    const HeatmapEntry &column = plot_->data().columns[static_cast<std::size_t>(cell.column)];
    hand_->addShare(positionsOf(column), share);
}

/// What the pointer does while it paints; whether it was about that.
bool HeatmapPanel::paintWith(QEvent &event) {
    if (!paint_->isChecked())
        return false;
    const auto type = event.type();
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseMove &&
        type != QEvent::MouseButtonRelease && type != QEvent::MouseButtonDblClick)
        return false;
    const auto &mouse = static_cast<QMouseEvent &>(event);
    const double share = mouse.modifiers() & Qt::ShiftModifier ? -dose : dose;
    if (type == QEvent::MouseMove) {
        // It stays in its row, wherever the pointer goes; and columns are where they were: other
        // words have other widths, and what is said above takes room.
        const int column = stroking_ ? gripped_.columnAt(grip_.position(mouse).x()) : -1;
        if (column >= 0 && column != painted_.column)
            paintCell({painted_.row, column}, share);
        return stroking_;
    }
    if (mouse.button() != Qt::LeftButton)
        return false;
    if (type == QEvent::MouseButtonRelease) {
        const bool stroked = stroking_;
        stroking_ = false;
        hand_->letGo();
        return stroked;
    }
    const std::optional<HeatmapCell> cell = plot_->cellAt(mouse.position());
    if (!cell)
        return false;
    setFocus(Qt::MouseFocusReason);
    grip_.take(mouse);
    gripped_ = plot_->layoutOfParts();
    stroking_ = takeRow(cell->row);
    if (stroking_)
        paintCell(*cell, share);
    return true;
}

/// The same with keys, at the cursor.
bool HeatmapPanel::paintKey(const QKeyEvent &event) {
    if (!paint_->isChecked() || (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)))
        return false;
    if (event.key() == Qt::Key_Escape) {
        stroking_ ? hand_->putBack() : paint_->setChecked(false);
        return true;
    }
    const bool more = event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal;
    if (!more && event.key() != Qt::Key_Minus)
        return false;
    if (!cursor_ || stroking_)
        return true;
    // Presses that follow one another at one cell are one gesture.
    if ((hand_->holds() && painted_ == *cursor_) || takeRow(cursor_->row))
        paintCell(*cursor_, more ? dose / 4 : -dose / 4);
    return true;
}

}  // namespace widgets
