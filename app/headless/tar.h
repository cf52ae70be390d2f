// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace app {

/// A file in a tar archive, as POSIX (ustar) has it: the header of 512 bytes and the content,
/// filled up to whole blocks of so many. `name` is ASCII, of at most 100 characters
/// (std::invalid_argument).
QByteArray tarEntry(const QString &name, const QByteArray &content);
/// What an archive ends with.
QByteArray tarEnd();

}  // namespace app
