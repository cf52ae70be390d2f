// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/view_options.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/qt_test.h"
#include "widgets/heatmap/panel.h"
#include "widgets/viewpoint/viewpoint.h"

class ViewOptionsTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void optionsAreThoseOfTheLastRun();
    void settingsThatMeanNothingAreTheUsualOptions();

  private:
    QTemporaryDir folder_;
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
    widgets::Viewpoint viewpoint;
    {
        widgets::HeatmapPanel view(&viewpoint);
        app::rememberOptions(view);
        QVERIFY(view.options() == widgets::HeatmapOptions{});
        view.setOptions(chosen);
    }
    widgets::HeatmapPanel next(&viewpoint);
    app::rememberOptions(next);
    QVERIFY(next.options() == chosen);
    QVERIFY(viewpoint.posteriorWanted());
    QVERIFY(!next.findChild<QAction *>("heatmapWords")->isChecked());
    QVERIFY(next.findChild<QAction *>("heatmapColorsViridis")->isChecked());
}

void ViewOptionsTest::settingsThatMeanNothingAreTheUsualOptions() {
    QSettings().setValue("heatmap/colors", "no such map");
    widgets::Viewpoint viewpoint;
    widgets::HeatmapPanel view(&viewpoint);
    app::rememberOptions(view);
    QVERIFY(view.options() == widgets::HeatmapOptions{});
}

REGISTER_QT_TEST(ViewOptionsTest)
#include "settings/view_options_test.moc"
