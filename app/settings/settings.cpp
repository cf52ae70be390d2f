// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStandardPaths>

#include "widgets/panel/options.h"

namespace app::settings {
namespace {

QVariant read(const char *name) {
    return QSettings().value(QLatin1String(name));
}

/// The name of a view's option. The first of all that was remembered stands where it did.
QString optionName(const QString &view, const QString &option) {
    const bool first = view == QLatin1String("unrolled") && option == QLatin1String("leastWeight");
    return (first ? QStringLiteral("view") : view) + u'/' + option;
}

const char *const lastStyleName = "export/lastStyle";
const char *const stylesName = "export/styles";

/// Maps are kept as JSON: a file of settings has no better form of them that can be read.
QVariantMap readMap(const char *name) {
    const QString text = widgets::storedText(read(name)).value_or(QString());
    return QJsonDocument::fromJson(text.toUtf8()).object().toVariantMap();
}

void writeMap(const char *name, const QVariantMap &map) {
    const QJsonDocument document(QJsonObject::fromVariantMap(map));
    write(name, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

}  // namespace

QVariantMap lastStyle() {
    return readMap(lastStyleName);
}

void setLastStyle(const QVariantMap &style) {
    writeMap(lastStyleName, style);
}

QVariantMap styles() {
    return readMap(stylesName);
}

void setStyles(const QVariantMap &styles) {
    writeMap(stylesName, styles);
}

std::optional<QByteArray> remembered(const Setting<QByteArray> &setting) {
    const QVariant stored = read(setting.name);
    return stored.typeId() == QMetaType::QByteArray ? std::optional(stored.toByteArray())
                                                    : std::nullopt;
}

std::optional<QString> remembered(const Setting<QString> &setting) {
    return widgets::storedText(read(setting.name));
}

std::optional<QStringList> remembered(const Setting<QStringList> &setting) {
    return widgets::storedList(read(setting.name));
}

std::optional<bool> remembered(const Setting<bool> &setting) {
    return widgets::storedSwitch(read(setting.name));
}

std::optional<double> remembered(const Setting<double> &setting) {
    return widgets::storedNumber(read(setting.name), setting.least, setting.most);
}

void write(const char *name, const QVariant &value) {
    QSettings().setValue(QLatin1String(name), value);
}

QVariantMap viewOptions(const QString &view, const QStringList &names) {
    const QSettings settings;
    QVariantMap options;
    for (const QString &name : names)
        if (const QVariant stored = settings.value(optionName(view, name)); stored.isValid())
            options[name] = stored;
    return options;
}

void setViewOptions(const QString &view, const QVariantMap &options) {
    QSettings settings;
    for (auto option = options.begin(); option != options.end(); ++option)
        settings.setValue(optionName(view, option.key()), option.value());
}

QString folder() {
    return QFileInfo(QSettings().fileName()).absolutePath();
}

QVariant ofDesktop(const QString &file, const QString &key) {
    const QString path = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, file);
    return path.isEmpty() ? QVariant() : QSettings(path, QSettings::IniFormat).value(key);
}

QVariant ofGtk(const QString &key) {
    for (const char *file : {"gtk-4.0/settings.ini", "gtk-3.0/settings.ini"})
        if (const QVariant value =
                ofDesktop(QLatin1String(file), QStringLiteral("Settings/") + key);
            value.isValid())
            return value;
    return {};
}

}  // namespace app::settings
