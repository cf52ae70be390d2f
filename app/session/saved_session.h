// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariantMap>
#include <memory>

#include "app/session/branches.h"
#include "model/decoding/intervention.h"
#include "model/decoding/trace.h"
#include "widgets/viewpoint/moment.h"
#include "widgets/viewpoint/selection.h"

namespace app {

/// Which model a session is about.
struct SessionModel {
    QString key;   ///< the absolute path of its file, or the name of one that is built in
    QString hash;  ///< tensorHash(); empty: not worked out yet
    bool operator==(const SessionModel &) const = default;
};

/// How what a translation is compared with is chosen.
enum class ReferenceKind {
    none,
    pinned,  ///< a translation that was in view
    model,   ///< of the same sentence by another model
    beam,    ///< of the same sentence by the model in use, found by beam search
};

/// What the translation in view is compared with.
struct SavedReference {
    ReferenceKind kind = ReferenceKind::none;
    SessionModel model = {};                  ///< by which what is pinned was made; the other one
    QString sentence = {};                    ///< of what is pinned
    model::Interventions interventions = {};  ///< with which that was made
    QString name = {};                        ///< what it is called; empty: as it reads
    bool operator==(const SavedReference &) const = default;
};

/// What the user works on; all of it comes back when its file is opened again. README.md beside
/// this tells how it is written.
struct SavedSession {
    QString sentence;
    SessionModel model;
    History history;
    SavedReference reference = {};
    // How it was looked at.
    widgets::Moment moment;
    widgets::Selection selection;      ///< without the row of a table
    QByteArray layout;                 ///< of the docks; empty: not known
    QMap<QString, QVariantMap> views;  ///< the options of each view, by its name

    /// Whether this has been worked out, however it is looked at.
    bool holds(const QString &text, const QString &modelKey, const std::vector<Branch> &all) const {
        return sentence == text && model.key == modelKey && history.branches().all == all;
    }
};

/// A session whose file was read, ready to be shown as a whole.
struct OpenedSession {
    SavedSession content;
    QString file;
    std::shared_ptr<const model::Model> model;
    bool sameModel = true;  ///< its tensors are those that the session was saved with
    /// What the model makes of the sentence by itself; null: there is no sentence.
    std::shared_ptr<const model::Trace> original;
    /// The same with what the branch in view decides; null: the original is in view.
    std::shared_ptr<const model::Trace> edited;
    // What it is compared with, of a kind that has these
    std::shared_ptr<const model::Model> referenceModel;
    std::shared_ptr<const model::Trace> pinned;
    QString referenceTrouble;  ///< in a sentence, why it is another or cannot be shown; or empty
};

}  // namespace app
