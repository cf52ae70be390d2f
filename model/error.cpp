// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/error.h"

namespace model {

std::string Message::english() const {
    std::string result;
    for (std::size_t i = 0; i < text_.size(); ++i) {
        const bool placeholder = text_[i] == '%' && i + 1 < text_.size() && text_[i + 1] >= '1' &&
                                 text_[i + 1] < static_cast<char>('1' + arguments_.size());
        if (!placeholder) {
            result += text_[i];
            continue;
        }
        const Argument &argument = arguments_[static_cast<std::size_t>(text_[++i] - '1')];
        result += argument.message.empty() ? argument.text : argument.message.front().english();
    }
    return result;
}

}  // namespace model
