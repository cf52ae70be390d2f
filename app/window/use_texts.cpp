// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/use_texts.h"

#include <QCoreApplication>

namespace app {
namespace {

/// Whose tr() the texts here are.
struct UseText {
    Q_DECLARE_TR_FUNCTIONS(app::UseText)
};

const QString french = QStringLiteral("fr");

}  // namespace

QString placeholderFor(const Reads &reads) {
    switch (reads.use) {
        case model::Use::summary:
            return UseText::tr("Type or paste a text to sum up (%1)", "the code of a language")
                .arg(reads.language);
        case model::Use::dialogue:
            return UseText::tr("Say something to be replied to (%1)", "the code of a language")
                .arg(reads.language);
        case model::Use::exercise:
            return UseText::tr("Type what the task “%1” reads").arg(reads.task);
        case model::Use::caption:
        case model::Use::translation:
            break;
    }
    if (reads.language == french)
        return UseText::tr("Type a French sentence");
    if (reads.language.isEmpty())
        return UseText::tr("Type a sentence");
    return UseText::tr("Type a sentence (%1)", "the code of a language").arg(reads.language);
}

QString invitationFor(const Reads &reads) {
    switch (reads.use) {
        case model::Use::summary:
            return UseText::tr(
                "Type or paste above a text to sum up, or choose one of the examples.");
        case model::Use::dialogue:
            return UseText::tr("Say something above, or choose one of the examples.");
        case model::Use::caption:
            return UseText::tr("Draw a scene, or open a picture.");
        case model::Use::translation:
            if (reads.language == french)
                return UseText::tr("Type a French sentence above, or choose one of the examples.");
            break;
        case model::Use::exercise:
            break;
    }
    return UseText::tr("Type above what this model reads.");
}

QString busyTextFor(model::Use use) {
    switch (use) {
        case model::Use::summary:
            return UseText::tr("summing up…");
        case model::Use::dialogue:
            return UseText::tr("replying…");
        case model::Use::caption:
            return UseText::tr("describing…");
        case model::Use::translation:
        case model::Use::exercise:
            break;
    }
    return UseText::tr("translating…");
}

}  // namespace app
