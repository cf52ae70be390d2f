// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/error.h"

#include "model/printable.h"

namespace model {
namespace {

/// Bytes of an argument in a message: longer than all but a few paths, shorter than a screen.
constexpr std::size_t longestArgument = 1000;

}  // namespace

std::string Message::worded(const Wording &wording) const {
    const std::string text = wording(text_);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool placeholder = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' &&
                                 text[i + 1] < static_cast<char>('1' + arguments_.size());
        if (!placeholder) {
            result += text[i];
            continue;
        }
        const Argument &argument = arguments_[static_cast<std::size_t>(text[++i] - '1')];
        // Arguments come from outside: names in files, what libraries and the system say.
        result += argument.message.empty() ? printable(argument.text, longestArgument)
                                           : argument.message.front().worded(wording);
    }
    return result;
}

std::string Message::english() const {
    return worded([](const std::string &text) { return text; });
}

}  // namespace model
