// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/page.h"

#include <string>
#include <utility>
#include <vector>

#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/text/sentences.h"
#include "widgets/text/error_text.h"

namespace app {

QStringList sentencesOf(const QString &text) {
    const std::string bytes = text.toStdString();
    QStringList sentences;
    for (const model::Range range : model::splitSentences(bytes))
        sentences.append(
            QString::fromUtf8(bytes.data() + range.begin, range.end - range.begin).simplified());
    return sentences;
}

Page::Page(QObject *parent) : QObject(parent), lane_(worker_, {}) {}

void Page::setText(const QString &text) {
    text_ = text;
    sentences_ = sentencesOf(text);
    translations_ = QStringList(sentences_.size());
    emit changed();
    translate();
}

void Page::setModel(const std::shared_ptr<const model::Model> &model) {
    if (model == model_)
        return;
    model_ = model;
    translate();
}

void Page::translate() {
    lane_.cancel();
    for (int i = 0; i < sentences_.size(); ++i)
        set(i, {});
    if (!model_ || sentences_.isEmpty())
        return;
    auto work = [this, model = model_,
                 sentences = sentences_](widgets::Task &task) -> widgets::Lane::Result {
        for (int i = 0; i < sentences.size(); ++i) {
            task.check();
            try {
                const auto trace =
                    model::translate({model, sentences[i].toStdString()}, nullptr, task.stop());
                task.deliver(
                    [this, i, text = QString::fromStdString(trace->translation)] { set(i, text); });
            } catch (const model::SentenceError &error) {
                task.deliver([this, i, why = error.message()] { set(i, widgets::errorText(why)); });
            }
        }
        return {};
    };
    lane_.request(std::move(work), {.failed = [this](const QString &why) {
                      for (int i = 0; i < sentences_.size(); ++i)
                          if (translations_[i].isEmpty())
                              set(i, why);
                  }});
}

void Page::set(int sentence, const QString &translation) {
    if (translations_.at(sentence) == translation)
        return;
    translations_[sentence] = translation;
    emit translated(sentence);
}

}  // namespace app
