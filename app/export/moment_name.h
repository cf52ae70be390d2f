// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "widgets/viewpoint/moment.h"

namespace app {

/// The names of the stages, in the order of time: embed, forward, backward, score, softmax,
/// context, state, word.
QStringList stageNames();

/// The end of a stage, named "3.softmax": of the third word, or while reading ("2.forward") of the
/// second source piece that the pass comes to. @throws std::invalid_argument for any other text
widgets::Moment momentNamed(const QString &name);

/// Whether a translation has a moment. @throws widgets::ExportError where it has not
void checkMoment(const widgets::Moment &moment, const widgets::Extent &extent);

}  // namespace app
