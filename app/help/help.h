// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

#include "model/model.h"

namespace app {

/// The icon of the program, as pictures of the usual sizes: drawing SVG takes a part of Qt that is
/// not everywhere where Qt is.
QIcon programIcon();

/// The program, its licence, and the model in use (null: none) with the title that it has in the
/// list of models, in a dialog. How the model was trained is among the details.
void showAbout(QWidget *parent, const model::Model *model, const QString &title = {});

}  // namespace app
