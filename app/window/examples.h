// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace app {

struct ExampleGroup {
    QString title;  ///< English; translated where it is shown, context "examples"
    QStringList sentences;
};

/// The example sentences that are built in.
const std::vector<ExampleGroup> &examples();

/// Adds a sentence to a menu, shortened where it is long; `pick` is called with the whole of it.
void addSentence(QMenu &menu, const QString &sentence,
                 const std::function<void(const QString &)> &pick);

/// A menu of them, by group; `pick` is called with the sentence that was chosen.
QMenu *makeExamplesMenu(QWidget *parent, const std::function<void(const QString &)> &pick);

}  // namespace app
