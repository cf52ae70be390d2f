// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/qt_test.h"

namespace settings = app::settings;

/// What is remembered, in a file of the test's own.
class SettingsTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir folder_;

  private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        QCoreApplication::setOrganizationName("attention-visualizer-test");
        QCoreApplication::setApplicationName("attention-visualizer-test");
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    }
    void init() { QSettings().clear(); }

    void withoutAFileAllIsAsUsual() {
        QCOMPARE(settings::get(settings::windowGeometry), QByteArray());
        QCOMPARE(settings::get(settings::appearance), QString("system"));
        QVERIFY(!settings::remembered(settings::reducedMotion));
        QCOMPARE(settings::get(settings::sentenceHistory), QStringList());
        QCOMPARE(settings::get(settings::exportScale), 2.0);
    }

    void valuesComeBackFromTheFile() {
        settings::set(settings::windowState, QByteArray("\0\1\xff", 3));
        settings::set(settings::appearance, QStringLiteral("dark"));
        settings::set(settings::reducedMotion, false);
        settings::set(settings::sentenceHistory, QStringList{"Où ?", "Là, oui."});
        settings::set(settings::exportScale, 2.5);
        const auto asSet = [] {
            return settings::get(settings::windowState) == QByteArray("\0\1\xff", 3) &&
                   settings::get(settings::appearance) == "dark" &&
                   settings::remembered(settings::reducedMotion) == false &&
                   settings::get(settings::sentenceHistory) == QStringList{"Où ?", "Là, oui."} &&
                   settings::get(settings::exportScale) == 2.5;
        };
        QVERIFY(asSet());
        reread();
        QVERIFY2(asSet(), "as text");
        settings::set(settings::sentenceHistory, QStringList{"Une seule."});
        reread();
        QCOMPARE(settings::get(settings::sentenceHistory), QStringList{"Une seule."});
    }

    void namesAreThoseOfEveryEarlierVersion() {
        const QStringList names{settings::windowGeometry.name,  settings::windowState.name,
                                settings::appearance.name,      settings::reducedMotion.name,
                                settings::sentenceHistory.name, settings::exportFolder.name,
                                settings::exportFormat.name,    settings::exportScale.name,
                                settings::animationDark.name,   settings::language.name};
        const QStringList expected{"window/geometry",    "window/state",     "window/appearance",
                                   "view/reducedMotion", "sentence/history", "export/folder",
                                   "export/format",      "export/scale",     "animation/dark",
                                   "window/language"};
        QCOMPARE(names, expected);
        settings::setViewOptions("unrolled", {{"leastWeight", 0.2}});
        settings::setViewOptions("heatmap", {{"words", false}});
        QCOMPARE(QSettings().value("view/leastWeight").toDouble(), 0.2);
        QCOMPARE(QSettings().value("heatmap/words").toBool(), false);
    }

    void valuesThatMeanNothingAreAsUsual() {
        QSettings().setValue("export/scale", 9);
        QCOMPARE(settings::get(settings::exportScale), 2.0);
        QSettings().setValue("export/scale", "large");
        QCOMPARE(settings::get(settings::exportScale), 2.0);
        QSettings().setValue("animation/dark", "perhaps");
        QVERIFY(!settings::remembered(settings::animationDark));
        QSettings().setValue("window/geometry", 3);
        QVERIFY(!settings::remembered(settings::windowGeometry));
        QSettings().setValue("window/appearance", QStringList{"dark", "light"});
        QCOMPARE(settings::get(settings::appearance), QString("system"));
        QSettings().setValue("sentence/history", 3);
        QCOMPARE(settings::get(settings::sentenceHistory), QStringList());
    }

    void optionsOfAViewAreThoseOfItsNames() {
        settings::setViewOptions("states", {{"order", "moment"}, {"quantity", "reset"}});
        const QVariantMap expected{{"order", "moment"}};
        QCOMPARE(settings::viewOptions("states", {"order", "layer"}), expected);
        QCOMPARE(settings::viewOptions("scores", {"order"}), QVariantMap());
    }

  private:
    /// Makes Qt forget what it knows of the file: it is written, and reads as another again.
    static void reread() {
        QString file;
        QByteArray text;
        {
            QSettings settings;
            settings.sync();
            file = settings.fileName();
        }
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        text = written.readAll();
        written.close();
        QSettings().clear();
        QSettings().sync();
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(text);
        written.close();
        QSettings().sync();
        QVERIFY(!QSettings().allKeys().isEmpty());
    }
};

REGISTER_GUILESS_QT_TEST(SettingsTest)
#include "settings/settings_test.moc"
