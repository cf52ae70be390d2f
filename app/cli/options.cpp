// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include <algorithm>
#include <iostream>
#include <sstream>
#include <type_traits>
#include <utility>

#include "model/numerics/parse.h"

namespace cli {
namespace {

std::string shown(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

template <class T>
std::string limit(T value) {
    if constexpr (std::is_integral_v<T>) {
        return std::to_string(value);
    } else {
        return shown(value);
    }
}

/// Reads a number within the limits.
template <class T>
T number(const std::string &name, const std::string &text, T least, T most) {
    const auto value = model::parseNumber<T>(text);
    if (!value || *value < least || *value > most) {
        throw UsageError(std::is_integral_v<T>
                             ? "--%1 got '%2', expected a whole number from %3 to %4."
                             : "--%1 got '%2', expected a number from %3 to %4.",
                         name, text, limit(least), limit(most));
    }
    return *value;
}

}  // namespace

Options::Options(std::string synopsis, std::string about)
    : synopsis_(std::move(synopsis)), about_(std::move(about)) {}

void Options::flag(const std::string &name, bool &target, const std::string &help) {
    options_.push_back({name, "", help, [&target](const std::string &) { target = true; }});
}

void Options::text(const std::string &name, const std::string &placeholder, std::string &target,
                   const std::string &help) {
    const std::string suffix = target.empty() ? "" : " (default: " + target + ")";
    options_.push_back({name, placeholder, help + suffix, [=, &target](const std::string &value) {
                            // Such as of a variable that is not set.
                            if (value.empty()) {
                                throw UsageError("--%1 got nothing, expected %2.", name,
                                                 placeholder);
                            }
                            target = value;
                        }});
}

void Options::integer(const std::string &name, const std::string &placeholder, long &target,
                      long least, long most, const std::string &help) {
    options_.push_back({name, placeholder, help + " (default: " + std::to_string(target) + ")",
                        [=, &target](const std::string &value) {
                            target = number<long>(name, value, least, most);
                        }});
}

void Options::integer(const std::string &name, const std::string &placeholder, int &target,
                      int least, int most, const std::string &help) {
    options_.push_back({name, placeholder, help + " (default: " + std::to_string(target) + ")",
                        [=, &target](const std::string &value) {
                            target = number<int>(name, value, least, most);
                        }});
}

void Options::real(const std::string &name, const std::string &placeholder, double &target,
                   double least, double most, const std::string &help) {
    options_.push_back({name, placeholder, help + " (default: " + shown(target) + ")",
                        [=, &target](const std::string &value) {
                            target = number<double>(name, value, least, most);
                        }});
}

void Options::argument(const std::string &placeholder, std::string &target,
                       const std::string &help) {
    optionalArgument(placeholder, target, help);
    arguments_.back().required = true;
}

void Options::optionalArgument(const std::string &placeholder, std::string &target,
                               const std::string &help) {
    arguments_.push_back({placeholder, placeholder, help,
                          [&target](const std::string &value) { target = value; }, false});
}

void Options::furtherArguments(const std::string &placeholder, std::vector<std::string> &target,
                               const std::string &help) {
    arguments_.push_back({placeholder, placeholder, help,
                          [&target](const std::string &value) { target.push_back(value); }, false,
                          true});
}

const Options::Option &Options::find(const std::string &name) const {
    const auto found = std::find_if(options_.begin(), options_.end(),
                                    [&name](const Option &option) { return option.name == name; });
    if (found == options_.end()) {
        throw UsageError("There is no option --%1.", name);
    }
    return *found;
}

bool Options::parse(std::span<const std::string> arguments) {
    if (std::any_of(arguments.begin(), arguments.end(),
                    [](const std::string &a) { return a == "--help" || a == "-h"; })) {
        std::cout << help();
        return false;
    }
    std::size_t given = 0;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        if (!word.starts_with("--")) {
            if (given == arguments_.size()) {
                throw UsageError("'%1' is one argument too many.", word);
            }
            if (word.empty()) {
                throw UsageError("The argument %1 is empty.", arguments_[given].placeholder);
            }
            arguments_[given].set(word);
            given += arguments_[given].repeated ? 0 : 1;
            continue;
        }
        const auto equals = word.find('=');
        const Option &option = find(word.substr(2, equals == word.npos ? equals : equals - 2));
        if (option.placeholder.empty() && equals != word.npos) {
            throw UsageError("--%1 takes no value.", option.name);
        }
        if (option.placeholder.empty() || equals != word.npos) {
            option.set(equals == word.npos ? "" : word.substr(equals + 1));
        } else if (++i < arguments.size()) {
            option.set(arguments[i]);
        } else {
            throw UsageError("--%1 got nothing, expected %2.", option.name, option.placeholder);
        }
    }
    if (given < arguments_.size() && arguments_[given].required) {
        throw UsageError("The argument %1 is missing.", arguments_[given].placeholder);
    }
    return true;
}

std::string Options::help() const {
    std::ostringstream text;
    text << "Usage: " << synopsis_ << "\n\n" << about_ << "\n\n";
    std::vector<std::pair<std::string, std::string>> lines;
    for (const Option &argument : arguments_) {
        lines.emplace_back(argument.name, argument.help);
    }
    for (const Option &option : options_) {
        lines.emplace_back(
            "--" + option.name + (option.placeholder.empty() ? "" : " " + option.placeholder),
            option.help);
    }
    lines.emplace_back("--help", "show this and stop");
    std::size_t width = 0;
    for (const auto &line : lines) {
        width = std::max(width, line.first.size());
    }
    for (const auto &[left, right] : lines) {
        text << "  " << left << std::string(width - left.size() + 2, ' ') << right << '\n';
    }
    return text.str();
}

}  // namespace cli
