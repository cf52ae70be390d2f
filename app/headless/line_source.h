// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <memory>
#include <optional>

#include "model/file/descriptor.h"

namespace app {

/// The lines of a file or of the standard input, as they come, without waiting for one: between
/// them the events of the program are handled.
class LineSource : public QObject {
    Q_OBJECT
  public:
    /// "-": the standard input. @throws widgets::ExportError where there is no such file
    explicit LineSource(const QString &file, QObject *parent = nullptr);

    struct Line {
        long number = 0;  ///< from 1
        QByteArray text;  ///< without its end, LF or CR LF
    };
    /// The next line, if it has come already.
    std::optional<Line> next();
    /// All lines have been taken.
    bool ended() const { return ended_ && bytes_.isEmpty(); }
    /// Why reading ended before the end; else empty.
    const QString &trouble() const { return trouble_; }

  signals:
    /// There may be lines, or there are no more.
    void moved();

  private:
    void read();

    model::Descriptor file_;
    int descriptor_ = 0;
    std::unique_ptr<QSocketNotifier> notifier_;
    QByteArray bytes_;  ///< read, and not yet taken
    long number_ = 0;
    bool ended_ = false;
    QString trouble_;
};

}  // namespace app
