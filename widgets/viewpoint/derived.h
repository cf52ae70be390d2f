// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <memory>

#include "model/decoding/posterior.h"
#include "widgets/viewpoint/embedding_tables.h"

namespace widgets {

/// What can be worked out of a translation and of its model beyond the trace. Each takes longer
/// than the translation itself, so that it is worked out only where a view wants it.
enum class DerivedValue : unsigned {
    posterior = 1U << 0U,   ///< T × S decoder steps, where the translation took T
    embeddings = 1U << 1U,  ///< of the model: its vocabularies and embedding spaces
};
Q_DECLARE_FLAGS(DerivedValues, DerivedValue)

/// What is known of that: all values that stand beside the trace. Null: not known.
struct Derived {
    std::shared_ptr<const model::Posterior> posterior;
    std::shared_ptr<const EmbeddingTables> embeddings;  ///< may be complete only in parts
    DerivedValues pending;                              ///< being worked out at the moment
};

}  // namespace widgets
