// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/view_options.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/qt_test.h"
#include "widgets/heatmap/panel.h"
#include "widgets/unrolled/view.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/views/views.h"

using app::makeRemembering;

class ViewOptionsTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void optionsAreThoseOfTheLastRun();
    void everyViewRemembersWhatIsNoQuestion();
    void whatIsAskedIsNotAskedAgainInTheNextRun();
    void theLeastWeightIsRememberedWhereItIsOne();
    void settingsThatMeanNothingAreTheUsualOptions();

  private:
    template <class Made>
    std::unique_ptr<Made> make(const QString &name) {
        auto view = makeRemembering(*widgets::viewNamed(name), &viewpoint_);
        return std::unique_ptr<Made>(dynamic_cast<Made *>(view.release()));
    }

    QTemporaryDir folder_;
    widgets::Viewpoint viewpoint_;
};

void ViewOptionsTest::initTestCase() {
    QVERIFY(folder_.isValid());
    QApplication::setOrganizationName("attention-visualizer-test");
    QApplication::setApplicationName("attention-visualizer-test");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
}

void ViewOptionsTest::optionsAreThoseOfTheLastRun() {
    const widgets::HeatmapOptions chosen{.words = false,
                                         .posterior = true,
                                         .colors = widgets::ColorMap::viridis,
                                         .targetFromBottom = true,
                                         .sourceFromRight = false,
                                         .entropy = true,
                                         .coverage = false};
    {
        const auto view = make<widgets::HeatmapPanel>("heatmap");
        QVERIFY(view->options() == widgets::HeatmapOptions{});
        view->setOptions(chosen);
    }
    const auto next = make<widgets::HeatmapPanel>("heatmap");
    QVERIFY(next->options() == chosen);
    QVERIFY(viewpoint_.wanted(widgets::DerivedValue::posterior));
    QVERIFY(!next->findChild<QAction *>("heatmapWords")->isChecked());
    QVERIFY(next->findChild<QAction *>("heatmapColorsViridis")->isChecked());
}

void ViewOptionsTest::everyViewRemembersWhatIsNoQuestion() {
    const QMap<QString, QVariantMap> chosen{
        {"timeline", {{"speed", 0.5}}},
        {"states", {{"quantity", "reset"}, {"order", "moment"}, {"layer", "decoder"}}},
        {"word-choice", {{"stepsShown", true}}},
        {"embeddings", {{"side", "target"}}},
        {"inspector", {{"expanded", QStringList{"score"}}}},
        {"unrolled", {{"leastWeight", 0.1}, {"joined", true}}},
    };
    for (const QString &name : chosen.keys()) {
        make<widgets::View>(name)->restoreOptions(chosen[name]);
        QCOMPARE(make<widgets::View>(name)->storedOptions(), chosen[name]);
    }
}

void ViewOptionsTest::whatIsAskedIsNotAskedAgainInTheNextRun() {
    make<widgets::View>("scores")->restoreOptions({{"temperature", 3.0}});
    QCOMPARE(make<widgets::View>("scores")->storedOptions()["temperature"].toDouble(), 1.0);
    QVERIFY(!QSettings().contains("scores/temperature"));
}

void ViewOptionsTest::theLeastWeightIsRememberedWhereItIsOne() {
    const auto least = [this] { return make<widgets::UnrolledView>("unrolled")->leastWeight(); };
    QCOMPARE(least(), 0.01);
    QSettings().setValue("view/leastWeight", 0.2);
    QCOMPARE(least(), 0.2);
    QSettings().setValue("view/leastWeight", 7);
    QCOMPARE(least(), 0.01);
}

void ViewOptionsTest::settingsThatMeanNothingAreTheUsualOptions() {
    QSettings().setValue("heatmap/colors", "no such map");
    QSettings().setValue("heatmap/words", "perhaps");
    QVERIFY(make<widgets::HeatmapPanel>("heatmap")->options() == widgets::HeatmapOptions{});
}

REGISTER_QT_TEST(ViewOptionsTest)
#include "settings/view_options_test.moc"
