// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/language_model.h"

#include "model/configuration.h"
#include "model/decoding/encoder.h"

namespace model {

EncoderTrace encodeNothing(const Model &model) {
    Piece end;
    end.id = special::end;
    end.text = model.source().piece(special::end);
    end.startsWord = true;
    return encode(model, Source("", {std::move(end)}));
}

}  // namespace model
