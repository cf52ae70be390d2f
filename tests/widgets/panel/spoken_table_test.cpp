// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/spoken_table.h"

#include <QAccessible>
#include <QTest>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/heatmap/panel.h"
#include "widgets/viewpoint/viewpoint.h"

using namespace widgets;

/// The heatmap as a screen reader walks it.
class SpokenTableTest : public QObject {
    Q_OBJECT

  private:
    Viewpoint viewpoint_;
    std::unique_ptr<HeatmapPanel> panel_;

    QAccessibleInterface *table() const {
        return QAccessible::queryAccessibleInterface(panel_->plot());
    }
    QAccessibleTableInterface *cells() const { return table()->tableInterface(); }
    static QString name(const QAccessibleInterface *cell) {
        return cell ? cell->text(QAccessible::Name) : QString();
    }

  private slots:
    void init() {
        viewpoint_.setTrace(support::syntheticTrace(5, 4, 1, support::smallConfiguration()));
        panel_ = std::make_unique<HeatmapPanel>(&viewpoint_);
        panel_->resize(500, 400);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
    }
    void cleanup() { panel_.reset(); }

    void theHeatmapIsATableWithANameForEachRowAndColumn() {
        QCOMPARE(table()->role(), QAccessible::Table);
        QCOMPARE(name(table()), HeatmapPanel::title());
        const HeatmapData &data = panel_->plot()->data();
        QCOMPARE(cells()->rowCount(), int(data.rows.size()));
        QCOMPARE(cells()->columnCount(), int(data.columns.size()));
        for (int row = 0; row < cells()->rowCount(); ++row)
            QCOMPARE(cells()->rowDescription(row), data.rowLabels().at(row));
        for (int column = 0; column < cells()->columnCount(); ++column)
            QCOMPARE(cells()->columnDescription(column), data.columnLabels().at(column));
    }

    void everyCellSaysItsWeightAndWhereItIs() {
        const HeatmapData &data = panel_->plot()->data();
        QCOMPARE(table()->childCount(), cells()->rowCount() * cells()->columnCount());
        for (int i = 0; i < table()->childCount(); ++i) {
            QAccessibleInterface *cell = table()->child(i);
            QVERIFY(cell && cell->isValid());
            QCOMPARE(cell->role(), QAccessible::Cell);
            QCOMPARE(table()->indexOfChild(cell), i);
            const int row = cell->tableCellInterface()->rowIndex();
            const int column = cell->tableCellInterface()->columnIndex();
            QCOMPARE(cells()->cellAt(row, column), cell);
            QVERIFY2(name(cell).contains(data.rowLabels().at(row)) &&
                         name(cell).contains(data.columnLabels().at(column)),
                     qPrintable(name(cell)));
            const QRect place = panel_->plot()->cellRect({row, column}).toRect();
            QCOMPARE(cell->rect().topLeft(), panel_->plot()->mapToGlobal(place.topLeft()));
        }
        QVERIFY(!cells()->cellAt(0, cells()->columnCount()));
        QVERIFY(!cells()->cellAt(-1, 0));
    }

    void whatIsNotComputedSaysSo() {
        viewpoint_.setMoment(endOfStep(0, viewpoint_.extent()));
        QVERIFY(!name(cells()->cellAt(0, 0)).contains("not yet"));
        QVERIFY2(name(cells()->cellAt(2, 0)).contains("not yet"),
                 qPrintable(name(cells()->cellAt(2, 0))));
    }

    void theCursorOfTheKeyboardIsTheSelectedCell() {
        QCOMPARE(cells()->selectedCellCount(), 0);
        panel_->setFocus();
        QTest::keyClick(panel_.get(), Qt::Key_Down);
        QTest::keyClick(panel_.get(), Qt::Key_Right);
        QCOMPARE(cells()->selectedCellCount(), 1);
        const QAccessibleInterface *cell = cells()->selectedCells().constFirst();
        QVERIFY(cell->state().selected);
        QVERIFY(cell->state().readOnly);
        QCOMPARE(table()->focusChild(), cell);
    }

    void aCellThatIsGoneIsNoLongerValid() {
        QAccessibleInterface *last =
            cells()->cellAt(cells()->rowCount() - 1, cells()->columnCount() - 1);
        QVERIFY(last->isValid());
        viewpoint_.setTrace(support::syntheticTrace(2, 2, 1, support::smallConfiguration()));
        QVERIFY(!last->isValid());
        QCOMPARE(name(last), QString());
        QCOMPARE(last->rect(), QRect());
    }
};

REGISTER_QT_TEST(SpokenTableTest)
#include "panel/spoken_table_test.moc"
