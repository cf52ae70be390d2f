// SPDX-License-Identifier: GPL-3.0-or-later
// Words of several pieces that the unrolled view shows as one.
#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTest>
#include <QTimer>

#include "model/text/words.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/unrolled/view.h"

class UnrolledJoinedTest : public QObject {
    Q_OBJECT

  private:
    std::shared_ptr<const model::Trace> trace_ = support::tinyTrace("Le chat noir dort");

  private slots:
    void weightsOfAWordAreTheSumOfItsPieces() {
        const auto words = trace_->source.words();
        QVERIFY(static_cast<int>(words.size()) < trace_->sourceLength());
        const widgets::UnrolledData data = widgets::unrolledData(trace_, true);
        for (int i = 0; i < trace_->targetLength(); ++i) {
            const model::Row &weights = trace_->step(i).weights;
            const model::Row joined = data.joinedWeights(weights);
            QVERIFY(std::abs(joined.sum() - weights.sum()) < 1e-5F);
            for (const model::Word &word : words) {
                float sum = 0;
                for (int j = word.firstPiece; j < word.firstPiece + word.pieceCount; ++j) {
                    sum += weights[j];
                    QCOMPARE(data.sourceGroup(j),
                             std::pair(word.firstPiece, word.firstPiece + word.pieceCount - 1));
                    if (j > word.firstPiece)
                        QCOMPARE(joined[j], 0.0F);
                }
                QVERIFY(std::abs(joined[word.firstPiece] - sum) < 1e-6F);
            }
        }
    }

    void apartEveryPieceStandsForItself() {
        const widgets::UnrolledData data = widgets::unrolledData(trace_);
        for (int j = 0; j < trace_->sourceLength(); ++j) {
            QCOMPARE(data.sourceGroup(j), std::pair(j, j));
            QCOMPARE(data.sourceText(j), data.source[j]);
        }
        const model::Row &weights = trace_->step(0).weights;
        QVERIFY(data.joinedWeights(weights) == weights);
    }

    void theTextOfAWordIsWhole() {
        const widgets::UnrolledData data = widgets::unrolledData(trace_, true);
        for (const model::Word &word : trace_->source.words())
            if (word.pieceCount > 1)
                QCOMPARE(data.sourceText(word.firstPiece + 1), QString::fromStdString(word.text));
    }

    void theMenuJoinsAndTakesApart() {
        widgets::Viewpoint viewpoint;
        viewpoint.setTrace(trace_);
        viewpoint.setMoment({widgets::Stage::context, 1, 1});
        widgets::UnrolledView view(&viewpoint);
        view.resize(1400, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QImage apart = view.picture().toImage();
        int changes = 0;
        connect(&view, &widgets::UnrolledView::optionsChanged, &view, [&] { ++changes; });
        const auto choose = [&] {
            QTimer timer;
            connect(&timer, &QTimer::timeout, &timer, [] {
                if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
                    menu->findChild<QAction *>("wholeWords")->trigger();
                    menu->close();
                }
            });
            timer.start(10);
            QContextMenuEvent event(QContextMenuEvent::Keyboard, {10, 10}, {10, 10});
            QCoreApplication::sendEvent(view.viewport(), &event);
        };
        choose();
        QVERIFY(view.options().joined);
        QCOMPARE(changes, 1);
        const QImage joined = view.picture().toImage();
        QVERIFY(joined != apart);
        // Only boxes, numbers and links are others: the vectors stay those of the pieces.
        const QRectF states = view.places().row(widgets::UnrolledRow::forward);
        const QRect part(view.toViewport(states.topLeft()).toPoint() + QPoint(0, 1),
                         states.size().toSize() - QSize(0, 2));
        QCOMPARE(joined.copy(part), apart.copy(part));
        choose();
        QVERIFY(!view.options().joined);
        QCOMPARE(view.picture().toImage(), apart);
    }
};

REGISTER_QT_TEST(UnrolledJoinedTest)
#include "unrolled/joined_test.moc"
