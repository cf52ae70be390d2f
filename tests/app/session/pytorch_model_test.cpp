// SPDX-License-Identifier: GPL-3.0-or-later
// The window with the model that tests/reference/pytorch.py has trained: what it holds of a
// translation are the numbers that PyTorch worked out.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"

namespace {

constexpr double toPytorch = 1e-5;

/// How far numbers are from those of PyTorch, relative to these where they are larger than one;
/// infinite where there are more or fewer.
double distance(const model::Row &got, const QJsonValue &expected) {
    const QJsonArray values = expected.toArray();
    if (values.size() != got.size())
        return INFINITY;
    double most = 0;
    for (int i = 0; i < got.size(); ++i) {
        const double there = values[i].toDouble(NAN);
        const double away = std::abs(got[i] - there) / std::max(1.0, std::abs(there));
        most = std::isnan(away) ? INFINITY : std::max(most, away);
    }
    return most;
}

}  // namespace

class PytorchModelTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;
    QJsonArray translations_;

  private slots:
    void initTestCase() {
        QFile numbers(QStringLiteral(PYTORCH_MODEL ".json"));
        if (!numbers.open(QIODevice::ReadOnly))
            QSKIP("python3-torch or python3-sentencepiece is not installed");
        translations_ = QJsonDocument::fromJson(numbers.readAll()).array();
        QVERIFY(!translations_.isEmpty());
        opened_.useOwnSettings("attention-visualizer-pytorch-model-test");
        opened_.open();
        const int before = int(opened_.session()->models().size());
        opened_.session()->openModel(QStringLiteral(PYTORCH_MODEL ".safetensors"));
        QTRY_COMPARE_WITH_TIMEOUT(opened_.session()->currentModel(), before,
                                  OpenedWindow::patience);
    }
    void cleanupTestCase() { opened_.close(); }

    void theWindowHoldsTheNumbersOfPytorch() {
        for (const QJsonValue translation : std::as_const(translations_)) {
            const QString sentence = translation["sentence"].toString();
            opened_.translate(sentence);
            const auto trace = opened_.viewpoint()->trace();
            QCOMPARE(trace->model, opened_.session()->models().back().model);
            QCOMPARE(QString::fromStdString(trace->translation),
                     translation["translation"].toString());
            const QJsonArray source = translation["source_ids"].toArray();
            QCOMPARE(trace->sourceLength(), int(source.size()));
            for (int j = 0; j < trace->sourceLength(); ++j)
                QCOMPARE(trace->source.token(j), source[j].toInt());
            const QJsonArray steps = translation["steps"].toArray();
            QCOMPARE(trace->targetLength(), int(steps.size()));
            for (int i = 0; i < trace->targetLength(); ++i) {
                const auto &step = trace->step(i);
                const QByteArray name = QStringLiteral("%1, step %2").arg(sentence).arg(i).toUtf8();
                QCOMPARE(trace->chosen(i).id, steps[i]["id"].toInt());
                QVERIFY2(distance(step.scores, steps[i]["scores"]) <= toPytorch, name);
                QVERIFY2(distance(step.weights, steps[i]["weights"]) <= toPytorch, name);
                QVERIFY2(distance(step.cell.state.row(0), steps[i]["state"]) <= toPytorch, name);
                const model::Row logProbability{{trace->chosen(i).logProbability}};
                QVERIFY2(
                    distance(logProbability, QJsonArray{steps[i]["log_probability"]}) <= toPytorch,
                    name);
            }
        }
    }
};

REGISTER_QT_TEST(PytorchModelTest)
#include "session/pytorch_model_test.moc"
