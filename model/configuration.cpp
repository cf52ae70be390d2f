// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/configuration.h"

namespace model {

std::string_view toString(Architecture architecture) {
    switch (architecture) {
        case Architecture::bottleneck:
            return "bottleneck";
        case Architecture::caption:
            return "caption";
        case Architecture::attention:
            break;
    }
    return "attention";
}

std::string_view toString(Score score) {
    switch (score) {
        case Score::general:
            return "general";
        case Score::dot:
            return "dot";
        case Score::additive:
            break;
    }
    return "additive";
}

}  // namespace model
