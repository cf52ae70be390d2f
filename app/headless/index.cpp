// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/index.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "widgets/figure/file.h"

namespace app {
namespace {

constexpr int columns = 4;

/// With nothing in it that separates columns or lines.
QString cell(const QString &text) {
    QString plain = text;
    for (QChar &c : plain)
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    return plain;
}

}  // namespace

BatchIndex::BatchIndex(const QString &folder, const QString &made)
    : folder_(folder), file_(QDir(folder).filePath(QStringLiteral("index.tsv"))) {
    read(cell(made));
    // Anew, without what a run that was killed wrote half of; whole or not at all.
    QByteArray text = (cell(made) + u'\n').toUtf8();
    for (const Entry &entry : std::as_const(known_))
        text += (entry.text + u'\n').toUtf8();
    widgets::saveFile(file_.fileName(), text);
    if (!file_.open(QIODevice::WriteOnly | QIODevice::Append))
        throw widgets::unwritable(file_.fileName(), file_.errorString());
}

void BatchIndex::read(const QString &made) {
    QFile before(file_.fileName());
    if (!before.open(QIODevice::ReadOnly))
        return;
    const QString text = QString::fromUtf8(before.readAll());
    const QStringList lines = text.split(u'\n');
    if (lines.constFirst() != made)
        return;
    // The last one has no end.
    for (qsizetype i = 1; i + 1 < lines.size(); ++i) {
        const QStringList cells = lines[i].split(u'\t');
        const long line = cells[0].toLong();
        if (cells.size() == columns && line > 0)
            known_[line] = {cells[1], lines[i], cells[3].split(u' ', Qt::SkipEmptyParts)};
    }
}

bool BatchIndex::has(long line, const QString &sentence) const {
    const auto found = known_.find(line);
    return found != known_.end() && found->sentence == cell(sentence) &&
           std::ranges::all_of(found->files, [this](const QString &file) {
               return QFileInfo(QDir(folder_).filePath(file)).size() > 0;
           });
}

void BatchIndex::add(long line, const QString &sentence, const QString &translation,
                     const QStringList &files) {
    const QStringList cells{QString::number(line), cell(sentence), cell(translation),
                            files.join(u' ')};
    append((cells.join(u'\t') + u'\n').toUtf8());
}

void BatchIndex::append(const QByteArray &text) {
    if (file_.write(text) != text.size() || !file_.flush())
        throw widgets::unwritable(file_.fileName(), file_.errorString());
}

}  // namespace app
