// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace model {

/// What went wrong, as a text with numbered placeholders and what goes into them: "got %1 bytes,
/// expected at least %2". The text is English and always the same for a kind of fault, so that a
/// program can look up its own wording of it and fill in the same arguments.
class Message {
  public:
    struct Argument;

    /// `arguments`: texts, whole numbers, or messages, which are worded likewise. %1 stands for the
    /// first; there are at most nine.
    template <class... Arguments>
    explicit Message(std::string text, const Arguments &...arguments);

    const std::string &text() const { return text_; }
    const std::vector<Argument> &arguments() const { return arguments_; }
    using Wording = std::function<std::string(const std::string &text)>;
    /// What `wording` makes of the text, with the arguments in their places; messages among them
    /// are worded likewise. What an argument says is not searched for placeholders.
    std::string worded(const Wording &wording) const;
    /// The English wording.
    std::string english() const;

  private:
    std::string text_;
    std::vector<Argument> arguments_;
};

/// What goes into a placeholder: the text, unless there is a message.
struct Message::Argument {
    std::string text;
    std::vector<Message> message = {};  ///< one or none

    explicit Argument(std::string_view value) : text(value) {}
    explicit Argument(const Message &value) : message{value} {}
    template <std::integral Number>
    explicit Argument(Number value) : text(std::to_string(value)) {}
};

template <class... Arguments>
Message::Message(std::string text, const Arguments &...arguments)
    : text_(std::move(text)), arguments_{Argument(arguments)...} {
    static_assert(sizeof...(arguments) <= 9);
}

/// Base of everything that model/ throws on purpose. what() is one sentence that states the
/// operation, what was got and what was expected; it can be shown to a user as it is, and message()
/// says the same in parts.
class Error : public std::runtime_error {
  public:
    explicit Error(Message message)
        : std::runtime_error(message.english()), message_(std::move(message)) {}
    template <class... Arguments>
    explicit Error(std::string text, const Arguments &...arguments)
        : Error(Message(std::move(text), arguments...)) {}

    const Message &message() const { return message_; }

  private:
    Message message_;
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

/// An intervention that a model or a sentence does not allow, or a file of interventions that is
/// missing or not as it should be.
class InterventionError : public Error {
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

/// A training that cannot go on, since its loss, its gradient or its weights have no bounds.
class TrainingError : public Error {
  public:
    using Error::Error;
};

/// The work was stopped through its stop_token.
class Cancelled : public Error {
  public:
    Cancelled() : Error("The work was cancelled.") {}
};

}  // namespace model
