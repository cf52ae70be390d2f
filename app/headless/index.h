// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QMap>
#include <QString>
#include <QStringList>

namespace app {

/// index.tsv of a folder: what was made of which line. Its first line says by which options; each
/// other one the number of a line, the sentence, its translation, and its files with spaces between
/// them, with tabs between these. Lines are added as they are done, so that a run that was ended in
/// the middle is gone on with.
class BatchIndex {
  public:
    /// `made`: the options, one line. What another run made by the same options is known; by
    /// others, or if there is none, the index begins anew. @throws widgets::ExportError
    BatchIndex(const QString &folder, const QString &made);

    /// Whether a line is in the index with this sentence, and all its files are there.
    bool has(long line, const QString &sentence) const;
    /// Adds a line. @throws widgets::ExportError
    void add(long line, const QString &sentence, const QString &translation,
             const QStringList &files);

  private:
    struct Entry {
        QString sentence;
        QString text;  ///< the whole line of the index
        QStringList files;
    };
    void read(const QString &made);
    void append(const QByteArray &text);

    QString folder_;
    QMap<long, Entry> known_;
    QFile file_;
};

}  // namespace app
