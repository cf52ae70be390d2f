// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QMap>
#include <QObject>
#include <QVariant>
#include <optional>

namespace app {

/// What the settings portal of the desktop (D-Bus, org.freedesktop.portal.Settings) says of how
/// programs should look and move, and each change of it. Nothing waits for it: until it answers,
/// and where there is none, nothing is known.
class Desktop : public QObject {
    Q_OBJECT
  public:
    explicit Desktop(QDBusConnection bus, QObject *parent = nullptr);

    /// The bus of the user session; one that is not connected where there is none.
    static QDBusConnection sessionBus();

    /// Nothing: unknown, or left to the program.
    std::optional<bool> prefersDark() const;
    std::optional<bool> reducesMotion() const;
    std::optional<bool> wantsHighContrast() const;

  signals:
    void changed();

  private slots:
    void set(const QString &group, const QString &key, const QDBusVariant &value);

  private:
    QMap<QString, QVariantMap> settings_;  ///< by group and key
};

}  // namespace app
