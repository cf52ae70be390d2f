// SPDX-License-Identifier: GPL-3.0-or-later
// What if the temperature of the softmax were another.
#include "tests/support/qt_test.h"
#include "tests/widgets/scores/window.h"
#include "widgets/scores/whatif.h"

using namespace widgets;

class ScoresTemperatureTest : public QObject, ScoresWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void theSliderAsksWhatIfAndTheTraceStays();
    void theModelsWeightsStayAsOutlines();
    void escapeTAndADoubleClickLeadBack_data();
    void escapeTAndADoubleClickLeadBack();
    void arrowsMoveTheSliderPastTheDetent();
};

void ScoresTemperatureTest::theSliderAsksWhatIfAndTheTraceStays() {
    const model::Row before = trace_->steps[2]->weights;
    QVERIFY(!view_->softmax()->content().whatIf);
    slider()->setValue(stepsOf(2));
    const ScoresContent &content = view_->softmax()->content();
    QVERIFY(content.whatIf);
    QCOMPARE(content.title, QStringLiteral("what if: τ = 2.0"));
    QCOMPARE(label("temperatureLabel"), content.title);
    QCOMPARE(content.values, softmaxOf(spanOf(trace_->steps[2]->scores), view_->temperature()));
    QCOMPARE(content.footer, QStringLiteral("Σ = 1.000"));
    QCOMPARE(viewpoint_->trace(), trace_);
    QVERIFY(trace_->steps[2]->weights == before);
    // In the detent it is the model's own.
    slider()->setValue(temperatureDetent);
    QCOMPARE(view_->temperature(), 1.0);
    QVERIFY(!view_->softmax()->content().whatIf);
}

void ScoresTemperatureTest::theModelsWeightsStayAsOutlines() {
    QVERIFY(view_->softmax()->outlineRect(0).isNull());
    QList<QRectF> own;
    for (int j = 0; j < 7; ++j)
        own.append(view_->softmax()->barRect(j));
    view_->setTemperature(10);
    for (int j = 0; j < 7; ++j)
        QCOMPARE(view_->softmax()->outlineRect(j), own[j]);
    int largest = 0;
    trace_->steps[2]->weights.maxCoeff(&largest);
    QVERIFY(view_->softmax()->barRect(largest).width() < own[largest].width() - 2);
    const QImage image = view_->softmax()->grab().toImage();
    QCOMPARE(
        image.pixelColor(QPointF(own[largest].right() - 1, own[largest].center().y()).toPoint()),
        Theme::light().role(Role::attention));
}

void ScoresTemperatureTest::escapeTAndADoubleClickLeadBack_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("Escape") << int(Qt::Key_Escape);
    QTest::newRow("T") << int(Qt::Key_T);
    QTest::newRow("double click") << 0;
}

void ScoresTemperatureTest::escapeTAndADoubleClickLeadBack() {
    QFETCH(int, key);
    view_->setTemperature(0.5);
    QCOMPARE(slider()->value(), stepsOf(0.5));
    QVERIFY(view_->softmax()->content().whatIf);
    slider()->setFocus();
    if (key != 0)
        QTest::keyClick(slider(), static_cast<Qt::Key>(key));
    else
        QTest::mouseDClick(slider(), Qt::LeftButton, {}, slider()->rect().center());
    QCOMPARE(view_->temperature(), 1.0);
    QCOMPARE(slider()->value(), 0);
    QVERIFY(!view_->softmax()->content().whatIf);
}

void ScoresTemperatureTest::arrowsMoveTheSliderPastTheDetent() {
    slider()->setFocus();
    QTest::keyClick(slider(), Qt::Key_Right);
    QVERIFY(view_->temperature() > 1);
    QTest::keyClick(slider(), Qt::Key_Left);
    QCOMPARE(view_->temperature(), 1.0);
    QTest::keyClick(slider(), Qt::Key_Home);
    QCOMPARE(view_->temperature(), lowestTemperature);
}

REGISTER_QT_TEST(ScoresTemperatureTest)
#include "scores/temperature_test.moc"
