// SPDX-License-Identifier: GPL-3.0-or-later
// What every canvas of units does with pointer, wheel, keys and the focus, whatever it shows.
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <memory>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/panel/unit_canvas.h"
#include "widgets/viewpoint/viewpoint.h"

using namespace widgets;

namespace {

constexpr int positions = 3;
constexpr int units = 100;
constexpr double leastCell = 10;

/// The forward states of the first source words: a column for each, a row for each unit.
class Columns : public UnitCanvas {
  public:
    explicit Columns(Viewpoint *viewpoint, QWidget *parent)
        : UnitCanvas(viewpoint, Qt::Vertical, parent) {
        connect(viewpoint, &Viewpoint::selectionChanged, this, &UnitCanvas::followSelection);
    }

    const UnitScene &scene() const override { return scene_; }
    const UnitCells &cells() const { return cells_; }
    QPoint middleOf(int position, int cell) const {
        return {(2 * position + 1) * width() / (2 * positions),
                (2 * cell + 1) * height() / (2 * cells_.cells)};
    }

  protected:
    void layOut() override { cells_ = unitCells(units, window(), height(), leastCell); }
    bool isEmpty() const override { return cells_.cells == 0; }
    std::optional<UnitCell> cellAt(const QPointF &point) const override {
        if (!QRectF(rect()).contains(point))
            return {};
        const int cell = static_cast<int>(point.y() * cells_.cells / height());
        return UnitCell{static_cast<int>(point.x() * positions / width()), cells_.row(cell)};
    }
    const UnitCells &unitsOf(const UnitCell &) const override { return cells_; }
    int mostUnits() const override { return units; }
    std::optional<double> shareAt(const QPointF &point) const override {
        return point.y() / height();
    }
    UnitCell startCell() const override { return {0, cells_.row(0)}; }
    UnitCell moved(const UnitCell &cell, int by) const override {
        return {std::clamp(cell.position + by, 0, positions - 1), cell.place};
    }
    UnitCell atLineEnd(const UnitCell &cell, bool last) const override {
        return {last ? positions - 1 : 0, cell.place};
    }
    Selection selectionOf(const UnitCell &cell) const override {
        return {.source = cell.position, .strip = Vector::forwardState, .unit = cell.place};
    }
    void pick(const Selection &selection) override { viewpoint()->setSelected(selection); }
    void mark() override {}
    QString textOf(const UnitCell &cell) const override {
        return QStringLiteral("%1/%2").arg(cell.position).arg(cell.place);
    }
    QString textOfMarked() const override {
        return viewpoint()->selected().empty() ? QString() : QStringLiteral("marked");
    }
    QString hint() const override { return QStringLiteral("hint"); }
    QString emptyText() const override { return {}; }
    void paintPicture(QPainter &, const Theme &, bool) override {}
    UnitScene &mutableScene() override { return scene_; }

  private:
    UnitScene scene_;
    UnitCells cells_;
};

}  // namespace

class UnitCanvasTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { parent_.reset(); }
    void whatIsPointedAtIsToldBeforeTheCursorAndThatBeforeTheMarked();
    void leavingItLetsGoOfWhatWasPointedAt();
    void theWindowFollowsTheCursorBeyondItsEdge();
    void pagesAndTheWheelWithShiftScrollTheUnits();
    void theCursorIsHoveredOnlyWhileTheCanvasHasTheFocus();
    void escapeIsForTheWindowWhenThereIsNothingToClear();
    void onlyTheLeftButtonPicks();

  private:
    void key(int key) { QTest::keyClick(canvas_, Qt::Key(key)); }
    Selection at(int position, int unit) {
        return {.source = position, .strip = Vector::forwardState, .unit = unit};
    }

    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<QWidget> parent_;
    Columns *canvas_ = nullptr;
    QWidget *other_ = nullptr;
};

void UnitCanvasTest::init() {
    viewpoint_ = std::make_unique<Viewpoint>();
    viewpoint_->setTrace(support::syntheticTrace(6, 3));
    parent_ = std::make_unique<QWidget>();
    parent_->resize(400, 300);
    canvas_ = new Columns(viewpoint_.get(), parent_.get());
    canvas_->setGeometry(0, 0, 300, 200);
    other_ = new QWidget(parent_.get());
    other_->setFocusPolicy(Qt::StrongFocus);
    parent_->show();
    QVERIFY(QTest::qWaitForWindowActive(parent_.get()));
    other_->setFocus();
    QCOMPARE(canvas_->cells().cells, 20);
}

void UnitCanvasTest::whatIsPointedAtIsToldBeforeTheCursorAndThatBeforeTheMarked() {
    canvas_->followSelection();
    QCOMPARE(canvas_->caption(), QStringLiteral("hint"));
    viewpoint_->setSelected(at(1, 50));
    QCOMPARE(canvas_->caption(), QStringLiteral("marked"));
    canvas_->setFocus(Qt::TabFocusReason);
    QCOMPARE(canvas_->caption(), QStringLiteral("0/0"));
    QTest::mouseMove(canvas_, canvas_->middleOf(2, 1));
    QTRY_COMPARE(canvas_->caption(), QStringLiteral("2/%1").arg(canvas_->cells().row(1)));
    QCOMPARE(canvas_->accessibleDescription(), canvas_->caption());
    QCOMPARE(canvas_->cursor().shape(), Qt::PointingHandCursor);
}

void UnitCanvasTest::leavingItLetsGoOfWhatWasPointedAt() {
    QTest::mouseMove(canvas_, canvas_->middleOf(1, 3));
    QTRY_COMPARE(viewpoint_->hovered(), at(1, canvas_->cells().row(3)));
    QEvent leaving(QEvent::Leave);
    QCoreApplication::sendEvent(canvas_, &leaving);
    QVERIFY(viewpoint_->hovered().empty());
    QCOMPARE(canvas_->caption(), QStringLiteral("hint"));
}

void UnitCanvasTest::theWindowFollowsTheCursorBeyondItsEdge() {
    canvas_->setWindow({0.5, 0.1});
    QCOMPARE(canvas_->cells().cells, 10);
    canvas_->setFocus(Qt::TabFocusReason);
    QCOMPARE(viewpoint_->hovered(), at(0, 50));
    for (int i = 0; i < 9; ++i)
        key(Qt::Key_Down);
    QCOMPARE(viewpoint_->hovered(), at(0, 59));
    QCOMPARE(canvas_->window().first, 0.5);
    QSignalSpy changes(canvas_, &UnitCanvas::viewChanged);
    key(Qt::Key_Down);
    QCOMPARE(viewpoint_->hovered(), at(0, 60));
    QCOMPARE(canvas_->window().first, 0.51);
    QCOMPARE(changes.size(), 1);
    for (int i = 0; i < 10; ++i)
        key(Qt::Key_Up);
    QCOMPARE(viewpoint_->hovered(), at(0, 50));
    QCOMPARE(canvas_->window().first, 0.5);
}

void UnitCanvasTest::pagesAndTheWheelWithShiftScrollTheUnits() {
    canvas_->setWindow({0.4, 0.2});
    key(Qt::Key_PageDown);
    QCOMPARE(canvas_->window().first, 0.56);
    key(Qt::Key_PageUp);
    QCOMPARE(canvas_->window().first, 0.4);
    const QPoint place = canvas_->middleOf(1, 2);
    support::turnWheel(*canvas_, place, -1, Qt::ShiftModifier);
    QCOMPARE(canvas_->window().first, 0.43);
    QCOMPARE(canvas_->window().span, 0.2);
    QCOMPARE(viewpoint_->hovered(), at(1, canvas_->cells().row(2)));
}

void UnitCanvasTest::theCursorIsHoveredOnlyWhileTheCanvasHasTheFocus() {
    canvas_->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Right);
    QCOMPARE(viewpoint_->hovered(), at(1, 0));
    other_->setFocus();
    QVERIFY(viewpoint_->hovered().empty());
    QVERIFY(canvas_->scene().cursor);
    QCOMPARE(canvas_->caption(), QStringLiteral("hint"));
    // The pointer shows by itself where it is.
    canvas_->setFocus(Qt::MouseFocusReason);
    QVERIFY(viewpoint_->hovered().empty());
    other_->setFocus();
    canvas_->setFocus(Qt::BacktabFocusReason);
    QCOMPARE(viewpoint_->hovered(), at(1, 0));
}

void UnitCanvasTest::escapeIsForTheWindowWhenThereIsNothingToClear() {
    const auto taken = [this] {
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas_, &escape);
        return escape.isAccepted();
    };
    key(Qt::Key_Down);
    QVERIFY(canvas_->scene().cursor);
    QVERIFY(taken());
    QVERIFY(!canvas_->scene().cursor);
    QVERIFY(viewpoint_->hovered().empty());
    QVERIFY(!taken());
    viewpoint_->setSelected(at(1, 2));
    QVERIFY(taken());
    QVERIFY(viewpoint_->selected().empty());
}

void UnitCanvasTest::onlyTheLeftButtonPicks() {
    const QPoint place = canvas_->middleOf(2, 5);
    QTest::mousePress(canvas_, Qt::RightButton, {}, place);
    QVERIFY(viewpoint_->selected().empty());
    QVERIFY(!canvas_->scene().cursor);
    QTest::mousePress(canvas_, Qt::LeftButton, {}, place);
    QCOMPARE(viewpoint_->selected(), at(2, canvas_->cells().row(5)));
    QCOMPARE(canvas_->scene().cursor->position, 2);
    // The keyboard goes on from there.
    key(Qt::Key_Home);
    QCOMPARE(viewpoint_->hovered(), at(0, canvas_->cells().row(5)));
}

REGISTER_QT_TEST(UnitCanvasTest)
#include "panel/unit_canvas_test.moc"
