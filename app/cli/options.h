// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "model/error.h"

namespace cli {

/// A command line that does not follow the usage: the program ends with status 2. Like those of
/// model/ it is one sentence that says what was got and what was expected.
class UsageError : public model::Error {
  public:
    using Error::Error;
};

/// The options of one command: each is declared with where its value goes and a line of help, and
/// the value of the variable at that time is the default.
class Options {
  public:
    /// `synopsis` is the line after "Usage: "; `about` says what the command does.
    Options(std::string synopsis, std::string about);

    /// --name
    void flag(const std::string &name, bool &target, const std::string &help);
    /// --name PLACEHOLDER, also --name=PLACEHOLDER; not empty
    void text(const std::string &name, const std::string &placeholder, std::string &target,
              const std::string &help);
    /// A whole number from `least` to `most`.
    void integer(const std::string &name, const std::string &placeholder, long &target, long least,
                 long most, const std::string &help);
    void integer(const std::string &name, const std::string &placeholder, int &target, int least,
                 int most, const std::string &help);
    /// A number from `least` to `most`.
    void real(const std::string &name, const std::string &placeholder, double &target, double least,
              double most, const std::string &help);
    /// An argument that is no option and must be given; like all others, it is not empty.
    void argument(const std::string &placeholder, std::string &target, const std::string &help);
    /// One that may be left out; these come last.
    void optionalArgument(const std::string &placeholder, std::string &target,
                          const std::string &help);

    /// All that are left behind the arguments above.
    void furtherArguments(const std::string &placeholder, std::vector<std::string> &target,
                          const std::string &help);

    /// Sets the variables. Returns false where --help (or -h) was given: then the help has been
    /// printed and there is nothing else to do. @throws UsageError
    bool parse(std::span<const std::string> arguments);

    std::string help() const;

  private:
    struct Option {
        std::string name;         ///< without the dashes
        std::string placeholder;  ///< empty: a flag
        std::string help;
        std::function<void(const std::string &)> set;
        bool required = false;
        bool repeated = false;
    };
    const Option &find(const std::string &name) const;

    std::string synopsis_;
    std::string about_;
    std::vector<Option> options_;
    std::vector<Option> arguments_;
};

}  // namespace cli
