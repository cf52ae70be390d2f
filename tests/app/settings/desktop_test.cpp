// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/desktop.h"

#include <QAction>
#include <QApplication>
#include <QDBusError>
#include <QDBusMetaType>
#include <QDBusServer>
#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "app/session/session.h"
#include "app/settings/appearance.h"
#include "app/settings/motion.h"
#include "app/window/main_window.h"
#include "tests/support/qt_test.h"
#include "widgets/drawing/theme.h"

using Settings = QMap<QString, QVariantMap>;

namespace {

const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeAccess = QStringLiteral("org.gnome.desktop.a11y.interface");

Settings one(const QString &group, const QString &key, const QVariant &value) {
    return {{group, {{key, value}}}};
}

}  // namespace

/// A desktop's portal that answers what a test wants.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
  public:
    Settings settings;
    QStringList asked;

  public slots:
    QMap<QString, QVariantMap> ReadAll(const QStringList &groups) {  // NOLINT: the portal's name
        asked = groups;
        return settings;
    }

  signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

/// A portal of another shape than documented.
class StrangePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
  public:
    int asked = 0;

  public slots:
    QString ReadAll(const QStringList &) {  // NOLINT: the portal's name
        ++asked;
        return QStringLiteral("dark");
    }

  signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

/// The desktop's wishes over D-Bus, without a bus: the test is the other end of the connection.
class DesktopTest : public QObject {
    Q_OBJECT

  private:
    const QString name_ = QStringLiteral("desktop-test");
    QTemporaryDir folder_;
    std::unique_ptr<QDBusServer> server_;
    std::unique_ptr<Portal> portal_;
    QObject *served_ = nullptr;

    std::unique_ptr<app::Desktop> connected() {
        return std::make_unique<app::Desktop>(
            QDBusConnection::connectToPeer(server_->address(), name_));
    }
    /// One whose answer has come.
    std::unique_ptr<app::Desktop> asked(const Settings &settings) {
        portal_->settings = settings;
        auto desktop = connected();
        QSignalSpy changed(desktop.get(), &app::Desktop::changed);
        return changed.wait() ? std::move(desktop) : nullptr;
    }
    void tell(const QString &group, const QString &key, const QVariant &value) {
        emit portal_->SettingChanged(group, key, QDBusVariant(value));
    }

  private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        qputenv("XDG_CONFIG_HOME", folder_.path().toLocal8Bit());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
        QApplication::setOrganizationName("attention-visualizer-test");
        QApplication::setApplicationName("attention-visualizer-test");
        qDBusRegisterMetaType<Settings>();
    }
    void init() {
        QSettings().clear();
        portal_ = std::make_unique<Portal>();
        served_ = portal_.get();
        server_ = std::make_unique<QDBusServer>(QStringLiteral("unix:tmpdir=") + folder_.path());
        QVERIFY2(server_->isConnected(), qPrintable(server_->lastError().message()));
        server_->setAnonymousAuthenticationAllowed(true);
        connect(server_.get(), &QDBusServer::newConnection, this, [this](QDBusConnection peer) {
            peer.registerObject(
                "/org/freedesktop/portal/desktop", served_,
                QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        });
    }
    void cleanup() {
        QDBusConnection::disconnectFromPeer(name_);
        server_.reset();
        app::setSystemPrefersDark(std::nullopt);
        app::setSystemReducesMotion(std::nullopt);
        app::setSystemWantsContrast(std::nullopt);
    }

    // First: what the other tests send would make known to Qt what this one needs.
    void changesAreHeard() {
        const auto desktop = asked(one(appearance, "color-scheme", 2U));
        QVERIFY(desktop);
        tell(appearance, "color-scheme", 1U);
        QTRY_COMPARE(desktop->prefersDark(), std::optional(true));
        tell(gnome, "enable-animations", false);
        QTRY_COMPARE(desktop->reducesMotion(), std::optional(true));
        QCOMPARE(desktop->prefersDark(), std::optional(true));
    }

    void withoutABusNothingIsKnown() {
        const app::Desktop desktop{QDBusConnection(QString())};
        QVERIFY(!desktop.prefersDark());
        QVERIFY(!desktop.reducesMotion());
        QVERIFY(!desktop.wantsHighContrast());
    }

    void withoutASessionNoBusIsStarted() {
        const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", folder_.path().toLocal8Bit());
        const auto restore = qScopeGuard([&] {
            if (!address.isNull())
                qputenv("DBUS_SESSION_BUS_ADDRESS", address);
            if (runtime.isNull())
                qunsetenv("XDG_RUNTIME_DIR");
            else
                qputenv("XDG_RUNTIME_DIR", runtime);
        });
        QVERIFY2(app::Desktop::sessionBus().name().isEmpty(), "Qt was not asked");
    }

    void nothingIsKnownUntilTheAnswer() {
        portal_->settings = one(appearance, "color-scheme", 1U);
        const auto desktop = connected();
        QVERIFY(!desktop->prefersDark());
        QTRY_COMPARE(desktop->prefersDark(), std::optional(true));
        QCOMPARE(portal_->asked, QStringList({appearance, gnome, gnomeAccess}));
    }

    void theColorSchemeIsRead_data() {
        QTest::addColumn<uint>("scheme");
        QTest::addColumn<int>("dark");
        QTest::newRow("no preference") << 0U << -1;
        QTest::newRow("dark") << 1U << 1;
        QTest::newRow("light") << 2U << 0;
        QTest::newRow("one that is not known yet") << 3U << -1;
    }
    void theColorSchemeIsRead() {
        QFETCH(uint, scheme);
        QFETCH(int, dark);
        const auto desktop = asked(one(appearance, "color-scheme", scheme));
        QVERIFY(desktop);
        QCOMPARE(desktop->prefersDark() ? int(*desktop->prefersDark()) : -1, dark);
    }

    void reducedMotionIsRead() {
        QCOMPARE(asked(one(appearance, "reduced-motion", 1U))->reducesMotion(), true);
        cleanup(), init();
        QCOMPARE(asked(one(gnome, "enable-animations", false))->reducesMotion(), true);
        cleanup(), init();
        QCOMPARE(asked(one(gnome, "enable-animations", true))->reducesMotion(), false);
        cleanup(), init();
        QVERIFY(!asked(one(appearance, "reduced-motion", 0U))->reducesMotion());
    }

    void highContrastIsRead() {
        QCOMPARE(asked(one(appearance, "contrast", 1U))->wantsHighContrast(), true);
        cleanup(), init();
        QCOMPARE(asked(one(gnomeAccess, "high-contrast", true))->wantsHighContrast(), true);
        cleanup(), init();
        QCOMPARE(asked(one(gnomeAccess, "high-contrast", false))->wantsHighContrast(), false);
        cleanup(), init();
        QVERIFY(!asked(one(appearance, "contrast", 0U))->wantsHighContrast());
    }

    void theWishForHighContrastGoesBeforeLightAndDark() {
        const auto shown = [] { return QApplication::palette().color(QPalette::Window); };
        app::applyAppearance(app::Appearance::system);
        app::setSystemPrefersDark(false);
        app::setSystemWantsContrast(true);
        QCOMPARE(shown(), widgets::Theme::highContrast().window);
        app::setSystemWantsContrast(false);
        QCOMPARE(shown(), widgets::Theme::light().window);
        app::applyAppearance(app::Appearance::dark);
        app::setSystemWantsContrast(true);
        QCOMPARE(shown(), widgets::Theme::darkTheme().window);
    }

    void whereTheDesktopSaysNothingTheThemeOfGtkCounts() {
        QVERIFY(QDir(folder_.path()).mkpath("gtk-3.0"));
        const auto restore =
            qScopeGuard([&] { QDir(folder_.filePath("gtk-3.0")).removeRecursively(); });
        QFile file(folder_.filePath("gtk-3.0/settings.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[Settings]\ngtk-theme-name=HighContrastInverse\n");
        file.close();
        app::applyAppearance(app::Appearance::system);
        QCOMPARE(QApplication::palette().color(QPalette::Window),
                 widgets::Theme::highContrast().window);
        app::setSystemWantsContrast(false);
        QVERIFY(QApplication::palette().color(QPalette::Window) !=
                widgets::Theme::highContrast().window);
    }

    void anAnswerOfAnotherShapeIsNone() {
        StrangePortal strange;
        served_ = &strange;
        const auto desktop = connected();
        QSignalSpy changed(desktop.get(), &app::Desktop::changed);
        QTRY_COMPARE(strange.asked, 1);
        // What is sent behind the answer arrives behind it.
        emit strange.SettingChanged(appearance, "color-scheme", QDBusVariant(1U));
        QTRY_COMPARE(desktop->prefersDark(), std::optional(true));
        QCOMPARE(changed.count(), 1);
    }

    void theWindowFollowsTheDesktop() {
        app::applyAppearance(app::Appearance::system);
        app::Session session;
        app::MainWindow window(&session);
        const auto *reduce = window.findChild<QAction *>("reduceMotion");
        const auto isDark = [] { return widgets::Theme::of(QApplication::palette()).dark; };
        const auto desktop = asked(one(gnome, "enable-animations", false));
        QVERIFY(desktop);
        window.follow(desktop.get());
        QVERIFY(reduce->isChecked());
        tell(gnome, "enable-animations", true);
        QTRY_VERIFY(!reduce->isChecked());
        tell(appearance, "color-scheme", 1U);
        QTRY_VERIFY(isDark());
        tell(appearance, "color-scheme", 2U);
        QTRY_VERIFY(!isDark());
        QVERIFY2(!QSettings().contains("view/reducedMotion"), "nobody chose anything");
    }

    void whatThePersonChoseGoesBeforeTheDesktop() {
        app::rememberReducedMotion(false);
        app::applyAppearance(app::Appearance::light);
        app::Session session;
        app::MainWindow window(&session);
        auto desktop = asked({{appearance, {{"color-scheme", 1U}, {"reduced-motion", 1U}}}});
        QVERIFY(desktop);
        window.follow(desktop.get());
        QVERIFY(!window.findChild<QAction *>("reduceMotion")->isChecked());
        QVERIFY(!widgets::Theme::of(QApplication::palette()).dark);
        window.findChild<QAction *>("appearanceSystem")->trigger();
        QVERIFY(widgets::Theme::of(QApplication::palette()).dark);
    }
};

REGISTER_QT_TEST(DesktopTest)
#include "settings/desktop_test.moc"
