// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/motion.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "tests/support/qt_test.h"

/// What the desktop and the user want of movement, against settings files of the test's own.
class MotionTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<QTemporaryDir> folder_;

    void write(const QString &name, const QByteArray &text) {
        QVERIFY(QDir(folder_->path()).mkpath(QFileInfo(name).path()));
        QFile file(folder_->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

  private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(folder_->isValid());
        qputenv("XDG_CONFIG_HOME", folder_->path().toLocal8Bit());
        qputenv("XDG_CONFIG_DIRS", folder_->path().toLocal8Bit());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_->path());
        QApplication::setOrganizationName("attention-visualizer-test");
        QApplication::setApplicationName("attention-visualizer-test");
        QSettings().clear();
    }

    void withoutASettingThingsMove() { QVERIFY(!app::systemReducesMotion()); }

    void gtkSettingIsRespected() {
        write("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n");
        QVERIFY(app::systemReducesMotion());
        QVERIFY(app::rememberedReducedMotion());
        write("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n");
        QVERIFY2(!app::systemReducesMotion(), "the newer file counts");
    }

    void kdeSettingIsRespected() {
        write("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n");
        QVERIFY(app::systemReducesMotion());
        write("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n");
        QVERIFY(!app::systemReducesMotion());
    }

    void theChoiceGoesBeforeTheSystem() {
        app::rememberReducedMotion(true);
        QVERIFY(app::rememberedReducedMotion());
        write("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n");
        app::rememberReducedMotion(false);
        QVERIFY(!app::rememberedReducedMotion());
    }
};

REGISTER_QT_TEST(MotionTest)
#include "settings/motion_test.moc"
