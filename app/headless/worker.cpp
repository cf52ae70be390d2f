// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a batch that one process does.
#include <QCoreApplication>
#include <QDir>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "app/headless/batch.h"
#include "app/session/picture_files.h"
#include "app/session/session.h"
#include "model/decoding/search.h"
#include "model/text/lines.h"
#include "widgets/text/error_text.h"

namespace app {
namespace {

/// What is read for a line: a model of captions reads scenes, and the pictures of files.
std::string sourceOf(const model::Model &model, const std::string &line) {
    if (!model.configuration().seesPictures() || line.starts_with('{'))
        return line;
    const auto text = pictureTextOf(QString::fromStdString(line).trimmed());
    if (!text)
        throw model::SentenceError("The line names no picture that can be read.");
    return text->toStdString();
}

/// @throws anything that keeps it from being done
WorkerAnswer answerTo(long line, const std::string &sentence, const BatchOptions &options,
                      const std::shared_ptr<const model::Model> &model, Documents &documents) {
    if (const auto wrong = model::notUtf8(sentence))
        throw model::SentenceError("The line %1.", *wrong);
    const auto trace = model::translate(model, sourceOf(*model, sentence));
    WorkerAnswer answer{.line = line,
                        .done = true,
                        .text = QString::fromStdString(trace->translation),
                        .files = {}};
    const QString moment = options.moment.isEmpty() ? QString() : options.moment + u'-';
    for (const Document &document : documents.of(trace)) {
        const QString name =
            QStringLiteral("%1-%2%3").arg(line, 4, 10, QChar(u'0')).arg(moment, document.name);
        widgets::saveFile(QDir(options.output).filePath(name), document.bytes);
        answer.files.append(name);
    }
    return answer;
}

void say(const QByteArray &text) {
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    std::fflush(stdout);
}

}  // namespace

int runBatchWorker(const BatchOptions &options) {
    const std::shared_ptr<const model::Model> model = modelReader(options.model)({});
    Documents documents(options.documents);
    say("ready\n");
    for (std::string text; std::getline(std::cin, text);) {
        const std::size_t tab = text.find('\t');
        const long line = std::atol(text.c_str());
        try {
            say(written(answerTo(line, text.substr(tab + 1), options, model, documents)));
        } catch (...) {
            say(written({.line = line,
                         .done = false,
                         .text = widgets::errorText(std::current_exception()),
                         .files = {}}));
        }
    }
    return 0;
}

}  // namespace app
