// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/translated.h"

#include "model/error.h"

namespace app {

std::shared_ptr<const model::Trace> translated(const model::TranslationRequest &request,
                                               const std::shared_ptr<const model::Trace> &known,
                                               const std::stop_token &stop) {
    model::Translation translation(request, known, stop);
    while (!translation.finished()) {
        if (stop.stop_requested())
            throw model::Cancelled();
        translation.step();
    }
    return translation.trace();
}

}  // namespace app
