// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "widgets/threads/worker.h"

namespace app {

/// A picture in a file, or a scene as JSON, as the text that a model of captions is given; nothing
/// where it is neither.
std::optional<QString> pictureTextOf(const QString &file);

/// Reads files of pictures, on a thread of its own, as the text that a model of captions is given.
/// The last file that was asked for wins.
class PictureFiles : public QObject {
    Q_OBJECT
  public:
    explicit PictureFiles(QObject *parent = nullptr) : QObject(parent), lane_(worker_, {}) {}

    /// The endings of names that can be read: "*.png *.jpg".
    static QString patterns();

  public slots:
    void read(const QString &file);

  signals:
    void pictureRead(const QString &text);
    /// `why`: one sentence.
    void failed(const QString &why);

  private:
    widgets::Worker worker_;
    widgets::Lane lane_;
};

}  // namespace app
