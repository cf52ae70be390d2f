// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/desktop.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

namespace app {
namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");

// What the documentation of the portal names, and what GNOME answers before it knew reduced-motion
// and contrast.
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeAccess = QStringLiteral("org.gnome.desktop.a11y.interface");
enum ColorScheme { preferDark = 1, preferLight = 2 };
constexpr uint reduced = 1;
constexpr uint higher = 1;  // contrast

}  // namespace

Desktop::Desktop(QDBusConnection bus, QObject *parent) : QObject(parent) {
    // Qt 6.4 looks for the types of the slot arguments by name, and knows them only when told.
    qRegisterMetaType<QDBusVariant>();
    // Before the question, so that no change falls between the two. From whoever sends it: to name
    // the service would be to wait for the bus to tell who that is.
    bus.connect({}, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(set(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("ReadAll"));
    question << QStringList{appearance, gnome, gnomeAccess};
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusMessage message = answer->reply();
        if (message.type() != QDBusMessage::ReplyMessage || message.signature() != "a{sa{sv}}")
            return;
        settings_ = qdbus_cast<QMap<QString, QVariantMap>>(message.arguments().constFirst());
        emit changed();
    });
}

QDBusConnection Desktop::sessionBus() {
    // Qt would start a bus where there is none.
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    return address.isEmpty() && !QFileInfo::exists(socket) ? QDBusConnection(QString())
                                                           : QDBusConnection::sessionBus();
}

std::optional<bool> Desktop::prefersDark() const {
    const uint scheme = settings_[appearance][QStringLiteral("color-scheme")].toUInt();
    if (scheme != preferDark && scheme != preferLight)
        return std::nullopt;
    return scheme == preferDark;
}

std::optional<bool> Desktop::reducesMotion() const {
    if (settings_[appearance][QStringLiteral("reduced-motion")].toUInt() == reduced)
        return true;
    const QVariant animated = settings_[gnome][QStringLiteral("enable-animations")];
    return animated.isValid() ? std::optional(!animated.toBool()) : std::nullopt;
}

std::optional<bool> Desktop::wantsHighContrast() const {
    if (settings_[appearance][QStringLiteral("contrast")].toUInt() == higher)
        return true;
    const QVariant high = settings_[gnomeAccess][QStringLiteral("high-contrast")];
    return high.isValid() ? std::optional(high.toBool()) : std::nullopt;
}

void Desktop::set(const QString &group, const QString &key, const QDBusVariant &value) {
    settings_[group][key] = value.variant();
    emit changed();
}

}  // namespace app
