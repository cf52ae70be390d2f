// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "app/session/session.h"
#include "widgets/threads/worker.h"

namespace app {

/// What the translation in view is compared with: a translation that was pinned and stays, or one
/// that follows the sentence: by another model, or by another search. Nothing is chosen: the views
/// compare what the user decided with the original.
class Reference : public QObject {
    Q_OBJECT
  public:
    /// How it is chosen, as a value.
    struct Choice {
        using Kind = ReferenceKind;
        Kind kind = Kind::none;
        QString model;  ///< its key, where kind is model
        bool operator==(const Choice &) const = default;
    };
    /// Hypotheses that the beam search keeps.
    static constexpr int beam = 5;

    explicit Reference(Session *session, QObject *parent = nullptr);

    const Choice &choice() const { return choice_; }
    /// What it is called in the language of the moment; empty: nothing is chosen.
    QString name() const;
    /// What a session remembers of it, without the hash of its model, and that model; null: the
    /// choice has none, or it was not read yet.
    SavedReference saved() const;
    std::shared_ptr<const model::Model> savedModel() const;
    /// Compares with what a session was compared with; nobody has chosen it just now.
    void restore(const OpenedSession &opened);

  public slots:
    /// Pins the translation in view.
    void pin();
    /// Pins another translation of the sentence by the model in use, which is called so; null:
    /// compares with the original.
    void pinBranch(const std::shared_ptr<const model::Trace> &trace, const QString &name);
    /// Compares with the same sentence by a model of the session's list.
    void compareWithModel(const QString &key);
    void compareWithBeam();
    void clear();

  signals:
    void changed();
    /// The user has chosen something to compare with.
    void chosen();
    void failed(const QString &sentence);

  private:
    void take(const Choice &choice);
    void choose(const Choice &choice);
    /// Without a name, it is called as it reads.
    void setPinned(std::shared_ptr<const model::Trace> trace, const QString &modelKey,
                   const QString &name = {});
    /// Takes what the translation in view needs now.
    void follow();
    void request();
    void show(std::shared_ptr<const model::Trace> trace);
    const ModelEntry *entry() const;

    Session *session_;
    Choice choice_;
    std::shared_ptr<const model::Trace> pinned_;
    QString pinnedName_;   ///< empty: as it reads
    QString pinnedModel_;  ///< its key
    /// What was asked for last.
    std::string sentence_;
    std::shared_ptr<const model::Model> model_;
    widgets::Worker worker_;
    widgets::Lane lane_;
};

}  // namespace app
