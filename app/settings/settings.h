// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <limits>
#include <optional>

/// What the program remembers from one run to the next. Nothing else reads or writes its file.
namespace app::settings {

/// Something that is remembered, and what it is where nothing is, or a value that means nothing.
template <class Value>
struct Setting {
    const char *name;
    Value usual;
};
/// A number, which has to be in a range.
template <>
struct Setting<double> {
    const char *name;
    double usual;
    double least = -std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::max();
};

// All of them, but for the options of the views.
inline const Setting<QByteArray> windowGeometry{"window/geometry", {}};
inline const Setting<QByteArray> windowState{"window/state", {}};  ///< of the docks
inline const Setting<QString> appearance{"window/appearance", QStringLiteral("system")};
inline const Setting<QString> language{"window/language", QStringLiteral("system")};
inline const Setting<bool> reducedMotion{"view/reducedMotion", false};
inline const Setting<QStringList> sentenceHistory{"sentence/history", {}};
inline const Setting<bool> keepsTurns{"dialogue/keepsTurns", true};
inline const Setting<QString> lessonPlace{"lesson/place", {}};  ///< the page it was left at
inline const Setting<bool> lessonOffered{"lesson/offered", false};
inline const Setting<bool> lessonTeacher{"lesson/teacher", false};
inline const Setting<bool> lessonLarge{"lesson/large", false};
inline const Setting<QStringList> recentModels{"models/recent", {}};
/// The tasks of these, as their metadata say them, in the same order.
inline const Setting<QStringList> recentTasks{"models/recentTasks", {}};
inline const Setting<QString> exportFolder{"export/folder", {}};
inline const Setting<QString> exportFormat{"export/format", QStringLiteral("png")};
inline const Setting<double> exportScale{"export/scale", 2, 0.5, 8};
inline const Setting<QString> animationView{"animation/view", QStringLiteral("unrolled")};
inline const Setting<QString> animationFormat{"animation/format", QStringLiteral("gif")};
inline const Setting<double> animationSpeed{"animation/speed", 1, 0.25, 8};
inline const Setting<double> animationRate{"animation/framesPerSecond", 25, 5, 50};
inline const Setting<double> animationScale{"animation/scale", 1, 0.5, 4};
inline const Setting<bool> animationDark{"animation/dark", false};

/// What is remembered; nothing where it is not, or is of another type or out of range.
std::optional<QByteArray> remembered(const Setting<QByteArray> &setting);
std::optional<QString> remembered(const Setting<QString> &setting);
std::optional<QStringList> remembered(const Setting<QStringList> &setting);
std::optional<bool> remembered(const Setting<bool> &setting);
std::optional<double> remembered(const Setting<double> &setting);

/// What is remembered, else what is usual.
template <class Value>
Value get(const Setting<Value> &setting) {
    return remembered(setting).value_or(setting.usual);
}

/// Remembers a value under a setting's name.
void write(const char *name, const QVariant &value);

template <class Value>
void set(const Setting<Value> &setting, const Value &value) {
    write(setting.name, value);
}

/// What is remembered of the options of a view, of those that have one of these names.
QVariantMap viewOptions(const QString &view, const QStringList &names);
void setViewOptions(const QString &view, const QVariantMap &options);

/// The style of figures that was used last, and those that are kept by name: options as
/// widgets::FigureStyle stores them.
QVariantMap lastStyle();
void setLastStyle(const QVariantMap &style);
QVariantMap styles();
void setStyles(const QVariantMap &styles);
/// The folder of the file in which all of this is remembered, for what is kept beside it.
QString folder();

/// A value of one of the desktop's own settings files, such as "kdeglobals"; invalid where there is
/// no such file or value.
QVariant ofDesktop(const QString &file, const QString &key);
/// One of what the desktops write for GTK, the newest version that has it first.
QVariant ofGtk(const QString &key);

}  // namespace app::settings
