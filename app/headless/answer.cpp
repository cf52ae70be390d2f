// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/batch.h"

namespace app {
namespace {

const QString doneWord = QStringLiteral("done");
const QString failedWord = QStringLiteral("failed");

}  // namespace

QByteArray written(const WorkerAnswer &answer) {
    const QStringList cells{QString::number(answer.line), answer.done ? doneWord : failedWord,
                            answer.text.simplified(), answer.files.join(u' ')};
    return (cells.join(u'\t') + u'\n').toUtf8();
}

std::optional<WorkerAnswer> readAnswer(const QByteArray &line) {
    const QStringList cells = QString::fromUtf8(line).split(u'\t');
    if (cells.size() != 4 || (cells[1] != doneWord && cells[1] != failedWord))
        return std::nullopt;
    return WorkerAnswer{.line = cells[0].toLong(),
                        .done = cells[1] == doneWord,
                        .text = cells[2],
                        .files = cells[3].split(u' ', Qt::SkipEmptyParts)};
}

}  // namespace app
