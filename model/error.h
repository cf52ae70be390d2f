// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace model {

/// Base of everything that model/ throws on purpose. what() is one sentence that states the
/// operation, what was got and what was expected; it can be shown to a user as it is.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A model file that is missing, foreign, truncated or corrupt.
class ModelFileError : public Error {
  public:
    using Error::Error;
};

/// A sentence that cannot be translated: empty, or too long.
class SentenceError : public Error {
  public:
    using Error::Error;
};

/// A training or evaluation corpus that cannot be read or has a bad line (named by its number).
class CorpusError : public Error {
  public:
    using Error::Error;
};

/// A training checkpoint that cannot be written, read, or belongs to another run.
class CheckpointError : public Error {
  public:
    using Error::Error;
};

/// The work was stopped through its stop_token.
class Cancelled : public Error {
  public:
    Cancelled() : Error("The work was cancelled.") {}
};

}  // namespace model
