// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/use_names.h"

#include <QCoreApplication>

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct UseText {
    Q_DECLARE_TR_FUNCTIONS(widgets::Use)
};

}  // namespace

UseNames useNames(model::Use use) {
    switch (use) {
        case model::Use::translation:
            break;
        case model::Use::summary:
            return {UseText::tr("Summaries"), UseText::tr("summary"), UseText::tr("Text"),
                    UseText::tr("Summary")};
        case model::Use::dialogue:
            return {UseText::tr("Dialogue"), UseText::tr("dialogue"), UseText::tr("Turn"),
                    UseText::tr("Reply")};
        case model::Use::caption:
            return {UseText::tr("Captions"), UseText::tr("caption"), UseText::tr("Picture"),
                    UseText::tr("Caption")};
        case model::Use::exercise:
            return {UseText::tr("Exercises"), UseText::tr("exercise"), UseText::tr("Source"),
                    UseText::tr("Target")};
    }
    return {UseText::tr("Translation"), UseText::tr("translation"), UseText::tr("Sentence"),
            UseText::tr("Translation")};
}

QString aboutUse(model::Use use) {
    switch (use) {
        case model::Use::translation:
            break;
        case model::Use::summary:
            return UseText::tr(
                "Sums up a text in a few words. What matters may be missing, and what "
                "it says may not stand in the text.");
        case model::Use::dialogue:
            return UseText::tr(
                "Replies to what is said. It knows nothing and is no assistant: a "
                "reply is what was often said in such a place.");
        case model::Use::caption:
            return UseText::tr(
                "Describes a picture. It has only ever seen drawn scenes: of other "
                "pictures it says what they would be as such a scene.");
        case model::Use::exercise:
            return UseText::tr(
                "Has learned an exercise. What is no source of it becomes nothing "
                "sensible.");
    }
    return UseText::tr("Translates a sentence. Rare words and long sentences are where it errs.");
}

QString sourceTitle(const model::Source &source) {
    return source.picture() ? UseText::tr("a picture")
                            : QString::fromStdString(source.text()).simplified();
}

}  // namespace widgets
