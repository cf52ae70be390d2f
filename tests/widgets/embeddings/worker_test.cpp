// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/worker.h"

#include <QTest>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"

using namespace widgets;

class EmbeddingWorkerTest : public QObject {
    Q_OBJECT

  private slots:
    void theMapIsComputedOncePerModel();
};

void EmbeddingWorkerTest::theMapIsComputedOncePerModel() {
    const auto trace = support::tinyTrace("Où dort le chat noir ?");
    EmbeddingWorker worker;
    QList<std::shared_ptr<const EmbeddingTables>> got;
    connect(&worker, &EmbeddingWorker::progressed, &worker,
            [&](const auto &tables) { got.append(tables); });
    QVERIFY(!worker.request(trace->model));
    QTRY_VERIFY(!got.isEmpty() && got.last()->spaceOf(TableSide::target));
    const auto known = worker.request(trace->model);
    QVERIFY(known);
    QCOMPARE(known, got.last());
    const auto count = got.size();
    // Another model is asked for and answered; then nothing more comes of the first.
    worker.request(support::tinyModel("tiny_bottleneck"));
    QTRY_VERIFY(got.size() > count && got.last()->spaceOf(TableSide::target));
    for (qsizetype i = count; i < got.size(); ++i)
        QVERIFY(got[i]->model.lock() != trace->model);
    QCOMPARE(worker.request(trace->model), known);
}

REGISTER_QT_TEST(EmbeddingWorkerTest)
#include "embeddings/worker_test.moc"
