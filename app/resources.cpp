// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resources.h"

#include <QtGlobal>

/// Resources of a static library have to be asked for, outside of any namespace.
static void askForResources() {
    Q_INIT_RESOURCE(app_resources);
    Q_INIT_RESOURCE(lessons);
    Q_INIT_RESOURCE(translations);
}

namespace app {

void initializeResources() {
    askForResources();
}

}  // namespace app
