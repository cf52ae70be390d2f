// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/effect_names.h"

#include <QCoreApplication>

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct EffectText {
    Q_DECLARE_TR_FUNCTIONS(widgets::EffectNames)
};

}  // namespace

QString effectName(model::OtherAttention attention) {
    using model::OtherAttention;
    switch (attention) {
        case OtherAttention::uniform:
            return EffectText::tr("uniform attention");
        case OtherAttention::permuted:
            return EffectText::tr("permuted attention");
        case OtherAttention::oneHot:
            return EffectText::tr("one-hot attention");
        case OtherAttention::withoutTop:
            break;
    }
    return EffectText::tr("attention without its top word");
}

}  // namespace widgets
