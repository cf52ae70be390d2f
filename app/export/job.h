// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <thread>

#include "widgets/figure/file.h"
#include "widgets/threads/mailbox.h"

namespace app {

/// Encodes and writes a figure on a thread of its own: a large picture takes seconds.
class ExportJob : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    /// Waits until the file is written.
    ~ExportJob() override = default;

    /// Begins. Not to be called again before finished().
    void start(widgets::FigureJob job);
    bool running() const { return running_; }

  signals:
    /// `why`: one sentence, or empty if the file is written.
    void finished(const QString &why);

  private:
    bool running_ = false;
    widgets::Mailbox mailbox_;
    std::jthread thread_;
};

}  // namespace app
