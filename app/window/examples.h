// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

#include "model/use.h"

namespace app {

struct ExampleGroup {
    QString title;          ///< English; translated where it is shown, context "examples"
    QStringList sentences;  ///< or what else is read: texts, turns, scenes
};

/// The examples that are built in of what is read for a use, in a language (its code).
std::vector<ExampleGroup> examplesOf(model::Use use, const QString &language);
/// The first of them; empty: there is none.
QString firstExample(model::Use use, const QString &language);

/// Adds a sentence to a menu, shortened where it is long, a scene as a description; `pick` is
/// called with the whole of it.
void addSentence(QMenu &menu, const QString &sentence,
                 const std::function<void(const QString &)> &pick);

/// A menu of them, by group; `pick` is called with the sentence that was chosen.
QMenu *makeExamplesMenu(QWidget *parent, const std::vector<ExampleGroup> &groups,
                        const std::function<void(const QString &)> &pick);

}  // namespace app
