// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/model.h"

namespace app {

/// The program, its licence, and the model in use (null: none) with the title that it has in the
/// list of models, in a dialog. How the model was trained is among the details.
void showAbout(QWidget *parent, const model::Model *model, const QString &title = {});

}  // namespace app
