// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

#include "widgets/figure/file.h"

class QWidget;

namespace app {

/// What is to be saved, for the dialog that asks where.
struct Saving {
    QString title;         ///< of the dialog
    QString filters;       ///< as QFileDialog takes them, each of one suffix
    QStringList suffixes;  ///< of these filters
    QString name;          ///< that is suggested
    /// The file that is meant by a name as it was typed, with a suffix where it has none.
    std::function<QString(const QString &typed, const QString &suffix)> complete;
    /// @throws widgets::ExportError for a file that cannot be written
    std::function<void(const QString &file)> check;
};

/// Asks for a file until one is chosen that can be written and, where it is there, may be replaced;
/// empty: the user has given up.
QString askWhere(QWidget *parent, const Saving &saving);

/// Writes a file on another thread. `done` is called once it is written; if it cannot be, one
/// sentence says why, in a dialog of this title. Its folder is where the next one is suggested.
void write(QWidget *parent, const QString &title, const QString &file, widgets::FigureJob job,
           std::function<void(const QString &file)> done);

}  // namespace app
