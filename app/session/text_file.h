// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMimeData;

namespace app {

/// What a file turned out to be that is to be read as a sentence.
struct TextFile {
    enum class Kind {
        text,        ///< UTF-8, or UTF-16 that says so at its start
        binary,      ///< no text at all; maybe a model
        otherText,   ///< text in another encoding
        tooLong,     ///< longer than any sentence
        unreadable,  ///< no file, or one that may not be read
    };
    Kind kind = Kind::unreadable;
    QString text;
};

/// Reads a file; never more of it than a sentence may need, and nothing that might have to be
/// waited for, such as a pipe.
TextFile readTextFile(const QString &name);

/// The file of this computer that is dropped, the first if there are many; empty: none.
QString fileIn(const QMimeData &data);

}  // namespace app
