// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <memory>

#include "model/model.h"
#include "widgets/threads/worker.h"

namespace app {

/// The sentences of a text: a line that breaks ends one, too (model/text/sentences.h).
QStringList sentencesOf(const QString &text);

/// A text that is translated sentence by sentence, on a thread of its own. What is kept of each is
/// the translation; the numbers of the one that is looked at are the session's.
class Page : public QObject {
    Q_OBJECT
  public:
    explicit Page(QObject *parent = nullptr);
    /// Stops what is under way, and waits for the thread.
    ~Page() override = default;

    /// Takes another text in place of the one before; empty: none.
    void setText(const QString &text);
    /// Translates everything anew by another model; null: nothing.
    void setModel(const std::shared_ptr<const model::Model> &model);

    const QString &text() const { return text_; }
    const QStringList &sentences() const { return sentences_; }
    /// The translation of a sentence, or why there is none; empty until it has come.
    const QString &translation(int sentence) const { return translations_.at(sentence); }

  signals:
    /// The sentences are others.
    void changed();
    /// The translation of a sentence is another.
    void translated(int sentence);

  private:
    void translate();
    void set(int sentence, const QString &translation);

    QString text_;
    QStringList sentences_;
    QStringList translations_;
    std::shared_ptr<const model::Model> model_;
    widgets::Worker worker_;
    widgets::Lane lane_;
};

}  // namespace app
