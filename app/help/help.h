// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/model.h"

namespace app {

/// The program, its licence, and the model in use (null: none), in a dialog.
void showAbout(QWidget *parent, const model::Model *model);

}  // namespace app
