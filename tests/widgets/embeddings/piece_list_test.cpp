// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/piece_list.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include "model/model.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"

using namespace widgets;

class PieceListTest : public QObject {
    Q_OBJECT

  private slots:
    void itIsAModelOfTheVocabulary() {
        const auto trained = support::tinyModel();
        PieceListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto names =
            std::make_shared<const PieceNames>(pieceNames(*trained, TableSide::source, {}));
        model.show(names, {});
        QCOMPARE(model.rowCount(), trained->source().size());
        QCOMPARE(model.index(40).data().toString(), names->labels[40]);
        QCOMPARE(model.pieceAt(40), 40);
        QCOMPARE(model.rowOf(40), 40);
        model.show(names, "no such piece");
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.pieceAt(0), -1);
        model.show(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void toolTipsShowQuotationMarksAsTheyAre() {
        const auto trained = support::tinyModel();
        auto names = std::make_shared<PieceNames>(pieceNames(*trained, TableSide::source, {}));
        names->labels[4] = "\"";
        names->labels[5] = "<b>";
        PieceListModel model;
        model.show(names, {});
        QVERIFY(model.index(4).data(Qt::ToolTipRole).toString().contains("“\"”"));
        QVERIFY(model.index(5).data(Qt::ToolTipRole).toString().contains("&lt;b&gt;"));
    }
};

REGISTER_QT_TEST(PieceListTest)
#include "embeddings/piece_list_test.moc"
