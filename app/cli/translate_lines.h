// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/cli/options.h"
#include "model/decoding/search.h"

namespace cli {

/// What the help of these commands says about interventions.
extern const char *const interventionHelp;

/// How the lines of the standard input are translated: the options that several commands share.
class LineTranslator {
  public:
    /// Declares --model, --interventions and what declareSearch() does.
    void declare(Options &options);

    /// The search, for further options.
    model::SearchOptions &search() { return search_; }

    /// What is done with a translation. Returns what is to be said about it, "" for nothing. A
    /// SentenceError or InterventionError that it throws is a problem of this line alone.
    using Use = std::function<std::string(const model::Trace &trace)>;
    /// What is done with a line that cannot be translated.
    using Fail = std::function<void(const std::string &sentence, const std::string &problem)>;

    /// Opens the model and reads the interventions, then translates the standard input line by
    /// line. Returns whether every line could be.
    /// @throws model::Error if model, interventions or input cannot be read
    bool translate(const Use &use, const Fail &fail);
    /// Of the line that is being translated, from 1.
    long line() const { return line_; }

  private:
    std::string file_;
    std::string interventionFile_;
    model::SearchOptions search_;
    long line_ = 0;
};

}  // namespace cli
