// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/error_text.h"

#include <QCoreApplication>

#include "model/exceptions.h"

namespace widgets {
namespace {

/// What the system says of files, and why models and pictures cannot be read or written, for
/// translators to find.
[[maybe_unused]] constexpr const char *reasons[] = {
    QT_TRANSLATE_NOOP("model", "Cannot allocate memory"),
    QT_TRANSLATE_NOOP("model", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("model", "File name too long"),
    QT_TRANSLATE_NOOP("model", "File too large"),
    QT_TRANSLATE_NOOP("model", "Input/output error"),
    QT_TRANSLATE_NOOP("model", "Is a directory"),
    QT_TRANSLATE_NOOP("model", "No space left on device"),
    QT_TRANSLATE_NOOP("model", "No such file or directory"),
    QT_TRANSLATE_NOOP("model", "Not a directory"),
    QT_TRANSLATE_NOOP("model", "Operation not permitted"),
    QT_TRANSLATE_NOOP("model", "Permission denied"),
    QT_TRANSLATE_NOOP("model", "Read-only file system"),
    QT_TRANSLATE_NOOP("model", "Text file busy"),
    QT_TRANSLATE_NOOP("model", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("model", "Too many open files"),
};

}  // namespace

QString errorText(const model::Message &message) {
    return QString::fromStdString(message.worded([](const std::string &text) {
        return QCoreApplication::translate("model", text.c_str()).toStdString();
    }));
}

QString errorText(const std::exception_ptr &error) {
    return errorText(model::messageOf(error));
}

}  // namespace widgets
