// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>
#include <memory>

namespace app {

/// Where a running program keeps what is not saved, so that it is not lost when the program ends
/// unexpectedly: a file of its own in a folder that all programs of a user share, with a lock that
/// ends with the program. And what another left behind.
class KeptSession {
  public:
    /// Takes a free place in the folder, which is made where it is not there.
    explicit KeptSession(const QString &folder);
    ~KeptSession();
    KeptSession(const KeptSession &) = delete;
    KeptSession &operator=(const KeptSession &) = delete;

    /// Where what is not saved goes; empty: nothing can be written there.
    const QString &file() const { return file_; }
    /// The newest of what programs left that are no longer running; empty: nothing.
    const QString &left() const { return left_; }
    /// Makes the place of what was left that of this program.
    void adopt();
    /// Removes what was left.
    void discard();
    /// Removes what this program keeps.
    void clear();

  private:
    void findLeft(const QString &folder);
    void takePlace(const QString &folder);

    QString file_;
    QString left_;
    std::unique_ptr<QLockFile> lock_;
    std::unique_ptr<QLockFile> leftLock_;
};

}  // namespace app
