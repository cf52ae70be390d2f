// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/unit_grid.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/held_frame.h"
#include "widgets/drawing/label.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/hold_prompt.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/unrolled/text.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

constexpr int group = 8;            // columns come in groups, so that units are easily counted
constexpr double proportion = 2.4;  // of a cell that a number fits in: width to height

}  // namespace

UnitGrid::UnitGrid(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint), drag_(viewpoint) {
    giveVoice(*this);
    setObjectName(QStringLiteral("unitGrid"));
    inEveryLanguage(*this, [this] { setAccessibleName(tr("All units")); });
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    hide();
    close_ = new QToolButton(this);
    close_->setObjectName(QStringLiteral("closeUnitGrid"));
    close_->setText(QStringLiteral("×"));
    inEveryLanguage(*close_, [this] {
        close_->setToolTip(tr("Close (Escape)"));
        close_->setAccessibleName(tr("Close"));
    });
    close_->setAutoRaise(true);
    close_->setFocusPolicy(Qt::NoFocus);  // the keyboard has Escape
    connect(close_, &QToolButton::clicked, this, &UnitGrid::fold);
    connect(viewpoint_, &Viewpoint::momentChanged, this, [this] { update(); });
    connect(viewpoint_, &Viewpoint::selectionChanged, this, [this] {
        if (isVisible())
            say(*this, line());
        update();
    });
}

void UnitGrid::showStrip(const UnrolledData &content, Vector strip, int index) {
    strip_ = strip;
    index_ = index;
    setContent(content);
    if (values().empty())
        return;
    say(*this, UnrolledText::stripTitle(content_, strip_, index_));
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void UnitGrid::setContent(const UnrolledData &content) {
    content_ = content;
    const bool isToCome = content_.trace && content_.trace->ending == model::Ending::running &&
                          !isSourceVector(strip_);
    if (values().empty() && !isToCome && !isHidden())
        fold();
    update();
}

void UnitGrid::fold() {
    // First: what is hidden with the focus gives it to whatever comes next, such as the sentence,
    // which selects itself.
    if (hasFocus())
        emit closed();
    hide();
    viewpoint_->setHovered({});
}

// --- Places ---------------------------------------------------------------------------------

QFont UnitGrid::titleFont() const {
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

UnitGrid::Layout UnitGrid::layout() const {
    const double line = fontMetrics().height();
    const QRectF body = QRectF(rect()).adjusted(line, 2.2 * line, -line, -2.2 * line);
    const int count = units();
    int best = group;
    double size = 0;
    // The number of columns at which cells are largest, in the proportion of a number.
    for (int columns = group; columns <= std::max(count, group); columns += group) {
        const int rows = (count + columns - 1) / columns;
        const double here =
            std::min(body.width() / columns, proportion * body.height() / std::max(rows, 1));
        if (here > size) {
            size = here;
            best = columns;
        }
    }
    const int rows = std::max((count + best - 1) / best, 1);
    const double height = std::min(body.height() / rows, 2.6 * line);
    return {best, {body.left(), body.top(), body.width() / best, height}};
}

QRectF UnitGrid::cell(int unit) const {
    return unit < 0 || unit >= units() ? QRectF() : layout().cell(unit);
}

int UnitGrid::unitAt(const QPointF &point) const {
    const auto [columns, first] = layout();
    if (first.isEmpty() || point.x() < first.left() || point.y() < first.top())
        return -1;
    const int column = static_cast<int>((point.x() - first.left()) / first.width());
    const int row = static_cast<int>((point.y() - first.top()) / first.height());
    const int unit = row * columns + column;
    return column < columns && unit < units() ? unit : -1;
}

// --- Selection ------------------------------------------------------------------------------

Selection UnitGrid::selection(int unit) const {
    if (unit < 0)
        return {};
    if (strip_ == Vector::initialState)
        return {.strip = strip_, .unit = unit};
    return isSourceVector(strip_) ? Selection{.source = index_, .strip = strip_, .unit = unit}
                                  : Selection{.step = index_, .strip = strip_, .unit = unit};
}

int UnitGrid::unitOf(const Selection &selection) const {
    return selection.unit < units() && selection == this->selection(selection.unit) ? selection.unit
                                                                                    : -1;
}

int UnitGrid::markedUnit() const {
    const int hovered = unitOf(viewpoint_->hovered());
    return hovered >= 0 ? hovered : unitOf(viewpoint_->selected());
}

QString UnitGrid::line() const {
    if (!computed())
        return tr("not yet computed");
    const int unit = markedUnit();
    if (unit < 0)
        return tr("Colours up to ±%1. Point at a unit, or use the arrow keys; Escape closes.")
            .arg(limitText(limit()));
    const QString value =
        exactText(values()[static_cast<std::size_t>(unit)], 5, NumberSign::always);
    const auto place = unitPlaceOf(*content_.trace, selection(unit));
    const QString text = place && isHeld(*content_.trace, *place)
                             ? tr("unit %1 of %2: %3, held by hand")
                             : tr("unit %1 of %2: %3");
    return text.arg(unit + 1).arg(units()).arg(value);
}

bool UnitGrid::holdMarked() {
    const auto unit = content_.trace && computed()
                          ? unitPlaceOf(*content_.trace, selection(markedUnit()))
                          : std::nullopt;
    return unit &&
           askForValue(*this,
                       cell(unitOf(widgets::selectionOf(*content_.trace, *unit))).toAlignedRect(),
                       *viewpoint_, *unit);
}

bool UnitGrid::computed() const {
    return content_.trace && !values().empty() &&
           vectorProgress(viewpoint_->moment(), content_.extent(), strip_, index_) > 0;
}

double UnitGrid::limit() const {
    // Those of the target language are a table of their own.
    return strip_ == Vector::targetEmbedding ? robustLimit(values()) : content_.limit(strip_);
}

void UnitGrid::mouseMoveEvent(QMouseEvent *event) {
    if (!drag_.follow(*event, *this))
        viewpoint_->setHovered(selection(unitAt(event->position())));
}

void UnitGrid::mousePressEvent(QMouseEvent *event) {
    const Selection picked = selection(unitAt(event->position()));
    if (event->button() == Qt::LeftButton && !picked.empty())
        viewpoint_->setSelected(picked == viewpoint_->selected() ? Selection{} : picked);
    if (event->button() == Qt::LeftButton && computed())
        drag_.press(picked, *event);
    event->accept();
}

void UnitGrid::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton) {
        drag_.release();
        unsetCursor();
    }
    event->accept();
}

void UnitGrid::contextMenuEvent(QContextMenuEvent *event) {
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("unitGridMenu"));
    if (computed())
        addUnitEdits(menu, *this, *viewpoint_);
    if (!menu.isEmpty())
        menu.exec(event->globalPos());
    event->accept();  // that of the view is about what lies below
}

void UnitGrid::leaveEvent(QEvent *) {
    viewpoint_->setHovered({});
}

void UnitGrid::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    if (!underMouse())
        viewpoint_->setHovered({});
    update();
}

void UnitGrid::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    const QSize size = close_->sizeHint();
    close_->setGeometry(width() - size.width() - 2, 2, size.width(), size.height());
}

void UnitGrid::keyPressEvent(QKeyEvent *event) {
    const int now = markedUnit();
    const int last = units() - 1;
    const auto point = [&](int unit) {
        viewpoint_->setHovered(selection(std::clamp(unit, 0, last)));
    };
    const bool none = event->modifiers() == Qt::NoModifier;
    if (event->key() == Qt::Key_Escape && drag_.putBack())
        return;
    if (event->key() == Qt::Key_Escape)
        fold();
    else if (!none)
        event->ignore();
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left)
        point(now < 0 ? 0 : now + (event->key() == Qt::Key_Right ? 1 : -1));
    else if (event->key() == Qt::Key_Down)
        point(now < 0 ? 0 : now + columns() <= last ? now + columns() : now);
    else if (event->key() == Qt::Key_Up)
        point(now >= columns() ? now - columns() : now);
    else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)
        point(event->key() == Qt::Key_Home ? 0 : last);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && now >= 0)
        viewpoint_->setSelected(selection(now));
    else
        event->ignore();
}

bool UnitGrid::event(QEvent *event) {
    // The keys of the window for time belong to this panel while it is in front.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool cursor = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right ||
                            key->key() == Qt::Key_Home || key->key() == Qt::Key_End;
        if (cursor && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

// --- Painting -------------------------------------------------------------------------------

void UnitGrid::paintCells(QPainter &painter) const {
    const Theme theme = Theme::of(*this);
    const QFont small = smallFont(font());
    const QFontMetricsF metrics(small);
    const Layout cells = layout();
    const QRectF &first = cells.first;
    const double limit = this->limit();
    const bool numbers = first.width() >= metrics.horizontalAdvance(QStringLiteral("−0.00 ")) &&
                         first.height() >= metrics.ascent() + 1;
    painter.setFont(small);
    for (int unit = 0; unit < units(); ++unit) {
        const QRectF place = cells.cell(unit).adjusted(0, 0, -1, -1);
        const double value = values()[static_cast<std::size_t>(unit)];
        const QColor color = theme.diverging(value, limit);
        painter.fillRect(place, color);
        if (!numbers)
            continue;
        painter.setPen(textOn(color));
        painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, signedNumber(value, 2));
    }
    for (const UnitPlace &held : heldUnits(*content_.trace))
        if (const int unit = unitOf(widgets::selectionOf(*content_.trace, held)); unit >= 0)
            drawHeldFrame(painter, theme, cells.cell(unit).adjusted(0.5, 0.5, -1.5, -1.5));
    for (const Selection &marked : {viewpoint_->selected(), viewpoint_->hovered()}) {
        const int unit = unitOf(marked);
        if (unit < 0)
            continue;
        painter.setPen(theme.pen(theme.emphasis, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell(unit).adjusted(0, 0, -1, -1));
    }
}

void UnitGrid::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    const double line = fontMetrics().height();
    painter.fillRect(rect(), theme.surface);
    const double frame = hasFocus() ? 2 : 1;
    painter.setPen(theme.pen(hasFocus() ? theme.role(Role::source) : theme.outline, frame));
    const double inset = std::max(1.0, theme.thickness(frame) / 2);
    painter.drawRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset));
    painter.setFont(titleFont());
    painter.setPen(theme.text);
    const QRectF title(line, 0.5 * line, close_->x() - 2 * line, 1.3 * line);
    const QString text = UnrolledText::stripTitle(content_, strip_, index_);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(titleFont()).elidedText(text, Qt::ElideRight, title.width()));
    if (computed())
        paintCells(painter);
    painter.setFont(font());
    painter.setPen(theme.mutedText);
    const QRectF bottom(line, height() - 1.8 * line, width() - 2 * line, 1.3 * line);
    painter.drawText(
        bottom, Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(this->line(), Qt::ElideRight, static_cast<int>(bottom.width())));
}

}  // namespace widgets
