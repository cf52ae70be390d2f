// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include "app/session/session.h"

namespace app {

/// The files of models that were opened last, also in earlier runs, to be opened again. Those that
/// are gone are not listed.
class RecentModels : public QMenu {
    Q_OBJECT
  public:
    static constexpr int most = 8;

    RecentModels(Session *session, QWidget *parent);

  private:
    /// The model in use is the latest.
    void note();
    void fill();
    void addFile(const QString &file);

    Session *session_;
};

}  // namespace app
