// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <nlohmann/json_fwd.hpp>

#include "app/session/saved_session.h"
#include "model/error.h"
#include "model/model.h"

// Sessions as files: README.md in this folder says what stands in them.
namespace app {

/// A session that cannot be opened or saved; what() is one sentence in the language of the program.
class SessionFileError : public model::Error {
  public:
    explicit SessionFileError(const QString &sentence) : Error("%1", sentence.toStdString()) {}
};

/// What the names of such files end with: "attention".
inline constexpr const char *sessionSuffix = "attention";

/// Whether a text begins as a session does.
bool looksLikeSession(const QString &text);

/// The text of a session's file.
std::string sessionText(const SavedSession &session);
/// Writes it, whole or not at all. @throws SessionFileError
void writeSession(const SavedSession &session, const QString &file);

/// A session that is read in two steps, since what was decided in it can be read only with its
/// model.
class SessionReader {
  public:
    /// Reads the file. @throws SessionFileError unless it is there and holds JSON of this format
    explicit SessionReader(const QString &file);
    ~SessionReader();

    const SessionModel &model() const { return model_; }
    /// All of it, but for the interventions of what is pinned. @throws SessionFileError unless the
    /// model can do what it says
    SavedSession read(const model::Model &model) const;
    /// Those, by the model that was given them. @throws SessionFileError
    model::Interventions readPinned(const model::Model &model) const;

  private:
    template <class Read>
    auto reading(Read &&read) const;

    QString name_;
    std::unique_ptr<const nlohmann::ordered_json> json_;
    SessionModel model_;
};

}  // namespace app
