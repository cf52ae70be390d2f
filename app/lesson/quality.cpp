// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/quality.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/lesson/resource.h"

namespace app {
namespace {

MeasuredQuality readRow(const QJsonObject &row) {
    const QJsonObject attention = row.value(QStringLiteral("attention")).toObject();
    const QJsonObject bottleneck = row.value(QStringLiteral("bottleneck")).toObject();
    const QString bleu = QStringLiteral("bleu");
    const QString chrf = QStringLiteral("chrf");
    return {.from = row.value(QStringLiteral("from")).toInt(),
            .to = row.value(QStringLiteral("to")).toInt(),
            .sentences = row.value(QStringLiteral("sentences")).toInt(),
            .attentionBleu = attention.value(bleu).toDouble(),
            .attentionChrf = attention.value(chrf).toDouble(),
            .bottleneckBleu = bottleneck.value(bleu).toDouble(),
            .bottleneckChrf = bottleneck.value(chrf).toDouble()};
}

}  // namespace

const std::vector<MeasuredQuality> &measuredQuality() {
    static const std::vector<MeasuredQuality> rows = [] {
        std::vector<MeasuredQuality> read;
        const QJsonDocument card =
            QJsonDocument::fromJson(lessonResource(QStringLiteral("measured.json")));
        for (const QJsonValue row : card.object().value(QStringLiteral("rows")).toArray())
            read.push_back(readRow(row.toObject()));
        return read;
    }();
    return rows;
}

}  // namespace app
